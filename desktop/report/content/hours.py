"""Hours: who brings and who uses, what that comes to, who pays, whether drivers were freed, share in hours and cost."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from desktop.report.content.agreed import Agreed
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.notes import note_blocks
from desktop.report.content.remarks import remark_blocks
from desktop.report.content.sums import amount, row_names
from desktop.report.styles import AXIS, FULL
from desktop.report.tree import (
    Align,
    Block,
    BulletList,
    Cell,
    Column,
    FigureBlock,
    KeySentence,
    LabelledParagraph,
    Paragraph,
    Row,
    RowKind,
    Table,
    cell,
    plain,
)
from models.agreements.hours import HoursOutcome, footing_of
from models.agreements.hours_lines import HourLine
from models.agreements.hours_netting import Netting, Transfer
from models.agreements.hours_tally import Tally, Total
from models.agreements.money import as_decimal
from models.dossier.hours import HourEntry, Settlement
from models.dutch import euros
from models.figures.hours import hours_figure
from models.vocabulary import StepId
from models.wording.hours import (
    BALANCE_RULE,
    FOOTING_RULE,
    FREED_WORDS,
    OVERHEAD_WORDS,
    SETTLE_RULE,
    SETTLEMENT_WORDS,
    at_least,
    euros_of,
    footing_words,
    freed_words,
    hours_in_words,
    hours_of,
    hours_title,
    note_words,
    percent_of,
    points_of,
    signed_euros,
    signed_fte,
    signed_hours,
    transfer_words,
)
from models.wording.words import number_words, sentence, shortened, spelled

__all__ = ["hours_chapter"]

_MOST_TRANSFERS, _TEXT = 7, 80
_MOST_DRAWN, _DRAWN = 9, 8
"""With more partners than the first the figure has only the second number of them: it must stay with its caption."""
_FREED_LABEL = "Tijd vrijgemaakt"


def hours_chapter(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """The chapter, with a section for all that there is something to say about."""
    letter, outcome = brief.letters[Chapter.HOURS], agreed.hours
    yield brief.heading(Chapter.HOURS)
    yield KeySentence(hours_title(outcome, brief.dossier))
    sections = (
        ("Wie brengt en wie gebruikt", _balance(brief, outcome)),
        ("Hoe de uren worden verrekend", _settled(brief, outcome)),
        ("De rollen", _roles(brief, outcome)),
        ("Uren naast kosten", _footing(brief, agreed)),
        ("Waar de uren op rusten", _basis(brief, outcome)),
    )
    yield from numbered(letter, sections)
    yield from note_blocks(brief, StepId.UREN)


# --- the balance


def _balance(brief: Brief, outcome: HoursOutcome) -> Iterator[Block]:
    yield Paragraph(plain("Het saldo is wat een partner inbrengt, min wat hij gebruikt."))
    yield _figure(brief, outcome)
    yield _twin(brief, outcome)
    freed = freed_words(outcome)
    if freed:
        yield LabelledParagraph(_FREED_LABEL, plain(freed))


def _figure(brief: Brief, outcome: HoursOutcome) -> FigureBlock:
    """All partners; of more than a page holds, those whose balance is largest."""
    shown = _largest(outcome) if len(outcome.partners) > _MOST_DRAWN else outcome
    figure = hours_figure(shown, brief.partner_names, FULL, start=AXIS)
    if shown is not outcome:
        figure = replace(figure, title=f"Uren van de {spelled(_DRAWN)} partners met het grootste saldo")
    return FigureBlock(figure, " ".join(hours_in_words(outcome, brief.dossier)), unit="uren per jaar, volgens plan")


def _largest(outcome: HoursOutcome) -> HoursOutcome:
    order = sorted(outcome.planned.partners, key=lambda t: -abs(t.hours or Fraction(0)))[:_DRAWN]
    kept = {tally.key for tally in order}
    tallies = tuple(tally for tally in outcome.planned.partners if tally.key in kept)
    return replace(outcome, planned=replace(outcome.planned, partners=tallies))


def _twin(brief: Brief, outcome: HoursOutcome) -> Table:
    """The same figures, with fte and the balance in euros where they are known."""
    planned = outcome.planned
    fte = any(tally.fte is not None for tally in planned.partners)
    money = any(tally.cents is not None for tally in planned.partners)
    heads = ["Inbreng", "Gebruik", "Saldo", *(["Saldo in fte"] if fte else []), *(["Saldo in euro’s"] if money else [])]
    columns = (Column("Partner"), *(Column(head, 1.6 if "euro" in head else 1, Align.RIGHT) for head in heads))
    rows = [_tally_row(name, tally, fte=fte, money=money) for name, tally in _named(brief, planned.partners)]
    rows.append(replace(_tally_row("Samen", planned.total, fte=fte, money=money), kind=RowKind.TOTAL))
    return Table("Gebrachte en gebruikte uren", columns, tuple(rows), unit="uren per jaar", note=BALANCE_RULE)


def _named(brief: Brief, tallies: Sequence[Tally]) -> Iterator[tuple[str, Tally]]:
    names = _short(brief)
    return ((names.get(tally.key, "–"), tally) for tally in tallies)


def _short(brief: Brief) -> Mapping[str, str]:
    """Names by id as they head rows."""
    return dict(zip(brief.partner_names, row_names(brief.partner_names), strict=True))


def _tally_row(name: str, tally: Tally, *, fte: bool, money: bool) -> Row:
    cells = [cell(name), _hours(tally.brings.hours), _hours(tally.takes.hours), cell(signed_hours(tally.hours))]
    if fte:
        cells.append(cell(signed_fte(tally.fte)))
    if money:
        cells.append(cell(signed_euros(tally.cents)))
    return Row(tuple(cells))


def _hours(total: Total[Fraction]) -> Cell:
    return cell(at_least(total, hours_of(total.shown)))


# --- settling


def _settled(brief: Brief, outcome: HoursOutcome) -> Iterator[Block]:
    if outcome.settlement is None and outcome.invoice is None and outcome.in_kind is None:
        return
    if outcome.settlement is not None:
        yield LabelledParagraph("De afspraak", plain(f"De partners verrekenen {SETTLEMENT_WORDS[outcome.settlement]}."))
    kind = outcome.settlement is Settlement.IN_KIND
    netting: Netting[int] | Netting[Fraction] | None = outcome.in_kind if kind else outcome.invoice
    if netting is None:
        return
    yield Paragraph(plain(SETTLE_RULE))
    if not kind:
        yield _payments(brief, outcome)
    transfers = netting.transfers if kind else outcome.transfers
    said = transfer_words(transfers, brief.dossier)
    if said and len(said) <= _MOST_TRANSFERS:
        yield Paragraph(plain("De partners staan dan zo:" if kind else _stage(outcome)), leads=True)
        yield BulletList(tuple(plain(text) for text in said))
    elif said:
        yield _transfers(brief, transfers, "De uren over en weer" if kind else _stage(outcome).removesuffix(":"))


def _payments(brief: Brief, outcome: HoursOutcome) -> Table:
    """Plan, advance, hours made, what is left; only the columns that hold something."""
    of = {
        "Volgens plan": [line.planned for line in outcome.payments],
        "Voorschot": [line.advance for line in outcome.payments],
        "Werkelijk": [line.actual for line in outcome.payments],
        "Nog te verrekenen": [line.still for line in outcome.payments],
    }
    heads = [head for head, held in of.items() if any(value is not None for value in held)]
    columns = (Column("Partner"), *(Column(head, 1, Align.RIGHT) for head in heads))
    names = _short(brief)
    rows = tuple(
        Row((cell(names[line.partner]), *(cell(signed_euros(of[head][place])) for head in heads)))
        for place, line in enumerate(outcome.payments)
    )
    note = "Alle bedragen van een kolom zijn samen nul: wat de een betaalt, ontvangt de ander."
    return Table("Wie betaalt en wie ontvangt", columns, rows, unit="+ ontvangt geld; − betaalt geld", note=note)


def _stage(outcome: HoursOutcome) -> str:
    """Which payments these are: the last stage that is known."""
    if any(line.still is not None for line in outcome.payments):
        return "De betalingen die nog volgen:"
    return "De betalingen vooraf:" if outcome.advance is not None else "De betalingen volgens plan:"


def _transfers(brief: Brief, transfers: Sequence[Transfer[int]] | Sequence[Transfer[Fraction]], caption: str) -> Table:
    columns = (Column("Wie"), Column("Aan wie", 2), Column("Hoeveel", 1, Align.RIGHT))
    names = brief.partner_names
    rows = tuple(Row((cell(names[t.payer]), cell(names[t.receiver]), cell(_much(t.amount)))) for t in transfers)
    return Table(caption, columns, rows)


def _much(amount: int | Fraction) -> str:
    return f"{hours_of(amount)} uur" if isinstance(amount, Fraction) else euros_of(amount)


# --- roles


def _roles(brief: Brief, outcome: HoursOutcome) -> Iterator[Block]:
    held = {entry.id: entry for entry in brief.dossier.uren.entries}
    phased = any(held[line.entry].phase.strip() for line in outcome.lines)
    rated = any(line.rate is not None for line in outcome.lines)
    columns = [
        Column("Rol"),
        Column("Partner", 1.5),
        *([Column("Fase", 1.4)] if phased else []),
        Column("Uren per jaar", 1.1, Align.RIGHT),
        *([Column("Tarief", 0.9, Align.RIGHT)] if rated else []),
        Column(_FREED_LABEL, 1),
    ]
    rows = tuple(_role(brief, held[line.entry], line, phased=phased, rated=rated) for line in outcome.lines)
    unit = "tarief in euro’s per uur, met overhead" if rated else ""
    yield Table("De rollen en hun uren", tuple(columns), rows, unit=unit)
    if outcome.actual is not None:
        yield _actual(brief, outcome)


def _role(brief: Brief, entry: HourEntry, line: HourLine, *, phased: bool, rated: bool) -> Row:
    name = brief.partner_names.get(line.partner, "–")
    cells = [cell(shortened(entry.role, _TEXT) or "zonder naam")]
    cells.append(cell(f"{name}, gebruikt" if line.takes else name))
    if phased:
        cells.append(cell(shortened(entry.phase, _TEXT) or "–"))
    cells.append(cell(hours_of(line.planned.yearly)))
    if rated:
        cells.append(cell("–" if line.rate is None else _rate(line.rate.total)))
    cells.append(cell("–" if line.takes else FREED_WORDS[line.freed]))
    return Row(tuple(cells))


def _rate(rate: Fraction) -> str:
    return amount(as_decimal(rate, 2))


def _actual(brief: Brief, outcome: HoursOutcome) -> Table:
    assert outcome.actual is not None
    columns = (
        Column("Partner"),
        *(Column(head, 1, Align.RIGHT) for head in ("Gepland gebracht", "Gemaakt", "Gepland gebruikt", "Gemaakt voor")),
    )
    rows, names = [], _short(brief)
    for plan, made in zip(outcome.planned.partners, outcome.actual.partners, strict=True):
        figures = (plan.brings.hours, made.brings.hours, plan.takes.hours, made.takes.hours)
        name = names.get(plan.key, "–")
        rows.append(Row((cell(name), *(_hours(figure) for figure in figures))))
    return Table("Gepland en gemaakt", columns, tuple(rows), unit="uren per jaar")


# --- share in hours beside share in cost


def _footing(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    choice = agreed.costs.choice
    if choice is None or not choice.years:
        return
    year = choice.years[agreed.costs.budget.start_place]
    footing = footing_of(agreed.hours, {c.partner: c.structural for c in year.contributions})
    if all(line.points is None for line in footing.lines):
        return
    names = _short(brief)
    columns = (
        Column("Partner"),
        *(Column(head, 1, Align.RIGHT) for head in ("Deel gebracht", "Deel gebruikt", "Deel kosten", "Verschil")),
    )
    rows = tuple(
        Row(
            (
                cell(names[line.partner]),
                *(cell(percent_of(share)) for share in (line.brought, line.taken, line.cost)),
                cell(points_of(line.points)),
            )
        )
        for line in footing.lines
    )
    words = footing_words(footing, brief.dossier)
    if words:
        yield Paragraph(plain(words))
    unit = f"delen van het geheel, kosten van {year.year}; verschil in procentpunten"
    yield Table("Deel in de uren en deel in de kosten", columns, rows, unit=unit, note=FOOTING_RULE)


# --- on what it rests


def _basis(brief: Brief, outcome: HoursOutcome) -> Iterator[Block]:
    uren = brief.dossier.uren
    yield from _productive(brief, uren.productive_hours, uren.productive_source)
    if uren.weeks_per_year is not None:
        text = f"Uren per week tellen {number_words(uren.weeks_per_year)} weken per jaar."
        yield LabelledParagraph("Weken per jaar", plain(f"{text} {_source(uren.weeks_source)}"))
    if uren.rates:
        columns = (Column("Schaal"), Column("Loon per uur", 1, Align.RIGHT), Column("Bron", 2))
        rows = tuple(
            Row((cell(shortened(scale, _TEXT)), cell(amount(rate)), cell(uren.rates_source or "niet genoemd")))
            for scale, rate in uren.rates.items()
        )
        yield Table("Het loon per schaal", columns, rows, unit="euro’s per uur, zonder overhead")
    yield LabelledParagraph("Overhead", plain(f"{_overhead(brief, outcome)} {_source(uren.overhead_source)}"))
    obstacles = tuple(plain(note_words(note, brief.dossier)) for note in outcome.obstacles)
    if obstacles:
        yield Paragraph(plain("Dit ontbreekt nog. Daarom is niet alles uit te rekenen:"), leads=True)
        yield BulletList(obstacles)
    remarks = (note_words(note, brief.dossier) for note in outcome.remarks)
    yield from remark_blocks("Bij deze uren hoort dit:", remarks)


def _productive(brief: Brief, held: Mapping[str, Decimal], source: str) -> Iterator[Block]:
    known = {partner: hours for partner, hours in held.items() if partner in brief.partner_names}
    if not known:
        return
    if len(known) == len(brief.partner_names) and len(set(known.values())) == 1:
        text = f"Een voltijdbaan is bij elke partner {number_words(next(iter(known.values())))} uur per jaar."
        yield LabelledParagraph("Productieve uren", plain(f"{text} {_source(source)}"))
        return
    columns = (Column("Partner"), Column("Uren per voltijdbaan", 1, Align.RIGHT), Column("Bron", 2))
    rows = tuple(
        Row(
            (
                cell(name),
                cell(number_words(known[partner]) if partner in known else "–"),
                cell(shortened(source, 160) or "niet genoemd"),
            )
        )
        for partner, name in _short(brief).items()
    )
    yield Table("De productieve uren", columns, rows)


def _source(source: str) -> str:
    return f"Bron: {sentence(shortened(source, 300))}" if source.strip() else "De bron is niet genoemd."


def _overhead(brief: Brief, outcome: HoursOutcome) -> str:
    uren = brief.dossier.uren
    words = OVERHEAD_WORDS[outcome.overhead]
    if isinstance(uren.overhead_per_hour, Decimal) and not isinstance(uren.overhead_percentage, Decimal):
        return f"Overhead is een {words}: {euros(uren.overhead_per_hour)}."
    if isinstance(uren.overhead_percentage, Decimal) and not isinstance(uren.overhead_per_hour, Decimal):
        return f"Overhead is een {words}: {number_words(uren.overhead_percentage)}%."
    return f"Overhead: {words}."
