"""Pages as a workshop has them, and arbitrary ones."""

from fractions import Fraction

from hypothesis import strategies as st

from models.workshop.pages import (
    Asked,
    Board,
    Columns,
    Counted,
    Distribution,
    Figurine,
    Listed,
    Page,
    Setup,
    Words,
)

PART = "Samenwerkingsvorm"
ASKED = Asked(
    PART,
    "Stelling 7 van 13",
    "Hoeveel zeggenschap wil uw gemeente?",
    "Denk aan besluiten over geld, mensen en werkwijze.",
    (1, 2, 3, 4, 5),
    (
        "Eén partner leidt. De rest neemt diensten af.",
        "Samen beslissen over de hoofdlijnen.",
        "Elke partner beslist over alles evenveel mee.",
    ),
    11,
    14,
    "11 van 14 stemmen zijn binnen. De uitslag blijft dicht tot iedereen klaar is.",
)
COUNTED = Counted(
    PART,
    "Stelling 7 van 13",
    "Hoeveel zeggenschap wil uw gemeente?",
    (1, 2, 3, 4, 5),
    ("één partner leidt", "alles evenveel"),
    Distribution({1: 1, 2: 3, 3: 2, 4: 6, 5: 2}, Fraction(4), Fraction(2), Fraction(4)),
    "14 stemmen",
    "U bent het nog niet eens",
    "Het midden is 4. De middelste helft ligt tussen 2 en 4. De afspraak: eens bij 1 punt verschil.",
    "Wat hebt u nodig om één punt op te schuiven?",
    "Ronde 1 van hooguit 3. Stemmen zijn anoniem.",
)
IMPORTANCE = COUNTED._replace(
    question="Hoe zwaar telt dit mee: zeggenschap en democratische legitimatie?",
    stops=tuple(range(11)),
    spread=Distribution({0: 1, 3: 4, 5: 20, 6: 15, 7: 10, 8: 6, 10: 4}, Fraction(11, 2), Fraction(5), Fraction(7)),
)
TOO_FEW = COUNTED._replace(spread=None, answers="4 stemmen", verdict="Te weinig stemmen", reason="Er zijn er vier.")
LISTED = Listed(
    PART,
    "Afspraken",
    "Wat spreken we af?",
    ("Anna vraagt de drie colleges om een standpunt.", "Bram rekent de kosten door.", "Cor bespreekt de planning."),
    note="Parkeerlijst: 3 punten.",
)
DOTS = Listed(
    PART,
    "Kansen",
    "Welke kansen tellen het meest?",
    ("Minder kwetsbaar bij ziekte", "Lagere kosten", "Meer kwaliteit van dienstverlening", "Aantrekkelijk werk"),
    (14, 9, 7, 0),
)
COLUMNS = Columns(
    PART,
    "Rangorde per gemeente",
    "Zo kijkt elke gemeente",
    ("Plaats", "Bergdorp", "Dalstad", "Heuvelrug", "Samen"),
    (
        ("1", "Centrumgemeente", "Netwerk", "Centrumgemeente", "Centrumgemeente"),
        ("2", "Netwerk", "Bedrijfsvoeringsorganisatie", "Netwerk", "Netwerk"),
        ("3", "Matrix", "Centrumgemeente", "Matrix", "Bedrijfsvoeringsorganisatie"),
    ),
)
WORDS = Words(
    PART, "", "Welkom", "Vandaag kiest u samen een vorm. U stemt eerst voor uzelf.", "Kan iedereen dit lezen?"
)
_BEFORE = Board(
    "Voor",
    (
        Figurine("a", "Gemeente Bergdorp", 0.1, 0.2, 120),
        Figurine("b", "Gemeente Dalstad", 0.8, 0.15, 200),
        Figurine("c", "Provincie", 0.9, 0.9),
        Figurine("d", "Opgave", 0.5, 0.5),
        Figurine("e", "Inwoners", 0.55, 0.55, 270),
    ),
    (("a", "d"), ("b", "d"), ("a", "c")),
)
ONE_BOARD = Setup("Krachtenveld", "Opstelling", "Wie staat waar?", (_BEFORE._replace(caption=""),), "Kijk rond.")
TWO_BOARDS = Setup("Krachtenveld", "Opstelling", "Voor en nu", (_BEFORE, _BEFORE._replace(caption="Nu")))
MANY = Setup(
    "Krachtenveld",
    "Opstelling",
    "Wie staat waar?",
    (Board("", tuple(Figurine(str(n), f"Partij {n}", n % 7 / 6, n % 5 / 4, n * 20) for n in range(60))),),
)
PAGES: tuple[Page, ...] = (
    *(ASKED, COUNTED, IMPORTANCE, TOO_FEW, LISTED, DOTS, COLUMNS, WORDS, ONE_BOARD, TWO_BOARDS, MANY),
)
"""One of each kind, and what is special."""


