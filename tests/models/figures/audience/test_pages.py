"""How each kind of page looks: what stands where, and what changes with room and size of type."""

from fractions import Fraction

import pytest

from models.figures.audience import Sheet, audience_figures
from models.figures.audience.sheet import broken, whole_words, wide
from models.figures.figure import Figure
from models.figures.shapes import Anchor, Circle, Line, Polygon, Rect, Role, Text, Weight
from models.workshop.pages import Board, Columns, Counted, Distribution, Figurine, Listed, Page, Setup, Words
from tests.models.figures.audience.pages import (
    ASKED,
    COLUMNS,
    COUNTED,
    DOTS,
    IMPORTANCE,
    LISTED,
    MANY,
    ONE_BOARD,
    TOO_FEW,
    TWO_BOARDS,
    WORDS,
)

WIDE, NARROW = Sheet(16 / 9), Sheet(4 / 3)


def only(page: Page, sheet: Sheet = WIDE, timer: str = "") -> Figure:
    (figure,) = audience_figures(page, sheet, timer)
    return figure


def text_of(figure: Figure, part: str) -> Text:
    texts = [shape for shape in figure.shapes if isinstance(shape, Text)]
    return next((text for text in texts if text.text == part), None) or next(t for t in texts if part in t.text)


def words_of(figure: Figure) -> list[str]:
    return [shape.text for shape in figure.shapes if isinstance(shape, Text)]


def circles_of(figure: Figure, fill: Role, least: float = 8.0) -> list[Circle]:
    return [s for s in figure.shapes if isinstance(s, Circle) and s.fill is fill and s.radius > least]


def rect_of(figure: Figure, fill: Role) -> Rect:
    return [shape for shape in figure.shapes if isinstance(shape, Rect) and shape.fill is fill][-1]


# --- the bands


def test_the_band_above_says_part_and_place() -> None:
    figure = only(ASKED)
    band = figure.shapes[0]
    assert isinstance(band, Rect) and (band.fill, band.height, band.width) == (Role.DEEP, 92, figure.width)
    assert text_of(figure, "Samenwerkingsvorm").weight is Weight.SEMIBOLD
    place = text_of(figure, "Stelling 7 van 13")
    assert place.x == pytest.approx(figure.width - WIDE.margin)
    dots = [s for s in figure.shapes if isinstance(s, Circle) and s.fill is Role.ON_POINTER]
    assert len(dots) == 3 and len({dot.y for dot in dots}) == 1


def test_a_dot_for_each_who_votes_is_filled_for_who_is_in() -> None:
    figure = only(ASKED)
    assert len(circles_of(figure, Role.ACCENT)) == 11
    assert len([c for c in circles_of(figure, Role.PAPER) if c.radius < 30]) == 3
    crowd = only(ASKED._replace(done=59, expected=60), NARROW, "nog 1:00")
    assert len(circles_of(crowd, Role.ACCENT)) == 59
    assert len({dot.y for dot in circles_of(crowd, Role.ACCENT)}) == 2


def test_a_note_alone_is_plain_text_and_with_a_clock_a_band() -> None:
    plain, clocked = only(COUNTED), only(COUNTED, WIDE, "nog 0:45")
    assert not [s for s in plain.shapes if isinstance(s, Rect) and s.fill is Role.BAND]
    assert text_of(plain, "Ronde 1").fill is Role.GREY
    assert rect_of(clocked, Role.BAND).width == clocked.width
    assert text_of(clocked, "nog 0:45").fill is Role.ON_POINTER


def test_nothing_jumps_from_second_to_second() -> None:
    assert only(COUNTED, WIDE, "9:59").shapes[1:] != only(COUNTED, WIDE, "").shapes[1:]
    before, after = only(COUNTED, WIDE, "10:00"), only(COUNTED, WIDE, "9:59")
    changed = [(a, b) for a, b in zip(before.shapes, after.shapes, strict=True) if a != b]
    assert [b.text for _, b in changed if isinstance(b, Text)] == ["9:59"] and len(changed) == 1


# --- a question


