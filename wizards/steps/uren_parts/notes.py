"""What is missing or must be said, a sentence for each, with a button that leads to where it is filled in."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.agreements.hours_notes import HoursNote, HoursNoteKind
from models.dossier import Dossier
from models.dossier.edit import Path
from models.wording.hours import note_words
from wizards.context import Context
from wizards.steps.uren_parts.basis import scales
from wizards.steps.uren_parts.entries import BASE, ENTRIES
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import quiet_button
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["NotesCard", "path_of"]

_K = HoursNoteKind
_FIELDS = {
    _K.HOURS_MISSING: "hours",
    _K.RATE_MISSING: "rate",
    _K.NEGATIVE_RATE: "rate",
    _K.ACTUAL_MISSING: "actual",
    _K.HOURS_NOT_APPLICABLE: "hours",
    _K.ENTRIES_LEFT_OUT: "partner",
    _K.NOT_FREED: "freed",
    _K.FREED_UNKNOWN: "freed",
}
_SECTION = {
    _K.NO_ENTRIES: "entries",
    _K.WEEKS_MISSING: "weeks_per_year",
    _K.OVERHEAD_TWICE: "overhead_per_hour",
    _K.OVERHEAD_MISSING: "overhead_per_hour",
    _K.RATES_ROUNDED: "rate_decimals",
    _K.SETTLEMENT_OPEN: "settlement",
    _K.NO_ADVANCE: "advance_percentage",
    _K.HOURS_WITHOUT_USER: "entries",
    _K.HOURS_WITHOUT_BRINGER: "entries",
}


def path_of(note: HoursNote, dossier: Dossier) -> Path | None:
    """Where a note is dealt with; None where that is not one place."""
    if note.kind in _FIELDS and note.entries:
        return (*ENTRIES, note.entries[0], _FIELDS[note.kind])
    if note.kind is _K.PRODUCTIVE_MISSING and note.partners:
        return (*BASE, "productive_hours", note.partners[0])
    if note.kind is _K.SCALE_WITHOUT_RATE:
        named = [scale for scale in scales(dossier) if scale in note.names]
        return (*BASE, "rates", named[0]) if named else None
    if note.kind is _K.SOURCES_MISSING:
        return (*BASE, note.names[0])
    return (*BASE, _SECTION[note.kind]) if note.kind in _SECTION else None


class NotesCard(Card):
    """The notes; hidden while there are none. ``go``: puts the focus on a path."""

    def __init__(
        self, context: Context, title: str, go: Callable[[Path], object], *, icon: str, tone: str, fill: str
    ) -> None:
        super().__init__(context.look, fill=fill, border=None, bar=tone, padding=16, spacing=8)
        self._context, self._go, self._icon, self._tone = context, go, icon, tone
        self._shown: tuple[tuple[HoursNote, str], ...] | None = None
        head = row(context.look.space(10))
        head.addWidget(Icon(context.look, icon, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(Heading(context.look, title, 3), 1)
        self.body.addLayout(head)
        self._lines: QVBoxLayout = column(context.look.space(4))
        self.body.addLayout(self._lines)
        self.rows: list[QWidget] = []

    def take(self, notes: tuple[HoursNote, ...]) -> None:
        """Show these notes; nothing moves where they are there already."""
        dossier = self._context.editor.dossier
        said = tuple((note, note_words(note, dossier)) for note in notes)
        if said != self._shown:
            self._shown = said
            for old in self.rows:
                self._lines.removeWidget(old)
                old.hide()
                old.deleteLater()
            self.rows = [self._row(note, words, dossier) for note, words in said]
            for line in self.rows:
                self._lines.addWidget(line)
        self.setVisible(bool(said))

    def _row(self, note: HoursNote, words: str, dossier: Dossier) -> QWidget:
        look, holder = self._context.look, QWidget()
        line = row(look.space(8))
        holder.setLayout(line)
        line.addWidget(Label(look, words), 1)
        path = path_of(note, dossier)
        if path is not None:
            button = quiet_button(look, "Ga erheen", lambda: self._go(path))
            button.setAccessibleDescription(words)
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return holder
