"""From the results to the JSON document of the advice, in the order that readers expect."""

from fractions import Fraction

from models.advice.document import (
    AdviceDocument,
    BasisOut,
    ChangeOut,
    CriterionPoints,
    DossierOut,
    FormOut,
    LeaveOneOutOut,
    LegalOut,
    LegalQuestionOut,
    LegalReason,
    PartnerOut,
    PartnersOut,
    SmaaOut,
    SpreadOut,
    TippingOut,
    WarningOut,
    WeightIntervalOut,
)
from models.advice.fingerprint import dossier_hash
from models.advice.legal.results import BasisOutcome, Finding, LegalAdvice
from models.advice.results import Advice, FormAdvice, FormOutcome, MatchedWarning, Outcome, PartnersView
from models.advice.smaa import Acceptability
from models.advice.tipping import AnswerChange
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, CriterionId

__all__ = ["advice_document"]


def advice_document(dossier: Dossier, advice: Advice, knowledge: Knowledge) -> AdviceDocument:
    """The advice on ``dossier`` as its JSON document."""
    form = advice.form
    robustness, seed = form.robustness, knowledge.profiles.thresholds.seed
    return AdviceDocument(
        knowledge_version=knowledge.version,
        dossier=DossierOut(
            id=dossier.id,
            title=dossier.title,
            dated=dossier.dated,
            fictional=dossier.fictional,
            content_hash=dossier_hash(dossier, advice, knowledge),
        ),
        outcome=form.outcome,
        clear_winner=None if form.outcome is Outcome.PROVISIONAL else form.outcome is Outcome.CLEAR,
        winners=form.winners,
        recommended=form.recommended,
        contenders=form.contenders,
        considered=advice.considered,
        margin=_optional(form.margin),
        coverage=_number(form.coverage),
        missing=form.missing,
        ranking=_ranking(advice, knowledge),
        weight_intervals=_intervals(form),
        smaa=_smaa(robustness.uniform, seed),
        perturbed=_smaa(robustness.perturbed, seed),
        tipping_points=tuple(
            TippingOut(change=_change(t.change), winners=_forms(t.winners)) for t in robustness.tipping
        ),
        leave_one_out=tuple(
            LeaveOneOutOut(criterion=CriterionId(row.criterion), winners=_forms(row.winners), changed=row.changed)
            for row in robustness.leave_one_out
        ),
        partners=_partners(dossier, advice.partners),
        legal=_legal(advice.legal, knowledge),
        warnings=_warnings(advice.warnings, knowledge),
    )


def _number(value: Fraction | float) -> float:
    return round(float(value), 6)


def _optional(value: Fraction | None) -> float | None:
    return None if value is None else _number(value)


def _forms(keys: tuple[str, ...]) -> tuple[CooperationForm, ...]:
    return tuple(CooperationForm(key) for key in keys)


def _ranking(advice: Advice, knowledge: Knowledge) -> tuple[FormOut, ...]:
    def place(outcome: FormOutcome) -> tuple[bool, int, Fraction]:
        return outcome.rank is None, outcome.rank or 0, -(outcome.score or Fraction(0))

    return tuple(_form(outcome, advice, knowledge) for outcome in sorted(advice.form.forms, key=place))


def _form(outcome: FormOutcome, advice: Advice, knowledge: Knowledge) -> FormOut:
    cells = knowledge.profile[outcome.form]
    speaks_for = ((c, c.points) for c in outcome.speaks_for)
    speaks_against = ((c, c.lost) for c in outcome.speaks_against)
    return FormOut(
        form=outcome.form,
        name=knowledge.form[outcome.form].name,
        rank=outcome.rank,
        score=_optional(outcome.score),
        excluded=bool(outcome.excluded_by),
        reasons=tuple(cells[c].excluded_because or "" for c in outcome.excluded_by),
        coverage=_number(outcome.coverage),
        enough_answered=not outcome.thin,
        speaks_for=tuple(
            CriterionPoints(criterion=c.criterion, answer=c.value, points=_number(p)) for c, p in speaks_for
        ),
        speaks_against=tuple(
            CriterionPoints(criterion=c.criterion, answer=c.value, points=_number(p)) for c, p in speaks_against
        ),
        changes_to_win=None if outcome.path is None else tuple(_change(step) for step in outcome.path),
        warnings=_warnings(advice.warnings_by_form[outcome.form], knowledge),
    )


