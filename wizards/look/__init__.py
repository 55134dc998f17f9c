"""The look: tokens, theme, icons, and how figures are painted."""
