"""Ondertekening: who must sign which paper, what was signed, and the way to the PDF."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.dossier.edit import fresh_id
from models.dutch import day
from models.signoff.signing import SigningNeed, open_needs, signing_needs
from models.storage.records import Revision, Signature, SignatureAct
from models.wording.about import NAME_LENGTH
from models.wording.bodies import deciding_bodies
from models.wording.signoff import (
    ACT_WORDS,
    SIGNING_EXPLAINED,
    need_words,
    signature_words,
    still_to_sign,
    version_name,
)
from models.wording.words import first_upper, shortened
from wizards.context import Context
from wizards.editor import SignOffDesk
from wizards.forms.spec import Kind
from wizards.forms.values import shown
from wizards.look.tokens import TypeRole
from wizards.steps.vaststelling_parts.adoption_view import held_basis, partner_choices
from wizards.steps.vaststelling_parts.form import Question, RecordForm, freeze_first, headed, solid
from wizards.widgets.boxes import Card, FlowLayout, column
from wizards.widgets.buttons import quiet_button
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.read_table import Sheet
from wizards.widgets.text import Heading, Label

__all__ = ["SigningView"]

_QUESTIONS = (
    Question(
        "act",
        "Welk stuk is het?",
        Kind.CHOICE,
        why="Bij een waterschap of provincie kiest u het dagelijks of het algemeen bestuur op dezelfde manier.",
        needed="Kies welk stuk het is.",
        choices=tuple((act.value, words) for act, words in ACT_WORDS.items()),
    ),
    Question("partner", "Van welke partner?", Kind.CHOICE, needed="Kies een partner.", short=True),
    Question("name", "Naam", needed="Vul in wie het stuk ondertekent."),
    Question("role", "Rol", needed="Vul de rol in, zoals burgemeester."),
    Question("signed_on", "Datum van ondertekening", Kind.DATE, needed="Vul de datum in.", short=True),
    Question(
        "decided_on",
        "Datum van het besluit",
        Kind.DATE,
        needed="Vul de datum in waarop het bestuur besloot.",
        short=True,
    ),
)
_HEADS = ("Stuk", "Rol", "Ondertekening", "Datum van het besluit")


class SigningView(QWidget):
    """The version that is signed, the signatures that are needed, and the form for one that was given."""

    def __init__(self, context: Context, desk: SignOffDesk, to_versions: Callable[[], object] = lambda: None) -> None:
        """``to_versions``: show where one freezes."""
        super().__init__()
        self._context, self._desk = context, desk
        look, navigator = context.look, context.navigator
        layout = column(look.space(14))
        self.setLayout(layout)
        self.state = Label(look, role=TypeRole.LEAD)
        layout.addWidget(self.state)
        files = Card(look)
        files.body.addWidget(headed(look, "De pdf", SIGNING_EXPLAINED))
        tools = FlowLayout(look.space(8))
        self.preview = quiet_button(
            look, "Afdrukvoorbeeld en pdf", lambda: navigator.open_preview("advies"), icon="pdf"
        )
        self.sign = quiet_button(look, "Een pdf ondertekenen", navigator.sign_pdf, icon="sign-off")
        self.verify = quiet_button(look, "Een pdf controleren", navigator.verify_pdf, icon="search")
        for button in (self.preview, self.sign, self.verify):
            tools.addWidget(button)
        files.body.addLayout(tools)
        layout.addWidget(files)
        self.first_freeze = freeze_first(look, "Een ondertekening hoort bij een vastgelegde versie.", to_versions)
        layout.addWidget(self.first_freeze)
        self.list = Card(look)
        self.list.body.addWidget(Heading(look, "Wie moet ondertekenen", 3))
        self.version = RecordForm(look, (Question("revision", "Welke versie?", Kind.CHOICE, short=True, looking=True),))
        self.version.edited.connect(lambda _key: self._show_version())
        self.list.body.addWidget(self.version)
        self.table = CopyTable(context, "Ondertekeningen per stuk en partner", most=12)
        self.list.body.addWidget(self.table)
        self.rules = Label(look, colour="ink2")
        self.list.body.addWidget(self.rules)
        layout.addWidget(self.list)
        self.card = Card(look)
        self.card.body.addWidget(Heading(look, "Ondertekening noteren", 3))
        self.form = RecordForm(look, _QUESTIONS)
        self.form.edited.connect(self._edited)
        self.form.put("signed_on", shown(Kind.DATE, desk.today))
        self.form.ask("decided_on", on=False)
        self._filled_role = self._filled_day = ""
        self.card.body.addWidget(self.form)
        foot = FlowLayout(look.space(8))
        self.button = solid(look, "Ondertekening noteren", "sign-off")
        self.button.clicked.connect(lambda *_: self.note())
        foot.addWidget(self.button)
        self.card.body.addLayout(foot)
        layout.addWidget(self.card)

    # --- showing

    def refresh(self) -> None:
        """Show the records as they are now."""
        desk = self._desk
        sign_off = desk.sign_off
        some = bool(sign_off.revisions)
        self.first_freeze.setVisible(desk.ready and not some)
        self.list.setVisible(some)
        self.card.setVisible(some)
        self.version.offer("revision", tuple((r.id, version_name(r)) for r in reversed(sign_off.revisions)))
        if some and not self.version.text("revision"):
            self.version.put("revision", self._first_version().id)
        self.form.offer("partner", partner_choices(self._context.editor.dossier))
        self.button.setEnabled(not desk.busy)
        self._show_version()

    def _first_version(self) -> Revision:
        """The version that was decided on last, else the one that the dossier is now, else the newest."""
        sign_off = self._desk.sign_off
        decided = {adoption.revision for adoption in sign_off.adoptions}
        found = [r for r in sign_off.revisions if r.id in decided]
        return found[-1] if found else sign_off.current or sign_off.revisions[-1]

    def _revision(self) -> Revision | None:
        key = self.version.text("revision")
        return next((r for r in self._desk.sign_off.revisions if r.id == key), None)

    def needs(self) -> tuple[SigningNeed, ...]:
        """What the chosen version needs; nothing while it cannot be read."""
        revision = self._revision()
        side = self._desk.side(revision.id) if revision is not None else None
        if revision is None or side is None:
            return ()
        bodies = [(body.kind, body.partner) for body in deciding_bodies(side.dossier, held_basis(self._context))]
        return signing_needs(side.dossier, revision, self._desk.sign_off, bodies)

    def _show_version(self) -> None:
        needs, revision = self.needs(), self._revision()
        self.state.setText(still_to_sign(needs) if revision is not None else "Er is nog niets om te ondertekenen.")
        self.table.take(self._sheet(needs, revision))
        self.rules.setText(_rules(needs))
        self.rules.setVisible(bool(self.rules.text()))

    def _sheet(self, needs: tuple[SigningNeed, ...], revision: Revision | None) -> Sheet:
        names = dict(partner_choices(self._context.editor.dossier))
        side = self._desk.side(revision.id) if revision is not None else None
        if side is not None:
            names = {**dict(partner_choices(side.dossier)), **names}
        rows = [(names.get(need.partner, need.partner), _cells(need)) for need in needs]
        placed = {need.signature.id for need in needs if need.signature is not None}
        for held in self._desk.sign_off.signatures:
            if revision is not None and held.revision == revision.id and held.id not in placed:
                label = names.get(held.partner or "", "Zonder partner")
                rows.append(
                    (
                        label,
                        (
                            ACT_WORDS[held.act],
                            first_upper(shortened(held.role, NAME_LENGTH)) or "–",
                            signature_words(held),
                            "–",
                        ),
                    )
                )
        return Sheet(_HEADS, tuple(rows), corner="Partner", left=frozenset(range(len(_HEADS))))

    # --- the form

    def _edited(self, key: str) -> None:
        if key in {"act", "partner"}:
            self._fill_in()

    def _fill_in(self) -> None:
        """Offer the role that is still open and the day of the decision, unless somebody typed another."""
        act, partner = self.form.text("act"), self.form.text("partner")
        agreement = act == SignatureAct.AGREEMENT
        self.form.ask("decided_on", on=agreement)
        mine = [n for n in self.needs() if n.act == act and n.partner == partner]
        left = open_needs(mine)
        role = left[0].signer.role if left else ""
        if self.form.text("role") == self._filled_role and (act and partner):
            self.form.put("role", role)
            self._filled_role = role
        decided = next((n.adoption for n in mine if n.adoption is not None), None)
        on = shown(Kind.DATE, decided.adopted_on) if decided is not None and agreement else ""
        if self.form.text("decided_on") == self._filled_day:
            self.form.put("decided_on", on)
            self._filled_day = on

    def note(self) -> None:
        """Note the signature that was typed."""
        values, revision = self.form.read(), self._revision()
        if values is None or revision is None or self._desk.busy:
            return
        record = Signature(
            id=fresh_id(),
            content_hash=revision.content_hash,
            revision=revision.id,
            act=SignatureAct(values["act"]),
            partner=values["partner"],
            name=values["name"],
            role=values["role"],
            signed_on=values["signed_on"],
            decided_on=values.get("decided_on"),
        )
        self._desk.add(record, self._noted)

    def _noted(self) -> None:
        self.form.clear("name", "role")
        self._filled_role = ""
        self._fill_in()
        self.form.focus("name")


def _cells(need: SigningNeed) -> tuple[str, ...]:
    decided = day(need.adoption.adopted_on) if need.adoption is not None else "nog niet genoteerd"
    return ACT_WORDS[need.act], first_upper(need.signer.role), need_words(need), decided


def _rules(needs: tuple[SigningNeed, ...]) -> str:
    """Where it is written who signs."""
    told = dict.fromkeys((need.act, need.signer.article) for need in needs if need.signer.article)
    return " ".join(f"{ACT_WORDS[act]}: zie {article}." for act, article in told)
