"""The sentences about what changed: every part has words, and nothing claims a signature."""

import ast
import dataclasses
import re
from pathlib import Path

import pytest

from models.advice.advise import advise
from models.dossier import dossier_from_values
from models.dossier.edit import with_value
from models.knowledge import Knowledge
from models.signoff.advice_changes import AdviceChange, AdvicePart
from models.signoff.comparison import Comparison, compare, side_now, side_of
from models.wording import signoff, signoff_changes
from models.wording.signoff_changes import advice_words, key_words, proposal_change_words, summary
from tests.models.samples import full
from tests.models.signoff.samples import frozen

FULL = dossier_from_values(full())
SAMPLES: dict[AdvicePart, tuple[str, object, object]] = {
    AdvicePart.CONSIDERED: ("", "ssc", None),
    AdvicePart.WINNERS: ("", ["ssc"], ["matrix", "netwerk"]),
    AdvicePart.CONTENDERS: ("", [], ["matrix", "nieuw"]),
    AdvicePart.MARGIN: ("", "100001/10000", "10"),
    AdvicePart.COVERAGE: ("", "1/2", None),
    AdvicePart.SCORE: ("ssc", "84", None),
    AdvicePart.EXCLUDED: ("ssc", ["beleid"], []),
    AdvicePart.FORM_DETAIL: ("ssc", 1, 2),
    AdvicePart.MISSING: ("", ["beleid"], ["onbekend"]),
    AdvicePart.PARTNER: ("aldermeer", {}, {"ssc": "1"}),
    AdvicePart.AGREEMENT: ("", "1/2", "None"),
    AdvicePart.LEGAL_FORM: ("", "ssc", "matrix"),
    AdvicePart.LEGAL_PREFERRED: ("", "bv", "nieuw"),
    AdvicePart.LEGAL_STATUS: ("bv", "allowed", "excluded"),
    AdvicePart.LEGAL_REASONS: ("bv", [], [[]]),
    AdvicePart.WARNING: ("onbekend", None, [{}]),
}


def changed(knowledge: Knowledge, *edits: tuple[tuple[str, ...], object]) -> Comparison:
    after = FULL
    for path, value in edits:
        after = with_value(after, path, value)
    return compare(
        side_of(frozen(FULL, knowledge)), side_now(after, advise(after, knowledge, samples=False), knowledge)
    )


@pytest.mark.parametrize("part", AdvicePart)
def test_every_part_of_the_advice_has_words(knowledge: Knowledge, part: AdvicePart) -> None:
    key, before, after = SAMPLES.get(part, ("", None, None))
    base = changed(knowledge)
    one = AdviceChange(part, key, before, after)
    (words,) = advice_words(
        Comparison(*(getattr(base, f) if f != "advice" else (one,) for f in Comparison.__slots__)), knowledge
    )
    assert words.label
    assert words.before != words.after or words.before == words.after == ""


def test_numbers_that_differ_look_different(knowledge: Knowledge) -> None:
    base = changed(knowledge)
    one = AdviceChange(AdvicePart.MARGIN, "", "100001/10000", "10")
    held = Comparison(*(getattr(base, f) if f != "advice" else (one,) for f in Comparison.__slots__))
    (words,) = advice_words(held, knowledge)
    assert (words.before, words.after) == ("10,0001", "10")


def test_a_summary_names_the_parts(knowledge: Knowledge) -> None:
    assert summary(changed(knowledge)) == "Er is niets veranderd."
    assert summary(changed(knowledge, (("vaststelling", "summary"), "x"))) == "Veranderd is: het voorstel."
    only = "Alleen gegevens die niet tot de inhoud horen, zijn veranderd."
    assert summary(changed(knowledge, (("vaststelling", "author"), "x"))) == only
    told = summary(changed(knowledge, (("vorm", "answers", "beleid", "joint"), 5), (("kosten", "chosen"), None)))
    assert told == "Veranderd zijn: antwoorden in twee onderdelen, het advies en de bedragen."


def test_the_proposal_is_shown_as_it_was_typed(knowledge: Knowledge) -> None:
    points = [{"id": "b1", "text": "<b>Aangaan</b>", "bodies": ["raad"], "arguments": ["R&D"], "remarks": ["Duur"]}]
    found = changed(
        knowledge, (("vaststelling", "beslispunten"), points), (("vaststelling", "questions"), ("Wat kost het?",))
    )
    first, second = proposal_change_words(found)
    assert first.before == "1. De regeling aangaan (college)"
    assert first.after == "1. <b>Aangaan</b> (raad)\nArgument: R&D\nKanttekening: Duur"
    assert (second.before, second.after) == ("geen", "1. Wat kost het?")


def test_a_key_is_named_with_its_kind(knowledge: Knowledge) -> None:
    money = changed(knowledge, (("kosten", "chosen"), None)).money
    assert key_words(money.key_before, knowledge).startswith("Inwoners")
    assert key_words(money.key_after, knowledge) == "geen verdeelsleutel gekozen"


@pytest.mark.parametrize("module", [signoff, signoff_changes])
def test_nothing_says_that_something_is_signed(module: object) -> None:
    source = Path(str(module.__file__)).read_text(encoding="utf-8")  # type: ignore[attr-defined]
    tree = ast.parse(source)
    docs = {ast.get_docstring(n) for n in ast.walk(tree) if isinstance(n, ast.Module | ast.FunctionDef | ast.ClassDef)}
    texts = [n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str)]
    spoken = [text for text in texts if " ".join(text.split()) not in {" ".join((d or "").split()) for d in docs}]
    assert not [text for text in spoken if re.search(r"\bondertekend\b", text)]


@pytest.mark.parametrize("odd", [1, True, 1.5, "x", [], {}, [[]], [{}], [1, [2]], {"a": {"b": []}}, "1/0", None])
def test_an_advice_of_somebody_else_may_hold_anything(knowledge: Knowledge, odd: object) -> None:
    """A version comes in with an exchange file, and its advice is any JSON."""
    before = side_of(frozen(FULL, knowledge))
    for name, part in before.advice.items():
        inner = [{**part, key: odd} for key in part] if isinstance(part, dict) else []
        for value in (odd, *inner):
            other = dataclasses.replace(before, advice={**before.advice, name: value})
            for comparison in (compare(before, other), compare(other, before)):
                assert summary(comparison)
                assert all(words.label for words in advice_words(comparison, knowledge))
