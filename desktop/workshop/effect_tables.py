"""Tables of what the rounds say and do: the answers per partner, and the place of each form. No Qt."""

from fractions import Fraction

from models.advice.results import Advice, FormOutcome, PartnerView
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.rounding import half_up
from models.vocabulary import CooperationForm
from models.wording.about import About
from models.wording.advice import verdict
from models.wording.words import bare_form, counted, first_upper, the_form
from models.wording.workshop_words import label_of, middle_words, partner_name
from models.workshop.effect import Effect, latest
from models.workshop.pages import Columns
from models.workshop.records import SubjectKind
from models.workshop.revealed import PartnerSpread, Revealed
from models.workshop.session import Session
from models.workshop.statistics import FEWEST_FOR_MEDIAN
from wizards.widgets.read_table import Sheet

__all__ = ["advice_words", "ranking_sheet", "sheet_of", "spread_rounds", "spread_sheet"]

_NOTHING, _FEW, _CLOSED, _OUT = "–", "te weinig", "blijft dicht", "valt af"


def sheet_of(page: Columns) -> Sheet:
    """A page of columns as a table to read and copy."""
    heads = page.heads[1:]
    rows = tuple((cells[0], cells[1:]) for cells in page.rows)
    return Sheet(heads, rows, corner=page.heads[0], left=frozenset(range(len(heads))))


# --- how people answered


def spread_rounds(session: Session) -> tuple[Revealed, ...]:
    """The last round on each subject that partners answered; with dots they do not."""
    return tuple(one for one in latest(session.rounds).values() if one.subject.kind is not SubjectKind.DOTS)


def spread_sheet(dossier: Dossier, knowledge: Knowledge, session: Session) -> Sheet:
    """Per subject the middle of all and of each partner, with the middle half where enough people answered."""
    partners = [one.id for one in dossier.partners.active]
    heads = ("Allen", *(first_upper(partner_name(dossier, key)) for key in partners), "Antwoorden")
    rows = []
    for round_ in spread_rounds(session):
        by_partner = {row.partner: row for row in round_.by_partner}
        cells = (_middle(round_), *(_middle(by_partner.get(key)) for key in partners), str(round_.n))
        rows.append((label_of(dossier, knowledge, round_.subject), cells))
    return Sheet(heads, tuple(rows), corner="Onderwerp")


def _middle(row: Revealed | PartnerSpread | None) -> str:
    if row is None or not row.n:
        return _NOTHING
    if row.median is None:
        return _FEW if row.n < FEWEST_FOR_MEDIAN else _CLOSED
    middle = middle_words(row.median)
    if row.spread is None:
        return middle
    return f"{middle} ({middle_words(row.spread.low)} tot {middle_words(row.spread.high)})"


# --- what it does to the advice


def ranking_sheet(dossier: Dossier, effect: Effect) -> Sheet:
    """The place of each form: for all together without and with the rounds, and for each partner."""
    before = {view.partner: view for view in effect.before.partners.views}
    after = {view.partner: view for view in effect.after.partners.views}
    partners = [one.id for one in dossier.partners.active if one.id in after]
    names = (first_upper(partner_name(dossier, key)) for key in partners)
    heads = ("Samen, eerst", "Samen, nu", *names)
    rows = []
    for form in CooperationForm:
        own = (_partner_cell(form, before.get(key), after[key]) for key in partners)
        rows.append((first_upper(bare_form(form)), (_joint(effect.before, form), _joint(effect.after, form), *own)))
    advised = effect.after.form.recommended
    bold = frozenset(place for place, form in enumerate(CooperationForm) if form is advised)
    return Sheet(heads, tuple(rows), bold, corner="Samenwerkingsvorm")


def _joint(advice: Advice, form: CooperationForm) -> str:
    outcome: FormOutcome = advice.form.form(form)
    if outcome.excluded_by:
        return _OUT
    return _NOTHING if outcome.rank is None else _place(outcome.rank, outcome.score)


def _place(rank: int, score: Fraction | None) -> str:
    return str(rank) if score is None else f"{rank} ({half_up(score)})"


def _partner_cell(form: CooperationForm, before: PartnerView | None, after: PartnerView) -> str:
    now, was = _partner_place(form, after), None if before is None else _partner_place(form, before)
    star = "" if after.counts else " *"
    if was in (None, now, _NOTHING):
        return f"{now}{star}"
    return f"{now}{star}, viel eerst af" if was == _OUT else f"{now}{star}, was {was}"


def _partner_place(form: CooperationForm, view: PartnerView) -> str:
    if form in view.excluded:
        return _OUT
    rank = view.ranks.get(form)
    return _NOTHING if rank is None else str(rank)


def advice_words(knowledge: Knowledge, effect: Effect) -> tuple[str, ...]:
    """What the advice says now, what it said before, and how many rounds count."""
    words = [verdict(About(effect.trial, effect.after, knowledge))]
    was = effect.before.form.recommended
    if not effect.turned:
        words.append("Het advies verandert niet.")
    elif was is not None:
        words.append(f"Zonder de werksessie was het {the_form(was)}.")
    else:
        words.append("Zonder de werksessie was er nog geen advies.")
    used = len(effect.used)
    verb = "telt" if used == 1 else "tellen"
    words.append(f"{first_upper(counted(used, 'ronde', 'rondes'))} {verb} mee." if used else "Geen ronde telt mee.")
    return tuple(words)
