"""What the legal rules say: per basis a status and the findings behind it, each with its article."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from models.vocabulary import CooperationForm, LegalBasis, LegalStatus

__all__ = ["BasisOutcome", "Finding", "LegalAdvice", "LegalQuestion"]

_GENERAL = frozenset({"aw", "inkoop", "vpb", "wgr"})
"""Prefixes of rules that are not about one basis."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One outcome of one rule.

    ``rule``: id in ``law.yaml``; ``effect``: what this rule alone makes of the basis; ``text``: the reason in
    plain words; ``article``: as printed; ``text_date``: date of the version in which it was read;
    ``recheck``: the dossier is dated more than a year after the rule was checked, or the rule no longer holds.
    """

    rule: str
    effect: LegalStatus
    text: str
    article: str
    statute: str
    text_date: str
    checked_on: date
    recheck: bool
    question: str | None = None


class LegalQuestion(NamedTuple):
    """A fact that a rule needs and that nobody gave; ``fact``: field of ``LegalFacts``; ``rules``: who ask."""

    fact: str
    text: str
    rules: tuple[str, ...]


class BasisOutcome(NamedTuple):
    """A basis as allowed, allowed under conditions, or excluded; ``fits_form``: see ``FormBases``."""

    basis: LegalBasis
    status: LegalStatus
    findings: tuple[Finding, ...]
    fits_form: bool | None
    """Whether form × basis names it; ``None`` where no form is known."""
    form_conditions: tuple[str, ...]

    @property
    def telling(self) -> tuple[Finding, ...]:
        """The findings that give the status, those on this basis itself first, mandate last."""
        deciding = tuple(finding for finding in self.findings if finding.effect is self.status)
        if self.status is LegalStatus.ALLOWED:
            return deciding[::-1]  # the ground of the basis itself is the last rule that is tried
        return tuple(sorted(deciding, key=lambda f: ("mandaat" in f.rule, f.rule.split(".")[0] in _GENERAL)))


class LegalAdvice(NamedTuple):
    """All twelve bases, lightest first, what stands beside them, and the one that is preferred.

    ``preferred``: the lightest that suffices, or ``None`` where none does or too little is known;
    ``preferred_because``: why, in plain words; ``beside``: findings on mandaat and detachering.
    """

    form: CooperationForm | None
    outcomes: tuple[BasisOutcome, ...]
    beside: tuple[tuple[str, tuple[Finding, ...]], ...]
    preferred: LegalBasis | None
    preferred_because: str
    questions: tuple[LegalQuestion, ...]
    statute_notes: tuple[Finding, ...]
    """Findings that hold whatever the basis (zienswijze, evaluation, OR advice, transfer of staff, VAT ...)."""
