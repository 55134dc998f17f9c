"""Besluiten, arguments and kanttekeningen as a list that counts by itself.

Only a label that the list would print itself is counted, so that the numbers on paper are always those of the tree;
any other label is printed as it stands.
"""

from desktop.report.office.items import Counted

__all__ = ["NAMES", "Counter"]

NAMES = ("Besluit", "Argument", "Kanttekening")
"""By level. An argument counts within its besluit; a kanttekening starts anew after an argument too."""


class Counter:
    """What the list has counted so far."""

    def __init__(self) -> None:
        self._at = [0, 0, 0]

    def decision(self, label: str) -> Counted | None:
        """Count ``label`` if it is the next besluit."""
        return self._count(0, label, f"{NAMES[0]} {self._at[0] + 1}")

    def argument(self, label: str) -> Counted | None:
        """Count ``label`` if it is the next argument of this besluit."""
        return self._count(1, label, f"{NAMES[1]} {self._at[0]}.{self._at[1] + 1}")

    def remark(self, label: str) -> Counted | None:
        """Count ``label`` if it is the next kanttekening of this besluit."""
        return self._count(2, label, f"{NAMES[2]} {self._at[0]}.{self._at[2] + 1}")

    def _count(self, level: int, label: str, own: str) -> Counted | None:
        if label != own or (level and not self._at[0]):
            return None
        self._at[level] += 1
        self._at[level + 1 :] = [0] * (2 - level)
        return Counted(level)
