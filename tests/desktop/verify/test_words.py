"""The words: plain, short, each outcome its own, and never more certain than what is known."""

import dataclasses
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.signing import errors
from desktop.verify.results import (
    Checked,
    FileKind,
    FileState,
    Later,
    SignatureCheck,
    Signatures,
    Verdict,
    Verification,
)
from desktop.verify.words import one_line, worded

_FILE = FileState(FileKind.PDF, 10, "ab" * 32, pages=1, filled=("a",), fields=("a", "b"))


def outcomes() -> list[Verification]:
    checks = [
        SignatureCheck("a", intact=intact, readable=readable, weak=weak, later=later, name="N")
        for intact in (True, False)
        for readable in (True, False)
        for weak in (True, False)
        for later in Later
    ]
    every = [
        Verification(verdict, _FILE, Signatures(state, (c,)))
        for verdict in Verdict
        for c in checks
        for state in Checked
    ]
    kinds = [Verification(Verdict.UNREADABLE, dataclasses.replace(_FILE, kind=kind)) for kind in FileKind]
    return every + kinds


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.:;?]) ", text) if part]


def test_every_sentence_is_short_and_calm() -> None:
    for found in outcomes():
        words = worded(found)
        for text in (words.headline, *words.lines):
            assert "!" not in text
            assert all(len(sentence.split()) <= 20 for sentence in sentences(text)), text
    for name in errors.__all__:
        reason = getattr(errors, name)().reason
        assert all(len(sentence.split()) <= 20 for sentence in sentences(reason)), reason


def test_every_verdict_has_its_own_headline() -> None:
    heads = {
        verdict: worded(Verification(verdict, _FILE)).headline
        for verdict in Verdict
        if verdict is not Verdict.UNREADABLE
    }
    assert len(set(heads.values())) == len(heads)
    kinds = {worded(Verification(Verdict.UNREADABLE, dataclasses.replace(_FILE, kind=k))).headline for k in FileKind}
    assert len(kinds) == len(FileKind) - 1  # a PDF that opens is never unreadable


def test_trust_is_never_claimed() -> None:
    check = SignatureCheck("a", intact=True, name="A. de Vries", later=Later.NOTHING, whole=True)
    words = worded(Verification(Verdict.SIGNATURES_HOLD, _FILE, Signatures(Checked.DONE, (check,))))
    assert "is niet gecontroleerd" in " ".join(words.lines)


@pytest.mark.parametrize("sign", ["\u202e", "\x00", "\n", "\u2066", "\t", "\u200b"])
def test_signs_that_cannot_be_seen_are_left_out(sign: str) -> None:
    assert one_line(f"Jan{sign}sen") == "Jan sen"


@given(st.text(max_size=2000))
def test_any_name_becomes_one_short_line(text: str) -> None:
    line = one_line(text)
    assert len(line) <= 121
    assert line == " ".join(line.split())
    assert line.isprintable() or not line.replace(" ", "").isprintable()
