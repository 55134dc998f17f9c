"""On what the contributions rest: the cost to share, the index, VAT, savings, what partners pay now."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.report.content.agreed import Agreed
from desktop.report.content.brief import Brief
from desktop.report.content.remarks import remark_blocks
from desktop.report.content.sums import Group, Scale, money_cell, money_tables, scale_of
from desktop.report.tree import Align, Block, Cell, Column, LabelledParagraph, Row, Table, cell, plain
from models import dutch
from models.agreements.against_today import today_base
from models.agreements.budget import Budget, BudgetLine, CellOrigin, index_of, saving_in
from models.agreements.money import as_decimal, euros
from models.dossier.base import NoAnswer
from models.dossier.costs import CostItem, KostenSection, Saving
from models.dossier.legal_facts import VatTreatment
from models.wording.costs import note_text
from models.wording.words import answer_words, counted, number_words, shortened

__all__ = ["basis_blocks"]

_NAME = 80
_VAT = {
    VatTreatment.NONE: "geen btw",
    VatTreatment.COMPENSABLE: "komt terug uit het fonds",
    VatTreatment.COST: "is een kostenpost",
}


def basis_blocks(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """Each only where it holds something."""
    kosten, budget = agreed.dossier.kosten, agreed.costs.budget
    yield from _budget(budget)
    yield from _indices(kosten, budget)
    yield from _vat(brief, kosten)
    yield from _savings(kosten)
    yield from _today(brief, kosten, budget)
    notes = (note_text(note, brief.partner_names) for note in budget.remarks)
    yield from remark_blocks("Bij deze cijfers hoort dit:", notes)


def _budget(budget: Budget) -> Iterator[Table]:
    lines = [line for line in budget.lines if any(held.gross for held in line.cells)]
    if not lines:
        return
    places = range(len(budget.years))
    yearly = [euros(budget.structural(place)) for place in places]
    once = [euros(budget.one_off(place)) for place in places]
    scale = scale_of((*yearly, *once))
    groups = []
    structural = [_line(line, scale) for line in lines if line.structural]
    if budget.subtracted and any(budget.savings):
        less = tuple(money_cell(-euros(saving), scale) for saving in budget.savings)
        structural.append(("Besparingen", less))
    if structural:
        groups.append(Group("Elk jaar", tuple(structural), _sum(yearly, scale)))
    single = [_line(line, scale) for line in lines if not line.structural]
    if single:
        groups.append(Group("Eenmalig", tuple(single), _sum(once, scale)))
    heads = [str(year) for year in budget.years]
    note = "Bedragen zijn met btw. Wat niemand invulde voor een later jaar, groeit mee met de index."
    if not any(held.origin is CellOrigin.INDEXED for line in lines for held in line.cells):
        note = "Bedragen zijn met btw."
    yield from money_tables("Wat de partners verdelen", "Kostenpost", heads, groups, unit=scale.unit, note=note)


def _line(line: BudgetLine, scale: Scale) -> tuple[str, tuple[Cell, ...]]:
    name = shortened(line.name, _NAME) or "Post zonder naam"
    return name, tuple(money_cell(euros(held.gross), scale) for held in line.cells)


def _sum(values: list[Decimal], scale: Scale) -> tuple[str, tuple[Cell, ...]]:
    return "Samen", tuple(money_cell(value, scale) for value in values)


def _indices(kosten: KostenSection, budget: Budget) -> Iterator[Table]:
    held = [
        (year, index) for year, index in sorted(kosten.indices.items()) if not budget.years or year <= budget.years[-1]
    ]
    if not held:
        return
    columns = (
        Column("Jaar"),
        *(Column(head, 1, Align.RIGHT) for head in ("Loon", "Prijs", "Deel loon", "Index")),
        Column("Bron", 2),
    )
    rows = []
    for year, index in held:
        weighted = index_of(kosten, year)
        shown = None if weighted is None else as_decimal(weighted, 4)
        figures = (index.wage, index.material, index.wage_weight, shown)
        source = shortened(index.source, 160) or "niet genoemd"
        rows.append(Row((cell(str(year)), *(cell(_percent(figure)) for figure in figures), cell(source))))
    note = "Een kostenpost met een eigen deel loon heeft een eigen index."
    own = any(isinstance(item.wage_percentage, Decimal) for item in kosten.items)
    yield Table("De index per jaar", columns, tuple(rows), unit="in procenten", note=note if own else "")


def _percent(figure: Decimal | None) -> str:
    return "–" if figure is None else number_words(figure)


def _vat(brief: Brief, kosten: KostenSection) -> Iterator[Block]:
    if not kosten.items:
        return
    columns = (
        Column("Kostenpost"),
        Column("Btw", 1.6),
        Column("Tarief", 0.8, Align.RIGHT),
        Column("Komt terug", 1, Align.RIGHT),
        Column("Bron van het bedrag", 2),
    )
    rows = tuple(_vat_row(item) for item in kosten.items)
    yield Table("De btw per kostenpost", columns, rows)
    own = [(name, kosten.bcf[key]) for key, name in brief.partner_names.items() if key in kosten.bcf]
    if own:
        told = dutch.listed([f"{name} {number_words(part)}%" for name, part in own])
        yield LabelledParagraph("Btw per partner", plain(f"Van de btw krijgt terug: {told}."))


def _vat_row(item: CostItem) -> Row:
    treatment = item.vat
    words = answer_words(treatment) if treatment is None or isinstance(treatment, NoAnswer) else _VAT[treatment]
    taxed = treatment in (VatTreatment.COMPENSABLE, VatTreatment.COST)
    rate = _share(item.vat_percentage) if taxed else "–"
    back = _share(item.bcf_percentage) if treatment is VatTreatment.COMPENSABLE else "–"
    name = shortened(item.name, _NAME) or "Post zonder naam"
    source = shortened(item.source, 160) or "niet genoemd"
    return Row((cell(name), cell(words), cell(rate), cell(back), cell(source)))


def _share(value: Decimal | NoAnswer | None) -> str:
    return f"{number_words(value)}%" if isinstance(value, Decimal) else "niet bekend"


def _savings(kosten: KostenSection) -> Iterator[Block]:
    if not kosten.savings:
        return
    columns = (Column("Vanaf"), Column("Besparing", 2.4), Column("Per jaar", 1.2, Align.RIGHT), Column("Opbouw", 1.8))
    rows = tuple(_saving(saving) for saving in kosten.savings)
    text = "Deze besparingen zijn van de kosten afgetrokken."
    if not kosten.subtract_savings:
        text = "Deze besparingen zijn niet van de kosten afgetrokken. De bijdragen rekenen er niet op."
    yield Table("De besparingen waarop de partners rekenen", columns, rows, unit="bedragen in euro’s", note=text)


def _saving(saving: Saving) -> Row:
    built = "meteen helemaal"
    if saving.ramp_years > 1:
        first = dutch.euros(euros(saving_in(saving, saving.year)))
        built = f"in {counted(saving.ramp_years, 'stap', 'stappen')}, de eerste {first}"
    text = shortened(saving.text, 200) or "zonder naam"
    return Row((cell(str(saving.year)), cell(text), money_cell(saving.amount), cell(built)))


def _today(brief: Brief, kosten: KostenSection, budget: Budget) -> Iterator[Block]:
    held = [kosten.today.get(partner) for partner in brief.partner_names]
    if not any(isinstance(value, Decimal) for value in held):
        return
    year = today_base(kosten, budget.start)
    text = f"Wat partners nu betalen, staat in euro’s van {year}."
    text += " Dat bedrag groeit mee met de index." if kosten.today_indexed else " Dat bedrag blijft in elk jaar gelijk."
    yield LabelledParagraph("De kosten van nu", plain(text))
