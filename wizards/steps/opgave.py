"""Opgave en feiten: the shared question, its facts and tasks, what each partner wants, and where that overlaps."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import Qt

from models.dossier import Dossier
from models.dossier.base import NoAnswerKind, known
from models.dossier.edit import Path, fresh_id
from models.dossier.explore import AgendaItem, Fact, Interest, TaskItem
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records
from wizards.forms.values import NOT_FILLED_IN, decimal_text
from wizards.page import GroupCard, StepPage, StepSpec
from wizards.steps.opgave_parts.facts_to_find import FactsToFind
from wizards.steps.opgave_parts.gains import GainsMatrix
from wizards.steps.opgave_parts.text_list import TextList
from wizards.steps.options import partner_name, partner_options
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button
from wizards.widgets.text import Heading, Label

__all__ = ["SPEC", "OpgavePage"]

STEP = StepId.OPGAVE
BASE = (STEP.value,)
FIELDS: Path = (*BASE, "fields")
INTERESTS: Path = (*BASE, "interests")
AGENDA: Path = (*BASE, "agenda")
_FIELDS_ASKED = "Welke beleidsvelden raakt deze opgave?"

NATURES = (
    Option("support", "Ondersteuning", "Zoals personeel, ICT en inkoop."),
    Option("execution", "Uitvoering", "Zoals vergunningen, belastingen en zorg regelen."),
    Option("policy", "Beleid", "Zoals kaders en plannen maken."),
)


def _figure(fact: Fact) -> str:
    figure = known(fact.figure)
    return f"{decimal_text(figure)} {fact.unit}".strip() if figure is not None else ""


def _facts() -> Records:
    return Records(
        (*BASE, "facts"),
        "Feiten",
        "feit",
        "Feit verwijderd.",
        (
            Field("text", "Wat is het feit?", Kind.LINE, required=True),
            Field("figure", "Getal", Kind.NUMBER, short=True, no_answers=(NoAnswerKind.UNKNOWN, NoAnswerKind.LATER)),
            Field("unit", "Eenheid", Kind.LINE, short=True, why="Bijvoorbeeld inwoners of fte."),
            Field("source", "Bron", Kind.LINE),
            Field("dated", "Datum van het feit", Kind.DATE),
        ),
        make=lambda _dossier: Fact(id=fresh_id()),
        headline=lambda fact, _dossier, _knowledge: fact.text,
        detail=lambda fact, _dossier, _knowledge: ", ".join(t for t in (_figure(fact), fact.source) if t),
        why="Een feit met bron en datum voorkomt dat u later over getallen praat.",
        empty="Zet hier de feiten die iedereen moet kennen. Begin met het feit dat u het meest zorgen baart.",
    )


def _tasks() -> Records:
    words = {option.value: option.label for option in NATURES}
    return Records(
        (*BASE, "tasks"),
        "Taken",
        "taak",
        "Taak verwijderd.",
        (
            Field("name", "Naam van de taak", Kind.LINE, required=True),
            Field("nature", "Soort werk", Kind.CHOICE, options=NATURES, no_answers=ALL_NO_ANSWERS),
        ),
        make=lambda _dossier: TaskItem(id=fresh_id()),
        headline=lambda task, _dossier, _knowledge: task.name,
        detail=lambda task, _dossier, _knowledge: words.get(str(task.nature), ""),
        why="Het soort werk bepaalt mee welke rechtsvorm mag.",
        empty="Noem de taken waar u aan denkt. Daarna ziet u welke rechtsvorm past.",
    )


def _interests() -> Records:
    return Records(
        (*BASE, "interests"),
        "Belangen per partner",
        "belang",
        "Belang verwijderd.",
        (
            Field("partner", "Partner", Kind.CHOICE, options=_holders, required=True),
            Field("text", "Wat wil deze partner bereiken?", Kind.AREA),
        ),
        make=lambda dossier: Interest(id=fresh_id(), partner=_next_partner(dossier)),
        headline=lambda item, _dossier, _knowledge: item.text.split("\n")[0],
        detail=lambda item, dossier, _knowledge: partner_name(dossier, item.partner),
        why="Schrijf op wat ieder eruit wil halen. Daarna ziet u waar dat samenvalt.",
        empty="Vraag elke partner wat die wil bereiken. Schrijf het hier op.",
    )


def _holders(dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    """Who can have an interest: who takes part, and who left but has one."""
    told = {interest.partner for interest in dossier.opgave.interests}
    gone = (p for p in dossier.partners.partners if p.removed and p.id in told)
    left = (Option(p.id, f"{partner_name(dossier, p.id)} (doet niet meer mee)") for p in gone)
    return (*partner_options(dossier, knowledge), *left)


def _next_partner(dossier: Dossier) -> str:
    """The first partner of which no interest is known yet, else the first; only asked where there is a partner."""
    told = {interest.partner for interest in dossier.opgave.interests}
    active = [partner.id for partner in dossier.partners.active] or [p.id for p in dossier.partners.partners]
    return next((p for p in active if p not in told), active[0])


def _agenda(knowledge: Knowledge) -> Records:
    return Records(
        (*BASE, "agenda"),
        "Attractieve agenda",
        "punt",
        "Punt verwijderd.",
        (
            Field("text", "Wat winnen deze partners samen?", Kind.AREA, required=True),
            Field("partners", "Voor welke partners geldt dit?", Kind.MANY, options=partner_options),
        ),
        make=lambda _dossier: AgendaItem(id=fresh_id()),
        headline=lambda item, _dossier, _knowledge: item.text.split("\n")[0],
        detail=lambda item, dossier, _knowledge: ", ".join(partner_name(dossier, p) for p in item.partners),
        why=knowledge.motives.attractive_agenda.text,
        empty="Zet hier waar belangen samenvallen. Daar begint de samenwerking.",
    )


def _question() -> Group:
    return Group(
        "De gezamenlijke vraag",
        BASE,
        (
            Field("question", "Welke vraag wilt u samen beantwoorden?", Kind.AREA, required=True),
            Field("occasion", "Wat is de aanleiding?", Kind.AREA),
        ),
    )


def _review() -> Group:
    asked = Field("review_on", "Wanneer kijkt u opnieuw naar opgave en agenda?", Kind.DATE)
    return Group("Opnieuw kijken", BASE, (asked,))


def groups(_dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """What the page asks, for the check page."""
    return (
        _question(),
        Group("Feiten", BASE, (_facts(),)),
        Group("Taken", BASE, (_tasks(),)),
        Group("Belangen", BASE, (_interests(),)),
        Group("Attractieve agenda", BASE, (_agenda(knowledge),)),
        _review(),
    )


def more_rows(dossier: Dossier, _knowledge: Knowledge) -> Iterator[CheckRow]:
    """The policy fields, which are no records."""
    named = "\n".join(text for text in dossier.opgave.fields if text.strip())
    yield CheckRow("Beleidsvelden", _FIELDS_ASKED, named or NOT_FILLED_IN, FIELDS)


class OpgavePage(StepPage):
    """The cards, with suggestions for facts and the matrix of who wins by what."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, STEP)
        self.add_group(_question())
        self.policy_fields = TextList(
            context, FIELDS, _FIELDS_ASKED, "Denk ook aan velden die op het eerste gezicht ver weg zijn.", "beleidsveld"
        )
        self.add_widget(self.policy_fields, self.policy_fields.refresh, self.policy_fields.reveal)
        facts = self.add_group(Group("Feiten", BASE, (_facts(),)))
        self.to_find = FactsToFind(context, lambda key: self._show_fact(facts, key))
        facts.body.addWidget(self.to_find)
        self.add_group(Group("Taken", BASE, (_tasks(),)))
        self._add_interests()
        # Which partners win by a point is asked in the matrix alone: forty boxes would say no more.
        agenda = _agenda(context.editor.knowledge)
        short = replace(agenda, fields=tuple(field for field in agenda.fields if field.name != "partners"))
        card = self.add_group(Group("Attractieve agenda", BASE, (short,)))
        self.gains = GainsMatrix(context)
        card.body.addWidget(self.gains)
        self.refreshers += [self.to_find.refresh, self.gains.refresh, self._show_interests]
        self.add_group(_review())
        self.gains.refresh()
        self._show_interests()

    def reveal(self, path: Path) -> bool:
        """Put the focus on the field at ``path``; whether the page has it."""
        if path[:2] == INTERESTS and not self._any_interests():
            self.to_partners.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if path[:2] == AGENDA and path[3:] == ("partners",) and self.gains.reveal(path[2]):
            return True
        return super().reveal(path)

    def _add_interests(self) -> None:
        look = self.context.look
        self.interests = self.add_group(Group("Belangen", BASE, (_interests(),)))
        self.no_partners = Card(look, padding=20)
        self.no_partners.body.addWidget(Heading(look, "Belangen per partner", 3))
        said = "Er zijn nog geen partners. Voeg ze eerst toe. Daarna schrijft u hier hun belangen op."
        self.no_partners.body.addWidget(Label(look, said, colour="ink2"))
        self.to_partners = Button(look, "Naar Partners", icon="arrow-right")
        self.to_partners.clicked.connect(lambda: self.context.navigator.open_step(StepId.PARTNERS))
        line = row()
        line.addWidget(self.to_partners)
        line.addStretch(1)
        self.no_partners.body.addLayout(line)
        self.add_widget(self.no_partners)

    def _any_interests(self) -> bool:
        dossier = self.context.editor.dossier
        return bool(dossier.partners.active or dossier.opgave.interests)

    def _show_interests(self) -> None:
        there = self._any_interests()
        self.interests.setVisible(there)
        self.no_partners.setVisible(not there)

    def _show_fact(self, facts: GroupCard, key: str) -> None:
        for records in facts.lists:
            records.refresh()
        self.reveal((*BASE, "facts", key, "figure"))


SPEC = StepSpec(STEP, OpgavePage, groups, more_rows)
