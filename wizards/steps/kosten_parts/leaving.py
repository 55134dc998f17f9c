"""What the view Uittreden asks, as data: the agreement, who leaves and when, the own formula, the damage by year."""

from collections.abc import Iterable
from decimal import Decimal

from models import dutch
from models.agreements.leaving import ExitNoteKind
from models.agreements.leaving_notes import ExitNote
from models.dossier import Dossier
from models.dossier.base import known
from models.dossier.costs import ExitDamage
from models.dossier.edit import Path, fresh_id
from models.knowledge import Knowledge
from models.knowledge.catalogue import ExitKind, ExitText
from models.vocabulary import StepId
from wizards.forms.grid import GridRow, GridSpec
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records
from wizards.steps.kosten_parts.items import BASE
from wizards.steps.options import partner_name, partner_options

__all__ = [
    "agreement_group",
    "damage_group",
    "damage_table",
    "exit_groups",
    "leaver_group",
    "methods",
    "note_path",
    "percentage_table",
    "rules",
]

_DAMAGES: Path = (*BASE, "exit_damages")
_MOST_YEARS = 20
"""As many years after leaving as the dossier has room for."""


def methods(knowledge: Knowledge) -> tuple[ExitText, ...]:
    """The ways to compute an exit sum."""
    return tuple(text for text in knowledge.costs.exit if text.kind is not ExitKind.RULE)


def rules(knowledge: Knowledge) -> tuple[ExitText, ...]:
    """What holds whatever the way."""
    return tuple(text for text in knowledge.costs.exit if text.kind is ExitKind.RULE)


