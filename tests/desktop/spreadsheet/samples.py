"""Dossiers with every kind of key, rounding, transition, limit and VAT, to fill spreadsheets with."""

from collections.abc import Mapping
from typing import Any

from models.dossier import Dossier, dossier_from_values

__all__ = ["COSTS", "KEYS", "dossier_with", "large"]

PARTNERS: tuple[dict[str, Any], ...] = (
    {"id": "a", "name": "Aldermeer", "inhabitants": 52300, "inhabitants_source": "CBS", "inhabitants_on": "2026-01-01"},
    {"id": "b", "name": "=SUM(A1)", "inhabitants": 47801},
    {"id": "c", "name": "Καλλιθέα 漢字 – R&D <b>'", "inhabitants": 44100},
    {"id": "d", "name": "Waterschap Zuid", "kind": "waterschap", "inhabitants": 12007},
)

COSTS: dict[str, Any] = {
    "start_year": 2028,
    "years": 5,
    "items": [
        {
            "id": "i1",
            "name": "Salarissen",
            "kind": "structural",
            "amounts": {"2026": "910000.37"},
            "wage_percentage": 100,
        },
        {
            "id": "i2",
            "name": "ICT",
            "kind": "structural",
            "amounts": {"2028": "123456.78", "2031": "150000"},
            "vat": "compensable",
            "vat_percentage": 21,
            "bcf_percentage": "87.5",
            "wage_percentage": "12.5",
        },
        {
            "id": "i3",
            "name": "@Huur",
            "kind": "structural",
            "amounts": {"2028": "50000.01"},
            "vat": "cost",
            "vat_percentage": 21,
        },
        {
            "id": "i4",
            "name": "Project",
            "kind": "project",
            "amounts": {"2028": "60000.05", "2030": "33.33"},
            "vat": "compensable",
            "vat_percentage": 21,
            "bcf_percentage": 100,
        },
    ],
    "savings": [
        {"id": "s1", "text": "Minder inhuur", "year": 2029, "amount": "50000.00", "ramp_years": 3},
        {"id": "s2", "text": "-Inkoop", "year": 2030, "amount": "1000.01"},
    ],
    "subtract_savings": True,
    "today": {"a": "310000.01", "b": "300000.00", "c": "280000.10", "d": "95000.00"},
    "today_year": 2027,
    "today_indexed": True,
    "bcf": {"b": "60"},
    "indices": {
        "2027": {"wage": "3.1", "material": "2.2", "wage_weight": "70", "source": "CPB"},
        "2028": {"wage": "2.8", "material": "1.6", "wage_weight": "50", "source": "=begroting"},
        "2029": {"wage": "2.5", "material": "1.9", "wage_weight": "50"},
        "2030": {"wage": "3.333", "material": "2.777", "wage_weight": "66.6"},
        "2031": {"wage": "2.0", "material": "2.0"},
    },
    "index_decimals": 2,
}

_CALLS = {"calls": {"a": 100, "b": 75, "c": 75, "d": 3}}
_HOURS = {"uren": {"a": "1200.5", "b": "800", "c": "333.33", "d": "90"}}
_TWO = {
    "leerlingen": {"a": 4000, "b": 3500, "c": 3100, "d": 10},
    "wegen": {"a": "120.5", "b": "98.7", "c": "143", "d": "12"},
}

