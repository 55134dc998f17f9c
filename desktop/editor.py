"""The open dossier: edits in, the next document out; undo, redo, and word to everybody (design, "How data flows")."""

import unicodedata
from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, Signal

from desktop.history import Change, History
from desktop.insight import InsightKeeper
from models.dossier import Dossier
from models.dossier.base import MAX_TEXT, ImmutableDict
from models.dossier.differences import common_path
from models.dossier.edit import Path, path_from, path_key, value_at, with_value
from models.flow import mark_finished, mark_rechecks
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.editor import Insight

__all__ = ["MERGE_SECONDS", "DossierEditor"]

MERGE_SECONDS = 3.0
"""A longer pause in the typing begins a new step of undo."""


class DossierEditor(QObject):
    """The editor of one dossier; see :class:`wizards.editor.Editor`. Call :meth:`close` before letting go of it.

    ``said``: what an edit did, a Dutch sentence; ``refused``: somebody tried to edit an example;
    ``undo_changed``: what can be undone or redone is another.
    """

    changed = Signal()
    insight_changed = Signal()
    said = Signal(str)
    refused = Signal()
    undo_changed = Signal()

    def __init__(
        self,
        dossier: Dossier,
        knowledge: Knowledge,
        *,
        save: Callable[[Dossier], None] | None = None,
        read_only: bool = False,
        clock: Callable[[], float] = monotonic,
        parent: QObject | None = None,
    ) -> None:
        """``save``: called after each change, with the dossier as it then is; ``clock``: gives seconds."""
        super().__init__(parent)
        self._dossier, self._knowledge = dossier, knowledge
        self._save, self._read_only, self._clock = save, read_only, clock
        self._history = History()
        self._keeper = InsightKeeper(dossier, knowledge, self)
        self._keeper.changed.connect(self.insight_changed)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self._dossier

    @property
    def knowledge(self) -> Knowledge:
        """What the product knows."""
        return self._knowledge

    @property
    def insight(self) -> Insight:
        """What follows from the answers as they are now."""
        return self._keeper.insight

    @property
    def read_only(self) -> bool:
        """Whether edits are refused."""
        return self._read_only

    @property
    def can_undo(self) -> bool:
        """Whether there is something to undo."""
        return self._history.last is not None

    @property
    def can_redo(self) -> bool:
        """Whether there is something to do again."""
        return self._history.next is not None

    @property
    def undo_path(self) -> Path | None:
        """Where the change is that :meth:`undo` takes back, empty for the whole dossier; None without any."""
        return self._history.last.path if self._history.last else None

    @property
    def redo_path(self) -> Path | None:
        """Where the change is that :meth:`redo` does again, empty for the whole dossier; None without any."""
        return self._history.next.path if self._history.next else None

    @property
    def undo_label(self) -> str:
        """What :meth:`undo` takes back, in Dutch; empty where nobody said so."""
        return self._history.last.label if self._history.last else ""

    @property
    def redo_label(self) -> str:
        """What :meth:`redo` does again, in Dutch; empty where nobody said so."""
        return self._history.next.label if self._history.next else ""

    def put(self, path: Path, value: object, *, merge: bool = False) -> None:
        """Put ``value`` at ``path`` and drop the draft there. Raises ``InvalidValueError``."""
        self._edit(path, lambda dossier: _without_draft(with_value(dossier, path, value), path), merge)

    def put_draft(self, path: Path, text: str) -> None:
        """Keep ``text`` as typed at ``path``; signs that no dossier can hold are left out."""
        key, kept = path_key(path), _storable(text)
        self._edit(path, lambda dossier: with_value(dossier, ("drafts", key), kept), merge=True)

    def apply(self, change: Callable[[Dossier], Dossier], said: str = "") -> None:
        """One edit of more than one value; ``said``: what happened, a Dutch sentence. Errors of ``change`` pass."""
        if self._refuses():
            return
        after = change(self._dossier)
        if after == self._dossier:
            return
        self._add(common_path(self._dossier, after), after, said)
        if said:
            self.said.emit(said)

    def mark_finished(self, step: StepId, finished: bool) -> None:
        """Say that ``step`` is finished, or is not; that also answers "opnieuw bekijken"."""
        if self._refuses():
            return
        after = mark_finished(self._dossier, step, finished)
        if after != self._dossier:
            self._take(Change((step.value,), self._dossier, after))

    def replace(self, dossier: Dossier, label: str) -> None:
        """Put another document in place, such as an earlier version; ``label``: why, in Dutch."""
        if not self._refuses() and dossier != self._dossier:
            self._take(Change((), self._dossier, dossier, label))

    def end_merge(self) -> None:
        """The next edit is a step of undo of its own."""
        self._history.close()

    def undo(self) -> None:
        """Take back the last change; nothing without one."""
        change = self._history.undo()
        if change is not None:
            self._become(change.before)

    def redo(self) -> None:
        """Do again what was undone last; nothing without one."""
        change = self._history.redo()
        if change is not None:
            self._become(change.after)

    def close(self) -> None:
        """Stop computing; waits for what is on its way."""
        self._keeper.close()

    def _refuses(self) -> bool:
        if self._read_only:
            self.refused.emit()
        return self._read_only

    def _edit(self, path: Path, change: Callable[[Dossier], Dossier], merge: bool) -> None:
        if self._refuses():
            return
        after = change(self._dossier)
        if after == self._dossier:
            return
        now = self._clock()
        begun = self._history.open_at(path, now) if merge else None
        if begun is None:
            self._add(path, after, until=now + MERGE_SECONDS if merge else None)
            return
        if path[0] != "progress":  # marks hang on where the typing ends, not on what it passed by
            after = after.model_copy(update={"progress": begun.before.progress})
        after = self._settled(begun.before, after)
        self._history.merge(after, now + MERGE_SECONDS)
        self._become(after)

    def _add(self, path: Path, after: Dossier, label: str = "", until: float | None = None) -> None:
        self._take(Change(path, self._dossier, self._settled(self._dossier, after), label, until))

    def _settled(self, before: Dossier, after: Dossier) -> Dossier:
        return mark_rechecks(before, _without_lost_drafts(before, after), self._knowledge)

    def _take(self, change: Change) -> None:
        if change.after.id != change.before.id:
            raise ValueError("another dossier needs an editor of its own")
        self._history.add(change)
        self._become(change.after)

    def _become(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._keeper.look_at(dossier)
        self.changed.emit()
        self.undo_changed.emit()
        if self._save is not None:
            self._save(self._dossier)


def _without_draft(dossier: Dossier, path: Path) -> Dossier:
    return _drafts_kept(dossier, lambda key: key != path_key(path))


def _without_lost_drafts(before: Dossier, after: Dossier) -> Dossier:
    """``after`` without the drafts of records that this change took away; undo brings both back."""

    def stands(key: str) -> bool:
        holder = path_from(key)[:-1]
        return value_at(after, holder) is not None or value_at(before, holder) is None

    return _drafts_kept(after, stands)


def _drafts_kept(dossier: Dossier, keep: Callable[[str], bool]) -> Dossier:
    kept = {key: text for key, text in dossier.drafts.items() if keep(key)}
    return dossier if len(kept) == len(dossier.drafts) else dossier.model_copy(update={"drafts": ImmutableDict(kept)})


def _storable(text: str) -> str:
    return "".join(sign for sign in text[:MAX_TEXT] if _is_storable(sign))


def _is_storable(sign: str) -> bool:
    if sign in "\n\r\t":
        return True
    category = unicodedata.category(sign)
    return category not in {"Cc", "Cs"} and not (category == "Cn" and ord(sign) & 0xFFFE == 0xFFFE)
