"""The dossier: one frozen document per cooperation, its sections, versions and reading."""

from models.dossier.content import content_hash, content_of
from models.dossier.document import FORMAT_VERSION, Dossier, Progress, Recheck
from models.dossier.errors import DossierError, NewerVersionError
from models.dossier.read import canonical_json, dossier_from_values, read_dossier, sha256

__all__ = [
    "FORMAT_VERSION",
    "Dossier",
    "DossierError",
    "NewerVersionError",
    "Progress",
    "Recheck",
    "canonical_json",
    "content_hash",
    "content_of",
    "dossier_from_values",
    "read_dossier",
    "sha256",
]
