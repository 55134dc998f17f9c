"""The steps of undo: whole documents, which share all that did not change. Without Qt."""

from dataclasses import dataclass, replace

from models.dossier import Dossier
from models.dossier.edit import Path

__all__ = ["MAX_STEPS", "Change", "History"]

MAX_STEPS = 500
"""How many steps are kept; the oldest goes first."""


@dataclass(frozen=True, slots=True)
class Change:
    """One step of undo. ``path``: where it happened, empty for the whole dossier; ``label``: what, in Dutch, or empty.

    ``until``: the moment, in seconds, up to which typing at the same path still belongs to it; None: closed.
    """

    path: Path
    before: Dossier
    after: Dossier
    label: str = ""
    until: float | None = None


class History:
    """What was done, and what was undone and can be done again."""

    def __init__(self, limit: int = MAX_STEPS) -> None:
        self._limit = limit
        self._done: list[Change] = []
        self._undone: list[Change] = []

    @property
    def last(self) -> Change | None:
        """The step that :meth:`undo` would take back."""
        return self._done[-1] if self._done else None

    @property
    def next(self) -> Change | None:
        """The step that :meth:`redo` would do again."""
        return self._undone[-1] if self._undone else None

    def open_at(self, path: Path, now: float) -> Change | None:
        """The last step, if typing at ``path`` at the moment ``now`` still belongs to it."""
        last = self.last
        if last is None or last.until is None or last.path != path or now > last.until or self._undone:
            return None
        return last

    def add(self, change: Change) -> None:
        """A new step; what was undone is gone."""
        self._undone.clear()
        self._done.append(change)
        del self._done[: -self._limit]

    def merge(self, after: Dossier, until: float) -> None:
        """Lengthen the last step; it goes when it ends where it began."""
        last = self._done.pop()
        if last.before != after:
            self._done.append(replace(last, after=after, until=until))

    def close(self) -> None:
        """Let nothing more belong to the last step."""
        if self._done and self._done[-1].until is not None:
            self._done[-1] = replace(self._done[-1], until=None)

    def undo(self) -> Change | None:
        """Take a step back and give it."""
        if not self._done:
            return None
        self.close()
        self._undone.append(self._done.pop())
        return self._undone[-1]

    def redo(self) -> Change | None:
        """Do a step again and give it."""
        if not self._undone:
            return None
        self._done.append(self._undone.pop())
        return self._done[-1]
