"""The script of a werksessie has a part for every step, and a fault in it stops the program with file and key."""

import re
import shutil

import pytest

from models.knowledge import KnowledgeError, load_knowledge
from models.knowledge.loader import KNOWLEDGE_FOLDER
from models.knowledge.reference import topics
from models.knowledge.topic import TopicKind
from models.knowledge.workshop import Situation
from models.vocabulary import StepId
from models.workshop.records import SubjectKind
from tests.models.knowledge.test_language import AVOID
from tests.models.knowledge.texts import sentences, texts

UNFIT = re.compile(r"\b(je|jij|jou|jouw|jullie|workshop|sessie|sheet|timer)\b", re.IGNORECASE)


def _error(tmp_path, before, after):
    folder = tmp_path / "knowledge"
    shutil.copytree(KNOWLEDGE_FOLDER, folder)
    path = folder / "workshop.yaml"
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(KnowledgeError) as caught:
        load_knowledge(folder)
    assert caught.value.file == "workshop.yaml"
    return caught.value


def test_every_step_has_its_part_in_the_order_of_the_task_list(knowledge):
    assert [part.id for part in knowledge.workshop.script] == list(StepId)


def test_a_step_for_the_room_has_a_method_and_another_says_why_not(knowledge):
    in_room = [part for part in knowledge.workshop.script if part.in_room]
    assert {part.id for part in in_room} >= {StepId.KRACHTENVELD, StepId.VORM, StepId.FACTOREN}
    for part in in_room:
        assert 2 <= len(part.method) <= 5
        assert part.ready.startswith("Iedereen klaar: ")
    for part in knowledge.workshop.script:
        if not part.in_room:
            assert 1 <= len(sentences(part.beforehand)) <= 2


def test_every_kind_of_vote_fits_some_step(knowledge):
    assert {kind for part in knowledge.workshop.script for kind in part.votes} == set(SubjectKind)


def test_the_clocks_of_1_2_4_allen_stand_apart_and_after_each_other(knowledge):
    (sequence,) = knowledge.workshop.sequences
    assert [clock.seconds for clock in knowledge.workshop.clocks(sequence)] == [60, 120, 240, 300]
    assert {clock.seconds // 60 for clock in knowledge.workshop.timers} == {1, 2, 3, 4, 5, 10, 15}


def test_there_are_questions_for_every_situation(knowledge):
    for situation in Situation:
        questions = knowledge.workshop.questions(situation)
        assert all(question.endswith("?") for question in questions)
    asked = [question for talk in knowledge.workshop.talk for question in talk.lines]
    assert len(asked) == len(set(asked))


def test_every_statement_has_a_prompt_that_names_no_form(knowledge):
    asked = {key for key, criterion in knowledge.criterion.items() if not criterion.derived}
    assert set(knowledge.workshop.prompts) == asked
    forms = re.compile(r"netwerk|centrumgemeente|matrix|shared|fusie", re.IGNORECASE)
    assert not [text for text in knowledge.workshop.prompts.values() if forms.search(text)]


def test_the_lists_begin_empty_and_the_roles_are_there(knowledge):
    assert [row.title for row in knowledge.workshop.dot_lists] == ["Kansen", "Pijnpunten", "Maatregelen"]
    assert [role.name for role in knowledge.workshop.roles][-2:] == ["begeleider", "anders"]


def test_the_words_are_plain(knowledge):
    for path, text in texts(knowledge.workshop, "workshop"):
        assert not UNFIT.search(text), (path, text)
        assert not [word for word in AVOID if re.search(rf"\b{word}\b", text, re.IGNORECASE)], (path, text)
        assert all(len(sentence.split()) <= 20 for sentence in sentences(text)), (path, text)


def test_the_naslag_has_the_script(knowledge):
    pages = {page.key: page for page in topics(knowledge) if page.kind is TopicKind.WORKSHOP}
    assert {f"workshop:{step}" for step in StepId} < set(pages)
    assert pages["workshop:vorm"].links == ("step:vorm",)


def test_an_unknown_step_is_an_error(tmp_path):
    assert "script" in _error(tmp_path, "- id: uren", "- id: urenlijst").key


def test_a_missing_step_is_an_error(tmp_path):
    text = (KNOWLEDGE_FOLDER / "workshop.yaml").read_text(encoding="utf-8")
    part = text[text.index("  - id: uren\n") : text.index("  - id: medewerkers\n")]
    error = _error(tmp_path, part, "")
    assert (error.key, error.reason) == ("script", "ontbreekt: uren")


def test_a_step_that_stands_twice_is_an_error(tmp_path):
    assert "twee keer" in _error(tmp_path, "- id: uren", "- id: kosten").reason


@pytest.mark.parametrize(
    ("before", "after", "reason"),
    [
        ("    minutes: 25\n", "", "een onderdeel voor de zaal"),
        ("    beforehand: Vraag", "    minutes: 5\n    beforehand: Vraag", "bij beforehand hoort geen"),
        ("samen-vier, allen]", "samen-acht, allen]", "onbekende klok: samen-acht"),
        ("  - id: two_camps", "  - id: far_apart", "twee keer"),
        ("  dots: U mag", "  points: U mag", "Input should be"),
        ("  uittreden: Denk aan wat een vertrek kost en wie dat betaalt.\n", "", "ontbreekt: uittreden"),
        ("votes: [dots]", "votes: [stars]", "Input should be"),
    ],
)
def test_other_faults_are_told(tmp_path, before, after, reason):
    assert reason in _error(tmp_path, before, after).reason


def test_a_situation_without_questions_is_an_error(tmp_path):
    text = (KNOWLEDGE_FOLDER / "workshop.yaml").read_text(encoding="utf-8")
    part = text[text.index("  - id: two_camps\n") : text.index("  - id: partners\n    lines")]
    assert "talk ontbreekt: two_camps" in _error(tmp_path, part, "").reason
