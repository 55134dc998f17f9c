"""What the page "Opgave en feiten" is made of."""
