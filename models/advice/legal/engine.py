"""The advice on the legal basis: pure rules over a few facts, words from ``law.yaml`` (advice-model, "Legal basis")."""

from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import date

from models.advice.legal.findings import LawView, finding_of
from models.advice.legal.preference import choose, leading
from models.advice.legal.registry import NOTES, RULES
from models.advice.legal.results import BasisOutcome, Finding, LegalAdvice, LegalQuestion
from models.advice.legal.rule import Beside, Context, Rule, Target
from models.advice.legal.words import FACT_QUESTIONS
from models.dossier.legal_facts import LegalFacts
from models.knowledge import Knowledge
from models.knowledge.law import BasisFit, LawFile, LegalBasesFile
from models.vocabulary import CooperationForm, LegalBasis, LegalStatus, PartnerKind

__all__ = ["advise_from", "advise_on_basis", "notes_on"]

_SEVERITY = (LegalStatus.EXCLUDED, LegalStatus.CONDITIONAL, LegalStatus.ALLOWED)
_FACTS = tuple(field.name for field in fields(Context) if field.name in FACT_QUESTIONS)


def advise_on_basis(
    facts: LegalFacts,
    form: CooperationForm | None,
    partner_kinds: Sequence[PartnerKind],
    day: date,
    knowledge: Knowledge,
) -> LegalAdvice:
    """All twelve bases as allowed, conditional or excluded on ``day``, with the one that is preferred."""
    return advise_from(facts, form, partner_kinds, day, knowledge.law, knowledge.legal_bases)


def advise_from(
    facts: LegalFacts,
    form: CooperationForm | None,
    partner_kinds: Sequence[PartnerKind],
    day: date,
    law: LawFile,
    bases: LegalBasesFile,
) -> LegalAdvice:
    """As :func:`advise_on_basis`, from the two files that it needs."""
    view = LawView.of(law)
    context = _context(facts, form, partner_kinds, view, day)
    texts = {basis.id: basis for basis in bases.bases}
    fits = _fits(form, bases)
    found = _findings(context, view, day)
    outcomes = tuple(
        _outcome(basis, found[basis], fits) for basis in sorted(LegalBasis, key=lambda basis: texts[basis].order)
    )
    open_bases: set[Target] = {o.basis for o in outcomes if o.status is not LegalStatus.EXCLUDED}
    questions = _questions(context, open_bases | set(Beside))
    deciding = _questions(context, open_bases if fits is None else open_bases & set(fits))
    choice = choose(context, outcomes, fits, texts, len(deciding))
    candidates, _ = leading(outcomes, fits)
    targets = {outcome.basis for outcome in candidates or outcomes}
    return LegalAdvice(
        form=form,
        outcomes=outcomes,
        beside=tuple((beside.value, found[beside]) for beside in Beside),
        preferred=choice.basis,
        preferred_because=choice.because,
        questions=questions,
        statute_notes=_notes(targets, context, view, day),
    )


def notes_on(
    basis: LegalBasis,
    facts: LegalFacts,
    form: CooperationForm | None,
    partner_kinds: Sequence[PartnerKind],
    day: date,
    law: LawFile,
) -> tuple[Finding, ...]:
    """The notes for one basis, for instance the one that people chose instead of the preferred one."""
    view = LawView.of(law)
    return _notes({basis}, _context(facts, form, partner_kinds, view, day), view, day)


def _context(
    facts: LegalFacts,
    form: CooperationForm | None,
    partner_kinds: Sequence[PartnerKind],
    view: LawView,
    day: date,
) -> Context:
    return Context.of(
        facts,
        tuple(partner_kinds),
        form,
        own_share_minimum=view.percentage("quasi-inbesteden-aandeel", day),
        market_maximum=view.percentage("samenwerking-markt-aandeel", day),
    )


def _fits(form: CooperationForm | None, bases: LegalBasesFile) -> dict[LegalBasis, BasisFit] | None:
    if form is None:
        return None
    return {fit.basis: fit for entry in bases.by_form if entry.form is form for fit in entry.bases}


def _findings(context: Context, view: LawView, day: date) -> dict[Target, tuple[Finding, ...]]:
    """Per basis, and per thing beside it, the findings of the rules that fire: the gravest first."""
    found: dict[Target, list[Finding]] = {target: [] for target in (*LegalBasis, *Beside)}
    for rule in RULES:
        if rule.when(context) is True:
            finding = finding_of(rule, context, view, day)
            for target in rule.targets:
                found[target].append(finding)
    return {target: tuple(sorted(rows, key=_gravity)) for target, rows in found.items()}


def _gravity(finding: Finding) -> int:
    return _SEVERITY.index(finding.effect)


def _outcome(
    basis: LegalBasis, findings: tuple[Finding, ...], fits: Mapping[LegalBasis, BasisFit] | None
) -> BasisOutcome:
    fit = None if fits is None else fits.get(basis)
    return BasisOutcome(
        basis=basis,
        status=findings[0].effect if findings else LegalStatus.ALLOWED,
        findings=findings,
        fits_form=None if fits is None else fit is not None,
        form_conditions=() if fit is None else fit.conditions,
    )


def _questions(context: Context, open_targets: set[Target]) -> tuple[LegalQuestion, ...]:
    """The facts that are unknown and still decide about one of ``open_targets``, in the order of the facts."""
    asking: dict[str, list[str]] = {fact: [] for fact in _FACTS}
    for rule in RULES:
        if rule.when(context) is None and open_targets.intersection(rule.targets):
            for fact in _unknown(rule, context):
                asking[fact].append(rule.id)
    return tuple(LegalQuestion(fact, FACT_QUESTIONS[fact], tuple(rules)) for fact, rules in asking.items() if rules)


def _unknown(rule: Rule, context: Context) -> tuple[str, ...]:
    return tuple(fact for fact in rule.facts if getattr(context, fact) is None)


def _notes(targets: set[LegalBasis], context: Context, view: LawView, day: date) -> tuple[Finding, ...]:
    return tuple(
        finding_of(note, context, view, day)
        for note in NOTES
        if note.when(context) is True and targets.intersection(note.targets)
    )
