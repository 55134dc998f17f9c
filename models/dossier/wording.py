"""Words for what the schema found: the field in full, and one Dutch reason."""

import re
from collections.abc import Mapping
from typing import Any

from pydantic_core import ErrorDetails

__all__ = ["reason_of"]

_OWN_WORDS = frozenset(
    {"control_character", "day_expected", "lone_surrogate", "noncharacter", "number_expected", "text_too_long"}
)
"""What :mod:`models.dossier.base` finds itself, in Dutch already."""

_REASONS: Mapping[str, str] = {
    "bool_type": "hier hoort ja of nee (true of false) te staan",
    "bool_parsing": "hier hoort ja of nee (true of false) te staan",
    "date_from_datetime_parsing": "hier hoort een datum te staan, zoals 2026-03-05",
    "date_parsing": "hier hoort een datum te staan, zoals 2026-03-05",
    "date_type": "hier hoort een datum te staan, zoals 2026-03-05",
    "date_from_datetime_inexact": "hier hoort een datum zonder tijd te staan",
    "datetime_parsing": "hier hoort een datum met tijd te staan",
    "datetime_from_date_parsing": "hier hoort een datum met tijd te staan",
    "decimal_max_digits": "dit getal heeft te veel cijfers",
    "decimal_max_places": "dit bedrag heeft meer dan twee cijfers achter de komma",
    "decimal_whole_digits": "dit getal heeft te veel cijfers",
    "decimal_parsing": "hier hoort een getal te staan",
    "decimal_type": "hier hoort een getal te staan",
    "dict_type": "hier hoort een lijst van velden te staan",
    "extra_forbidden": "dit veld bestaat niet",
    "finite_number": "hier hoort een gewoon getal te staan",
    "int_from_float": "hier hoort een geheel getal te staan",
    "int_parsing": "hier hoort een geheel getal te staan",
    "int_type": "hier hoort een geheel getal te staan",
    "invalid_key": "deze sleutel is geen tekst",
    "list_type": "hier hoort een rij te staan",
    "missing": "dit veld ontbreekt",
    "model_attributes_type": "hier hoort een groep velden te staan",
    "model_type": "hier hoort een groep velden te staan",
    "string_type": "hier hoort tekst te staan",
    "string_unicode": "de tekst bevat een half teken (los surrogaat)",
    "too_long": "dit is te lang",
    "too_short": "hier hoort iets te staan",
    "tuple_type": "hier hoort een rij te staan",
}


def _bounds(context: Mapping[str, Any], kind: str) -> str | None:
    words = {
        "greater_than": "groter dan {gt}",
        "greater_than_equal": "{ge} of meer",
        "less_than": "kleiner dan {lt}",
        "less_than_equal": "{le} of minder",
    }
    if kind in words:
        return f"dit getal moet {words[kind].format(**context)} zijn"
    if kind == "string_too_long":
        return f"de tekst is te lang: hoogstens {context['max_length']} tekens"
    if kind == "string_too_short":
        return "hier hoort tekst te staan"
    if kind in {"enum", "literal_error"}:
        return f"deze waarde is onbekend; mogelijk is {context['expected']}".replace(" or ", " of ")
    return None


_BRANCHES = frozenset(
    {"NoAnswer", "int", "str", "bool", "decimal", "date", "constrained-int", "constrained-str", "[key]"}
)
_NAMED_BRANCH = re.compile(r"(function-\w+|[a-z]+-enum|lax-or-strict|literal|constrained-\w+|nullable|tuple|dict)\[")
"""Begins with this: a branch with its own type behind it, as ``function-after[_safe_text(), str]``."""


def _shown(part: object) -> str:
    text = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in str(part)[:61])
    return text if len(text) <= 60 else text[:57] + "..."


def reason_of(error: ErrorDetails) -> tuple[str, str]:
    """The field and the Dutch reason of one finding of the schema.

    Names that pydantic gives to the branches of a union (``int``, ``NoAnswer``) are left out of the field.
    """
    parts = [_shown(p) for p in error["loc"] if not _is_branch(str(p))]
    where = ".".join(parts) or "-"
    kind = error["type"]
    if kind in {
        "text_too_long",
        "control_character",
        "lone_surrogate",
        "noncharacter",
        "number_expected",
        "day_expected",
    }:
        return where, error["msg"]
    if kind == "string_pattern_mismatch":
        return where, "deze sleutel mag alleen letters, cijfers, punt, streepje en liggend streepje bevatten"
    if kind == "decimal_type" or kind in _REASONS:
        return where, _REASONS[kind]
    return where, _bounds(error.get("ctx", {}), kind) or "deze waarde past hier niet"


def _is_branch(part: str) -> bool:
    return part in _BRANCHES or _NAMED_BRANCH.match(part) is not None
