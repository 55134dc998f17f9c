"""Every figure on a QImage: something is drawn, in its colours, at any scale, and Qt has nothing to complain of."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from models.dossier.choose import FactorDirection, FactorEntry
from models.dossier.explore import Attitude, KrachtenveldSection, Participation, Relation, Stakeholder
from models.figures import (
    Anchor,
    Circle,
    Figure,
    Line,
    Polygon,
    Rect,
    Role,
    Text,
    Twin,
    Weight,
    criterion_figure,
    force_field_figure,
    form_glyph,
    network_figure,
    profile_figure,
    ranking_bars,
    ranking_figure,
    robustness_strip,
    stakeholder_grid_figure,
)
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, CriterionId
from tests.models.figures.test_ranking import ANSWERS, REASONS, advice_of, names_of
from wizards.look.look import FAMILY, load_fonts
from wizards.look.painting import paint_figure

WHITE = QColor("#FFFFFF")
COLOURS = {role: QColor.fromHsv(number * 13 % 360, 255, 160) for number, role in enumerate(Role)}


@pytest.fixture(autouse=True)
def fonts(qtbot: QtBot) -> None:
    load_fonts()


def painted(figure: Figure, scale: float = 1.0) -> QImage:
    image = QImage(int(figure.width * scale) + 4, int(figure.height * scale) + 4, QImage.Format.Format_RGB32)
    image.fill(WHITE)
    painter = QPainter(image)
    painter.scale(scale, scale)
    before = painter.font(), painter.pen(), painter.transform()
    paint_figure(painter, figure, COLOURS, FAMILY)
    assert (painter.font(), painter.pen(), painter.transform()) == before
    painter.end()
    return image


def inked(image: QImage) -> list[tuple[int, int]]:
    return [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) != WHITE]


def figures(knowledge: Knowledge) -> Iterator[Figure]:
    advice, names = advice_of(knowledge, dict(ANSWERS)), names_of(knowledge)
    answers = {CriterionId(key): value for key, value in ANSWERS.items()}
    rows = tuple(
        Stakeholder(id=f"s{n}", name="Raad", influence=4, interest=n + 1, attitude=a, participation=p)
        for n, (a, p) in enumerate(zip(Attitude, (*Participation, None), strict=True))
    )
    section = KrachtenveldSection(stakeholders=rows, relations=(Relation(id="r", source="s0", target="s1"),))
    factors = [FactorEntry(id=f"f{d}", direction=d, strength=3, influenceable=2) for d in FactorDirection]
    yield ranking_figure(advice, names, REASONS)
    yield ranking_bars(advice, names, REASONS)
    yield robustness_strip(advice, names)
    yield profile_figure(advice.form(CooperationForm.NETWERK), knowledge, answers)
    yield criterion_figure(CriterionId.OVERPLAATSING, knowledge, 4)
    yield stakeholder_grid_figure(rows, internal=True, selected="s1")
    yield network_figure(section, "Eén team")
    yield force_field_figure(factors, "Eén team", {})
    yield form_glyph(CooperationForm.SETA, 40)


@pytest.mark.parametrize("number", range(9))
def test_every_figure_draws(knowledge: Knowledge, number: int) -> None:
    figure = list(figures(knowledge))[number]
    assert len(inked(painted(figure))) > 50
    assert not painted(figure, 1.7).isNull()


def of(*shapes: Rect | Line | Polygon | Circle | Text) -> Figure:
    return Figure("", "", 100, 60, shapes, Twin((), ()))


def span(anchor: Anchor, *, turned: bool = False, scale: float = 1.0) -> tuple[int, int]:
    text = Text(50, 30, "HHH", 10, Weight.SEMIBOLD, Role.INK, anchor, turned)
    points = inked(painted(of(text), scale))
    along = [point[1 if turned else 0] for point in points]
    return min(along), max(along)


def test_text_stands_at_its_anchor_and_grows_with_the_painter() -> None:
    start, middle, end = (span(anchor) for anchor in (Anchor.START, Anchor.MIDDLE, Anchor.END))
    assert 49 <= start[0] <= 52 and 48 <= end[1] <= 51
    assert abs(sum(middle) / 2 - 50) <= 1
    wide = span(Anchor.START, scale=3)
    assert wide[1] - wide[0] == pytest.approx(3 * (start[1] - start[0]), abs=4)


def test_turned_text_runs_upwards() -> None:
    low, high = span(Anchor.START, turned=True)
    assert high <= 31 and low < 20


def test_hatch_and_dash_leave_paper_between() -> None:
    full = len(inked(painted(of(Rect(10, 10, 60, 30, fill=Role.INK)))))
    hatched = len(inked(painted(of(Rect(10, 10, 60, 30, hatch=Role.INK)))))
    assert 0.1 * full < hatched < full
    solid = len(inked(painted(of(Line(0, 20, 90, 20, Role.INK, 2)))))
    for dashed in (Line(0, 20, 90, 20, Role.INK, 2, dashed=True), Line(0, 20, 90, 20, Role.INK, 2, dash=(5, 3))):
        assert len(inked(painted(of(dashed)))) < solid


def test_a_role_gets_its_colour() -> None:
    image = painted(of(Polygon(((10, 10), (60, 10), (60, 50), (10, 50)), fill=Role.OK)))
    assert image.pixelColor(30, 30) == COLOURS[Role.OK].toRgb()
    assert painted(of(Text(10, 30, ""))).pixelColor(10, 25) == WHITE
