"""The cache of the parsed knowledge changes speed and nothing else."""

import json
from pathlib import Path

import pytest

from desktop.cli.knowledge import FileCache, cache_path, shipped_knowledge
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


def test_a_portable_program_remembers_beside_itself_only():
    portable = Path("/stick/gegevens")
    for platform, environ in (("linux", {"HOME": "/h", "XDG_CACHE_HOME": "/c"}), ("win32", {"LOCALAPPDATA": "/l"})):
        assert cache_path(environ, platform, portable) == portable / "cache" / "knowledge.json"
    assert cache_path({}, "linux", portable) == portable / "cache" / "knowledge.json"


@pytest.mark.parametrize("elsewhere", [False, True])
def test_a_portable_program_leaves_nothing_in_the_folders_of_the_user(tmp_path, monkeypatch, elsewhere):
    """Also where the environment names another folder for the dossiers: the stick stays the place of the program."""
    program = tmp_path / "program"
    (program / "gegevens").mkdir(parents=True)
    monkeypatch.setenv("VORMWIJZER_PROGRAM", str(program))
    monkeypatch.setenv("VORMWIJZER_DATA", str(tmp_path / "data"))
    if not elsewhere:
        monkeypatch.delenv("VORMWIJZER_DATA")
    monkeypatch.delenv("VORMWIJZER_CONFIG")
    shipped_knowledge()
    assert (program / "gegevens" / "cache" / "knowledge.json").is_file()
    assert [path for path in (tmp_path / "own").rglob("*") if path.is_file()] == []


def test_a_program_that_is_not_portable_keeps_to_the_cache_of_the_user(tmp_path, monkeypatch):
    program = tmp_path / "program"
    program.mkdir()
    monkeypatch.setenv("VORMWIJZER_PROGRAM", str(program))
    shipped_knowledge()
    assert list(program.iterdir()) == []
    assert [path.name for path in (tmp_path / "own").rglob("*.json")] == ["knowledge.json"]
