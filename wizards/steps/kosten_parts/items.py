"""What the view Kosten asks, as data: start year, costs, savings, the costs of today, indexation."""

from datetime import UTC, datetime
from decimal import Decimal

from models import dutch
from models.agreements.typed_sums import amounts_by_year, cost_years, item_total, part_sum, year_sums
from models.dossier import Dossier
from models.dossier.agree import CostItem, CostItemKind, Saving
from models.dossier.base import NoAnswerKind
from models.dossier.edit import fresh_id, value_at
from models.dossier.legal_facts import VatTreatment
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.forms.grid import GridRow, GridSpec
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records
from wizards.steps.kosten_parts.table import Sheet
from wizards.steps.options import partner_name

__all__ = ["BASE", "cost_groups", "cost_sheet", "grids", "partner_rows", "today_text"]

BASE = (StepId.KOSTEN.value,)

KINDS = (
    Option("structural", "Elk jaar (structureel)"),
    Option("friction", "Frictiekosten"),
    Option("ict", "ICT"),
    Option("project", "Projectkosten"),
    Option("housing", "Huisvesting"),
    Option("vat", "Btw"),
    Option("other_one_off", "Anders, eenmalig"),
)
VAT = (
    Option("none", "Geen btw"),
    Option("compensable", "Btw terug via het BTW-compensatiefonds"),
    Option("cost", "Btw is een kostenpost"),
)
_KIND_WORDS = {option.value: option.label for option in KINDS}
_UNSURE = (NoAnswerKind.UNKNOWN, NoAnswerKind.LATER)
_NO_YEARS = "Vul eerst het startjaar en een kostenpost in. Daarna staan hier de jaren."


def is_structural(item: CostItem) -> bool:
    """Whether a cost comes back each year."""
    return item.kind is CostItemKind.STRUCTURAL


def _one_off(item: CostItem) -> bool:
    return not is_structural(item)


def _compensable(dossier: Dossier, base: tuple[str, ...]) -> bool:
    return value_at(dossier, (*base, "vat")) is VatTreatment.COMPENSABLE


def _fields() -> tuple[Field, ...]:
    return (
        Field("name", "Naam van de kostenpost", required=True),
        Field("kind", "Soort", Kind.CHOICE, options=KINDS, required=True),
        Field("vat", "Btw", Kind.CHOICE, options=VAT, no_answers=ALL_NO_ANSWERS),
        Field(
            "bcf_percentage",
            "Deel dat u terugvraagt",
            Kind.PERCENT,
            why="Het deel van de btw dat het BTW-compensatiefonds teruggeeft.",
            no_answers=_UNSURE,
            visible=_compensable,
        ),
        Field(
            "wage_percentage",
            "Deel dat met de lonen meegroeit",
            Kind.PERCENT,
            why="De rest groeit mee met de prijzen.",
            no_answers=ALL_NO_ANSWERS,
        ),
        Field("source", "Bron", why="Bijvoorbeeld een begroting of een offerte, met de datum."),
    )


def _item_detail(item: CostItem, _dossier: Dossier, _knowledge: Knowledge) -> str:
    kind = () if is_structural(item) else (_KIND_WORDS[item.kind.value],)
    said = f"{dutch.euros(item_total(item))} in totaal" if item.amounts else "nog geen bedragen"
    return ", ".join((*kind, said))


def _structural() -> Records:
    return Records(
        (*BASE, "items"),
        "Kosten die elk jaar terugkomen",
        "kostenpost",
        "Kostenpost verwijderd.",
        _fields(),
        make=lambda _dossier: CostItem(id=fresh_id(), kind=CostItemKind.STRUCTURAL),
        headline=lambda item, _dossier, _knowledge: item.name,
        detail=_item_detail,
        keep=is_structural,
        empty="Zet hier wat elk jaar geld kost. Begin met de grootste post, vaak de salarissen.",
    )


def _once() -> Records:
    return Records(
        (*BASE, "items"),
        "Eenmalige kosten",
        "eenmalige post",
        "Eenmalige post verwijderd.",
        _fields(),
        make=lambda _dossier: CostItem(id=fresh_id(), kind=CostItemKind.OTHER_ONE_OFF),
        headline=lambda item, _dossier, _knowledge: item.name,
        detail=_item_detail,
        keep=_one_off,
        why="Houd eenmalig en structureel uit elkaar. Anders lijkt het eerste jaar te duur en de rest te goedkoop.",
        empty="Denk aan frictie, ICT, projectleiding, huisvesting en btw.",
    )


def _savings() -> Records:
    return Records(
        (*BASE, "savings"),
        "Besparingen",
        "besparing",
        "Besparing verwijderd.",
        (
            Field("text", "Waarop bespaart u?", required=True),
            Field("year", "Vanaf jaar", Kind.YEAR, required=True, short=True),
            Field("amount", "Bedrag per jaar", Kind.MONEY, required=True, short=True),
        ),
        make=_new_saving,
        headline=lambda saving, _dossier, _knowledge: saving.text,
        detail=lambda s, _dossier, _knowledge: f"{dutch.euros(s.amount)} per jaar vanaf {s.year}",
        why="De kosten gaan voor de baten uit. Schrijf op vanaf welk jaar u op het voordeel rekent.",
        empty="Rekent u op een besparing? Zet dan hier het jaar en het bedrag.",
    )


