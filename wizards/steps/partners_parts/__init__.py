"""What the page "Partners" is made of."""
