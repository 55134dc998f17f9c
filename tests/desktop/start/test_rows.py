"""What a line of the list says."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from desktop.start.rows import EXAMPLES, Row, changed_in_words, matches, progress_in_words, said_aloud

NOW = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
ROW = Row("a", "Coördinatie Zorg", ("Lindervoort", "Waterambt"), NOW, "Kiezen", 5, 14)


@pytest.mark.parametrize(
    ("back", "words"),
    [(0, "Vandaag, "), (1, "Gisteren, "), (18, "3\u00a0november 2026"), (400, "17\u00a0oktober 2025")],
)
def test_when_it_changed(back: int, words: str) -> None:
    assert changed_in_words(NOW - timedelta(days=back), NOW).startswith(words)


def test_minutes_have_two_digits() -> None:
    moment = NOW.replace(minute=5)
    assert f".{moment.astimezone().minute:02} uur" in changed_in_words(moment, NOW)


@pytest.mark.parametrize("query", ["coordinatie", "ZORG linder", "water zorg", ""])
def test_found_whatever_case_and_accents(query: str) -> None:
    assert matches(ROW, query)


def test_each_word_must_stand_there() -> None:
    assert not matches(ROW, "zorg heidebroek")


def test_said_aloud_says_all_that_is_drawn() -> None:
    said = said_aloud(Row("a", "T", (), NOW, "Kiezen", 5, 14, archived=True, fictional=True), NOW)
    for part in ("T", "Fictief", "In het archief", "Nog geen partners", "Fase Kiezen", "vandaag", "5 van 14 afgerond"):
        assert part in said
    assert progress_in_words(ROW) == "5 van 14 afgerond"


def test_every_example_is_there() -> None:
    folder = Path(__file__).resolve().parents[3] / "resources" / "examples"
    assert {example.name for example in EXAMPLES} == {path.stem for path in folder.glob("*.json")}
