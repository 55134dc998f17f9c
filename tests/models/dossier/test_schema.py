"""The JSON schema on request: it can be written, names all there is, and the documents fit it."""

import json

import pytest
from hypothesis import given, settings

from models.dossier import Dossier
from models.dossier.schema import dossier_schema
from models.vocabulary import CriterionId, StepId
from tests.models.dossier.json_schema import faults
from tests.models.samples import changed, example, full, made, minimal
from tests.strategies import dossiers

SCHEMA = dossier_schema()


def _faults(values):
    return faults(values, SCHEMA, SCHEMA)


def test_the_schema_can_be_written_as_json_and_is_the_same_each_time():
    assert json.loads(json.dumps(SCHEMA, allow_nan=False)) == SCHEMA
    assert dossier_schema() == SCHEMA


def test_the_schema_names_the_fourteen_sections_and_every_field():
    names = list(SCHEMA["properties"])
    assert [name for name in names if name in set(StepId)] == [step.value for step in StepId]
    assert set(names) == set(Dossier.model_fields)
    assert set(SCHEMA["required"]) == {"id", "title", "dated"}
    assert SCHEMA["additionalProperties"] is False


def test_the_schema_names_every_statement():
    assert set(SCHEMA["$defs"]["CriterionId"]["enum"]) == {criterion.value for criterion in CriterionId}


def test_every_reference_in_the_schema_leads_somewhere():
    text = json.dumps(SCHEMA)
    used = {part.split('"')[0] for part in text.split('"#/$defs/')[1:]}
    assert used == set(SCHEMA["$defs"])


@pytest.mark.parametrize("name", ["matrix", "netwerk", "bar", "aalsmeer-amstelveen"])
def test_the_examples_fit_the_schema(name):
    assert _faults(example(name)) == []


def test_a_full_dossier_fits_the_schema_as_read_and_as_written():
    assert _faults(full()) == []
    assert _faults(made(full()).as_json()) == []
    assert _faults(minimal()) == []


@settings(max_examples=25)
@given(dossiers())
def test_what_the_program_writes_fits_its_own_schema(dossier):
    assert _faults(dossier.as_json()) == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("verzonnen", 1),
        ("vorm.verzonnen", 1),
        ("title", 5),
        ("title", ""),
        ("id", "a b"),
        ("format_version", 2),
        ("vorm.answers.beleid.joint", 6),
        ("vorm.answers.beleid.joint", "3"),
        ("vorm.answers.verzonnen", {}),
        ("vorm.answers.beleid.importance", 11),
        ("partners.partners.0.kind", "dorp"),
        ("partners.partners.0.inhabitants", {"no_answer": "misschien"}),
        ("besluitvorming.raad.castelrade.recess.0", ["2027-07-12"]),
        ("kosten.savings.0", {"id": "s1"}),
    ],
)
def test_what_the_reader_refuses_does_not_fit_the_schema_either(path, value):
    assert _faults(changed(full(), {path: value})) != []