KEYS: dict[str, dict[str, Any]] = {
    "equal": {"kind": "equal"},
    "inhabitants": {"kind": "inhabitants", "drivers": {"inwoners": {}}},
    "fixed-variable": {"kind": "fixed-variable", "drivers": {"inwoners": {}}, "fixed_percentage": "37.5"},
    "fixed-variable-two": {
        "kind": "fixed-variable",
        "drivers": _TWO,
        "weights": {"leerlingen": "60", "wegen": "40"},
        "fixed_percentage": 20,
    },
    "usage": {"kind": "usage", "drivers": _CALLS, "prices": {"calls": "123.456"}, "index_prices": True},
    "usage-rounded": {
        "kind": "usage",
        "drivers": {**_CALLS, **_HOURS},
        "prices": {"calls": "123.456"},
        "index_prices": True,
        "rate_decimals": 1,
        "rest": "organisation",
    },
    "usage-shares": {
        "kind": "usage",
        "drivers": {**_CALLS, **_HOURS},
        "prices": {"calls": "12.3"},
        "share_decimals": 1,
    },
    "usage-open": {"kind": "usage", "drivers": _CALLS},
    "lump-sum-plus": {
        "kind": "lump-sum-plus",
        "drivers": {**_CALLS, **_HOURS},
        "pools": {"calls": "100000"},
        "index_prices": True,
        "prices": {"uren": "61.25"},
    },
    "hours-rate": {
        "kind": "hours-rate",
        "drivers": _HOURS,
        "rate_costs": {"uren": "1200000"},
        "rate_hours": {"uren": "29999"},
        "rate_decimals": 2,
        "actuals": {"uren": {"a": 1000, "b": 900, "c": 300, "d": 95}},
        "actual_cost": "99999.99",
    },
    "settled": {
        "kind": "historic",
        "drivers": {"inbreng": {"a": "1.5", "b": "2.25", "c": "0", "d": "7"}},
        "rate_decimals": 3,
        "actuals": {"inbreng": {"a": "1.75", "b": "2.25", "c": "1", "d": "6"}},
        "transition_years": 3,
        "rest": "partner",
        "rest_partner": "c",
    },
    "cost-price": {
        "kind": "cost-price",
        "drivers": _CALLS,
        "prices": {"calls": "71.33"},
        "norm_hours": {"calls": {"2024": "2.5", "2025": "2.75", "2026": "3.1"}},
    },
    "cost-price-weight": {
        "kind": "cost-price",
        "drivers": _CALLS,
        "prices": {"calls": "71.33"},
        "weights": {"calls": 2},
    },
    "historic": {
        "kind": "historic",
        "drivers": {"inbreng": {"a": "1.5", "b": "2.25", "c": "0", "d": "7"}},
        "rest": "partner",
        "rest_partner": "b",
    },
    "grant-share": {
        "kind": "grant-share",
        "drivers": {"uitkering": {}},
        "yearly": {"uitkering": {str(y): {"a": 100 + y, "b": 90, "c": 80 - y % 7, "d": 1} for y in (2024, 2025, 2026)}},
        "rest": "organisation",
    },
    "composite": {"kind": "composite", "drivers": _TWO, "weights": {"leerlingen": "33.3", "wegen": "66.7"}},
    "composite-rounded": {
        "kind": "composite",
        "drivers": _TWO,
        "weights": {"leerlingen": "50", "wegen": "50"},
        "share_decimals": 1,
    },
    "composite-components": {
        "kind": "composite",
        "drivers": _TWO,
        "weights": {"leerlingen": "35", "wegen": "65"},
        "component_decimals": 1,
    },
    "composite-components-org": {
        "kind": "composite",
        "drivers": _TWO,
        "weights": {"leerlingen": "35", "wegen": "65"},
        "component_decimals": 0,
        "rest": "organisation",
    },
    "fixed-variable-components": {
        "kind": "fixed-variable",
        "drivers": {"inwoners": {}},
        "fixed_percentage": 30,
        "component_decimals": 1,
        "share_decimals": 1,
    },
    "inhabitants-bare": {"kind": "inhabitants"},
    "composite-rounded-0": {
        "kind": "composite",
        "drivers": _TWO,
        "weights": {"leerlingen": "50", "wegen": "50"},
        "share_decimals": 0,
        "rest": "partner",
        "rest_partner": "d",
    },
    "composite-rate": {
        "kind": "composite",
        "drivers": _TWO,
        "weights": {"leerlingen": "50", "wegen": "50"},
        "rate_decimals": 0,
    },
    "composite-rate-org": {
        "kind": "composite",
        "drivers": _TWO,
        "weights": {"leerlingen": "50", "wegen": "50"},
        "rate_decimals": 2,
        "rest": "organisation",
    },
    "fixed-term": {"kind": "fixed-term", "drivers": {"percentage": {"a": "30.5", "b": "29.5", "c": "25", "d": "15"}}},
    "transition": {"kind": "inhabitants", "drivers": {"inwoners": {}}, "transition_years": 3},
    "transition-rounded": {
        "kind": "inhabitants",
        "drivers": {"inwoners": {}},
        "transition_years": 4,
        "share_decimals": 2,
    },
    "transition-org": {
        "kind": "inhabitants",
        "drivers": {"inwoners": {}},
        "transition_steps": {"2028": 25, "2030": 80},
        "share_decimals": 1,
        "rest": "organisation",
    },
    "transition-rate": {
        "kind": "inhabitants",
        "drivers": {"inwoners": {}},
        "transition_years": 3,
        "rate_decimals": 2,
        "rest": "partner",
        "rest_partner": "a",
    },
    "transition-priced": {"kind": "usage", "drivers": _CALLS, "prices": {"calls": "4000"}, "transition_years": 2},
    "limits": {
        "kind": "inhabitants",
        "drivers": {"inwoners": {}},
        "floors": {"d": "150000.55"},
        "ceilings": {"a": "370000"},
    },
    "limits-rounds": {
        "kind": "inhabitants",
        "drivers": {"inwoners": {}},
        "floors": {"d": "250000.55"},
        "ceilings": {"a": "330000", "b": "400000", "c": "600000"},
    },
    "limits-equal": {
        "kind": "equal",
        "floors": {"a": "400000"},
        "ceilings": {"c": "100000.01"},
        "absorb": "equal",
        "transition_years": 2,
    },
    "limits-partner": {
        "kind": "equal",
        "floors": {"a": "400000"},
        "ceilings": {"c": "100000.01"},
        "absorb": "partner",
        "absorb_partner": "b",
    },
    "combination": {
        "kind": "combination",
        "item_keys": {"i1": "inhabitants", "i2": "usage-shares"},
        "rest_key": "equal",
    },
    "combination-moved": {
        "kind": "combination",
        "item_keys": {"i1": "composite-rounded-0", "i4": "usage"},
        "rest_key": "inhabitants",
        "transition_years": 3,
        "floors": {"d": "80000"},
    },
    "obstacle": {"kind": "composite", "drivers": _TWO, "weights": {"leerlingen": "50", "wegen": "40"}},
}


