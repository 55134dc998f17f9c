"""Answers per partner on one axis: letters for a few, numbers for many, nothing on top of each other."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from models.dossier.base import UNKNOWN
from models.figures import Circle, Polygon, Text
from models.figures.partner_answers import MOST_LETTERS, StatementAnswers, letters_of, partner_answers_figure
from models.knowledge import load_knowledge
from tests.models.figures.geometry import assert_inside, assert_short_sentences, words_of

CRITERIA = [text for text in load_knowledge().criterion.values() if not text.derived]
NAMES = {"a": "Aalten", "b": "Borne", "c": "Cuijk"}


def one(joint, **partners):
    return StatementAnswers(CRITERIA[0], joint, partners)


def test_letters_are_for_a_few():
    assert dict(letters_of(NAMES)) == {"a": "A", "b": "B", "c": "C"}
    assert letters_of({str(n): "x" for n in range(MOST_LETTERS + 1)}) == {}


def test_partners_with_one_answer_stand_beside_each_other():
    figure = partner_answers_figure([one(3, a=3, b=3, c=3)], NAMES, 3)
    discs = [s for s in figure.shapes if isinstance(s, Circle)][len(NAMES) :]
    assert len(discs) == 3
    for left, right in combinations(discs, 2):
        assert abs(left.x - right.x) >= 2 * left.radius - 1
    assert sum(disc.x for disc in discs) / 3 == next(s.points[0][0] for s in figure.shapes if isinstance(s, Polygon))


def test_many_partners_are_numbers():
    names = {f"p{n}": f"Gemeente {n}" for n in range(40)}
    row = StatementAnswers(CRITERIA[0], 2, {f"p{n}": 2 if n < 25 else 5 for n in range(40)})
    figure = partner_answers_figure([row], names, 3)
    assert [t for t in words_of(figure) if t in ("25", "15")] == ["25", "15"]
    assert figure.twin.rows[0][2:] == ("–", "25", "–", "–", "15", "3")


def test_a_wide_difference_is_said_in_words_and_weight():
    figure = partner_answers_figure([one(3, a=1, b=4)], NAMES, 3)
    shown = next(s for s in figure.shapes if isinstance(s, Text) and s.text == "verschil 3")
    assert shown.weight.value == "semibold"
    assert figure.alt.startswith("Bij 1 van de 1 stellingen is het verschil 3 of meer.")


def test_what_is_not_answered_is_said():
    said = [one(None), one(3), one(UNKNOWN, a=2), one(2, a=2, b=2)]
    words = " ".join(words_of(partner_answers_figure(said, NAMES, 3)))
    for text in ("nog geen antwoord", "geen antwoord per", "één partner", "gelijk"):
        assert text in words
    assert "nog geen antwoorden" in partner_answers_figure([one(None)], NAMES, 3).alt


answers = st.integers(1, 5)


@given(st.integers(0, 12), st.data())
def test_every_figure_stays_inside_and_speaks(number, data):
    names = {f"p{n}": f"Een gemeente met een lange naam {n}" for n in range(number)}
    rows = [
        StatementAnswers(
            criterion,
            data.draw(st.one_of(st.none(), st.just(UNKNOWN), answers)),
            data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(names, answers))),
        )
        for criterion in CRITERIA
    ]
    figure = partner_answers_figure(rows, names, 3)
    assert_inside(figure)
    assert_short_sentences(figure.alt)
    assert len(figure.twin.rows) == len(CRITERIA)