def test_a_question_has_all_its_stops_and_words() -> None:
    figure = only(ASKED)
    assert len([c for c in circles_of(figure, Role.PAPER) if c.radius > 60]) == 5
    assert text_of(figure, "Hoeveel zeggenschap").size == 84
    assert text_of(figure, "Samen beslissen").size == 41


def test_long_words_at_a_scale_come_as_lines() -> None:
    page = ASKED._replace(words=("Samenwerkingsverbanden", "", "Alles"))
    sheets = audience_figures(page, Sheet(1.25, 2.0))
    said = [text for figure in sheets for text in words_of(figure)]
    assert "5: Alles" in said and any(text.startswith("1: Samenwerkings") for text in said)


@pytest.mark.parametrize("aspect", (4 / 3, 16 / 9))
def test_a_question_in_large_type_stands_with_its_stops(aspect: float) -> None:
    sheets = audience_figures(ASKED, Sheet(aspect, 2.0), "nog 4:12")
    first = words_of(sheets[0])
    assert len(sheets) > 1 and ASKED.question in first
    assert [text for text in first if text.isdigit()] == ["1", "2", "3", "4", "5"]
    meant = " ".join(text for figure in sheets[1:] for text in words_of(figure))
    assert all(word in meant for words in ASKED.words for word in words.split())
    alone = audience_figures(ASKED._replace(words=("", "", ""), question=f"{ASKED.question} " * 4), Sheet(aspect, 2.0))
    assert sum("5" in words_of(figure) for figure in alone) == 1


# --- an outcome


@pytest.mark.parametrize("aspect", (1.6, 16 / 9))
@pytest.mark.parametrize("clock", ("", "nog 0:45"))
def test_an_outcome_is_on_one_sheet_beside_its_words(aspect: float, clock: str) -> None:
    sheet = Sheet(aspect)
    figure = only(COUNTED, sheet, clock)
    divider = next(s for s in figure.shapes if isinstance(s, Line) and s.stroke is Role.RULE)
    assert (divider.x1 - sheet.margin) / sheet.room == pytest.approx(0.68, abs=0.03)
    assert all(dot.x < divider.x1 for dot in circles_of(figure, Role.ACCENT))
    assert all(text_of(figure, part).x > divider.x1 for part in ("14 stemmen", "U bent", "Het midden", "Praat"))
    assert text_of(figure, "U bent").size >= text_of(figure, "Het midden").size


def test_a_narrow_screen_has_the_words_on_the_next_sheet() -> None:
    first, second = audience_figures(COUNTED, NARROW)
    assert circles_of(first, Role.ACCENT) and "Praat hierover" not in words_of(first)
    assert text_of(second, "U bent het nog niet eens").weight is Weight.SEMIBOLD
    panel, talk = rect_of(second, Role.DEEP), text_of(second, "Wat hebt u nodig")
    assert panel.y < talk.y < panel.y + panel.height and talk.fill is Role.ON_DEEP
    assert text_of(second, "Praat hierover").fill is Role.POINTER


def test_there_is_a_dot_for_each_answer_above_its_stop() -> None:
    figure = only(COUNTED)
    dots = circles_of(figure, Role.ACCENT)
    stops = {int(t): text_of(figure, t).x for t in "12345" if t in words_of(figure)}
    assert len(dots) == 14
    for stop, count in {1: 1, 2: 3, 3: 2, 4: 6, 5: 2}.items():
        assert len([dot for dot in dots if abs(dot.x - stops[stop]) < 1]) == count


def test_the_middle_half_lies_on_the_wash_and_says_so() -> None:
    figure = only(COUNTED)
    wash, words = rect_of(figure, Role.WASH), text_of(figure, "middelste helft")
    two, four, five = (text_of(figure, stop).x for stop in ("2", "4", "5"))
    assert wash.x < two < four < wash.x + wash.width < five
    assert wash.x < words.x and wash.y < words.y < min(dot.y - dot.radius for dot in circles_of(figure, Role.ACCENT))


def test_where_all_agree_the_words_stand_above_the_small_wash() -> None:
    spread = Distribution({4: 9}, Fraction(4), Fraction(4), Fraction(4))
    figure = only(COUNTED._replace(spread=spread))
    wash, words = rect_of(figure, Role.WASH), text_of(figure, "middelste helft")
    assert words.y < wash.y and abs(words.x - wash.x - wash.width / 2) < 1


