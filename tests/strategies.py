"""Hypothesis strategies for whole dossiers, derived from the schema itself, so that new fields come along.

Values are drawn for each field by its type and limits. Only what the schema cannot say is set by hand: ids that
refer to a partner, a stakeholder or a cost key, and ids that must differ within a list.
"""

import functools
import types
import typing
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from functools import partial
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic.fields import FieldInfo

from models.dossier import Dossier, dossier_from_values
from models.dossier.base import Frozen, NoAnswer
from models.dossier.explore import Partner
from models.vocabulary import StepId

__all__ = ["dossiers", "texts"]

_ID = st.from_regex(r"[A-Za-z0-9][A-Za-z0-9_.-]{0,11}", fullmatch=True)
_NONCHARACTERS = [chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)]
_SIGNS = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters=_NONCHARACTERS)
_WORDS = (
    *("R&D", "<b>vet", "Één", "€ 1.234,56", "👩\u200d👩\u200d👧 🇳🇱", "مرحبا بكم", "שלום", "日本", "e\u0301", "a\tb\nc"),
    *("\u202eomgekeerd", "{{x}}", "'; --", "%s", "null"),
)

_PARTNERS = ("Aalsmeer", "p-2", "3", "vier_4", "vijf.5", "Z" * 64)
_PARTNER_FIELDS = frozenset({"partner", "seat"})
_PARTNER_OR_NONE = frozenset({"exit_partner", "rest_partner", "absorb_partner", "leaving"})
_PARTNER_MAPS = frozenset(
    {
        *("partners", "votes", "partner_importance", "today", "bcf", "floors", "ceilings"),
        *("productive_hours", "staff", "raad"),
    }
)
_DRIVER_MAPS = frozenset({"drivers", "actuals"})
_STAKEHOLDER_FIELDS = ("source", "target")


def texts(max_size: int = 20) -> st.SearchStrategy[str]:
    """Valid text in any script: emoji, Arabic, marks that combine, line ends, what looks like code."""
    return st.one_of(st.sampled_from(_WORDS), st.text(_SIGNS, max_size=max_size)).map(lambda text: text[:max_size])


Partners = tuple[str, ...]
"""The ids to which fields may refer."""


def dossiers(*, dossier_id: str | None = None) -> st.SearchStrategy[Dossier]:
    """Valid dossiers: two to six partners, any of the fourteen sections filled, every kind of "no answer"."""
    return _dossiers(dossier_id)


@st.composite
def _dossiers(draw: st.DrawFn, dossier_id: str | None) -> Dossier:
    partners = _PARTNERS[: draw(st.integers(2, 6))]
    steps = draw(st.sets(st.sampled_from(list(StepId)), max_size=5))
    values: dict[str, Any] = {
        "format_version": 1,
        "id": dossier_id or draw(_ID),
        "title": draw(texts(40).filter(str.strip)),
        "dated": draw(st.dates()),
        **draw(_head()),
        **{step.value: draw(_section(step, partners)) for step in sorted(steps)},
        "partners": {"partners": draw(_partner_rows(partners))},
    }
    return dossier_from_values(_mended(values))


@functools.cache
def _head() -> st.SearchStrategy[dict[str, Any]]:
    hints = typing.get_type_hints(Dossier, include_extras=True)
    names = ("created", "fictional", "short_route", "progress", "drafts")
    return st.fixed_dictionaries({}, optional={name: _of(hints[name], ()) for name in names})


@functools.cache
def _section(step: StepId, partners: Partners) -> st.SearchStrategy[dict[str, Any]]:
    return _model(type(Dossier.model_fields[step.value].default), partners)


@functools.cache
def _partner_rows(partners: Partners) -> st.SearchStrategy[list[dict[str, Any]]]:
    each = [_model(Partner, partners).map(partial(_with_id, key=key)) for key in partners]
    return st.tuples(*each).map(list)


def _with_id(row: dict[str, Any], key: str) -> dict[str, Any]:
    return {**row, "id": key}


def _model(model: type[Frozen], partners: Partners) -> st.SearchStrategy[dict[str, Any]]:
    # Annotations are read afresh: pydantic's own field info has lost what stands inside a tuple or a dict.
    hints = typing.get_type_hints(model, include_extras=True)
    fields = {name: _by_name(name, hints[name], partners) for name in model.model_fields}
    required = {name: field for name, field in fields.items() if model.model_fields[name].is_required()}
    optional = {name: field for name, field in fields.items() if name not in required}
    return st.fixed_dictionaries(required, optional=optional)


