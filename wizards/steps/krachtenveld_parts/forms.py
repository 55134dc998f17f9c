"""The forms of the krachtenveld as data: the card of a belanghebbende, a relation, who gave the scores."""

from models.dossier import Dossier
from models.dossier.base import NoAnswerKind, known
from models.dossier.edit import Path, fresh_id, value_at
from models.dossier.explore import Relation, Stakeholder
from models.figures.answers import name_of
from models.knowledge import Knowledge
from models.salience import salience_of, salience_words
from models.vocabulary import StepId
from wizards.forms.spec import Field, Group, Kind, Option, Records
from wizards.steps.krachtenveld_parts.changes import without_stakeholder
from wizards.steps.options import partner_options

__all__ = [
    "BASE",
    "LIST",
    "RELATIONS",
    "can_relate",
    "field_of",
    "groups",
    "place_fields",
    "relations",
    "salience_text",
    "scored",
    "spoken_place",
    "stakeholder_options",
    "stakeholders",
]

BASE = (StepId.KRACHTENVELD.value,)
LIST = (*BASE, "stakeholders")
RELATIONS = (*BASE, "relations")

_OPEN = (NoAnswerKind.UNKNOWN, NoAnswerKind.LATER)

_ENVIRONMENTS = (
    Option("contextual", "Contextueel", "Zij hebben invloed op u, u niet op hen."),
    Option("transactional", "Transactioneel", "De invloed werkt twee kanten op."),
)
_PARTICIPATION = (
    Option("meebeslissen", "Meebeslissen"),
    Option("meedoen", "Meedoen"),
    Option("meedenken", "Meedenken"),
    Option("meeweten", "Meeweten"),
)
_ATTITUDES = (
    Option("opposed", "Tegen"),
    Option("critical", "Kritisch"),
    Option("neutral", "Wacht af"),
    Option("positive", "Positief"),
    Option("supporting", "Steunt"),
)


