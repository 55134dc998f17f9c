"""Small dossiers with every kind of key in every combination of rounding, transition and limits."""

from typing import Any

from hypothesis import strategies as st

from models.dossier import Dossier
from tests.desktop.spreadsheet.samples import dossier_with

__all__ = ["small_dossiers"]

_NAMES = ("Aldermeer", "=1+1", "@zuid", "漢字", "R&D", "Noord ", "'s-Gravendeel", "{x}")
_PROPORTIONAL = ("equal", "inhabitants", "fixed-variable", "historic", "grant-share", "composite", "fixed-term")
_PRICED = ("usage", "lump-sum-plus", "hours-rate", "cost-price")


def _amounts(low: int = 0, high: int = 50_000_000) -> st.SearchStrategy[str]:
    return st.integers(low, high).map(lambda cents: f"{cents / 100:.2f}")


def _quantities(ids: list[str]) -> st.SearchStrategy[dict[str, str]]:
    return st.fixed_dictionaries({p: st.integers(1, 9000).map(lambda n: f"{n / 10:g}") for p in ids})


@st.composite
def small_dossiers(draw: st.DrawFn) -> Dossier:
    """Two to five partners, one to four items, four to six years, one to three keys and perhaps a combination."""
    ids = [f"p{n}" for n in range(draw(st.integers(2, 5)))]
    partners = [
        {
            "id": p,
            "name": draw(st.sampled_from(_NAMES)),
            "inhabitants": draw(st.integers(1, 200_000)),
            "kind": draw(st.sampled_from(["gemeente", "waterschap"])),
        }
        for p in ids
    ]
    years = draw(st.integers(4, 6))
    keys = [draw(_keys(f"k{n}", ids)) for n in range(draw(st.integers(1, 3)))]
    items = [draw(_items(f"i{n}")) for n in range(draw(st.integers(1, 4)))]
    if draw(st.booleans()):
        held = {i["id"]: draw(st.sampled_from(keys))["id"] for i in items if draw(st.booleans())}
        keys.append(
            {"id": "kc", "kind": "combination", "item_keys": held, "rest_key": keys[0]["id"], **draw(_around(ids))}
        )
    kosten: dict[str, Any] = {
        "start_year": 2028,
        "years": years,
        "items": items,
        "keys": keys,
        "savings": draw(st.lists(_savings(), max_size=2, unique_by=lambda s: s["id"])),
        "subtract_savings": draw(st.booleans()),
        "today": {p: draw(_amounts(100)) for p in ids},
        "today_indexed": draw(st.booleans()),
        "today_year": draw(st.sampled_from([None, 2025, 2027, 2029])),
        "bcf": {p: draw(st.integers(0, 100)) for p in ids if draw(st.booleans())},
        "indices": {str(y): draw(_indices()) for y in range(2026, 2028 + years) if draw(st.booleans())},
        "index_decimals": draw(st.sampled_from([None, 0, 1, 2])),
    }
    return dossier_with(kosten, partners)


def _percent() -> st.SearchStrategy[str]:
    return st.integers(0, 900).map(lambda n: f"{n / 100:g}")


def _indices() -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({"wage": _percent(), "material": _percent(), "wage_weight": st.integers(0, 100)})


def _savings() -> st.SearchStrategy[dict[str, Any]]:
    names = st.sampled_from(["s1", "s2"])
    figures = {"year": st.integers(2027, 2031), "amount": _amounts(0, 100_000), "ramp_years": st.integers(0, 4)}
    return st.fixed_dictionaries({"id": names, **figures})


def _items(name: str) -> st.SearchStrategy[dict[str, Any]]:
    amounts = st.dictionaries(st.sampled_from(["2026", "2027", "2028", "2030"]), _amounts(), min_size=1, max_size=2)
    return st.fixed_dictionaries(
        {
            "id": st.just(name),
            "name": st.just(f"Post {name}"),
            "kind": st.sampled_from(["structural", "structural", "project"]),
            "amounts": amounts,
            "vat": st.sampled_from(["none", "compensable", "cost"]),
            "vat_percentage": st.sampled_from([9, 21]),
            "bcf_percentage": st.integers(0, 100),
            "wage_percentage": st.sampled_from([None, 0, 35, 100]),
        }
    )


@st.composite
def _around(draw: st.DrawFn, ids: list[str]) -> dict[str, Any]:
    """What can stand around a key."""
    around: dict[str, Any] = {"transition_years": draw(st.sampled_from([0, 0, 2, 3]))}
    if draw(st.booleans()):
        around["floors"] = {draw(st.sampled_from(ids)): draw(_amounts(0, 10_000_000))}
    if draw(st.booleans()):
        around["ceilings"] = {draw(st.sampled_from(ids)): draw(_amounts(1_000_000, 60_000_000))}
    around["absorb"] = draw(st.sampled_from(["proportional", "equal", "partner"]))
    around["absorb_partner"] = draw(st.sampled_from(ids))
    return around


@st.composite
def _keys(draw: st.DrawFn, name: str, ids: list[str]) -> dict[str, Any]:
    kind = draw(st.sampled_from(_PROPORTIONAL + _PRICED))
    key: dict[str, Any] = {
        "id": name,
        "name": f"{kind} {name}",
        "kind": kind,
        "component_decimals": draw(st.sampled_from([None, None, 0, 2])),
        "share_decimals": draw(st.sampled_from([None, None, 0, 1, 2])),
        "rate_decimals": draw(st.sampled_from([None, None, 0, 2])),
        "rest": draw(st.sampled_from(["largest_remainder", "largest_remainder", "partner", "organisation"])),
        "rest_partner": draw(st.sampled_from(ids)),
        "index_prices": draw(st.booleans()),
        **draw(_around(ids)),
    }
    drivers = {"x": draw(_quantities(ids))}
    if kind in {"fixed-variable", "composite", *_PRICED} and draw(st.booleans()):
        drivers["y"] = draw(_quantities(ids))
        part = draw(st.integers(0, 100))
        key["weights"] = {"x": part, "y": 100 - part}
    if kind == "fixed-term":
        shares = [draw(st.integers(0, 10)) for _ in ids[:-1]]
        drivers = {"x": dict(zip(ids, [*shares, 100 - sum(shares)], strict=True))}
    if kind == "fixed-variable":
        key["fixed_percentage"] = draw(st.integers(0, 100))
    if kind == "grant-share":
        key["yearly"] = {"x": {str(y): draw(_quantities(ids)) for y in (2024, 2025, 2026)}}
    if kind in _PRICED:
        key |= draw(_prices(kind, list(drivers)))
    return {**key, "drivers": {} if kind == "equal" else drivers}


@st.composite
def _prices(draw: st.DrawFn, kind: str, drivers: list[str]) -> dict[str, Any]:
    price = st.integers(1, 900_000).map(lambda n: f"{n / 1000:g}")
    found: dict[str, Any] = {"prices": {}, "pools": {}, "rate_costs": {}, "rate_hours": {}, "norm_hours": {}}
    for driver in drivers:
        way = draw(st.sampled_from(["price", "rate", "pool", "rest"])) if kind != "cost-price" else "norm"
        if way in {"price", "norm"}:
            found["prices"][driver] = draw(price)
        if way == "norm":
            found["norm_hours"][driver] = {str(y): draw(st.integers(1, 40)) for y in (2024, 2025, 2026)}
        if way == "rate":
            found["rate_costs"][driver] = draw(_amounts(100))
            found["rate_hours"][driver] = draw(st.integers(1, 40_000))
        if way == "pool":
            found["pools"][driver] = draw(_amounts(0, 1_000_000))
    return found
