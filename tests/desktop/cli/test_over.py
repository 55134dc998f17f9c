"""The command over, the one source of the version, and a policy that cannot be used, on the command line."""

import json
from pathlib import Path

import pytest

from desktop.about.build import read_build
from desktop.about.components import Component
from desktop.cli import about_command
from desktop.cli.main import main
from models.dossier import dossier_from_values
from models.storage.exchange import exchange_bytes
from models.storage.library import Library
from models.storage.records import ExchangeContents
from tests.models.samples import minimal
from tests.models.storage.test_migrations import at_version


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def bad_policy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "beleid.toml"
    path.write_text("[plaatsen]\nvast = 'ja'\n")
    monkeypatch.setenv("VORMWIJZER_POLICY", str(path))
    return path


def test_over_tells_version_and_places(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, out, err = run(capsys, "over")
    assert (code, err) == (0, "")
    assert f"Versie: {read_build().version}" in out
    assert str(tmp_path / "own" / "vormwijzer_data" / "mijn-dossiers.db") in out
    assert "bepaald door een omgevingsvariabele" in out
    assert "Onderdelen" not in out
    assert not (tmp_path / "own" / "vormwijzer_data" / "mijn-dossiers.db").exists()  # telling makes nothing
    assert run(capsys, "--version") == (0, f"Vormwijzer {read_build().version}\n", "")


def test_over_as_json_and_with_licences(capsys: pytest.CaptureFixture[str]) -> None:
    values = json.loads(run(capsys, "over", "--json")[1])
    assert values["version"] == read_build().version and "components" not in values
    assert {row["key"]: row["origin"] for row in values["places"]}["library"] == "environment"
    rows = json.loads(run(capsys, "over", "--json", "--licenties")[1])["components"]
    assert {"name", "version", "licence"} == rows[0].keys()
    out = run(capsys, "over", "--licenties")[1]
    assert all(f"{row['name']} {row['version']}".strip() in out for row in rows)


def test_a_licence_without_a_name_is_explained(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    words = "“zie de tekst”: een bibliotheek van Debian."
    assert words not in run(capsys, "over", "--licenties")[1]
    listed = (Component("libffi8", "3.4.4-1", "zie de tekst"), Component("lxml", "6.1.3", "BSD-3-Clause"))
    monkeypatch.setattr(about_command, "load_components", lambda: listed)
    out = run(capsys, "over", "--licenties")[1]
    assert "libffi8 3.4.4-1: zie de tekst\n" in out and out.count(words) == 1


def test_over_explains_itself(capsys: pytest.CaptureFixture[str]) -> None:
    assert "over" in run(capsys, "--help")[1]
    code, out, _ = run(capsys, "over", "--help")
    assert code == 0 and out.startswith("Gebruik: vormwijzer over") and "--licenties" in out


def test_a_policy_that_cannot_be_used_stops_what_uses_the_library(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, bad_policy: Path
) -> None:
    file = tmp_path / "a.vormwijzer"
    file.write_bytes(exchange_bytes(ExchangeContents(dossier_from_values(minimal()))))
    commands = (["lijst"], ["lijst", "--map", str(tmp_path / "map")], ["importeer", str(file)], ["exporteer", "a"])
    for command in commands:
        code, out, err = run(capsys, *command)
        assert (code, out) == (2, "")
        assert str(bad_policy) in err and "plaatsen.vast" in err and err.count("\n") == 1
    assert not (tmp_path / "map").exists()
    assert list((tmp_path / "own" / "vormwijzer_data").iterdir()) == []


def test_a_policy_that_cannot_be_used_does_not_stop_the_rest(
    capsys: pytest.CaptureFixture[str], bad_policy: Path
) -> None:
    code, out, _ = run(capsys, "over")
    assert code == 0 and "plaatsen.vast" in out
    assert run(capsys, "voorbeeld")[0] == 0


def test_a_pdf_is_looked_at_all_the_same(capsys: pytest.CaptureFixture[str], tmp_path: Path, bad_policy: Path) -> None:
    from pypdf import PdfWriter

    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    writer.write(tmp_path / "a.pdf")
    code, out, _ = run(capsys, "verifieer", str(tmp_path / "a.pdf"), "--json")
    assert code == 1 and "plaatsen.vast" in json.loads(out)["library_fault"]


def test_a_library_of_a_newer_version_is_refused_in_one_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    import sqlite3
    from contextlib import closing

    path = tmp_path / "map" / "mijn-dossiers.db"
    Library.open(path).close()
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    code, out, err = run(capsys, "lijst", "--map", str(path.parent))
    assert (code, out) == (2, "")
    assert err == "Mijn dossiers is van een nieuwere versie van Vormwijzer: werk het programma bij.\n"
    assert path.read_bytes() == before


def test_opening_tells_of_an_older_library(tmp_path: Path) -> None:
    path = tmp_path / "map" / "mijn-dossiers.db"
    at_version(path, "0001")
    with Library.open(path) as library:
        assert library.migrated is not None and library.migrated.path.is_file()
        assert library.migrated.path.parent == path.parent / "reservekopieen"
    with Library.open(path) as library:
        assert library.migrated is None  # once
    with Library.open(tmp_path / "nieuw" / "m.db") as library:
        assert library.migrated is None  # there was nothing before
