"""How firm the advice is: other importance, one statement less, single answers."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.tipping import tipping_blocks
from desktop.report.tree import Align, Block, Column, LabelledParagraph, Paragraph, Row, Table, cell, plain
from models.advice.intervals import WeightInterval
from models.dutch import listed
from models.vocabulary import CooperationForm
from models.wording.advice import firmness
from models.wording.words import spelled, the_form

__all__ = ["robustness_blocks"]


def robustness_blocks(brief: Brief) -> Iterator[Block]:
    """Empty where there is nothing to be firm about."""
    advice = brief.advice.form
    if advice.recommended is None or not advice.winners:
        return
    if len(advice.standing.ranks) < 2:
        yield Paragraph(plain("Er is maar één vorm over. Ander belang verandert daar niets aan."))
        yield from tipping_blocks(brief)
        return
    yield from _samples(brief)
    yield from _left_out(brief)
    yield from tipping_blocks(brief)
    yield from _intervals(brief)


def _samples(brief: Brief) -> Iterator[Block]:
    for label, text in firmness(brief):
        yield LabelledParagraph(label, plain(text))


def _left_out(brief: Brief) -> Iterator[Block]:
    rows = brief.advice.form.robustness.leave_one_out
    changed = [row for row in rows if row.changed]
    text = "Het programma liet steeds één stelling weg."
    if not changed:
        text += " De uitkomst blijft elke keer gelijk."
    else:
        text += f" De uitkomst blijft {len(rows) - len(changed)} van de {len(rows)} keer gelijk."
        for row in changed[:3]:
            label = brief.label(row.criterion)
            then = listed([the_form(CooperationForm(form)) for form in row.winners]) or "geen vorm"
            text += f" Zonder {label[:1].lower()}{label[1:]} komt {then} bovenaan."
    yield LabelledParagraph("Eén stelling minder", plain(text))


def _intervals(brief: Brief) -> Iterator[Block]:
    """Only the statements whose importance can turn it; the others are named in the note."""
    intervals = brief.advice.form.robustness.intervals
    turning = [interval for interval in intervals if not interval.whole]
    if not turning:
        text = "Het belang van één stelling kan vrij bewegen tussen 0 en 10. De eerste plaats verandert dan niet."
        yield LabelledParagraph("Belang per stelling", plain(text))
        return
    columns = (
        Column("Stelling"),
        Column("Belang nu", 1, Align.RIGHT),
        Column("Blijft gelijk van", 1.2, Align.RIGHT),
        Column("tot", 0.8, Align.RIGHT),
        Column("Oordeel", 2.2),
    )
    rows = tuple(Row(tuple(cell(text) for text in _interval_cells(brief, interval))) for interval in turning)
    rest = len(intervals) - len(turning)
    note = f"Bij de andere {spelled(rest)} stellingen verandert geen enkel belang de uitkomst." if rest > 1 else ""
    unit = "belang van 0 tot 10; het belang van de andere stellingen blijft gelijk"
    yield Table("Hoe ver kan het belang van één stelling bewegen?", columns, rows, unit=unit, note=note)


def _interval_cells(brief: Brief, interval: WeightInterval) -> tuple[str, ...]:
    low, high = _tenths(interval.low, up=True), _tenths(interval.high, up=False)
    near = min(
        interval.importance - interval.low if interval.low > 0 else 10.0,
        interval.high - interval.importance if interval.high < 10 else 10.0,
    )
    verdict = "op de grens" if near < 0.5 else "kleine verandering kantelt" if near < 2 else "ruim"
    return (brief.label(interval.criterion), str(interval.importance), low, high, verdict)


def _tenths(value: float, *, up: bool) -> str:
    """An end of an interval with one decimal, rounded inwards: what is promised to hold does hold."""
    tenths = -int(-value * 10 // 1) if up else int(value * 10 // 1)
    whole_part, rest = divmod(tenths, 10)
    return f"{whole_part},{rest}" if rest else str(whole_part)
