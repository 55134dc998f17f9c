"""Parts of the page of ``vaststelling``."""
