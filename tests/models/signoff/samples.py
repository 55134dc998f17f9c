"""Frozen versions and records to test with."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any

from models.advice.advise import advise
from models.dossier import Dossier, content_hash
from models.dossier.edit import fresh_id
from models.knowledge import Knowledge
from models.signoff.comparison import Side, frozen_advice, side_of
from models.signoff.proposal import Proposal, proposal_of
from models.storage.records import Adoption, Approval, Revision, RevisionDocument, Signature, SignatureAct, Verdict

__all__ = ["adoption", "approval", "frozen", "hash_of", "proposals", "signature"]

DAY = date(2026, 3, 5)


def hash_of(dossier: Dossier, knowledge: Knowledge) -> str:
    """The content hash, as ``dossier_hash`` gives it."""
    return content_hash(dossier, frozen_advice(dossier, advise(dossier, knowledge, samples=False)), knowledge.version)


def frozen(dossier: Dossier, knowledge: Knowledge, number: int = 1, **more: Any) -> RevisionDocument:
    """A version of ``dossier``."""
    advice = frozen_advice(dossier, advise(dossier, knowledge, samples=False))
    values: dict[str, Any] = {
        "id": f"r{number}",
        "number": number,
        "name": "Voor het college",
        "created": datetime(2026, 3, number, 12, tzinfo=UTC),
        "content_hash": content_hash(dossier, advice, knowledge.version),
        "knowledge_version": knowledge.version,
        "document": dossier.as_json(),
        "advice": advice,
    }
    return RevisionDocument.model_validate({**values, **more})


def proposals(*documents: RevisionDocument) -> Callable[[Revision], Proposal | None]:
    """What gives the proposal of these versions."""
    sides: dict[str, Side] = {document.id: side_of(document) for document in documents}
    return lambda revision: proposal_of(sides[revision.id].dossier) if revision.id in sides else None


def approval(document: Revision, name: str = "J. de Wit", **more: Any) -> Approval:
    """An akkoord on a version."""
    values = {
        "id": fresh_id(),
        "content_hash": document.content_hash,
        "revision": document.id,
        "name": name,
        "role": "secretaris",
        "verdict": Verdict.AGREED,
        "given_on": DAY,
    }
    return Approval.model_validate({**values, **more})


def adoption(document: Revision, body: str, partner: str, **more: Any) -> Adoption:
    """A vaststelling of a version."""
    values = {
        "id": fresh_id(),
        "content_hash": document.content_hash,
        "revision": document.id,
        "body": body,
        "partner": partner,
        "adopted_on": DAY,
    }
    return Adoption.model_validate({**values, **more})


def signature(document: Revision, act: SignatureAct, partner: str, role: str, name: str = "", **more: Any) -> Signature:
    """An ondertekening of a version."""
    values = {
        "id": fresh_id(),
        "content_hash": document.content_hash,
        "revision": document.id,
        "act": act,
        "partner": partner,
        "name": name or f"Een {role}",
        "role": role,
        "signed_on": DAY,
    }
    return Signature.model_validate({**values, **more})
