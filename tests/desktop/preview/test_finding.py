"""Searching as a reader does."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.preview.finding import Finder, Hit, readable
from models.folding import folded


def places(text: str, words: str) -> list[str]:
    finder = Finder(1, lambda _page: text)
    return [text[hit.start : hit.start + hit.count] for hit in finder.find(words)]


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("De coördinatie en de COORDINATIE", "coördinatie", ["coördinatie", "COORDINATIE"]),
        ("De coördinatie", "coordinatie", ["coördinatie"]),
        ("een samen\ufffewerking", "samenwerking", ["samen\ufffewerking"]),
        ("het shared service\r\ncentrum", "Service  centrum", ["service\r\ncentrum"]),
        ("Straße", "strasse", ["Straße"]),
        ("aaaa", "aa", ["aa", "aa"]),
        ("niets", "iets anders", []),
        ("niets", "   ", []),
        ("", "a", []),
    ],
)
def test_words_are_found_as_a_reader_sees_them(text: str, words: str, found: list[str]) -> None:
    assert places(text, words) == found


def test_hits_come_in_reading_order_over_pages_and_each_text_is_asked_once() -> None:
    asked: list[int] = []
    texts = ["een twee een", "niets", "Een"]

    def text_of(page: int) -> str:
        asked.append(page)
        return texts[page]

    finder = Finder(3, text_of)
    assert finder.find("een") == (Hit(0, 0, 3), Hit(0, 9, 3), Hit(2, 0, 3))
    assert finder.find("twee") == (Hit(0, 4, 4),)
    assert asked == [0, 1, 2]


@given(st.text(max_size=60), st.text(min_size=1, max_size=12), st.text(max_size=60))
def test_what_is_there_is_found_where_it_is(before: str, words: str, after: str) -> None:
    text = f"{before} {words} {after}"
    found = Finder(1, lambda _page: text).find(words)
    if not "".join(folded(sign) for sign in words if sign not in "\ufffe\x02\xad").split():
        return
    wanted = " ".join(folded(words.translate(dict.fromkeys((0xFFFE, 2, 0xAD)))).split())
    if set(words) & set("\ufffe\x02\xad"):
        return
    assert found
    for hit in found:
        there = " ".join(folded(text[hit.start : hit.start + hit.count]).split())
        assert wanted in there or there in wanted


def test_text_to_read_has_whole_words() -> None:
    assert readable("een samen\ufffewerking\r\nvan twee") == "een samenwerking\nvan twee"