def _change(change: AnswerChange) -> ChangeOut:
    return ChangeOut(criterion=CriterionId(change.criterion), before=change.before, after=change.after)


def _intervals(form: FormAdvice) -> tuple[WeightIntervalOut, ...]:
    return tuple(
        WeightIntervalOut(
            criterion=CriterionId(row.criterion),
            importance=row.importance,
            low=_number(row.low),
            high=_number(row.high),
            elsewhere=tuple((_number(low), _number(high)) for low, high in row.elsewhere),
        )
        for row in form.robustness.intervals
    )


def _smaa(run: Acceptability | None, seed: int) -> SmaaOut | None:
    if run is None:
        return None
    central = {
        CooperationForm(form): None if w is None else {CriterionId(c): _number(v) for c, v in w.items()}
        for form, w in run.central.items()
    }
    ranks = {CooperationForm(form): tuple(_number(s) for s in shares) for form, shares in run.ranks.items()}
    return SmaaOut(samples=run.samples, seed=seed, rank_acceptability=ranks, central_weights=central)


def _partners(dossier: Dossier, view: PartnersView) -> PartnersOut:
    names = {partner.id: partner.name for partner in dossier.partners.partners}
    rankings = tuple(
        PartnerOut(
            partner=row.partner,
            name=names[row.partner],
            ranks=dict(row.ranks),
            scores={form: _optional(score) for form, score in row.scores.items()},
            excluded=row.excluded,
            coverage=_number(row.coverage),
            counts=row.counts,
        )
        for row in view.views
    )
    spreads = tuple(
        SpreadOut(criterion=s.criterion, answers=dict(s.answers), spread=s.spread, wide=s.wide) for s in view.spreads
    )
    return PartnersOut(rankings=rankings, spreads=spreads, kendalls_w=_optional(view.kendalls_w))


def _legal(legal: LegalAdvice, knowledge: Knowledge) -> LegalOut:
    return LegalOut(
        form=legal.form,
        preferred=legal.preferred,
        preferred_because=legal.preferred_because,
        bases=tuple(_basis(outcome, knowledge) for outcome in legal.outcomes),
        beside={name: tuple(_reason(f) for f in findings) for name, findings in legal.beside},
        questions=tuple(LegalQuestionOut(fact=q.fact, text=q.text, rules=q.rules) for q in legal.questions),
        notes=tuple(_reason(finding) for finding in legal.statute_notes),
    )


def _basis(outcome: BasisOutcome, knowledge: Knowledge) -> BasisOut:
    return BasisOut(
        basis=outcome.basis,
        name=knowledge.basis[outcome.basis].name,
        status=outcome.status,
        fits_form=outcome.fits_form,
        form_conditions=outcome.form_conditions,
        reasons=tuple(_reason(finding) for finding in outcome.findings),
    )


def _reason(finding: Finding) -> LegalReason:
    return LegalReason(
        rule=finding.rule,
        effect=finding.effect,
        text=finding.text,
        article=finding.article,
        statute=finding.statute,
        text_date=finding.text_date,
        checked_on=finding.checked_on,
        recheck=finding.recheck,
        question=finding.question,
    )


def _warnings(matched: tuple[MatchedWarning, ...], knowledge: Knowledge) -> tuple[WarningOut, ...]:
    texts = ((knowledge.warning[m.warning], m.evidence) for m in matched)
    return tuple(
        WarningOut(warning=t.id, title=t.title, cases=t.cases, because=t.because(evidence)) for t, evidence in texts
    )
