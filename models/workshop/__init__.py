"""Ballots, rounds and statistics of agreement. Still to come; models.dossier holds its answers."""
