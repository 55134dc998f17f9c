"""Naslag: what the program knows, to read and to search outside any dossier."""
