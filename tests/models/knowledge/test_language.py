"""The texts are plain Dutch of our own: short sentences, no words to avoid, nothing copied (language.md)."""

import re

from models.knowledge.loader import KNOWLEDGE_FOLDER
from tests.models.knowledge.texts import all_texts, sentences, words

AVOID = (
    "middels",
    "inzake",
    "teneinde",
    "conform",
    "ten behoeve van",
    "indien",
    "reeds",
    "dienaangaande",
    "betreffende",
    "faciliteren",
    "stakeholder",
    "stakeholders",
    "commitment",
    "draagvlak creëren",
    "uitrollen",
    "borgen",
    "handvatten",
    "aanvliegroute",
)
LONGEST = 20
RUN = 8


def test_no_sentence_is_longer_than_twenty_words(knowledge):
    long = [(path, s) for path, text in all_texts(knowledge) for s in sentences(text) if len(s.split()) > LONGEST]
    assert long == []


def test_no_word_to_avoid_is_used(knowledge):
    pattern = re.compile(rf"\b({'|'.join(AVOID)})\b", re.IGNORECASE)
    assert [(path, text) for path, text in all_texts(knowledge) if pattern.search(text)] == []


def test_there_are_no_exclamation_marks(knowledge):
    assert [(path, text) for path, text in all_texts(knowledge) if "!" in text] == []


def _runs(text):
    row = words(text)
    return {tuple(row[i : i + RUN]) for i in range(len(row) - RUN + 1)}


def test_no_run_of_eight_words_is_copied_from_the_sources(knowledge, shared):
    source_runs = set()
    for path in (shared / "sources").glob("*.txt"):
        source_runs |= _runs(path.read_text(encoding="utf-8", errors="replace"))
    assert source_runs
    copied = [(path, " ".join(run)) for path, text in all_texts(knowledge) for run in _runs(text) & source_runs]
    assert copied == []


def test_nor_in_the_other_texts_of_resources(shared):
    resources = KNOWLEDGE_FOLDER.parent
    source_runs = set()
    for path in (shared / "sources").glob("*.txt"):
        source_runs |= _runs(path.read_text(encoding="utf-8", errors="replace"))
    files = [p for folder in ("examples", "texts", "help") for p in (resources / folder).rglob("*") if p.is_file()]
    assert [p.name for p in files if _runs(p.read_text(encoding="utf-8")) & source_runs] == []
