"""Whether the farthest seat can read, and codes on paper."""

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.workshop.codes import ALPHABET, is_code, new_codes, normal
from models.workshop.room import legible


@pytest.mark.parametrize(
    ("distance", "height", "share"),
    [("6", "1", "3.42"), ("4", "1", "3.4"), ("8", "1", "4.56"), ("9", "1.5", "3.42"), ("2", "1", "3.4")],
)
def test_six_heights_away_asks_3_4_percent(distance: str, height: str, share: str) -> None:
    """ux.md section 4: 0.57 percent per height; 37 pixels of 1080 at six heights."""
    found = legible(Decimal(distance), Decimal(height))
    assert abs(found.share - Decimal(share)) < Decimal("0.04")
    assert found.share >= found.heights * Decimal("0.57")
    assert not found.too_far


def test_too_far_is_told() -> None:
    found = legible(Decimal(20), Decimal(1))
    assert found.too_far
    assert found.scale == 2


@pytest.mark.parametrize(("distance", "height"), [("0", "1"), ("5", "0"), ("-1", "2")])
def test_no_distance_is_refused(distance: str, height: str) -> None:
    with pytest.raises(ValueError, match="zero"):
        legible(Decimal(distance), Decimal(height))


def test_codes_differ_and_are_valid_however_they_are_typed() -> None:
    codes = new_codes(60, (), Random(1))
    assert len(set(codes)) == 60
    assert all(is_code(normal(f" {code[:2].lower()}-{code[2:]} ")) for code in codes)
    assert not set(new_codes(60, codes, Random(1))) & set(codes)
    with pytest.raises(ValueError, match="many"):
        new_codes(9000, (), Random(1))


@given(st.integers(0, 10_000), st.integers(0, 3), st.sampled_from(ALPHABET))
def test_one_wrong_letter_always_shows(seed: int, place: int, letter: str) -> None:
    (code,) = new_codes(1, (), Random(seed))
    wrong = code[:place] + letter + code[place + 1 :]
    assert is_code(wrong) == (wrong == code)


@given(st.integers(0, 10_000), st.integers(0, 2))
def test_two_neighbours_that_changed_places_always_show(seed: int, place: int) -> None:
    (code,) = new_codes(1, (), Random(seed))
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    assert is_code(wrong) == (wrong == code)


@pytest.mark.parametrize("typed", ["", "ABC", "ABCDE", "A1BC", "ÀBCD"])
def test_what_is_no_code(typed: str) -> None:
    assert not is_code(typed)
