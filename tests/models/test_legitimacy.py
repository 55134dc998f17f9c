"""Which legitimacy arrangements follow from the steering."""

from hypothesis import given
from hypothesis import strategies as st

from models.legitimacy import centres_of, suggested_arrangements
from models.vocabulary import SteeringKind as K

WEIGHTS = st.dictionaries(st.sampled_from(list(K)), st.integers(0, 10))


def suggested(knowledge, weights, main=None):
    return [(row.arrangement, row.kinds) for row in suggested_arrangements(weights, main, knowledge.steering.steering)]


def test_nothing_weighed_suggests_nothing(knowledge):
    assert suggested(knowledge, {}) == []
    assert suggested(knowledge, {K.PRESTEREND: 0}) == []


def test_one_centre_asks_for_its_own_arrangement(knowledge):
    found = suggested(knowledge, {K.PRESTEREND: 8, K.NETWERKEND: 3})
    assert found == [("doelen-in-begroting", (K.PRESTEREND,))]


def test_two_centres_ask_for_a_mix_as_well(knowledge):
    found = suggested(knowledge, {K.PRESTEREND: 8, K.NETWERKEND: 7})
    assert [key for key, _ in found] == ["doelen-in-begroting", "dialoog-vroeg-betrekken", "mix"]
    assert found[-1][1] == (K.PRESTEREND, K.NETWERKEND)


def test_two_kinds_with_the_same_arrangement_need_no_mix(knowledge):
    found = suggested(knowledge, {K.NETWERKEND: 5, K.RESPONSIEF: 5})
    assert found == [("dialoog-vroeg-betrekken", (K.NETWERKEND, K.RESPONSIEF))]


def test_the_main_kind_counts_even_when_it_weighs_nothing(knowledge):
    assert suggested(knowledge, {}, K.RECHTMATIG) == [("structuur-mandaten-regels", (K.RECHTMATIG,))]
    assert centres_of({K.PRESTEREND: 9}, K.RECHTMATIG) == (K.RECHTMATIG, K.PRESTEREND)


def test_four_fifths_is_near_enough():
    assert centres_of({K.PRESTEREND: 10, K.NETWERKEND: 8, K.RECHTMATIG: 7}) == (K.PRESTEREND, K.NETWERKEND)


@given(WEIGHTS, st.none() | st.sampled_from(list(K)))
def test_every_suggestion_exists_once_and_has_a_reason(knowledge, weights, main):
    found = suggested(knowledge, weights, main)
    keys = [key for key, _ in found]
    assert len(keys) == len(set(keys))
    assert set(keys) <= {item.id for item in knowledge.steering.legitimacy}
    assert all(kinds for _, kinds in found)
    assert bool(found) == bool(any(weights.values()) or main)
