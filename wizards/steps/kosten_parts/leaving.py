"""What the view Uittreden asks, as data."""

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.knowledge.base import Item
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option
from wizards.steps.kosten_parts.items import BASE

__all__ = ["exit_group", "methods"]

_RULES = frozenset({"consent-rule"})
"""Entries of ``costs.exit`` that say what may not be asked, and are no way to compute a sum."""


def methods(knowledge: Knowledge) -> tuple[Item, ...]:
    """The ways to compute an exit sum."""
    return tuple(item for item in knowledge.costs.exit if item.id not in _RULES)


def rules(knowledge: Knowledge) -> tuple[Item, ...]:
    """What holds whatever the way."""
    return tuple(item for item in knowledge.costs.exit if item.id in _RULES)


def _options(dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    held = dossier.kosten.exit_method
    kept = (item for item in rules(knowledge) if item.id == held)
    return tuple(Option(item.id, item.name, item.text) for item in (*methods(knowledge), *kept))


def exit_group() -> Group:
    """The agreement on leaving."""
    return Group(
        "Afspraak over uittreden",
        BASE,
        (
            Field(
                "exit_formula",
                "Wat staat er over uittreden in de regeling?",
                Kind.AREA,
                why="De eigen formule van de regeling gaat voor. Schrijf haar over of vat haar samen.",
            ),
            Field(
                "exit_method",
                "Hoe rekent u de uittreedsom uit als de regeling niets zegt?",
                Kind.CHOICE,
                options=_options,
                no_answers=ALL_NO_ANSWERS,
            ),
        ),
        why="Regel in elke regeling wat uittreden betekent, ook voor het bezit van de organisatie. De wet vraagt dat.",
    )
