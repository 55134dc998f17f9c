"""Our reading of the Dutch patterns against pyphen's own."""

import re

import pyphen

from desktop.report.hyphenation import break_positions
from models.knowledge import Knowledge


def test_breaks_are_those_of_pyphen(knowledge: Knowledge) -> None:
    own = pyphen.Pyphen(lang="nl_NL", left=3, right=3)
    words = set(re.findall(r"[a-zëïéü]{6,}", str(knowledge.law).lower() + str(knowledge.forms).lower()))
    assert len(words) > 500
    for word in words:
        assert break_positions(word) == tuple(own.positions(word)), word


def test_short_and_odd_words_are_left_alone() -> None:
    assert break_positions("") == break_positions("kat") == ()
    assert break_positions("İ" * 20) == ()
