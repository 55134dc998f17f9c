"""``vormwijzer vragenlijst``: an empty form out, a filled one in."""

import json
from pathlib import Path

import pytest

from desktop.cli.advice_commands import EXAMPLES
from desktop.cli.main import main
from desktop.questionnaire.reading import read_questionnaire
from models.storage.exchange import read_any
from tests.desktop.questionnaire.forms import by_pikepdf, dossier_with
from tests.models.samples import minimal

ANSWER = "stelling.routine.antwoord"


def run(capsys, *arguments):
    code = main(["vragenlijst", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(dossier_with().as_json()), encoding="utf-8")
    return path


@pytest.fixture
def filled(capsys, dossier: Path, tmp_path: Path) -> Path:
    form = tmp_path / "leeg.pdf"
    assert run(capsys, dossier, "--pdf", form, "--partner", "gemeente 2")[0] == 0
    path = tmp_path / "ingevuld.pdf"
    path.write_bytes(by_pikepdf(form.read_bytes(), {ANSWER: "antwoord-4", "stelling.routine.belang": "7"}))
    return path


def partners_of(path: Path) -> dict:
    return json.loads(path.read_text(encoding="utf-8"))["vorm"]["answers"]["routine"]["partners"]


def test_it_writes_an_empty_form(capsys, dossier, tmp_path):
    code, out, err = run(capsys, dossier, "--pdf", tmp_path / "leeg.pdf")
    assert (code, err) == (0, "")
    assert "De lege vragenlijst staat in" in out
    mark = read_questionnaire((tmp_path / "leeg.pdf").read_bytes()).mark
    assert (mark.dossier, mark.partner) == ("d-1", "")


def test_it_reads_a_filled_form(capsys, dossier, filled, tmp_path):
    target = tmp_path / "nieuw.json"
    code, out, err = run(capsys, dossier, "--lees", filled, "--uit", target)
    assert (code, err) == (0, "")
    assert "Gemeente 2: 1 van de 13 stellingen beantwoord, 0 van de 13 vragen." in out
    assert "2 antwoorden zijn nieuw." in out
    assert partners_of(target) == {"p2": 4}
    assert json.loads(dossier.read_text())["vorm"]["answers"] == {}


def test_what_differs_is_kept_or_replaced(capsys, dossier, filled, tmp_path):
    first, second = tmp_path / "een.json", tmp_path / "twee.json"
    values = minimal(
        partners={"partners": [{"id": "p2", "name": "Gemeente 2"}]},
        vorm={"answers": {"routine": {"partners": {"p2": 1}}}},
    )
    dossier.write_text(json.dumps(values), encoding="utf-8")
    code, out, _ = run(capsys, dossier, "--lees", filled, "--uit", first)
    assert code == 0
    assert "in het dossier staat 1, in het formulier 4. Het dossier houdt zijn antwoord." in out
    assert partners_of(first) == {"p2": 1}
    code, out, _ = run(capsys, dossier, "--lees", filled, "--uit", second, "--bij-verschil", "vervang")
    assert "in het formulier 4. Vervangen." in out
    assert partners_of(second) == {"p2": 4}


def test_as_an_exchange_file(capsys, dossier, filled, tmp_path):
    target = tmp_path / "nieuw.vormwijzer"
    assert run(capsys, dossier, "--lees", filled, "--uit", target)[0] == 0
    contents = read_any(target.read_bytes())
    assert contents.dossier.vorm.answers["routine"].partners == {"p2": 4}
    assert contents.modified is not None


def test_a_form_for_anybody_needs_a_name(capsys, dossier, tmp_path):
    form, target = tmp_path / "leeg.pdf", tmp_path / "nieuw.json"
    run(capsys, dossier, "--pdf", form)
    form.write_bytes(by_pikepdf(form.read_bytes(), {ANSWER: "antwoord-4"}))
    code, _, err = run(capsys, dossier, "--lees", form, "--uit", target)
    assert (code, err) == (2, "Dit formulier is voor iedereen gemaakt. Noem de partner met --partner.\n")
    assert run(capsys, dossier, "--lees", form, "--uit", target, "--partner", "p3")[0] == 0
    assert partners_of(target) == {"p3": 4}
    form.write_bytes(by_pikepdf(form.read_bytes(), {"wie.organisatie": "GEMEENTE 1"}))
    assert run(capsys, dossier, "--lees", form, "--uit", target)[0] == 0
    assert partners_of(target) == {"p1": 4}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Kies --pdf"),
        (("--pdf", "a.pdf", "--lees", "b.pdf"), "Kies --pdf"),
        (("--pdf", "a.pdf", "--uit", "b.json"), "--uit hoort bij --lees"),
        (("--lees", "b.pdf"), "Vul --uit in"),
        (("--lees", "bestaat-niet.pdf", "--uit", "n.json"), "bestaat niet"),
        (("--lees", ".", "--uit", "n.json"), "is een map"),
        (("--pdf", "a.pdf", "--partner", "Niemand"), "De partner Niemand doet niet mee. Kies uit: Gemeente 1, "),
        (("--lees", "dossier.json", "--uit", "n.json"), "geen goede pdf"),
        (("--lees", "ingevuld.pdf", "--uit", "n.json", "--partner", "p1"), "voor een andere partner"),
        (("--lees", "ingevuld.pdf", "--uit", "ingevuld.pdf"), "is het formulier zelf"),
        (("--lees", "ingevuld.pdf", "--uit", "dossier.json"), "is het dossier zelf"),
    ],
)
def test_what_cannot_be_is_one_sentence(arguments, words, capsys, dossier, filled, monkeypatch):
    monkeypatch.chdir(dossier.parent)
    before = dossier.read_bytes(), filled.read_bytes()
    code, out, err = run(capsys, "dossier.json", *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert (dossier.read_bytes(), filled.read_bytes()) == before
    assert not (dossier.parent / "n.json").exists()


def test_a_form_of_another_dossier(capsys, filled, tmp_path):
    code, _, err = run(capsys, EXAMPLES / "bar.json", "--lees", filled, "--uit", tmp_path / "n.json")
    assert (code, err) == (2, "Deze vragenlijst hoort bij een ander dossier. Open dat dossier en lees hem daar in.\n")


def test_two_partners_of_one_name(capsys, tmp_path):
    path = tmp_path / "dossier.json"
    rows = [{"id": "a", "name": "Dubbel"}, {"id": "b", "name": "dubbel"}]
    path.write_text(json.dumps(minimal(partners={"partners": rows})), encoding="utf-8")
    code, _, err = run(capsys, path, "--pdf", tmp_path / "leeg.pdf", "--partner", "Dubbel")
    assert code == 2
    assert "Meer partners heten Dubbel" in err
    assert run(capsys, path, "--pdf", tmp_path / "leeg.pdf", "--partner", "b")[0] == 0
    path.write_text(json.dumps(minimal()), encoding="utf-8")
    code, _, err = run(capsys, path, "--pdf", tmp_path / "leeg.pdf", "--partner", "b")
    assert "Er zijn nog geen partners." in err
