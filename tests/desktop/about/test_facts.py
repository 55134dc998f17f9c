"""What "Over Vormwijzer" tells, the same in the window, on the command line and for the helpdesk."""

import json
from pathlib import Path

import pytest

from desktop.about.build import Build
from desktop.about.facts import PROMISE, about_of, origin_words
from desktop.places import Origin, Place, Places
from desktop.policy import Policy
from models.storage.errors import PolicyFailed


@pytest.fixture
def places(tmp_path: Path) -> Places:
    library = Place(tmp_path / "data" / "mijn-dossiers.db", Origin.POLICY)
    (tmp_path / "data").mkdir()
    rules = Policy(
        desk="Servicedesk", contact="toestel 1234", unknown=("plaatsen.gegeven",), template=Path("/weg.json")
    )
    settings, program = Place(tmp_path / "config", Origin.STANDARD), Place(tmp_path, Origin.ENVIRONMENT)
    policy = Place(tmp_path / "beleid.toml", Origin.PORTABLE)
    return Places(library, library, settings, program, policy, rules)


def test_every_place_with_its_reason(places: Places) -> None:
    facts = {one.key: one for one in about_of(places).places}
    assert list(facts) == ["library", "backups", "settings", "reports", "program", "policy"]
    assert facts["library"].words == "bepaald door uw beheerder"
    assert facts["library"].there and not facts["backups"].there and not facts["settings"].there
    assert facts["library"].folder == places.library.path.parent
    assert facts["policy"].folder == places.library.path.parent.parent
    assert "policy" not in {one.key for one in about_of(places._replace(policy=None, rules=None)).places}


@pytest.mark.parametrize("origin", Origin)
def test_every_origin_has_words(origin: Origin) -> None:
    assert origin_words(origin)


def test_the_text_for_the_helpdesk_holds_all_of_it(places: Places) -> None:
    about = about_of(places, Build("1.2.3", from_source=True))
    text = about.as_text()
    for one in about.places:
        assert str(one.path) in text and one.words in text
    for words in (*PROMISE, "Versie: 1.2.3", "Hulp: Servicedesk, toestel 1234", "plaatsen.gegeven", "/weg.json"):
        assert words in text
    values = json.loads(json.dumps(about.as_json()))
    assert values["policy"]["unknown"] == ["plaatsen.gegeven"] and values["version"] == "1.2.3"
    assert [row["origin"] for row in values["places"]][:2] == ["policy", "policy"]


def test_what_is_wrong_with_the_policy_is_told(places: Places) -> None:
    trouble = PolicyFailed(Path("/b.toml"), "Het beleidsbestand /b.toml is geen goede TOML.")
    about = about_of(places._replace(rules=None, trouble=trouble))
    assert about.policy_lines == (trouble.reason,)
    assert about.help_words == "" and trouble.reason in about.as_text()
    quiet = about_of(places._replace(rules=None, policy=None))
    assert quiet.policy_lines == ()
