"""A broken knowledge file stops the program with file, key and reason."""

import shutil

import pytest

from models.knowledge import KnowledgeError, load_knowledge
from models.knowledge.loader import KNOWLEDGE_FOLDER


@pytest.fixture
def folder(tmp_path):
    target = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE_FOLDER, target)
    return target


def _change(folder, name, before, after):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")


def _error(folder):
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    return caught.value


def test_the_knowledge_as_shipped_loads(folder):
    assert load_knowledge(folder).version


def test_a_missing_file(folder):
    (folder / "cases.yaml").unlink()
    error = _error(folder)
    assert (error.file, error.key) == ("cases.yaml", "-")
    assert "niet te lezen" in error.reason


def test_no_yaml(folder):
    _change(folder, "forms.yaml", "forms:", "forms: [")
    error = _error(folder)
    assert error.file == "forms.yaml"
    assert error.key.startswith("regel ")


def test_no_utf8(folder):
    (folder / "forms.yaml").write_bytes(b"forms: \xff\xfe")
    assert "UTF-8" in _error(folder).reason


def test_an_unknown_key(folder):
    _change(folder, "steps.yaml", "short_route: true", "shortroute: true")
    error = _error(folder)
    assert error.file == "steps.yaml"
    assert error.key.endswith("shortroute")


def test_a_text_that_is_missing(folder):
    _change(folder, "wegwijzers.yaml", "check_question:", "question:")
    assert "wegwijzers.0" in _error(folder).key


def test_an_id_that_stands_twice(folder):
    _change(folder, "steps.yaml", "  - id: partners\n", "  - id: opgave\n")
    assert "twee keer" in _error(folder).reason


def test_an_unknown_source(folder):
    _change(folder, "forms.yaml", '"S4 §5.2.1"', '"S9 §5.2.1"')
    error = _error(folder)
    assert error.file == "forms.yaml"
    assert "onbekende bron" in error.reason


def test_a_warning_about_an_unknown_case(folder):
    _change(folder, "cases.yaml", "cases: [sed]", "cases: [zed]")
    assert "onbekende casus" in _error(folder).reason


def test_a_form_without_a_profile(folder):
    _change(folder, "profiles.yaml", "form: seta", "form: ssc")
    assert "seta" in _error(folder).reason


def test_an_onlooker_that_is_missing(folder):
    _change(folder, "onlookers.yaml", "- id: begeleider", "- id: griffier")
    assert _error(folder).file == "onlookers.yaml"


def test_a_step_without_help(folder):
    _change(folder, "help.yaml", "  - id: uren\n    lines:", "  - id: vorm\n    lines:")
    assert _error(folder).file == "help.yaml"
