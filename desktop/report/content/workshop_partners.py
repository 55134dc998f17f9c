"""Where the people of the partners lie furthest apart, and what some hold against the joint answer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from desktop.report.content.chapters import numbered
from desktop.report.content.workshop_view import View
from desktop.report.content.workshop_votes import short_ends
from desktop.report.styles import FULL
from desktop.report.tree import (
    Align,
    Block,
    BulletList,
    Column,
    FigureBlock,
    KeySentence,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.dutch import listed
from models.figures.dot_rows import DotRow, dot_rows_figure, middle_words, point_words
from models.wording.words import counted, sentence, some_names
from models.workshop.records import Subject
from models.workshop.revealed import PartnerSpread
from models.workshop.statistics import FEWEST_FOR_MEDIAN

__all__ = ["differing_blocks"]

_FEW_PARTNERS = 4
"""As many partners have a column each."""

_DRAWN, _MOST_ROWS, _MOST_TOLD = 3, 8, 7
_TOO_FEW, _UNSEEN = "te weinig mensen", "niet te zien"
_WHY_UNSEEN = f"Waar “{_UNSEEN}” staat, zou een mediaan het antwoord van iemand verraden."


@dataclass(frozen=True, slots=True)
class _Apart:
    """A subject with the medians of the partners that have one."""

    subject: Subject
    label: str
    rows: Mapping[str, PartnerSpread]
    medians: Mapping[str, Fraction]

    @property
    def distance(self) -> Fraction:
        return max(self.medians.values()) - min(self.medians.values())

    @property
    def relative(self) -> Fraction:
        """As a share of the scale, so that two scales can be compared."""
        low, high = self.subject.scale
        return self.distance / (high - low)

    def at(self, median: Fraction) -> list[str]:
        return [partner for partner, held in self.medians.items() if held == median]


def differing_blocks(view: View, letter: str) -> Iterator[Block]:
    """Empty where nothing was voted on and nobody differed in words."""
    found = tuple(_found(view))
    dissent = tuple(_dissent(view))
    if not found and not dissent:
        return
    apart = sorted((one for one in found if len(one.medians) > 1), key=lambda one: -one.relative)
    yield KeySentence(_key(apart))
    sections = (("Tussen de partners", _between(view, found, apart)), ("Andere meningen", dissent))
    yield from numbered(letter, sections)


def _found(view: View) -> Iterator[_Apart]:
    names = view.brief.partner_names
    for subject in view.scaled:
        rows = {row.partner: row for row in view.last(subject).by_partner if row.partner in names}
        medians = {key: row.median for key, row in rows.items() if row.median is not None}
        yield _Apart(subject, view.topic(subject.key), rows, medians)


def _key(apart: Sequence[_Apart]) -> str:
    if not apart:
        return "Tussen de partners is dat niet te zeggen: van te weinig partners is een mediaan te zien."
    widest = apart[0]
    if not widest.distance:
        return "De medianen van de partners zijn overal gelijk."
    points = _points(widest.distance)
    label = widest.label[:1].lower() + widest.label[1:]
    low, high = widest.subject.scale
    on = f" op een schaal van {low} tot {high}" if _mixed(apart) else ""
    return f"De partners liggen het verst uit elkaar bij “{label}”: {points} verschil{on}."


def _mixed(apart: Sequence[_Apart]) -> bool:
    """Whether a point is not equally much everywhere."""
    return len({one.subject.scale for one in apart}) > 1


def _points(distance: Fraction) -> str:
    return f"{point_words(distance)} {'punt' if distance == 1 else 'punten'}"


# --- between the partners


def _between(view: View, found: Sequence[_Apart], apart: Sequence[_Apart]) -> Iterator[Block]:
    if not found:
        return
    names = view.brief.partner_names
    wide = [one for one in apart if one.distance >= 1]
    if wide:
        yield Paragraph(
            plain("Hier is het verschil tussen de medianen het grootst. Bespreek dit als eerste:"), leads=True
        )
        first = wide[:_MOST_TOLD]
        yield BulletList(tuple(_difference(one, names, scaled=_mixed(first)) for one in first))
        if _mixed(first):
            yield Paragraph(plain(_LONGER), ParagraphKind.NOTE)
    for one in [one for one in wide if any(row.spread is not None for row in one.rows.values())][:_DRAWN]:
        yield _drawn(view, one)
    if names:
        voting = {key: name for key, name in names.items() if any(one.rows[key].n for one in found if key in one.rows)}
        yield from _tables(found, voting, len(names) - len(voting))


_LONGER = "Op een langere schaal is een punt een kleiner verschil. De volgorde houdt daar rekening mee."


def _difference(one: _Apart, names: Mapping[str, str], *, scaled: bool) -> tuple[Run, ...]:
    low, high = min(one.medians.values()), max(one.medians.values())
    sides = (f"{some_names(one.at(value), names)} {point_words(value)}" for value in (low, high))
    least, most = one.subject.scale
    on = f" op een schaal van {least} tot {most}" if scaled else ""
    return bold(f"{one.label}: "), Run(f"{', '.join(sides)} (verschil {point_words(one.distance)}{on}).")


def _drawn(view: View, one: _Apart) -> FigureBlock:
    """The partners under each other; of many, those at both ends."""
    names = view.brief.partner_names
    order = sorted(one.medians, key=lambda partner: one.medians[partner])
    chosen = order if len(order) <= _MOST_ROWS else [*order[: _MOST_ROWS // 2], *order[-_MOST_ROWS // 2 :]]
    rows = [_row(names[partner], one.rows[partner]) for partner in chosen]
    low, high = one.subject.scale
    words = short_ends(view, one.subject)
    ends = (f"{low}: {words[0]}", f"{high}: {words[1]}") if any(words) else ("", "")
    figure = dot_rows_figure(f"{one.label}: de partners naast elkaar", rows, one.subject.scale, ends, FULL)
    left = len(order) - len(chosen)
    rest = f" De andere {counted(left, 'partner ligt', 'partners liggen')} daartussen." if left else ""
    hidden = any(row.spread is None for row in rows)
    why = f" {_HIDDEN}" if hidden else ""
    return FigureBlock(figure, f"{figure.alt}{rest}{why}", unit=f"laatste ronde, schaal van {low} tot {high}")


_HIDDEN = "Een verdeling staat er alleen als die van niemand het antwoord verraadt."


def _row(name: str, held: PartnerSpread) -> DotRow:
    note = counted(held.n, "antwoord", "antwoorden")
    middle = () if held.spread is None else (f"middelste helft {middle_words(held.spread)}",)
    said = () if held.median is None else (f"mediaan {point_words(held.median)}", *middle)
    return DotRow(name, held.n, held.median, held.spread, note, said)


def _tables(found: Sequence[_Apart], names: Mapping[str, str], silent: int) -> Iterator[Table]:
    """``names``: of the partners of whom somebody voted; ``silent``: how many others there are."""
    said = counted(silent, "partner stemde", "partners stemde")
    few = len(names) <= _FEW_PARTNERS
    shown = (_median_words(one, key) if few else _ends_of(one, names)[1] for one in found for key in names)
    notes = (f"Van {said} niemand." if silent else "", _WHY_UNSEEN if _UNSEEN in shown else "")
    note = " ".join(filter(None, notes))
    if names:
        yield _columns(found, names, note) if few else _counted(found, names, note)


def _columns(found: Sequence[_Apart], names: Mapping[str, str], note: str) -> Table:
    own_columns = (Column(name, 1, Align.RIGHT) for name in names.values())
    columns = (Column("Onderwerp"), *own_columns, Column("Verschil", 0.8, Align.RIGHT))
    rows = []
    for one in found:
        own = (_median_words(one, partner) for partner in names)
        distance = point_words(one.distance) if len(one.medians) > 1 else "–"
        rows.append(Row(tuple(cell(text) for text in (one.label, *own, distance))))
    return Table("De mediaan per partner", columns, tuple(rows), unit=_UNIT, note=note)


_UNIT = "laatste ronde; met minder dan drie antwoorden staat er geen mediaan"


def _median_words(one: _Apart, partner: str) -> str:
    if partner in one.medians:
        return point_words(one.medians[partner])
    return _without_median(one.rows[partner]) if partner in one.rows else "–"


def _without_median(row: PartnerSpread) -> str:
    if not row.n:
        return "–"
    return _TOO_FEW if row.n < FEWEST_FOR_MEDIAN else _UNSEEN


def _counted(found: Sequence[_Apart], names: Mapping[str, str], note: str) -> Table:
    heads = (("Laagste mediaan", 2.2), ("Hoogste mediaan", 2.2))
    columns = (
        Column("Onderwerp"),
        *(Column(head, weight) for head, weight in heads),
        Column("Verschil", 0.8, Align.RIGHT),
        Column("Partners met mediaan", 1.1, Align.RIGHT),
    )
    rows = tuple(Row(tuple(cell(text) for text in _ends_of(one, names))) for one in found)
    return Table("De laagste en de hoogste mediaan", columns, rows, unit=_UNIT, note=note)


def _ends_of(one: _Apart, names: Mapping[str, str]) -> tuple[str, ...]:
    if not one.medians:
        why = _UNSEEN if any(row.n >= FEWEST_FOR_MEDIAN for row in one.rows.values()) else _TOO_FEW
        return one.label, why, why, "–", "0"
    if not one.distance:
        everywhere = point_words(next(iter(one.medians.values())))
        return one.label, f"overal {everywhere}", f"overal {everywhere}", "0", str(len(one.medians))
    ends = (min(one.medians.values()), max(one.medians.values()))
    told = (f"{point_words(value)}: {some_names(one.at(value), names)}" for value in ends)
    distance = point_words(one.distance) if len(one.medians) > 1 else "–"
    return one.label, *told, distance, str(len(one.medians))


# --- in words


def _dissent(view: View) -> Iterator[Block]:
    """What somebody holds against a joint answer, in their words; a name only of who agreed to it."""
    items = []
    for row in view.session.workshop.dissent:
        text, topic = view.told(row.text), view.topic(row.subject)
        hidden = bool(row.subject.strip()) and not topic
        if not text or hidden:
            continue
        by = view.signed(row.by)
        lead = f"{topic}: " if topic else ""
        items.append((bold(lead), Run(f"{sentence(text)}{f' ({by})' if by else ''}")))
    if not items:
        return
    yield Paragraph(plain("Niet iedereen deelt het antwoord van de groep. Dit is wat zij zeggen:"), leads=True)
    yield BulletList(tuple(items))
    named = listed(sorted({by for row in view.session.workshop.dissent if (by := view.signed(row.by))}))
    if named:
        yield Paragraph(plain("Een naam staat er alleen met instemming."), ParagraphKind.NOTE)
