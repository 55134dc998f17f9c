"""What the page of beginsituatie is made of."""
