"""The parts of the page Krachtenveld."""
