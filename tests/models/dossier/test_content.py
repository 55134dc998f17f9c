"""The content hash: what an akkoord is bound to, and what it leaves alone (design, "Storage")."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from models.advice.advise import advise
from models.advice.fingerprint import dossier_hash
from models.advice.output import advice_document
from models.dossier import canonical_json, content_hash, content_of, read_dossier, sha256
from models.knowledge import load_knowledge
from models.vocabulary import StepId
from tests.models.samples import full, made

ADVICE = {"recommended": "matrix", "margin": 3.9}
ROOT = Path(__file__).resolve().parents[3]
STEPS = [step for step in StepId if step is not StepId.VASTSTELLING]


def _hash(dossier, advice=ADVICE, version="2026.1"):
    return content_hash(dossier, advice, version)


BEFORE = made(full())


def test_the_hash_is_sha_256_in_lower_case_hex():
    assert len(_hash(BEFORE)) == 64
    assert set(_hash(BEFORE)) <= set("0123456789abcdef")


@pytest.mark.parametrize("step", STEPS)
def test_a_change_in_any_of_the_thirteen_sections_changes_it(step):
    noted = made(full(), {f"{step}.notes": [{"id": "extra", "text": "Iets anders"}]})
    emptied = BEFORE.with_section(step, type(BEFORE.section(step))())
    assert len({_hash(BEFORE), _hash(noted), _hash(emptied)}) == 3


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("opgave.question", "Hoe gebruiken drie even grote gemeenten elkaars sterke kanten"),
        ("partners.partners.0.removed", True),
        ("vorm.answers.beleid.joint", {"no_answer": "later"}),
        ("vorm.answers.beleid.partners.castelrade", None),
        ("vorm.answers.beleid.importance", 5),
        ("rechtsvorm.facts.vat", "none"),
        ("kosten.today.aldermeer", "310000.01"),
        ("besluitvorming.in_force", "2028-01-02"),
    ],
)
def test_one_small_answer_changes_it(path, value):
    assert _hash(made(full(), {path: value})) != _hash(BEFORE)


def test_the_kinds_of_no_answer_each_have_their_own_hash():
    answers = [None, *({"no_answer": kind} for kind in ("unknown", "not_applicable", "later"))]
    assert len({_hash(made(full(), {"vorm.answers.beleid.joint": answer})) for answer in answers}) == 4


def test_it_changes_with_the_advice_and_with_the_knowledge():
    assert _hash(BEFORE, {**ADVICE, "margin": 4.0}) != _hash(BEFORE)
    assert _hash(BEFORE, version="2026.2") != _hash(BEFORE)


@pytest.mark.parametrize(
    "edit",
    [
        {"vaststelling": {"summary": "Een andere samenvatting"}},
        {"vaststelling": {}},
        {"title": "Een andere titel"},
        {"id": "een-ander-id"},
        {"progress": {"vorm": {"finished": True, "recheck": [{"reason": "Daarom", "changed_step": "opgave"}]}}},
        {"drafts": {"partners.partners.0.inhabitants": "veel"}},
        {"created": "2026-11-21T10:00:00+01:00"},
        {"short_route": True},
    ],
    ids=lambda edit: f"{next(iter(edit))}-{len(str(edit))}",
)
def test_what_is_no_content_leaves_it_alone(edit):
    assert _hash(made(full(), edit)) == _hash(BEFORE)


def test_reading_and_writing_leaves_it_alone():
    assert _hash(read_dossier(canonical_json(BEFORE.as_json()))) == _hash(BEFORE)


def test_the_order_in_which_a_mapping_was_filled_leaves_it_alone():
    values = full()
    values["vorm"]["answers"] = dict(reversed(values["vorm"]["answers"].items()))
    values["kosten"]["today"] = dict(reversed(values["kosten"]["today"].items()))
    assert _hash(made(values)) == _hash(BEFORE)


def test_the_content_holds_thirteen_sections_the_advice_and_the_version_and_nothing_else():
    content = content_of(BEFORE, ADVICE, "2026.1")
    assert set(content) == {"sections", "advice", "knowledge_version"}
    assert list(content["sections"]) == [step.value for step in STEPS]
    assert (content["advice"], content["knowledge_version"]) == (ADVICE, "2026.1")


SCRIPT = """
from models.advice.advise import advise
from models.advice.fingerprint import dossier_hash
from models.advice.output import advice_document
from models.dossier import sha256
from models.knowledge import load_knowledge
from tests.models.samples import full, made

dossier, knowledge = made(full()), load_knowledge()
advice = advise(dossier, knowledge, samples=False)
print(dossier_hash(dossier, advice, knowledge))
print(sha256(advice_document(dossier, advice, knowledge).model_dump_json().encode()))
"""


@pytest.mark.parametrize("seed", ["0", "4242"])
def test_another_process_with_another_hash_seed_finds_the_same(seed):
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=ROOT,
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    knowledge = load_knowledge()
    found, printed = run.stdout.split()
    advice = advise(BEFORE, knowledge, samples=False)
    assert found == dossier_hash(BEFORE, advice, knowledge)
    assert printed == sha256(advice_document(BEFORE, advice, knowledge).model_dump_json().encode())
