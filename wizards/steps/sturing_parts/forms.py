"""The form of sturing as data: kinds of steering, the questions of the others, legitimacy, say. Without Qt."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Protocol

from models import dutch
from models.dossier import Dossier
from models.dossier.base import NoAnswer, known
from models.dossier.choose import DecisionRule
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.knowledge.catalogue import SteeringText
from models.vocabulary import StepId
from models.zeggenschap import percent
from wizards.forms.grid import GridRow, GridSpec
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option

__all__ = [
    "BASE",
    "STEP",
    "budget_group",
    "groups",
    "legitimacy_text_group",
    "main_group",
    "others_group",
    "rule_group",
    "share_words",
    "shares",
    "votes_of",
    "votes_spec",
    "weights_group",
]

STEP = StepId.STURING
BASE = (STEP.value,)

_RULES = (
    Option(DecisionRule.SIMPLE_MAJORITY.value, "Gewone meerderheid", "Meer dan de helft van de stemmen."),
    Option(DecisionRule.QUALIFIED_MAJORITY.value, "Versterkte meerderheid", "Een hoger deel van de stemmen."),
    Option(DecisionRule.UNANIMITY.value, "Unanimiteit", "Alle stemmen."),
)


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


def _many(name: str, label: str, items: Iterable[_Named]) -> Field:
    return Field(name, label, Kind.MANY, options=tuple(Option(item.id, item.name) for item in items))


def weights_group(knowledge: Knowledge) -> Group:
    """The four kinds, weighed."""
    fields = tuple(
        Field(f"weights/{text.id.value}", text.name, Kind.IMPORTANCE, why=text.text)
        for text in knowledge.steering.steering
    )
    why = "U gebruikt vaak meer dan één soort. Geef elke soort een getal van 0 tot 10."
    return Group("Hoe stuurt u?", BASE, fields, why)


def main_group(knowledge: Knowledge) -> Group:
    """Where the centre lies."""
    options = tuple(Option(text.id.value, text.id.value.capitalize()) for text in knowledge.steering.steering)
    why = (
        "Gebeurt er al veel in de samenleving? Dan past netwerkend of responsief eerder. "
        "Moet de overheid beginnen? Dan past rechtmatig of presterend eerder."
    )
    field = Field("main", "Welke soort sturing is het zwaartepunt?", Kind.CHOICE, why, options, ALL_NO_ANSWERS, True)
    return Group("Het zwaartepunt", BASE, (field,))


def _asks(text: SteeringText) -> Group:
    kind = text.id

    def others(dossier: Dossier, _base: Path) -> bool:
        main = dossier.sturing.main
        return isinstance(main, NoAnswer) or (main is not None and main != kind)

    fields = tuple(
        Field(
            f"answers/{question.id}",
            question.text,
            Kind.AREA,
            why=question.help or "",
            no_answers=ALL_NO_ANSWERS,
            visible=others,
        )
        for question in text.questions
    )
    return Group(f"Wat de {text.name[0].lower()}{text.name[1:]} vraagt", BASE, fields)


def others_group(knowledge: Knowledge) -> tuple[Group, ...]:
    """A card of questions for each kind; shown when another kind is the main one, or none is known."""
    return tuple(_asks(text) for text in knowledge.steering.steering)


def legitimacy_text_group() -> Group:
    """How it is arranged, in own words."""
    field = Field(
        "legitimacy_text",
        "Hoe regelt u dat in de praktijk?",
        Kind.AREA,
        why="Schrijf op wie verantwoording aflegt, aan wie en wanneer.",
    )
    return Group("Verantwoording in eigen woorden", BASE, (field,))


def rule_group() -> Group:
    """How the board decides."""
    rule = Field(
        "decision_rule",
        "Hoe besluit het bestuur?",
        Kind.CHOICE,
        options=_RULES,
        no_answers=ALL_NO_ANSWERS,
    )
    percentage = Field(
        "qualified_percentage",
        "Welk deel van de stemmen is nodig?",
        Kind.PERCENT,
        why="Vul 66,67 in voor twee derde.",
        required=True,
        visible=lambda dossier, _base: known(dossier.sturing.decision_rule) is DecisionRule.QUALIFIED_MAJORITY,
    )
    return Group("Besluiten nemen", BASE, (rule, percentage))


def budget_group() -> Group:
    """Who steers on the budget."""
    agreed = Field(
        "budget_agreement",
        "Is afgesproken wie op het budget stuurt en hoe u dat rapporteert?",
        Kind.YES_NO,
        no_answers=ALL_NO_ANSWERS,
    )
    steering = Field(
        "budget_steering",
        "Wie stuurt op het budget, en hoe?",
        Kind.AREA,
        why="Noem de functie, de grens en het moment van rapporteren.",
    )
    return Group("Sturen op geld", BASE, (agreed, steering))


def groups(_dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """All of it but the votes, for the check page."""
    ticks = (
        _many("legitimacy", "Hoe legt u verantwoording af?", knowledge.steering.legitimacy),
        _many("raad_moments", "Wanneer is de raad aan zet?", knowledge.steering.raad_moments),
    )
    return (
        weights_group(knowledge),
        main_group(knowledge),
        *others_group(knowledge),
        Group("Legitimiteit", BASE, ticks),
        legitimacy_text_group(),
        rule_group(),
        budget_group(),
    )


def votes_of(dossier: Dossier, column: str = "votes") -> dict[str, int | None]:
    """The votes (or ``seats``) of the partners that take part; None where not known."""
    held = dossier.sturing.votes
    return {p.id: known(getattr(held[p.id], column)) if p.id in held else None for p in dossier.partners.active}


def shares(dossier: Dossier, column: str) -> dict[str, Fraction]:
    """The exact part that each partner has; empty while nobody has any."""
    counted = {key: count for key, count in votes_of(dossier, column).items() if count is not None}
    total = sum(counted.values())
    return {key: Fraction(count, total) for key, count in counted.items()} if total else {}


def share_words(dossier: Dossier, partner: str) -> str:
    """The votes and seats of one partner in words: "3 stemmen (42,9%), 1 zetel (25%)"."""
    said = []
    for column, one, more in (("votes", "stem", "stemmen"), ("seats", "zetel", "zetels")):
        share, count = shares(dossier, column).get(partner), votes_of(dossier, column)[partner]
        if share is not None and count is not None:
            said.append(f"{dutch.whole(count)} {one if count == 1 else more} ({percent(share)})")
    return ", ".join(said)


def _rows(dossier: Dossier, _knowledge: Knowledge) -> tuple[GridRow, ...]:
    return tuple(GridRow(partner.id, partner.name) for partner in dossier.partners.active)


_COLUMNS = (
    Field("votes", "Stemmen", Kind.WHOLE, no_answers=ALL_NO_ANSWERS),
    Field("seats", "Zetels in het bestuur", Kind.WHOLE, no_answers=ALL_NO_ANSWERS),
)


def _totals(dossier: Dossier, _knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(
        dutch.whole(sum(count for count in votes_of(dossier, field.name).values() if count is not None))
        for field in _COLUMNS
    )


def votes_spec() -> GridSpec:
    """Votes and seats per partner."""
    return GridSpec(
        "Stemmen en zetels",
        "Partner",
        _rows,
        lambda _dossier, _knowledge: _COLUMNS,
        lambda partner, field: (*BASE, "votes", partner, *field.parts),
        why="Hoeveel stemmen en zetels krijgt elke partner in het bestuur?",
        empty="Vul eerst de partners in. Dan kunt u stemmen en zetels verdelen.",
        totals=_totals,
    )
