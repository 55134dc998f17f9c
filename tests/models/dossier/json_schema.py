"""As much of JSON Schema (2020-12) as the dossier's schema uses: enough to hold a document against it."""

import re
from typing import Any

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
FOR: dict[str, Any] = {
    **dict.fromkeys(("properties", "additionalProperties", "propertyNames", "patternProperties", "required"), dict),
    **dict.fromkeys(("items", "prefixItems", "minItems", "maxItems"), list),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum"), (int, float)),
    **dict.fromkeys(("pattern", "minLength", "maxLength"), str),
}
"""The kind of value that a keyword is about; of others it says nothing."""
NOTES = {"title", "description", "default", "format", "$defs"}
"""Keywords that refuse nothing."""


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any], path: str = "$") -> list[str]:
    """What in ``value`` does not fit ``schema``; raises KeyError for a keyword that is not known here."""
    found: list[str] = []
    for keyword, wanted in schema.items():
        if keyword not in NOTES and isinstance(value, FOR.get(keyword, object)):
            fresh = _CHECKS[keyword](value, wanted, schema, root, path)
            found += [fault if fault.startswith("$") else f"{path} {fault}" for fault in fresh]
    return found


def _ref(value, wanted, _schema, root, path):
    return faults(value, root["$defs"][wanted.removeprefix("#/$defs/")], root, path)


def _any_of(value, wanted, _schema, root, path):
    return [] if any(not faults(value, one, root, path) for one in wanted) else [f"fits none of {len(wanted)}"]


def _type(value, wanted, _schema, _root, _path):
    fits = isinstance(value, TYPES[wanted]) and (wanted == "boolean" or not isinstance(value, bool))
    return [] if fits else [f"is no {wanted}"]


def _properties(value, wanted, _schema, root, path):
    return [f for key, one in wanted.items() if key in value for f in faults(value[key], one, root, f"{path}.{key}")]


def _additional(value, wanted, schema, root, path):
    patterns = schema.get("patternProperties", {})
    named = {key for key in value if any(re.search(pattern, key) for pattern in patterns)}
    others = set(value) - set(schema.get("properties", {})) - named
    if wanted is False:
        return [f"unknown {sorted(others)}"] if others else []
    return [] if wanted is True else [f for key in others for f in faults(value[key], wanted, root, f"{path}.{key}")]


def _items(value, wanted, schema, root, path):
    rest = value[len(schema.get("prefixItems", [])) :]
    return [f for n, entry in enumerate(rest) for f in faults(entry, wanted, root, f"{path}.{n}")]


def _prefix(value, wanted, _schema, root, path):
    pairs = zip(value, wanted, strict=False)
    return [f for n, (entry, one) in enumerate(pairs) for f in faults(entry, one, root, f"{path}.{n}")]


def _names(value, wanted, _schema, root, path):
    return [f for key in value for f in faults(key, wanted, root, f"{path}.{key}")]


def _patterns(value, wanted, _schema, root, path):
    rows = ((key, one) for pattern, one in wanted.items() for key in value if re.search(pattern, key))
    return [f for key, one in rows for f in faults(value[key], one, root, f"{path}.{key}")]


def _unless(fine):
    return lambda value, wanted, _schema, _root, _path: [] if fine(value, wanted) else [f"not {wanted!r}"]


_CHECKS = {
    "$ref": _ref,
    "anyOf": _any_of,
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "items": _items,
    "prefixItems": _prefix,
    "propertyNames": _names,
    "patternProperties": _patterns,
    "required": _unless(lambda value, wanted: set(wanted) <= set(value)),
    "enum": _unless(lambda value, wanted: value in wanted),
    "const": _unless(lambda value, wanted: value == wanted),
    "pattern": _unless(lambda value, wanted: re.search(wanted, value)),
    "minimum": _unless(lambda value, wanted: value >= wanted),
    "maximum": _unless(lambda value, wanted: value <= wanted),
    "exclusiveMinimum": _unless(lambda value, wanted: value > wanted),
    "minLength": _unless(lambda value, wanted: len(value) >= wanted),
    "maxLength": _unless(lambda value, wanted: len(value) <= wanted),
    "minItems": _unless(lambda value, wanted: len(value) >= wanted),
    "maxItems": _unless(lambda value, wanted: len(value) <= wanted),
}
