"""Planning: the timeline, the steps with term and basis, what each body must do; budget cycle and leaving."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from desktop.report.content.agreed import Agreed
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.notes import note_blocks
from desktop.report.content.remarks import remark_blocks
from desktop.report.styles import AXIS, FULL
from desktop.report.tree import (
    Block,
    BulletList,
    Cell,
    Column,
    FigureBlock,
    Heading,
    KeySentence,
    LabelledParagraph,
    Paragraph,
    Row,
    RowKind,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.figures.timeline import timeline_figure
from models.planning import BodyAgenda, DecisionCalendar, PlannedStep
from models.planning.keys import CalendarKind
from models.vocabulary import StepId
from models.wording.planning import (
    body_name,
    body_table,
    calendar_title,
    headline,
    note_words,
    ready_words,
    step_table,
    step_title,
    when_words,
)
from models.wording.words import first_upper, some_names, the_basis

__all__ = ["planning_chapter", "planning_key"]

_STEPS_OF = {
    CalendarKind.BESLUITVORMING: "De stappen met dag, orgaan en grondslag",
    CalendarKind.BEGROTING: "De stappen van de begroting",
    CalendarKind.UITTREDEN: "De stappen van het uittreden",
}
_BODIES_OF = {
    CalendarKind.BESLUITVORMING: "Wie wanneer aan zet is",
    CalendarKind.BEGROTING: "Wie wanneer aan zet is voor de begroting",
    CalendarKind.UITTREDEN: "Wie wanneer aan zet is bij uittreden",
}
_FIGURE_ROOM = 600.0
"""A figure that is higher leaves no room for its caption on a page; the table then says it alone."""


def planning_chapter(brief: Brief, agreed: Agreed) -> Iterator[Block]:
    """A section for each calendar."""
    letter = brief.letters[Chapter.PLANNING]
    yield brief.heading(Chapter.PLANNING)
    yield KeySentence(planning_key(brief, agreed.calendars))
    for number, calendar in enumerate(agreed.calendars, start=1):
        yield Heading(2, calendar_title(calendar.kind), f"{letter}{number}")
        yield from _calendar(brief, calendar)
    yield from note_blocks(brief, StepId.BESLUITVORMING)


def planning_key(brief: Brief, calendars: Sequence[DecisionCalendar]) -> str:
    """Of the first calendar that has steps."""
    first = next(calendar for calendar in calendars if calendar.steps)
    said = headline(first, brief.partner_names)
    return " ".join(text for text in said if not text.startswith("U hebt nog geen")) or calendar_title(first.kind)


def _calendar(brief: Brief, calendar: DecisionCalendar) -> Iterator[Block]:
    names = brief.partner_names
    if calendar.obstacles:
        yield Paragraph(plain("Deze planning is nog niet uit te rekenen. Dit ontbreekt:"), leads=True)
        yield BulletList(tuple(plain(note_words(note, names)) for note in calendar.obstacles))
        return
    if calendar.basis is not None:
        chosen = brief.dossier.rechtsvorm.choice is not None
        words = the_basis(calendar.basis)
        text = f"De stappen horen bij {words}{', de rechtsvorm van de keuze' if chosen else ', naar het advies'}."
        yield LabelledParagraph("Rechtsvorm", plain(text))
    yield LabelledParagraph("De uitkomst", plain(" ".join(headline(calendar, names))))
    yield from remark_blocks("Bij deze planning hoort dit:", (note_words(note, names) for note in calendar.remarks))
    figure = timeline_figure(calendar, names, FULL, start=AXIS)
    if figure.height <= _FIGURE_ROOM:
        yield FigureBlock(figure, _in_words(calendar))
    yield _steps(brief, calendar)
    yield from _bodies(brief, calendar)
    yield from _ready(calendar.steps)


def _in_words(calendar: DecisionCalendar) -> str:
    """The days on which a body decides; the table of steps has the rest."""
    said = [f"{step_title(step)}: {when_words(step)}." for step in calendar.steps if step.decision or step.is_moment]
    return " ".join((*said, "De tabel van deze planning noemt alle stappen."))


def _steps(brief: Brief, calendar: DecisionCalendar) -> Table:
    """As the shared table has it; what the law fixes is bold."""
    twin = step_table(calendar, brief.partner_names)
    columns = tuple(Column(head, weight) for head, weight in zip(twin.head, (1, 2.4, 1.5, 1.3, 1.2), strict=True))
    rows = tuple(
        Row(tuple(_step_cell(text, strong=place == 3 and step.is_statutory) for place, text in enumerate(row)))
        for step, row in zip(calendar.steps, twin.rows, strict=True)
    )
    note = "Vet is een termijn uit de wet. De rest is eigen planning, of staat in de regeling."
    return Table(_STEPS_OF[calendar.kind], columns, rows, note=note)


def _step_cell(text: str, *, strong: bool) -> Cell:
    return Cell((bold(text),)) if strong else cell(text)


def _ready(steps: Sequence[PlannedStep]) -> Iterator[Block]:
    """What must be ready, by step."""
    rows = tuple(
        Row((cell(step_title(step)), Cell((Run(" ".join(ready_words(step))),)))) for step in steps if step.ready
    )
    if rows:
        yield Table("Wat klaar moet zijn", (Column("Stap"), Column("Wat klaar moet zijn")), rows)


def _bodies(brief: Brief, calendar: DecisionCalendar) -> Iterator[Block]:
    """A group for each body; bodies that act on the same days stand together."""
    rows: list[Row] = []
    for agendas in _alike(calendar).values():
        rows.append(Row((cell(first_upper(_names(agendas, brief.partner_names))), cell("")), kind=RowKind.GROUP))
        rows += [Row((cell(first_upper(when)), cell(step))) for _, when, step in body_table(agendas[:1], {}).rows]
    if rows:
        yield Table(_BODIES_OF[calendar.kind], (Column("Wanneer"), Column("Stap")), tuple(rows))


def _alike(calendar: DecisionCalendar) -> Mapping[object, list[BodyAgenda]]:
    found: dict[object, list[BodyAgenda]] = {}
    for agenda in calendar.per_body():
        days = tuple((entry.step.key, entry.start, entry.end) for entry in agenda.entries)
        found.setdefault((agenda.organ, agenda.partner is None, days), []).append(agenda)
    return found


def _names(agendas: Sequence[BodyAgenda], names: Mapping[str, str]) -> str:
    """``raad van Aalten``, ``raden van Aalten en Bronckhorst``."""
    if len(agendas) == 1:
        return body_name(agendas[0], names)
    partners = [agenda.partner or "" for agenda in agendas]
    return f"{body_name(replace(agendas[0], partner=None), names)} van {some_names(partners, names)}"
