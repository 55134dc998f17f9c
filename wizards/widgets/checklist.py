"""A checklist from knowledge: per point its state, and who does it by when; counted at the top."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.agree import CheckState
from models.dossier.edit import Path, value_at
from models.knowledge import Knowledge
from models.knowledge.catalogue import CheckItem
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Field, Kind
from wizards.forms.values import spoken
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, Rule, column
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.fields import FieldWidget
from wizards.widgets.text import Heading, Label

__all__ = ["ChecklistSpec", "ChecklistWidget", "checklist_rows"]

_STATES = (("open", "Open"), ("busy", "Bezig"), ("done", "Klaar"), ("not_applicable", "Niet van toepassing"))
_FIELDS = (
    Field("owner", "Wie zorgt hiervoor?"),
    Field("due", "Wanneer is het klaar?", Kind.DATE),
    Field("place", "Waar staat het?", why="Bijvoorbeeld het artikel of de bijlage."),
    Field("remark", "Opmerking", Kind.AREA),
)


@dataclass(frozen=True, slots=True)
class ChecklistSpec:
    """``path``: the mapping in the dossier; ``items``: the points that count in this dossier."""

    title: str
    path: Path
    items: Callable[[Dossier, Knowledge], tuple[CheckItem, ...]]
    why: str = ""


def _state(dossier: Dossier, spec: ChecklistSpec, item: str) -> str:
    status = value_at(dossier, (*spec.path, item))
    return CheckState.OPEN.value if status is None else status.state.value


def checklist_rows(spec: ChecklistSpec, dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the check page: one per point."""
    words = dict(_STATES)
    for item in spec.items(dossier, knowledge):
        base = (*spec.path, item.id)
        said = [words[_state(dossier, spec, item.id)]]
        for field in _FIELDS:
            value = value_at(dossier, (*base, field.name))
            if value:
                said.append(f"{field.label} {spoken(field, value, dossier, knowledge)}")
        yield CheckRow(spec.title, item.text, "\n".join(said), (*base, "state"))


class _Point(QWidget):
    """One point: its text, its state, and on request who, when and where."""

    def __init__(self, context: Context, spec: ChecklistSpec, item: CheckItem) -> None:
        super().__init__()
        self._context, self._spec, self.item = context, spec, item
        look = context.look
        self._layout = column(look.space(4), (0, look.space(6), 0, look.space(6)))
        self.setLayout(self._layout)
        self._layout.addWidget(Label(look, item.text, TypeRole.BODY_BOLD))
        extra = " ".join(part for part in (item.why, _origin(item)) if part)
        if extra:
            self._layout.addWidget(Label(look, extra, TypeRole.CAPTION, "ink2"))
        line = FlowLayout(look.space(10), centred=True)
        self.pills = Pills(look, f"Hoe staat dit punt ervoor: {item.text}", _STATES)
        self.pills.chosen.connect(self._choose)
        line.addWidget(self.pills)
        self.more = Button(look, "Wie en wanneer", ButtonKind.QUIET)
        self.more.setAccessibleName(f"Wie en wanneer: {item.text}")
        self.more.clicked.connect(self.toggle)
        line.addWidget(self.more)
        self._layout.addLayout(line)
        self.fields: tuple[FieldWidget, ...] = ()
        self._details: QWidget | None = None

    def _choose(self, key: str) -> None:
        self._context.editor.put((*self._spec.path, self.item.id, "state"), key)

    def toggle(self) -> None:
        """Open or close the details; they are made when first asked for."""
        if self._details is None:
            look, base = self._context.look, (*self._spec.path, self.item.id)
            self._details = QWidget()
            inner = column(look.space(10), (look.space(16), look.space(4), 0, look.space(8)))
            self._details.setLayout(inner)
            self.fields = tuple(FieldWidget(self._context, field, base) for field in _FIELDS)
            for field in self.fields:
                inner.addWidget(field)
            self._layout.addWidget(self._details)
            self._details.show()
        else:
            self._details.setVisible(self._details.isHidden())

    def reveal(self, name: str) -> None:
        """Put the focus on the state or on a detail."""
        if name != "state":
            if self._details is None or self._details.isHidden():
                self.toggle()
            for field in self.fields:
                if field.field.name == name:
                    field.take_focus()
                    return
        self.pills.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        self.pills.choose(_state(self._context.editor.dossier, self._spec, self.item.id))
        for field in self.fields:
            field.refresh()


def _origin(item: CheckItem) -> str:
    if item.article:
        return f"({item.article})"
    return "" if item.statutory else "(gebruikelijk, niet in de wet)"


class ChecklistWidget(Card):
    """All points of a list, with the count of those that are done."""

    def __init__(self, context: Context, spec: ChecklistSpec) -> None:
        super().__init__(context.look, spacing=4)
        self._context, self.spec = context, spec
        look = context.look
        self.body.addWidget(Heading(look, spec.title, 3))
        if spec.why:
            self.body.addWidget(Label(look, spec.why, colour="ink2"))
        self._count = Label(look, "", TypeRole.BODY_BOLD, "action")
        self.body.addWidget(self._count)
        self._points_layout = column()
        self.body.addLayout(self._points_layout)
        self._points: tuple[_Point, ...] = ()
        self.refresh()

    def refresh(self) -> None:
        """Show what the dossier holds now; other points when another list counts."""
        editor = self._context.editor
        items = self.spec.items(editor.dossier, editor.knowledge)
        if tuple(point.item for point in self._points) != items:
            self._remake(items)
        for point in self._points:
            point.refresh()
        states = [_state(editor.dossier, self.spec, item.id) for item in items]
        settled = sum(state in ("done", "not_applicable") for state in states)
        self._count.setText(f"{settled} van {len(items)} punten zijn klaar of niet nodig.")

    def _remake(self, items: tuple[CheckItem, ...]) -> None:
        while (entry := self._points_layout.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._points = tuple(_Point(self._context, self.spec, item) for item in items)
        for point in self._points:
            self._points_layout.addWidget(Rule(self._context.look))
            self._points_layout.addWidget(point)

    def reveal(self, path: Path) -> bool:
        """Put the focus on a point; whether it is in this list."""
        depth = len(self.spec.path)
        if path[:depth] != self.spec.path:
            return False
        for point in self._points:
            if path[depth : depth + 1] == (point.item.id,):
                point.reveal(path[depth + 1] if len(path) > depth + 1 else "state")
                return True
        if self._points and len(path) == depth:
            self._points[0].reveal("state")
            return True
        return False
