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


def dossier_schema() -> dict[str, Any]:
    """The JSON schema of a dossier."""
    return Dossier.model_json_schema(mode="validation", schema_generator=_Schema)
