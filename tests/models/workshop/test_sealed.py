"""A round as text: it comes back, and no vote can be read in it."""

import base64
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.workshop import sealed as module
from models.workshop.records import Hands, Participant, Round, Vote
from models.workshop.sealed import SealError, sealed, unsealed
from tests.models.workshop.samples import FOURTEEN, SCORE, round_of
from tests.strategies import texts

_VOTES = st.dictionaries(
    st.from_regex(r"[a-z][a-z0-9]{0,8}", fullmatch=True),
    st.builds(Vote, value=st.none() | st.integers(0, 10), dots=st.dictionaries(st.just("o1"), st.integers(0, 10))),
    max_size=60,
)


@given(votes=_VOTES, title=texts(40), hands=st.lists(st.builds(Hands, count=st.integers(1, 500)), max_size=3))
def test_any_round_comes_back(votes: dict[str, Vote], title: str, hands: list[Hands]) -> None:
    made = Round(
        workshop="w1", subject=SCORE.model_copy(update={"title": title}), votes=votes, hands=tuple(hands), voters=()
    )
    assert unsealed(sealed(made)) == made
    assert sealed(made) == sealed(made)


def test_no_planted_word_can_be_read_in_it() -> None:
    subject = SCORE.model_copy(update={"title": "GEHEIM-TITEL"})
    text = sealed(round_of(FOURTEEN, subject))
    raw = base64.b85decode(text.removeprefix("1."))
    for hidden in ("GEHEIM", "zeggenschap", "d1", '"value"', "votes"):
        assert hidden not in text
        assert hidden.encode() not in raw
    for start in range(12):
        with pytest.raises(zlib.error):
            zlib.decompress(raw[start:])


@pytest.mark.parametrize("change", ["flip", "cut", "no mark", "not base85", "empty", "newer"])
def test_anything_else_is_refused(change: str) -> None:
    text = sealed(round_of(FOURTEEN))
    broken = {
        "flip": text[:20] + ("A" if text[20] != "A" else "B") + text[21:],
        "cut": text[:-9],
        "no mark": text[2:],
        "not base85": "1.\x00\x01",
        "empty": "",
        "newer": "2." + text[2:],
    }[change]
    with pytest.raises(SealError):
        unsealed(broken)


def test_a_bomb_is_refused() -> None:
    packed = zlib.compress(b"[" * 50_000_000)
    digest = module._digest(packed)
    with pytest.raises(SealError):
        unsealed("1." + base64.b85encode(digest + module._stirred(packed, digest)).decode())


def test_a_participant_is_present_and_unnamed_until_said() -> None:
    one = Participant(id="d1")
    assert one.present
    assert not one.named
