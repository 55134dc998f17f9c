"""What helps and hinders: both sides, only what may be shown, and never a verdict from totals."""

from hypothesis import given
from hypothesis import strategies as st

from models.dossier.base import UNKNOWN
from models.dossier.choose import FactorDirection, FactorEntry, FactorPhase
from models.figures import Polygon, force_field_figure
from tests.models.figures.geometry import assert_inside, assert_short_sentences, words_of
from tests.strategies import texts

HELPS, HINDERS = FactorDirection.PROMOTING, FactorDirection.BLOCKING
_SCORES = st.none() | st.just(UNKNOWN) | st.integers(1, 5)
_ENTRIES = st.lists(
    st.builds(
        FactorEntry,
        id=st.just("f"),
        text=texts(80),
        direction=st.sampled_from(FactorDirection),
        phase=st.none() | st.sampled_from(FactorPhase),
        strength=_SCORES,
        influenceable=_SCORES,
        internal=st.booleans(),
    ),
    max_size=20,
)


def entry(text: str, direction: FactorDirection, strength: int | None = 3, **more: object) -> FactorEntry:
    values = {"id": "f", "text": text, "direction": direction, "strength": strength, **more}
    return FactorEntry.model_validate(values)


@given(_ENTRIES, texts(80), st.floats(150, 800), st.none() | st.sampled_from(FactorPhase), st.booleans())
def test_a_force_field_holds_for_any_factors(
    entries: list[FactorEntry], goal: str, width: float, phase: FactorPhase | None, internal: bool
) -> None:
    figure = force_field_figure(entries, goal, {}, width, phase=phase, internal=internal)
    assert_inside(figure)
    assert_short_sentences(figure.alt, "".join(e.text for e in entries))
    shown = [e for e in entries if (internal or not e.internal) and (phase is None or e.phase is phase)]
    assert len(figure.twin.rows) == len(shown)


def test_the_strongest_are_drawn_and_the_rest_is_counted() -> None:
    entries = [entry(f"Factor {n}", HELPS if n % 2 else HINDERS, n % 5 + 1) for n in range(300)]
    figure = force_field_figure(entries, "Samen", {})
    arms = [shape for shape in figure.shapes if isinstance(shape, Polygon)]
    assert len(arms) == 24
    assert words_of(figure).count("en nog 138 in de tabel") == 2
    assert len(figure.twin.rows) == 300
    assert words_of(figure).count("5") == 24


def test_internal_factors_stay_inside() -> None:
    entries = [entry("Steun", HELPS), entry("Ruzie", HINDERS, 5, internal=True)]
    public = force_field_figure(entries, "Samen", {})
    assert "Ruzie" not in " ".join((public.alt, *words_of(public), *(" ".join(r) for r in public.twin.rows)))
    assert force_field_figure(entries, "Samen", {}, internal=True).twin.rows[0][0] == "Ruzie"


def test_a_factor_of_knowledge_takes_its_name_there() -> None:
    figure = force_field_figure([entry("", HELPS, factor="frictiekosten")], "", {"frictiekosten": "Frictiekosten"})
    assert figure.twin.rows[0][0] == "Frictiekosten"
    assert "Ons doel" in words_of(figure)


def test_the_words_name_the_strongest_and_give_no_verdict() -> None:
    entries = [entry("Steun", HELPS, 4), entry("Haast", HINDERS, 5), entry("Geld", HINDERS, None)]
    assert force_field_figure(entries, "Samen", {}).alt == (
        "Wat helpt: 1. Het sterkst: Steun. Kracht: 4 van 5. "
        "Wat hindert: 2. Het sterkst: Haast. Kracht: 5 van 5. Het aantal beslist niet."
    )
    assert force_field_figure([], "Samen", {}).alt == "Er is nog niets ingevuld dat helpt of hindert."


def test_a_name_of_a_few_words_stands_whole_in_the_words() -> None:
    entry = FactorEntry(id="f", text="Medewerkers zijn moe van veranderingen", direction=FactorDirection.BLOCKING)
    figure = force_field_figure((entry,), "Samen sterker", {}, 453.5)
    assert "Het sterkst: Medewerkers zijn moe van veranderingen." in figure.alt
    long = force_field_figure((entry.model_copy(update={"text": "een twee " * 9}),), "Samen sterker", {}, 453.5)
    assert "…" in long.alt and "…." not in long.alt
