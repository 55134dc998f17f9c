"""A checklist on screen: its points by group, what is open or late, who does it by when, and where it stands."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.knowledge.catalogue import CheckItem
from models.planning.checklists import Checklist, ChecklistKind, ChecklistPoint, PointGroup, checklist_of
from models.vocabulary import LegalBasis
from models.wording.checklists import (
    GROUP_TITLES,
    STATE_WORDS,
    deadline_words,
    late_words,
    list_table,
    no_points_words,
    origin_words,
    owner_words,
    progress_words,
    status_words,
)
from models.wording.words import first_upper
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.sheet import sheet_text
from wizards.forms.spec import Field, Kind
from wizards.forms.values import spoken
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, Rule, column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.copy_table import COPIED
from wizards.widgets.fields import FieldWidget
from wizards.widgets.read_table import copied_cell
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["FILTERS", "ChecklistSpec", "ChecklistWidget", "checklist_rows"]

_STATES = tuple((state.value, words) for state, words in STATE_WORDS.items())
_FIELDS = (
    Field("owner", "Wie zorgt hiervoor?"),
    Field("due", "Wanneer is het klaar?", Kind.DATE),
    Field("place", "Waar staat het?", why="Bijvoorbeeld het artikel of de bijlage."),
    Field("remark", "Opmerking", Kind.AREA),
)
FILTERS = (("all", "Alle punten"), ("open", "Nog open"), ("late", "Te laat"))
_EMPTY = {"open": "Er staat niets meer open.", "late": "Er is niets te laat."}


@dataclass(frozen=True, slots=True)
class ChecklistSpec:
    """``path``: the mapping in the dossier; ``kind``: which list of the knowledge."""

    title: str
    path: Path
    kind: ChecklistKind
    why: str = ""


def checklist_rows(
    spec: ChecklistSpec, dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None = None
) -> Iterator[CheckRow]:
    """The rows of the check page: one per point. ``basis``: the advised one, where none is chosen."""
    for point in checklist_of(spec.kind, dossier, knowledge, basis).points:
        base = (*spec.path, point.item.id)
        said = [STATE_WORDS[point.status.state]]
        for field in _FIELDS:
            value = getattr(point.status, field.name)
            if value:
                said.append(f"{field.label} {spoken(field, value, dossier, knowledge)}")
        yield CheckRow(spec.title, point.item.text, "\n".join(said), (*base, "state"))


def _explanation(item: CheckItem) -> str:
    """Why, and the article. That a point is only usual is what the heading of its group says already."""
    origin = origin_words(item) if item.article else ""
    return f"{item.why} {origin}".strip() if item.why else first_upper(origin.strip("()"))


class _Point(QWidget):
    """One point: its text, its state, and on request who, when and where."""

    def __init__(self, context: Context, path: Path, point: ChecklistPoint) -> None:
        super().__init__()
        self._context, self.item = context, point.item
        self.path: Path = (*path, point.item.id)
        look, item = context.look, point.item
        self._layout = column(look.space(4), (0, look.space(6), 0, look.space(6)))
        self.setLayout(self._layout)
        self._layout.addWidget(Label(look, item.text, TypeRole.BODY_BOLD))
        extra = _explanation(item)
        if extra:
            self._layout.addWidget(Label(look, extra, TypeRole.CAPTION, "ink2"))
        self._layout.addLayout(self._controls())
        self.late = self._warning()
        self.summary = Label(look, "", TypeRole.CAPTION, "ink2")
        self._layout.addWidget(self.summary)
        self.fields: tuple[FieldWidget, ...] = ()
        self._details: QWidget | None = None

    def _controls(self) -> FlowLayout:
        look = self._context.look
        line = FlowLayout(look.space(10), centred=True)
        self.pills = Pills(look, f"Hoe staat dit punt ervoor: {self.item.text}", _STATES)
        self.pills.chosen.connect(self._choose)
        line.addWidget(self.pills)
        self.more = Button(look, "Wie en wanneer", ButtonKind.QUIET)
        self.more.setAccessibleName(f"Wie en wanneer: {self.item.text}")
        self.more.clicked.connect(self.toggle)
        line.addWidget(self.more)
        return line

    def _warning(self) -> Label:
        look = self._context.look
        self._late_line = QWidget()
        line = row(look.space(6))
        self._late_line.setLayout(line)
        line.addWidget(Icon(look, "warning", "warn", 18), 0, Qt.AlignmentFlag.AlignTop)
        words = Label(look, "", TypeRole.BODY_BOLD, "warn")
        line.addWidget(words, 1)
        self._layout.addWidget(self._late_line)
        return words

    def _choose(self, key: str) -> None:
        self._context.editor.put((*self.path, "state"), key)

    def toggle(self) -> None:
        """Open or close the details; they are made when first asked for."""
        if self._details is None:
            look = self._context.look
            self._details = QWidget()
            inner = column(look.space(10), (look.space(16), look.space(4), 0, look.space(8)))
            self._details.setLayout(inner)
            self.fields = tuple(FieldWidget(self._context, field, self.path) for field in _FIELDS)
            for field in self.fields:
                inner.addWidget(field)
            self._layout.addWidget(self._details)
            self._details.show()
        else:
            self._details.setVisible(self._details.isHidden())
        self.summary.setVisible(self._details.isHidden() and bool(self.summary.text()))

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

    def show_point(self, point: ChecklistPoint, late: str) -> None:
        """Show what the dossier holds now."""
        self.pills.choose(point.status.state.value)
        self.late.setText(late)
        self._late_line.setVisible(bool(late))
        words = status_words(point)
        self.summary.setText(words)
        opened = self._details is not None and not self._details.isHidden()
        self.summary.setVisible(bool(words) and not opened)
        for field in self.fields:
            field.refresh()


class _Group(QWidget):
    """The heading of a group and its points."""

    def __init__(self, context: Context, group: PointGroup, points: tuple[_Point, ...]) -> None:
        super().__init__()
        look = context.look
        self.points = points
        self._rules: list[Rule] = []
        layout: QVBoxLayout = column(look.space(2), (0, look.space(10), 0, 0))
        self.setLayout(layout)
        layout.addWidget(Label(look, GROUP_TITLES[group], TypeRole.LEAD_BOLD))
        for point in points:
            rule = Rule(look)
            self._rules.append(rule)
            layout.addWidget(rule)
            layout.addWidget(point)

    def filter(self, shown: frozenset[str]) -> None:
        """Show only these points; without any the group is gone."""
        for rule, point in zip(self._rules, self.points, strict=True):
            on = point.item.id in shown
            rule.setVisible(on)
            point.setVisible(on)
        self.setVisible(any(point.item.id in shown for point in self.points))


class ChecklistWidget(Card):
    """All points of a list with what is done, open and late. ``read``: the list as the dossier holds it now."""

    def __init__(self, context: Context, spec: ChecklistSpec, read: Callable[[], Checklist]) -> None:
        super().__init__(context.look, spacing=6)
        self._context, self.spec, self._read = context, spec, read
        self._groups: tuple[_Group, ...] = ()
        self._points: dict[str, _Point] = {}
        self._filter, self._kept = "all", frozenset[str]()
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        look, spec = self._context.look, self.spec
        self.body.addWidget(Heading(look, spec.title, 3))
        if spec.why:
            self.body.addWidget(Label(look, spec.why, colour="ink2"))
        self.count = Label(look, "", TypeRole.BODY_BOLD, "action")
        self.body.addWidget(self.count)
        self.more = Label(look, "", colour="ink2")
        self.body.addWidget(self.more)
        self.filters = Pills(look, f"Welke punten ziet u: {spec.title}", FILTERS)
        self.filters.choose("all")
        self.filters.chosen.connect(self.choose_filter)
        self.body.addWidget(self.filters)
        self.empty = Label(look, "", colour="ink2")
        self.body.addWidget(self.empty)
        self._groups_layout = column()
        self.body.addLayout(self._groups_layout)
        self.copy_button = Button(look, "Kopieer tabel", ButtonKind.QUIET, icon="export")
        self.copy_button.setAccessibleDescription(spec.title)
        self.copy_button.clicked.connect(self.copy)
        line = row()
        line.addWidget(self.copy_button)
        line.addStretch(1)
        self.body.addLayout(line)

    def refresh(self) -> None:
        """Show what the dossier holds now; other points when another list counts."""
        held = self._read()
        if tuple(self._points) != tuple(point.item.id for point in held.points):
            self._remake(held)
        for point in held.points:
            self._points[point.item.id].show_point(point, late_words(point, held.deadline))
        self._say(held)
        # What was settled a moment ago stays in sight, so that nothing moves under the hand.
        self._show(self._kept | self._chosen(held))

    def choose_filter(self, key: str) -> None:
        """Show all points, the open ones or the late ones."""
        self._filter = key
        self.filters.choose(key)
        self._show(self._chosen(self._read()))

    def copy(self) -> None:
        """Put the whole list on the clipboard as a table, and say so."""
        table = list_table(self._read())
        cells = (table.head, *(tuple(copied_cell(cell) for cell in line) for line in table.rows))
        QGuiApplication.clipboard().setText(sheet_text(cells).removesuffix("\n"))
        self._context.navigator.say(COPIED)

    def _say(self, held: Checklist) -> None:
        first, *rest = progress_words(held) or ("",)
        self.count.setText(first)
        self.count.setVisible(bool(first))
        late = len(held.late)
        said = f"{late} {'punt is' if late == 1 else 'punten zijn'} te laat." if late else ""
        words = "\n".join(filter(None, (*rest, deadline_words(held), said, owner_words(held))))
        self.more.setText(words)
        self.more.setVisible(bool(words))
        self.filters.setVisible(bool(held.points))
        self.copy_button.setVisible(bool(held.points))

    def _chosen(self, held: Checklist) -> frozenset[str]:
        points = {"open": held.open, "late": held.late}.get(self._filter, held.points)
        return frozenset(point.item.id for point in points)

    def _show(self, shown: frozenset[str]) -> None:
        self._kept = shown
        for group in self._groups:
            group.filter(shown)
        words = ""
        if not self._points:
            words = no_points_words(self.spec.kind)
        elif not shown:
            words = _EMPTY.get(self._filter, "")
        self.empty.setText(words)
        self.empty.setVisible(bool(words))

    def _remake(self, held: Checklist) -> None:
        while (entry := self._groups_layout.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._points = {p.item.id: _Point(self._context, self.spec.path, p) for p in held.points}
        groups = []
        for group in PointGroup:
            points = tuple(self._points[p.item.id] for p in held.in_group(group))
            if points:
                made = _Group(self._context, group, points)
                groups.append(made)
                self._groups_layout.addWidget(made)
        self._groups = tuple(groups)
        self._kept = frozenset()

    def reveal(self, path: Path) -> bool:
        """Put the focus on a point; whether it is in this list."""
        depth = len(self.spec.path)
        if path[:depth] != self.spec.path:
            return False
        if len(path) == depth:
            first = next(iter(self._points.values()), None)
            if first is not None:
                self._show_all()
                first.reveal("state")
            return first is not None
        point = self._points.get(path[depth])
        if point is None:
            return False
        if point.item.id not in self._kept:
            self._show_all()
        point.reveal(path[depth + 1] if len(path) > depth + 1 else "state")
        return True

    def _show_all(self) -> None:
        self.choose_filter("all")
