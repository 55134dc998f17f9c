"""What is still open: statements, legal questions, contradictions."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.gaps import gaps, silent_chapters
from desktop.report.content.notes import stray_notes
from desktop.report.tree import (
    Block,
    BulletList,
    Column,
    KeySentence,
    NumberedList,
    Paragraph,
    Row,
    Run,
    Table,
    cell,
    plain,
)
from models.dossier.base import NoAnswer
from models.dutch import listed
from models.vocabulary import CriterionId
from models.wording.words import answer_words, counted, sentence

__all__ = ["open_chapter"]


def open_chapter(brief: Brief) -> Iterator[Block]:
    """Three lists; each only where it holds something."""
    statements, questions = _unanswered(brief), brief.advice.legal.questions
    yield brief.heading(Chapter.OPEN)
    lacking, silent = tuple(gaps(brief)), len(silent_chapters(brief))
    yield KeySentence(_key(len(statements), len(questions), len(brief.problems), silent))
    if brief.problems:
        yield Paragraph(plain("Deze antwoorden spreken elkaar tegen. Kies wat klopt:"), leads=True)
        yield BulletList(tuple(plain(sentence(problem)) for problem in brief.problems))
    if statements:
        yield _table(brief, statements)
    if questions:
        yield Paragraph(plain("Deze feiten zijn nodig om de rechtsvorm zeker te weten:"), leads=True)
        yield NumberedList(tuple(plain(question.text) for question in questions))
    if lacking:
        yield Paragraph(plain("Dit moeten de partners nog afspreken of invullen:"), leads=True)
        yield BulletList(tuple(plain(text) for text in lacking))
    checks = tuple(_to_check(brief))
    if checks:
        yield Paragraph(plain("Laat dit door een jurist nagaan:"), leads=True)
        yield BulletList(checks)
    yield from stray_notes(brief)


def _unanswered(brief: Brief) -> list[CriterionId]:
    asked = (criterion for criterion, text in brief.knowledge.criterion.items() if not text.derived)
    return [c for c in asked if (joint := brief.answers(c).joint) is None or isinstance(joint, NoAnswer)]


def _key(statements: int, questions: int, problems: int, silent: int) -> str:
    parts = []
    if statements:
        parts.append(counted(statements, "stelling", "stellingen"))
    if questions:
        parts.append(counted(questions, "vraag over de rechtsvorm", "vragen over de rechtsvorm"))
    if problems:
        parts.append(counted(problems, "tegenspraak", "tegenspraken"))
    if silent:
        parts.append(counted(silent, "onderwerp zonder afspraken", "onderwerpen zonder afspraken"))
    if not parts:
        return "Er staan geen vragen meer open."
    return f"Nog open: {listed(parts)}."


def _table(brief: Brief, statements: list[CriterionId]) -> Table:
    rows = []
    for criterion in statements:
        entry = brief.knowledge.criterion[criterion]
        state = answer_words(brief.answers(criterion).joint)
        rows.append(Row((cell(entry.label), cell(entry.statement), cell(state))))
    columns = (Column("Stelling"), Column("De vraag", 3), Column("Stand", 1.2))
    return Table("Stellingen zonder antwoord", columns, tuple(rows))


def _to_check(brief: Brief) -> Iterator[tuple[Run, ...]]:
    """The questions that rules attach to the basis that is held, and to what holds whatever the basis."""
    legal = brief.advice.legal
    choice = brief.dossier.rechtsvorm.choice
    held = choice.basis if choice is not None else legal.preferred
    findings = [f for outcome in legal.outcomes if outcome.basis is held for f in outcome.findings]
    findings += [f for f in brief.legal_notes if f.question]
    seen: set[str] = set()
    for finding in findings:
        if finding.question and finding.question not in seen:
            seen.add(finding.question)
            yield (Run(finding.question), Run(f" ({finding.article})"))
