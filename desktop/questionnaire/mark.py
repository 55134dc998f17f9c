"""The mark in a form: for which dossier and partner it was made, with which knowledge, and what it asks.

The check value shows damage and changes by hand. It is no secret: who knows how it is made can make it too, and so
could type any answer in the form. What comes in is therefore shown before it is taken.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop.questionnaire.errors import FormNewer, MarkDamaged
from desktop.questionnaire.questions import FORM_VERSION, wording_of
from models.dossier import Dossier
from models.knowledge import Knowledge

__all__ = ["INFO_KEY", "Mark", "mark_for", "mark_from", "mark_text"]

INFO_KEY = "/VormwijzerVragenlijst"
"""The entry of the Info dictionary."""

_MOST = 20_000
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,63}")
_KEY = re.compile(r"[a-z]+\.[a-z0-9_-]{1,80}")
_DIGEST = re.compile(r"[0-9a-f]{8}")
_FIELDS = frozenset({"check", "dossier", "form", "knowledge", "partner", "questions"})


@dataclass(frozen=True, slots=True)
class Mark:
    """``partner``: empty for a form that anybody may fill in; ``questions``: digits of the words by field."""

    dossier: str
    partner: str
    knowledge: str
    questions: Mapping[str, str]
    form: int = FORM_VERSION


def mark_for(dossier: Dossier, knowledge: Knowledge, partner: str | None) -> Mark:
    """The mark of a form that is made now."""
    return Mark(dossier.id, partner or "", knowledge.version, wording_of(knowledge))


def mark_text(mark: Mark) -> str:
    """The mark as JSON, ASCII, sorted."""
    values = _values(mark)
    return json.dumps({**values, "check": _check(values)}, sort_keys=True, separators=(",", ":"))


def mark_from(text: str) -> Mark:
    """The mark that :func:`mark_text` wrote. Raises :class:`MarkDamaged` or :class:`FormNewer`."""
    try:
        values = json.loads(text) if len(text) <= _MOST else None
    except (ValueError, RecursionError) as error:
        raise MarkDamaged from error
    if not isinstance(values, dict):
        raise MarkDamaged
    version = values.get("form")
    if type(version) is int and version > FORM_VERSION:
        raise FormNewer
    if set(values) != _FIELDS or version != FORM_VERSION or not _is_sound(values):
        raise MarkDamaged
    mark = Mark(values["dossier"], values["partner"], values["knowledge"], dict(values["questions"]))
    if values["check"] != _check(_values(mark)):
        raise MarkDamaged
    return mark


def _is_sound(values: Mapping[str, Any]) -> bool:
    texts = [values[name] for name in ("dossier", "partner", "knowledge", "check")]
    asked = values["questions"]
    if not all(isinstance(text, str) for text in texts) or not isinstance(asked, dict):
        return False
    if not _ID.fullmatch(texts[0]) or not (texts[1] == "" or _ID.fullmatch(texts[1])):
        return False
    return all(
        isinstance(digest, str) and _KEY.fullmatch(key) and _DIGEST.fullmatch(digest) for key, digest in asked.items()
    )


def _values(mark: Mark) -> dict[str, Any]:
    return {
        "dossier": mark.dossier,
        "form": mark.form,
        "knowledge": mark.knowledge,
        "partner": mark.partner,
        "questions": dict(mark.questions),
    }


def _check(values: Mapping[str, Any]) -> str:
    plain = json.dumps(values, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(f"Vormwijzer-vragenlijst {plain}".encode()).hexdigest()[:16]
