"""Dutch sentences about a dossier and its advice, the same on screen and in the report."""
