"""Two versions beside each other: nothing where nothing differs, each edit found, exact money."""

import copy
import json
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.advice.advise import advise
from models.dossier import Dossier, content_hash, dossier_from_values
from models.dossier.differences import differences
from models.dossier.edit import with_value
from models.knowledge import Knowledge
from models.signoff.advice_changes import AdvicePart, advice_changes, fraction_of
from models.signoff.comparison import Side, compare, frozen_advice, side_now, side_of
from models.signoff.money_changes import MoneyKind, money_changes
from models.signoff.proposal import proposal_changes, proposal_of
from models.vocabulary import StepId
from tests.models.samples import full
from tests.models.signoff.samples import frozen
from tests.strategies import dossiers, texts

FULL = dossier_from_values(full())


def bare(dossier: Dossier) -> Side:
    return Side(dossier, {}, "1")


def side(dossier: Dossier, knowledge: Knowledge) -> Side:
    return side_now(dossier, advise(dossier, knowledge, samples=False), knowledge)


@given(dossiers())
def test_a_dossier_equals_itself(dossier: Dossier) -> None:
    found = compare(bare(dossier), bare(dossier))
    assert found.empty
    assert not found.lapses
    assert found.money.empty
    assert found.steps() == ()


@given(dossiers(dossier_id="a"), dossiers(dossier_id="a"))
def test_every_difference_is_found_and_nothing_else(before: Dossier, after: Dossier) -> None:
    found = compare(bare(before), bare(after))
    texts_changed = proposal_changes(proposal_of(before), proposal_of(after))
    assert found.proposal == texts_changed
    steps = {d.path[0] for d in found.answers}
    wanted = {s.value for s in StepId if before.section(s) != after.section(s)} - {"vaststelling"}
    assert steps == wanted
    rest = {"beslispunten": (), **dict.fromkeys(("summary", "minority_view", "why_now", "changes"), "")}
    bare_ends = [d.vaststelling.model_copy(update={**rest, "questions": ()}) for d in (before, after)]
    assert bool(found.beside) == (bare_ends[0] != bare_ends[1])
    same_head = all(getattr(before, name) == getattr(after, name) for name in ("title", "dated", "fictional"))
    assert found.empty == (not steps and not found.beside and not texts_changed and same_head)
    back = compare(bare(after), bare(before))
    assert {(d.path, d.after, d.before) for d in back.head} == {(d.path, d.before, d.after) for d in found.head}
    assert {d.path for d in back.answers} == {d.path for d in found.answers}
    assert [(c.partner, c.year, c.after, c.before) for c in back.money.changes if c.partner is None] == [
        (c.partner, c.year, c.before, c.after) for c in found.money.changes if c.partner is None
    ]


@given(dossiers(), texts(30), st.sampled_from(["summary", "minority_view", "why_now", "changes"]))
def test_an_edit_of_the_proposal_is_named(dossier: Dossier, text: str, name: str) -> None:
    after = with_value(dossier, ("vaststelling", name), text)
    changed = getattr(dossier.vaststelling, name) != getattr(after.vaststelling, name)
    found = compare(bare(dossier), bare(after))
    assert found.proposal == ((name,) if changed else ())
    assert found.lapses is changed
    assert not found.content_differs


def test_a_beslispunt_typed_again_is_the_same() -> None:
    again = full()
    again["vaststelling"]["beslispunten"][0]["id"] = "other"
    assert proposal_changes(proposal_of(FULL), proposal_of(dossier_from_values(again))) == ()
    again["vaststelling"]["beslispunten"][0]["arguments"] = ["Goedkoper"]
    assert proposal_changes(proposal_of(FULL), proposal_of(dossier_from_values(again))) == ("beslispunten",)


def test_what_is_no_content_lapses_nothing() -> None:
    after = FULL.model_copy(update={"title": "Een andere titel", "drafts": {"kosten/start_year": "straks"}})
    found = compare(bare(FULL), bare(with_value(after, ("vaststelling", "case_number"), "Z-12")))
    assert [d.path for d in found.head] == [("title",)]
    assert [d.path for d in found.beside] == [("vaststelling", "case_number")]
    assert not found.lapses
    assert not found.empty


@given(st.data())
def test_other_content_hash_means_a_difference_and_the_other_way(knowledge: Knowledge, data: st.DataObject) -> None:
    before = data.draw(dossiers(dossier_id="a"))
    after = data.draw(st.sampled_from([before, data.draw(dossiers(dossier_id="a"))]))
    first, second = side(before, knowledge), side(after, knowledge)
    hashes = [content_hash(s.dossier, s.advice, s.knowledge_version) for s in (first, second)]
    found = compare(first, second)
    # 1.0 and 1.00 are equal answers that are written differently: the hash may differ where no answer does.
    assert (hashes[0] == hashes[1]) <= (not found.content_differs)
    if [*differences(before, after)] == []:
        assert found.advice == ()