def _kinds(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    known_kinds = (*knowledge.stakeholders.kinds, *knowledge.stakeholders.labour_market)
    return tuple(Option(kind.id, kind.name, kind.text) for kind in known_kinds)


def stakeholder_options(dossier: Dossier, _knowledge: Knowledge) -> tuple[Option, ...]:
    """All belanghebbenden."""
    return tuple(Option(one.id, name_of(one.name)) for one in dossier.krachtenveld.stakeholders)


def _is_placed(dossier: Dossier, path: Path) -> bool:
    return value_at(dossier, (*path, "place")) is not None


_FIELDS = (
    Field("name", "Naam", required=True),
    Field("kind", "Soort", Kind.CHOICE, options=_kinds),
    Field("partner", "Hoort bij partner", Kind.CHOICE, options=partner_options),
    Field(
        "environment",
        "Omgeving",
        Kind.CHOICE,
        why="Contextueel: zij hebben invloed op u, u niet op hen. Transactioneel: de invloed werkt twee kanten op.",
        options=_ENVIRONMENTS,
        no_answers=_OPEN,
    ),
    Field(
        "influence",
        "Invloed op het besluit",
        Kind.SCORE,
        no_answers=_OPEN,
        words=("weinig", "gemiddeld", "veel"),
    ),
    Field(
        "interest",
        "Belang bij de samenwerking",
        Kind.SCORE,
        no_answers=_OPEN,
        words=("weinig", "gemiddeld", "veel"),
    ),
    Field("attitude", "Houding", Kind.CHOICE, options=_ATTITUDES, no_answers=_OPEN, internal=True),
    Field("participation", "Ring: hoe doet deze belanghebbende mee?", Kind.CHOICE, options=_PARTICIPATION,
          no_answers=_OPEN),
    Field("power", "Heeft macht om het besluit te sturen", Kind.TOGGLE, short=True),
    Field("legitimacy", "Heeft recht van spreken", Kind.TOGGLE, short=True),
    Field("urgency", "Heeft haast", Kind.TOGGLE, short=True),
    Field("stake", "Welk belang heeft deze belanghebbende?", Kind.AREA),
    Field("approach", "Hoe benadert u deze belanghebbende?", Kind.AREA),
    Field("action", "Eerste stap", Kind.AREA),
    Field("owner", "Trekker", short=True),
    Field("due", "Wanneer klaar?", Kind.DATE, short=True),
)  # fmt: skip

_PLACE = (
    Field("place/x", "Plaats van links (0 tot 1000)", Kind.WHOLE, short=True, visible=_is_placed),
    Field("place/y", "Plaats van boven (0 tot 1000)", Kind.WHOLE, short=True, visible=_is_placed),
    Field("place/degrees", "Gedraaid", Kind.WHOLE, unit="graden", short=True, visible=_is_placed),
)


def field_of(name: str) -> Field:
    """One field of the card."""
    return next(field for field in _FIELDS if field.name == name)


def place_fields() -> tuple[Field, ...]:
    """The place in the rings as numbers; asked only where people placed it themselves."""
    return _PLACE


def spoken_place(one: Stakeholder) -> str:
    """ "Ondernemingsraad, invloed 4, belang 5"."""
    scores = (("invloed", known(one.influence)), ("belang", known(one.interest)))
    said = [f"{word} {value}" if value is not None else f"{word} niet ingevuld" for word, value in scores]
    return ", ".join((name_of(one.name), *said))


def salience_text(one: Stakeholder) -> str:
    """The class that power, legitimacy and urgency make, with what it means."""
    found = salience_of(power=one.power, legitimacy=one.legitimacy, urgency=one.urgency)
    if found is None:
        return "Nog geen type. Kruis aan wat deze belanghebbende heeft."
    words = salience_words(found)
    return f"Type: {words.name.lower()}. {words.text}"


def _detail(one: Stakeholder, _dossier: Dossier, _knowledge: Knowledge) -> str:
    found = salience_of(power=one.power, legitimacy=one.legitimacy, urgency=one.urgency)
    parts = [
        f"invloed {influence}" if (influence := known(one.influence)) is not None else "",
        f"belang {interest}" if (interest := known(one.interest)) is not None else "",
        known(one.participation) or "",
        salience_words(found).name.lower() if found is not None else "",
    ]
    text = ", ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def stakeholders() -> Records:
    """Every belanghebbende with all of its card."""
    return Records(
        LIST,
        "Belanghebbenden",
        "belanghebbende",
        "Belanghebbende verwijderd, met de relaties erbij.",
        (*_FIELDS, *_PLACE),
        make=lambda _dossier: Stakeholder(id=fresh_id()),
        headline=lambda one, _dossier, _knowledge: " ".join(one.name.split()),
        detail=_detail,
        why="Iedereen die invloed heeft op de samenwerking, of er iets van merkt.",
        empty="Er is nog geen belanghebbende. Begin met wie over het besluit gaat.",
        remove=without_stakeholder,
    )


def relations() -> Records:
    """The lines between belanghebbenden."""
    return Records(
        RELATIONS,
        "Relaties",
        "relatie",
        "Relatie verwijderd.",
        (
            Field("source", "Van", Kind.CHOICE, options=stakeholder_options, required=True, short=True),
            Field("target", "Naar", Kind.CHOICE, options=stakeholder_options, required=True, short=True),
            Field("strength", "Hoe sterk is de relatie?", Kind.SCORE, no_answers=_OPEN,
                  words=("zwak", "gemiddeld", "sterk")),
            Field("text", "Wat verbindt hen?", Kind.AREA),
        ),
        make=_new_relation,
        headline=_between,
        detail=lambda relation, _dossier, _knowledge: relation.text.split("\n")[0],
        empty="Er is nog geen relatie getekend.",
    )  # fmt: skip


def can_relate(dossier: Dossier) -> bool:
    """Whether there are two to draw a line between."""
    return len(dossier.krachtenveld.stakeholders) > 1 or bool(dossier.krachtenveld.relations)


def _new_relation(dossier: Dossier) -> Relation:
    """Between the first two that have none yet; a relation always has two ends."""
    keys = [one.id for one in dossier.krachtenveld.stakeholders]
    there = {frozenset((r.source, r.target)) for r in dossier.krachtenveld.relations}
    pairs = ((a, b) for i, a in enumerate(keys) for b in keys[i + 1 :])
    free = next((pair for pair in pairs if frozenset(pair) not in there), None)
    source, target = free or (keys[0], keys[-1])
    return Relation(id=fresh_id(), source=source, target=target)


def _between(relation: Relation, dossier: Dossier, _knowledge: Knowledge) -> str:
    names = {one.id: name_of(one.name) for one in dossier.krachtenveld.stakeholders}
    ends = (names.get(end, "Onbekend") for end in (relation.source, relation.target))
    return " – ".join(ends)


def scored() -> Group:
    """Who gave the scores, and when."""
    return Group(
        "Wie gaf de cijfers?",
        BASE,
        (Field("scored_by", "Ingevuld door"), Field("scored_on", "Ingevuld op", Kind.DATE)),
    )


def groups(dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """Every answer of the step, for the check page."""
    lines = (relations(),) if can_relate(dossier) else ()
    return (
        Group("Belanghebbenden", BASE, (stakeholders(),)),
        *(Group("Relaties", BASE, (one,)) for one in lines),
        scored(),
    )
