"""What must hold for any key, partners and amounts."""

from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from models.agreements.contributions import work_out
from models.agreements.money import Shares, apportion, cents, euros, shares_of
from models.agreements.outcome import KeyOutcome
from models.dossier import Dossier
from models.dossier.costs import CostItem, CostKey, KostenSection
from models.dossier.explore import Partner
from models.wording.costs import note_text
from tests.models.agreements.costs import START, key, whole
from tests.strategies import dossiers

_AMOUNTS = st.decimals(0, 100_000_000, places=2)
_ANY_AMOUNTS = st.decimals(-1_000_000, 100_000_000, places=2)
_QUANTITIES = st.one_of(st.integers(0, 200_000), st.decimals(0, 10_000, places=3))
_PROPORTIONAL = ("equal", "inhabitants", "fixed-variable", "historic", "grant-share", "composite")
_PRICED = ("usage", "lump-sum-plus", "hours-rate", "cost-price")


def _ids(count: int) -> list[str]:
    return [f"p{n}" for n in range(1, count + 1)]


@st.composite
def _quantities(draw: st.DrawFn, count: int) -> dict[str, Decimal | int]:
    return {p: draw(_QUANTITIES) for p in _ids(count)}


@st.composite
def _rounding(draw: st.DrawFn, count: int) -> dict[str, Any]:
    rest = draw(st.sampled_from(["largest_remainder", "partner", "organisation"]))
    return {
        "share_decimals": draw(st.none() | st.integers(0, 4)),
        "rate_decimals": draw(st.none() | st.integers(0, 4)),
        "rest": rest,
        "rest_partner": draw(st.sampled_from(_ids(count))) if rest == "partner" else None,
    }


@st.composite
def _keys(draw: st.DrawFn, count: int, name: str, kinds: tuple[str, ...] = _PROPORTIONAL + _PRICED) -> CostKey:
    kind = draw(st.sampled_from(kinds))
    more: dict[str, Any] = draw(_rounding(count))
    if kind != "equal":
        more["drivers"] = {"a": draw(_quantities(count))}
    if kind == "composite":
        weight = draw(st.integers(0, 100))
        more |= {
            "drivers": {**more["drivers"], "b": draw(_quantities(count))},
            "weights": {"a": weight, "b": 100 - weight},
        }
    if kind == "fixed-variable":
        more["fixed_percentage"] = draw(st.integers(0, 100))
    if kind in _PRICED:
        more["prices"] = {"a": draw(st.decimals(0, 500, places=3))}
    if kind == "cost-price":
        more["norm_hours"] = {"a": {2024: draw(st.integers(0, 40)), 2025: draw(st.integers(0, 40))}}
    more["transition_years"] = draw(st.integers(0, 5))
    more["index_prices"] = draw(st.booleans())
    return key(kind, name, **more)


@st.composite
def _sections(
    draw: st.DrawFn, amounts: st.SearchStrategy[Decimal] = _AMOUNTS
) -> tuple[KostenSection, tuple[Partner, ...]]:
    count = draw(st.integers(1, 6))
    names = draw(st.lists(st.sampled_from(["k1", "k2", "k3"]), min_size=1, max_size=3, unique=True))
    keys = [draw(_keys(count, name)) for name in names]
    if draw(st.booleans()):
        keys.append(key("combination", "mix", item_keys={"i0": names[0]}, rest_key=names[-1]))
    items = tuple(
        CostItem(
            id=f"i{n}",
            kind=draw(st.sampled_from(["structural", "ict"])),
            amounts={START + draw(st.integers(-1, 3)): draw(amounts), START: draw(amounts)},
            vat=draw(st.sampled_from(["none", "compensable", "cost"])),
            vat_percentage=draw(st.sampled_from([Decimal(9), Decimal(21)])),
            bcf_percentage=draw(st.decimals(0, 100, places=1)),
            wage_percentage=draw(st.none() | st.integers(0, 100).map(Decimal)),
        )
        for n in range(draw(st.integers(1, 3)))
    )
    index = {"wage": Decimal("2.8"), "material": draw(st.decimals(-3, 9, places=2)), "wage_weight": Decimal(50)}
    kosten = KostenSection.model_validate(
        {
            "start_year": START,
            "items": items,
            "keys": tuple(keys),
            "indices": {START + n: index for n in range(draw(st.integers(0, 5)))},
            "today": {p: draw(_AMOUNTS) for p in _ids(count)},
            "today_indexed": draw(st.booleans()),
        }
    )
    return kosten, tuple(Partner(id=p, name=p) for p in _ids(count))


@given(_sections(_ANY_AMOUNTS))
def test_the_parts_add_up_to_the_whole_to_the_cent_for_any_key(
    case: tuple[KostenSection, tuple[Partner, ...]],
) -> None:
    found = work_out(*case)
    assert all(whole(found))


