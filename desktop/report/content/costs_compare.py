"""The keys side by side on the same partners and the same cost; and those that could not be worked out."""

from collections.abc import Iterator, Sequence

from desktop.report.content.agreed import Agreed
from desktop.report.content.brief import Brief
from desktop.report.content.costs_tables import difference_title, first_full_year
from desktop.report.content.sums import (
    MANY,
    Group,
    Scale,
    difference_cell,
    money_cell,
    money_tables,
    row_names,
    scale_of,
)
from desktop.report.tree import Block, Cell, LabelKind, LabelledParagraph, Paragraph, Run, cell, plain
from models.agreements.notes import Note
from models.agreements.outcome import KeyOutcome
from models.wording.costs import SIGN_CONVENTION, note_text, sign_of

__all__ = ["compare_blocks"]


def compare_blocks(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """All keys in the first full year, each other key year by year, what stands in the way of the rest."""
    worked = [key for key in agreed.costs.keys if key.years]
    worked.sort(key=lambda key: key.key != agreed.costs.chosen)
    if len(worked) > 1 or (worked and agreed.costs.choice is None):
        scale = scale_of(year.charged for key in worked for year in key.years)
        yield from _side_by_side(brief, agreed, worked, scale)
        for key in worked:
            if key.key != agreed.costs.chosen:
                yield from _years(brief, agreed, key, scale)
    failed = [key for key in agreed.costs.keys if key.obstacles and key.key != agreed.costs.chosen]
    if failed:
        yield Paragraph(plain("Deze verdeelsleutels zijn nog niet uit te rekenen:"), leads=True)
    for key in failed:
        text = " ".join(note_text(note, brief.partner_names) for note in key.obstacles)
        yield LabelledParagraph(agreed.key_names[key.key], plain(text), LabelKind.REMARK)


def _side_by_side(brief: Brief, agreed: Agreed, keys: Sequence[KeyOutcome], scale: Scale) -> Iterator[Block]:
    place = first_full_year(agreed)
    years = [key.years[place] for key in keys]
    heads = [f"{agreed.key_names[key.key]}{' (gekozen)' if key.key == agreed.costs.chosen else ''}" for key in keys]
    names = row_names(brief.partner_names)
    rows = tuple(
        (name, tuple(money_cell(year.contributions[i].structural, scale) for year in years))
        for i, name in enumerate(names)
    )
    total = ("Samen", tuple(money_cell(year.charged, scale) for year in years))
    groups = [Group("Bijdrage", rows, total, f"De bijdrage per verdeelsleutel in {years[0].year}")]
    known = any(c.today_cents is not None for c in years[0].contributions)
    if known:
        rows = tuple(
            (name, tuple(difference_cell(year.contributions[i].difference, scale) for year in years))
            for i, name in enumerate(names)
        )
        total = ("Samen", tuple(difference_cell(year.difference, scale) for year in years))
        title = difference_title(agreed)
        groups.append(Group(title, rows, total, f"{title} per verdeelsleutel in {years[0].year}"))
    caption = f"De verdeelsleutels naast elkaar in {years[0].year}"
    alike = len({year.charged for year in years}) == 1
    note = "" if alike else "Is een som lager of hoger dan de andere? Dan dekken de prijzen de kosten niet precies."
    unit = f"{scale.unit}. {SIGN_CONVENTION}" if known else scale.unit
    yield from money_tables(caption, "Partner", heads, groups, unit=unit, note=note, apart=len(names) > MANY)


def _years(brief: Brief, agreed: Agreed, key: KeyOutcome, scale: Scale) -> Iterator[Block]:
    """What each partner pays year by year under another key; the letter says better or worse than today."""
    names = row_names(brief.partner_names)

    def paid(year: int, partner: int) -> Cell:
        held = key.years[year].contributions[partner]
        letter = "" if held.difference is None else sign_of(held.difference)
        return cell(scale.words(held.structural), after=letter)

    rows = tuple((name, tuple(paid(y, i) for y in range(len(key.years)))) for i, name in enumerate(names))
    totals = [
        cell(scale.words(year.charged), after="" if year.difference is None else sign_of(year.difference))
        for year in key.years
    ]
    caption = f"Bijdrage, elk jaar, volgens ‘{agreed.key_names[key.key]}’"
    known = any(c.today_cents is not None for c in key.years[0].contributions)
    unit = f"{scale.unit}. {SIGN_CONVENTION}" if known else scale.unit
    heads = [str(year.year) for year in key.years]
    group = Group("", rows, ("Samen", tuple(totals)))
    yield from money_tables(caption, "Partner", heads, [group], unit=unit)
    notes = [note_text(note, brief.partner_names) for note in _own_remarks(agreed, key)]
    if notes:
        yield Paragraph((Run(" ".join(notes)),))


def _own_remarks(agreed: Agreed, key: KeyOutcome) -> Iterator[Note]:
    """What must be said of this key and is not said of the chosen one."""
    said = agreed.costs.choice.remarks if agreed.costs.choice is not None else ()
    return (note for note in key.remarks if note not in said)
