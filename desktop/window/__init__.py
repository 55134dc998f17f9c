"""The window: top bar, start, the dossier with its rail and pages, help, and short messages at the foot."""
