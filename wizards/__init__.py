"""One page per step and the widgets they share; imports models, never desktop."""
