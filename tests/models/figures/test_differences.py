"""Voordeel and nadeel as bars: filled to the right, hollow to the left, on one scale, and the same in words."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from models.figures import Line, Rect
from models.figures.differences import Difference, differences_alt, differences_figure, longest_of
from models.figures.figure import Figure
from models.figures.shapes import Role
from tests.models.figures.geometry import assert_inside, assert_short_sentences, words_of

LINDESTREEK = (
    Difference("L", "Lindervoort", Decimal(141_400)),
    Difference("W", "Waterambt", Decimal(21_900)),
    Difference("H", "Heidebroek", Decimal(-33_700)),
    Difference("Z", "Zandmeer", Decimal(-90_300)),
)
"""Equal parts, in screens-look kosten-licht.png."""


def bars(figure: Figure) -> list[Rect]:
    return [s for s in figure.shapes if isinstance(s, Rect)]


def axis(figure: Figure) -> float:
    (line,) = (s for s in figure.shapes if isinstance(s, Line))
    return line.x1


def length(bar: Rect) -> float:
    """With the pen of a hollow bar."""
    return bar.width + (bar.stroke_width if bar.stroke else 0)


def test_voordeel_is_filled_to_the_right_and_nadeel_hollow_to_the_left() -> None:
    figure = differences_figure("Gelijke delen", LINDESTREEK)
    middle = axis(figure)
    found = bars(figure)
    assert [(b.fill, b.stroke) for b in found] == [(Role.OK, None)] * 2 + [(Role.DANGER_WASH, Role.DANGER)] * 2
    assert all(b.x == middle for b in found[:2])
    assert all(abs(b.x + b.width + b.stroke_width / 2 - middle) < 1e-9 for b in found[2:])
    assert abs(length(found[3]) / length(found[0]) - 90_300 / 141_400) < 1e-9
    assert words_of(figure) == ["L", "W", "H", "Z"]


def test_one_scale_makes_the_bars_of_two_keys_comparable() -> None:
    small = tuple(Difference(d.letters, d.name, d.amount / 2) for d in LINDESTREEK if d.amount)
    most = longest_of(LINDESTREEK)
    wide, narrow = (differences_figure("Sleutel", rows, 130, most) for rows in (LINDESTREEK, small))
    for one, other in zip(bars(wide), bars(narrow), strict=True):
        assert abs(length(one) - 2 * length(other)) < 1e-9


def test_the_words_say_who_and_how_much() -> None:
    assert differences_alt("Gelijke delen", LINDESTREEK) == (
        "Gelijke delen. Voordeel voor Lindervoort en Waterambt. Het grootste voordeel is €\u00a0141.400,00, "
        "voor Lindervoort. Nadeel voor Heidebroek en Zandmeer. Het grootste nadeel is €\u00a090.300,00, voor Zandmeer."
    )
    unknown = (Difference("L", "Lindervoort", None), Difference("W", "Waterambt", Decimal(0)))
    assert differences_alt("Sleutel", unknown) == ("Sleutel. Evenveel als nu: Waterambt. Nog niet bekend: Lindervoort.")
    assert "nog niet bekend" in differences_alt("Sleutel", unknown[:1])
    assert "?" in words_of(differences_figure("Sleutel", unknown))
    many = tuple(Difference(str(n), f"Plaats {n}", Decimal(n + 1)) for n in range(40))
    assert "Plaats 0, Plaats 1, Plaats 2 en nog 37 partners" in differences_alt("Sleutel", many)
    assert_short_sentences(differences_alt("Sleutel", many))


def test_the_table_twin_says_the_same() -> None:
    twin = differences_figure("Gelijke delen", (*LINDESTREEK, Difference("N", "Nul", Decimal(0)))).twin
    assert twin.rows[0] == ("Lindervoort", "€\u00a0141.400,00 voordeel")
    assert twin.rows[3] == ("Zandmeer", "€\u00a090.300,00 nadeel")
    assert twin.rows[4] == ("Nul", "evenveel als nu")


amounts = st.none() | st.decimals(-(10**9), 10**9, places=2)


@given(st.lists(amounts, max_size=40), st.floats(1, 900), st.booleans())
def test_bars_stay_inside_at_any_width(held: list[Decimal | None], width: float, shared: bool) -> None:
    rows = tuple(Difference(f"P{n}", f"Partner {n}", amount) for n, amount in enumerate(held))
    longest = longest_of(rows) * 2 if shared else None
    figure = differences_figure("Sleutel", rows, width, longest)
    assert_inside(figure)
    middle = axis(figure)
    told = [amount for amount in held if amount]
    assert len(bars(figure)) == len(told)
    for bar, amount in zip(bars(figure), told, strict=True):
        assert (bar.x >= middle) is (amount > 0)
    assert [row[1] == "nog niet bekend" for row in figure.twin.rows] == [amount is None for amount in held]
