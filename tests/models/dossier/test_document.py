"""The document: frozen in every corner, a section for each step, closed for keys that it does not know."""

import copy
import pickle
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from pydantic import ValidationError

from models.dossier import Dossier, DossierError
from models.dossier.base import Frozen, ImmutableDict
from models.dossier.explore import OpgaveSection
from models.dossier.section import Section
from models.vocabulary import StepId
from tests.models.samples import changed, full, made, minimal, paths
from tests.strategies import dossiers

SIMPLE = (str, int, bool, float, type(None))


def _inside(value: object) -> Iterator[object]:
    yield value
    if isinstance(value, Frozen):
        for name in type(value).model_fields:
            yield from _inside(getattr(value, name))
    elif isinstance(value, dict):
        for entry in value.values():
            yield from _inside(entry)
    elif isinstance(value, (tuple, list, set)):
        for entry in value:
            yield from _inside(entry)


def _changeable(dossier: Dossier) -> list[object]:
    """Lists, sets and plain dicts anywhere inside."""
    return [
        part
        for part in _inside(dossier)
        if isinstance(part, (list, set, bytearray)) or (isinstance(part, dict) and type(part) is not ImmutableDict)
    ]


def test_there_is_a_section_for_each_of_the_fourteen_steps():
    dossier = made(minimal())
    sections = [dossier.section(step) for step in StepId]
    assert len(sections) == 14
    assert len({type(section) for section in sections}) == 14
    assert all(isinstance(section, Section) for section in sections)
    fields = {name for name, field in Dossier.model_fields.items() if isinstance(field.default, Section)}
    assert fields == {step.value for step in StepId}


def test_no_attribute_of_any_part_can_be_set_or_deleted():
    models = [part for part in _inside(made(full())) if isinstance(part, Frozen)]
    assert len(models) > 60
    for part in models:
        for name in type(part).model_fields:
            with pytest.raises(ValidationError, match="frozen"):
                setattr(part, name, getattr(part, name))
            with pytest.raises(ValidationError, match="frozen"):
                delattr(part, name)


def test_no_new_attribute_can_be_added():
    with pytest.raises(ValidationError):
        made(minimal()).vorm.anything = 1


def test_every_mapping_refuses_every_way_of_changing_it():
    mappings = [part for part in _inside(made(full())) if isinstance(part, dict)]
    assert len(mappings) > 20
    for mapping in mappings:
        before = dict(mapping)
        for change in (
            lambda m: m.__setitem__("x", 1),
            lambda m: m.__delitem__(next(iter(m), "x")),
            lambda m: m.update(x=1),
            lambda m: m.__ior__({"x": 1}),
            lambda m: m.pop("x", None),
            lambda m: m.popitem(),
            lambda m: m.setdefault("x", 1),
            lambda m: m.clear(),
        ):
            with pytest.raises(TypeError):
                change(mapping)
        assert mapping == before


@pytest.mark.parametrize("values", [minimal(), full()], ids=["defaults", "full"])
def test_nothing_inside_can_be_changed_in_place(values):
    assert _changeable(made(values)) == []


@settings(max_examples=20)
@given(dossiers())
def test_nothing_inside_any_dossier_can_be_changed_in_place(dossier):
    assert _changeable(dossier) == []


def test_what_was_read_does_not_change_with_the_values_it_was_read_from():
    values = full()
    dossier = made(values)
    before = dossier.as_json()
    values["vorm"]["answers"].clear()
    values["partners"]["partners"].clear()
    assert dossier.as_json() == before


def test_changing_the_plain_values_of_a_dossier_leaves_it_as_it_was():
    dossier = made(full())
    values = dossier.as_json()
    values["vorm"]["answers"].clear()
    assert dossier == made(full())


