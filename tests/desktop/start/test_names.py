"""The signpost names the forms as the rest of the program does."""

from desktop.start.signpost import ARMS
from models.knowledge import Knowledge


def test_the_signpost_names_the_five_forms_lightest_first(knowledge: Knowledge) -> None:
    assert [(form, words) for form, words, _shift in ARMS] == [(f.id.value, f.name) for f in knowledge.form.values()]
