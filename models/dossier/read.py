"""From bytes to a dossier: JSON, migrations, schema, references. And back, always in the same bytes."""

import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from typing import Any, NoReturn

from pydantic import ValidationError

from models.dossier.document import Dossier
from models.dossier.errors import DossierError
from models.dossier.migrations import migrate
from models.dossier.references import check_references
from models.dossier.wording import reason_of

__all__ = [
    "MAX_DOCUMENT",
    "canonical_json",
    "dossier_from_values",
    "parse_json",
    "read_dossier",
    "sha256",
]

MAX_DOCUMENT = 64 * 1024 * 1024
"""The most bytes that one document may take."""


def _refuse_constant(name: str) -> NoReturn:
    raise DossierError("-", f"{name} is geen geldig getal")


def _no_doubles(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(pairs)
    if len(values) != len(pairs):
        counts = Counter(key for key, _ in pairs)
        double = next(key for key, times in counts.items() if times > 1)
        raise DossierError(double[:60], "dit veld staat er twee keer in")
    return values


def parse_json(data: bytes) -> Any:
    """The JSON value in ``data`` (UTF-8); raises :class:`DossierError` for anything else, NaN included."""
    if len(data) > MAX_DOCUMENT:
        raise DossierError("-", "het bestand is te groot")
    try:
        return json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant, object_pairs_hook=_no_doubles)
    except UnicodeDecodeError as error:
        raise DossierError("-", "het bestand is geen tekst in UTF-8") from error
    except json.JSONDecodeError as error:
        raise DossierError(f"regel {error.lineno}", "dit is geen geldige JSON") from error
    except RecursionError as error:
        raise DossierError("-", "de JSON is te diep genest") from error
    except ValueError as error:  # an integer of thousands of digits
        raise DossierError("-", "er staat een getal in dat te groot is") from error


def dossier_from_values(values: object, *, references: bool = True) -> Dossier:
    """The dossier in plain JSON values, lifted to the newest version.

    ``references``: also check that every id it refers to exists within it. Raises :class:`DossierError`.
    """
    if not isinstance(values, dict):
        raise DossierError("-", "hier hoort een dossier te staan")
    try:
        dossier = Dossier.model_validate(migrate(values))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise DossierError(*reason_of(first)) from error
    except RecursionError as error:
        raise DossierError("-", "het dossier is te diep genest") from error
    if references:
        check_references(dossier)
    return dossier


def read_dossier(data: bytes) -> Dossier:
    """The dossier in ``data``, JSON of its schema. Raises :class:`DossierError`."""
    return dossier_from_values(parse_json(data))


def canonical_json(values: Mapping[str, Any]) -> bytes:
    """``values`` as JSON with sorted keys and no spaces: equal content gives equal bytes."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def sha256(data: bytes) -> str:
    """The SHA-256 of ``data`` in lower-case hex."""
    return hashlib.sha256(data).hexdigest()
