"""What else was weighed, what would have to change, and what the people chose."""

from collections.abc import Iterator

from desktop.report.content.as_now import as_now_blocks
from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.tree import (
    Block,
    Cell,
    Column,
    KeySentence,
    LabelKind,
    LabelledParagraph,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.advice.results import FormOutcome
from models.dossier.choose import FormChoice
from models.dutch import day
from models.figures import ranked_forms
from models.wording.advice import AS_NOW, AS_NOW_BEST, AS_NOW_PRO, way_to_win
from models.wording.words import counted, first_upper, score_words, sentence, shortened, the_form

__all__ = ["alternatives_chapter"]


def alternatives_chapter(brief: Brief) -> Iterator[Block]:
    """Every other form, going on as now, and the choice."""
    yield brief.heading(Chapter.ALTERNATIVES)
    yield KeySentence(_key(brief))
    yield Paragraph(plain("De laatste kolom zegt wanneer een vorm wel de beste keus is."))
    yield _table(brief)
    choice = brief.dossier.vorm.choice
    sections = (
        ("Doorgaan zoals nu", as_now_blocks(brief)),
        ("Wat moet er veranderen?", _changes(brief)),
        ("De keuze van de partners", () if choice is None else _choice(brief, choice)),
    )
    yield from numbered(brief.letters[Chapter.ALTERNATIVES], sections)


def _others(brief: Brief) -> list[FormOutcome]:
    return [f for f in ranked_forms(brief.advice.form) if f.form is not brief.advice.form.recommended]


def _key(brief: Brief) -> str:
    others = _others(brief)
    out = sum(1 for outcome in others if outcome.excluded_by)
    running = len(others) - out
    falls = first_upper(counted(out, "vorm valt", "vormen vallen")) if out else "Geen vorm valt"
    also = f", {counted(running, 'andere vorm kan', 'andere vormen kunnen')} ook" if out and running else ""
    told = [f"{falls} af{also}."]
    if brief.dossier.vorm.go_on_as_now.strip():
        told.append("Ook doorgaan zoals nu is bekeken.")
    return " ".join(told)


def _table(brief: Brief) -> Table:
    columns = (
        Column("Vorm"),
        Column("Score", 0.7),
        Column("Wat ervoor spreekt", 2.2),
        Column("Waarom niet", 2.2),
        Column("Beste keus als …", 2),
    )
    caption = "Waarom niet een andere vorm?" if brief.advice.form.recommended else "De vijf vormen naast elkaar"
    rows = (*(_row(brief, outcome) for outcome in _others(brief)), _as_now(brief))
    return Table(caption, columns, rows, unit="score van 0 tot 100")


def _row(brief: Brief, outcome: FormOutcome) -> Row:
    form, text = outcome.form, brief.knowledge.form[outcome.form]
    best = next((c for c in outcome.speaks_for if brief.cell(form, c.criterion)), None)
    demand = brief.cell(form, best.criterion) if best is not None else None
    speaks = demand.met if demand is not None else text.pros[0]
    return Row(
        (
            cell(text.name, form=form),
            cell(score_words(outcome.score)),
            cell(sentence(speaks)),
            Cell(tuple(_why_not(brief, outcome))),
            cell(sentence(text.best_when)),
        )
    )


def _why_not(brief: Brief, outcome: FormOutcome) -> Iterator[Run]:
    if outcome.excluded_by:
        yield bold("Valt af, ")
        yield Run(" ".join(f"{'Ook ' if n else ''}omdat {text}." for n, text in enumerate(brief.reasons(outcome))))
        return
    weakest = next((c for c in outcome.speaks_against if brief.cell(outcome.form, c.criterion)), None)
    demand = brief.cell(outcome.form, weakest.criterion) if weakest is not None else None
    yield Run(sentence(demand.unmet if demand is not None else brief.knowledge.form[outcome.form].cons[0]))


def _as_now(brief: Brief) -> Row:
    told = shortened(brief.dossier.vorm.go_on_as_now, 600)
    return Row(
        (
            cell(AS_NOW),
            cell("–"),
            cell(AS_NOW_PRO),
            cell(sentence(told) if told else "Nog niet beschreven."),
            cell(AS_NOW_BEST),
        )
    )


def _changes(brief: Brief) -> Iterator[Block]:
    """Per form the answers that would bring it to first place; nothing while there is no advice."""
    for outcome in _others(brief):
        if text := way_to_win(brief, outcome):
            yield LabelledParagraph(brief.name(outcome.form), plain(text))


def _choice(brief: Brief, choice: FormChoice) -> Iterator[Block]:
    chosen = "doorgaan zoals nu" if choice.form == "doorgaan" else the_form(choice.form)
    who = f" door {shortened(choice.by, 120)}" if choice.by.strip() else ""
    when = f", op {day(choice.chosen_on)}" if choice.chosen_on is not None else ""
    advised = brief.advice.form.recommended
    if not brief.differs:
        compared = "Dat is gelijk aan het advies."
    elif advised is None:
        compared = "Er is geen advies om dit mee te vergelijken."
    else:
        compared = f"Het advies is {the_form(advised)}."
    yield Paragraph(plain(f"Gekozen{who}{when}: {chosen}. {compared}"))
    excluded = [f for f in brief.advice.form.forms if f.form == choice.form and f.excluded_by]
    for outcome in excluded:
        text = f"Deze vorm valt af, omdat {sentence(brief.reason(outcome))}"
        yield LabelledParagraph("Let op", plain(text), LabelKind.REMARK)
    if choice.reason.strip():
        yield LabelledParagraph("De reden", plain(sentence(choice.reason)))
    elif brief.differs:
        text = "De reden ontbreekt nog. Wie anders kiest dan het advies, schrijft op waarom."
        yield LabelledParagraph("De reden", plain(text))