@given(_sections())
def test_nobody_pays_less_than_zero_unless_an_item_is_negative(
    case: tuple[KostenSection, tuple[Partner, ...]],
) -> None:
    for one in work_out(*case).keys:
        for row in one.years:
            # A rounding difference that one partner must bear can, on purpose, be more than it pays.
            assert row.spread or row.rest or all(c.structural >= 0 for c in row.contributions)
            assert row.one_off_spread or row.one_off_rest or all(c.one_off >= 0 for c in row.contributions)


@given(st.data())
def test_doubling_all_drivers_of_a_proportional_key_changes_nothing(data: st.DataObject) -> None:
    kosten, partners = data.draw(_sections())
    count = len(partners)
    one = data.draw(_keys(count, "one", _PROPORTIONAL)).model_copy(update={"rate_decimals": None})
    twice = one.model_copy(
        update={"drivers": {name: {p: n * 2 for p, n in held.items()} for name, held in one.drivers.items()}}
    )
    first, second = (work_out(kosten.model_copy(update={"keys": (k,)}), partners).keys[0] for k in (one, twice))
    assert [row.contributions for row in first.years] == [row.contributions for row in second.years]


@given(st.integers(-(10**12), 10**12), st.lists(st.integers(0, 10**9), min_size=1, max_size=40))
def test_largest_remainder_gives_each_its_part_within_a_cent(whole_cents: int, weights: list[int]) -> None:
    shares = shares_of(weights)
    assume(shares is not None)
    assert isinstance(shares, Shares)
    done = apportion(whole_cents, shares)
    assert sum(done.parts) == whole_cents
    total = sum(weights)
    assert all(abs(part * total - whole_cents * w) < total for part, w in zip(done.parts, weights, strict=True))
    assert all(part == 0 for part, weight in zip(done.parts, weights, strict=True) if not weight)


@given(st.integers(0, 10**9), st.lists(st.integers(1, 10**6), min_size=2, max_size=10))
def test_who_has_more_never_pays_less(whole_cents: int, weights: list[int]) -> None:
    shares = shares_of(weights)
    assert shares is not None
    parts = apportion(whole_cents, shares).parts
    ordered = sorted(zip(weights, parts, strict=True))
    assert all(a[1] <= b[1] for a, b in pairwise(ordered) if a[0] < b[0])


@given(_ANY_AMOUNTS)
def test_cents_and_euros_are_each_others_way_back(amount: Decimal) -> None:
    assert euros(cents(amount)) == amount


@st.composite
def _limited(draw: st.DrawFn) -> tuple[KostenSection, tuple[Partner, ...]]:
    count = draw(st.integers(2, 6))
    ids = _ids(count)
    limits = st.dictionaries(st.sampled_from(ids), st.decimals(0, 60_000, places=2), max_size=count)
    absorb = draw(st.sampled_from(["proportional", "equal", "partner"]))
    one = key(
        "historic",
        "k",
        drivers={"a": draw(_quantities(count))},
        floors=draw(limits),
        ceilings=draw(limits),
        absorb=absorb,
        absorb_partner=draw(st.sampled_from(ids)) if absorb == "partner" else None,
    )
    item = CostItem(id="i", kind="structural", amounts={START: draw(st.decimals(0, 200_000, places=2))}, vat="none")
    return KostenSection(start_year=START, keys=(one,), items=(item,)), tuple(Partner(id=p, name=p) for p in ids)


@given(_limited())
def test_floors_and_ceilings_hold_and_the_total_stays_or_a_sentence_says_why_not(
    case: tuple[KostenSection, tuple[Partner, ...]],
) -> None:
    kosten, partners = case
    one, found = kosten.keys[0], work_out(kosten, partners)
    if found.keys[0].obstacles:
        assert_said(found.keys[0])
        return
    assert all(whole(found))
    for row in found.keys[0].years:
        for c in row.contributions:
            assert c.structural >= one.floors.get(c.partner, Decimal(0))
            assert c.partner not in one.ceilings or c.structural <= one.ceilings[c.partner]


@given(dossiers())
def test_any_dossier_gives_figures_or_sentences(dossier: Dossier) -> None:
    found = work_out(dossier.kosten, dossier.partners.active)
    assert len(found.keys) == len(dossier.kosten.keys)
    assert all(whole(found))
    for one in found.keys:
        assert bool(one.years) != bool(one.obstacles)
        assert_said(one)


def assert_said(found: KeyOutcome) -> None:
    """Every note has its sentence, which ends as one."""
    names = {f"p{n}": f"Partner {n}" for n in range(10)}
    for note in (*found.obstacles, *found.remarks):
        said = note_text(note, names)
        assert said
        assert said.rstrip().endswith((".", ":"))
