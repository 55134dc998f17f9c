"""Vaststelling: which body decided what and when, and where that differs from the advice."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.edit import fresh_id
from models.dossier.explore import Partner
from models.dutch import day
from models.storage.records import Adoption
from models.vocabulary import BodyKind, LegalBasis
from models.wording.about import NAME_LENGTH
from models.wording.bodies import bodies_of, deciding_bodies
from models.wording.signoff import ADOPTION_EXPLAINED, adoption_line, version_name
from models.wording.words import first_upper, shortened
from wizards.context import Context
from wizards.editor import SignOffDesk
from wizards.forms.spec import Kind
from wizards.look.tokens import TypeRole
from wizards.steps.vaststelling_parts.form import Question, RecordForm, freeze_first, solid
from wizards.steps.vaststelling_parts.sentences import verdict
from wizards.widgets.boxes import Card, FlowLayout, column
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.read_table import Sheet
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["AdoptionView", "adoption_sheet", "held_basis", "partner_choices"]

_QUESTIONS = (
    Question(
        "revision", "Over welke versie?", Kind.CHOICE, needed="Kies de versie waarover het bestuur besloot.", short=True
    ),
    Question("partner", "Van welke partner?", Kind.CHOICE, needed="Kies een partner.", short=True),
    Question("body", "Welk bestuur besloot?", Kind.CHOICE, needed="Kies een bestuur.", short=True),
    Question("adopted_on", "Datum van het besluit", Kind.DATE, needed="Vul de datum van het besluit in.", short=True),
    Question("number", "Nummer van het besluit", short=True),
    Question(
        "amendments",
        "Wat besloot het bestuur anders?",
        Kind.AREA,
        why="Noem amendementen en moties, en de reden. Laat dit leeg als het besluit gelijk is aan het voorstel.",
    ),
)


def held_basis(context: Context) -> LegalBasis | None:
    """The legal basis that people chose, else the one that is advised."""
    choice = context.editor.dossier.rechtsvorm.choice
    return choice.basis if choice is not None else context.editor.insight.advice.legal.preferred


def partner_choices(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The partners that take part, to choose from."""
    return tuple((p.id, p.name.strip() or "Partner zonder naam") for p in dossier.partners.active)


