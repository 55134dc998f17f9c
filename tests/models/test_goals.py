"""A goal is SMART when nothing is missing."""

from datetime import date

import pytest

from models.dossier.explore import Goal
from models.goals import is_smart, missing_parts

FULL = Goal(
    id="g",
    text="Vacatures staan korter open",
    indicator="dagen",
    baseline="90",
    target="60",
    due=date(2028, 1, 1),
    reporter="Hoofd HR",
)


def test_a_full_goal_is_smart():
    assert is_smart(FULL)
    assert missing_parts(FULL) == ()


@pytest.mark.parametrize("name", ["text", "indicator", "baseline", "target", "reporter", "due"])
def test_what_is_empty_or_blank_is_missing(name):
    empty = FULL.model_copy(update={name: None if name == "due" else "  "})
    assert [field for field, _ in missing_parts(empty)] == [name]
    assert not is_smart(empty)


def test_an_empty_goal_misses_all():
    assert len(missing_parts(Goal(id="g"))) == 6
