"""The panel "Plakken uit een rekenblad": text in, a live preview, and one button that does it as one edit."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QSizePolicy, QTableView

from wizards.context import Context
from wizards.forms.paste import COLUMNS, Outcome, PastePlan, PlannedRow, plan_paste
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.partners_parts.table import cell_text
from wizards.widgets.boxes import Card, FlowLayout
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Area, clean
from wizards.widgets.text import Heading, Label

__all__ = ["PastePanel"]

_Index = QModelIndex | QPersistentModelIndex

_WORDS = {
    Outcome.NEW: "Nieuw",
    Outcome.UPDATE: "Wordt bijgewerkt",
    Outcome.RETURN: "Doet weer mee",
    Outcome.SAME: "Verandert niet",
    Outcome.UNREADABLE: "Niet gelezen",
}
_MOST_REASONS = 6
_MOST_ROWS = 8


class _PreviewModel(QAbstractTableModel):
    """The plan as a table: what happens with each row, and what was read in it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.plan = PastePlan((), ())

    def take(self, plan: PastePlan) -> None:
        """Show another plan."""
        self.beginResetModel()
        self.plan = plan
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """The pasted rows."""
        return 0 if parent.isValid() else len(self.plan.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        """What happens, and the columns that were recognised."""
        return 0 if parent.isValid() else len(self._fields) + 1

    @property
    def _fields(self) -> tuple[str, ...]:
        used = {field for row in self.plan.rows for field, cell in row.cells.items() if cell}
        return tuple(field for field in self.plan.columns if field in used)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Heads of the columns; line numbers beside the rows."""
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(self.plan.rows[section].number)
        return "Wat gebeurt er" if section == 0 else COLUMNS[self._fields[section - 1]].capitalize()

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words and colours of a cell."""
        row = self.plan.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            unread = row.outcome is Outcome.UNREADABLE
            return self._look.colour("danger" if unread else "ink2" if row.outcome is Outcome.SAME else "ink")
        if role == Qt.ItemDataRole.FontRole:
            return self._look.font(TypeRole.BODY_BOLD if index.column() == 0 else TypeRole.BODY)
        if role == Qt.ItemDataRole.ToolTipRole and row.reason:
            return row.reason
        return None

    def _text(self, row: PlannedRow, column: int) -> str:
        if column == 0:
            return _WORDS[row.outcome]
        field = self._fields[column - 1]
        if row.partner is None:
            return row.cells.get(field, "")
        return cell_text(row.partner, field)


class _Preview(QTableView):
    def __init__(self, look: Look, model: _PreviewModel) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setAccessibleName("Voorbeeld van wat er gebeurt")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.horizontalHeader().setStretchLastSection(True)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setHighlightSections(False)
            header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def fit(self) -> None:
        """Make rows and columns as large as their texts need."""
        look, model = self._look, self.model()
        metrics = look.metrics(TypeRole.BODY_BOLD)
        for header in (self.verticalHeader(), self.horizontalHeader()):
            header.setFont(look.font(TypeRole.CAPTION))
        self.verticalHeader().setDefaultSectionSize(look.control_height)
        for place in range(model.columnCount()):
            head = str(model.headerData(place, Qt.Orientation.Horizontal))
            texts = [str(model.index(r, place).data() or "") for r in range(min(model.rowCount(), 60))]
            widest = max(metrics.horizontalAdvance(text) for text in (head, *texts))
            self.setColumnWidth(place, round(min(widest, look.glyph(280))) + look.space(26))
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """All rows, up to a number of them."""
        rows = min(self.model().rowCount(), _MOST_ROWS) * self.verticalHeader().defaultSectionSize()
        return QSize(320, self.horizontalHeader().sizeHint().height() + rows + 20)

    def minimumSizeHint(self) -> QSize:
        """The same height: the page scrolls."""
        return QSize(160, self.sizeHint().height())


class PastePanel(Card):
    """Where a list is pasted. ``closed``: the person is ready with it."""

    closed = Signal()

    def __init__(self, context: Context) -> None:
        look = context.look
        super().__init__(look, border="action", padding=20, spacing=10)
        self._context = context
        self.body.addWidget(Heading(look, "Plakken uit een rekenblad", 3))
        columns = ", ".join(list(COLUMNS.values())[:7])
        self.body.addWidget(
            Label(
                look,
                "Kopieer de regels in uw rekenblad en plak ze hieronder. Kolommen met een kop mogen in elke volgorde. "
                f"Zonder kop is de volgorde: {columns}.",
                colour="ink2",
            )
        )
        label = Label(look, "Geplakte lijst", TypeRole.BODY_BOLD)
        self.area = Area(look, lines=5)
        self.area.setAccessibleName("Geplakte lijst")
        self.area.setLineWrapMode(Area.LineWrapMode.NoWrap)
        self.area.edited.connect(lambda _text: self.refresh())
        label.setBuddy(self.area)
        self.body.addWidget(label)
        self.body.addWidget(self.area)
        self.model = _PreviewModel(look)
        self.preview = _Preview(look, self.model)
        self.body.addWidget(self.preview)
        self.message = Label(look, colour="danger")
        self.remark = Label(look, colour="ink2")
        self.body.addWidget(self.message)
        self.body.addWidget(self.remark)
        self.do = Button(look, "", ButtonKind.SOLID, icon="plus")
        self.do.clicked.connect(self.carry_out)
        close = Button(look, "Sluiten", ButtonKind.QUIET, icon="close")
        close.clicked.connect(self.closed.emit)
        line = FlowLayout(look.space(12))
        line.addWidget(self.do)
        line.addWidget(close)
        self.body.addLayout(line)
        look.changed.connect(self.preview.fit)
        self._shown: PastePlan | None = None
        self.refresh()

    def open_with_clipboard(self, *, take: bool) -> None:
        """Get ready for a new list; ``take``: what is on the clipboard is in it already."""
        text = QGuiApplication.clipboard().text() if take else ""
        self.area.show_value(clean(text))
        self.refresh()
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Plan anew, for the dossier as it is now."""
        plan = plan_paste(clean(self.area.toPlainText()), self._context.editor.dossier)
        if plan == self._shown:
            return
        self._shown = plan
        self.model.take(plan)
        self.preview.fit()
        self.preview.setVisible(bool(plan.rows))
        reasons = [f"Regel {row.number}: {row.reason}" for row in plan.rows if row.reason]
        more = len(reasons) - _MOST_REASONS
        shown = [*reasons[:_MOST_REASONS], *([f"En nog {more} regels."] if more > 0 else [])]
        self.message.setText("\n".join(shown))
        self.message.setVisible(bool(shown))
        self.remark.setText(_skipped(plan.skipped))
        self.remark.setVisible(bool(plan.skipped))
        self.do.setText(_promise(plan))

    def carry_out(self) -> None:
        """Take the list over, as one edit; where nothing can be taken over, say so."""
        editor = self._context.editor
        text = clean(self.area.toPlainText())
        plan = plan_paste(text, editor.dossier)
        if not plan.changes:
            self.message.setText("Er is niets om over te nemen. Plak eerst een lijst met namen.")
            self.message.setVisible(True)
            self.area.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        editor.apply(plan.carry_out, said=_told(plan))
        if not editor.read_only:
            self.area.show_value("")
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


def _partners(count: int) -> str:
    return "1 partner" if count == 1 else f"{count} partners"


def _promise(plan: PastePlan) -> str:
    new, old = plan.count(Outcome.NEW, Outcome.RETURN), plan.count(Outcome.UPDATE)
    if new and old:
        return f"{_partners(new)} toevoegen, {old} bijwerken"
    if old:
        return f"{_partners(old)} bijwerken"
    return f"{_partners(new)} toevoegen" if new else "Partners toevoegen"


def _told(plan: PastePlan) -> str:
    new, old = plan.count(Outcome.NEW, Outcome.RETURN), plan.count(Outcome.UPDATE)
    if new and old:
        return f"{_partners(new)} toegevoegd, {old} bijgewerkt."
    return f"{_partners(new)} toegevoegd." if new else f"{_partners(old)} bijgewerkt."


def _skipped(heads: tuple[str, ...]) -> str:
    if not heads:
        return ""
    named = ", ".join(head if len(head) <= 30 else head[:29] + "…" for head in heads[:5])
    word = "Deze kolom wordt" if len(heads) == 1 else "Deze kolommen worden"
    return f"{word} niet overgenomen: {named}."
