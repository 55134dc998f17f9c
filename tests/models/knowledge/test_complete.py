"""Every row of knowledge.md and cases.md is findable: the ids that it names, and how many rows each list has."""

import re

import pytest

from models.advice.warnings import TRIGGERS
from models.vocabulary import CooperationForm, CriterionId, LegalBasis, Pillar, SteeringKind, StepId

NAMED_IDS = {
    *("netwerk", "centrum", "matrix", "ssc", "seta"),
    *("openbaar-lichaam", "bedrijfsvoeringsorganisatie", "gemeenschappelijk-orgaan", "centrumgemeente"),
    *("regeling-zonder-meer", "bv", "nv", "cooperatie", "stichting", "vereniging", "convenant", "overeenkomst"),
    *("mandaat", "detachering"),
    *("kwaliteit", "continuiteit", "efficientie"),
    *("randvoorwaarden", "proces", "staand"),
    *("rechtmatig", "presterend", "netwerkend", "responsief"),
}
"""The ids that knowledge.md sets in code."""


def _all_ids(knowledge):
    ids = {form.id.value for form in knowledge.forms.forms}
    ids |= {basis.id.value for basis in knowledge.legal_bases.bases}
    ids |= {item.id for item in knowledge.legal_bases.beside}
    ids |= {motive.id for motive in knowledge.motives.motives}
    ids |= {factor.phase for factor in knowledge.factors.factors}
    ids |= {kind.id.value for kind in knowledge.steering.steering}
    return ids


def test_no_id_that_the_catalogue_names_is_missing(knowledge):
    assert NAMED_IDS - _all_ids(knowledge) == set()


def test_the_list_of_ids_is_the_one_of_the_catalogue(shared):
    text = (shared / "knowledge.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z][a-z-]+)`", text)) - {"sources", "code"}
    assert named - NAMED_IDS == set()


@pytest.mark.parametrize(
    ("path", "count"),
    [
        ("forms.forms", 5),
        ("criteria.criteria", 14),
        ("legal_bases.bases", 12),
        ("legal_bases.beside", 2),
        ("legal_bases.regeling_kinds", 4),
        ("motives.motives", 3),
        ("motives.push_factors", 3),
        ("motives.example_goals", 7),
        ("motives.labour_goals", 6),
        ("motives.labour_motives", 3),
        ("themes.pain_points", 3),
        ("themes.chances", 7),
        ("themes.pool_choices", 5),
        ("themes.recommendations", 3),
        ("themes.knobs", 5),
        ("themes.practices", 19),
        ("stakeholders.kinds", 9),
        ("stakeholders.environments", 2),
        ("factors.success_factors", 16),
        ("factors.labour_success_factors", 5),
        ("factors.labour_obstacles", 5),
        ("steering.steering", 4),
        ("steering.pillars", 3),
        ("steering.raad_moments", 3),
        ("steering.route", 5),
        ("wegwijzers.wegwijzers", 10),
        ("process.steps", 5),
        ("process.to_arrange", 5),
        ("process.improve", 4),
        ("questionnaire.interview", 7),
        ("questionnaire.empathy_map", 6),
        ("cases.cases", 13),
        ("cases.warnings", 8),
        ("costs.keys", 12),  # the eleven of cases.md, and a combination of them
        ("steps.steps", 14),
    ],
)
def test_each_list_has_the_rows_of_its_source(knowledge, path, count):
    file, name = path.split(".")
    assert len(getattr(getattr(knowledge, file), name)) == count


def test_pain_points_and_chances_carry_how_often_they_were_named(knowledge):
    assert sorted(row.n for row in knowledge.themes.pain_points) == [7, 13, 15]
    named = [row.n for row in knowledge.themes.chances if row.n is not None]
    assert sorted(named) == [2, 5, 8, 9, 11]
    assert all(row.n_note for row in knowledge.themes.chances if row.n is None)
    assert {row.out_of for row in (*knowledge.themes.pain_points, *knowledge.themes.chances)} == {15}


