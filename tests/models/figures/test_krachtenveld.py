"""Grid and rings: everybody is in the twin, plates never overlap, attitude only when asked for."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.dossier.base import UNKNOWN
from models.dossier.explore import (
    Attitude,
    KrachtenveldSection,
    Participation,
    Placed,
    Relation,
    Stakeholder,
)
from models.figures import Circle, Line, network_figure, places, plates, stakeholder_grid_figure
from tests.models.figures.geometry import assert_inside, assert_short_sentences, words_of
from tests.strategies import texts

_SCORES = st.none() | st.just(UNKNOWN) | st.integers(1, 5)
_PLACES = st.none() | st.builds(Placed, x=st.integers(0, 1000), y=st.integers(0, 1000), degrees=st.integers(0, 359))


@st.composite
def stakeholders(draw: st.DrawFn) -> tuple[Stakeholder, ...]:
    count = draw(st.integers(0, 12) | st.sampled_from([40, 200]))
    few = draw(st.lists(st.tuples(texts(40), _SCORES, _SCORES), min_size=1, max_size=12))
    rings = draw(st.lists(st.none() | st.sampled_from(Participation), min_size=1, max_size=5))
    own = draw(st.lists(_PLACES, min_size=1, max_size=5))
    rows = []
    for number in range(count):
        name, influence, interest = few[number % len(few)]
        rows.append(
            Stakeholder(
                id=f"s{number}",
                name=name,
                influence=influence,
                interest=interest,
                attitude=list(Attitude)[number % 5],
                participation=rings[number % len(rings)],
                place=own[number % len(own)],
            )
        )
    return tuple(rows)


@given(stakeholders(), st.floats(200, 900), st.floats(200, 700), st.booleans())
def test_a_grid_holds_for_any_stakeholders(
    rows: tuple[Stakeholder, ...], width: float, height: float, internal: bool
) -> None:
    figure = stakeholder_grid_figure(rows, width, height, internal=internal, selected="s0")
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    assert len(figure.twin.rows) == len(rows)
    found = plates(rows, width, height)
    assert found == plates(rows, width, height)
    scored = {one.id for one in rows if isinstance(one.influence, int) and isinstance(one.interest, int)}
    assert set(found) == scored
    for one, other in combinations(set(found.values()), 2):
        beside = one.x + one.width <= other.x + 0.01 or other.x + other.width <= one.x + 0.01
        above = one.y + one.height <= other.y + 0.01 or other.y + other.height <= one.y + 0.01
        assert beside or above, (one, other)


def many(count: int) -> tuple[Stakeholder, ...]:
    return tuple(
        Stakeholder(id=f"s{n}", name=f"Belanghebbende {n}", influence=n % 5 + 1, interest=n // 5 % 5 + 1)
        for n in range(count)
    )


def test_a_full_cell_is_one_plate_and_its_names_are_in_the_twin() -> None:
    figure = stakeholder_grid_figure(many(200), 450, 320)
    assert words_of(figure).count("8 in deze cel") == 25
    assert {row[0] for row in figure.twin.rows} == {one.name for one in many(200)}


def test_attitude_shows_only_in_the_internal_copy() -> None:
    rows = (Stakeholder(id="a", name="Vakbond", influence=4, interest=4, attitude=Attitude.OPPOSED),)
    public, internal = (stakeholder_grid_figure(rows, internal=flag) for flag in (False, True))
    assert "tegen" not in " ".join((*public.twin.head, *public.twin.rows[0], *words_of(public), public.alt))
    assert internal.twin.rows[0][-1] == "tegen"
    assert "Houding is intern" in words_of(internal)
    other = stakeholder_grid_figure((rows[0].model_copy(update={"attitude": Attitude.SUPPORTING}),))
    assert other == public


def test_the_grid_says_who_to_involve() -> None:
    rows = (
        Stakeholder(id="a", name="Colleges", influence=5, interest=5),
        Stakeholder(id="b", name="Inwoners", influence=1, interest=1),
        Stakeholder(id="c", name="Provincie"),
    )
    alt = stakeholder_grid_figure(rows).alt
    assert alt == ("Nauw betrekken: 1, met Colleges vooraan. Volgen: 1, met Inwoners vooraan. Nog zonder plaats: 1.")


@given(stakeholders(), texts(60), st.floats(200, 900), st.floats(150, 700))
def test_a_network_holds_for_any_stakeholders(
    rows: tuple[Stakeholder, ...], goal: str, width: float, height: float
) -> None:
    section = KrachtenveldSection(stakeholders=rows)
    figure = network_figure(section, goal, width, height)
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    assert len(figure.twin.rows) == len(rows)
    assert list(places(section, width, height)) == [one.id for one in rows]
    assert sum(isinstance(shape, Circle) for shape in figure.shapes) == len(rows)


def test_tokens_of_one_ring_do_not_overlap() -> None:
    for count in (1, 8, 30, 60):
        rows = tuple(
            Stakeholder(id=f"s{n}", name=f"Partij {n}", participation=Participation.MEEDOEN) for n in range(count)
        )
        spots = places(KrachtenveldSection(stakeholders=rows), 450, 340).values()
        for one, other in combinations(spots, 2):
            apart = ((one.x - other.x) ** 2 + (one.y - other.y) ** 2) ** 0.5
            assert apart >= one.radius + other.radius


def test_relations_are_full_or_dashed_by_strength_and_in_the_twin() -> None:
    section = KrachtenveldSection(
        stakeholders=(Stakeholder(id="a", name="Raad"), Stakeholder(id="b", name="OR"), Stakeholder(id="c")),
        relations=(
            Relation(id="r1", source="a", target="b", strength=3),
            Relation(id="r2", source="b", target="c", strength=2),
            Relation(id="r3", source="a", target="c"),
            Relation(id="r4", source="a", target="a", strength=5),
        ),
    )
    figure = network_figure(section, "Eén team")
    lines = [shape for shape in figure.shapes if isinstance(shape, Line)]
    assert [bool(line.dash) for line in lines] == [False, True, True]
    assert figure.twin.rows[0][3] == "OR (3), Zonder naam (sterkte niet ingevuld)"
    assert "Sterke relaties: 1. Zwakke of onbekende relaties: 2." in figure.alt
    assert "Eén team" in words_of(figure)


def test_a_place_of_its_own_stays() -> None:
    rows = (Stakeholder(id="a", name="Raad", place=Placed(x=250, y=500)), Stakeholder(id="b", name="OR"))
    spots = places(KrachtenveldSection(stakeholders=rows), 400, 318)
    assert (spots["a"].x, spots["a"].y, spots["a"].own) == (100, 150, True)
    assert not spots["b"].own