def _new_saving(dossier: Dossier) -> Saving:
    year = dossier.kosten.start_year or datetime.now(tz=UTC).year
    return Saving(id=fresh_id(), year=year, amount=Decimal(0))


def start_group() -> Group:
    """The start year."""
    return Group(
        "Uitgangspunten",
        BASE,
        (
            Field(
                "start_year",
                "In welk jaar begint de samenwerking?",
                Kind.YEAR,
                why="Vanaf dit jaar vult u vier jaren in.",
            ),
        ),
    )


def cost_groups() -> tuple[Group, ...]:
    """The cards of the view Kosten that are no tables."""
    return (
        start_group(),
        Group("Structurele kosten", BASE, (_structural(),)),
        Group("Eenmalige kosten", BASE, (_once(),)),
        Group("Besparingen", BASE, (_savings(),)),
    )


def partner_rows(dossier: Dossier, _knowledge: Knowledge) -> tuple[GridRow, ...]:
    """The partners that take part, as rows of a table."""
    return tuple(GridRow(p.id, partner_name(dossier, p.id)) for p in dossier.partners.active)


def _year_fields(dossier: Dossier, _knowledge: Knowledge) -> tuple[Field, ...]:
    return tuple(Field(str(year), str(year), Kind.MONEY) for year in cost_years(dossier.kosten))


def _amounts(title: str, *, structural: bool) -> GridSpec:
    def items(dossier: Dossier) -> tuple[CostItem, ...]:
        return tuple(item for item in dossier.kosten.items if is_structural(item) is structural)

    def totals(dossier: Dossier, _knowledge: Knowledge) -> tuple[str, ...]:
        sums = amounts_by_year(items(dossier), cost_years(dossier.kosten))
        return tuple(dutch.euros(total) for total in sums.values())

    return GridSpec(
        title,
        "Kostenpost",
        rows=lambda dossier, _knowledge: tuple(
            GridRow(item.id, item.name or "Kostenpost zonder naam") for item in items(dossier)
        ),
        columns=_year_fields,
        path=lambda row, field: (*BASE, "items", row, "amounts", field.name),
        why="Bedragen in euro’s per jaar.",
        empty=_NO_YEARS,
        totals=totals,
    )


def _today() -> GridSpec:
    field = Field("today", "Kosten per jaar", Kind.MONEY, no_answers=ALL_NO_ANSWERS)

    def totals(dossier: Dossier, _knowledge: Knowledge) -> tuple[str, ...]:
        return (dutch.euros(part_sum(dossier.kosten.today, _active(dossier)).total),)

    return GridSpec(
        "Wat het werk elke partner nu kost",
        "Partner",
        rows=partner_rows,
        columns=lambda _dossier, _knowledge: (field,),
        path=lambda row, _field: (*BASE, "today", row),
        why="De kosten van nu zijn de maat voor voordeel en nadeel. Weet u het niet? Typ dan “weet niet” of “later”.",
        empty="Vul eerst de partners in.",
        totals=totals,
        total_label="Totaal ingevuld",
    )


def _indices() -> GridSpec:
    columns = (
        Field("wage", "Loon", Kind.PERCENT, unit="%"),
        Field("material", "Materiaal", Kind.PERCENT, unit="%"),
        Field("wage_weight", "Aandeel loon", Kind.PERCENT, unit="%"),
        Field("source", "Bron"),
    )
    return GridSpec(
        "Indexatie per jaar",
        "Jaar",
        rows=lambda dossier, _knowledge: tuple(GridRow(str(y), str(y)) for y in cost_years(dossier.kosten)),
        columns=lambda _dossier, _knowledge: columns,
        path=lambda row, field: (*BASE, "indices", row, field.name),
        why="Hoeveel groeien lonen en prijzen? Het aandeel loon is het deel van de kosten dat de lonen volgt.",
        empty="Vul eerst het startjaar in.",
    )


def grids() -> tuple[GridSpec, ...]:
    """The tables of the view Kosten: structural, one-off, costs of today, indexation."""
    return (
        _amounts("Structurele kosten per jaar", structural=True),
        _amounts("Eenmalige kosten per jaar", structural=False),
        _today(),
        _indices(),
    )


def _active(dossier: Dossier) -> tuple[str, ...]:
    return tuple(partner.id for partner in dossier.partners.active)


def today_text(dossier: Dossier) -> str:
    """How many partners said what they pay today."""
    part = part_sum(dossier.kosten.today, _active(dossier))
    return "" if part.complete else f"{part.given} van {part.asked} partners hebben een bedrag ingevuld."


def cost_sheet(dossier: Dossier) -> Sheet:
    """All costs together per year; savings stand below and are not taken off."""
    sums = year_sums(dossier.kosten)
    if not dossier.kosten.items or not sums:
        return Sheet()
    rows = [
        ("Structureel", tuple(dutch.euros(s.structural) for s in sums)),
        ("Eenmalig", tuple(dutch.euros(s.one_off) for s in sums)),
        ("Totaal", tuple(dutch.euros(s.costs) for s in sums)),
    ]
    if dossier.kosten.savings:
        rows.append(("Besparing waarop u rekent", tuple(dutch.euros(s.savings) for s in sums)))
    return Sheet(tuple(str(s.year) for s in sums), tuple(rows), frozenset({2}))
