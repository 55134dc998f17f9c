"""One edit changes one place: what is put there stands there, and the rest is what it was."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from models.dossier import Dossier, canonical_json, dossier_from_values
from models.dossier.base import EMPTY, NoAnswer
from models.dossier.differences import Difference, common_path, differences
from models.dossier.edit import (
    InvalidValueError,
    Path,
    fresh_id,
    is_keyed,
    key_of,
    path_from,
    path_key,
    record_added,
    record_moved,
    value_at,
    with_value,
    without,
)
from models.dossier.explore import Goal, Partner, TaskItem
from tests.models.samples import full, minimal
from tests.strategies import dossiers, texts


@pytest.fixture(scope="module")
def dossier() -> Dossier:
    return dossier_from_values(full())


def leaves(node: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    """Every place that holds one value: fields, entries of mappings, lists of plain values."""
    if isinstance(node, BaseModel) and not isinstance(node, NoAnswer):
        for name in type(node).model_fields:
            yield from leaves(getattr(node, name), (*path, name))
    elif isinstance(node, dict) and node:
        for key, value in node.items():
            yield from leaves(value, (*path, str(key)))
    elif isinstance(node, tuple) and node and all(map(is_keyed, node)):
        for row in node:
            yield from leaves(row, (*path, key_of(row)))
    else:
        yield path, node


def lists(node: Any, path: Path = ()) -> Iterator[Path]:
    """Every list of records that has some."""
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            yield from lists(getattr(node, name), (*path, name))
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from lists(value, (*path, str(key)))
    elif isinstance(node, tuple) and node and all(map(is_keyed, node)):
        yield path
        for row in node:
            yield from lists(row, (*path, key_of(row)))


def same(one: Dossier, other: Dossier) -> bool:
    return one == other and canonical_json(one.as_json()) == canonical_json(other.as_json())


def test_every_leaf_of_a_full_dossier_can_be_read_and_put_back(dossier: Dossier) -> None:
    found = list(leaves(dossier))
    assert len(found) > 400
    for path, value in found:
        assert value_at(dossier, path) == value, path
        assert same(with_value(dossier, path, value), dossier), path


@given(dossiers(), st.data())
def test_putting_back_what_stands_there_changes_nothing(dossier: Dossier, data: st.DataObject) -> None:
    path, value = data.draw(st.sampled_from(list(leaves(dossier))))
    assert same(with_value(dossier, path, value), dossier)


@given(dossiers(), dossiers(), st.data())
def test_what_is_put_stands_there_and_nothing_else_changed(
    dossier: Dossier, other: Dossier, data: st.DataObject
) -> None:
    found = dict(leaves(dossier))
    path = data.draw(st.sampled_from([path for path in found if path not in {("id",), ("format_version",)}]))
    value = dict(leaves(other)).get(path, found[path])
    after = with_value(dossier, path, value)
    assert value_at(after, path) == value
    assert all(d.path[: len(path)] == path for d in differences(dossier, after))
    assert same(with_value(after, path, found[path]), dossier)


@given(texts())
def test_a_path_survives_as_text(text: str) -> None:
    path = ("kosten", text, "a/b", "%2F", "")
    assert path_from(path_key(path)) == path


@given(st.lists(texts(), min_size=1, max_size=4), st.lists(texts(), min_size=1, max_size=4))
def test_two_paths_are_never_the_same_text(one: list[str], other: list[str]) -> None:
    assert (path_key(tuple(one)) == path_key(tuple(other))) == (one == other)


def test_records_added_and_taken_away_again(dossier: Dossier) -> None:
    new, tasks = TaskItem(id="nieuw", name="Een taak"), dossier.opgave.tasks
    for place in (None, 0, 1):
        after = record_added(dossier, ("opgave", "tasks"), new, place)
        assert tuple(task for task in after.opgave.tasks if task != new) == tasks
        assert after.opgave.tasks.index(new) == (len(tasks) if place is None else place)
        assert same(without(after, ("opgave", "tasks", "nieuw")), dossier)


def test_every_record_can_be_taken_away_and_moved_there_and_back(dossier: Dossier) -> None:
    paths = list(lists(dossier))
    assert len(paths) > 10
    for path in paths:
        records = value_at(dossier, path)
        for place, record in enumerate(records):
            here = (*path, key_of(record))
            assert same(record_added(without(dossier, here), path, record, place), dossier), here
            moved = record_moved(dossier, here, 1)
            back = record_moved(moved, here, -1) if place < len(records) - 1 else moved
            assert same(back, dossier), here


def test_moving_stops_at_an_end(dossier: Dossier) -> None:
    ids = [partner.id for partner in dossier.partners.partners]
    first, last = ids[0], ids[-1]
    path = ("partners", "partners")
    assert record_moved(dossier, (*path, first), -3) == dossier
    assert [p.id for p in record_moved(dossier, (*path, first), 99).partners.partners] == [*ids[1:], first]
    assert record_moved(dossier, (*path, last), 99) == dossier
    assert record_moved(dossier, (*path, "niemand"), 1) is dossier


def test_entries_of_mappings_are_made_and_taken_away() -> None:
    empty = dossier_from_values(minimal())
    joint = ("vorm", "answers", "beleid", "joint")
    answered = with_value(empty, joint, 4)
    assert value_at(answered, joint) == 4 and value_at(empty, joint) is None
    amount = ("kosten", "today", "a")
    counted = with_value(answered, amount, "310000.00")
    assert str(value_at(counted, amount)) == "310000.00"
    assert same(without(without(counted, amount), ("vorm", "answers", "beleid")), empty)
    assert without(empty, amount) == empty and without(empty, ("opgave", "facts", "f")) == empty
    assert without(empty, ("title",)) is empty


def test_a_choice_that_is_not_there_is_made_of_its_first_field() -> None:
    chosen = with_value(dossier_from_values(minimal()), ("vorm", "choice", "form"), "ssc")
    assert chosen.vorm.choice is not None and chosen.vorm.choice.form == "ssc"


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("title",), ""),
        (("title",), "  "),
        (("title",), "x" * 301),
        (("opgave", "question"), 5),
        (("opgave", "question"), "bel\x07"),
        (("opgave", "question"), "x" * 200_001),
        (("opgave", "vraag"), "x"),
        (("opgave", "review_on"), "5 maart"),
        (("opgave", "facts", "weg", "text"), "x"),
        (("opgave", "facts", "weg"), {}),
        (("vorm", "answers", "beleid", "joint"), 6),
        (("vorm", "answers", "beleid", "joint"), True),
        (("vorm", "answers", "bestaat-niet", "joint"), 3),
        (("vorm", "choice", "reason"), "zonder vorm"),
        (("partners", "partners", "aldermeer", "inhabitants"), -1),
        (("partners", "partners", "aldermeer", "name"), None),
        (("kosten", "today", "aldermeer"), "1.234"),
        (("kosten", "start_year"), 1066),
        (("nergens",), "x"),
    ],
)
def test_a_value_that_does_not_fit_is_refused_in_dutch(dossier: Dossier, path: Path, value: object) -> None:
    clean = with_value(dossier, ("vorm", "choice"), None)
    with pytest.raises(InvalidValueError) as caught:
        with_value(clean, path, value)
    assert caught.value.path == path
    assert caught.value.reason and not caught.value.reason.endswith(".")


def test_the_old_dossier_stays_as_it_was(dossier: Dossier) -> None:
    before = canonical_json(dossier.as_json())
    with_value(dossier, ("opgave", "question"), "Anders")
    record_moved(dossier, ("partners", "partners", "aldermeer"), 1)
    assert canonical_json(dossier.as_json()) == before


def test_what_did_not_change_is_shared(dossier: Dossier) -> None:
    after = with_value(dossier, ("partners", "partners", "aldermeer", "brings"), "Mensen")
    assert after.opgave is dossier.opgave
    assert after.partners.partners[1] is dossier.partners.partners[1]


def test_a_fresh_id_is_an_id() -> None:
    ids = {fresh_id() for _ in range(200)}
    assert len(ids) == 200
    assert all(Partner(id=key, name="A").id == key for key in ids)


def test_differences_name_the_places(dossier: Dossier) -> None:
    tasks, first = ("opgave", "tasks"), dossier.opgave.tasks[0].id
    changed = with_value(dossier, (*tasks, first, "name"), "Anders")
    assert [d.path for d in differences(dossier, changed)] == [(*tasks, first, "name")]
    assert common_path(dossier, changed) == (*tasks, first, "name")
    added = record_added(changed, tasks, TaskItem(id="nieuw"))
    assert Difference((*tasks, "nieuw"), None, TaskItem(id="nieuw")) in list(differences(dossier, added))
    assert common_path(dossier, added) == tasks
    wide = record_added(added, ("doelen", "goals"), Goal(id="g-nieuw"))
    assert common_path(dossier, wide) == ()
    moved = record_moved(dossier, ("partners", "partners", "aldermeer"), 1)
    assert common_path(dossier, moved) == ("partners", "partners")
    assert common_path(dossier, dossier) == () and list(differences(dossier, dossier)) == []


@given(dossiers(), dossiers())
def test_two_dossiers_without_differences_are_equal(one: Dossier, other: Dossier) -> None:
    assert (list(differences(one, other)) == []) == (one == other)
    assert list(differences(one, with_value(one, ("drafts",), EMPTY))) == [
        Difference(("drafts", key), text, None) for key, text in one.drafts.items()
    ]
