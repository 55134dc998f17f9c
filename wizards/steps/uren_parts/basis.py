"""What hours rest on, as data: productive hours, weeks, pay per scale, overhead, settlement; each with its source."""

from collections.abc import Iterable
from decimal import Decimal

from models.agreements.hours_lines import scale_key
from models.dossier import Dossier
from models.dossier.base import ImmutableDict
from models.dossier.edit import with_value
from wizards.forms.grid import GridRow, GridSpec
from wizards.forms.sheet import cells_of
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option
from wizards.forms.values import Unreadable, parse
from wizards.steps.kosten_parts.items import partner_rows
from wizards.steps.uren_parts.entries import BASE

__all__ = [
    "FIELDS",
    "RATES",
    "groups",
    "overhead_group",
    "productive_table",
    "rate_group",
    "rates_table",
    "read_scales",
    "scales",
    "settlement_group",
    "source_group",
    "weeks_group",
    "with_scales",
]

RATES = (*BASE, "rates")
FIELDS = (
    *("productive_hours", "productive_source", "weeks_per_year", "weeks_source", "rates", "rates_source"),
    *("rate_decimals", "overhead_per_hour", "overhead_percentage", "overhead_source", "settlement"),
    "advance_percentage",
)
"""The fields of the section that stand here."""

SETTLEMENTS = (
    Option("in_kind", "Met gesloten beurs", "U verrekent uren met uren."),
    Option("invoice", "Met een rekening", "U betaalt de uren."),
)
_SOURCE = "Noem het stuk en het jaar."


def productive_table() -> GridSpec:
    """Productive hours of a full-time job, per partner."""
    field = Field("productive", "Uren per fte per jaar", Kind.NUMBER)
    return GridSpec(
        "Productieve uren per partner",
        "Partner",
        rows=partner_rows,
        columns=lambda _dossier, _knowledge: (field,),
        path=lambda row, _field: (*BASE, "productive_hours", row),
        why=(
            "Dat zijn de uren die een medewerker echt werkt, zonder verlof en ziekte. Vul uw eigen cijfer in. "
            "Voorbeelden: 1.363 (Handleiding Overheidstarieven 2023), 1.450 (Goirle) en 1.320 (Zwolle 2017)."
        ),
        empty="Vul eerst de partners in.",
    )


def source_group() -> Group:
    """Where the productive hours come from."""
    field = Field("productive_source", "Waar komen deze uren vandaan?", why=_SOURCE)
    return Group("Bron van de productieve uren", BASE, (field,))


def weeks_group() -> Group:
    """How many weeks of hours a week make a year."""
    return Group(
        "Weken per jaar",
        BASE,
        (
            Field("weeks_per_year", "Hoeveel weken per jaar tellen?", Kind.NUMBER, unit="weken"),
            Field("weeks_source", "Waar komt dit aantal vandaan?", why=_SOURCE),
        ),
        why="Dit is nodig voor rollen met uren per week. Trek verlof en feestdagen eraf als u dat afspreekt.",
    )


def rates_table() -> GridSpec:
    """Direct pay per hour, per scale that is used or was added."""
    field = Field("rate", "Loon per uur", Kind.MONEY)
    return GridSpec(
        "Loon per functieschaal",
        "Schaal",
        rows=lambda dossier, _knowledge: tuple(GridRow(scale, f"Schaal {scale}") for scale in scales(dossier)),
        columns=lambda _dossier, _knowledge: (field,),
        path=lambda row, _field: (*RATES, row),
        why="Dit is het loon zonder overhead. De schalen van uw rollen staan er al.",
        empty="Vul bij een rol een schaal in, of voeg hier een schaal toe.",
    )


def rate_group() -> Group:
    """Where the pay comes from, and how rates are rounded."""
    return Group(
        "Bron en afronding van het tarief",
        BASE,
        (
            Field("rates_source", "Waar komt het loon per schaal vandaan?", why=_SOURCE),
            Field(
                "rate_decimals",
                "Op hoeveel cijfers achter de komma rondt u het tarief af?",
                Kind.WHOLE,
                why="Laat dit leeg als u het tarief niet afrondt. Dan rondt u alleen het bedrag af.",
            ),
        ),
    )


def overhead_group() -> Group:
    """Overhead: an amount an hour, or a percentage of the direct pay."""
    return Group(
        "Overhead",
        BASE,
        (
            Field("overhead_per_hour", "Overhead per uur", Kind.MONEY, no_answers=ALL_NO_ANSWERS, short=True),
            Field("overhead_percentage", "Overhead op het loon", Kind.PERCENT, no_answers=ALL_NO_ANSWERS, short=True),
            Field("overhead_source", "Waar komt de overhead vandaan?", why=_SOURCE),
        ),
        why="Kies er één: een bedrag per uur, of een percentage van het loon. Zo blijft overhead apart zichtbaar.",
    )


def settlement_group() -> Group:
    """In kind or by invoice, and what is paid beforehand."""
    return Group(
        "Afrekening",
        BASE,
        (
            Field("settlement", "Hoe rekent u uren af?", Kind.CHOICE, options=SETTLEMENTS, no_answers=ALL_NO_ANSWERS),
            Field(
                "advance_percentage",
                "Welk deel van de geplande rekening betaalt u vooraf?",
                Kind.PERCENT,
                why="Achteraf rekent u af op de gemaakte uren.",
            ),
        ),
    )


def groups() -> tuple[Group, ...]:
    """All cards that are no tables."""
    return (source_group(), weeks_group(), rate_group(), overhead_group(), settlement_group())


def scales(dossier: Dossier) -> tuple[str, ...]:
    """The scales with a rate, then those that roles name and that have none; as rates are keyed."""
    found = {scale_key(scale): scale for scale in reversed(dossier.uren.rates)}
    known = list(reversed(found.values()))
    for entry in dossier.uren.entries:
        said = " ".join(entry.scale.split())
        if said and scale_key(said) not in found:
            found[scale_key(said)] = said
            known.append(said)
    return tuple(known)


def read_scales(text: str) -> tuple[tuple[str, Decimal], ...]:
    """Scales and rates from two columns of a spreadsheet; lines that hold no name and amount are passed over."""
    read = []
    for cells in cells_of(text):
        name = " ".join(cells[0].split()) if cells else ""
        try:
            amount = parse(Kind.MONEY, cells[1]) if len(cells) > 1 else None
        except Unreadable:
            continue
        if name and isinstance(amount, Decimal):
            read.append((name, amount))
    return tuple(read)


def with_scales(dossier: Dossier, given: Iterable[tuple[str, Decimal]]) -> Dossier:
    """The next dossier with these rates; one that is there already, in any spelling, gets the new rate.

    Raises :class:`models.dossier.edit.InvalidValueError` for an amount that is finer than a cent.
    """
    rates = dict(dossier.uren.rates)
    spelled = {scale_key(scale): scale for scale in reversed(rates)}
    for name, amount in given:
        rates[spelled.setdefault(scale_key(name), name)] = amount
    return with_value(dossier, RATES, ImmutableDict(rates))
