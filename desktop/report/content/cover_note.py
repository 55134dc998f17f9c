"""The oplegnotitie for the raad, in one or two pages: what is asked, why now, what changes, money, risks, what next.

It never takes more: what people wrote is shortened as far as it must, and the report has it all. What is left out
first, and how far, stands in the tables of sizes.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import TypeVar

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.claims import claim
from desktop.report.content.cover_money import money_blocks
from desktop.report.content.cover_questions import questions_of
from desktop.report.content.cover_room import fits
from desktop.report.content.cover_words import (
    changes_words,
    cut_at_sentence,
    watch_words,
    weighed_words,
    why_now_words,
)
from desktop.report.content.decisions import points_of
from desktop.report.content.title_page import meta_of, title_page
from desktop.report.tree import (
    Block,
    Column,
    Document,
    FigureBlock,
    Heading,
    Inline,
    LabelKind,
    LabelledParagraph,
    Meta,
    NumberedList,
    PageBreak,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    TitlePage,
    bold,
    cell,
    numbered,
    plain,
)
from models.advice.results import Outcome
from models.dutch import day, listed
from models.figures import ranking_figure
from models.planning import PlannedStep
from models.planning.keys import CalendarKind, Organ, StepKey
from models.vocabulary import PartnerKind
from models.wording.advice import ranking_words, smallest_tip
from models.wording.planning import step_title, when_words, who
from models.wording.words import counted, sentence, shortened

__all__ = ["KIND", "cover_note"]

KIND = "Oplegnotitie"
_NAMED, _SUBTITLE = 4, 90
"""More partners, or more signs of their names, than this are counted instead of named."""

_KINDS = (CalendarKind.BESLUITVORMING, CalendarKind.UITTREDEN, CalendarKind.BEGROTING)
"""Which calendar tells how it goes on: the first that is there."""

_STARTS = frozenset({StepKey.INWERKINGTREDING, StepKey.START_ENTITEIT, StepKey.START_OVEREENKOMST, StepKey.LAATSTE_DAG})
_UNTOLD = 4
_SENT = frozenset({StepKey.ONTWERP_NAAR_RADEN, StepKey.ONTWERPBESLUIT_NAAR_RADEN})


@dataclass(frozen=True)
class _First:
    """Sizes of the first page: signs of the title, decisions and their signs, signs of an answer, rows of money."""

    title: int
    decisions: int
    decision: int
    answer: int
    rows: int


@dataclass(frozen=True)
class _Second:
    """Sizes of the second page: kanttekeningen and their signs, steps, questions and their signs."""

    remarks: int
    remark: int
    steps: int
    questions: int
    question: int


_FIRST = (
    _First(120, 8, 220, 460, 8),
    _First(120, 8, 220, 360, 8),
    _First(120, 6, 200, 280, 6),
    _First(120, 6, 160, 220, 6),
    _First(100, 6, 130, 180, 6),
    _First(100, 5, 110, 150, 6),
    _First(90, 4, 100, 120, 6),
    _First(90, 4, 90, 100, 4),
    _First(80, 4, 90, 130, 0),
    _First(60, 3, 70, 110, 0),
    _First(40, 3, 50, 80, 0),
)
_SECOND = (
    _Second(8, 260, 7, 5, 160),
    _Second(6, 220, 6, 5, 120),
    _Second(6, 180, 6, 4, 110),
    _Second(5, 150, 5, 4, 100),
    _Second(5, 140, 5, 3, 100),
    _Second(4, 130, 4, 3, 90),
    _Second(4, 110, 4, 3, 80),
    _Second(4, 100, 3, 3, 80),
    _Second(4, 100, 3, 2, 80),
    _Second(3, 90, 3, 2, 60),
    _Second(2, 70, 3, 2, 50),
    _Second(1, 60, 3, 1, 40),
)


_BACK = 8
"""So many sizes back each measure may go on its own."""


def cover_note(brief: Brief) -> Document:
    """The oplegnotitie, numbered; one page where all of it fits there, else two."""
    figures = tuple(_figures(brief))
    first = _fitting(partial(_first_page, brief), _FIRST)
    second = _fitting(partial(_second_page, brief, figures), _SECOND)
    between = () if fits((*first, *second)) else (PageBreak(),)
    return numbered(Document(_meta(brief), (*first, *between, *second)))


def _meta(brief: Brief) -> Meta:
    """Also where somebody asks for the oplegnotitie without saying so in the edition."""
    return replace(meta_of(brief), kind=KIND)


_Size = TypeVar("_Size", _First, _Second)


def _fitting(make: Callable[[_Size], Iterator[Block]], sizes: Sequence[_Size]) -> tuple[Block, ...]:
    """What ``make`` gives at the first of ``sizes`` that fits on a page, each measure then as large as still fits."""
    at = next((place for place, size in enumerate(sizes) if fits(make(size))), len(sizes) - 1)
    size = sizes[at]
    for larger in sizes[max(at - _BACK, 0) : at]:
        for measure in fields(size):
            grown = replace(size, **{measure.name: getattr(larger, measure.name)})
            if grown != size and fits(make(grown)):
                size = grown
    return tuple(make(size))


# --- the first page


def _first_page(brief: Brief, size: _First) -> Iterator[Block]:
    decisions = tuple(sentence(point.text) for point in points_of(brief))
    yield _opening(brief, size, decisions)
    left = len(decisions) - size.decisions
    if left > 0:
        verb = "staat" if left == 1 else "staan"
        text = f"Er {verb} nog {counted(left, 'besluit', 'besluiten')} in het adviesrapport."
        yield Paragraph(plain(text), ParagraphKind.NOTE)
    for label, text in (
        ("Waarom nu?", why_now_words(brief, size.answer)),
        ("Wat verandert er?", changes_words(brief, size.answer)),
        ("Wat is gewogen?", weighed_words(brief, size.answer)),
    ):
        yield LabelledParagraph(label, plain(text))
    yield from money_blocks(brief, size.rows)


def _opening(brief: Brief, size: _First, decisions: tuple[str, ...]) -> TitlePage:
    page, meta = title_page(brief), _meta(brief)
    return replace(
        page,
        kind=meta.kind,
        status=meta.status,
        title=shortened(brief.dossier.title, size.title),
        subtitle=_subtitle(brief),
        label="Wat vragen wij?",
        sentences=_sentences(brief, page),
        facts=(),
        ask="",
        decisions=tuple(shortened(text, size.decision) for text in decisions[: size.decisions]),
        whole=False,
    )


def _sentences(brief: Brief, page: TitlePage) -> tuple[str, ...]:
    """Those of the report; a chapter is not in this document."""
    if brief.advice.form.outcome is Outcome.ALL_EXCLUDED:
        return (page.sentences[0], "Het adviesrapport noemt bij elke vorm de reden.")
    return tuple(shortened(text, 200) for text in page.sentences[:2])


def _subtitle(brief: Brief) -> str:
    partners = brief.dossier.partners.active
    names = [shortened(name, 32) for name in brief.partner_names.values()]
    if not names:
        return "Bij het advies over samenwerking"
    if len(names) > _NAMED or sum(map(len, names)) > _SUBTITLE:
        return f"Bij het advies voor {counted(len(names), 'partner', 'partners')}"
    if all(partner.kind is PartnerKind.GEMEENTE for partner in partners):
        return f"Bij het advies aan colleges en raden van {listed(names)}"
    return f"Bij het advies voor {listed(names)}"


# --- the second page


def _second_page(brief: Brief, figures: tuple[FigureBlock, ...], size: _Second) -> Iterator[Block]:
    yield Heading(1, "Waar let u op?")
    yield from _remarks(brief, size)
    if tip := smallest_tip(brief):
        yield LabelledParagraph("Kantelpunt", plain(tip))
    yield from figures
    yield from _next_steps(brief, size.steps)
    questions = questions_of(brief, size.questions, size.question)
    if questions:
        yield LabelledParagraph("Vragen", plain("Deze vragen kunt u stellen:"))
        yield NumberedList(tuple(plain(text) for text in questions))
    yield LabelledParagraph("Meer weten?", _more(brief, size))


def _figures(brief: Brief) -> Iterator[FigureBlock]:
    """The ranking, once there is one."""
    advice = brief.advice.form
    if advice.outcome is not Outcome.NO_ADVICE and any(outcome.score is not None for outcome in advice.forms):
        yield FigureBlock(
            ranking_figure(advice, brief.form_names, brief.form_reasons), ranking_words(advice, sampled=False)
        )


def _remarks(brief: Brief, size: _Second) -> Iterator[Block]:
    """The kanttekeningen with the numbers that they have in the report; without any, what the program sees."""
    held = list(_numbered_remarks(brief))
    if not held:
        said = watch_words(brief, 2 * size.remark)
        yield LabelledParagraph("Let op", plain(said), LabelKind.REMARK)
        return
    for number, text in held[: size.remarks]:
        yield LabelledParagraph(f"Kanttekening {number}", claim(cut_at_sentence(text, size.remark)), LabelKind.REMARK)


def _numbered_remarks(brief: Brief) -> Iterator[tuple[str, str]]:
    for number, point in enumerate(points_of(brief), start=1):
        remarks = (text for text in point.remarks if text.strip())
        for place, text in enumerate(remarks, start=1):
            yield f"{number}.{place}", text


def _next_steps(brief: Brief, most: int) -> Iterator[Block]:
    rows = list(_steps(brief, most))
    if rows:
        columns = (Column("Wanneer"), Column("Stap", 2.4), Column("Wie", 1))
        yield Table("Hoe gaat het verder?", columns, tuple(Row(tuple(cell(text) for text in row)) for row in rows))
        return
    text = "De planning is nog niet ingevuld. Vraag wanneer de raad opnieuw aan zet is."
    yield LabelledParagraph("Hoe gaat het verder?", plain(text))


def _steps(brief: Brief, most: int) -> Iterator[tuple[str, str, str]]:
    agreed = brief.agreed
    calendars = () if agreed is None or Chapter.PLANNING not in agreed.chapters else agreed.calendars
    found = {calendar.kind: calendar.steps for calendar in calendars if calendar.steps}
    steps = next((found[kind] for kind in _KINDS if kind in found), ())
    plan = brief.dossier.vaststelling.evaluation
    room = most - (plan.first_on is not None)
    names = {partner: shortened(name, 24) for partner, name in brief.partner_names.items()}
    for step in _most_telling(steps, room):
        yield _when(step), step_title(step), who(step, names)
    if plan.first_on is not None:
        yield day(plan.first_on), "Eerste evaluatie", shortened(plan.owner, 60) or "de partners"


def _most_telling(steps: Sequence[PlannedStep], most: int) -> list[PlannedStep]:
    """What a raad must know, in order: the start and the decisions first where there is no room for all."""
    ranked = sorted(steps, key=_rank)
    kept = {step.key for step in ranked[:most] if _rank(step) < _UNTOLD}
    return [step for step in steps if step.key in kept]


def _rank(step: PlannedStep) -> int:
    if step.key in _STARTS:
        return 0
    if step.decision:
        return 1
    if step.organ is Organ.RAAD:
        return 2
    return 3 if step.key in _SENT else _UNTOLD


def _when(step: PlannedStep) -> str:
    return when_words(step) if step.is_moment else f"tot en met {day(step.end)}"


def _more(brief: Brief, size: _Second) -> Inline:
    """Where all of it stands, and what of it had no room here."""
    meta, held = _meta(brief), len(tuple(_numbered_remarks(brief)))
    version = "" if brief.edition.sign_off.current is None else f", {meta.version.lower()}"
    text = f"Alles staat in het adviesrapport{version}. De controlecode is daar gelijk: "
    same = " Argumenten en kanttekeningen hebben daar dezelfde nummers." if held else ""
    left = held - size.remarks
    more = f" Daar {'staat' if left == 1 else 'staan'} ook nog {counted(left, 'kanttekening', 'kanttekeningen')}."
    return (Run(text), bold(meta.code), Run(f".{same}{more if left > 0 else ''}"))
