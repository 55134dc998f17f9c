"""The tables of the view Kosten, as data: amounts by year, indexation, what partners pay now, VAT that comes back."""

from models import dutch
from models.agreements.budget import CLAIMS, CellOrigin
from models.agreements.money import euros
from models.agreements.typed_sums import amounts_by_year, part_sum
from models.dossier import Dossier
from models.dossier.costs import CostItem
from models.dossier.legal_facts import VatTreatment
from models.knowledge import Knowledge
from wizards.forms.grid import Derived, GridRow, GridSpec
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Kind
from wizards.forms.values import decimal_text
from wizards.steps.kosten_parts.items import (
    BASE,
    ITEMS,
    amount_years,
    index_text,
    index_years,
    is_structural,
    partner_rows,
)
from wizards.steps.kosten_parts.outcome import outcome_of

__all__ = ["amounts_grid", "asks_bcf", "bcf_grid", "grids", "indices_grid", "today_grid", "today_text"]

_NO_YEARS = "Vul eerst het startjaar en een kostenpost in. Daarna staan hier de jaren."


def _year_fields(dossier: Dossier, _knowledge: Knowledge) -> tuple[Field, ...]:
    return tuple(Field(str(year), str(year), Kind.MONEY) for year in amount_years(dossier.kosten))


def _indexed(dossier: Dossier, _knowledge: Knowledge, item: str, field: Field) -> str:
    """What the budget makes of a year without an amount of its own."""
    lines = (line for line in outcome_of(dossier).budget.lines if line.item == item)
    cells = (cell for line in lines for cell in line.cells if str(cell.year) == field.name)
    return next((decimal_text(euros(c.net), 2) for c in cells if c.origin is CellOrigin.INDEXED), "")


def _counted(dossier: Dossier, *, structural: bool) -> dict[int, int]:
    """Cents per year that the budget counts with, without VAT: what was typed and what the index makes of it."""
    budget = outcome_of(dossier).budget
    lines = [line for line in budget.lines if line.structural is structural]
    return {
        year: sum(line.cells[place].net for line in lines)
        for place, year in enumerate(budget.years)
        if year >= budget.start or not structural
    }


def amounts_grid(*, structural: bool) -> GridSpec:
    """Euros by cost item and year, without VAT."""

    def items(dossier: Dossier) -> tuple[CostItem, ...]:
        return tuple(item for item in dossier.kosten.items if is_structural(item) is structural)

    def totals(dossier: Dossier, _knowledge: Knowledge) -> tuple[str, ...]:
        years = amount_years(dossier.kosten)
        counted = _counted(dossier, structural=structural)
        typed = amounts_by_year(items(dossier), years)
        return tuple(dutch.euros(euros(counted[year]) if year in counted else typed[year]) for year in years)

    grown = "Laat een jaar leeg en het groeit mee met de index: dat staat er dan in grijs."
    return GridSpec(
        "Structurele kosten per jaar" if structural else "Eenmalige kosten per jaar",
        "Kostenpost",
        rows=lambda dossier, _knowledge: tuple(
            GridRow(item.id, item.name or "Kostenpost zonder naam") for item in items(dossier)
        ),
        columns=_year_fields,
        path=lambda row, field: (*ITEMS, row, "amounts", field.name),
        why=f"Bedragen in euro’s per jaar, zonder btw. {grown}" if structural else "Bedragen in euro’s, zonder btw.",
        empty=_NO_YEARS,
        totals=totals,
        total_label="Totaal",
        hint=_indexed if structural else None,
    )


def indices_grid() -> GridSpec:
    """Wages and prices per year, with the weighted index beside them."""
    columns = (
        Field("wage", "Loon", Kind.PERCENT, unit="%"),
        Field("material", "Prijs", Kind.PERCENT, unit="%"),
        Field("wage_weight", "Gewicht loon", Kind.PERCENT, unit="%"),
        Field("source", "Bron"),
    )
    weighted = Derived("Gewogen", lambda dossier, _knowledge, year: index_text(dossier.kosten, int(year)))
    return GridSpec(
        "Indexatie per jaar",
        "Jaar",
        rows=lambda dossier, _knowledge: tuple(GridRow(str(y), str(y)) for y in index_years(dossier.kosten)),
        columns=lambda _dossier, _knowledge: columns,
        path=lambda row, field: (*BASE, "indices", row, field.name),
        why=(
            "Hoeveel groeien lonen en prijzen? Voorbeeld: 2,8% loon en 1,6% prijs, elk voor de helft, geeft 2,2%. "
            "Noemt een kostenpost zelf een deel loon, dan telt dat."
        ),
        empty="Vul eerst het startjaar in.",
        derived=lambda _dossier, _knowledge: (weighted,),
    )


def _active(dossier: Dossier) -> tuple[str, ...]:
    return tuple(partner.id for partner in dossier.partners.active)


def today_grid() -> GridSpec:
    """What each partner pays now."""
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


def today_text(dossier: Dossier) -> str:
    """How many partners said what they pay today."""
    part = part_sum(dossier.kosten.today, _active(dossier))
    return "" if part.complete else f"{part.given} van {part.asked} partners hebben een bedrag ingevuld."


def asks_bcf(dossier: Dossier) -> bool:
    """Whether it matters which part of VAT each partner gets back."""
    return bool(dossier.kosten.bcf) or any(item.vat is VatTreatment.COMPENSABLE for item in dossier.kosten.items)


def _bcf_hint(dossier: Dossier, _knowledge: Knowledge, partner: str, _field: Field) -> str:
    claims = any(p.id == partner and p.kind in CLAIMS for p in dossier.partners.active)
    return "zoals bij de kostenpost" if claims else "niets"


def bcf_grid() -> GridSpec:
    """Which part of VAT each partner gets back, where that differs from the cost item."""
    field = Field("bcf", "Deel van de btw dat terugkomt", Kind.PERCENT, unit="%")
    return GridSpec(
        "Btw terug per partner",
        "Partner",
        rows=lambda dossier, knowledge: partner_rows(dossier, knowledge) if asks_bcf(dossier) else (),
        columns=lambda _dossier, _knowledge: (field,),
        path=lambda row, _field: (*BASE, "bcf", row),
        why="Alleen als een partner een ander deel terugkrijgt dan bij de kostenpost staat.",
        empty="Dit vult u in als een kostenpost btw heeft die u terugvraagt.",
        hint=_bcf_hint,
    )


def grids() -> tuple[GridSpec, ...]:
    """The tables of the view Kosten: structural, one-off, indexation, costs of today, VAT that comes back."""
    return (
        amounts_grid(structural=True),
        amounts_grid(structural=False),
        indices_grid(),
        today_grid(),
        bcf_grid(),
    )
