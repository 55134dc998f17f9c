"""The content hash of a dossier with its advice: what an akkoord is bound to (design, "Storage").

Sampled shares may differ in the last digit between systems, and whether a lead is clear can hang on them. The hash
rests on the exact part of the advice only, so that it is the same on every laptop.
"""

from collections.abc import Iterable
from typing import Any

from models.advice.legal.results import Finding, LegalAdvice
from models.advice.results import Advice, FormAdvice, PartnersView
from models.dossier import Dossier, content_hash
from models.knowledge import Knowledge

__all__ = ["dossier_hash", "exact_advice"]


def dossier_hash(dossier: Dossier, advice: Advice, knowledge: Knowledge) -> str:
    """SHA-256, lower-case hex, of the content of ``dossier``, the exact advice and the knowledge version."""
    return content_hash(dossier, {"dated": dossier.dated.isoformat(), **exact_advice(advice)}, knowledge.version)


def exact_advice(advice: Advice) -> dict[str, Any]:
    """The advice without anything sampled, as plain JSON values; fractions as text, such as ``5/6``."""
    return {
        "considered": advice.considered,
        "form": _form(advice.form),
        "partners": _partners(advice.partners),
        "legal": _legal(advice.legal),
        "warnings": [[row.warning, dict(row.evidence)] for row in advice.warnings],
    }


def _form(form: FormAdvice) -> dict[str, Any]:
    return {
        "scores": {o.form.value: [str(o.score), o.rank, list(o.excluded_by), str(o.coverage)] for o in form.forms},
        "winners": list(form.winners),
        "contenders": list(form.contenders),
        "margin": str(form.margin),
        "coverage": str(form.coverage),
        "missing": list(form.missing),
        "tipping": [
            [point.change.criterion, point.change.before, point.change.after, list(point.winners)]
            for point in form.robustness.tipping
        ],
        "leave_one_out": [[row.criterion, list(row.winners)] for row in form.robustness.leave_one_out],
    }


def _partners(view: PartnersView) -> dict[str, Any]:
    rankings = {row.partner: {form.value: str(score) for form, score in row.scores.items()} for row in view.views}
    return {"scores": rankings, "kendalls_w": str(view.kendalls_w)}


def _legal(legal: LegalAdvice) -> dict[str, Any]:
    return {
        "form": legal.form,
        "preferred": legal.preferred,
        "bases": {o.basis.value: [o.status.value, _findings(o.findings)] for o in legal.outcomes},
        "questions": [question.fact for question in legal.questions],
        "notes": _findings(legal.statute_notes),
    }


def _findings(findings: Iterable[Finding]) -> list[list[str | bool]]:
    return [[row.rule, row.effect.value, row.text, row.article, row.recheck] for row in findings]
