"""The parts of the page Samenwerkingsvorm."""
