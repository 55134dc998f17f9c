"""Evaluation: the plan, what is measured, and what the evaluations that were held found (Wgr 11a)."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.tree import (
    Block,
    Column,
    KeySentence,
    LabelledParagraph,
    Paragraph,
    ParagraphKind,
    Row,
    Table,
    cell,
    plain,
)
from models.dossier.agree import Evaluation, EvaluationPlan, GoalVerdict
from models.dossier.explore import Goal
from models.dutch import day
from models.wording.bodies import REGELINGEN
from models.wording.words import NOT_YET, counted, first_upper, sentence, shortened, spelled

__all__ = ["evaluation_chapter"]

_VERDICTS = {
    GoalVerdict.REACHED: "bereikt",
    GoalVerdict.PARTLY: "deels bereikt",
    GoalVerdict.NOT_REACHED: "niet bereikt",
}
_TEXT = 300
_LAW = "De regeling zegt hoe vaak en hoe de partners evalueren (artikel 11a Wgr). De wet noemt geen vaste tijd."


def evaluation_chapter(brief: Brief) -> Iterator[Block]:
    """Plan, indicators, then each evaluation."""
    plan, held = brief.dossier.vaststelling.evaluation, brief.dossier.vaststelling.evaluations
    yield brief.heading(Chapter.EVALUATION)
    yield KeySentence(_key(plan, held))
    sections = [("Het plan", _plan(brief, plan)), ("Wat de partners meten", _indicators(brief))]
    sections += [(_title(number, one), _held(brief, one)) for number, one in enumerate(held, start=1)]
    yield from numbered(brief.letters[Chapter.EVALUATION], sections)


def _key(plan: EvaluationPlan, held: tuple[Evaluation, ...]) -> str:
    done = f"{first_upper(counted(len(held), 'evaluatie is', 'evaluaties zijn'))} gehouden. " if held else ""
    if plan.first_on is None and plan.every_years is None:
        return f"{done}Wanneer de partners evalueren, is nog niet gepland."
    if plan.first_on is None:
        return f"{done}De partners evalueren {_every(plan)}."
    after = f", daarna {_every(plan)}" if plan.every_years is not None else ""
    return f"{done}De eerste evaluatie is op {day(plan.first_on)}{after}."


def _every(plan: EvaluationPlan) -> str:
    years = plan.every_years or 1
    return "elk jaar" if years == 1 else f"elke {spelled(years)} jaar"


def _plan(brief: Brief, plan: EvaluationPlan) -> Iterator[Block]:
    if plan != EvaluationPlan():
        owner = shortened(plan.owner, _TEXT)
        yield LabelledParagraph("Wie evalueert", plain(sentence(first_upper(owner)) if owner else "Nog niet ingevuld."))
    if plan.text.strip():
        yield LabelledParagraph("Hoe", plain(sentence(plan.text)))
    if brief.held_basis in REGELINGEN:
        yield Paragraph(plain(_LAW), ParagraphKind.NOTE)


def _indicators(brief: Brief) -> Iterator[Block]:
    goals = [goal for goal in brief.dossier.doelen.goals if goal.text.strip()]
    if not goals:
        return
    columns = (
        *(Column("Doel"), Column("Indicator", 1.5), Column("Nu", 0.8), Column("Straks", 0.8)),
        *(Column("Datum", 1.1), Column("Wie meet", 1.1)),
    )
    yield Table("De doelen en hun indicatoren", columns, tuple(_goal(goal) for goal in goals))


def _goal(goal: Goal) -> Row:
    due = day(goal.due) if goal.due is not None else ""
    typed = [shortened(text, _TEXT) for text in (goal.text, goal.indicator, goal.baseline, goal.target)]
    return Row(tuple(cell(text or NOT_YET) for text in (*typed, due, shortened(goal.reporter, _TEXT))))


def _title(number: int, held: Evaluation) -> str:
    when = f"Evaluatie van {day(held.held_on)}" if held.held_on is not None else f"Evaluatie {number}"
    return f"{when}, over versie {held.revision}" if held.revision is not None else when


def _held(brief: Brief, held: Evaluation) -> Iterator[Block]:
    """What came about against what was advised; a section is there even where only a day is filled in."""
    owner = shortened(held.owner, _TEXT)
    yield LabelledParagraph("Wie evalueerde", plain(sentence(first_upper(owner)) if owner else "Niet ingevuld."))
    if held.came_about.strip():
        yield LabelledParagraph("Wat is ervan gekomen?", plain(sentence(held.came_about)))
    goals = {goal.id: goal for goal in brief.dossier.doelen.goals}
    found = [(goals[key], outcome) for key, outcome in held.goals.items() if key in goals]
    if found:
        columns = (
            *(Column("Doel"), Column("Beloofd", 0.9), Column("Gemeten", 0.9)),
            *(Column("Oordeel", 1), Column("Toelichting", 1.8)),
        )
        rows = []
        for goal, outcome in found:
            verdict = NOT_YET if outcome.verdict is None else _VERDICTS[outcome.verdict]
            texts = (goal.text or "zonder naam", goal.target, outcome.value, verdict, outcome.remark)
            rows.append(Row(tuple(cell(shortened(text, _TEXT) or "–") for text in texts)))
        yield Table("De doelen: wat is beloofd en wat is gemeten", columns, tuple(rows))
    for label, text in (("Wat er is geleerd", held.lessons), ("Wat er verandert", held.actions)):
        if text.strip():
            yield LabelledParagraph(label, plain(sentence(text)))
