"""Cost keys, contributions, hours and leaving. Still to come; models.dossier holds its answers."""
