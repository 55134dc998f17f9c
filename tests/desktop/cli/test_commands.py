"""The command line as a person or a script uses it: what it prints, what it writes, how it ends."""

import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from desktop.cli.advice_commands import EXAMPLES
from desktop.cli.main import main
from models.advice.document import AdviceDocument
from models.dossier import read_dossier
from models.storage.exchange import read_exchange

BAR = str(EXAMPLES / "bar.json")
ROOT = Path(__file__).resolve().parents[3]


def run(capsys, *arguments):
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_help_says_what_it_is_and_how_it_ends(capsys):
    code, out, err = run(capsys, "--help")
    assert (code, err) == (0, "")
    for word in (
        "Gebruik:",
        "advies",
        "controle",
        "schema",
        "voorbeeld",
        "importeer",
        "exporteer",
        "lijst",
        "over",
        "exit code",
    ):
        assert word in out
    assert "usage" not in out
    assert "options" not in out


@pytest.mark.parametrize(
    "command", ["advies", "controle", "schema", "voorbeeld", "importeer", "exporteer", "lijst", "over"]
)
def test_every_command_explains_itself_in_dutch(capsys, command):
    code, out, _ = run(capsys, command, "--help")
    assert code == 0
    assert out.startswith(f"Gebruik: vormwijzer {command}")
    assert "laat deze uitleg zien" in out
    assert "show this help" not in out


def test_version(capsys):
    code, out, _ = run(capsys, "--version")
    assert code == 0
    assert out.startswith("Vormwijzer ")


def test_advies_in_words(capsys):
    code, out, err = run(capsys, "advies", BAR)
    assert (code, err) == (0, "")
    assert "ambtelijke fusie" in out
    assert "valt af, omdat" in out
    assert "Controlecode" in out


def test_advies_as_json_follows_its_schema(capsys):
    code, out, _ = run(capsys, "advies", BAR, "--json")
    document = AdviceDocument.model_validate_json(out)
    assert code == 0
    assert document.recommended == "seta"
    assert document.ranking[0].rank == 1
    assert {row.basis for row in document.legal.bases} >= {"openbaar-lichaam", "nv"}
    assert all(r.rule and r.article and r.text_date for row in document.legal.bases for r in row.reasons)


def test_advies_as_pdf(capsys, tmp_path):
    target = tmp_path / "advies met spaties é.pdf"
    code, out, _ = run(capsys, "advies", BAR, "--pdf", str(target))
    assert code == 0
    assert str(target) in out
    data = target.read_bytes()
    assert data.startswith(b"%PDF-")
    again = tmp_path / "again.pdf"
    run(capsys, "advies", BAR, "--pdf", str(again))
    assert again.read_bytes() == data
    assert sorted(p.name for p in tmp_path.iterdir() if p.is_file()) == ["advies met spaties é.pdf", "again.pdf"]


def test_a_dossier_without_answers_carries_no_advice(capsys, tmp_path):
    path = tmp_path / "leeg.json"
    path.write_text('{"format_version": 1, "id": "leeg", "title": "Leeg", "dated": "2026-11-21"}', encoding="utf-8")
    code, out, err = run(capsys, "advies", str(path), "--pdf", str(tmp_path / "leeg.pdf"))
    assert (code, err) == (1, "")
    assert "geen advies" in out
    assert (tmp_path / "leeg.pdf").exists()
    assert run(capsys, "controle", str(path))[0] == 1


def test_controle_lists_what_is_missing_per_step(capsys):
    code, out, _ = run(capsys, "controle", BAR)
    assert code == 0
    assert "Partners\n  Ontbreekt: Van Barendrecht, Albrandswaard en Ridderkerk ontbreekt het aantal inwoners." in out


def test_controle_as_json(capsys):
    _, out, _ = run(capsys, "controle", BAR, "--json")
    rows = json.loads(out)
    assert {"check", "kind", "step", "field", "text"} == set(rows[0])
    assert {row["kind"] for row in rows} <= {"missing", "contradiction", "notice"}


def test_controle_names_the_signs_that_the_report_cannot_print(capsys, tmp_path):
    values = json.loads((EXAMPLES / "netwerk.json").read_text(encoding="utf-8"))
    values["opgave"]["question"] = "Wat vindt u ervan? 😀 漢"
    path = tmp_path / "emoji.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    _, out, _ = run(capsys, "controle", str(path))
    assert "U+6F22" in out
    assert "□" in out


def test_schema_names_the_fourteen_sections(capsys):
    _, out, _ = run(capsys, "schema")
    assert {"opgave", "partners", "vorm", "vaststelling"} <= set(json.loads(out)["properties"])
    _, out, _ = run(capsys, "schema", "--advies")
    assert "weight_intervals" in json.loads(out)["properties"]


