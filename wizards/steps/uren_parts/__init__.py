"""Parts of the page of ``uren``."""