def _options(dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    held = known(dossier.kosten.exit_method)
    kept = (text for text in rules(knowledge) if text.id == held)
    return tuple(Option(text.id, text.name, text.text) for text in (*methods(knowledge), *kept))


def _leavers(dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    """The partners that take part, and the one that was chosen before it left."""
    held, offered = dossier.kosten.exit_partner, partner_options(dossier, knowledge)
    if held is None or any(option.value == held for option in offered):
        return offered
    return (*offered, Option(held, f"{partner_name(dossier, held)} (doet niet mee)"))


def agreement_group() -> Group:
    """What the regeling says, and the way where it is silent."""
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
                "exit_fixed",
                "Vast bedrag volgens de regeling",
                Kind.MONEY,
                why="Alleen als de formule ook een vast bedrag noemt.",
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


def leaver_group() -> Group:
    """Who leaves, when, and on what the sum rests."""
    return Group(
        "Wie treedt uit, en wanneer?",
        BASE,
        (
            Field("exit_partner", "Welke partner treedt uit?", Kind.CHOICE, options=_leavers),
            Field(
                "exit_year",
                "Laatste jaar met een bijdrage",
                Kind.YEAR,
                why="Het jaar daarna is het eerste jaar na het uittreden.",
            ),
            Field(
                "exit_contribution",
                "Jaarlijkse bijdrage waarmee u rekent",
                Kind.MONEY,
                why="Leeg: de bijdrage volgens de gekozen verdeelsleutel.",
            ),
            Field(
                "exit_avoidable",
                "Deel van de bijdrage dat wegvalt",
                Kind.PERCENT,
                why="Kosten die stoppen als deze partner weg is. De rest nemen de anderen over.",
            ),
        ),
        why="Dit is een voorbeeld om te bespreken. U legt er niets mee vast.",
    )


def _damage_detail(damage: ExitDamage, _dossier: Dossier, _knowledge: Knowledge) -> str:
    if not damage.amounts:
        return "nog geen bedragen"
    fixed = ", vaste kosten" if damage.fixed else ""
    return f"{dutch.euros(sum(damage.amounts.values(), Decimal(0)))} in totaal{fixed}"


def damage_group() -> Group:
    """What stays behind when a partner leaves."""
    records = Records(
        _DAMAGES,
        "Werkelijke schade",
        "schadepost",
        "Schadepost verwijderd.",
        (
            Field("text", "Welke kosten blijven achter?", required=True),
            Field(
                "percentage",
                "Deel voor de vertrekker",
                Kind.PERCENT,
                why="Leeg: de vertrekker draagt alles.",
            ),
            Field("fixed", "Dit zijn vaste kosten", Kind.TOGGLE, why="Bijvoorbeeld huur of een lopend contract."),
            Field("source", "Bron", why="Bijvoorbeeld een contract of een begroting, met de datum."),
        ),
        make=lambda _dossier: ExitDamage(id=fresh_id()),
        headline=lambda damage, _dossier, _knowledge: damage.text,
        detail=_damage_detail,
        why="Alleen directe schade telt mee. Vaste kosten horen daar ook bij.",
        empty="Denk aan personeel zonder werk, huur en contracten die doorlopen.",
    )
    return Group("Schade door het uittreden", BASE, (records,))


def exit_groups() -> tuple[Group, ...]:
    """The cards that are data."""
    return (agreement_group(), leaver_group(), damage_group())


def _columns(dossier: Dossier, knowledge: Knowledge, typed: Iterable[int], kind: Kind) -> tuple[Field, ...]:
    """Years after leaving: as many as case law counts, or one more than is filled in."""
    usual = max(max(text.years or 0, len(text.percentages)) for text in knowledge.costs.exit)
    last = min(max(usual, max(typed, default=0) + 1), _MOST_YEARS)
    year = dossier.kosten.exit_year
    unit = "%" if kind is Kind.NUMBER else ""
    return tuple(
        Field(str(n), f"Jaar {n}" if year is None else f"Jaar {n}, {year + n}", kind, unit=unit)
        for n in range(1, last + 1)
    )


def percentage_table() -> GridSpec:
    """The own formula of the regeling in figures."""
    return GridSpec(
        "Eigen formule van de regeling in cijfers",
        "Na het uittreden",
        rows=lambda _dossier, _knowledge: (GridRow("part", "Deel van de bijdrage"),),
        columns=lambda dossier, knowledge: _columns(dossier, knowledge, dossier.kosten.exit_percentages, Kind.NUMBER),
        path=lambda _row, field: (*BASE, "exit_percentages", field.name),
        why="Welk deel van zijn bijdrage betaalt de vertrekker nog, per jaar na het uittreden? Leeg: niets.",
    )


def damage_table() -> GridSpec:
    """The damage by year."""
    return GridSpec(
        "Schade per jaar na het uittreden",
        "Schadepost",
        rows=lambda dossier, _knowledge: tuple(
            GridRow(damage.id, damage.text or "Schadepost zonder naam") for damage in dossier.kosten.exit_damages
        ),
        columns=lambda dossier, knowledge: _columns(
            dossier, knowledge, (n for d in dossier.kosten.exit_damages for n in d.amounts), Kind.MONEY
        ),
        path=lambda row, field: (*_DAMAGES, row, "amounts", field.name),
        why="Bedragen in euro’s per jaar, voor het deel voor de vertrekker eraf gaat.",
        empty="Voeg eerst een schadepost toe. Daarna vult u hier de bedragen in.",
    )


_FIELD_OF: dict[ExitNoteKind, Path] = {
    ExitNoteKind.NO_PARTNERS: (StepId.PARTNERS.value,),
    ExitNoteKind.NO_LEAVER: (*BASE, "exit_partner"),
    ExitNoteKind.LEAVER_OUTSIDE: (*BASE, "exit_partner"),
    ExitNoteKind.NO_KEY: (*BASE, "chosen"),
    ExitNoteKind.FORMULA_WITHOUT_FIGURES: (*BASE, "exit_percentages", "1"),
    ExitNoteKind.NO_DAMAGES: _DAMAGES,
    ExitNoteKind.METHOD_OPEN: (*BASE, "exit_method"),
    ExitNoteKind.ASKS_CONSENT: (*BASE, "exit_formula"),
    ExitNoteKind.YEAR_TAKEN: (*BASE, "exit_year"),
    ExitNoteKind.AVOIDABLE_MISSING: (*BASE, "exit_avoidable"),
}


def note_path(note: ExitNote, dossier: Dossier) -> Path:
    """The field that a note is about; empty where there is none."""
    if note.kind is ExitNoteKind.KEY_FAILS and dossier.kosten.chosen is not None:
        return (*BASE, "keys", dossier.kosten.chosen)
    if note.kind is ExitNoteKind.DAMAGE_EMPTY:
        empty = (damage.id for damage in dossier.kosten.exit_damages if not damage.amounts)
        return next(((*_DAMAGES, damage, "amounts", "1") for damage in empty), ())
    if note.kind is ExitNoteKind.DAMAGE_OF_ONE and not note.partners:
        return (*BASE, "exit_partner")
    return _FIELD_OF.get(note.kind, ())
