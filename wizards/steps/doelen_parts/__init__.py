"""What the page of doelen is made of."""
