"""Parts of the page of ``kosten``."""
