"""Ordered migrations, tried with stand-ins: version 1 is the first, so there are no real ones yet."""

import pytest

from models.dossier import FORMAT_VERSION, DossierError, NewerVersionError, dossier_from_values
from models.dossier.migrations import MIGRATIONS, migrate
from tests.models.samples import full


def _table(*versions):
    """A migration per version that notes its name and leaves the rest alone."""

    def lift(version):
        return lambda values: {**values, "ran": [*values.get("ran", []), version]}

    return {version: lift(version) for version in versions}


@pytest.mark.parametrize("start", [1, 2, 3, 4])
def test_each_migration_from_the_version_found_runs_once_and_in_order(start):
    lifted = migrate({"format_version": start}, _table(3, 1, 4, 2), newest=5)
    assert lifted == {"format_version": 5, "ran": list(range(start, 5))}


def test_a_migration_sees_the_version_it_lifts_from_and_what_the_one_before_made():
    seen = []

    def first(values):
        seen.append(values["format_version"])
        return {"format_version": 1, "new": values["old"] + 1}

    def second(values):
        seen.append(values["format_version"])
        return {"newer": values["new"] + 1}

    assert migrate({"format_version": 1, "old": 1}, {1: first, 2: second}, newest=3) == {
        "format_version": 3,
        "newer": 3,
    }
    assert seen == [1, 2]


def test_the_newest_version_is_returned_untouched():
    values = {"format_version": 3, "x": [1]}
    assert migrate(values, _table(1, 2, 3), newest=3) is values
    assert values == {"format_version": 3, "x": [1]}


def test_the_values_given_are_not_changed_by_a_migration_that_edits_in_place():
    def edits(values):
        values["title"] = "nieuw"
        return values

    values = {"format_version": 1, "title": "oud"}
    assert migrate(values, {1: edits}, newest=2)["title"] == "nieuw"
    assert values == {"format_version": 1, "title": "oud"}


@pytest.mark.parametrize("start", [1, 2])
def test_a_gap_is_refused_by_the_version_that_cannot_be_lifted(start):
    with pytest.raises(DossierError) as caught:
        migrate({"format_version": start}, _table(1, 3), newest=4)
    assert (caught.value.where, caught.value.reason) == ("format_version", "versie 2 kan niet worden omgezet")


def test_a_version_past_the_gap_needs_no_migration_before_it():
    assert migrate({"format_version": 3}, _table(1, 3), newest=4)["ran"] == [3]


def test_a_newer_version_is_refused_and_no_migration_runs():
    with pytest.raises(NewerVersionError) as caught:
        migrate({"format_version": 5}, _table(1, 2, 3, 4, 5), newest=4)
    assert (caught.value.found, caught.value.newest) == (5, 4)


@pytest.mark.parametrize("version", [None, 0, -3, True, "1", 1.0])
def test_no_whole_version_from_one_is_refused(version):
    with pytest.raises(DossierError, match="versie") as caught:
        migrate({"format_version": version}, _table(1), newest=2)
    assert not isinstance(caught.value, NewerVersionError)
    with pytest.raises(DossierError):
        migrate({}, _table(1), newest=2)


def test_there_is_a_migration_for_every_version_before_the_newest():
    assert sorted(MIGRATIONS) == list(range(1, FORMAT_VERSION))


def test_a_dossier_of_the_newest_version_is_what_the_program_writes():
    assert dossier_from_values(full()).as_json()["format_version"] == FORMAT_VERSION
