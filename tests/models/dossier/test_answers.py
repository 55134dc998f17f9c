"""Nothing yet, "weet ik niet", "niet van toepassing" and "later": different everywhere, through JSON and back."""

import typing
from collections.abc import Iterator
from decimal import Decimal
from enum import Enum
from functools import cache
from typing import Annotated, Any, Union, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from models.dossier import DossierError, canonical_json, read_dossier
from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN, Answer, Frozen, NoAnswer, Number, Score, Text, known
from models.dossier.legal_facts import Bodies
from models.vocabulary import BodyKind
from tests.models.samples import made, minimal

NONE_OF_FOUR = (None, UNKNOWN, NOT_APPLICABLE, LATER)


def _models(base: type[Frozen] = Frozen) -> Iterator[type[Frozen]]:
    for model in base.__subclasses__():
        if model.__module__.startswith("models.dossier."):
            yield model
        yield from _models(model)


def _answers_in(hint: Any) -> Iterator[Any]:
    """The ``Answer`` unions inside a type hint."""
    if get_origin(hint) is Union and NoAnswer in get_args(hint):
        yield hint
        return
    for part in get_args(hint):
        if get_origin(hint) is not Annotated or part is get_args(hint)[0]:
            yield from _answers_in(part)


@cache
def _fields() -> dict[str, Any]:
    found = {}
    for model in _models():
        hints = typing.get_type_hints(model, include_extras=True)
        for name in model.model_fields:
            for hint in _answers_in(hints[name]):
                found[f"{model.__name__}.{name}"] = hint
    return found


def _plain_type(hint: Any) -> type:
    inner = get_args(hint)[0]
    while get_origin(inner) is Annotated:
        inner = get_args(inner)[0]
    return get_origin(inner) or inner


def test_every_kind_of_answer_is_among_the_fields():
    kinds = {_plain_type(hint) for hint in _fields().values()}
    assert {int, Decimal, bool, str, tuple} <= kinds
    assert any(issubclass(kind, Enum) for kind in kinds)
    assert len(_fields()) > 50


@pytest.mark.parametrize("field", _fields())
def test_the_four_stay_different_through_json_and_back(field):
    adapter = TypeAdapter(_fields()[field])
    written = [adapter.dump_json(answer) for answer in NONE_OF_FOUR]
    assert len(set(written)) == 4
    read = [adapter.validate_json(data) for data in written]
    assert read == list(NONE_OF_FOUR)
    assert [type(answer) for answer in read] == [type(answer) for answer in NONE_OF_FOUR]


def test_without_an_answer_nothing_is_filled_in_yet():
    models = {model.__name__: model for model in _models()}
    for model, name in (field.split(".") for field in _fields()):
        assert models[model].model_fields[name].default in (None, {}), (model, name)


FALSY: list[tuple[Any, Any]] = [
    (Answer[Annotated[int, "any"]], 0),
    (Answer[Number], Decimal(0)),
    (Answer[bool], False),
    (Answer[Text], ""),
    (Answer[Bodies], ()),
]


@pytest.mark.parametrize(("hint", "value"), FALSY, ids=["int", "Decimal", "bool", "str", "tuple"])
def test_nought_no_and_empty_are_answers(hint, value):
    adapter = TypeAdapter(hint)
    again = adapter.validate_json(adapter.dump_json(value))
    assert again == value
    assert type(again) is type(value)
    assert again is not None
    assert known(again) == value


PLACES: dict[str, Any] = {
    "partners.partners.0.inhabitants": 12,
    "partners.partners.0.fte": "12.50",
    "partners.partners.0.own_policy": False,
    "partners.partners.0.intake.answers.reden": "unknown",
    "sturing.main": "netwerkend",
    "rechtsvorm.facts.bodies": ["raad", "college"],
    "vorm.answers.beleid.joint": 1,
    "vorm.answers.beleid.partners.p1": 5,
    "kosten.today.p1": "0.00",
}


@pytest.mark.parametrize("path", PLACES)
def test_in_a_dossier_five_states_make_five_documents(path):
    values = minimal(partners={"partners": [{"id": "p1", "name": "Een"}]})
    states = [None, *({"no_answer": kind} for kind in ("unknown", "not_applicable", "later")), PLACES[path]]
    dossiers = [made(values, {path: state}) for state in states]
    written = [canonical_json(dossier.as_json()) for dossier in dossiers]
    assert len(set(written)) == 5
    assert [read_dossier(data) for data in written] == dossiers


def test_known_is_none_for_all_four_and_the_answer_otherwise():
    assert [known(answer) for answer in NONE_OF_FOUR] == [None] * 4
    assert known(3) == 3


@given(st.sampled_from([{}, {"no_answer": "onbekend"}, {"no_answer": None}, {"no_answer": "later", "x": 1}, {"x": 1}]))
def test_another_kind_of_no_answer_is_refused(value):
    with pytest.raises(DossierError) as caught:
        made(minimal(vorm={"answers": {"beleid": {"joint": value}}}))
    assert caught.value.where.startswith("vorm.answers.beleid.joint")


@pytest.mark.parametrize("value", [0, 6, "3", 3.0, True, "unknown", "null", [], [3]])
def test_a_score_is_a_whole_number_from_one_to_five_and_nothing_that_looks_like_it(value):
    with pytest.raises(DossierError) as caught:
        made(minimal(vorm={"answers": {"beleid": {"joint": value}}}))
    assert caught.value.where == "vorm.answers.beleid.joint"


def test_scores_are_one_to_five():
    assert [TypeAdapter(Answer[Score]).validate_python(n) for n in range(1, 6)] == [1, 2, 3, 4, 5]


def test_the_same_bodies_in_another_order_are_the_same_answer():
    one, other = (
        made(minimal(rechtsvorm={"facts": {"bodies": bodies}}))
        for bodies in (["college", "raad", "college"], ["raad", "college"])
    )
    assert one == other
    assert one.rechtsvorm.facts.bodies == (BodyKind.RAAD, BodyKind.COLLEGE)
    assert canonical_json(one.as_json()) == canonical_json(other.as_json())


@pytest.mark.parametrize(
    ("written", "read"), [(0.1, "0.1"), ("0.1", "0.1"), (1, "1"), ("2.50", "2.50"), (1e3, "1000.0")]
)
def test_a_number_is_exactly_what_was_typed(written, read):
    fact = {"id": "f", "figure": written}
    assert str(made(minimal(opgave={"facts": [fact]})).opgave.facts[0].figure) == read


@pytest.mark.parametrize("amount", ["0.001", "1.234", 1e20, "1e16", True, "NaN", "-Infinity", "1,50", "€ 1"])
def test_money_is_exact_to_the_cent(amount):
    with pytest.raises(DossierError) as caught:
        made(minimal(partners={"partners": [{"id": "p", "name": "P"}]}, kosten={"today": {"p": amount}}))
    assert caught.value.where == "kosten.today.p"
