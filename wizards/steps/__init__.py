"""The pages of the fourteen steps, one module per step; :mod:`wizards.registry` lists them."""
