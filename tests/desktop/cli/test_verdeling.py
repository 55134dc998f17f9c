"""The command verdeling: contributions as a table, as JSON and as a spreadsheet, and what it refuses."""

import io
import json
from decimal import Decimal

import openpyxl
import pytest

from desktop.cli.advice_commands import EXAMPLES
from desktop.cli.main import main
from models.agreements.contributions import work_out
from tests.desktop.spreadsheet.samples import COSTS, KEYS, dossier_with

_KEYS = ("inhabitants", "hours-rate", "obstacle")


def _values(**changes):
    keys = [{"id": name, "name": f"Sleutel {name}", **KEYS[name]} for name in _KEYS]
    return dossier_with({**COSTS, "keys": keys, "chosen": "inhabitants", **changes})


@pytest.fixture
def source(tmp_path):
    path = tmp_path / "in.json"
    path.write_text(_values().model_dump_json(), encoding="utf-8")
    return path


def run(capsys, *arguments):
    code = main(["verdeling", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def test_contributions_differences_obstacles_and_remarks_in_words(capsys, source):
    code, out, err = run(capsys, source)
    assert (code, err) == (0, "")
    assert "Verdeelsleutel: Sleutel inhabitants (gekozen)" in out
    assert "Bijdrage per jaar in euro’s (structureel, met btw)" in out
    aldermeer = next(line for line in out.splitlines() if line.strip().startswith("Aldermeer"))
    assert aldermeer.split() == ["Aldermeer", "393.188,46", "397.117,17", "404.329,92", "414.326,33", "414.326,33"]
    assert "N 68.773,23" in out
    assert "V = voordeel: u betaalt minder dan nu." in out
    assert "Nog geen uitkomst: De aandelen zijn samen 90%. Maak er samen 100% van." in out
    assert "De tarieven zijn eerst afgerond op 2 decimalen van een euro." in " ".join(out.split())
    assert "brengen de prijzen" in out


def test_columns_stand_below_each_other_for_any_script(capsys, source):
    _, out, _ = run(capsys, source)
    lines = out.splitlines()
    start = next(n for n, line in enumerate(lines) if "Bijdrage per jaar" in line)
    wide = {"漢": 2, "字": 2}
    ends = {sum(wide.get(sign, 1) for sign in line) for line in lines[start + 1 : start + 7]}
    assert len(ends) == 1


def test_a_long_name_is_cut(capsys, tmp_path):
    partners = [{"id": "a", "name": "x" * 400}, {"id": "b", "name": "漢" * 60}]
    kosten = {"start_year": 2028, "items": COSTS["items"], "keys": [{"id": "k", "kind": "equal"}]}
    path = tmp_path / "lang.json"
    path.write_text(dossier_with(kosten, partners).model_dump_json(), encoding="utf-8")
    code, out, _ = run(capsys, path)
    assert code == 0
    assert "x" * 27 + "…" in out
    assert max(map(len, out.splitlines())) < 120


def test_ten_years_come_in_two_tables(capsys, tmp_path):
    path = tmp_path / "lang.json"
    path.write_text(_values(years=10).model_dump_json(), encoding="utf-8")
    _, out, _ = run(capsys, path)
    heads = [line.split() for line in out.splitlines() if line.strip().startswith("Partner")]
    assert ["Partner", "2028", "2029", "2030", "2031", "2032"] in heads
    assert ["Partner", "2033", "2034", "2035", "2036", "2037"] in heads


def test_json_holds_amounts_as_text(capsys, source):
    code, out, err = run(capsys, source, "--json")
    assert (code, err) == (0, "")
    found = json.loads(out, parse_float=lambda text: pytest.fail(f"a binary number: {text}"))
    dossier = _values()
    outcome = work_out(dossier.kosten, dossier.partners.active)
    assert found["chosen"] == "inhabitants"
    assert [key["id"] for key in found["keys"]] == list(_KEYS)
    for key, given in zip(outcome.keys, found["keys"], strict=True):
        assert [year["year"] for year in given["years"]] == [year.year for year in key.years]
        for year, shown in zip(key.years, given["years"], strict=True):
            assert shown["to_share"] == str(year.to_share)
            assert [c["structural"] for c in shown["contributions"]] == [str(c.structural) for c in year.contributions]
            assert [c["difference"] for c in shown["contributions"]] == [str(c.difference) for c in year.contributions]
    obstacle = found["keys"][2]
    assert (obstacle["years"], obstacle["obstacles"][0]["kind"]) == ([], "weights_not_whole")
    assert Decimal(found["keys"][1]["settled"][0]["still_to_pay"]) == Decimal("-8020.00")


def test_spreadsheets_are_written(capsys, source, tmp_path):
    xlsx, ods = tmp_path / "blad met spaties é.xlsx", tmp_path / "blad.ods"
    code, out, err = run(capsys, source, "--xlsx", xlsx, "--ods", ods)
    assert (code, err) == (0, "")
    assert f"Het rekenblad staat in {xlsx}." in out
    assert "Sleutel inhabitants" in openpyxl.load_workbook(io.BytesIO(xlsx.read_bytes())).sheetnames
    assert ods.read_bytes().startswith(b"PK")
    assert sorted(p.name for p in tmp_path.glob("*blad*")) == ["blad met spaties é.xlsx", "blad.ods"]


def test_json_and_a_spreadsheet_go_together(capsys, source, tmp_path):
    code, out, _ = run(capsys, source, "--json", "--xlsx", tmp_path / "a.xlsx")
    assert code == 0
    assert json.loads(out)["title"] == "Proef & co"
    assert (tmp_path / "a.xlsx").exists()


def test_a_dossier_without_keys_ends_with_one(capsys):
    code, out, err = run(capsys, EXAMPLES / "matrix.json")
    assert (code, err) == (1, "")
    assert "Er zijn nog geen verdeelsleutels." in out


def test_keys_without_an_outcome_end_with_one(capsys, tmp_path):
    path = tmp_path / "in.json"
    keys = [{"id": "k", **KEYS["obstacle"]}]
    path.write_text(_values(keys=keys, chosen=None).model_dump_json(), encoding="utf-8")
    code, out, _ = run(capsys, path)
    assert code == 1
    assert "Nog geen uitkomst" in out


def _refused(capsys, *arguments):
    code, out, err = run(capsys, *arguments)
    assert (code, out) == (2, "")
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "geen dossier"),
        (b"{", "JSON"),
        (b"[]", "dossier"),
        (b'{"format_version": 1}', "ontbreekt"),
        (b"\xff\xfe", "geen dossier"),
    ],
)
def test_a_wrong_file_is_refused(capsys, tmp_path, data, word):
    path = tmp_path / "slecht.json"
    path.write_bytes(data)
    target = tmp_path / "uit.xlsx"
    assert word in _refused(capsys, path, "--xlsx", target)
    assert not target.exists()