# --- arbitrary

_LETTERS = st.sampled_from("abdeghiklmnoprstuvwzABDGIMNSW ëéij-.,0123456789&<€")
_LONG = st.integers(30, 90).map(lambda length: "samenwerkingsverbanden"[: length % 22 + 1] * (length // 10))
short_texts = st.text(_LETTERS, max_size=24)
texts = st.one_of(short_texts, st.text(_LETTERS, max_size=200), _LONG, st.text(max_size=30))
stops = st.sampled_from(((1, 2, 3, 4, 5), tuple(range(11))))


@st.composite
def _spreads(draw: st.DrawFn, marked: tuple[int, ...]) -> Distribution:
    values = sorted(draw(st.lists(st.sampled_from(marked), min_size=5, max_size=60)))
    counts = {value: values.count(value) for value in values}
    middle, quarter = len(values) // 2, len(values) // 4
    median = Fraction(values[middle] + values[~middle], 2)
    return Distribution(counts, median, Fraction(values[quarter]), Fraction(values[~quarter]))


@st.composite
def asked_pages(draw: st.DrawFn) -> Asked:
    expected = draw(st.integers(0, 70))
    words = (draw(texts), draw(texts), draw(texts))
    done = draw(st.integers(0, expected))
    return Asked(
        draw(texts), draw(short_texts), draw(texts), draw(texts), draw(stops), words, done, expected, draw(texts)
    )


@st.composite
def counted_pages(draw: st.DrawFn) -> Counted:
    marked = draw(stops)
    spread = draw(st.none() | _spreads(marked))
    ends = (draw(texts), draw(texts))
    told = [draw(texts) for _ in range(5)]
    return Counted(draw(short_texts), draw(texts), draw(texts), marked, ends, spread, *told)


@st.composite
def listed_pages(draw: st.DrawFn) -> Listed:
    rows = tuple(draw(st.lists(texts, max_size=40)))
    marks = tuple(draw(st.integers(0, 60)) for _ in rows) if draw(st.booleans()) else ()
    return Listed(draw(short_texts), draw(texts), draw(texts), rows, marks, draw(texts))


@st.composite
def column_pages(draw: st.DrawFn) -> Columns:
    heads = tuple(draw(st.lists(texts, min_size=1, max_size=9)))
    row = st.tuples(*(texts for _ in heads))
    rows = tuple(draw(st.lists(row, max_size=12)))
    return Columns(draw(short_texts), draw(texts), draw(texts), heads, rows, draw(texts))


@st.composite
def setup_pages(draw: st.DrawFn) -> Setup:
    boards = []
    for _ in range(draw(st.integers(1, 2))):
        count = draw(st.integers(0, 60))
        share = st.floats(0, 1)
        one = st.tuples(short_texts, share, share, st.none() | st.integers(0, 359))
        people = draw(st.lists(one, min_size=count, max_size=count))
        figurines = tuple(Figurine(str(n), *values) for n, values in enumerate(people))
        keys = [f.key for f in figurines] or ["0"]
        pairs = draw(st.lists(st.tuples(st.sampled_from(keys), st.sampled_from(keys)), max_size=10))
        boards.append(Board(draw(texts), figurines, tuple(pairs)))
    return Setup(draw(short_texts), draw(texts), draw(texts), tuple(boards), draw(texts))


word_pages = st.builds(Words, texts, texts, texts, texts, texts)
pages = st.one_of(asked_pages(), counted_pages(), listed_pages(), column_pages(), setup_pages(), word_pages)
clocks = st.sampled_from(("", "0:05", "nog 12:00", "Tijd is om"))