def _by_name(name: str, hint: Any, partners: Partners) -> st.SearchStrategy[Any]:
    partner, is_map = st.sampled_from(partners), get_origin(get_args(hint)[0] if get_args(hint) else None) is dict
    if name in _PARTNER_FIELDS:
        return partner
    if name in _PARTNER_OR_NONE:
        return st.none() | partner
    quantities = st.dictionaries(partner, st.integers(0, 999), max_size=2)
    if name in _DRIVER_MAPS:
        return st.dictionaries(texts(), quantities, max_size=2)
    if name == "yearly":
        return st.dictionaries(texts(), st.dictionaries(st.integers(2000, 2040), quantities, max_size=2), max_size=2)
    if name in _PARTNER_MAPS and is_map:
        return st.dictionaries(partner, _of(get_args(get_args(hint)[0])[1], partners), max_size=2)
    if name == "partners":
        return st.lists(partner, max_size=3)
    return _of(hint, partners)


def _of(hint: Any, partners: Partners) -> st.SearchStrategy[Any]:
    """Values for a type hint of the schema."""
    if get_origin(hint) is Annotated:
        base, *marks = get_args(hint)
        return _limited(base, _flat(marks), partners)
    return _limited(hint, [], partners)


def _flat(marks: Iterable[Any]) -> list[Any]:
    """The limits, out of pydantic's ``Field`` as well."""
    return [mark for outer in marks for mark in (outer.metadata if isinstance(outer, FieldInfo) else [outer])]


def _limited(base: Any, marks: list[Any], partners: Partners) -> st.SearchStrategy[Any]:
    origin = get_origin(base)
    if origin is Annotated:
        inner, *more = get_args(base)
        return _limited(inner, [*_flat(more), *marks], partners)
    if origin in {Union, types.UnionType}:
        return st.one_of(*(_of(part, partners) for part in get_args(base)))
    if origin is Literal:
        return st.sampled_from(get_args(base))
    if origin is tuple:
        return _tuple(get_args(base), partners)
    if origin is dict:
        key, value = get_args(base)
        return st.dictionaries(_of(key, partners), _of(value, partners), max_size=2)
    return _plain(base, marks, partners)


def _tuple(parts: tuple[Any, ...], partners: Partners) -> st.SearchStrategy[Any]:
    if len(parts) == 2 and parts[1] is Ellipsis:
        return st.lists(_of(parts[0], partners), max_size=2)
    return st.tuples(*(_of(part, partners) for part in parts)).map(list)


def _plain(base: Any, marks: list[Any], partners: Partners) -> st.SearchStrategy[Any]:
    low, high = _limit(marks, "ge"), _limit(marks, "le")
    kinds: dict[Any, Callable[[], st.SearchStrategy[Any]]] = {
        type(None): st.none,
        bool: st.booleans,
        date: lambda: st.dates().map(date.isoformat),
        datetime: lambda: st.datetimes(timezones=st.just(UTC)).map(datetime.isoformat),
        str: lambda: _ID if _limit(marks, "pattern") else texts(),
        int: lambda: st.integers(0 if low is None else int(low), 10_000 if high is None else int(high)),
        Decimal: lambda: st.decimals(_lowest(marks), Decimal(1000 if high is None else high), places=2).map(str),
    }
    if base in kinds:
        return kinds[base]()
    if base is NoAnswer:
        return st.sampled_from(["unknown", "not_applicable", "later"]).map(lambda kind: {"no_answer": kind})
    if isinstance(base, type) and issubclass(base, Enum):
        return st.sampled_from([member.value for member in base])
    if isinstance(base, type) and issubclass(base, Frozen):
        return _model(base, partners)
    raise NotImplementedError(f"no strategy for {base}")


def _lowest(marks: list[Any]) -> Decimal:
    low = _limit(marks, "ge")
    return Decimal("0.01") if _limit(marks, "gt") is not None else Decimal(-1000 if low is None else low)


def _limit(marks: list[Any], name: str) -> Any:
    found = [value for mark in marks if (value := getattr(mark, name, None)) is not None]
    return found[-1] if found else None


def _mended(values: dict[str, Any]) -> dict[str, Any]:
    """Ids within a list made different, and references to what is not there taken out."""
    field, costs = values.get("krachtenveld", {}), values.get("kosten", {})
    for section in values.values():
        if isinstance(section, dict):
            _make_unique(section)
    cards = [row["id"] for row in field.get("stakeholders", [])]
    for number, row in enumerate(field.get("relations", [])):
        row |= {end: cards[number % len(cards)] for end in _STAKEHOLDER_FIELDS if cards}
    if not cards:
        field.pop("relations", None)
    keys = [row["id"] for row in costs.get("keys", [])]
    if costs.get("chosen") is not None:
        costs["chosen"] = keys[0] if keys else None
    items = [row["id"] for row in costs.get("items", [])]
    for row in costs.get("keys", []):
        named = dict.fromkeys(items[: len(row.get("item_keys") or ())], keys[-1])
        row |= {"item_keys": named, "rest_key": keys[0] if row.get("rest_key") else None}
    return values


def _make_unique(section: dict[str, Any]) -> None:
    for rows in section.values():
        if not isinstance(rows, list):
            continue
        for number, row in enumerate(rows):
            for name in ("id", "theme"):
                if isinstance(row, dict) and name in row and row[name] not in _PARTNERS:
                    row[name] = f"{row[name]}-{number}"
