"""``vormwijzer kalender``: what it prints, what it writes, how it ends."""

import json

import icalendar
import pytest

from desktop.cli.advice_commands import EXAMPLES
from desktop.cli.main import main
from tests.models.planning.plans import plan_of


def run(capsys, *arguments):
    code = main(["kalender", *map(str, arguments)])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def planned(tmp_path):
    path = tmp_path / "dossier.json"
    dossier = plan_of(in_force="2027-03-01", budget_year=2028, leaving="p2", leaving_start="2028-01-10")
    path.write_text(json.dumps(dossier.as_json()), encoding="utf-8")
    return path


def test_it_prints_steps_terms_and_what_to_watch(capsys, planned):
    code, out, err = run(capsys, planned)
    assert (code, err) == (0, "")
    for part in (
        "Van eerste besluit tot start",
        "De samenwerking kan starten vanaf 15 juni 2027.",
        "Starten op 1 maart 2027 kan niet. De stap “Zienswijze van de raden” duurt dan nog.",
        "9 februari 2027 tot en met 6 april 2027",
        "wet: 8 weken · artikel 1, derde lid, Wgr",
        "gemeente van de zetel (Gemeente 1) · planning: 1 week",
        "Let op",
        "De jaarlijkse begroting",
        "Uiterlijk 22 juni 2027",
        "Uittreden",
        "Dit is geen juridisch advies.",
    ):
        assert part in out
    assert max(map(len, out.splitlines())) <= 100
    assert "\u00a0" not in out


def test_as_json(capsys, planned):
    code, out, _ = run(capsys, planned, "--json")
    rows = json.loads(out)
    assert code == 0
    assert [row["kind"] for row in rows] == ["besluitvorming", "begroting", "uittreden"]
    first = rows[0]
    assert (first["first_possible"], first["wished_met"], first["float_days"]) == ("2027-06-15", False, -106)
    view = next(step for step in first["steps"] if step["step"] == "zienswijze")
    assert (view["start"], view["end"], view["article"]) == ("2027-02-09", "2027-04-06", "artikel 1, derde lid, Wgr")
    assert view["term"] == {
        "id": "zienswijze-ontwerp-regeling",
        "kind": "wettelijk",
        "value": 8,
        "unit": "weken",
        "own": False,
    }
    assert view["raden"][0] == {"partner": "p1", "day": "2027-04-06", "meeting": False}
    assert all(note["kind"] and note["text"] for row in rows for note in row["remarks"])


def test_it_writes_a_file_for_an_agenda(capsys, planned, tmp_path):
    target = tmp_path / "planning é.ics"
    code, out, _ = run(capsys, planned, "--ics", target)
    assert code == 0
    assert f"De agenda staat in {target}." in out
    data = target.read_bytes()
    assert len(icalendar.Calendar.from_ical(data).walk("VEVENT")) > 20
    run(capsys, planned, "--ics", target, "--json")
    assert target.read_bytes() == data


def test_json_stays_json_beside_a_file(capsys, planned, tmp_path):
    _, out, _ = run(capsys, planned, "--json", "--ics", tmp_path / "a.ics")
    assert json.loads(out)


def test_a_dossier_without_a_start_says_what_lacks(capsys):
    code, out, err = run(capsys, EXAMPLES / "bar.json")
    assert (code, err) == (1, "")
    assert "Vul in wanneer de procedure begint." in out


def test_nothing_is_written_where_there_is_nothing_to_plan(capsys, tmp_path):
    target = tmp_path / "leeg.ics"
    code, out, err = run(capsys, EXAMPLES / "bar.json", "--ics", target)
    assert (code, out) == (2, "")
    assert err.startswith("Er is nog niets te plannen.")
    assert err.count("\n") == 1
    assert not target.exists()


def test_without_a_chosen_basis_the_advised_one_is_used(capsys, tmp_path):
    values = plan_of(None).as_json()
    facts = {"bodies": ["college"], "powers": "none", "legal_personality": False, "private_parties": False}
    values["rechtsvorm"]["facts"] = {**values["rechtsvorm"]["facts"], **facts}
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    code, out, _ = run(capsys, path, "--json")
    first = json.loads(out)[0]
    assert code == 0
    assert first["basis"] == "convenant"
    assert "basis_advised" in {note["kind"] for note in first["remarks"]}


@pytest.mark.parametrize(
    "arguments",
    [
        ("bestaat-niet.json",),
        ("{planned}", "--ics", "{planned}"),
        ("{planned}", "--ics", "{folder}"),
        ("{planned}", "--ics", "{folder}/geen/map/a.ics"),
        ("{planned}", "--ics"),
        (),
    ],
)
def test_bad_input_ends_with_a_sentence(capsys, planned, tmp_path, arguments):
    before = planned.read_bytes()
    filled = [word.format(planned=planned, folder=tmp_path) for word in arguments]
    code, out, err = run(capsys, *filled)
    assert (code, out) == (2, "")
    assert err.strip().endswith(".")
    assert "Traceback" not in err
    assert planned.read_bytes() == before


def test_it_explains_itself_in_dutch(capsys):
    code, out, _ = run(capsys, "--help")
    assert code == 0
    assert out.startswith("Gebruik: vormwijzer kalender")
    assert "--ics" in out
