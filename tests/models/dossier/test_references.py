"""Every place of a dossier that names a partner, a stakeholder or a cost key: one bad dossier for each."""

import re
from typing import Any

import pytest

from models.dossier import DossierError, dossier_from_values
from models.vocabulary import StepId
from tests.models.samples import changed, full, made

EXTRA: dict[str, Any] = {
    "opgave.interests": [{"id": "i1", "partner": "aldermeer"}],
    "opgave.agenda": [{"id": "a1", "partners": ["castelrade", "aldermeer"]}],
    "doelen.themes": [{"theme": "t1", "partners": ["brinkhoven", "aldermeer"]}],
    "krachtenveld.stakeholders.0.partner": "aldermeer",
    "beginsituatie.existing": [{"id": "e1", "partners": ["aldermeer"]}],
    "vorm.answers.beleid.partner_importance": {"aldermeer": 3},
    "kosten.keys.0.floors": {"aldermeer": "1.00"},
    "medewerkers.staff": {"aldermeer": {}},
    "besluitvorming.raad": {"aldermeer": {}},
    "kosten.keys.1": None,
}
"""With these beside it, full() names its first partner in every place where a partner can be named."""


def _everywhere() -> dict[str, Any]:
    values = full()
    values["kosten"]["keys"].append(None)
    key = {"id": "k2", "kind": "usage", "drivers": {"dossiers": {"aldermeer": 1}, "uren": {"aldermeer": 2}}}
    return changed(values, EXTRA | {"kosten.keys.1": key})


def _renamed(value: Any, old: str, new: str, way: tuple[str, ...] = ()) -> list[tuple[str, Any]]:
    """Every place where ``old`` stands as a value or a key, with the document in which it is ``new`` there alone."""
    found: list[tuple[str, Any]] = []
    if value == old:
        return [(".".join(way), new)]
    if isinstance(value, dict):
        for key, entry in value.items():
            if key == old:
                found.append((".".join((*way, key)), {new if k == old else k: v for k, v in value.items()}))
            else:
                inside = _renamed(entry, old, new, (*way, key))
                found += [(place, {**value, key: other}) for place, other in inside]
    elif isinstance(value, list):
        for index, entry in enumerate(value):
            inside = _renamed(entry, old, new, (*way, str(index)))
            found += [(place, [*value[:index], other, *value[index + 1 :]]) for place, other in inside]
    return found


def _places(old: str, *, but: str) -> list[tuple[str, Any]]:
    return [(place, other) for place, other in _renamed(_everywhere(), old, "niemand") if place != but]


PARTNER_PLACES = _places("aldermeer", but="partners.partners.0.id")
CRITERIA = 13


def test_the_document_itself_is_fine():
    assert made(_everywhere()).partners.partners[0].id == "aldermeer"


@pytest.mark.parametrize(("place", "values"), PARTNER_PLACES, ids=[place for place, _ in PARTNER_PLACES])
def test_a_partner_that_does_not_exist_is_found_wherever_it_is_named(place, values):
    with pytest.raises(DossierError) as caught:
        dossier_from_values(values)
    assert caught.value.reason == "onbekende partner: niemand"
    section, field, *_ = place.split(".")
    assert caught.value.where.startswith(f"{section}.{field}")
    dossier_from_values(values, references=False)


def test_those_are_all_the_places_that_can_name_a_partner():
    places = {re.sub(r"\.\d+", ".*", place).replace("aldermeer", "@") for place, _ in PARTNER_PLACES}
    statements = {place for place in places if place.startswith("vorm.answers.")}
    assert len(statements) == CRITERIA + 1
    assert places - statements == {
        "opgave.interests.*.partner",
        "opgave.agenda.*.partners.*",
        "doelen.themes.*.partners.*",
        "krachtenveld.stakeholders.*.partner",
        "beginsituatie.existing.*.partners.*",
        "sturing.votes.@",
        "kosten.today.@",
        "kosten.keys.*.drivers.inwoners.@",
        "kosten.keys.*.drivers.dossiers.@",
        "kosten.keys.*.drivers.uren.@",
        "kosten.keys.*.floors.@",
        "kosten.keys.*.ceilings.@",
        "uren.entries.*.partner",
        "uren.productive_hours.@",
        "medewerkers.staff.@",
        "besluitvorming.seat",
        "besluitvorming.raad.@",
    }


def test_a_partner_that_was_removed_may_still_be_named():
    assert made(_everywhere(), {"partners.partners.0.removed": True}).partners.active[0].id == "brinkhoven"


@pytest.mark.parametrize("end", ["source", "target"])
def test_a_line_ends_at_a_stakeholder_that_exists(end):
    with pytest.raises(DossierError) as caught:
        made(full(), {f"krachtenveld.relations.0.{end}": "niemand"})
    assert (caught.value.where, caught.value.reason) == (
        f"krachtenveld.relations.r1.{end}",
        "onbekende belanghebbende: niemand",
    )


def test_a_partner_is_no_stakeholder():
    with pytest.raises(DossierError, match="onbekende belanghebbende: aldermeer"):
        made(full(), {"krachtenveld.relations.0.source": "aldermeer"})


def test_the_chosen_key_is_one_of_the_keys():
    with pytest.raises(DossierError) as caught:
        made(full(), {"kosten.chosen": "k9"})
    assert (caught.value.where, caught.value.reason) == ("kosten.chosen", "onbekende verdeelsleutel: k9")


LISTS: dict[str, dict[str, Any]] = {
    "opgave.facts": {"id": "x"},
    "opgave.tasks": {"id": "x"},
    "opgave.interests": {"id": "x", "partner": "aldermeer"},
    "opgave.agenda": {"id": "x"},
    "doelen.goals": {"id": "x"},
    "doelen.themes": {"theme": "x"},
    "krachtenveld.relations": {"id": "x", "source": "raad", "target": "or"},
    "beginsituatie.existing": {"id": "x"},
    "factoren.factors": {"id": "x", "direction": "blocking"},
    "kosten.items": {"id": "x", "kind": "ict"},
    "kosten.savings": {"id": "x", "year": 2030, "amount": "1.00"},
    "uren.entries": {"id": "x", "partner": "aldermeer"},
    "vaststelling.beslispunten": {"id": "x", "text": "Besluit"},
    **{f"{step}.notes": {"id": "x"} for step in StepId},
}


@pytest.mark.parametrize("place", LISTS)
def test_an_id_stands_once_in_its_list(place):
    row = LISTS[place]
    other = row | {("theme" if "theme" in row else "id"): "y"}
    made(full(), {place: [row, other]})
    with pytest.raises(DossierError) as caught:
        made(full(), {place: [row, other, row]})
    assert (caught.value.where, caught.value.reason) == (place, "het id x staat er twee keer in")


@pytest.mark.parametrize("place", ["partners.partners", "krachtenveld.stakeholders", "kosten.keys"])
def test_nor_twice_where_others_refer_to_it(place):
    section, field = place.split(".")
    rows = full()[section][field]
    with pytest.raises(DossierError, match="twee keer"):
        made(full(), {place: [*rows, rows[0]]})


def test_two_lists_may_use_the_same_id():
    made(full(), {"opgave.facts": [{"id": "x"}], "opgave.agenda": [{"id": "x"}], "doelen.goals": [{"id": "x"}]})