def test_the_pointer_stands_at_the_median_and_covers_no_number_that_is_not_it() -> None:
    figure = only(IMPORTANCE)
    pointer = [s for s in figure.shapes if isinstance(s, Polygon)][-1]
    left, right = min(x for x, _ in pointer.points), max(x for x, _ in pointer.points)
    five, six = text_of(figure, "5").x, text_of(figure, "6").x
    assert five < left < right < six and (left + right) / 2 == pytest.approx((five + six) / 2)


def test_sixty_answers_stand_in_columns_that_can_be_seen() -> None:
    dots = circles_of(only(IMPORTANCE), Role.ACCENT)
    assert len(dots) == 60 and min(dot.radius for dot in dots) > 8
    for one in dots:
        assert not [o for o in dots if o is not one and (o.x - one.x) ** 2 + (o.y - one.y) ** 2 < (2 * o.radius) ** 2]


def test_an_answer_between_the_stops_stands_between_them() -> None:
    spread = Distribution({0: 2, 25: 1, 100: 3}, Fraction(50), Fraction(0), Fraction(100))
    figure = only(COUNTED._replace(stops=(0, 50, 100), spread=spread))
    nought, fifty = text_of(figure, "0").x, text_of(figure, "50").x
    assert [dot for dot in circles_of(figure, Role.ACCENT) if abs(dot.x - (nought + fifty) / 2) < 1]


def test_too_few_answers_show_no_dot_at_all() -> None:
    figure = only(TOO_FEW)
    assert not circles_of(figure, Role.ACCENT) and not circles_of(figure, Role.PAPER)
    assert text_of(figure, "Te weinig stemmen").weight is Weight.SEMIBOLD
    assert rect_of(figure, Role.DEEP).y > text_of(figure, "Te weinig").y


def test_the_text_alternative_tells_the_dots() -> None:
    assert "Antwoorden: 1: 1 keer, 2: 3 keer, 3: 2 keer, 4: 6 keer, 5: 2 keer." in only(COUNTED).alt
    assert "Antwoorden:" not in only(TOO_FEW).alt


def test_words_alone_are_larger_where_there_is_room() -> None:
    assert text_of(only(TOO_FEW), "Te weinig").size > text_of(only(COUNTED), "U bent").size


# --- lists, tables and words


def test_bars_are_as_long_as_their_marks() -> None:
    figure = only(DOTS)
    bars = [s.width for s in figure.shapes if isinstance(s, Rect) and s.fill is Role.ACCENT]
    assert len(bars) == 3 and bars[1] / bars[0] == pytest.approx(9 / 14) and bars[2] / bars[0] == pytest.approx(0.5)


def test_without_any_mark_there_is_no_bar() -> None:
    figure = only(DOTS._replace(marks=(0, 0, 0, 0)))
    assert not [s for s in figure.shapes if isinstance(s, Rect) and s.fill is Role.ACCENT]
    assert words_of(figure).count("0") == 4


def test_a_word_that_is_too_long_beside_a_bar_stands_above_it() -> None:
    page = DOTS._replace(rows=("Samenwerkingsovereenkomstenregister", *DOTS.rows[1:]))
    sheet = Sheet(1.25, 2.0)
    said = [text for figure in audience_figures(page, sheet) for text in words_of(figure)]
    assert "Samenwerkingsovereenkomstenregister"[:20] in "".join(said)


def test_a_row_is_whole_on_one_sheet() -> None:
    page = Listed("Deel", "", "Punten", tuple(f"Punt {n}: " + "een heel verhaal " * 12 for n in range(12)))
    figures = audience_figures(page, WIDE)
    assert len(figures) > 1
    assert all(words_of(figure)[1 if n else 2].startswith("Punt") for n, figure in enumerate(figures))


def test_a_short_list_is_larger_than_a_long_one() -> None:
    many = LISTED._replace(rows=LISTED.rows * 5)
    assert text_of(only(LISTED), "Bram").size > text_of(audience_figures(many, WIDE)[0], "Bram").size