def test_with_section_replaces_that_section_and_nothing_else():
    before = made(full())
    section = OpgaveSection(question="Een andere vraag")
    after = before.with_section(StepId.OPGAVE, section)
    assert after.section(StepId.OPGAVE) is section
    assert all(after.section(step) is before.section(step) for step in StepId if step is not StepId.OPGAVE)
    assert before == made(full())
    assert changed(before.as_json(), {"opgave": section.model_dump(mode="json")}) == after.as_json()


@pytest.mark.parametrize("step", StepId)
def test_with_section_refuses_the_section_of_another_step(step):
    dossier = made(full())
    for other in StepId:
        if other is not step:
            with pytest.raises(TypeError, match=step.value):
                dossier.with_section(step, dossier.section(other))


def test_an_empty_dossier_has_only_empty_sections():
    dossier = made(minimal())
    for step in StepId:
        section = dossier.section(step)
        assert section == type(section)() == type(section).model_validate({})
    assert (dossier.created, dossier.fictional, dossier.short_route) == (None, False, False)
    assert (dossier.progress, dossier.drafts, dossier.format_version) == ({}, {}, 1)


def test_defaults_written_out_are_the_defaults():
    dossier = made(minimal())
    assert made(dossier.as_json()) == dossier


@pytest.mark.parametrize("name", ["id", "title", "dated"])
def test_id_title_and_day_have_no_default(name):
    values = minimal()
    del values[name]
    with pytest.raises(DossierError) as caught:
        made(values)
    assert (caught.value.where, caught.value.reason) == (name, "dit veld ontbreekt")


def _groups() -> list[str]:
    """The paths of full(), as text, at which a group of fields (no mapping by id) stands."""
    found = [""]
    dossier = made(full())
    for path in paths(full()):
        part = dossier
        for step in path:
            part = _step_into(part, step)
        if isinstance(part, Frozen) and not hasattr(part, "no_answer"):
            found.append(".".join(path))
    return found


def _step_into(part, step):
    if isinstance(part, tuple):
        return part[int(step)]
    if isinstance(part, dict):
        return {str(key): entry for key, entry in part.items()}[step]
    return getattr(part, step)


def test_a_key_that_the_schema_does_not_know_is_refused_everywhere():
    groups = _groups()
    assert len(groups) > 50
    for path in groups:
        where = f"{path}.verzonnen" if path else "verzonnen"
        with pytest.raises(DossierError) as caught:
            made(full(), {where: 1})
        assert (caught.value.where, caught.value.reason) == (where, "dit veld bestaat niet")


def test_a_deep_copy_is_the_same_object_because_nothing_can_change():
    dossier = made(full())
    assert copy.deepcopy(dossier) is dossier
    assert copy.deepcopy(dossier.vorm.answers) is dossier.vorm.answers


def test_a_dossier_survives_pickling_and_stays_frozen():
    again = pickle.loads(pickle.dumps(made(full())))
    assert again == made(full())
    assert _changeable(again) == []


def test_equal_dossiers_have_the_same_hash():
    assert hash(made(full())) == hash(made(full()))


@pytest.mark.parametrize("key", ["", ".a", "-a", "a b", "a/b", "é", "a" * 65, "a\n", "../a", "a\u0000"])
def test_an_id_is_a_plain_key_that_is_safe_as_a_file_name(key):
    with pytest.raises(DossierError) as caught:
        made(minimal(id=key))
    assert caught.value.where == "id"


@pytest.mark.parametrize("key", ["a", "A-1_b.c", "9", "a" * 64])
def test_an_id_holds_letters_digits_dots_and_dashes(key):
    assert made(minimal(id=key)).id == key


@pytest.mark.parametrize(("title", "fine"), [("", False), ("x", True), ("x" * 300, True), ("x" * 301, False)])
def test_a_title_has_one_to_three_hundred_signs(title, fine):
    if fine:
        assert made(minimal(title=title)).title == title
    else:
        with pytest.raises(DossierError, match="title"):
            made(minimal(title=title))
