"""Ordered migrations of the document: each lifts plain JSON values from one format version to the next."""

from collections.abc import Callable, Mapping
from typing import Any

from models.dossier.document import FORMAT_VERSION
from models.dossier.errors import DossierError, NewerVersionError

__all__ = ["MIGRATIONS", "migrate"]

Values = dict[str, Any]
Migration = Callable[[Values], Values]

MIGRATIONS: Mapping[int, Migration] = {}
"""By the version that it starts from; each must raise the version by one. Version 1 is the first."""


def migrate(values: Values, migrations: Mapping[int, Migration] = MIGRATIONS, newest: int = FORMAT_VERSION) -> Values:
    """Lift ``values`` to ``newest``, one version at a time.

    Raises :class:`NewerVersionError` for a document of a later program and :class:`DossierError` when the
    version is missing, is no whole number, or has no migration.
    """
    version = values.get("format_version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise DossierError("format_version", "de versie van het formaat ontbreekt of is geen geheel getal vanaf 1")
    if version > newest:
        raise NewerVersionError(version, newest)
    for start in range(version, newest):
        if start not in migrations:
            raise DossierError("format_version", f"versie {start} kan niet worden omgezet")
        values = {**migrations[start](dict(values)), "format_version": start + 1}
    return values
