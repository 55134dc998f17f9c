"""Bad input ends with code 2 and one Dutch sentence; nothing is written, the library stays as it was."""

import io
import json
import os
import subprocess
import sys
import zipfile

import pytest

from desktop.cli.advice_commands import EXAMPLES
from desktop.cli.main import main
from models.storage.exchange import exchange_bytes, read_any

GOOD = json.loads((EXAMPLES / "netwerk.json").read_text(encoding="utf-8"))


def _json(**changes):
    return json.dumps({**GOOD, **changes}).encode()


def _exchange():
    return exchange_bytes(read_any(_json()))


def _rezipped(change):
    """The exchange file with its members changed by ``change``, which gets and returns a dict."""
    with zipfile.ZipFile(io.BytesIO(_exchange())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in change(members).items():
            archive.writestr(name, data)
    return target.getvalue()


def _newer(members):
    manifest = json.loads(members["manifest.json"])
    return {**members, "manifest.json": json.dumps({**manifest, "format_version": 99}).encode()}


def _answer(value):
    answers = {**GOOD["vorm"]["answers"], "beleid": {"joint": value}}
    return {**GOOD["vorm"], "answers": answers}


CASES = {
    "nothing at all": (b"", "geen dossier"),
    "not a zip and no JSON": (b"\x00\x01\x02", "geen dossier"),
    "text": (b"Beste collega,", "geen dossier"),
    "JSON that stops halfway": (_json()[:-20], "JSON"),
    "a zip that is cut off": (_exchange()[:-200], ""),
    "a zip of something else": (_rezipped(lambda members: {"word/document.xml": b"x"}), ""),
    "a zip bomb": (_rezipped(lambda members: {**members, "dossier.json": b" " * 300_000_000}), ""),
    "a path that climbs out": (_rezipped(lambda members: {**members, "../dossier.json": b"x"}), ""),
    "a wrong hash": (
        _rezipped(lambda m: {**m, "dossier.json": m["dossier.json"].replace(b"Oeverdam", b"Oeverdom")}),
        "",
    ),
    "a newer exchange file": (_rezipped(_newer), "nieuwere versie"),
    "a newer dossier": (_json(format_version=99), "nieuwere versie"),
    "no version": (json.dumps({k: v for k, v in GOOD.items() if k != "format_version"}).encode(), "format_version"),
    "a list": (b"[]", "dossier"),
    "an unknown field": (_json(onbekend=1), "bestaat niet"),
    "an unknown criterion": (_json(vorm={"answers": {"kleur": {"joint": 3}}}), "onbekend"),
    "an unknown partner": (_json(vorm={"answers": {"beleid": {"partners": {"niemand": 3}}}}), "onbekende partner"),
    "an unknown motive": (_json(doelen={"motives": {"roem": 3}}), "onbekend"),
    "text where a number belongs": (_json(vorm=_answer("veel")), "geheel getal"),
    "a number off the scale": (_json(vorm=_answer(6)), "5 of minder"),
    "NaN": (_json(vorm=_answer(float("nan"))), "NaN"),
    "ten megabytes of text": (_json(opgave={"question": "a" * 10_000_000}), "200.000"),
    "a control character": (_json(opgave={"question": "a\u0007b"}), "besturingsteken"),
    "a lone surrogate": (_json(opgave={"question": "a\ud800b"}), "half teken"),
    "no UTF-8": (b'{"title": "\xff\xfe"}', "UTF-8"),
    "nested too deep": (b"[" * 100_000, ""),
    "a number of ten thousand digits": (b'{"format_version": ' + b"9" * 10_000 + b"}", "groot"),
    "a field that stands twice": (b'{"id": "a", "id": "b"}', "twee keer"),
}


@pytest.fixture
def library(tmp_path, capsys):
    folder = tmp_path / "gegevens"
    assert main(["importeer", str(EXAMPLES / "bar.json"), "--map", str(folder)]) == 0
    capsys.readouterr()
    return folder


def _listing(folder, capsys):
    main(["lijst", "--json", "--map", str(folder)])
    return capsys.readouterr().out


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_refused_in_one_sentence(name, tmp_path, capsys, library):
    data, word = CASES[name]
    path = tmp_path / "slecht.vormwijzer"
    path.write_bytes(data)
    before = _listing(library, capsys)
    for command in (["advies", "--pdf", str(tmp_path / "uit.pdf")], ["controle"], ["importeer", "--map", str(library)]):
        code = main([command[0], str(path), *command[1:]])
        captured = capsys.readouterr()
        assert code == 2
        assert captured.out == ""
        assert captured.err.count("\n") == 1
        assert captured.err.rstrip().endswith(".")
        assert "Traceback" not in captured.err
        assert word in captured.err
        assert len(captured.err) < 500
    assert _listing(library, capsys) == before
    assert not (tmp_path / "uit.pdf").exists()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["advies"], "BESTAND"),
        (["advies", "bestaat-niet.json"], "bestaat niet"),
        (["advies", "."], "map"),
        (["onzin"], "onbekend"),
        (["advies", "x.json", "--onzin"], "onbekend"),
        (["advies", "x.json", "--pdf"], "--pdf"),
        (["voorbeeld", "onzin"], "bestaat niet"),
        (["importeer", "x.json", "--bij-verschil", "gok"], "gok"),
    ],
)
def test_a_wrong_command_is_refused_in_one_sentence(arguments, word, capsys):
    assert main(arguments) == 2
    captured = capsys.readouterr()
    assert word in captured.err
    assert captured.err.count("\n") == 1