def dossier_with(kosten: Mapping[str, Any], partners: Any = PARTNERS, **more: Any) -> Dossier:
    """A dossier with this section kosten."""
    values = {"format_version": 1, "id": "d-1", "title": "Proef & co", "dated": "2026-11-21"}
    return dossier_from_values({**values, "partners": {"partners": list(partners)}, "kosten": dict(kosten), **more})


def every_key(**changes: Any) -> Dossier:
    """All keys on the same cost."""
    keys = [{"id": name, "name": name, **key} for name, key in KEYS.items()]
    return dossier_with({**COSTS, "keys": keys, "chosen": "inhabitants", **changes})


def agreed(**changes: Any) -> Dossier:
    """Hours, leaving, planning and checklists beside one key."""
    partners = [p["id"] for p in PARTNERS]
    entries = [
        {
            "id": "u1",
            "role": "=Coördinator",
            "partner": "a",
            "phase": "start",
            "hours": "12.25",
            "unit": "week",
            "rate": "61.33",
            "actual": "11.5",
            "freed": True,
        },
        {"id": "u2", "role": "Jurist", "partner": "b", "hours": "333.33", "scale": "11", "actual": "300"},
        {
            "id": "u3",
            "role": "Jurist",
            "partner": "c",
            "hours": "401.01",
            "takes": True,
            "scale": "11",
            "actual": "390.5",
        },
        {"id": "u4", "role": "Beleid", "partner": "d", "hours": "250", "takes": True, "rate": "50", "actual": "260"},
        {"id": "u5", "role": "Beleid", "partner": "a", "hours": "10", "takes": True, "scale": "11", "actual": "0"},
    ]
    uren = {
        "entries": entries,
        "weeks_per_year": "44.5",
        "rates": {"11": "72.10"},
        "overhead_percentage": "37.5",
        "productive_hours": dict.fromkeys(partners, "1390"),
        "productive_source": "HOT",
        "rate_decimals": 2,
        "settlement": "invoice",
        "advance_percentage": "80",
    }
    kosten = {
        **COSTS,
        "keys": [{"id": "k", "name": "Inwoners", **KEYS["inhabitants"]}],
        "chosen": "k",
        "exit_partner": "b",
        "exit_year": 2030,
        "exit_percentages": {"1": "100", "2": "66.6", "3": "33.3"},
        "exit_fixed": "12500.55",
        "exit_avoidable": "35",
        "exit_damages": [
            {
                "id": "d1",
                "text": "Huur",
                "amounts": {"1": "10000.01", "2": "10000.01", "7": "5"},
                "percentage": "33.33",
            },
            {"id": "d2", "text": "-ICT", "amounts": {"1": "777.77"}, "fixed": True},
        ],
    }
    planning = {
        "kind": "collegeregeling",
        "start": "2027-01-11",
        "in_force": "2028-01-01",
        "seat": "a",
        "raad": {"c": {"meetings": ["2027-02-04"], "recess": [["2027-07-12", "2027-08-20"]]}},
    }
    rechtsvorm = {"choice": {"basis": "centrumgemeente", "reason": "Klein."}}
    return dossier_with(
        {**kosten, **changes.pop("kosten", {})},
        uren={**uren, **changes.pop("uren", {})},
        besluitvorming=planning,
        rechtsvorm=rechtsvorm,
        **changes,
    )


