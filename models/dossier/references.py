"""Ids inside a dossier that must exist in it: partners, stakeholders, keys. One place that knows where they stand."""

from collections.abc import Iterable, Iterator

from models.dossier.document import Dossier
from models.dossier.errors import DossierError
from models.vocabulary import StepId

__all__ = ["check_references", "refers_to_partner"]

Reference = tuple[str, str]
"""Field and the id that it holds."""


def check_references(dossier: Dossier) -> None:
    """Raise :class:`DossierError` for the first id that stands twice or refers to nothing."""
    for where, ids in _lists(dossier):
        seen: set[str] = set()
        for entry in ids:
            if entry in seen:
                raise DossierError(where, f"het id {entry} staat er twee keer in")
            seen.add(entry)
    partners = {partner.id for partner in dossier.partners.partners}
    _require(_partner_references(dossier), partners, "partner")
    stakeholders = {card.id for card in dossier.krachtenveld.stakeholders}
    _require(_stakeholder_references(dossier), stakeholders, "belanghebbende")
    if dossier.kosten.chosen is not None:
        keys = {key.id for key in dossier.kosten.keys}
        _require([("kosten.chosen", dossier.kosten.chosen)], keys, "verdeelsleutel")


def refers_to_partner(dossier: Dossier, partner: str) -> bool:
    """Whether a section holds something about this partner, so that it cannot be dropped without losing that."""
    return any(entry == partner for _where, entry in _partner_references(dossier))


def _require(references: Iterable[Reference], known: set[str], what: str) -> None:
    for where, entry in references:
        if entry not in known:
            raise DossierError(where, f"onbekende {what}: {entry}")


def _lists(dossier: Dossier) -> Iterator[tuple[str, Iterable[str]]]:
    opgave, field, kosten = dossier.opgave, dossier.krachtenveld, dossier.kosten
    yield "opgave.facts", (row.id for row in opgave.facts)
    yield "opgave.tasks", (row.id for row in opgave.tasks)
    yield "opgave.interests", (row.id for row in opgave.interests)
    yield "opgave.agenda", (row.id for row in opgave.agenda)
    yield "partners.partners", (row.id for row in dossier.partners.partners)
    yield "doelen.goals", (row.id for row in dossier.doelen.goals)
    yield "doelen.themes", (row.theme for row in dossier.doelen.themes)
    yield "krachtenveld.stakeholders", (row.id for row in field.stakeholders)
    yield "krachtenveld.relations", (row.id for row in field.relations)
    yield "beginsituatie.existing", (row.id for row in dossier.beginsituatie.existing)
    yield "factoren.factors", (row.id for row in dossier.factoren.factors)
    yield "kosten.items", (row.id for row in kosten.items)
    yield "kosten.savings", (row.id for row in kosten.savings)
    yield "kosten.keys", (row.id for row in kosten.keys)
    yield "uren.entries", (row.id for row in dossier.uren.entries)
    yield "vaststelling.beslispunten", (row.id for row in dossier.vaststelling.beslispunten)
    yield from ((f"{step}.notes", (note.id for note in dossier.section(step).notes)) for step in StepId)


def _partner_references(dossier: Dossier) -> Iterator[Reference]:
    yield from ((f"opgave.interests.{row.id}", row.partner) for row in dossier.opgave.interests)
    yield from ((f"opgave.agenda.{row.id}", p) for row in dossier.opgave.agenda for p in row.partners)
    yield from ((f"doelen.themes.{row.theme}", p) for row in dossier.doelen.themes for p in row.partners)
    for card in dossier.krachtenveld.stakeholders:
        if card.partner is not None:
            yield f"krachtenveld.stakeholders.{card.id}", card.partner
    yield from ((f"beginsituatie.existing.{row.id}", p) for row in dossier.beginsituatie.existing for p in row.partners)
    yield from (("sturing.votes", p) for p in dossier.sturing.votes)
    for criterion, answers in dossier.vorm.answers.items():
        yield from ((f"vorm.answers.{criterion}.partners", p) for p in answers.partners)
        yield from ((f"vorm.answers.{criterion}.partner_importance", p) for p in answers.partner_importance)
    yield from _agreement_references(dossier)


def _agreement_references(dossier: Dossier) -> Iterator[Reference]:
    yield from (("kosten.today", p) for p in dossier.kosten.today)
    for key in dossier.kosten.keys:
        for driver, quantities in key.drivers.items():
            yield from ((f"kosten.keys.{key.id}.drivers.{driver}", p) for p in quantities)
        yield from ((f"kosten.keys.{key.id}.floors", p) for p in key.floors)
        yield from ((f"kosten.keys.{key.id}.ceilings", p) for p in key.ceilings)
    yield from ((f"uren.entries.{row.id}", row.partner) for row in dossier.uren.entries)
    yield from (("uren.productive_hours", p) for p in dossier.uren.productive_hours)
    yield from (("medewerkers.staff", p) for p in dossier.medewerkers.staff)
    yield from (("besluitvorming.raad", p) for p in dossier.besluitvorming.raad)
    if dossier.besluitvorming.seat is not None:
        yield "besluitvorming.seat", dossier.besluitvorming.seat


def _stakeholder_references(dossier: Dossier) -> Iterator[Reference]:
    for row in dossier.krachtenveld.relations:
        yield f"krachtenveld.relations.{row.id}.source", row.source
        yield f"krachtenveld.relations.{row.id}.target", row.target
