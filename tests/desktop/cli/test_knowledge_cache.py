"""The cache of the parsed knowledge changes speed and nothing else."""

import json
from pathlib import Path

import pytest

from desktop.cli.knowledge import FileCache, cache_path
from models.knowledge import load_knowledge


def test_what_comes_from_the_cache_is_what_the_files_say(knowledge, tmp_path):
    cache = FileCache(tmp_path / "new" / "knowledge.json")
    first = load_knowledge(cache=cache)
    assert cache.path.exists()
    assert load_knowledge(cache=cache) == first == knowledge


def test_a_cache_of_other_files_is_not_used(knowledge, tmp_path):
    cache = FileCache(tmp_path / "knowledge.json")
    load_knowledge(cache=cache)
    stored = json.loads(cache.path.read_bytes())
    stored["parsed"]["forms"]["forms"][0]["name"] = "vervalst"
    cache.path.write_text(json.dumps({**stored, "digest": "0" * 64}), encoding="utf-8")
    assert load_knowledge(cache=cache) == knowledge


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"digest": 1}', b"\xff", b"[" * 100_000])
def test_a_broken_cache_counts_as_none(content, knowledge, tmp_path):
    cache = FileCache(tmp_path / "knowledge.json")
    cache.path.write_bytes(content)
    assert load_knowledge(cache=cache) == knowledge


def test_a_cache_that_cannot_be_written_is_no_error(knowledge, tmp_path):
    (tmp_path / "file").write_text("in de weg", encoding="utf-8")
    assert load_knowledge(cache=FileCache(tmp_path / "file" / "knowledge.json")) == knowledge


def test_the_place_follows_the_platform():
    assert cache_path({"HOME": "/h"}, "linux") == Path("/h/.cache/Vormwijzer/knowledge.json")
    assert cache_path({"HOME": "/h", "XDG_CACHE_HOME": "/c"}, "linux") == Path("/c/Vormwijzer/knowledge.json")
    assert cache_path({"HOME": "/h"}, "darwin") == Path("/h/Library/Caches/Vormwijzer/knowledge.json")
    assert cache_path({"LOCALAPPDATA": "/l"}, "win32") == Path("/l/Vormwijzer/knowledge.json")
    assert cache_path({}, "linux") is None