class AdoptionView(QWidget):
    """The form for one decision, the bodies that must decide, and where choice and advice differ."""

    def __init__(self, context: Context, desk: SignOffDesk, to_versions: Callable[[], object] = lambda: None) -> None:
        """``to_versions``: show where one freezes."""
        super().__init__()
        self._context, self._desk = context, desk
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        layout.addWidget(Label(look, ADOPTION_EXPLAINED, TypeRole.LEAD))
        self.differs = Notice(look, "De keuze wijkt af van het advies", kind="warn")
        layout.addWidget(self.differs)
        self.first_freeze = freeze_first(look, "Een besluit gaat over een vastgelegde versie.", to_versions)
        layout.addWidget(self.first_freeze)
        self.card = Card(look)
        self.card.body.addWidget(Heading(look, "Besluit noteren", 3))
        self.form = RecordForm(look, _QUESTIONS)
        self.form.edited.connect(self._edited)
        self.card.body.addWidget(self.form)
        tools = FlowLayout(look.space(8))
        self.button = solid(look, "Vaststelling noteren", "sign-off")
        self.button.clicked.connect(lambda *_: self.note())
        tools.addWidget(self.button)
        self.card.body.addLayout(tools)
        layout.addWidget(self.card)
        self.list = Card(look)
        self.list.body.addWidget(Heading(look, "Wie besluit, en wat is besloten", 3))
        self.table = CopyTable(context, "Besluiten per bestuur", most=12)
        self.list.body.addWidget(self.table)
        self.amendments = Label(look)
        self.list.body.addWidget(self.amendments)
        layout.addWidget(self.list)

    def refresh(self) -> None:
        """Show the records as they are now."""
        desk, editor = self._desk, self._context.editor
        sign_off = desk.sign_off
        said = verdict(editor.dossier, editor.insight.advice, editor.knowledge)
        reason = f"Reden: {said.reason}" if said.reason else "Schrijf bij de keuze op waarom u afwijkt."
        self.differs.say("De keuze wijkt af van het advies", "\n".join((said.choice, said.advice, reason)))
        self.differs.setVisible(said.differs)
        self.first_freeze.setVisible(desk.ready and not sign_off.revisions)
        self.card.setVisible(bool(sign_off.revisions))
        self.form.offer("revision", tuple((r.id, version_name(r)) for r in reversed(sign_off.revisions)))
        if not self.form.text("revision") and sign_off.revisions:
            self.form.put("revision", (sign_off.current or sign_off.revisions[-1]).id)
        self.form.offer("partner", partner_choices(editor.dossier))
        self._offer_bodies()
        self.button.setEnabled(not desk.busy)
        self.table.take(adoption_sheet(self._context, desk))
        changed = [f"{adoption_line(a)}:\n{a.amendments.strip()}" for a in sign_off.adoptions if a.amendments.strip()]
        self.amendments.setText("\n\n".join(("Anders besloten dan voorgesteld", *changed)))
        self.amendments.setVisible(bool(changed))
        self.list.setVisible(bool(self.table.sheet.rows))

    def _edited(self, key: str) -> None:
        if key == "partner":
            self._offer_bodies()

    def _partner(self) -> Partner | None:
        key = self.form.text("partner")
        return next((p for p in self._context.editor.dossier.partners.active if p.id == key), None)

    def _offer_bodies(self) -> None:
        partner = self._partner()
        bodies = bodies_of((partner,), tuple(BodyKind)) if partner is not None else ()
        self.form.offer("body", tuple((body.name, first_upper(body.noun)) for body in bodies))

    def note(self) -> None:
        """Note the decision that was typed."""
        values = self.form.read()
        if values is None or self._desk.busy:
            return
        revision = next(r for r in self._desk.sign_off.revisions if r.id == values["revision"])
        record = Adoption(
            id=fresh_id(),
            content_hash=revision.content_hash,
            revision=revision.id,
            body=values["body"],
            partner=values["partner"],
            adopted_on=values["adopted_on"],
            number=values["number"],
            amendments=values["amendments"],
        )
        self._desk.add(record, self._noted)

    def _noted(self) -> None:
        self.form.clear("partner", "number", "amendments")
        self._offer_bodies()
        self.form.focus("partner")


def adoption_sheet(context: Context, desk: SignOffDesk) -> Sheet:
    """Each body that must decide with what it decided, and below those every other decision."""
    dossier, sign_off = context.editor.dossier, desk.sign_off
    versions = {r.id: f"versie {r.number}" for r in sign_off.revisions}
    rows: list[tuple[str, tuple[str, ...]]] = []
    told: set[str] = set()
    for body in deciding_bodies(dossier, held_basis(context)):
        noun = body.noun.casefold()
        mine = [
            a for a in sign_off.adoptions if a.partner == body.partner and a.body.strip().casefold().startswith(noun)
        ]
        told |= {a.id for a in mine}
        task = "geeft toestemming" if body.consents else "besluit"
        rows += [_row(first_upper(body.name), task, a, versions) for a in mine or (None,)]
    others = (a for a in sign_off.adoptions if a.id not in told)
    rows += [_row(first_upper(shortened(a.body, NAME_LENGTH)), "besluit", a, versions) for a in others]
    heads = ("Wat doet dit bestuur?", "Besloten op", "Nummer", "Over", "Anders besloten")
    return Sheet(heads, tuple(rows), corner="Bestuur", left=frozenset(range(len(heads))))


def _row(label: str, task: str, adoption: Adoption | None, versions: dict[str, str]) -> tuple[str, tuple[str, ...]]:
    if adoption is None:
        return label, (task, "nog niet", "", "", "")
    about = versions.get(adoption.revision or "", "onbekende versie")
    other = "ja" if adoption.amendments.strip() else "nee"
    return label, (task, day(adoption.adopted_on), shortened(adoption.number, NAME_LENGTH), about, other)
