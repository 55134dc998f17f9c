"""Whether a warning of real cases was accepted, and still is: an acceptance rests on what matched then."""

from collections.abc import Mapping

from models.advice.results import MatchedWarning
from models.dossier import Dossier
from models.dossier.choose import AcceptedWarning

__all__ = ["acceptance_of", "evidence_text", "lapsed_acceptance"]


def evidence_text(evidence: Mapping[str, str]) -> str:
    """What matched, as one text that stays the same while the facts do."""
    return "; ".join(f"{name}={evidence[name]}" for name in sorted(evidence))


def acceptance_of(dossier: Dossier, matched: MatchedWarning) -> AcceptedWarning | None:
    """The acceptance of a warning as it matches now; None where there is none or the facts have changed."""
    found = _stored(dossier, matched.warning)
    return None if found is None or _lapsed(found, matched) else found


def lapsed_acceptance(dossier: Dossier, matched: MatchedWarning) -> AcceptedWarning | None:
    """The acceptance that no longer holds, because the facts it rested on have changed."""
    found = _stored(dossier, matched.warning)
    return found if found is not None and _lapsed(found, matched) else None


def _stored(dossier: Dossier, warning: str) -> AcceptedWarning | None:
    return next((a for a in dossier.vorm.accepted_warnings if a.warning == warning), None)


def _lapsed(accepted: AcceptedWarning, matched: MatchedWarning) -> bool:
    # An acceptance from elsewhere may say nothing about what it rested on; then it holds.
    return accepted.evidence != "" and accepted.evidence != evidence_text(matched.evidence)
