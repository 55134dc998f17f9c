"""Leaving: which method applies, the sum by each method with its schedule, what the others take over."""

from collections.abc import Iterator, Sequence

from desktop.report.content.agreed import Agreed
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.remarks import remark_blocks
from desktop.report.content.sums import Group, money_cell, money_tables, row_names
from desktop.report.tree import (
    Align,
    Block,
    Cell,
    Column,
    KeySentence,
    LabelKind,
    LabelledParagraph,
    Paragraph,
    Row,
    RowKind,
    Table,
    cell,
    plain,
)
from models.agreements.leaving import ExitMethod, ExitNote, LeaveOverview, Leaving, MethodKind, TakeoverYear
from models.agreements.money import euros
from models.wording.leaving import (
    BEFORE_SIGNING,
    CONSENT,
    DIRECT_ONLY,
    applies_text,
    base_text,
    cents_words,
    cover_text,
    exit_note_text,
    method_name,
    method_source,
    percent_words,
    range_text,
    schedule_text,
)
from models.wording.words import sentence

__all__ = ["leaving_chapter"]


def leaving_chapter(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """The chapter, with a section for all that there is something to say about."""
    leaving, letter = agreed.leaving, brief.letters[Chapter.LEAVING]
    if leaving is None:
        return
    yield brief.heading(Chapter.LEAVING)
    yield KeySentence(_key(brief, leaving))
    sections = (
        ("De uittreedsom", _sum(brief, agreed, leaving)),
        ("Wat de anderen overnemen", _takeover(brief, leaving)),
        ("Als een andere partner uittreedt", _overview(brief, agreed)),
    )
    yield from numbered(letter, sections)


def _key(brief: Brief, leaving: Leaving) -> str:
    name = brief.partner_names.get(leaving.partner or "", "")
    method = leaving.method
    if method is not None and method.total_cents is not None and name:
        return f"Treedt {name} uit, dan betaalt deze partner {cents_words(method.total_cents)}."
    if leaving.low_cents is not None and name:
        if leaving.low_cents == leaving.high_cents:
            return f"Treedt {name} uit, dan is de som {cents_words(leaving.low_cents)}."
        return f"Treedt {name} uit, dan is de som {range_text(leaving.low_cents, leaving.high_cents)}."
    return "De uittreedsom is nog niet uit te rekenen."


# --- the sum


def _sum(brief: Brief, agreed: Agreed, leaving: Leaving) -> Iterator[Block]:
    formula = brief.dossier.kosten.exit_formula.strip()
    yield LabelledParagraph("De regeling", plain(sentence(formula) or "De regeling heeft nog geen eigen formule."))
    yield LabelledParagraph("Wat geldt", plain(applies_text(leaving)))
    key = "" if leaving.base is None else agreed.key_names.get(leaving.base.key, "")
    yield LabelledParagraph("De bijdrage", plain(base_text(leaving.base, leaving.left_in, key)))
    yield _methods(brief, leaving)
    yield from _schedule(leaving)
    if any(method.kind is MethodKind.DAMAGE and method.years for method in leaving.methods):
        yield LabelledParagraph("Schade", plain(DIRECT_ONLY))
    notes = [*leaving.obstacles, *leaving.remarks]
    notes += [note for method in leaving.methods for note in method.remarks]
    yield from _notes(brief, notes)
    yield LabelledParagraph("Let op", plain(CONSENT), LabelKind.REMARK)


def _methods(brief: Brief, leaving: Leaving) -> Table:
    """Each method with its sum or what it lacks; the one that applies is marked."""
    catalogue = brief.knowledge.costs.exit
    rows = []
    for method in leaving.methods:
        lacking = " ".join(exit_note_text(note, brief.partner_names) for note in method.obstacles)
        said = lacking or schedule_text(method)
        source = method_source(method, catalogue)
        applies = method.id == leaving.applied
        cells = (cell(f"{method_name(method)}{' (geldt)' if applies else ''}"), cell(said), cell(source))
        rows.append(Row(cells, chosen=applies))
    columns = (Column("Manier"), Column("Uittreedsom", 2), Column("Grond", 1.4))
    return Table("De uittreedsom per manier", columns, tuple(rows))


def _schedule(leaving: Leaving) -> Iterator[Table]:
    """Year by year what each method asks."""
    worked = [method for method in leaving.methods if method.years and method.total_cents is not None]
    if not worked:
        return
    numbers = sorted({row.number for method in worked for row in method.years})
    heads = [method_name(method) for method in worked]
    rows = tuple((_year(leaving, number), tuple(_paid(m, number) for m in worked)) for number in numbers)
    total = ("Samen", tuple(money_cell(method.total) for method in worked))
    yield from money_tables(
        "De uittreedsom jaar voor jaar",
        "Jaar",
        heads,
        [Group("", rows, total)],
        unit="bedragen in euro’s; tussen haakjes het deel van de bijdrage",
    )


def _year(leaving: Leaving, number: int) -> str:
    return f"jaar {number}" if leaving.left_in is None else str(leaving.left_in + number)


def _paid(method: ExitMethod, number: int) -> Cell:
    held = [row for row in method.years if row.number == number]
    if not held:
        return cell("–")
    words = money_cell(euros(method.cents_in(number)))
    if held[0].percentage is None:
        return words
    return cell(f"({percent_words(held[0].percentage)}) {''.join(run.text for run in words.runs)}")


def _notes(brief: Brief, notes: Sequence[ExitNote]) -> Iterator[Block]:
    yield from remark_blocks("Hierbij hoort dit:", (exit_note_text(note, brief.partner_names) for note in notes))


# --- what the others take over


def _takeover(brief: Brief, leaving: Leaving) -> Iterator[Block]:
    takeover = leaving.takeover
    if not takeover.years:
        if leaving.partner is not None:
            yield from _notes(brief, takeover.obstacles)
        return
    yield Paragraph(plain(cover_text(takeover)))
    yield _cover(takeover.years)
    yield from _extra(brief, takeover.years)
    yield from _notes(brief, takeover.remarks)


def _cover(years: Sequence[TakeoverYear]) -> Table:
    """Per year what falls away, what is avoided, what is taken over, and what the exit sum leaves open."""
    paid = any(row.exit_cents is not None for row in years)
    heads = ["Bijdrage die wegvalt", "Kosten die wegvallen", "Over te nemen"]
    heads += ["Uittreedsom", "Ongedekt"] if paid else []
    columns = (Column("Jaar"), *(Column(head, 1, Align.RIGHT) for head in heads))
    rows = []
    for row in years:
        figures: list[int | None] = [row.leaver_cents, row.avoided_cents, row.stranded_cents]
        figures += [row.exit_cents, row.uncovered_cents] if paid else []
        rows.append(Row((cell(str(row.year)), *(_cents(figure) for figure in figures))))
    sums: list[int | None] = [
        sum(part) for part in zip(*((r.leaver_cents, r.avoided_cents, r.stranded_cents) for r in years), strict=True)
    ]
    if paid:
        exits = [row.exit_cents for row in years]
        open_ = [row.uncovered_cents for row in years]
        sums += [None if None in held else sum(value for value in held if value is not None) for held in (exits, open_)]
    rows.append(Row((cell("Samen"), *(_cents(figure) for figure in sums)), kind=RowKind.TOTAL))
    note = "Een ongedekt bedrag onder nul is meer dan nodig." if paid else ""
    return Table("Wat er gebeurt met de kosten", columns, tuple(rows), unit="bedragen in euro’s", note=note)


def _cents(value: int | None) -> Cell:
    return money_cell(None if value is None else euros(value))


def _extra(brief: Brief, years: Sequence[TakeoverYear]) -> Iterator[Table]:
    """What each partner that stays pays more, before what the exit sum brings in."""
    names = dict(zip(brief.partner_names, row_names(brief.partner_names), strict=True))
    staying = [held.partner for held in years[0].partners]
    rows = tuple(
        (names.get(partner, "–"), tuple(_cents(row.partners[place].extra_cents) for row in years))
        for place, partner in enumerate(staying)
    )
    total = ("Samen", tuple(_cents(row.stranded_cents) for row in years))
    yield from money_tables(
        "Wat elke partner meer betaalt, vóór de uittreedsom",
        "Partner",
        [str(row.year) for row in years],
        [Group("", rows, total)],
        unit="bedragen in euro’s per jaar",
    )


# --- each partner in turn


def _overview(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    overview: LeaveOverview = agreed.leave_overview
    rows = [row for row in overview.rows if row.low_cents is not None]
    if len(rows) < 2:
        return
    one = all(row.low_cents == row.high_cents for row in rows)
    heads = ["Bijdrage", *(["Som"] if one else ["Laagste som", "Hoogste som"]), "Anderen nemen over"]
    columns = (Column("Partner"), *(Column(head, 1, Align.RIGHT) for head in heads))
    made, names = [], dict(zip(brief.partner_names, row_names(brief.partner_names), strict=True))
    for row in rows:
        figures = [row.contribution_cents, row.low_cents, *([] if one else [row.high_cents]), row.stranded_total_cents]
        name = names.get(row.partner, "–")
        made.append(Row((cell(name), *(_cents(figure) for figure in figures))))
    yield Paragraph(plain(BEFORE_SIGNING))
    span = f"over {overview.count} jaar" if overview.count > 1 else "in het eerste jaar"
    unit = f"bedragen in euro’s; wat anderen overnemen is {span}"
    yield Table("Als één partner uittreedt", columns, tuple(made), unit=unit)
    yield from _notes(brief, overview.remarks)
