"""The page of a step: head, why, wegwijzer, what must be looked at again, the cards, notes, and "afgerond"."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from models.dossier import Dossier, Progress
from models.dossier.edit import Path, fresh_id
from models.dossier.section import Note
from models.flow import mark_finished, unmet
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.rows import CheckRow, group_rows
from wizards.forms.spec import Field, Group, Kind, Records
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills, Switch
from wizards.widgets.fields import FieldWidget
from wizards.widgets.order import put_in_reading_order
from wizards.widgets.records import RecordsWidget
from wizards.widgets.signs import Notice, Signpost
from wizards.widgets.text import Heading, Label

__all__ = ["GroupCard", "StepPage", "StepSpec", "notes_group"]


@dataclass(frozen=True, slots=True)
class StepSpec:
    """A step of the wizard: its form as data, and how its page is made.

    ``groups``: for the check page; given the dossier, because some follow from the partners or from knowledge.
    ``more_rows``: rows of the check page that no group gives.
    """

    step: StepId
    page: Callable[[Context], "StepPage"]
    groups: Callable[[Dossier, Knowledge], tuple[Group, ...]]
    more_rows: Callable[[Dossier, Knowledge], Iterator[CheckRow]] = lambda _dossier, _knowledge: iter(())

    def rows(self, dossier: Dossier, knowledge: Knowledge) -> tuple[CheckRow, ...]:
        """Every answer of the step, for "Controleer uw antwoorden"."""
        groups = (*self.groups(dossier, knowledge), notes_group(self.step))
        given = tuple(r for group in groups[:-1] for r in group_rows(group, dossier, knowledge))
        return (*given, *self.more_rows(dossier, knowledge), *group_rows(groups[-1], dossier, knowledge))


def notes_group(step: StepId) -> Group:
    """The notes of a step, each with its switch "intern"."""
    path = (step.value, "notes")
    fields = (
        Field("text", "Notitie", Kind.AREA),
        Field("internal", "Intern: niet op de beamer en niet in het openbare rapport", Kind.TOGGLE),
    )
    records = Records(
        path,
        "Notities",
        "notitie",
        "Notitie verwijderd.",
        fields,
        make=lambda _dossier: Note(id=fresh_id()),
        headline=lambda note, _dossier, _knowledge: note.text.strip().split("\n")[0],
        detail=lambda note, _dossier, _knowledge: "intern" if note.internal else "openbaar",
        empty="Bewaar hier wat u bij dit onderdeel wilt onthouden.",
    )
    return Group("Notities", (step.value,), (records,))


class GroupCard(Card):
    """A card made from a group: its fields and lists, kept up to date by :meth:`refresh`."""

    def __init__(self, context: Context, group: Group) -> None:
        super().__init__(context.look, fill="intern_bg" if group.internal else "surface", padding=20, spacing=14)
        self.group = group
        look = context.look
        only_list = len(group.items) == 1 and isinstance(group.items[0], Records)
        if not only_list:
            self.body.addWidget(Heading(look, group.title, 3))
        if group.why:
            self.body.addWidget(Label(look, group.why, colour="ink2"))
        self.fields: list[FieldWidget] = []
        self.lists: list[RecordsWidget] = []
        flow: FlowLayout | None = None
        for item in group.items:
            if isinstance(item, Records):
                flow = None
                records = RecordsWidget(context, item)
                self.lists.append(records)
                self.body.addWidget(records)
                continue
            widget = FieldWidget(context, item, group.base)
            self.fields.append(widget)
            if not item.short:
                flow = None
                self.body.addWidget(widget)
                continue
            if flow is None:
                flow = FlowLayout(look.space(24), bottom=True)
                self.body.addLayout(flow)
            flow.addWidget(widget)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        for field in self.fields:
            field.refresh()
        for records in self.lists:
            records.refresh()

    def reveal(self, path: Path) -> bool:
        """Put the focus on the field at ``path``; whether it is on this card."""
        for field in self.fields:
            if path and field.path == path[: len(field.path)]:
                field.take_focus()
                return True
        return any(records.reveal(path) for records in self.lists)


class _Content(QWidget):
    """What scrolls: never wider than the view."""

    def minimumSizeHint(self) -> QSize:
        """Any width will do, the cards give way; the height follows from the width.

        Qt's own adds up labels as if they were narrow: a long page would end in an empty screen.
        """
        return QSize(240, 0)


class StepPage(QWidget):
    """Base of the fourteen pages. A page adds cards with :meth:`add_group` and widgets with :meth:`add_widget`.

    ``panel``: what stands beside the page (the advice); the shell places it. ``views``: keys and words of the switch
    at the right of the title, for pages that show the same data in two or three ways.
    """

    def __init__(self, context: Context, step: StepId, views: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__()
        self.context, self.step = context, step
        self.panel: QWidget | None = None
        self.cards: list[GroupCard] = []
        self.refreshers: list[Callable[[], None]] = []
        self.revealers: list[Callable[[Path], bool]] = []
        self._ordered: tuple[QWidget, ...] = ()
        look, text = context.look, context.editor.knowledge.step[step]
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = _Content()
        self.content: QVBoxLayout = column(
            look.space(14), (look.space(32), look.space(16), look.space(32), look.space(24))
        )
        inner.setLayout(self.content)
        self.scroller.setWidget(inner)
        outer = column()
        outer.addWidget(self.scroller)
        self.setLayout(outer)
        self.view: Switch | Pills | None = None
        self._top = column(look.space(2))
        self.content.addLayout(self._top)
        self._add_head(text.title, views)
        self.why = Label(look, f"Waarom vragen we dit? {text.why}", colour="ink2")
        self._top.addWidget(self.why)
        self._needs = column(look.space(8))
        self.content.addLayout(self._needs)
        self._recheck: Notice | None = None
        self._add_signposts()
        self.main: QVBoxLayout = column(look.space(14))
        self.content.addLayout(self.main)
        self._add_tail()
        self.content.addStretch(1)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        context.editor.changed.connect(self._refresh_soon)
        QTimer.singleShot(0, self, self._refresh_state)

    # --- for the pages

    def add_group(self, group: Group) -> GroupCard:
        """Add a card made from data."""
        card = GroupCard(self.context, group)
        self.cards.append(card)
        self.main.addWidget(card)
        return card

    def add_widget(
        self,
        widget: QWidget,
        refresh: Callable[[], None] | None = None,
        reveal: Callable[[Path], bool] | None = None,
    ) -> None:
        """Add a widget of the page's own; ``refresh`` after each change, ``reveal``: put the focus on a path."""
        self.main.addWidget(widget)
        if refresh is not None:
            self.refreshers.append(refresh)
        if reveal is not None:
            self.revealers.append(reveal)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        if not self.isVisible():
            return
        for card in self.cards:
            card.refresh()
        for refresh in self.refreshers:
            refresh()
        self._refresh_state()
        self.put_in_order()

    def put_in_order(self) -> None:
        """Let Tab go through the page as one reads, whatever was made first."""
        inner = self.scroller.widget()
        if inner is not None:
            self._ordered = put_in_reading_order(inner, self._ordered)

    # --- for the shell

    def reveal(self, path: Path) -> bool:
        """Put the focus on the field at ``path``; whether the page has it."""
        if any(card.reveal(path) for card in self.cards) or any(reveal(path) for reveal in self.revealers):
            QTimer.singleShot(0, self, self._show_focus)
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Title and switch beside each other where there is room for both."""
        super().resizeEvent(event)
        if self.view is None:
            return
        words = self.context.look.metrics(TypeRole.H1).horizontalAdvance(self.title.text())
        needed = words + self.view.sizeHint().width() + 6 * self.context.look.space(16)
        beside = needed <= self.width()
        self.head.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self.head.setAlignment(self.view, Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft)

    def showEvent(self, event: object) -> None:
        """Catch up with what changed while another page was shown."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    # --- inside

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._soon.start()

    def _show_focus(self) -> None:
        widget = self.focusWidget()
        if widget is not None:
            self.scroller.ensureWidgetVisible(widget, 40, 80)

    def _add_head(self, title: str, views: tuple[tuple[str, str], ...]) -> None:
        look, knowledge = self.context.look, self.context.editor.knowledge
        number = list(knowledge.step).index(self.step) + 1
        phase = next(p.title for p in knowledge.steps.phases if p.id is knowledge.step[self.step].phase)
        caption = f"Onderdeel {number} van {len(knowledge.step)}  ·  {phase}"
        self._top.addWidget(Label(look, caption, TypeRole.CAPTION, "ink2"))
        head = row(look.space(12))
        self.title = Heading(look, title, 1)
        head.addWidget(self.title, 1)
        self.head = head
        if views:
            self.view = Switch(look, "Weergave", views)
            head.addWidget(self.view, 0, Qt.AlignmentFlag.AlignVCenter)
        self._top.addLayout(head)

    def _add_signposts(self) -> None:
        look = self.context.look
        posts = [w for w in self.context.editor.knowledge.wegwijzers.wegwijzers if self.step in w.steps]
        if not posts:
            return
        card = Card(look, padding=6, spacing=6)
        for wegwijzer in posts:
            line = row(look.space(10))
            line.addWidget(Signpost(look, f"Wegwijzer {wegwijzer.number}"), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(look, f"{wegwijzer.name}. {wegwijzer.check_question}"), 1)
            card.body.addLayout(line)
        self.content.addWidget(card)

    def _add_tail(self) -> None:
        look = self.context.look
        self.tail = column(look.space(14))
        card = GroupCard(self.context, notes_group(self.step))
        self.cards.append(card)
        self.tail.addWidget(card)
        done = Card(look, padding=20)
        line = FlowLayout(look.space(16), centred=True)
        line.addWidget(Label(look, "Heeft u dit onderdeel afgerond?", TypeRole.BODY_BOLD, wrap=False))
        self.finished = Pills(
            look, "Heeft u dit onderdeel afgerond?", (("ja", "Ja, afgerond"), ("nee", "Nee, later verder"))
        )
        self.finished.chosen.connect(self._say_finished)
        line.addWidget(self.finished)
        check = Button(look, "Controleer uw antwoorden", ButtonKind.QUIET, icon="list")
        check.clicked.connect(lambda: self.context.navigator.open_check(self.step))
        line.addWidget(check)
        done.body.addLayout(line)
        self.tail.addWidget(done)
        self.content.addLayout(self.tail)

    def _say_finished(self, key: str) -> None:
        step, done = self.step, key == "ja"
        self.context.editor.apply(lambda dossier: mark_finished(dossier, step, done))

    def _refresh_state(self) -> None:
        dossier = self.context.editor.dossier
        progress = dossier.progress.get(self.step, Progress())
        self.finished.choose("ja" if progress.finished else "nee")
        self._refresh_needs()
        self._refresh_recheck(tuple(recheck.reason for recheck in progress.recheck))

    def _refresh_recheck(self, reasons: tuple[str, ...]) -> None:
        if not reasons:
            if self._recheck is not None:
                self._recheck.hide()
            return
        if self._recheck is None:
            look = self.context.look
            self._recheck = Notice(look, "Opnieuw bekijken", kind="warn")
            still = Button(look, "Klopt nog", icon="check")
            still.clicked.connect(self._still_right)
            line = row()
            line.addWidget(still)
            line.addStretch(1)
            self._recheck.body.addLayout(line)
            self.content.insertWidget(1, self._recheck)
        self._recheck.say("Opnieuw bekijken", "\n".join(dict.fromkeys(reasons)))
        self._recheck.show()

    def _still_right(self) -> None:
        step = self.step
        finished = self.context.editor.dossier.progress.get(step, Progress()).finished
        self.context.editor.apply(lambda dossier: mark_finished(dossier, step, finished))

    def _refresh_needs(self) -> None:
        editor = self.context.editor
        links = unmet(editor.dossier, self.step, editor.knowledge)
        said = tuple(link.reason for link in links)
        if said == getattr(self, "_said", ()):
            return
        self._said = said
        while (item := self._needs.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        look = self.context.look
        for link in links:
            notice = Notice(look, link.reason, kind="info")
            title = editor.knowledge.step[link.step].title
            button = Button(look, f"Naar {title}", ButtonKind.QUIET, icon="arrow-right")
            button.clicked.connect(lambda *_, step=link.step: self.context.navigator.open_step(step))
            line = row()
            line.addWidget(button)
            line.addStretch(1)
            notice.body.addLayout(line)
            self._needs.addWidget(notice)


def shortcut(widget: QWidget, keys: str, act: Callable[[], object]) -> QShortcut:
    """A shortcut that works while the focus is inside ``widget``."""
    made = QShortcut(QKeySequence(keys), widget)
    made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
    made.activated.connect(act)
    return made
