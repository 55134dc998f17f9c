"""The bars of leaving: taken over outlined over the exit sum solid, a table that says the same."""

import pytest

from models.agreements.leaving_takeover import Takeover
from models.figures import Rect, Role
from models.figures.leaving import leaving_figure
from models.knowledge import Knowledge
from tests.models.agreements.leaving_samples import dossier, leaving_of
from tests.models.figures.geometry import assert_inside, assert_short_sentences, words_of


def test_bars_are_as_long_as_their_amounts_and_differ_without_colour(knowledge: Knowledge) -> None:
    takeover = leaving_of(dossier(exit_method="tapering-100", exit_avoidable="50"), knowledge).takeover
    figure = leaving_figure(takeover, 900)
    bars = [shape for shape in figure.shapes if isinstance(shape, Rect)]
    outlined = [bar for bar in bars if bar.stroke is Role.ACCENT]
    solid = [bar for bar in bars if bar.fill is Role.ACCENT]
    assert len(outlined) == len(solid) == 5
    assert (outlined[0].width + 1.2) / solid[0].width == pytest.approx(1 / 2)
    assert solid[4].width / solid[0].width == pytest.approx(20 / 100)
    assert figure.twin.rows[0] == ("2028", "€\u00a0150.000,00", "€\u00a0300.000,00", "€\u00a0-150.000,00")
    assert figure.twin.rows[4][3] == "€\u00a090.000,00"
    assert_short_sentences(figure.alt)


def test_without_a_sum_there_is_no_solid_bar(knowledge: Knowledge) -> None:
    figure = leaving_figure(leaving_of(dossier(), knowledge).takeover)
    assert not any(isinstance(shape, Rect) and shape.fill is Role.ACCENT for shape in figure.shapes)
    assert {row[2] for row in figure.twin.rows} == {"–"}
    empty = leaving_figure(Takeover())
    assert empty.shapes == () and empty.alt


@pytest.mark.parametrize("width", [100, 220, 400, 900])
@pytest.mark.parametrize("cost", ["0.05", "900.00", "99999999999.99", "-500.00"])
def test_everything_stands_inside(knowledge: Knowledge, width: int, cost: str) -> None:
    figure = leaving_figure(leaving_of(dossier(cost=cost, exit_method="tapering-80"), knowledge).takeover, width)
    assert_inside(figure)
    assert any("overgenomen" in words for words in words_of(figure))
