"""Marks as signs of Unicode. The words beside a mark say the same, so the sign itself is never the only carrier."""

from desktop.report.office.items import Look, Piece, Pieces
from desktop.report.tree import Mark

__all__ = ["SIGNS", "marked"]

SIGNS = {
    Mark.FULL: "●",
    Mark.HALF: "◐",
    Mark.STRUCK: "⊘",
    Mark.WARNING: "△",
    Mark.DONE: "☑",
    Mark.BUSY: "◧",
    Mark.OPEN: "☐",
    Mark.DROPPED: "⊟",
}


def marked(mark: Mark | None) -> Pieces:
    """The sign of ``mark`` with a space that does not break; nothing for no mark."""
    return () if mark is None else (Piece(f"{SIGNS[mark]}\N{NO-BREAK SPACE}", Look.PLAIN),)
