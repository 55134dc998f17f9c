"""Checks of the phase Verkennen and of sturing."""

from collections import Counter

from models.check.findings import CheckContext, Raw
from models.dossier.base import known
from models.dossier.choose import DecisionRule
from models.dutch import day as in_words
from models.dutch import listed
from models.goals import missing_parts
from models.vocabulary import PartnerKind, Pillar

__all__ = [
    "check_beginsituatie",
    "check_doelen",
    "check_krachtenveld",
    "check_opgave",
    "check_partners",
    "check_sturing",
]

_MAX_PARTNERS = 40


def check_opgave(context: CheckContext) -> Raw:
    """The shared question is there."""
    if not context.dossier.opgave.question.strip():
        yield "no-question", "opgave.question", {}


def check_partners(context: CheckContext) -> Raw:
    """Enough partners, each with its own name; municipalities with inhabitants of a day that has been."""
    partners = context.dossier.partners.active
    if len(partners) < 2:
        yield "too-few-partners", "partners.partners", {}
    if len(partners) > _MAX_PARTNERS:
        yield "too-many-partners", "partners.partners", {"count": len(partners)}
    nameless = [p.name for p in partners if p.kind is PartnerKind.GEMEENTE and known(p.inhabitants) is None]
    if nameless:
        yield "no-inhabitants", "partners.partners", {"partners": listed(nameless)}
    for name, times in Counter(p.name.strip() for p in partners).items():
        if name and times > 1:
            yield "same-name", "partners.partners", {"name": name}
    for partner in partners:
        day = partner.inhabitants_on
        if day is not None and day > context.dossier.dated:
            yield "inhabitants-in-future", f"partners.{partner.id}", {"partner": partner.name, "day": in_words(day)}


def check_doelen(context: CheckContext) -> Raw:
    """There are goals, and each says what is measured, up to what, and by when."""
    goals = context.dossier.doelen.goals
    if not goals:
        yield "no-goals", "doelen.goals", {}
    for goal in goals:
        parts = [words for name, words in missing_parts(goal) if name != "text"]
        if parts:
            yield (
                "goal-not-smart",
                f"doelen.goals.{goal.id}",
                {"goal": _short(goal.text or goal.id), "parts": listed(parts)},
            )


def check_krachtenveld(context: CheckContext) -> Raw:
    """There are stakeholders, and no line leads back to where it began."""
    field = context.dossier.krachtenveld
    names = {card.id: card.name or card.id for card in field.stakeholders}
    if not names:
        yield "no-stakeholders", "krachtenveld.stakeholders", {}
    for row in field.relations:
        if row.source == row.target:
            yield "relation-to-itself", f"krachtenveld.relations.{row.id}", {"name": names.get(row.source, row.source)}


def check_beginsituatie(context: CheckContext) -> Raw:
    """Structuur, personen and weefsel have a score."""
    pillars = context.dossier.beginsituatie.pillars
    without = [p.value for p in Pillar if p not in pillars or known(pillars[p].score) is None]
    if without:
        yield "no-pillars", "beginsituatie.pillars", {"pillars": listed(without)}


def check_sturing(context: CheckContext) -> Raw:
    """Steering is chosen, votes are known, a qualified majority says how many."""
    sturing = context.dossier.sturing
    if known(sturing.main) is None and not sturing.weights:
        yield "no-steering", "sturing.main", {}
    if known(sturing.decision_rule) is DecisionRule.QUALIFIED_MAJORITY and sturing.qualified_percentage is None:
        yield "qualified-without-percentage", "sturing.qualified_percentage", {}
    voteless = [
        p.name
        for p in context.dossier.partners.active
        if p.id not in sturing.votes or known(sturing.votes[p.id].votes) is None
    ]
    if sturing.votes and voteless:
        yield "votes-missing", "sturing.votes", {"partners": listed(voteless)}


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
