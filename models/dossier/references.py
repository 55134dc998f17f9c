"""Ids inside a dossier that must exist in it: partners, stakeholders, keys. One place that knows where they stand."""

from collections.abc import Iterable, Iterator

from models.dossier.costs import CostKey
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
    _require(_key_references(dossier), {key.id for key in dossier.kosten.keys}, "verdeelsleutel")
    _require(_item_references(dossier), {item.id for item in dossier.kosten.items}, "kostenpost")


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
    yield "kosten.exit_damages", (row.id for row in kosten.exit_damages)
    yield "uren.entries", (row.id for row in dossier.uren.entries)
    yield "vaststelling.beslispunten", (row.id for row in dossier.vaststelling.beslispunten)
    yield "vaststelling.evaluations", (row.id for row in dossier.vaststelling.evaluations)
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
    kosten = dossier.kosten
    yield from (("kosten.today", p) for p in kosten.today)
    yield from (("kosten.bcf", p) for p in kosten.bcf)
    if kosten.exit_partner is not None:
        yield "kosten.exit_partner", kosten.exit_partner
    for key in kosten.keys:
        yield from ((f"kosten.keys.{key.id}.{where}", p) for where, p in _partners_of(key))
    yield from ((f"uren.entries.{row.id}", row.partner) for row in dossier.uren.entries)
    yield from (("uren.productive_hours", p) for p in dossier.uren.productive_hours)
    yield from (("medewerkers.staff", p) for p in dossier.medewerkers.staff)
    planning = dossier.besluitvorming
    yield from (("besluitvorming.raad", p) for p in planning.raad)
    named = {"seat": planning.seat, "leaving": planning.leaving}
    yield from ((f"besluitvorming.{field}", p) for field, p in named.items() if p is not None)


def _partners_of(key: CostKey) -> Iterator[Reference]:
    """Where a key names a partner, within the key."""
    for field, held in (("drivers", key.drivers), ("actuals", key.actuals)):
        for driver, quantities in held.items():
            yield from ((f"{field}.{driver}", p) for p in quantities)
    for driver, years in key.yearly.items():
        yield from ((f"yearly.{driver}.{year}", p) for year, quantities in years.items() for p in quantities)
    yield from (("floors", p) for p in key.floors)
    yield from (("ceilings", p) for p in key.ceilings)
    named = {"rest_partner": key.rest_partner, "absorb_partner": key.absorb_partner}
    yield from ((field, p) for field, p in named.items() if p is not None)


def _key_references(dossier: Dossier) -> Iterator[Reference]:
    kosten = dossier.kosten
    if kosten.chosen is not None:
        yield "kosten.chosen", kosten.chosen
    for key in kosten.keys:
        yield from ((f"kosten.keys.{key.id}.item_keys", other) for other in key.item_keys.values())
        if key.rest_key is not None:
            yield f"kosten.keys.{key.id}.rest_key", key.rest_key


def _item_references(dossier: Dossier) -> Iterator[Reference]:
    for key in dossier.kosten.keys:
        yield from ((f"kosten.keys.{key.id}.item_keys", item) for item in key.item_keys)


def _stakeholder_references(dossier: Dossier) -> Iterator[Reference]:
    for row in dossier.krachtenveld.relations:
        yield f"krachtenveld.relations.{row.id}.source", row.source
        yield f"krachtenveld.relations.{row.id}.target", row.target
