"""Akkoord, vaststelling and ondertekening: three acts that stay apart, each bound to one content.

Pure functions on the records that the library keeps beside a dossier; this package imports no SQLAlchemy.
"""

from models.signoff.state import SignOff

__all__ = ["SignOff"]