def test_a_newer_dossier_is_refused(capsys, source, tmp_path):
    values = {**json.loads(source.read_text(encoding="utf-8")), "format_version": 99}
    path = tmp_path / "nieuw.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    assert "nieuwere versie" in _refused(capsys, path)


def test_wrong_words_are_refused(capsys, source, tmp_path):
    assert "bestaat niet" in _refused(capsys, tmp_path / "weg.json")
    assert "map" in _refused(capsys, tmp_path)
    assert "BESTAND" in _refused(capsys)
    assert "onbekend" in _refused(capsys, source, "--onzin")
    assert "--xlsx" in _refused(capsys, source, "--xlsx")


@pytest.mark.parametrize("option", ["--xlsx", "--ods"])
def test_a_wrong_target_is_refused(capsys, source, tmp_path, option):
    before = source.read_bytes()
    assert "map" in _refused(capsys, source, option, tmp_path)
    assert "bestaat niet" in _refused(capsys, source, option, tmp_path / "weg" / "a.xlsx")
    assert "het dossier zelf" in _refused(capsys, source, option, source)
    assert "te lang" in _refused(capsys, source, option, tmp_path / ("a" * 300))
    assert source.read_bytes() == before


def test_two_spreadsheets_cannot_have_one_name(capsys, source, tmp_path):
    target = tmp_path / "a.xlsx"
    assert "hetzelfde bestand" in _refused(capsys, source, "--xlsx", target, "--ods", tmp_path / "." / "a.xlsx")
    assert not target.exists()


def test_a_target_that_cannot_be_written(capsys, source, tmp_path, monkeypatch):
    """Root may write everywhere, so the system is made to refuse."""
    import tempfile

    def refuse(**_options):
        raise PermissionError(13, "Permission denied")

    target = tmp_path / "a.xlsx"
    target.write_bytes(b"oud")
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert "schrijven" in _refused(capsys, source, "--xlsx", target)
    assert target.read_bytes() == b"oud"


def test_help_is_dutch(capsys):
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert out.startswith("Gebruik: vormwijzer verdeling")
    assert "laat deze uitleg zien" in out
