"""Where a point of the picture leads, and changes of the krachtenveld without a screen."""

from hypothesis import given
from hypothesis import strategies as st

from models.dossier import dossier_from_values
from models.dossier.base import UNKNOWN
from models.dossier.explore import Environment, KrachtenveldSection, Placed, Stakeholder
from models.figures.grid_plates import area_of, plates
from models.figures.network import place_at, places
from models.figures.stakeholder_grid import stakeholder_grid_figure
from models.knowledge import Knowledge
from tests.models.samples import minimal
from wizards.steps.krachtenveld_parts.changes import (
    cell_at,
    moved_cell,
    placed_at,
    stakeholder_from,
    turned,
    unplaced,
)

KEY = "s"
_SIZES = st.tuples(st.floats(100, 900), st.floats(100, 700))


@given(size=_SIZES, influence=st.integers(1, 5), interest=st.integers(1, 5))
def test_the_middle_of_a_cell_is_in_that_cell(size: tuple[float, float], influence: int, interest: int) -> None:
    area = area_of(*size)
    assert cell_at(area, area.x_of(interest), area.y_of(influence)) == (influence, interest)


@given(size=_SIZES, x=st.floats(-2000, 2000), y=st.floats(-2000, 2000))
def test_every_point_has_a_cell_and_a_place(size: tuple[float, float], x: float, y: float) -> None:
    assert all(1 <= score <= 5 for score in cell_at(area_of(*size), x, y))
    assert all(0 <= part <= 1000 for part in place_at(x, y, *size))


@given(x=st.integers(100, 900), y=st.integers(100, 900))
def test_a_place_is_where_it_was_put(x: int, y: int) -> None:
    section = KrachtenveldSection(stakeholders=(Stakeholder(id=KEY, place=Placed(x=x, y=y)),))
    spot = places(section, 400, 300)[KEY]
    assert place_at(spot.x, spot.y, 400, 300) == (x, y)


def test_moving_stays_inside_and_starts_in_the_middle() -> None:
    assert moved_cell(Stakeholder(id=KEY, influence=5, interest=1), 1, -1) == (5, 1)
    assert moved_cell(Stakeholder(id=KEY, influence=UNKNOWN), 1, -1) == (4, 2)


def test_placing_turning_and_putting_back() -> None:
    dossier = dossier_from_values(minimal(krachtenveld={"stakeholders": [{"id": KEY, "name": "Raad"}]}))
    assert turned(dossier, KEY, 15) == dossier
    placed = turned(placed_at(dossier, KEY, 1200, -5), KEY, -15)
    assert placed.krachtenveld.stakeholders[0].place == Placed(x=1000, y=0, degrees=345)
    moved = placed_at(placed, KEY, 10, 20)
    assert moved.krachtenveld.stakeholders[0].place == Placed(x=10, y=20, degrees=345)
    assert unplaced(moved, KEY) == dossier


def test_a_kind_brings_its_environment_only_where_the_source_says_so(knowledge: Knowledge) -> None:
    made = {kind.id: stakeholder_from(kind) for kind in knowledge.stakeholders.kinds}
    assert made["rijk"].environment is Environment.CONTEXTUAL
    assert made["raad"].environment is None
    assert all(one.name and one.influence is None for one in made.values())


def test_a_figure_takes_plates_that_were_found_before() -> None:
    people = tuple(Stakeholder(id=f"s{n}", name=f"N {n}", influence=1 + n % 5, interest=2) for n in range(8))
    assert stakeholder_grid_figure(people, placed=plates(people, 453.5, 330)) == stakeholder_grid_figure(people)
