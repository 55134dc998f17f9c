"""What the window shows: the list of dossiers, a dossier, or Naslag."""

from enum import StrEnum

__all__ = ["Place"]


class Place(StrEnum):
    """What the window shows."""

    START = "start"
    DOSSIER = "dossier"
    HELP = "help"
