"""What the page of sturing is made of."""
