"""Dossiers with a proposal for the oplegnotitie, and what was signed off about them."""

from copy import deepcopy
from datetime import UTC, date, datetime
from typing import Any

from desktop.report.content.brief import Brief
from desktop.report.edition import DocumentKind, Edition
from models.advice.advise import advise
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.signoff import SignOff
from models.storage.records import Approval, RevisionDocument, Verdict
from tests.desktop.report.reading import HASH
from tests.models.samples import full

__all__ = ["approval", "brief_of", "proposal", "signed_off", "version", "with_partners"]


def proposal() -> dict[str, Any]:
    """Four beslispunten with kanttekeningen, the texts of the oplegnotitie, costs and a planning."""
    values = deepcopy(full())
    values["vaststelling"] = {
        "summary": "Drie gemeenten voeren elk één taak uit.",
        "why_now": "De gemeenten krijgen vacatures niet vervuld. De inhuur is nu 18% van de loonsom.",
        "changes": "Twaalf banen komen bij een andere werkgever. Voor inwoners verandert er niets.",
        "questions": ["Wat merken inwoners hiervan?", "Wie beslist bij verschil van mening"],
        "beslispunten": [
            {"id": "b1", "text": "Kies de matrix", "bodies": ["raad"], "remarks": ["Het is nieuw. Wij evalueren.", ""]},
            {"id": "leeg", "text": "  ", "remarks": ["telt niet mee"]},
            {"id": "b2", "text": "Kies de rechtsvorm", "remarks": ["  ", "De wet is streng.", "Het kost tijd."]},
        ],
        "evaluation": {"first_on": "2030-01-15", "every_years": 4, "owner": "het bestuur"},
    }
    return values


def with_partners(values: dict[str, Any], number: int, name: str = "Gemeente {}") -> dict[str, Any]:
    """The same with this many partners."""
    made = deepcopy(values)
    partners = made["partners"]["partners"]
    for place in range(len(partners), number):
        partners.append({"id": f"p{place}", "name": name.format(place), "kind": "gemeente", "inhabitants": 20000})
    return made


def brief_of(
    dossier: Dossier | dict[str, Any],
    knowledge: Knowledge,
    kind: DocumentKind = DocumentKind.COVER_NOTE,
    *,
    samples: bool = False,
    problems: tuple[str, ...] = (),
    **edition: Any,
) -> Brief:
    """The brief of a document."""
    held = dossier if isinstance(dossier, Dossier) else dossier_from_values(dossier)
    advice = advise(held, knowledge, samples=samples)
    return Brief(held, advice, knowledge, HASH, problems, Edition(kind=kind, **edition))


def version(number: int, values: dict[str, Any], content_hash: str = HASH) -> RevisionDocument:
    """A frozen version of this dossier."""
    return RevisionDocument(
        id=f"r{number}",
        number=number,
        name=f"Versie {number}",
        created=datetime(2026, 11, number, tzinfo=UTC),
        content_hash=content_hash,
        knowledge_version="2026.1",
        document=dossier_from_values(values).as_json(),
        advice={},
    )


def approval(key: str, revision: RevisionDocument | None, **values: Any) -> Approval:
    """An akkoord on this version, or on none."""
    return Approval.model_validate(
        {
            "id": key,
            "content_hash": HASH if revision is None else revision.content_hash,
            "revision": None if revision is None else revision.id,
            "name": f"Naam {key}",
            "role": "Steller",
            "verdict": Verdict.AGREED,
            "given_on": date(2026, 11, 20),
            **values,
        }
    )


def signed_off(current: RevisionDocument | None, *revisions: RevisionDocument, approvals: Any = ()) -> SignOff:
    """The records, with ``current`` as the dossier as it is now."""
    held = revisions if current is None or current in revisions else (*revisions, current)
    return SignOff(held, tuple(approvals), current=current)
