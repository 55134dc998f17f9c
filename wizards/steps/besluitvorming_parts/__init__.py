"""Parts of the page Besluitvorming en planning."""
