"""What the tests remember is what comes out anew, and no test sees what another did to it."""

from typing import cast

from models.advice import form_advice
from models.advice.from_dossier import joint_problem
from models.advice.smaa import acceptability_perturbed, acceptability_uniform
from models.dossier import dossier_from_values
from models.knowledge import Knowledge, loader
from tests.models.samples import example


def test_samples_are_those_of_the_problem(knowledge: Knowledge) -> None:
    problem = joint_problem(dossier_from_values(example("bar")), knowledge)
    criterion = problem.answered[0]
    for asked in (problem, problem.with_answer(criterion, 1), problem.with_answer(criterion, 5)):
        for _ in range(2):
            assert form_advice.acceptability_uniform(asked, 50, 1) == acceptability_uniform(asked, 50, 1)
            assert form_advice.acceptability_uniform(asked, 50, 2) == acceptability_uniform(asked, 50, 2)
            found = form_advice.acceptability_perturbed(asked, 50, 1, 0.5, 1.5)
            assert found == acceptability_perturbed(asked, 50, 1, 0.5, 1.5)


def test_everybody_has_a_copy(knowledge: Knowledge) -> None:
    problem = joint_problem(dossier_from_values(example("bar")), knowledge)
    first = form_advice.acceptability_uniform(problem, 50, 1)
    cast(dict[str, object], first.ranks).clear()
    assert form_advice.acceptability_uniform(problem, 50, 1).ranks
    read = loader._parse("een", "namen: [a]")
    read["namen"].append("b")
    assert loader._parse("een", "namen: [a]") == {"namen": ["a"]}
    assert loader._parse("een", "namen: [c]") == {"namen": ["c"]}