def large(partners: int = 40, items: int = 60, years: int = 10, keys: int = 6) -> Dossier:
    """The size that the product must carry."""
    rows = [{"id": f"p{n}", "name": f"Gemeente {n}", "inhabitants": 10000 + 977 * n} for n in range(1, partners + 1)]
    cost = [
        {
            "id": f"i{n}",
            "name": f"Post {n}",
            "kind": "structural" if n % 6 else "ict",
            "amounts": {"2028": f"{10000 + 137 * n}.{n:02}"},
            "vat": "compensable",
            "vat_percentage": 21,
            "bcf_percentage": 90,
            "wage_percentage": n % 3 * 30,
        }
        for n in range(items)
    ]
    drivers = {
        "x": {f"p{n}": 7 * n % 31 + 1 for n in range(1, partners + 1)},
        "y": {f"p{n}": n for n in range(1, partners + 1)},
    }
    made: list[dict[str, Any]] = [
        {"kind": "equal"},
        {"kind": "inhabitants", "drivers": {"inwoners": {}}, "transition_years": 4},
        {"kind": "fixed-variable", "drivers": {"x": drivers["x"]}, "fixed_percentage": 30},
        {"kind": "usage", "drivers": drivers, "prices": {"x": "12.5"}},
        {"kind": "composite", "drivers": drivers, "weights": {"x": 40, "y": 60}, "floors": {"p1": "5000"}},
        {"kind": "inhabitants", "drivers": {"inwoners": {}}, "share_decimals": 2, "ceilings": {"p40": "40000"}},
    ]
    return dossier_with(
        {
            "start_year": 2028,
            "chosen": "k2",
            "years": years,
            "items": cost,
            "today": {f"p{n}": f"{15000 + 10 * n}" for n in range(1, partners + 1)},
            "indices": {
                str(y): {"wage": "2.8", "material": "1.6", "wage_weight": 50} for y in range(2028, 2028 + years)
            },
            "keys": [{"id": f"k{n}", "name": f"Sleutel {n}", **key} for n, key in enumerate((made * 10)[:keys], 1)],
        },
        rows,
    )
