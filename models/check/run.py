"""Runs every check of the route that a dossier takes."""

from collections.abc import Callable, Mapping

from models.advice.results import Advice
from models.check.agree import check_agreements, check_planning, check_whole
from models.check.choose import check_factoren, check_form_choice, check_rechtsvorm, check_statements
from models.check.explore import (
    check_beginsituatie,
    check_doelen,
    check_krachtenveld,
    check_opgave,
    check_partners,
    check_sturing,
)
from models.check.findings import CheckContext, Finding, FindingKind, Raw, worded
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.vocabulary import StepId

__all__ = ["check_dossier"]

CHECKS: tuple[Callable[[CheckContext], Raw], ...] = (
    check_opgave,
    check_partners,
    check_doelen,
    check_krachtenveld,
    check_beginsituatie,
    check_sturing,
    check_statements,
    check_form_choice,
    check_rechtsvorm,
    check_factoren,
    check_agreements,
    check_planning,
    check_whole,
)


def check_dossier(dossier: Dossier, advice: Advice, knowledge: Knowledge) -> tuple[Finding, ...]:
    """Everything that is missing or contradicts, in the order of the steps.

    On the short route nothing is missing in the steps that it skips; a contradiction counts everywhere.
    """
    context = CheckContext(dossier, advice, knowledge)
    order: Mapping[StepId, int] = {step: index for index, step in enumerate(knowledge.step)}
    skipped = {s.id for s in knowledge.steps.steps if dossier.short_route and not s.short_route}
    found = [worded(context, *raw) for check in CHECKS for raw in check(context)]
    kept = [f for f in found if f.kind is not FindingKind.MISSING or f.step not in skipped]
    return tuple(sorted(kept, key=lambda finding: order[finding.step]))
