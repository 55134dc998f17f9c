"""What people agree with: the content of a dossier, and the hash that an akkoord is bound to (design, "Storage")."""

from collections.abc import Mapping
from typing import Any

from models.dossier.document import Dossier
from models.dossier.read import canonical_json, sha256
from models.vocabulary import StepId

__all__ = ["content_hash", "content_of"]


def content_of(dossier: Dossier, advice: Mapping[str, Any], knowledge_version: str) -> dict[str, Any]:
    """The thirteen steps before ``vaststelling``, the advice and the knowledge version, as plain JSON values.

    Title, progress and drafts are no content: renaming a dossier or ticking a step off voids no akkoord.
    """
    values = dossier.as_json()
    sections = {step.value: values[step.value] for step in StepId if step is not StepId.VASTSTELLING}
    return {"sections": sections, "advice": dict(advice), "knowledge_version": knowledge_version}


def content_hash(dossier: Dossier, advice: Mapping[str, Any], knowledge_version: str) -> str:
    """SHA-256 over :func:`content_of` in canonical JSON, lower-case hex."""
    return sha256(canonical_json(content_of(dossier, advice, knowledge_version)))
