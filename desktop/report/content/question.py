"""The shared question and the partners."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.notes import note_blocks
from desktop.report.content.situation import existing_blocks, motive_blocks
from desktop.report.tree import (
    Align,
    Block,
    BulletList,
    Column,
    KeySentence,
    LabelledParagraph,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.dossier.base import known
from models.dossier.explore import Partner
from models.dutch import day, listed, whole
from models.vocabulary import StepId
from models.wording.words import (
    NATURE_WORDS,
    NOT_YET,
    PARTNER_KINDS,
    answer_words,
    counted,
    first_upper,
    number_words,
    sentence,
    shortened,
)

__all__ = ["question_chapter"]

_CELL = 600
"""Signs of one text in a table cell; beyond it a cell is no longer read."""


def question_chapter(brief: Brief) -> Iterator[Block]:
    """Short, and only what is filled in."""
    yield brief.heading(Chapter.QUESTION)
    yield KeySentence(_key(brief))
    sections = (
        ("De opgave", _question(brief)),
        ("Wat de partners willen bereiken", (*_goals(brief), *motive_blocks(brief))),
        ("De partners", _who(brief)),
        ("Wat er al is", existing_blocks(brief)),
    )
    yield from numbered(brief.letters[Chapter.QUESTION], sections)
    yield from note_blocks(brief, StepId.OPGAVE, StepId.PARTNERS, StepId.DOELEN, StepId.BEGINSITUATIE)


def _question(brief: Brief) -> Iterator[Block]:
    section = brief.dossier.opgave
    for text in (section.question, section.occasion):
        if text.strip():
            yield Paragraph(plain(sentence(text)))
    fields = [text for text in section.fields if text.strip()]
    if fields:
        yield LabelledParagraph(
            "Beleidsvelden", plain(sentence(first_upper(listed([shortened(f, 80) for f in fields]))))
        )
    yield from _tasks(brief)
    yield from _facts(brief)


def _who(brief: Brief) -> Iterator[Block]:
    if brief.dossier.partners.active:
        yield _partners(brief)
    yield from _interests(brief)


def _key(brief: Brief) -> str:
    number, tasks = len(brief.dossier.partners.active), len(brief.dossier.opgave.tasks)
    if not number:
        return "De partners zijn nog niet ingevuld."
    who = first_upper(counted(number, "partner doet", "partners doen"))
    if tasks > 1:
        return f"{who} mee. Het gaat om {counted(tasks, 'taak', 'taken')}."
    asked = "" if brief.dossier.opgave.question.strip() else " De opgave is nog niet beschreven."
    return f"{who} mee.{asked}"


def _tasks(brief: Brief) -> Iterator[Block]:
    tasks = [task for task in brief.dossier.opgave.tasks if task.name.strip()]
    if not tasks:
        return
    yield Paragraph(plain("Het gaat om deze taken:"), leads=True)
    items = []
    for task in tasks:
        nature = known(task.nature)
        items.append(plain(f"{task.name} ({NATURE_WORDS[nature]})" if nature is not None else task.name))
    yield BulletList(tuple(items))


def _goals(brief: Brief) -> Iterator[Block]:
    goals = [goal for goal in brief.dossier.doelen.goals if goal.text.strip()]
    if not goals:
        return
    yield Paragraph(plain("De partners willen dit bereiken:"), leads=True)
    yield BulletList(tuple(plain(sentence(goal.text)) for goal in goals))


def _facts(brief: Brief) -> Iterator[Block]:
    facts = [fact for fact in brief.dossier.opgave.facts if fact.text.strip()]
    if not facts:
        return
    rows = []
    for fact in facts:
        figure = known(fact.figure)
        nothing = "–" if fact.figure is None else answer_words(fact.figure)
        shown = nothing if figure is None else f"{number_words(figure)} {fact.unit}".strip()
        source = ", ".join(part for part in (fact.source.strip(), day(fact.dated) if fact.dated else "") if part)
        unit = shown.replace(" %", "%")
        texts = (shortened(fact.text, _CELL), unit, shortened(source, _CELL) or "geen bron genoemd")
        rows.append(Row(tuple(cell(text) for text in texts)))
    yield Table("De feiten", (Column("Feit"), Column("Cijfer"), Column("Bron en datum", 2)), tuple(rows))


def _partners(brief: Brief) -> Table:
    partners = brief.dossier.partners.active
    brings = any(partner.brings.strip() for partner in partners)
    columns = [Column("Partner"), Column("Soort", 1.6), Column("Inwoners", 1.5, Align.RIGHT)]
    columns += [Column("Brengt in", 3)] if brings else []
    rows = (Row(tuple(cell(text) for text in _partner(partner, brings=brings))) for partner in partners)
    return Table("De partners", tuple(columns), tuple(rows))


def _partner(partner: Partner, *, brings: bool) -> Iterator[str]:
    inhabitants = known(partner.inhabitants)
    yield partner.name.strip() or "zonder naam"
    yield PARTNER_KINDS[partner.kind]
    yield answer_words(partner.inhabitants) if inhabitants is None else whole(inhabitants)
    if brings:
        yield shortened(partner.brings, _CELL) or NOT_YET


def _interests(brief: Brief) -> Iterator[Block]:
    names = brief.partner_names
    interests = [row for row in brief.dossier.opgave.interests if row.text.strip() and row.partner in names]
    if interests:
        yield Paragraph(plain("Dit vinden de partners belangrijk:"), leads=True)
        yield BulletList(tuple((bold(f"{names[row.partner]}: "), Run(sentence(row.text))) for row in interests))
    agenda = [row for row in brief.dossier.opgave.agenda if row.text.strip()]
    if agenda:
        yield Paragraph(plain("Hier komen de belangen samen:"), leads=True)
        items = ((row.text, [names[p] for p in row.partners if p in names]) for row in agenda)
        yield BulletList(tuple(plain(_agenda_item(text, partners)) for text, partners in items))


def _agenda_item(text: str, partners: list[str]) -> str:
    return f"{sentence(text)} ({listed(partners)})" if partners else sentence(text)
