"""Checks of the form, the legal basis and the factors."""

from fractions import Fraction

from models.advice.from_dossier import DERIVED
from models.check.findings import CheckContext, Raw
from models.dossier.base import known
from models.dossier.legal_facts import PowerTransfer, TaskKind
from models.dutch import day as in_words
from models.dutch import listed
from models.vocabulary import CooperationForm, CriterionId, LegalStatus

__all__ = ["check_factoren", "check_form_choice", "check_rechtsvorm", "check_statements"]

_HIGH, _LOW = 4, 1


def check_statements(context: CheckContext) -> Raw:
    """The statements are answered, and joint answers stand within those of the partners."""
    knowledge, advice = context.knowledge, context.advice.form
    asked = [c for c in advice.missing if c is not DERIVED]
    if asked:
        labels = [knowledge.criterion[c].label.lower() for c in asked]
        yield "statements-open", "vorm.answers", {"statements": listed(labels)}
    threshold = Fraction(knowledge.profiles.thresholds.coverage)
    if advice.coverage < threshold:
        yield "no-advice", "vorm.answers", {"coverage": _of_100(advice.coverage), "threshold": _of_100(threshold)}
    elif all(CriterionId(c) is DERIVED for c in advice.problem.answered):
        yield "nothing-weighed", "vorm.answers", {}
    elif advice.recommended is not None and advice.form(advice.recommended).thin:
        outcome = advice.form(advice.recommended)
        values = {"form": knowledge.form[outcome.form].name.lower(), "coverage": _of_100(outcome.coverage)}
        yield "thin-form", "vorm.answers", dict(values)
    yield from _joint_against_partners(context)
    yield from _centre(context)


def _joint_against_partners(context: CheckContext) -> Raw:
    for spread in context.advice.partners.spreads:
        joint = known(context.dossier.vorm.answers[spread.criterion].joint)
        low, high = min(spread.answers.values()), max(spread.answers.values())
        if joint is not None and not low <= joint <= high:
            label = context.knowledge.criterion[spread.criterion].label.lower()
            values = {"statement": label, "joint": joint, "low": low, "high": high}
            yield "joint-outside-partners", f"vorm.answers.{spread.criterion}", dict(values)
    gone = [p for p in context.dossier.partners.partners if p.removed]
    for partner in gone:
        if any(partner.id in row.partners for row in context.dossier.vorm.answers.values()):
            yield "removed-partner-answers", "vorm.answers", {"partner": partner.name}


def _centre(context: CheckContext) -> Raw:
    score = _joint(context, CriterionId.CENTRUM)
    partners = context.dossier.partners.active
    able = [p for p in partners if known(p.can_be_centre)]
    if score is not None and score >= _HIGH and partners and all(known(p.can_be_centre) is False for p in partners):
        yield "centre-nobody", "vorm.answers.centrum", {"score": score}
    if score == _LOW and able:
        yield "centre-somebody", "vorm.answers.centrum", {"partner": able[0].name}


def check_form_choice(context: CheckContext) -> Raw:
    """A choice is made, with a reason where it differs from the advice; accepted warnings still match."""
    choice, advice, knowledge = context.dossier.vorm.choice, context.advice.form, context.knowledge
    if choice is None:
        yield "no-choice", "vorm.choice", {}
    else:
        differs = advice.recommended is not None and choice.form != advice.recommended
        if differs and not choice.reason.strip():
            yield "choice-without-reason", "vorm.choice.reason", {}
        if isinstance(choice.form, CooperationForm):
            yield from _excluded_choice(context, choice.form)
    matched = {warning.warning for warning in context.advice.warnings}
    for accepted in context.dossier.vorm.accepted_warnings:
        if accepted.warning not in matched:
            text = (
                knowledge.warning[accepted.warning].title if accepted.warning in knowledge.warning else accepted.warning
            )
            yield "accepted-warning-gone", "vorm.accepted_warnings", {"warning": text}


def _excluded_choice(context: CheckContext, form: CooperationForm) -> Raw:
    for criterion in context.advice.form.form(form).excluded_by:
        reason = context.knowledge.profile[form][criterion].excluded_because
        values = {"form": context.knowledge.form[form].name.lower(), "reason": reason}
        yield "choice-excluded", "vorm.choice", dict(values)


def check_rechtsvorm(context: CheckContext) -> Raw:
    """The facts are answered and agree with the statements; the choice is allowed by law."""
    for question in context.advice.legal.questions:
        yield "facts-open", f"rechtsvorm.facts.{question.fact}", {"question": question.text}
    yield from _facts_against_statements(context)
    yield from _legal_choice(context)
    seen: set[str] = set()
    for outcome in context.advice.legal.outcomes:
        for finding in outcome.findings:
            if finding.recheck and finding.rule not in seen:
                seen.add(finding.rule)
                values = {"article": finding.article, "day": in_words(finding.checked_on)}
                yield "rule-recheck", "rechtsvorm", dict(values)


def _facts_against_statements(context: CheckContext) -> Raw:
    facts = context.dossier.rechtsvorm.facts
    policy, kind = _joint(context, CriterionId.BELEID), known(facts.task_kind)
    if policy is not None and policy >= _HIGH and kind is TaskKind.SUPPORT_AND_EXECUTION:
        values = {"score": policy, "kind": "alleen ondersteuning en uitvoering"}
        yield "policy-against-facts", "rechtsvorm.facts.task_kind", dict(values)
    if policy == _LOW and kind is TaskKind.POLICY_RICH:
        yield "policy-against-facts", "rechtsvorm.facts.task_kind", {"score": policy, "kind": "beleidsrijk"}
    if _joint(context, CriterionId.OVERPLAATSING) == _LOW and known(facts.staff_moves):
        yield "staff-against-facts", "rechtsvorm.facts.staff_moves", {}
    rules = known(facts.binding_rules) or known(facts.taxes)
    if known(facts.powers) is PowerTransfer.NONE and rules:
        yield "taxes-without-powers", "rechtsvorm.facts.powers", {}


def _legal_choice(context: CheckContext) -> Raw:
    choice, legal = context.dossier.rechtsvorm.choice, context.advice.legal
    if choice is None:
        yield "no-legal-choice", "rechtsvorm.choice", {}
        return
    outcome = next(o for o in legal.outcomes if o.basis is choice.basis)
    name = context.knowledge.basis[choice.basis].name.lower()
    if outcome.status is LegalStatus.EXCLUDED:
        finding = next(f for f in outcome.findings if f.effect is LegalStatus.EXCLUDED)
        values = {"basis": name, "reason": finding.text, "article": finding.article}
        yield "legal-choice-excluded", "rechtsvorm.choice", dict(values)
    elif outcome.fits_form is False and legal.form is not None and not choice.reason.strip():
        values = {"basis": name, "form": context.knowledge.form[legal.form].name.lower()}
        yield "legal-choice-unfit", "rechtsvorm.choice", dict(values)


def check_factoren(context: CheckContext) -> Raw:
    """There are factors."""
    if not context.dossier.factoren.factors:
        yield "no-factors", "factoren.factors", {}


def _joint(context: CheckContext, criterion: CriterionId) -> int | None:
    row = context.dossier.vorm.answers.get(criterion)
    return known(row.joint) if row else None


def _of_100(share: Fraction) -> int:
    """Rounded down: a share below the threshold must not look like the threshold."""
    return int(100 * share)