def test_an_answer_changes_the_advice_and_is_shown(knowledge: Knowledge) -> None:
    before = side_of(frozen(FULL, knowledge))
    changed = with_value(FULL, ("vorm", "answers", "beleid", "joint"), 5)
    assert changed != FULL
    found = compare(before, side(changed, knowledge))
    assert [d.path for d in found.answers] == [("vorm", "answers", "beleid", "joint")]
    parts = {change.part for change in found.advice}
    assert AdvicePart.SCORE in parts or AdvicePart.EXCLUDED in parts
    scores = [c for c in found.advice if c.part is AdvicePart.SCORE]
    assert all(fraction_of(c.before) != fraction_of(c.after) for c in scores)
    assert found.content_differs


def leaves(node: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(node, dict):
        return [leaf for key, inner in node.items() for leaf in leaves(inner, (*path, key))] or [path]
    if isinstance(node, list):
        return [leaf for key, inner in enumerate(node) for leaf in leaves(inner, (*path, key))] or [path]
    return [path]


@given(st.data())
def test_each_part_of_the_advice_is_looked_at(knowledge: Knowledge, data: st.DataObject) -> None:
    plain = json.loads(json.dumps(frozen_advice(FULL, advise(FULL, knowledge, samples=False))))
    path = data.draw(st.sampled_from([leaf for leaf in leaves(plain) if leaf != ("dated",)]))
    other = copy.deepcopy(plain)
    node = other
    for part in path[:-1]:
        node = node[part]
    node[path[-1]] = "iets anders"
    assert advice_changes(plain, other), path
    assert advice_changes(plain, copy.deepcopy(plain)) == ()


@pytest.mark.parametrize(
    "odd",
    [{}, {"form": 3}, {"form": {"scores": [1]}}, {"legal": {"bases": {"bv": None}}}, {"warnings": [3, [], ["a"]]}],
)
def test_an_advice_of_another_program_is_read_as_far_as_it_goes(knowledge: Knowledge, odd: dict[str, Any]) -> None:
    now = frozen_advice(FULL, advise(FULL, knowledge, samples=False))
    assert advice_changes(odd, now)
    assert advice_changes(now, odd)
    assert advice_changes(odd, odd) == ()
    assert advice_changes({"new": 1}, {"new": 2})[0].part is AdvicePart.OTHER


def test_fractions_are_read_or_not() -> None:
    assert fraction_of("5/6") == Fraction(5, 6)
    assert [fraction_of(odd) for odd in ("None", None, "1/0", 3, "")] == [None] * 5


def test_money_is_exact_per_partner_and_year() -> None:
    after = with_value(FULL, ("kosten", "items", "c2", "amounts", "2028"), Decimal("910000.01"))
    found = money_changes(FULL, after)
    assert not found.key_differs
    whole = next(c for c in found.changes if c.partner is None and c.year == 2028)
    assert whole.kind is MoneyKind.STRUCTURAL
    assert whole.before is not None
    assert whole.after is not None
    assert whole.after - whole.before == Decimal("0.01")
    rows = [c for c in found.changes if c.partner is not None and c.year == 2028]
    assert sum((c.after or 0) - (c.before or 0) for c in rows) == Decimal("0.01")


def test_another_key_and_a_partner_that_left_are_shown() -> None:
    values = full()
    values["kosten"]["keys"].append({"id": "k4", "kind": "equal", "name": "Gelijk"})
    values["kosten"]["chosen"] = "k4"
    found = money_changes(FULL, dossier_from_values(values))
    assert found.key_before is not None
    assert found.key_after is not None
    assert (found.key_before.name, found.key_after.name) == ("Inwoners", "Gelijk")
    assert found.key_differs
    values["partners"]["partners"][2]["removed"] = True
    gone = money_changes(FULL, dossier_from_values(values))
    assert all(c.after is None for c in gone.changes if c.partner == "castelrade")
    assert any(c.partner == "castelrade" and c.year is None for c in gone.changes)
    none = money_changes(FULL, with_value(FULL, ("kosten", "chosen"), None))
    assert none.key_after is None
    assert all(c.after is None for c in none.changes)


def test_an_older_document_is_lifted(knowledge: Knowledge) -> None:
    document = frozen(FULL, knowledge)
    old = copy.deepcopy(document.document)
    for name in ("why_now", "changes", "questions", "evaluations"):
        del old["vaststelling"][name]
    lifted = side_of(document.model_copy(update={"document": old}))
    assert compare(lifted, side(FULL, knowledge)).empty
