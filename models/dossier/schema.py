"""The JSON schema of a dossier, for scripts that feed the command line."""

from typing import Any

from pydantic.json_schema import GenerateJsonSchema

from models.dossier.base import ImmutableDict
from models.dossier.document import Dossier

__all__ = ["dossier_schema"]


class _Schema(GenerateJsonSchema):
    """Knows that an immutable mapping is an object as a default value too."""

    def encode_default(self, dft: Any) -> Any:
        """An immutable mapping as a plain one; the rest as always."""
        return dict(dft) if isinstance(dft, ImmutableDict) else super().encode_default(dft)


_LIMITS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum", "lt": "exclusiveMaximum"}
_UNKNOWN = {"max_digits", "decimal_places"}
"""What pydantic writes beside the limits of a decimal number; JSON Schema has no words for it."""


def dossier_schema() -> dict[str, Any]:
    """The JSON schema of a dossier."""
    schema: dict[str, Any] = _standard(Dossier.model_json_schema(mode="validation", schema_generator=_Schema))
    return schema


def _standard(part: Any) -> Any:
    """The schema with the limits of decimal numbers, which pydantic leaves in its own words, in the standard's."""
    if isinstance(part, list):
        return [_standard(entry) for entry in part]
    if not isinstance(part, dict):
        return part
    return {
        key if isinstance(entry, dict) else _LIMITS.get(key, key): _standard(entry)
        for key, entry in part.items()
        if key not in _UNKNOWN
    }