@pytest.mark.parametrize("sheet", (WIDE, NARROW, Sheet(1.25, 2.0), Sheet(2.4, 1.5)))
def test_no_word_of_a_table_is_broken(sheet: Sheet) -> None:
    words = {word for row in (COLUMNS.heads, *COLUMNS.rows) for cell in row for word in cell.split()}
    drawn = {word for figure in audience_figures(COLUMNS, sheet) for text in words_of(figure) for word in text.split()}
    assert words <= drawn


def test_columns_that_do_not_fit_come_with_the_first_one_on_the_next_sheet() -> None:
    figures = audience_figures(COLUMNS, Sheet(1.25, 2.0))
    assert len(figures) > 1 and all("Plaats" in words_of(figure) for figure in figures)


def test_columns_do_not_run_into_each_other() -> None:
    figure = only(COLUMNS)
    netwerk, heads = [s for s in figure.shapes if isinstance(s, Text) and s.text == "Netwerk"], COLUMNS.heads
    lefts = [text_of(figure, head).x for head in heads]
    assert lefts == sorted(lefts) and {text.x for text in netwerk} <= set(lefts)


def test_heads_that_are_too_long_for_a_table_come_as_lines() -> None:
    page = Columns("Deel", "", "Tabel", ("Wie", "Een kop die maar niet ophoudt " * 30), (("Anna", "ja"),))
    said = [text for figure in audience_figures(page, WIDE) for text in words_of(figure)]
    assert "Wie: Anna" in said and any(text.endswith(": ja") for text in said)


def test_an_empty_table_or_list_is_a_page_all_the_same() -> None:
    assert "Zo kijkt elke gemeente" in words_of(only(COLUMNS._replace(heads=(), rows=())))
    assert "Bergdorp" in words_of(only(COLUMNS._replace(rows=())))
    assert words_of(only(Listed("Deel", "", "", ()))) == ["Deel"]
    assert words_of(only(Columns("Deel", "", "", (), ()))) == ["Deel"]
    assert words_of(only(Setup("Deel", "", "", ()))) == ["Deel"]


def test_words_are_as_large_as_they_fit() -> None:
    assert text_of(only(WORDS), "Welkom").size == 92
    long = audience_figures(Words("Deel", "", "Lees dit", "Een lang verhaal dat niemand leest. " * 60), WIDE)
    assert len(long) > 1


# --- a netwerkopstelling


def noses(figure: Figure) -> int:
    return len([s for s in figure.shapes if isinstance(s, Polygon) and s.fill is Role.ACCENT])


def test_figurines_stand_with_their_names_and_look_somewhere() -> None:
    figure = only(ONE_BOARD)
    assert len(circles_of(figure, Role.ACCENT)) == 5 and noses(figure) == 3
    assert "Gemeente Bergdorp" in words_of(figure)
    lines = [s for s in figure.shapes if isinstance(s, Line) and s.stroke is Role.EDGE]
    centres = {(round(c.x), round(c.y)) for c in circles_of(figure, Role.ACCENT)}
    assert len(lines) == 3
    assert all({(round(s.x1), round(s.y1)), (round(s.x2), round(s.y2))} <= centres for s in lines)
    assert "Verbonden zijn Gemeente Bergdorp en Opgave" in figure.alt


@pytest.mark.parametrize("degrees, right, down", ((0, 0, -1), (90, 1, 0), (180, 0, 1), (270, -1, 0)))
def test_a_nose_turns_clockwise_from_up(degrees: int, right: int, down: int) -> None:
    board = Board("", (Figurine("a", "Anna", 0.5, 0.5, degrees),))
    figure = only(Setup("Deel", "", "", (board,)))
    (nose,) = [s for s in figure.shapes if isinstance(s, Polygon) and s.fill is Role.ACCENT]
    (circle,) = circles_of(figure, Role.ACCENT)
    tip = nose.points[0]
    reach = circle.radius * 1.6
    assert (tip[0] - circle.x) == pytest.approx(right * reach, abs=1e-6)
    assert (tip[1] - circle.y) == pytest.approx(down * reach, abs=1e-6)


