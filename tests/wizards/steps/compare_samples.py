"""Dossiers for the comparison of keys: the cooperation of the drawings, and very large ones."""

from typing import Any

from models.dossier import Dossier, dossier_from_values
from tests.models.samples import minimal

__all__ = ["crowd", "lindestreek", "priced", "with_kosten"]

LINDESTREEK = (
    ("l", "Lindervoort", 23_947, 438_000, "74.4"),
    ("w", "Waterambt", 15_309, 318_500, "57.6"),
    ("h", "Heidebroek", 12_901, 262_900, "49.2"),
    ("z", "Zandmeer", 9_072, 206_300, "25.2"),
)
"""Id, name, inhabitants, today's cost in euros, staff brought in: the partners of kosten-licht.png."""


def with_kosten(kosten: dict[str, Any], partners: tuple[tuple[str, str, int | None], ...]) -> Dossier:
    """A dossier with these partners (id, name, inhabitants) and this section kosten."""
    rows = [{"id": key, "name": name, "inhabitants": people} for key, name, people in partners]
    return dossier_from_values(minimal(partners={"partners": rows}, kosten=kosten))


def keys_of(partners: tuple[str, ...], fte: dict[str, str]) -> list[dict[str, Any]]:
    """The four keys of the drawing."""
    return [
        {"id": "gelijk", "kind": "equal", "name": "Gelijke delen"},
        {"id": "inwoners", "kind": "inhabitants", "name": "Inwoners", "drivers": {"Inwoners": {}}},
        {
            "id": "vast",
            "kind": "fixed-variable",
            "name": "Vast en inwoners",
            "drivers": {"Inwoners": {}},
            "fixed_percentage": "25",
        },
        {
            "id": "personeel",
            "kind": "historic",
            "name": "Ingebracht personeel",
            "drivers": {"Formatie nu": {p: fte[p] for p in partners}},
        },
    ]


def lindestreek(**more: Any) -> Dossier:
    """The four partners of the drawing, who divide 1,186,400 euros a year in four ways."""
    ids = tuple(key for key, *_ in LINDESTREEK)
    kosten: dict[str, Any] = {
        "start_year": 2027,
        "items": [
            {
                "id": "salaris",
                "kind": "structural",
                "name": "Salarissen en kantoor",
                "amounts": {"2027": "1186400"},
                "vat": "none",
            },
            {"id": "start", "kind": "project", "name": "Start", "amounts": {"2027": "40000"}, "vat": "none"},
        ],
        "indices": {str(y): {"wage": "2.8", "material": "1.6", "wage_weight": "50"} for y in (2028, 2029, 2030)},
        "today": {key: str(today) for key, _, _, today, _ in LINDESTREEK},
        "today_indexed": True,
        "today_year": 2027,
        "keys": keys_of(ids, {key: fte for key, *_, fte in LINDESTREEK}),
        "chosen": "vast",
        "chosen_reason": "De kern wil dat niemand erop achteruitgaat.",
    }
    kosten |= more
    return with_kosten(kosten, tuple((key, name, people) for key, name, people, *_ in LINDESTREEK))


def crowd(partners: int = 40, years: int = 10, items: int = 60) -> Dossier:
    """Forty partners with long names, six keys, ten years; one key cannot be worked out."""
    ids = tuple(f"p{n}" for n in range(partners))
    people = tuple(
        (key, f"Gemeente met een heel lange naam aan de rivier {n}", 9_000 + 1_371 * n) for n, key in enumerate(ids)
    )
    keys = keys_of(ids, {key: str(10 + n) for n, key in enumerate(ids)})
    keys[3]["transition_years"] = 4
    keys[3]["corridor_percentage"] = "10"
    keys += [
        {
            "id": "mengvorm",
            "kind": "composite",
            "name": "Gewogen mengvorm van inwoners, gebruik van de servers en het aantal aanvragen",
            "drivers": {"Inwoners": {}, "Servers": {key: str(1 + n % 7) for n, key in enumerate(ids)}},
            "weights": {"Inwoners": "60", "Servers": "40"},
            "share_decimals": 2,
            "floors": {"p0": "60000"},
        },
        {"id": "leeg", "kind": "usage", "name": "Gebruik", "drivers": {"Aanvragen": {"p0": "4"}}},
    ]
    kosten: dict[str, Any] = {
        "start_year": 2027,
        "years": years,
        "items": [
            {
                "id": f"i{n}",
                "kind": "structural" if n % 6 else "ict",
                "name": f"Kostenpost {n}",
                "amounts": {"2027": f"{70_000 + 137 * n}.35"},
                "vat": "compensable",
                "vat_percentage": "21",
                "bcf_percentage": "80",
            }
            for n in range(items)
        ],
        "indices": {
            str(year): {"wage": "2.8", "material": "1.6", "wage_weight": "50"} for year in range(2028, 2027 + years)
        },
        "today": {key: f"{60_000 + 4_321 * n}.00" for n, key in enumerate(ids)},
        "keys": keys,
        "chosen": "mengvorm",
    }
    return with_kosten(kosten, people)


def priced() -> Dossier:
    """Two partners and four keys with prices, floors, a settlement, a combination; one key is not ready."""
    partners = (("a", "Aldermeer", 20_000), ("b", "Brinkhoven", 10_000))
    keys: list[dict[str, Any]] = [
        {
            "id": "gebruik",
            "kind": "usage",
            "name": "Gebruik",
            "drivers": {"Aanvragen": {"a": "700", "b": "300"}, "Kantoor": {"a": "2", "b": "1"}},
            "prices": {"Aanvragen": "62.50"},
            "actuals": {"Aanvragen": {"a": "650", "b": "340"}, "Kantoor": {"a": "2", "b": "1"}},
            "actual_cost": "101000",
        },
        {
            "id": "uren",
            "kind": "hours-rate",
            "name": "Uren maal tarief",
            "drivers": {"Uren": {"a": "900", "b": "500"}},
            "rate_costs": {"Uren": "92000"},
            "rate_hours": {"Uren": "1363"},
            "rate_decimals": 2,
        },
        {
            "id": "gelijk",
            "kind": "equal",
            "name": "Gelijk met ingroei",
            "transition_years": 4,
            "ceilings": {"b": "45000"},
            "corridor_percentage": "10",
        },
        {
            "id": "samen",
            "kind": "combination",
            "name": "Combinatie",
            "item_keys": {"s": "gelijk"},
            "rest_key": "gebruik",
        },
        {"id": "leeg", "kind": "usage", "name": "Nog leeg", "drivers": {"Meldingen": {"a": "4"}}},
    ]
    items = [
        {"id": "s", "kind": "structural", "name": "Salaris", "amounts": {"2027": "90000"}, "vat": "none"},
        {
            "id": "k",
            "kind": "structural",
            "name": "Kantoor",
            "amounts": {"2027": "10000.01"},
            "vat": "compensable",
            "vat_percentage": "21",
            "bcf_percentage": "80",
        },
        {"id": "p", "kind": "project", "name": "Project", "amounts": {"2027": "9000"}, "vat": "none"},
    ]
    today = {"a": "75000", "b": "40000"}
    return with_kosten({"start_year": 2027, "items": items, "today": today, "keys": keys, "chosen": "gelijk"}, partners)