PRACTICE_KNOBS = {
    "workflow": (5,),
    "sharecare": (4,),
    "zorgstart": (2,),
    "magnet": (5,),
    "wzw": (1, 2, 3, 4, 5),
    "inclusieve-technologie": (1, 4, 5),
    "leiderschap-politie": (5,),
    "capaciteit-politie": (1, 2, 3, 4, 5),
    "hr-ecosysteem-defensie": (5,),
    "vrijwilligers-politie": (),
    "immigratiewet-duitsland": (1,),
    "scharrelondernemers-breda": (2,),
    "basisbanen-tilburg": (2,),
    "richting-zuid": (),
    "my-simple-thing": (2, 5),
    "open-hiring": (2,),
    "alliander": (5,),
    "verdi-jobcarving": (),
    "mbo-limburg": (),
}


def test_the_nineteen_practices_turn_the_knobs_as_printed(knowledge):
    assert {row.id: row.knobs for row in knowledge.themes.practices} == PRACTICE_KNOBS


def test_every_cell_of_table_2_of_s4_is_there(knowledge):
    counts = {}
    for factor in knowledge.factors.factors:
        key = (factor.phase, factor.direction)
        counts[key] = counts.get(key, 0) + 1
    at_least = {
        ("randvoorwaarden", "bevorderend"): 5,
        ("randvoorwaarden", "belemmerend"): 5,
        ("proces", "bevorderend"): 5,
        ("proces", "belemmerend"): 7,
        ("staand", "bevorderend"): 4,
        ("staand", "belemmerend"): 5,
    }
    assert all(counts[key] >= n for key, n in at_least.items())
    assert sum(counts.values()) == 31 + 22  # table 2, and what the interviews and conclusions add


def test_wegwijzers_stand_in_the_steps_of_the_design(knowledge):
    steps = {row.number: {s.value for s in row.steps} for row in knowledge.wegwijzers.wegwijzers}
    assert steps == {
        1: {"opgave"},
        2: {"opgave", "doelen"},
        3: {"opgave"},
        4: {"partners", "krachtenveld"},
        5: {"sturing"},
        6: {"sturing", "rechtsvorm", "besluitvorming"},
        7: {"beginsituatie"},
        8: {"vorm", "factoren", "kosten"},
        9: {"vaststelling"},
        10: {"uren", "medewerkers"},
    }


def test_every_warning_has_a_trigger_and_every_trigger_a_warning(knowledge):
    assert set(knowledge.warning) == set(TRIGGERS)
    assert all(row.here for row in knowledge.warning.values())


def test_a_missing_case_is_said_and_not_invented(knowledge):
    assert not any(CooperationForm.MATRIX in case.forms for case in knowledge.cases.cases)
    assert knowledge.form[CooperationForm.MATRIX].example_missing
    assert knowledge.cases.missing


def test_every_vocabulary_is_complete(knowledge):
    assert set(knowledge.criterion) == set(CriterionId)
    assert set(knowledge.basis) == set(LegalBasis)
    assert {row.id for row in knowledge.steering.steering} == set(SteeringKind)
    assert {row.id for row in knowledge.steering.pillars} == set(Pillar)
    assert tuple(knowledge.step) == tuple(StepId)


def test_dated_figures_say_from_when_and_when_they_were_checked(knowledge):
    dated = (*knowledge.law.terms, *knowledge.law.rules)
    assert len(dated) > 40
    assert all(row.valid_from <= row.checked_on for row in dated)
    terms = {term.id: term for term in knowledge.law.terms}
    since_2022 = ("zienswijze-ontwerp-regeling", "ontwerpbegroting-naar-raden", "begroting-naar-gs")
    assert {str(terms[name].valid_from) for name in since_2022} == {"2022-07-01"}
    assert (terms["zienswijze-ontwerp-regeling"].value, terms["ontwerpbegroting-naar-raden"].value) == (8, 12)