def test_two_boards_stand_beside_each_other() -> None:
    figure = only(TWO_BOARDS)
    before, now = text_of(figure, "Voor"), text_of(figure, "Nu")
    assert text_of(figure, "Nu").y == [s for s in figure.shapes if isinstance(s, Text) and s.text == "Voor"][-1].y
    assert now.x > figure.width / 2 > before.x
    assert len(circles_of(figure, Role.ACCENT)) == 10


def test_with_large_type_each_board_has_a_sheet() -> None:
    figures = audience_figures(TWO_BOARDS, Sheet(1.25, 2.0))
    said = [words_of(figure) for figure in figures]
    assert not any("Voor" in words and "Nu" in words for words in said)


def test_too_many_names_come_as_numbers_and_a_list() -> None:
    board, *rest = audience_figures(MANY, WIDE)
    assert {str(n) for n in range(1, 61)} <= set(words_of(board))
    assert "1 Partij 0" in [text for figure in rest for text in words_of(figure)]
    assert "60 Partij 59" in [text for figure in rest for text in words_of(figure)]


def test_who_stands_on_one_place_is_seen_beside_each_other() -> None:
    board = Board("", tuple(Figurine(str(n), f"P{n}", 0.5, 0.5) for n in range(8)))
    circles = circles_of(only(Setup("Deel", "", "", (board,))), Role.PAPER)
    assert len(circles) == 8
    for one in circles:
        assert not [
            c for c in circles if c is not one and (c.x - one.x) ** 2 + (c.y - one.y) ** 2 < (2 * c.radius) ** 2
        ]


def test_both_boards_have_the_same_numbers() -> None:
    people = tuple(Figurine(str(n), f"Een partij met een lange naam {n}", n % 5 / 4, n % 4 / 3) for n in range(20))
    page = Setup("Deel", "", "", (Board("Voor", people), Board("Nu", people[::-1])))
    figures = audience_figures(page, WIDE)
    assert words_of(figures[0]).count("7") == 2
    assert len([text for figure in figures for text in words_of(figure) if text.endswith("naam 6")]) == 1


def test_a_long_caption_does_not_run_into_the_list_of_names() -> None:
    people = tuple(Figurine(str(n), f"P{n}", 0.5, 0.5) for n in range(8))
    page = Setup("Deel", "", "", (Board("Een heel lang opschrift boven het bord " * 2 + "en nog wat verder", people),))
    for figure in audience_figures(page, WIDE):
        texts = [shape for shape in figure.shapes if isinstance(shape, Text)]
        captions = [text for text in texts if text.text.startswith("Een heel")]
        beside = [text for text in texts if text.anchor is Anchor.START and text.text == "1 P0"]
        for caption in captions:
            assert all(caption.x + wide(caption.text, caption.size) < one.x for one in beside)
    assert any("Een heel lang opschrift" in figure.alt for figure in audience_figures(page, WIDE))


def test_numbers_of_three_digits_have_room_too() -> None:
    people = tuple(Figurine(str(n), f"Partij {n}", n % 12 / 11, n % 10 / 9) for n in range(60))
    others = tuple(one._replace(key=f"b{n}", name=f"Ander {n}") for n, one in enumerate(people))
    figures = audience_figures(Setup("Deel", "", "", (Board("Voor", people), Board("Nu", others))), WIDE)
    numbers = [s for s in figures[0].shapes if isinstance(s, Text) and s.text.isdigit() and len(s.text) == 3]
    assert len(numbers) == 21
    for one in numbers:
        assert not [o for o in numbers if o is not one and abs(o.x - one.x) < 50 and abs(o.y - one.y) < 20]


# --- lines


def test_a_word_is_broken_only_where_it_is_wider_than_the_room() -> None:
    assert broken("een twee", 10, 1000) == ("een twee",)
    assert "".join(broken("samenwerkingsverband", 10, 30)) == "samenwerkingsverband"
    assert whole_words("een twee", 10, 40) and not whole_words("samenwerkingsverband", 10, 30)
    assert broken("eerste\ntweede", 10, 1000) == ("eerste", "tweede")


def test_an_outcome_of_another_kind_of_page_is_another_page() -> None:
    assert isinstance(COUNTED, Counted) and only(COUNTED) != only(COUNTED._replace(verdict="U bent het eens"))