def test_voorbeeld_lists_prints_and_writes(capsys, tmp_path):
    _, out, _ = run(capsys, "voorbeeld")
    assert [line.split()[0] for line in out.splitlines()] == [
        "aalsmeer-amstelveen",
        "bar",
        "lindestreek",
        "matrix",
        "netwerk",
    ]
    _, out, _ = run(capsys, "voorbeeld", "matrix")
    assert read_dossier(out.encode()).fictional
    target = tmp_path / "voorbeeld.vormwijzer"
    run(capsys, "voorbeeld", "bar", "--uit", str(target))
    assert read_exchange(target.read_bytes()).dossier.id == "voorbeeld-bar"


def test_the_standard_input_is_a_file_too(capsys, monkeypatch):
    class Stdin:
        buffer = io.BytesIO((EXAMPLES / "netwerk.json").read_bytes())

    monkeypatch.setattr(sys, "stdin", Stdin())
    code, out, _ = run(capsys, "advies", "-", "--json")
    assert code == 0
    assert json.loads(out)["recommended"] == "netwerk"


def test_import_list_export_and_back(capsys, tmp_path):
    library = ["--map", str(tmp_path / "gegevens")]
    assert "leeg" in run(capsys, "lijst", *library)[1]
    assert "staat nu in Mijn dossiers" in run(capsys, "importeer", BAR, *library)[1]
    assert "dezelfde inhoud" in run(capsys, "importeer", BAR, *library)[1]
    assert "voorbeeld-bar" in run(capsys, "lijst", *library)[1]
    assert json.loads(run(capsys, "lijst", "--json", *library)[1])[0]["partners"][0] == "Barendrecht"
    target = tmp_path / "bar.vormwijzer"
    assert run(capsys, "exporteer", "voorbeeld-bar", "--uit", str(target), *library)[0] == 0
    assert zipfile.is_zipfile(target)
    assert read_exchange(target.read_bytes()).dossier == read_dossier((EXAMPLES / "bar.json").read_bytes())
    other = ["--map", str(tmp_path / "andere")]
    assert "staat nu in Mijn dossiers" in run(capsys, "importeer", str(target), *other)[1]


def test_an_import_with_other_content_is_never_silent(capsys, tmp_path):
    library = ["--map", str(tmp_path / "gegevens")]
    run(capsys, "importeer", BAR, *library)
    values = json.loads((EXAMPLES / "bar.json").read_text(encoding="utf-8"))
    values["title"] = "Anders"
    changed = tmp_path / "anders.json"
    changed.write_text(json.dumps(values), encoding="utf-8")
    code, _, err = run(capsys, "importeer", str(changed), *library)
    assert code == 2
    assert "andere inhoud" in err
    assert "Anders" not in run(capsys, "lijst", *library)[1]
    assert run(capsys, "importeer", str(changed), "--bij-verschil", "beide", *library)[0] == 0
    assert len(json.loads(run(capsys, "lijst", "--json", *library)[1])) == 2


def test_an_export_does_not_replace_a_file_unasked(capsys, tmp_path):
    library = ["--map", str(tmp_path / "gegevens")]
    run(capsys, "importeer", BAR, *library)
    target = tmp_path / "bar.vormwijzer"
    target.write_text("van mij", encoding="utf-8")
    code, _, err = run(capsys, "exporteer", "voorbeeld-bar", "--uit", str(target), *library)
    assert code == 2
    assert "bestaat al" in err
    assert target.read_text(encoding="utf-8") == "van mij"
    assert run(capsys, "exporteer", "voorbeeld-bar", "--uit", str(target), "--vervang", *library)[0] == 0


WITHOUT_STREAMS = """
import json, sys
from desktop.cli.main import run

def code_of(words):
    sys.stdin = sys.stdout = sys.stderr = None
    sys.argv = ["vormwijzer", *words]
    code = run()
    sys.stdout.close()
    sys.stderr.close()
    return code

codes = [code_of(words) for words in json.loads(sys.argv[1])]
sys.__stdout__.write(json.dumps(codes))
"""


def test_without_any_stream_only_the_exit_code_tells():
    """As in a windowed program of Windows: no input, no output and no error stream."""
    good = (["lijst"], ["over"], ["advies", BAR], ["--help"])
    bad = (["advies", "weg.json"], ["advies", "-"], ["onbekend"])
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_STREAMS, json.dumps([*good, *bad])],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert done.stderr == ""
    assert done.stdout == json.dumps([*[0 for _ in good], *[2 for _ in bad]])
