"""Votes as dots: one for each answer, the middle half, the median, and nothing of what may not be shown."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier.explore import Placed
from models.figures import Circle, Figure, Polygon, Rect, Text
from models.figures.dot_bars import dot_bars_figure
from models.figures.dot_rows import (
    DotRow,
    Multiple,
    dot_multiples_figure,
    dot_rows_figure,
    middle_words,
    point_words,
    spread_words,
)
from models.figures.stood import distance_words, stood_figure
from models.workshop.records import Snapshot
from models.workshop.statistics import spread_of
from tests.desktop.report.workshop_samples import MOMENT
from tests.models.figures.geometry import assert_inside, assert_short_sentences, words_of
from tests.models.workshop.samples import FOURTEEN

FIVE, ELEVEN = (1, 5), (0, 10)
ENDS = ("één mag leiden", "ieder evenveel")


def row(values: tuple[int, ...], label: str = "Ronde 1") -> DotRow:
    """As :func:`models.workshop.revealed.revealed` shows it."""
    spread = spread_of(values)
    few = spread is None or spread.n < 5
    median = None if spread is None or spread.n < 3 else spread.median
    return DotRow(label, len(values), median, None if few else spread)


def dots(figure: Figure) -> list[Circle]:
    return [shape for shape in figure.shapes if isinstance(shape, Circle)]


def numbers_of(figure: Figure) -> dict[str, float]:
    """Where each number under the line stands."""
    return {shape.text: shape.x for shape in figure.shapes if isinstance(shape, Text) and shape.text.isdigit()}


def test_each_answer_is_a_dot_above_its_number() -> None:
    figure = dot_rows_figure("Zeggenschap", [row(FOURTEEN)], FIVE, ENDS)
    assert len(dots(figure)) == 14
    places = numbers_of(figure)
    assert len([dot for dot in dots(figure) if abs(dot.x - places["1"]) < 1]) == 1
    near = [dot for dot in dots(figure) if abs(dot.x - places["2"]) < (places["2"] - places["1"]) / 2]
    assert len(near) == 3
    for word in ENDS:
        assert word in words_of(figure)


def test_the_wash_is_the_middle_half_and_the_house_stands_at_the_median() -> None:
    figure = dot_rows_figure("Zeggenschap", [row(FOURTEEN)], FIVE)
    numbers = numbers_of(figure)
    (wash,) = [shape for shape in figure.shapes if isinstance(shape, Rect)]
    (house,) = [shape for shape in figure.shapes if isinstance(shape, Polygon)]
    step = numbers["2"] - numbers["1"]
    assert numbers["2"] - step / 2 < wash.x < numbers["2"]
    assert numbers["4"] < wash.x + wash.width < numbers["4"] + step / 2
    assert house.points[0][0] == pytest.approx(numbers["4"])
    assert figure.alt == "Ronde 1: mediaan 4, middelste helft 2 tot 4."
    assert figure.twin.rows == (
        ("Ronde 1", "14", "4", "2 tot 4", "1 (1 keer), 2 (3 keer), 3 (2 keer), 4 (6 keer), 5 (2 keer)"),
    )


def test_a_median_between_two_answers_stands_between_them() -> None:
    figure = dot_rows_figure("Zeggenschap", [row((1, 1, 1, 2, 2, 2))], FIVE)
    assert "1,5" in words_of(figure)
    assert "mediaan 1,5" in figure.alt


@pytest.mark.parametrize(
    ("values", "said"),
    [((), "geen antwoorden"), ((5,), "1 antwoord: te weinig"), ((5, 4, 5, 5), "verdeling niet te zien")],
)
def test_few_answers_are_words_without_a_dot(values: tuple[int, ...], said: str) -> None:
    for figure in (
        dot_rows_figure("x", [row(values)], FIVE),
        dot_multiples_figure("x", [Multiple("Stelling", [row(values)])], FIVE),
    ):
        assert dots(figure) == []
        assert not [shape for shape in figure.shapes if isinstance(shape, Rect)]
        assert said in " ".join(words_of(figure))


rounds = st.lists(st.lists(st.integers(1, 5), max_size=60).map(tuple), min_size=1, max_size=3)


@given(st.lists(rounds, min_size=1, max_size=4))
def test_small_multiples_have_every_dot_and_stay_inside(given_: list[list[tuple[int, ...]]]) -> None:
    subjects = [
        Multiple(f"Stelling {n}", [row(values, f"Ronde {r}") for r, values in enumerate(held, 1)], ENDS, "niet eens")
        for n, held in enumerate(given_)
    ]
    figure = dot_multiples_figure("Alles", subjects, FIVE)
    assert len(dots(figure)) == sum(len(values) for held in given_ for values in held if len(values) >= 5)
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    assert len({dot.radius for dot in dots(figure)}) <= 1
    assert len(figure.twin.rows) == sum(map(len, given_))
    _apart(dots(figure))


@given(st.lists(st.lists(st.integers(0, 10), max_size=60).map(tuple), min_size=1, max_size=4))
def test_rows_on_a_long_scale_stay_inside(given_: list[tuple[int, ...]]) -> None:
    figure = dot_rows_figure("Belang", [row(values, f"Partner {n}") for n, values in enumerate(given_)], ELEVEN, ENDS)
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    _apart(dots(figure))


def _apart(found: list[Circle]) -> None:
    """No dot covers another."""
    places = {(round(dot.x, 3), round(dot.y, 3)) for dot in found}
    assert len(places) == len(found)
    by_height: dict[float, list[Circle]] = {}
    for dot in found:
        by_height.setdefault(round(dot.y, 3), []).append(dot)
    for level in by_height.values():
        level.sort(key=lambda dot: dot.x)
        for left, right in pairwise(level):
            assert right.x - left.x >= 2 * left.radius - 1e-6


def test_words_for_points() -> None:
    assert [point_words(Fraction(n, 2)) for n in (0, 1, 7, 20)] == ["0", "0,5", "3,5", "10"]
    assert middle_words(spread_of((4, 4, 4))) == "4"
    assert middle_words(None) == "–"
    assert spread_words(None) == "te weinig antwoorden"


# --- dots on a list


@given(st.lists(st.tuples(st.sampled_from(["Eén loket", "Vervanging bij ziekte " * 6, "x" * 80]), st.integers(0, 180))))
def test_bars_are_as_long_as_their_dots_and_stay_inside(rows: list[tuple[str, int]]) -> None:
    figure = dot_bars_figure("Stippen", rows)
    assert_inside(figure)
    bars = [shape for shape in figure.shapes if isinstance(shape, Rect)]
    counts = [count for _, count in rows if count]
    assert len(bars) == len(counts)
    for bar, count in zip(bars, counts, strict=True):
        assert bar.width * max(counts) == pytest.approx(bars[counts.index(max(counts))].width * count)
    assert figure.twin.rows == tuple((name, str(count)) for name, count in rows)


def test_the_most_dots_are_named() -> None:
    assert dot_bars_figure("x", [("Loket", 4), ("Geld", 0)]).alt == (
        "Loket krijgt 4 stippen, de meeste. Zonder stip: 1 van de 2 keuzes."
    )
    assert dot_bars_figure("x", [("A", 1), ("B", 1)]).alt == "A en B krijgen elk 1 stip, de meeste."
    assert dot_bars_figure("x", [("A", 0)]).alt == "Geen enkele keuze kreeg een stip."


# --- the netwerkopstelling


def snapshot(name: str, **places: tuple[int, int]) -> Snapshot:
    held = {key: Placed(x=x, y=y) for key, (x, y) in places.items()}
    names = {key: f"Naam {key}" for key in held}
    return Snapshot(id=name, name=name, taken=MOMENT, places=held, names=names, lines=(("a", "b"),))


def test_two_snapshots_say_who_moved() -> None:
    before, after = snapshot("Voor", a=(100, 500), b=(500, 400)), snapshot("Na", a=(420, 500), b=(950, 950))
    figure = stood_figure("Opstelling", (before, after), "de opgave")
    assert "In de tweede opstelling staat dichter bij het midden: Naam a." in figure.alt
    assert "In de tweede opstelling staat verder van het midden: Naam b." in figure.alt
    assert figure.twin.rows[0] == ("1", "Naam a", "aan de rand, lijn met 2", "dicht bij het midden, lijn met 2")
    assert len(dots(figure)) == 4
    assert_inside(figure)
    assert_short_sentences(figure.alt)


def test_who_came_or_left_is_said() -> None:
    before, after = snapshot("Voor", a=(100, 500)), snapshot("Na", b=(500, 500))
    assert (distance_words(before, "b"), distance_words(after, "b")) == ("stond er niet", "dicht bij het midden")
    figure = stood_figure("Opstelling", (before, after), "de opgave")
    assert [line[2:] for line in figure.twin.rows] == [
        ("aan de rand", "stond er niet"),
        ("stond er niet", "dicht bij het midden"),
    ]


@given(st.lists(st.tuples(st.integers(0, 1000), st.integers(0, 1000)), max_size=40))
def test_everybody_stands_inside_the_frame(places: list[tuple[int, int]]) -> None:
    held = snapshot("Nu", **{f"s{n}": place for n, place in enumerate(places)})
    figure = stood_figure("Opstelling", (held,), "Een heel lange opgave die nergens in past")
    assert_inside(figure)
    assert len(figure.twin.rows) == len(dots(figure)) == len(places)
