"""Versies: freeze the dossier, the versions with who agreed, compare two of them, go on from one."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models import dutch
from models.signoff.approvals import ApprovalState
from models.signoff.comparison import Side, compare
from models.signoff.state import SignOff
from models.storage.records import Revision
from models.wording.about import NAME_LENGTH
from models.wording.signoff import (
    CODE_EXPLAINED,
    FROZEN_EXPLAINED,
    VERDICT_WORDS,
    version_line,
    version_name,
    version_state,
)
from models.wording.words import code_of, shortened
from wizards.context import Context
from wizards.editor import SignOffDesk
from wizards.forms.spec import Kind
from wizards.look.tokens import TypeRole
from wizards.steps.vaststelling_parts.compare_view import ComparisonView
from wizards.steps.vaststelling_parts.form import Question, RecordForm, headed, solid, takeout
from wizards.widgets.boxes import Card, FlowLayout, Rule, column
from wizards.widgets.buttons import Button, quiet_button
from wizards.widgets.text import Heading, Label

__all__ = ["NOW", "CompareCard", "VersionsView"]

NOW = "nu"
"""In a choice of versions: the dossier as it is now."""


class VersionsView(QWidget):
    """Freezing, the list, and the comparison."""

    def __init__(self, context: Context, desk: SignOffDesk, to_approvals: Callable[[], object] = lambda: None) -> None:
        """``to_approvals``: show where people agree with the version."""
        super().__init__()
        self._context, self._desk = context, desk
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        freeze = Card(look)
        self.state = Label(look, role=TypeRole.LEAD)
        self.code = Label(look, colour="ink2")
        self.form = RecordForm(
            look,
            (
                Question(
                    "name",
                    "Naam van de versie",
                    why="Bijvoorbeeld: voor het college van 5 maart.",
                    needed="Geef de versie een naam. Zo herkent u haar later.",
                ),
            ),
        )
        self.button = solid(look, "Versie vastleggen", "freeze")
        self.button.clicked.connect(lambda *_: self.freeze())
        line = FlowLayout(look.space(8))
        line.addWidget(self.button)
        self.onward = quiet_button(look, "Naar Akkoord", to_approvals)
        line.addWidget(self.onward)
        freeze.body.addWidget(Heading(look, "Leg vast wat u voorlegt", 3))
        for widget in (self.state, self.code, Label(look, FROZEN_EXPLAINED, colour="ink2"), self.form):
            freeze.body.addWidget(widget)
        freeze.body.addLayout(line)
        layout.addWidget(freeze)
        self.list = _List(context, desk, self.compare_with_now)
        layout.addWidget(self.list)
        self.compare = CompareCard(context, desk)
        layout.addWidget(self.compare)

    def refresh(self) -> None:
        """Show the records as they are now."""
        desk = self._desk
        sign_off = desk.sign_off
        self.state.setText(version_state(sign_off) if desk.ready else "De versies worden gelezen.")
        self.code.setText(f"Controlecode nu: {code_of(desk.content_hash)}. {CODE_EXPLAINED}")
        open_to_freeze = desk.ready and sign_off.current is None
        self.form.setVisible(open_to_freeze)
        self.button.setVisible(open_to_freeze)
        self.button.setEnabled(not desk.busy)
        self.onward.setVisible(sign_off.current is not None)
        self.list.show_versions(sign_off, desk.approvals)
        self.compare.refresh()

    def freeze(self) -> None:
        """Freeze the dossier under the name that was typed."""
        values = self.form.read()
        if values is not None and not self._desk.busy:
            self._desk.freeze(values["name"], self._frozen)

    def _frozen(self) -> None:
        """The form went away with the focus in it: what comes next gets it."""
        self.form.clear("name")
        if self.onward.isVisible():
            self.onward.setFocus(Qt.FocusReason.OtherFocusReason)

    def compare_with_now(self, revision: str) -> None:
        """Show what changed since a version."""
        self.compare.choose(revision, NOW)


class _List(QWidget):
    """The versions, newest first."""

    def __init__(self, context: Context, desk: SignOffDesk, compare_with_now: Callable[[str], object]) -> None:
        super().__init__()
        self._context, self._desk, self._compare = context, desk, compare_with_now
        self._shown: object = None
        self.setLayout(column())
        self._card = Card(context.look, spacing=10)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._card)
        self._card.body.addWidget(Heading(context.look, "De versies", 3))
        self._rows = column(context.look.space(10))
        self._card.body.addLayout(self._rows)

    def show_versions(self, sign_off: SignOff, approvals: tuple[ApprovalState, ...]) -> None:
        """Show these; the rows are made anew only when something changed."""
        shown = (sign_off.revisions, sign_off.current, approvals)
        self.setVisible(bool(sign_off.revisions))
        if shown == self._shown:
            return
        self._shown = shown
        takeout(self._rows)
        for revision in reversed(sign_off.revisions):
            self._rows.addWidget(self._row(revision, sign_off.current, approvals))

    def _row(self, revision: Revision, current: Revision | None, approvals: tuple[ApprovalState, ...]) -> QWidget:
        look, desk = self._context.look, self._desk
        widget = QWidget()
        layout = column(look.space(2))
        widget.setLayout(layout)
        layout.addWidget(Rule(look))
        layout.addWidget(Label(look, version_name(revision), TypeRole.BODY_BOLD))
        same = " Zo is het dossier nu." if revision == current else ""
        layout.addWidget(Label(look, version_line(revision) + same))
        said = _who(revision, approvals)
        layout.addWidget(Label(look, said, colour="ink2"))
        tools = FlowLayout(look.space(8))
        name = version_name(revision)
        for words, act, icon in (
            ("Vergelijk met nu", partial(self._compare, revision.id), "list"),
            ("Openen als kopie", partial(desk.open_copy, revision.id), "dossier"),
        ):
            button: Button = quiet_button(look, words, act, icon=icon)
            button.setAccessibleDescription(name)
            tools.addWidget(button)
        layout.addLayout(tools)
        return widget


def _who(revision: Revision, approvals: tuple[ApprovalState, ...]) -> str:
    given = [state.approval for state in approvals if state.approval.revision == revision.id]
    if not given:
        return "Niemand gaf nog een akkoord op deze versie."
    people = [f"{shortened(a.name, NAME_LENGTH)} ({VERDICT_WORDS[a.verdict]})" for a in given]
    return f"Oordelen: {dutch.listed(people)}."


class CompareCard(Card):
    """Two versions, or a version and the dossier as it is now, and what differs."""

    def __init__(self, context: Context, desk: SignOffDesk) -> None:
        super().__init__(context.look)
        self._context, self._desk = context, desk
        look = context.look
        self.body.addWidget(
            headed(look, "Vergelijk twee versies", "U ziet wat er veranderde in antwoorden, advies en geld.")
        )
        self.form = RecordForm(
            look,
            (
                Question("before", "Van", Kind.CHOICE, short=True, looking=True),
                Question("after", "Naar", Kind.CHOICE, short=True, looking=True),
            ),
        )
        self.form.edited.connect(lambda _key: self._changed())
        self.body.addWidget(self.form)
        self.result = ComparisonView(context)
        self.body.addWidget(self.result)
        self._shown: tuple[str, str, object] | None = None
        self.arranged: Callable[[], None] = lambda: None
        """Ask the page for a new order of Tab: the comparison brought controls of its own."""
        self.looked_at: Callable[[], None] = lambda: None
        """Ask the page to scroll here: somebody wants to read the comparison."""

    def refresh(self) -> None:
        """Offer the versions that there are, and show the comparison anew when one of its sides changed."""
        revisions = self._desk.sign_off.revisions
        self.setVisible(bool(revisions))
        versions = tuple((r.id, version_name(r)) for r in revisions)
        choices = ((NOW, "Zoals het dossier nu is"), *reversed(versions))
        for key in ("before", "after"):
            self.form.offer(key, choices)
        self._changed()

    def choose(self, before: str, after: str) -> None:
        """Compare these two, and put the focus on the choice."""
        self.form.put("before", before)
        self.form.put("after", after)
        self._changed()
        self.form.focus("before")
        self.looked_at()

    def _changed(self) -> None:
        before, after = self.form.text("before"), self.form.text("after")
        dossier = self._context.editor.dossier if NOW in (before, after) else None
        wanted = (before, after, dossier)
        if self._shown is not None and wanted[:2] == self._shown[:2] and dossier is self._shown[2]:
            return
        self._shown = wanted
        self.result.clear()
        if not before or not after:
            return
        if before == after:
            self.result.summary.setText("Kies twee verschillende versies.")
            return
        sides = self._side(before), self._side(after)
        if sides[0] is None or sides[1] is None:
            self.result.summary.setText("Een van deze versies is niet te lezen.")
            return
        self.result.show_comparison(compare(sides[0], sides[1]))
        self.arranged()

    def _side(self, key: str) -> Side | None:
        return self._desk.now if key == NOW else self._desk.side(key)
