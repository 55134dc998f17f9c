"""The library of dossiers, its exchange file and its backups.

This module imports nothing, so that ``models.storage.exchange`` and ``models.storage.files`` cost no SQLAlchemy.
"""
