"""Dossiers to test with: a full and consistent one, one with the statements only, and edits by path."""

import json
from collections.abc import Iterable, Mapping
from copy import deepcopy
from pathlib import Path
from typing import Any

from models.dossier import Dossier, dossier_from_values

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"
PARTNERS = ("aldermeer", "brinkhoven", "castelrade")
"""The partners of :func:`full`."""

_AGREED: dict[str, Any] = {
    "kosten": {
        "start_year": 2028,
        "items": [
            {"id": "c1", "name": "Projectleiding", "kind": "project", "amounts": {"2027": "60000.00"}, "vat": "none"},
            {"id": "c2", "name": "Salarissen", "kind": "structural", "amounts": {"2028": "910000.00"}},
        ],
        "savings": [{"id": "s1", "text": "Minder inhuur", "year": 2031, "amount": "50000.00"}],
        "today": {"aldermeer": "310000.00", "brinkhoven": "300000.00", "castelrade": {"no_answer": "later"}},
        "indices": {"2028": {"wage": "3.5", "material": "2.1", "wage_weight": "70"}},
        "keys": [
            {
                "id": "k1",
                "kind": "inhabitants",
                "name": "Inwoners",
                "drivers": {"inwoners": {"aldermeer": 52300, "brinkhoven": 47800, "castelrade": 44100}},
                "floors": {"castelrade": "1000.00"},
                "ceilings": {"aldermeer": "500000.00"},
            }
        ],
        "chosen": "k1",
        "chosen_reason": "Eenvoudig uit te leggen.",
        "exit_method": "real-damage",
    },
    "uren": {
        "entries": [{"id": "u1", "role": "Coördinator", "partner": "aldermeer", "hours": "300"}],
        "productive_hours": {"aldermeer": "1390"},
    },
    "medewerkers": {"staff": {"brinkhoven": {"fte": "12.5", "moves": False}}},
    "besluitvorming": {
        "kind": "collegeregeling",
        "start": "2027-01-11",
        "in_force": "2028-01-01",
        "seat": "aldermeer",
        "raad": {"castelrade": {"meetings": ["2027-02-04"], "recess": [["2027-07-12", "2027-08-20"]]}},
    },
    "vaststelling": {
        "summary": "Drie gemeenten voeren elk één taak uit.",
        "beslispunten": [{"id": "b1", "text": "De regeling aangaan", "bodies": ["college"]}],
        "evaluation": {"first_on": "2030-01-15", "every_years": 4},
    },
}


def example(name: str) -> dict[str, Any]:
    """The values of an example as shipped."""
    return json.loads((EXAMPLES / f"{name}.json").read_text(encoding="utf-8"))


def full() -> dict[str, Any]:
    """Every section filled, nothing missing and nothing that contradicts."""
    values = example("matrix") | deepcopy(_AGREED)
    values["rechtsvorm"]["facts"]["vat"] = "compensable"
    values["krachtenveld"]["relations"] = [{"id": "r1", "source": "raad", "target": "or", "strength": 3}]
    return values


def minimal(**sections: Any) -> dict[str, Any]:
    """The smallest valid document, with these fields beside."""
    return {"format_version": 1, "id": "d-1", "title": "Proef", "dated": "2026-11-21", **sections}


def statements(
    scores: Mapping[str, Any], partners: int = 2, importance: Mapping[str, int] | None = None
) -> dict[str, Any]:
    """A dossier with joint answers, ``partners`` partners (p1, p2, ...) and an importance where it is not 5."""
    weights = importance or {}
    answers = {c: {"joint": value} for c, value in scores.items()}
    for criterion, weight in weights.items():
        answers.setdefault(criterion, {})["importance"] = weight
    rows = [{"id": f"p{n}", "name": f"Partner {n}"} for n in range(1, partners + 1)]
    return minimal(partners={"partners": rows}, vorm={"answers": answers})


def changed(values: dict[str, Any], edits: Mapping[str, Any]) -> dict[str, Any]:
    """A copy of ``values`` with other values at these paths, such as ``opgave.facts.0.figure``."""
    result = deepcopy(values)
    for path, value in edits.items():
        *way, last = path.split(".")
        here = result
        for step in way:
            here = here[int(step)] if isinstance(here, list) else here.setdefault(step, {})
        if isinstance(here, list):
            here[int(last)] = value
        else:
            here[last] = value
    return result


def made(values: dict[str, Any], edits: Mapping[str, Any] | None = None) -> Dossier:
    """The dossier of ``values`` after ``edits``."""
    return dossier_from_values(changed(values, edits or {}))


def paths(value: Any, way: tuple[str, ...] = ()) -> Iterable[tuple[str, ...]]:
    """The path of every value inside ``value``, containers included."""
    rows = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, entry in rows:
        yield (*way, str(key))
        yield from paths(entry, (*way, str(key)))
