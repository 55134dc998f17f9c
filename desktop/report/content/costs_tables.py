"""What each partner pays under the chosen key: to the cent, year by year, against today."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from desktop.report.content.agreed import Agreed
from desktop.report.content.brief import Brief
from desktop.report.content.costs_words import limit_sentences, rest_words
from desktop.report.content.remarks import remark_blocks
from desktop.report.content.sums import MANY, Group, difference_cell, money_cell, money_tables, row_names
from desktop.report.tree import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    LabelledParagraph,
    Paragraph,
    Row,
    RowKind,
    Table,
    cell,
    plain,
)
from models import dutch
from models.agreements.money import euros
from models.agreements.outcome import Contribution, KeyOutcome, sum_of_differences
from models.wording.cost_years import breach_words
from models.wording.costs import SIGN_CONVENTION, note_text, payback_text
from models.wording.words import percentage

__all__ = ["contribution_blocks", "difference_title", "first_full_year"]

_MOST_BREACHES = 5
"""More of them come in a table."""


def contribution_blocks(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """Nothing where no key is chosen; the obstacles where the chosen key cannot be worked out."""
    choice, key = agreed.costs.choice, agreed.chosen_key
    if choice is None or key is None:
        return
    names = brief.partner_names
    if not choice.years:
        lacking = tuple(plain(note_text(note, names)) for note in choice.obstacles)
        yield Paragraph(plain("De gekozen verdeelsleutel is nog niet uit te rekenen. Dit ontbreekt:"), leads=True)
        yield BulletList(lacking)
        return
    yield from _table(brief, agreed, choice)
    yield from _per_partner(brief, agreed, choice)
    if "" in choice.payback:
        yield LabelledParagraph("Terugverdiend", plain(payback_text(choice.payback[""])))
    yield from _settled(brief, choice)
    if len(choice.breaches) > _MOST_BREACHES:
        yield _breaches(brief, choice)
    said = (*limit_sentences(choice, names, _MOST_BREACHES), *(note_text(note, names) for note in choice.remarks))
    yield from remark_blocks("Bij deze bijdragen hoort dit:", said)


def _breaches(brief: Brief, choice: KeyOutcome) -> Table:
    """Who leaves the corridor, where that is too much for a list."""
    names = dict(zip(brief.partner_names, row_names(brief.partner_names), strict=True))
    columns = (Column("Partner"), Column("Eerste jaar", 1, Align.RIGHT), Column("Verschil met nu", 2))
    rows = tuple(
        Row((cell(names[breach.partner]), cell(str(breach.year)), cell(breach_words(breach))))
        for breach in choice.breaches
    )
    return Table("Wie buiten de bandbreedte komt", columns, rows)


def first_full_year(agreed: Agreed) -> int:
    """The place of the first year in which the cooperation runs from the first day of January."""
    budget, begins = agreed.costs.budget, agreed.dossier.besluitvorming.in_force
    place = budget.start_place
    late = begins is not None and begins.year == budget.start and (begins.month, begins.day) != (1, 1)
    return place + 1 if late and place + 1 < len(budget.years) else place


def difference_title(agreed: Agreed) -> str:
    """With what a difference compares."""
    return "Verschil met doorgaan zoals nu" if agreed.dossier.kosten.today_indexed else "Verschil met nu"


# --- year by year


def _table(brief: Brief, agreed: Agreed, choice: KeyOutcome) -> Iterator[Table]:
    key = agreed.chosen_key
    assert key is not None
    note = rest_words(key, brief.partner_names)
    if any(c.structural_back_cents for year in choice.years for c in year.contributions):
        note += " Verschil is nu min de bijdrage, plus de btw die terugkomt."
    yield from money_tables(
        f"Bijdrage per partner volgens ‘{agreed.key_names[choice.key]}’",
        "Partner",
        [str(year.year) for year in choice.years],
        tuple(_groups(brief, agreed, choice)),
        unit=f"bedragen in euro’s. {SIGN_CONVENTION}",
        note=note,
        apart=len(brief.partner_names) > MANY,
    )


_Of = Callable[[Contribution], int | None]


def _groups(brief: Brief, agreed: Agreed, choice: KeyOutcome) -> Iterator[Group]:
    """Contribution, VAT that comes back, what partners pay now, difference, one-off; nothing but zeros is left out."""
    yield _group(brief, choice, "Bijdrage, elk jaar", lambda c: c.structural_cents)
    if any(year.uncovered or year.rest for year in choice.years):
        yield _coverage(choice)
    if _any(choice, lambda c: c.structural_back_cents):
        yield _group(brief, choice, "Btw die elk jaar terugkomt", lambda c: c.structural_back_cents)
    if any(c.today_cents is not None for year in choice.years for c in year.contributions):
        yield _group(brief, choice, _today_title(agreed), lambda c: c.today_cents)
        yield _differences(brief, agreed, choice)
    if _any(choice, lambda c: c.one_off_cents):
        yield _group(brief, choice, "Eenmalig", lambda c: c.one_off_cents)
    if _any(choice, lambda c: c.one_off_back_cents):
        yield _group(brief, choice, "Btw die eenmalig terugkomt", lambda c: c.one_off_back_cents)


def _coverage(choice: KeyOutcome) -> Group:
    """What the contributions bring in beside what there is to share."""
    rows = [("Te verdelen", tuple(money_cell(year.to_share) for year in choice.years))]
    for name, sign in (("Komt te kort", 1), ("Komt te veel binnen", -1)):
        off = [max(sign * year.uncovered, Decimal(0)) for year in choice.years]
        if any(off):
            rows.append((name, tuple(money_cell(value) for value in off)))
    if any(year.rest for year in choice.years):
        rows.append(("Blijft bij de organisatie", tuple(money_cell(year.rest) for year in choice.years)))
    return Group("Naast de kosten", tuple(rows))


def _any(choice: KeyOutcome, of: _Of) -> bool:
    return any(of(c) for year in choice.years for c in year.contributions)


def _today_title(agreed: Agreed) -> str:
    kosten = agreed.dossier.kosten
    year = "" if kosten.today_year is None else f" (cijfers van {kosten.today_year})"
    return f"{'Doorgaan zoals nu' if kosten.today_indexed else 'Kosten van nu'}{year}"


def _group(brief: Brief, choice: KeyOutcome, title: str, of: _Of) -> Group:
    rows = tuple(
        (name, tuple(_cents(of(year.contributions[place])) for year in choice.years))
        for place, name in enumerate(row_names(brief.partner_names))
    )
    total = ("Samen", tuple(_cents(_sum([of(c) for c in year.contributions])) for year in choice.years))
    return Group(title, rows, total, f"{title}, per partner")


def _cents(value: int | None) -> Cell:
    return money_cell(None if value is None else euros(value))


def _sum(values: Sequence[int | None]) -> int | None:
    known = [value for value in values if value is not None]
    return sum(known) if len(known) == len(values) else None


def _differences(brief: Brief, agreed: Agreed, choice: KeyOutcome) -> Group:
    rows = tuple(
        (name, tuple(difference_cell(year.contributions[place].difference) for year in choice.years))
        for place, name in enumerate(row_names(brief.partner_names))
    )
    total = ("Samen", tuple(difference_cell(year.difference) for year in choice.years))
    title = difference_title(agreed)
    return Group(title, rows, total, f"{title}, per partner")


# --- one row a partner


def _per_partner(brief: Brief, agreed: Agreed, choice: KeyOutcome) -> Iterator[Block]:
    """Share, per inhabitant, the difference of all years, payback; only the columns that hold something."""
    year = choice.years[first_full_year(agreed)]
    known = any(c.today_cents is not None for y in choice.years for c in y.contributions)
    heads = any(c.inhabitants for c in year.contributions)
    repaid = known and bool(choice.payback)
    columns = [Column("Partner"), Column("Aandeel", 1, Align.RIGHT)]
    columns += [Column("Per inwoner", 1.1, Align.RIGHT)] if heads else []
    columns += [Column("Verschil, alle jaren", 1.6, Align.RIGHT)] if known else []
    columns += [Column("Terugverdiend in", 1.2)] if repaid else []
    rows = []
    for place, name in enumerate(row_names(brief.partner_names)):
        held = year.contributions[place]
        cells = [cell(name), cell(percentage(held.share))]
        cells += [money_cell(held.per_inhabitant)] if heads else []
        cells += [difference_cell(sum_of_differences(y.contributions[place] for y in choice.years))] if known else []
        cells += [cell(_payback(choice, held.partner))] if repaid else []
        rows.append(Row(tuple(cells)))
    total = [cell("Samen"), cell("100%" if year.charged else "–"), *([cell("")] if heads else [])]
    whole = sum_of_differences(c for y in choice.years for c in y.contributions)
    total += [difference_cell(whole)] if known else []
    total += [cell(_payback(choice, ""))] if repaid else []
    rows.append(Row(tuple(total), kind=RowKind.TOTAL))
    unit = f"aandeel en euro’s per inwoner in {year.year}" if heads else f"aandeel in {year.year}"
    span = f"{choice.years[0].year} tot en met {choice.years[-1].year}"
    more = f"; verschil in euro’s over {span}" if known else ""
    yield Table("Wat het per partner betekent", tuple(columns), tuple(rows), unit=f"{unit}{more}")


def _payback(choice: KeyOutcome, partner: str) -> str:
    found = choice.payback.get(partner)
    if found is None:
        return "–"
    return str(found.year) if found.year is not None else f"niet vóór {choice.years[-1].year + 1}"


def _settled(brief: Brief, choice: KeyOutcome) -> Iterator[Table]:
    """What was estimated, what it came to, and what is left to pay."""
    if not choice.settled:
        return
    names = brief.partner_names
    columns = [
        Column("Partner"),
        *(Column(h, 1, Align.RIGHT) for h in ("Geraamd", "Werkelijk")),
        Column("Nog te verrekenen", 1.2),
    ]
    rows = [
        Row((cell(names[s.partner]), money_cell(s.estimate), money_cell(s.actual), cell(_to_pay(s.difference))))
        for s in choice.settled
    ]
    year = choice.years[0].year
    yield Table(f"Afrekening van {year}", tuple(columns), tuple(rows), unit="bedragen in euro’s")


def _to_pay(difference: Decimal) -> str:
    if not difference:
        return "niets"
    return f"{dutch.euros(abs(difference))} {'te betalen' if difference > 0 else 'terug'}"