def test_an_unknown_dossier_is_not_exported(capsys, library, tmp_path):
    assert main(["exporteer", "weg", "--map", str(library), "--uit", str(tmp_path / "weg.vormwijzer")]) == 2
    assert "staat niet in Mijn dossiers" in capsys.readouterr().err
    assert not (tmp_path / "weg.vormwijzer").exists()


def test_a_folder_that_is_not_there(capsys, tmp_path):
    assert main(["advies", str(EXAMPLES / "bar.json"), "--pdf", str(tmp_path / "weg" / "a.pdf")]) == 2
    assert "bestaat niet" in capsys.readouterr().err


def test_the_dossier_itself_is_never_replaced_by_the_result(capsys, tmp_path):
    source = tmp_path / "in.json"
    source.write_bytes(_json())
    for target in (source, tmp_path / "." / "in.json"):
        assert main(["advies", str(source), "--pdf", str(target)]) == 2
        assert "het dossier zelf" in capsys.readouterr().err
    assert source.read_bytes() == _json()


@pytest.mark.skipif(sys.platform == "win32", reason="needs a named pipe")
def test_what_is_no_ordinary_file_is_never_replaced(capsys, tmp_path):
    pipe = tmp_path / "pijp.pdf"
    os.mkfifo(pipe)
    assert main(["advies", str(EXAMPLES / "bar.json"), "--pdf", str(pipe)]) == 2
    assert "geen gewoon bestand" in capsys.readouterr().err
    assert pipe.is_fifo()


def test_an_example_does_not_replace_a_file_unasked(capsys, tmp_path):
    target = tmp_path / "bar.json"
    target.write_text("van mij", encoding="utf-8")
    assert main(["voorbeeld", "bar", "--uit", str(target)]) == 2
    assert target.read_text(encoding="utf-8") == "van mij"
    assert main(["voorbeeld", "bar", "--uit", str(target), "--vervang"]) == 0
    capsys.readouterr()


def test_a_name_that_is_too_long(capsys, tmp_path):
    for arguments in (["advies", "a" * 300], ["advies", str(EXAMPLES / "bar.json"), "--pdf", "a" * 300 + ".pdf"]):
        assert main(arguments) == 2
        assert "te lang" in capsys.readouterr().err


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs a device that is always full")  # noqa: PTH110
@pytest.mark.parametrize("arguments", [["advies", "--json"], ["schema"], ["voorbeeld", "bar"]])
def test_an_output_that_is_full(arguments, tmp_path):
    command = [arguments[0], *([str(EXAMPLES / "bar.json")] if arguments[0] == "advies" else []), *arguments[1:]]
    with open("/dev/full", "w", encoding="utf-8") as full:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *command],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            cwd=EXAMPLES.parents[1],
            check=False,
            timeout=120,
        )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert "Traceback" not in done.stderr


def test_a_newer_library_is_refused(capsys, library):
    import sqlite3

    path = next(library.glob("*.db"))
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    assert main(["lijst", "--map", str(library)]) == 2
    assert "nieuwere versie" in capsys.readouterr().err


def test_a_damaged_library_is_refused(capsys, library):
    path = next(library.glob("*.db"))
    path.write_bytes(b"geen database" * 1000)
    assert main(["lijst", "--map", str(library)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_valid_text_of_every_kind_is_accepted(tmp_path, capsys):
    path = tmp_path / "goed.json"
    path.write_bytes(_json(opgave={"question": "😀 مرحبا नमस्ते 漢字 \u202eabc\u202c é ﬁ <b>R&D</b> ]]>\r\nregel"}))
    assert main(["advies", str(path), "--pdf", str(tmp_path / "goed.pdf")]) == 0
    assert (tmp_path / "goed.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "fork"), reason="needs another user")
def test_a_folder_without_write_permission(tmp_path):
    """Tried as another user, because root may write everywhere."""
    if os.geteuid() != 0:
        pytest.skip("needs root to become somebody else")
    folder = tmp_path / "dicht"
    folder.mkdir(mode=0o755)
    for parent in (tmp_path, *tmp_path.parents):
        if parent.stat().st_uid == 0 and parent != parent.parent and str(parent).startswith("/tmp/"):
            parent.chmod(0o755)
    read_end, write_end = os.pipe()
    child = os.fork()
    if child == 0:  # becomes nobody, says what happened through the pipe, and leaves without cleaning up
        os.setgid(65534)
        os.setuid(65534)
        os.dup2(write_end, 2)
        sys.stderr = os.fdopen(2, "w", buffering=1)
        code = main(["voorbeeld", "bar", "--uit", str(folder / "bar.json")])
        sys.stderr.flush()
        os._exit(code)
    os.close(write_end)
    with os.fdopen(read_end, encoding="utf-8") as pipe:
        said = pipe.read()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 2
    assert "schrijven" in said
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="limits the size of a file through the system")
def test_a_disk_that_is_full(tmp_path):
    """Simulated: the process may write no file above 2 KiB."""
    code = (
        "import resource, signal, sys;"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (2048, 2048));"
        "from desktop.cli.main import main; sys.exit(main(sys.argv[1:]))"
    )
    target = tmp_path / "vol.pdf"
    command = [sys.executable, "-c", code, "advies", str(EXAMPLES / "bar.json"), "--pdf", str(target)]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=EXAMPLES.parents[1], env=environment, check=False, timeout=120
    )
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert list(tmp_path.glob("*.pdf*")) == list(tmp_path.glob(".*")) == []
