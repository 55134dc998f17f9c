"""The task list: the first thing seen of a dossier. Title, partners, progress, the four phases, and what comes next."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.window.nodes import Strip
from desktop.window.page_view import scrolling, take_out
from desktop.window.rows import LinkRow
from desktop.window.task_rows import PhaseCard
from desktop.window.task_side import AdviceCard, GoOnCard, QuestionsCard, next_step
from desktop.window.title_field import TitleField
from desktop.window.token_row import TokenRow
from desktop.window.words import STEP_ICONS
from models.check import FindingKind
from models.dutch import listed
from models.flow import Status, StepStatus, is_empty, status_of, statuses
from models.vocabulary import Onlooker, StepId
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, Rule, column, row
from wizards.widgets.buttons import Button, Switch
from wizards.widgets.text import Label

__all__ = ["TaskList"]

_SHOWN_TOKENS = 12
_SHOWN_NAMES = 4
_ANY_WIDTH = 16777215
_WIDE, _MIDDLE = 1080, 720
"""Widths, grown with the text, from which three columns or two columns fit."""


class TaskList(QWidget):
    """Everything of the dossier on one page. ``chosen``: a step; ``preview``: the report; ``findings``: the list."""

    chosen = Signal(str)
    preview = Signal()
    findings = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.last_step: StepId | None = None
        self.onlooker = Onlooker.SECRETARIS
        self.cards: list[PhaseCard] = []
        self._route: tuple[StepId, ...] | None = None
        self._partners: tuple[str, ...] | None = None
        self._arranged: object = None
        self._make_head()
        self._make_side()
        self._make_last()
        look = context.look
        # Each column is a widget of its own, so that Tab reads one column after the other.
        self._left, self._beside = QWidget(), QWidget()
        self._phases = QGridLayout()
        self._phases.setSpacing(look.space(16))
        left = column()
        left.addLayout(self._phases)
        left.addStretch(1)
        self._left.setLayout(left)
        self._side: QVBoxLayout = column(look.space(16))
        self._beside.setLayout(self._side)
        self._body = QGridLayout()
        self._body.setHorizontalSpacing(look.space(24))
        self._body.setVerticalSpacing(look.space(16))
        self._body.setColumnStretch(0, 1)
        content = column(look.space(18), (look.space(40), look.space(22), look.space(40), look.space(24)))
        content.addWidget(self._head)
        content.addLayout(self._body)
        content.addStretch(1)
        self.scroller = scrolling(content)
        outer = column()
        outer.addWidget(self.scroller)
        self.setLayout(outer)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self.refresh)
        context.editor.changed.connect(self._refresh_soon)
        context.editor.insight_changed.connect(self._refresh_soon)

    # --- for the shell

    def refresh(self) -> None:
        """Show the dossier as it is now."""
        if not self.isVisible():
            return
        editor = self.context.editor
        dossier, knowledge, found = editor.dossier, editor.knowledge, editor.insight.findings
        route = statuses(dossier, knowledge, found)
        self.title.show_title(dossier.title)
        self._show_partners(tuple(partner.name.strip() or "zonder naam" for partner in dossier.partners.active))
        self.route.choose("short" if dossier.short_route else "all")
        self._show_progress(route)
        steps = tuple(status.step for status in route)
        if steps != self._route:
            self._route = steps
            self._make_cards()
        for card in self.cards:
            card.show_statuses(tuple(status_of(dossier, step, found) for step in StepId))
        begun = any(not is_empty(dossier, step) for step in StepId)
        done = all(status.status is Status.FINISHED for status in route)
        self.go_on.show_step(next_step(route, self.last_step), begun=begun, done=done)
        self.advice.refresh()
        self.questions.show_onlooker(self.onlooker)
        self._show_findings()
        self.arrange()

    def arrange(self) -> None:
        """One, two or three columns, as fits the width."""
        look, width = self.context.look, self.width()
        wide, middle = width >= look.glyph(_WIDE), width >= look.glyph(_MIDDLE)
        key = (wide, middle, look.zoom, self.onlooker, tuple(self.cards))
        if key == self._arranged or not self.cards:
            return
        self._arranged = key
        self._arrange_phases(2 if middle else 1)
        for widget in (self._right, self.go_on, self._left, self._beside):
            self._body.removeWidget(widget)
        take_out(self._side)
        side = self._side_cards()
        if wide:
            self._head_line.addWidget(self._right)
            self._body.addWidget(self._left, 0, 0)
            self._body.addWidget(self._beside, 0, 1)
            side = (self.go_on, *side)
        else:
            self._head_line.removeWidget(self._right)
            for at, widget in enumerate((self.go_on, self._right, self._left, self._beside)):
                self._body.addWidget(widget, at, 0)
        for card in side:
            self._side.addWidget(card)
        self._side.addStretch(1)
        self._beside.setMinimumWidth(look.glyph(304) if wide else 0)
        self._beside.setMaximumWidth(look.glyph(304) if wide else _ANY_WIDTH)

    def _arrange_phases(self, columns: int) -> None:
        take_out(self._phases)
        for index, card in enumerate(self.cards):
            self._phases.addWidget(card, index // columns, index % columns)
        for at in range(2):
            self._phases.setColumnStretch(at, 1 if at < columns else 0)
        if self.others is not None:
            self._phases.addWidget(self.others, len(self.cards), 0, 1, columns)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange again."""
        super().resizeEvent(event)
        self.arrange()

    def showEvent(self, event: object) -> None:
        """Catch up."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.refresh()

    # --- making

    def _make_head(self) -> None:
        look = self.context.look
        self.title = TitleField(self.context)
        self._tokens = TokenRow(look)
        self._names = Label(look, "", colour="ink2")
        names = row(look.space(12))
        names.addWidget(self._tokens)
        names.addWidget(self._names, 1)
        left = column(look.space(8))
        left.addWidget(self.title)
        left.addLayout(names)
        left.addStretch(1)
        self.count = Label(look, "", TypeRole.BODY_BOLD, wrap=False)
        self.strip = Strip(look)
        counted = row(look.space(14))
        counted.addWidget(self.count)
        counted.addStretch(1)
        counted.addWidget(self.strip)
        self.route = Switch(look, "Route", (("all", "Alle onderdelen"), ("short", "Korte route")))
        self.route.chosen.connect(self._choose_route)
        routes = row(look.space(12))
        routes.addWidget(Label(look, "Route", colour="ink2", wrap=False), 1, Qt.AlignmentFlag.AlignRight)
        routes.addWidget(self.route)
        self._right = QWidget()
        right = column(look.space(10))
        self._right.setLayout(right)
        right.addLayout(counted)
        right.addLayout(routes)
        right.addStretch(1)
        self._head = QWidget()
        self._head_line = row(look.space(24))
        self._head_line.addLayout(left, 1)
        self._head_line.addWidget(self._right)
        self._head.setLayout(self._head_line)

    def _make_side(self) -> None:
        look = self.context.look
        self.go_on = GoOnCard(self.context)
        self.go_on.chosen.connect(self.chosen)
        self.advice = AdviceCard(self.context)
        self.questions = QuestionsCard(self.context)
        self.state = Card(look, padding=10, spacing=0)
        self.others: Card | None = None
        self._state_row: LinkRow | None = None
        self._state_words = ""

    def _side_cards(self) -> tuple[Card, ...]:
        # Who looks on changes what comes first; a secretary works from the advice, the others from their questions.
        if self.onlooker is Onlooker.SECRETARIS:
            return (self.advice, self.state, self.questions)
        return (self.questions, self.advice, self.state)

    def _make_last(self) -> None:
        look = self.context.look
        self._preview_words = Label(
            look, "U kunt het rapport altijd bekijken. Een proefversie laat zien wat nog mist.", colour="ink2"
        )
        self.preview_button = Button(look, "Proefversie bekijken (pdf)", icon="pdf")
        self.preview_button.clicked.connect(lambda *_: self.preview.emit())

    def _make_cards(self) -> None:
        context, route = self.context, self._route or ()
        for made in (*self.cards, self.others):
            if made is not None:
                made.hide()
                made.deleteLater()
        knowledge = context.editor.knowledge
        self.cards = []
        # These two move to the new last card; without a parent they would be windows for a moment.
        self._make_last()
        for phase in knowledge.steps.phases:
            steps = tuple(text for key, text in knowledge.step.items() if text.phase is phase.id and key in route)
            if steps:
                card = PhaseCard(context.look, phase.title, steps)
                card.chosen.connect(self.chosen)
                self.cards.append(card)
        last, look = self.cards[-1], context.look
        last.rows_box.addWidget(Rule(look))
        last.rows_box.addSpacing(look.space(10))
        last.rows_box.addWidget(self._preview_words)
        last.rows_box.addSpacing(look.space(4))
        last.rows_box.addWidget(self.preview_button, 0, Qt.AlignmentFlag.AlignLeft)
        last.rows_box.addSpacing(look.space(10))
        self._make_others([text.id for text in knowledge.steps.steps if text.id not in route])

    def _make_others(self, steps: list[StepId]) -> None:
        self.others = None
        if not steps:
            return
        look, knowledge = self.context.look, self.context.editor.knowledge
        self.others = Card(look, padding=16, spacing=8)
        self.others.body.addWidget(Label(look, "Niet in de korte route, wel te openen", TypeRole.BODY_BOLD))
        flow = FlowLayout(look.space(8))
        for step in steps:
            button = Button(look, knowledge.step[step].title, icon=STEP_ICONS[step])
            button.clicked.connect(lambda *_, key=step.value: self.chosen.emit(key))
            flow.addWidget(button)
        self.others.body.addLayout(flow)

    # --- showing

    def _show_partners(self, names: tuple[str, ...]) -> None:
        if names == self._partners:
            return
        self._partners = names
        self._tokens.show_names(names[:_SHOWN_TOKENS])
        more = f"{', '.join(names[: _SHOWN_NAMES - 1])} en nog {len(names) - _SHOWN_NAMES + 1}"
        said = listed(names) if len(names) <= _SHOWN_NAMES else more
        self._names.setText(said or "Er zijn nog geen partners ingevuld.")

    def _show_progress(self, route: tuple[StepStatus, ...]) -> None:
        knowledge = self.context.editor.knowledge
        done = sum(status.status is Status.FINISHED for status in route)
        self.count.setText(f"{done} van {len(route)} onderdelen afgerond")
        groups = (
            tuple(status.status for status in route if knowledge.step[status.step].phase is phase.id)
            for phase in knowledge.steps.phases
        )
        self.strip.show_groups(tuple(group for group in groups if group))

    def _show_findings(self) -> None:
        found = self.context.editor.insight.findings
        wrong = sum(f.kind is FindingKind.CONTRADICTION for f in found)
        missing = sum(f.kind is FindingKind.MISSING for f in found)
        words = f"{missing} {'punt ontbreekt' if missing == 1 else 'punten ontbreken'}"
        words += f", {wrong} {'tegenspraak' if wrong == 1 else 'tegenspraken'}"
        if words == self._state_words:
            return
        self._state_words = words
        focused = self._state_row is not None and self._state_row.hasFocus()
        if self._state_row is not None:
            self.state.body.removeWidget(self._state_row)
            self._state_row.hide()
            self._state_row.deleteLater()
        tone = "danger" if wrong else "action"
        self._state_row = LinkRow(self.context.look, "Hoe sta ik ervoor?", words, "warning" if wrong else "list", tone)
        self._state_row.clicked.connect(lambda *_: self.findings.emit())
        self.state.body.addWidget(self._state_row)
        if focused:
            self._state_row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_route(self, key: str) -> None:
        self.context.editor.put(("short_route",), key == "short")
        self.route.choose("short" if self.context.editor.dossier.short_route else "all")

    def _refresh_soon(self) -> None:
        if self.isVisible():
            self._soon.start()
