"""The mark of Vormwijzer in a PDF, read as what it is: a text that anybody can write."""

import json
from typing import Annotated

from pydantic import Field, StringConstraints, ValidationError

from desktop.verify.results import Mark
from models.dossier.base import Frozen, Id, Text
from models.storage.records import Sha256

__all__ = ["MARK_ENTRY", "read_mark"]

MARK_ENTRY = "/Vormwijzer"
"""Name of the entry in the document information."""

_MAX_TEXT = 4000
_Short = Annotated[Text, StringConstraints(max_length=100)]


class _Written(Frozen):
    """The entry as written."""

    dossier: Id
    kind: Annotated[str, Field(pattern=r"^[a-z][a-z_-]{0,30}$")]
    version: Annotated[str, Field(pattern=r"^([1-9][0-9]{0,5})?$")] = ""
    content_hash: Sha256
    knowledge: _Short = ""
    dated: _Short = ""
    made_with: _Short = ""


_NAMES = frozenset(_Written.model_fields)


def read_mark(text: str) -> Mark | None:
    """The mark in ``text``; None where it is not one. Names that a newer program added are passed over."""
    if len(text) > _MAX_TEXT:
        return None
    try:
        values = json.loads(text)
        if not isinstance(values, dict):
            return None
        written = _Written.model_validate({name: value for name, value in values.items() if name in _NAMES})
    except (ValueError, RecursionError, ValidationError):
        return None
    version = int(written.version) if written.version else None
    return Mark(**{**written.model_dump(), "version": version})
