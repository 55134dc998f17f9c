"""Decision calendar and checklists. Still to come; models.dossier holds its answers."""
