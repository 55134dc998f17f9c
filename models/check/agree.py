"""Checks of the agreements, the planning and the whole."""

from models.agreements.contributions import work_out
from models.check.findings import CheckContext, Raw, step_of_field
from models.dutch import day
from models.planning import decision_calendar
from models.wording.costs import note_text
from models.wording.planning import note_words

__all__ = ["check_agreements", "check_planning", "check_whole"]


def check_agreements(context: CheckContext) -> Raw:
    """Costs, key, hours and staff are filled in; no saving comes before the start."""
    dossier = context.dossier
    kosten = dossier.kosten
    if not kosten.items:
        yield "no-costs", "kosten.items", {}
    if kosten.chosen is None:
        yield "no-key", "kosten.chosen", {}
    for saving in kosten.savings:
        if kosten.start_year is not None and saving.year < kosten.start_year:
            yield (
                "saving-before-start",
                f"kosten.savings.{saving.id}",
                {"year": saving.year, "start": kosten.start_year},
            )
    yield from _key_problems(context)
    if not dossier.uren.entries:
        yield "no-hours", "uren.entries", {}
    if not dossier.medewerkers.staff:
        yield "no-staff", "medewerkers.staff", {}


def _key_problems(context: CheckContext) -> Raw:
    """Why the chosen key gives no figures. The others are compared; only the choice must be complete."""
    dossier = context.dossier
    kosten, partners = dossier.kosten, dossier.partners.active
    chosen = next((key for key in kosten.keys if key.id == kosten.chosen), None)
    if chosen is None or not kosten.items or len(partners) < 2:
        return
    outcome = work_out(kosten, partners, only=chosen.id).keys[0]
    names = {partner.id: partner.name for partner in partners}
    title = chosen.name.strip() or context.knowledge.cost_key[chosen.kind.value].name
    for note in outcome.obstacles:
        yield "key-incomplete", f"kosten.keys.{chosen.id}", {"key": title, "reason": note_text(note, names)}


def check_planning(context: CheckContext) -> Raw:
    """There is a start, a calendar that can be made, a day of entry into force that can be met, an evaluation."""
    planning = context.dossier.besluitvorming
    if planning.start is None:
        yield "no-planning", "besluitvorming.start", {}
    elif planning.in_force is not None and planning.in_force < planning.start:
        days = {"in_force": day(planning.in_force), "start": day(planning.start)}
        yield "in-force-before-start", "besluitvorming.in_force", dict(days)
    else:
        yield from _calendar_problems(context)
    if context.dossier.vaststelling.evaluation.first_on is None:
        yield "no-evaluation", "vaststelling.evaluation.first_on", {}


def _calendar_problems(context: CheckContext) -> Raw:
    """What stands in the way of a calendar, and a day of entry into force that cannot be met."""
    dossier = context.dossier
    if len(dossier.partners.active) < 2:
        return
    calendar = decision_calendar(dossier, context.knowledge, context.advice.legal.preferred)
    names = {partner.id: partner.name for partner in dossier.partners.partners}
    for note in calendar.obstacles:
        yield "planning-open", "besluitvorming", {"reason": note_words(note, names)}
    if calendar.wished_met is False and calendar.wished is not None and calendar.first_possible is not None:
        days = {"wished": day(calendar.wished), "first": day(calendar.first_possible)}
        yield "in-force-too-early", "besluitvorming.in_force", dict(days)


def check_whole(context: CheckContext) -> Raw:
    """Steps to look at again, and fields with a value that does not fit."""
    for step, progress in context.dossier.progress.items():
        for mark in progress.recheck:
            yield "recheck", step.value, {"title": context.knowledge.step[step].title, "reason": mark.reason}
    for field, value in context.dossier.drafts.items():
        shown = " ".join(value.split())
        where = step_of_field(field)
        title = context.knowledge.step[where].title if where is not None else field
        yield "draft", field, {"title": title, "value": shown if len(shown) <= 60 else shown[:59] + "…"}
