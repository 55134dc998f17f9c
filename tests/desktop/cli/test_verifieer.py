"""verifieer and onderteken, as a person or a script uses them."""

import json
from pathlib import Path

import pytest

from desktop.cli.main import main
from desktop.cli.verify_command import PASSPHRASE as VARIABLE
from models.storage.library import Library
from models.storage.library_location import LIBRARY_NAME
from tests.desktop.signing.samples import PASSPHRASE, certificate_file, mark, report_pdf
from tests.desktop.verify.scenes import Scene, make_scene, with_page
from tests.models.storage.helpers import Ticking, picture


def run(capsys, *arguments: object) -> tuple[int, str, str]:
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out.replace("\N{NO-BREAK SPACE}", " "), captured.err


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder with a library in which the PDF "advies.pdf" was made."""
    folder = tmp_path / "gegevens"
    folder.mkdir()
    with Library.open(folder / LIBRARY_NAME, clock=Ticking()) as library:
        scene: Scene = make_scene(library, tmp_path)
        (tmp_path / "advies.pdf").write_bytes(scene.made)
    return folder


def test_a_file_that_the_library_made(capsys, place: Path, tmp_path: Path) -> None:
    before = (tmp_path / "advies.pdf").read_bytes()
    code, out, err = run(capsys, "verifieer", tmp_path / "advies.pdf", "--map", place)
    assert (code, err) == (0, "")
    assert "Dit bestand is gelijk aan wat Mijn dossiers heeft gemaakt." in out
    assert "Dit is versie 1 van “ICT van A en B”, vastgesteld op 2 april 2026" in out
    assert (tmp_path / "advies.pdf").read_bytes() == before


def test_a_changed_file(capsys, place: Path, tmp_path: Path) -> None:
    path = tmp_path / "anders.pdf"
    path.write_bytes(with_page((tmp_path / "advies.pdf").read_bytes()))
    code, out, _ = run(capsys, "verifieer", path, "--map", place)
    assert code == 1
    assert "Dit bestand is geen van de bestanden die Mijn dossiers maakte." in out


def test_as_json(capsys, place: Path, tmp_path: Path) -> None:
    code, out, _ = run(capsys, "verifieer", tmp_path / "advies.pdf", "--json", "--map", place)
    found = json.loads(out)
    assert code == 0
    assert (found["in_order"], found["verdict"]) == (True, "equal")
    assert found["file"]["mark"]["dossier"] == "aa"
    assert found["held"]["version"]["number"] == 1
    assert found["held"]["adoptions"][0]["adopted_on"] == "2026-04-02"
    assert found["words"]["headline"] == "Dit bestand is gelijk aan wat Mijn dossiers heeft gemaakt."


@pytest.mark.parametrize("data", [b"", b"hallo", b"%PDF-1.7\nxx"])
def test_what_cannot_be_read(capsys, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(data)
    code, out, err = run(capsys, "verifieer", path)
    assert (code, err) == (2, "")
    assert "Dit bestand is" in out
    code, out, _ = run(capsys, "verifieer", path, "--json")
    assert (code, json.loads(out)["verdict"]) == (2, "unreadable")


def test_bad_input(capsys, tmp_path: Path) -> None:
    for arguments, words in (
        ((tmp_path / "weg.pdf",), "bestaat niet"),
        ((tmp_path,), "map"),
        ((), "Vul dit nog in"),
        (("x.pdf", "--uit", "y"), "onbekend"),
    ):
        code, out, err = run(capsys, "verifieer", *arguments)
        assert (code, out) == (2, "")
        assert words in err
        assert err.count("\n") == 1
    path = tmp_path / "advies.pdf"
    path.write_bytes(report_pdf(mark()))
    code, _, err = run(capsys, "verifieer", path, "--map", tmp_path)
    assert code == 2
    assert "staat geen Mijn dossiers" in err


def test_a_check_makes_no_library(capsys, tmp_path: Path) -> None:
    path = tmp_path / "advies.pdf"
    path.write_bytes(report_pdf(mark()))
    before = picture(tmp_path)
    code, out, _ = run(capsys, "verifieer", path)
    assert code == 1
    assert "staat nog geen Mijn dossiers" in out
    assert picture(tmp_path) == before


def test_a_library_that_does_not_open_stops_nothing(capsys, place: Path, tmp_path: Path) -> None:
    (place / LIBRARY_NAME).write_bytes(b"kapot" * 500)
    code, out, err = run(capsys, "verifieer", tmp_path / "advies.pdf", "--map", place)
    assert (code, err) == (1, "")
    assert "De controle ging zonder Mijn dossiers verder." in out


def test_it_says_how_it_ends(capsys) -> None:
    for command in ("verifieer", "onderteken"):
        code, out, _ = run(capsys, command, "--help")
        assert code == 0
        assert out.startswith(f"Gebruik: vormwijzer {command}")
        assert "laat deze uitleg zien" in out
    assert "Afloop (exit code):" in run(capsys, "verifieer", "--help")[1]


# --- onderteken


def listing(*states: str) -> list[str]:
    names = zip(("burgemeester", "secretaris"), states, strict=True)
    return [*(f"{name}  ({state})  Ruimte voor ondertekening door de {name}" for name, state in names), ""]


def test_sign_and_check(capsys, place: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv(VARIABLE, PASSPHRASE)
    source, key = tmp_path / "advies.pdf", certificate_file(tmp_path, "A. de Vries")
    before = source.read_bytes()
    assert run(capsys, "onderteken", source, "--velden") == (0, "\n".join(listing("leeg", "leeg")), "")
    code, out, err = run(capsys, "onderteken", source, "--veld", "burgemeester", "--certificaat", key)
    assert (code, err) == (0, "")
    assert "A. de Vries heeft ondertekend in het veld burgemeester." in out
    made = tmp_path / "advies - ondertekend.pdf"
    assert str(made) in out
    assert source.read_bytes() == before
    code, out, _ = run(capsys, "verifieer", made, "--map", place)
    assert code == 0
    assert "Dit bestand is ondertekend, en verder gelijk aan wat Mijn dossiers heeft gemaakt." in out
    assert "A. de Vries" in out
    assert run(capsys, "onderteken", made, "--velden")[1].splitlines() == listing("ondertekend", "leeg")[:2]


def test_why_it_cannot_be_signed(capsys, place: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv(VARIABLE, "fout")
    source, key = tmp_path / "advies.pdf", certificate_file(tmp_path, "A. de Vries")
    (tmp_path / "bestaat.pdf").write_bytes(b"x")
    both = ("--veld", "burgemeester", "--certificaat", key)
    before = picture(tmp_path)
    for arguments, words in (
        (both, "wachtzin past niet"),
        (("--veld", "wethouder", "--certificaat", key), "Kies uit: burgemeester en secretaris"),
        (("--certificaat", key), "--veld"),
        (("--veld", "burgemeester"), "--certificaat"),
        ((*both, "--uit", source), "Kies een andere naam"),
        ((*both, "--uit", tmp_path / "bestaat.pdf"), "--vervang"),
        ((*both, "--token", tmp_path / "weg.so"), "stuurprogramma"),
    ):
        code, out, err = run(capsys, "onderteken", source, *arguments)
        assert (code, out) == (2, "")
        assert words in err
        assert err.count("\n") == 1
    assert picture(tmp_path) == before


def test_the_passphrase_is_asked_and_is_no_argument(capsys, place: Path, tmp_path: Path, monkeypatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    key = certificate_file(tmp_path, "A. de Vries")
    arguments = ("onderteken", tmp_path / "advies.pdf", "--veld", "burgemeester", "--certificaat", key)
    code, _, err = run(capsys, *arguments)
    assert code == 2
    assert VARIABLE in err
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    asked: list[str] = []
    monkeypatch.setattr("getpass.getpass", lambda question: asked.append(question) or PASSPHRASE)
    assert run(capsys, *arguments)[0] == 0
    assert asked == ["Wachtzin van het certificaat: "]
    assert run(capsys, *arguments, "--wachtzin", PASSPHRASE)[0] == 2


def test_a_file_without_fields(capsys, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(report_pdf(mark(), fields=()))
    assert run(capsys, "onderteken", path, "--velden")[0] == 1
    path.write_bytes(b"hallo")
    code, _, err = run(capsys, "onderteken", path, "--velden")
    assert (code, err) == (2, "Dit bestand is geen pdf.\n")
