"""Colours: every pair that the screens use is readable, in every appearance (WCAG 1.4.3, 1.4.11; ux.md M20)."""

from pathlib import Path

import pytest

from wizards.look.look import FAMILY, Look
from wizards.look.tokens import GRAPHIC_PAIRS, TEXT_PAIRS, Appearance, contrast_ratio, palette_of, roles

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize("appearance", Appearance)
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_text_is_readable(appearance: Appearance, text: str, ground: str) -> None:
    palette = palette_of(appearance)
    assert contrast_ratio(palette.colour(text), palette.colour(ground)) >= 4.5


@pytest.mark.parametrize("appearance", Appearance)
@pytest.mark.parametrize(("mark", "ground"), GRAPHIC_PAIRS)
def test_marks_can_be_seen(appearance: Appearance, mark: str, ground: str) -> None:
    palette = palette_of(appearance)
    assert contrast_ratio(palette.colour(mark), palette.colour(ground)) >= 3


def test_contrast_of_black_on_white_is_the_largest_there_is() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_colours_are_those_of_the_design(shared: Path) -> None:
    """Each colour of each palette stands in the design's page, so nobody drifts from it by accident."""
    design = (shared / "look" / "screens-look.md").read_text(encoding="utf-8") + (
        shared / "look" / "prototype" / "tokens.py"
    ).read_text(encoding="utf-8")
    for appearance in (Appearance.LIGHT, Appearance.DARK, Appearance.CONTRAST):
        for role in roles():
            assert palette_of(appearance).colour(role) in design, (appearance, role)


def test_the_typeface_is_ours_and_the_body_text_is_never_small(look: Look) -> None:
    assert look.font().family() == FAMILY
    assert look.body_points >= 11
    assert Look(system_points=14).body_points == pytest.approx(16.8)


def test_zoom_doubles_the_text_and_tells(look: Look, qtbot: object) -> None:
    before, told = look.font().pointSizeF(), []
    look.changed.connect(lambda: told.append(look.zoom))
    look.wear(zoom=2.0)
    look.wear(zoom=2.0)
    assert look.font().pointSizeF() == pytest.approx(2 * before)
    assert told == [2.0]


def test_no_style_sheet_names_a_font() -> None:
    """A font in a style sheet overrides the program's, so that part of the text would not grow (ux.md section 3)."""
    for file in (*ROOT.glob("wizards/**/*.py"), *ROOT.glob("desktop/**/*.py")):
        for line in file.read_text(encoding="utf-8").splitlines():
            assert not ("font-size" in line or "font-family" in line), (file, line)
