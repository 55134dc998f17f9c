"""Akkoord: who agrees with the frozen version, and which akkoord lapsed, with what changed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from models.dossier.edit import fresh_id
from models.dutch import day
from models.signoff.approvals import ApprovalState, Standing, summed_up
from models.storage.records import Approval, Revision, Verdict
from models.wording.about import NAME_LENGTH
from models.wording.signoff import (
    APPROVAL_EXPLAINED,
    VERDICT_WORDS,
    lapse_words,
    standing_words,
    version_name,
    version_state,
)
from models.wording.words import code_of, first_upper, shortened
from wizards.context import Context
from wizards.editor import SignOffDesk
from wizards.forms.spec import Kind
from wizards.forms.values import shown
from wizards.look.tokens import TypeRole
from wizards.steps.vaststelling_parts.form import Question, RecordForm, freeze_first, solid, takeout
from wizards.widgets.boxes import Card, FlowLayout, Rule, column, row
from wizards.widgets.buttons import quiet_button
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["ApprovalsView"]

_SIGNS = {Standing.HOLDS: ("check", "action"), Standing.LAPSED: ("recheck", "warn")}
_QUESTIONS = (
    Question("name", "Naam", needed="Vul in wie het akkoord geeft."),
    Question(
        "role",
        "Rol",
        why="Bijvoorbeeld secretaris, jurist, financieel adviseur of portefeuillehouder.",
        needed="Vul de rol in.",
    ),
    Question(
        "verdict",
        "Oordeel",
        Kind.CHOICE,
        needed="Kies een oordeel.",
        choices=tuple((verdict.value, first_upper(words)) for verdict, words in VERDICT_WORDS.items()),
    ),
    Question("remark", "Opmerking", Kind.AREA),
    Question("given_on", "Datum", Kind.DATE, needed="Vul de datum van het akkoord in."),
)


class ApprovalsView(QWidget):
    """The form for one akkoord on the current version, and every akkoord that was given."""

    def __init__(
        self, context: Context, desk: SignOffDesk, to_versions: Callable[[], object], compare: Callable[[str], object]
    ) -> None:
        """``to_versions``: show where one freezes; ``compare``: show what changed since a version, by its id."""
        super().__init__()
        self._context, self._desk, self._compare = context, desk, compare
        self._listed: object = None
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        layout.addWidget(Label(look, APPROVAL_EXPLAINED, TypeRole.LEAD))
        self.first_freeze = freeze_first(look, "", to_versions)
        layout.addWidget(self.first_freeze)
        self.card = Card(look)
        self.about = Heading(look, "Akkoord noteren", 3)
        self.card.body.addWidget(self.about)
        self.form = RecordForm(look, _QUESTIONS)
        self.form.put("given_on", shown(Kind.DATE, desk.today))
        self.card.body.addWidget(self.form)
        tools = FlowLayout(look.space(8))
        self.button = solid(look, "Akkoord noteren", "sign-off")
        self.button.clicked.connect(lambda *_: self.note())
        tools.addWidget(self.button)
        tools.addWidget(
            quiet_button(
                look, "Akkoordblad bekijken", lambda: context.navigator.open_preview("akkoordblad"), icon="pdf"
            )
        )
        self.card.body.addLayout(tools)
        layout.addWidget(self.card)
        self.list = Card(look, spacing=10)
        self.list.body.addWidget(Heading(look, "Gegeven akkoord", 3))
        self.total = Label(look, colour="ink2")
        self.list.body.addWidget(self.total)
        self._rows = column(look.space(10))
        self.list.body.addLayout(self._rows)
        layout.addWidget(self.list)

    def refresh(self) -> None:
        """Show the records as they are now."""
        desk = self._desk
        current = desk.sign_off.current
        self.first_freeze.setVisible(desk.ready and current is None)
        text = f"{version_state(desk.sign_off)} Een akkoord hoort altijd bij een versie."
        self.first_freeze.say("Leg eerst een versie vast", text)
        self.card.setVisible(current is not None)
        if current is not None:
            code = code_of(current.content_hash)
            self.about.setText(f"Akkoord noteren op {_within(current)}, controlecode {code}")
        self.button.setEnabled(not desk.busy)
        self._show(desk.approvals)

    def note(self) -> None:
        """Note the akkoord that was typed."""
        current, values = self._desk.sign_off.current, self.form.read()
        if values is None or current is None or self._desk.busy:
            return
        record = Approval(
            id=fresh_id(),
            content_hash=current.content_hash,
            revision=current.id,
            name=values["name"],
            role=values["role"],
            verdict=Verdict(values["verdict"]),
            remark=values["remark"],
            given_on=values["given_on"],
        )
        self._desk.add(record, self._noted)

    def _noted(self) -> None:
        self.form.clear("name", "role", "verdict", "remark")
        self.form.focus("name")

    def _show(self, states: tuple[ApprovalState, ...]) -> None:
        self.list.setVisible(bool(states))
        if states == self._listed:
            return
        self._listed = states
        agreed, against, lapsed = summed_up(states)
        self.total.setText(f"Geldig akkoord: {agreed}. Niet akkoord: {against}. Vervallen: {lapsed}.")
        takeout(self._rows)
        for state in reversed(states):
            self._rows.addWidget(self._row(state))

    def _row(self, state: ApprovalState) -> QWidget:
        look, approval = self._context.look, state.approval
        widget = QWidget()
        layout = column(look.space(4))
        widget.setLayout(layout)
        layout.addWidget(Rule(look))
        head = row(look.space(10))
        icon, tone = _SIGNS.get(state.standing, ("minus", "ink2"))
        head.addWidget(Icon(look, icon, tone))
        who = ", ".join(text for held in (approval.name, approval.role) if (text := shortened(held, NAME_LENGTH)))
        head.addWidget(Label(look, f"{who}: {VERDICT_WORDS[approval.verdict]}", TypeRole.BODY_BOLD), 1)
        layout.addLayout(head)
        version = "bij een onbekende versie"
        if state.revision is not None:
            version = f"bij {_within(state.revision)}"
        why = lapse_words(state)
        # Why it lapsed begins with the word that says so.
        stands = "" if state.standing is Standing.LAPSED and why else f" Dit oordeel {standing_line(state)}."
        layout.addWidget(Label(look, f"{day(approval.given_on)}, {version}.{stands}"))
        if approval.remark.strip():
            layout.addWidget(Label(look, f"Opmerking: {approval.remark.strip()}"))
        if why:
            layout.addWidget(Label(look, why, colour="warn" if state.standing is Standing.LAPSED else "ink2"))
        if state.standing is Standing.LAPSED and state.revision is not None:
            button = quiet_button(look, "Wat is er veranderd?", partial(self._compare, state.revision.id), icon="list")
            button.setAccessibleDescription(f"{who}, {version}")
            line = row()
            line.addWidget(button)
            line.addStretch(1)
            layout.addLayout(line)
        return widget


def _within(revision: Revision) -> str:
    """The name of a version inside a sentence."""
    name = version_name(revision)
    return f"{name[:1].lower()}{name[1:]}"


def standing_line(state: ApprovalState) -> str:
    """``geldt`` or ``is vervallen``, after "Dit oordeel"."""
    words = standing_words(state)
    return words if words.startswith("geldt") else f"is {words}"
