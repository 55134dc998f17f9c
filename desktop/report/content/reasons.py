"""Why: what speaks for and against the form, and every statement with its answers."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from desktop.report.content.brief import Brief
from desktop.report.styles import AXIS, FULL
from desktop.report.tree import (
    Block,
    BulletList,
    Cell,
    Column,
    FigureBlock,
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
from models.figures.profile import profile_figure
from models.knowledge.forms import Cell as Demand
from models.vocabulary import CooperationForm, CriterionId
from models.wording.advice import speaks
from models.wording.words import answer_words, sentence, shortened, the_form

__all__ = ["asked_words", "reason_blocks"]

_NAMED, _SHORT_NAME = 5, 8
"""More partners than this get no column each: only lowest and highest. As many do if their words are this short."""


def reason_blocks(brief: Brief) -> Iterator[Block]:
    """For and against, then the table; without an advice only the table."""
    form = brief.advice.form.recommended
    if form is not None:
        yield from _for_and_against(brief, form)
    if any(brief.answers(criterion) for criterion in brief.dossier.vorm.answers):
        if form is not None:
            yield _profile(brief, form)
        yield _statements(brief, form)
        yield from _remarks(brief)


def _for_and_against(brief: Brief, form: CooperationForm) -> Iterator[Block]:
    pros, cons = speaks(brief, form, met=True), speaks(brief, form, met=False)
    if pros:
        yield Paragraph(plain("Dit spreekt ervoor. Wat het meeste telt, staat bovenaan:"), leads=True)
        yield BulletList(tuple(plain(text) for _, text in pros))
    if not cons:
        yield Paragraph(plain("Geen enkel antwoord spreekt tegen deze vorm."))
        return
    yield Paragraph(plain("Dit spreekt ertegen:"), leads=True)
    for criterion, text in cons:
        yield LabelledParagraph(brief.label(criterion), plain(text), LabelKind.REMARK)


def _profile(brief: Brief, form: CooperationForm) -> FigureBlock:
    """The same picture as on screen; the table after it has every answer."""
    answers = {key: row.joint for key, row in brief.dossier.vorm.answers.items()}
    answers[CriterionId.AANTAL_PARTNERS] = len(brief.dossier.partners.active) or None
    figure = profile_figure(brief.outcome(form), brief.knowledge, answers, FULL, start=AXIS)
    unit = "de band is wat de vorm vraagt, de stip is wat de partners samen antwoorden"
    title = f"Wat {the_form(form)} vraagt en wat de partners antwoorden"
    return FigureBlock(replace(figure, title=title), figure.alt, unit=unit)


def asked_words(demand: Demand | None) -> str:
    """What a form asks: ``4–5``, ``3 of meer``, or ``–`` for nothing."""
    if demand is None:
        return "–"
    if demand.high is None:
        return f"{demand.low} of meer"
    return str(demand.low) if demand.high == demand.low else f"{demand.low}–{demand.high}"


def _statements(brief: Brief, form: CooperationForm | None) -> Table:
    names = brief.partner_names
    each = list(names.values()) if _have_columns(names.values()) and brief.advice.partners.views else []
    grouped = bool(brief.advice.partners.spreads) and not each
    columns = [Column("Stelling")]
    columns += [Column("Vorm vraagt", 1.1)] if form is not None else []
    columns += [Column("Samen", 1.05)]
    columns += [Column(shortened(name, 24), 1.25 if len(each) < _NAMED - 1 else 1) for name in each]
    columns += [Column("Laagste", 1.1), Column("Hoogste", 1.15)] if grouped else []
    columns += [Column("Verschil", 1.2)] if each or grouped else []
    columns += [Column("Oordeel", 1.6)]
    shown = list(names) if each else []
    rows = tuple(Row(tuple(_row(brief, form, criterion, shown, grouped))) for criterion in brief.knowledge.criterion)
    asked = "" if form is None else f"Wat {the_form(form)} vraagt en wat er is geantwoord"
    unit = "schaal van 1 tot 5; bij het aantal partners telt het aantal"
    wide = brief.knowledge.profiles.thresholds.spread
    note = f"Bespreek een verschil van {wide} of meer: daar lopen de belangen uiteen." if each or grouped else ""
    return Table(asked or "De stellingen en de antwoorden", tuple(columns), rows, unit=unit, note=note)


def _have_columns(names: Collection[str]) -> bool:
    """Whether each partner has a column of its own: as many as there is room for the longest word of their names."""
    longest = max((len(word) for name in names for word in name.split()), default=0)
    return 0 < len(names) < _NAMED or (len(names) == _NAMED and longest <= _SHORT_NAME)


def _row(
    brief: Brief, form: CooperationForm | None, criterion: CriterionId, partners: list[str], grouped: bool
) -> Iterator[Cell]:
    answers, derived = brief.answers(criterion), brief.knowledge.criterion[criterion].derived
    yield cell(brief.label(criterion))
    if form is not None:
        yield cell(asked_words(brief.cell(form, criterion)))
    if derived:
        yield cell(str(len(brief.dossier.partners.active)))
    else:
        yield cell(answer_words(answers.joint))
    spread = next((s for s in brief.advice.partners.spreads if s.criterion is criterion), None)
    for partner in partners:
        yield cell("–" if derived or partner not in answers.partners else answer_words(answers.partners[partner]))
    if grouped:
        yield cell("–" if spread is None else str(min(spread.answers.values())))
        yield cell("–" if spread is None else str(max(spread.answers.values())))
    if partners or grouped:
        yield cell("–" if spread is None else str(spread.spread))
    verdict = _verdict(brief, form, criterion)
    wide = spread is not None and spread.wide
    yield Cell((bold(verdict), Run("; bespreken")) if wide else plain(verdict))


def _verdict(brief: Brief, form: CooperationForm | None, criterion: CriterionId) -> str:
    problem = brief.advice.form.problem
    if criterion.value not in problem.answers:
        return "telt niet mee"
    if problem.answers[criterion.value] is None:
        return "nog open"
    if form is None:
        return "beantwoord"
    if brief.cell(form, criterion) is None:
        return "vraagt niets"
    fit = problem.fit(form.value, criterion.value)
    if criterion in brief.outcome(form).excluded_by:
        return "valt af"
    if fit is None or fit == 1:
        return "past"
    return "past deels" if fit else "past niet"


def _remarks(brief: Brief) -> Iterator[Block]:
    """What people wrote beside an answer."""
    rows = [(c, brief.answers(c).remark) for c in brief.knowledge.criterion if brief.answers(c).remark.strip()]
    if rows:
        yield Paragraph(plain("Bij deze antwoorden staat een opmerking:"), leads=True)
        yield BulletList(tuple((bold(f"{brief.label(c)}: "), Run(sentence(text))) for c, text in rows))
