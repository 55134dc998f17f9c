"""The naslag holds all that the knowledge says, and every link leads somewhere."""

import pytest

from models.knowledge.base import Sourced
from models.knowledge.reference import search_topics, topics
from models.knowledge.source_words import notes_of
from models.knowledge.topic import TopicKind, texts_of_topic
from models.vocabulary import Onlooker, StepId
from tests.models.knowledge.test_language import AVOID
from tests.models.knowledge.texts import all_texts

CODES = {"fit", "basis", "form", "direction", "phase", "world", "cost_level", "date", "mark", "id"}
"""Fields that hold a chosen value: the pages say it in words."""

LISTS_OF_CODES = {
    *("legal_bases", "for_bases", "steps", "first", "legitimacy", "bodies", "forms", "beside", "cases"),
    *("votes", "timers"),
}


@pytest.fixture(scope="module")
def pages(knowledge):
    return topics(knowledge)


def test_keys_are_unique_and_begin_with_their_kind(pages):
    keys = [page.key for page in pages]
    assert len(keys) == len(set(keys))
    assert all(page.key.startswith(f"{page.kind}:") for page in pages)
    assert {
        "case:bar",
        "form:ssc",
        "basis:bv",
        "term:mandaat",
        "wegwijzer:8",
        "step:vorm",
        "checklist:regeling",
    } <= set(keys)
    assert {page.kind for page in pages} == set(TopicKind)


def test_links_and_sources_lead_to_a_page(pages):
    keys = {page.key for page in pages}
    assert {link for page in pages for link in page.links} <= keys
    assert {note.key for page in pages for note in page.sources} <= keys


def test_everything_that_a_person_can_read_of_the_knowledge_is_there(knowledge, pages):
    shown = "\n".join(text for page in pages for text in texts_of_topic(page)).casefold()

    def is_prose(path):
        *_, holder, last = path.split(".")
        # The words of rules and checks are filled in for a dossier; here they have nothing to say.
        of_rules = path.startswith(("law.rules", "law.terms", "checks.")) or holder == "here"
        return not of_rules and last not in CODES and not (last.isdigit() and holder in LISTS_OF_CODES)

    prose = [(path, text) for path, text in all_texts(knowledge) if is_prose(path)]
    assert len(prose) > 1500
    assert [(path, text) for path, text in prose if text.rstrip(".").casefold() not in shown] == []


def test_pages_are_in_the_order_of_the_shelves_and_have_words(pages):
    order = list(TopicKind)
    places = [order.index(page.kind) for page in pages]
    assert places == sorted(places)
    assert all(page.body and page.title for page in pages)
    assert all(kind.shelf for kind in TopicKind)


def test_there_are_nineteen_practices_and_five_forms(pages):
    counts = {kind: sum(page.kind is kind for page in pages) for kind in TopicKind}
    assert counts[TopicKind.PRACTICE] == 19
    assert counts[TopicKind.FORM] == 5
    assert counts[TopicKind.STEP] == 14
    assert counts[TopicKind.WEGWIJZER] == 10


def test_search_puts_titles_first_and_ignores_accents(knowledge):
    found = search_topics(knowledge, "wegwijzer 8")
    assert found[0].key == "wegwijzer:8"
    assert "factor:" in "".join(page.key for page in search_topics(knowledge, "ZELFSTANDIGHEID"))
    assert search_topics(knowledge, "efficiëntie") == search_topics(knowledge, "Efficientie")
    assert search_topics(knowledge, " ") == ()
    assert search_topics(knowledge, "woorddatnietbestaat") == ()


@pytest.mark.parametrize(
    ("reference", "words"),
    [
        ("wgr art. 8(3)", "artikel 8, derde lid, Wgr"),
        ("wgr art. 11a", "artikel 11a Wgr"),
        ("gemeentewet art. 160(1)(d)", "artikel 160, eerste lid, onder d, Gemeentewet"),
        ("awb art. 10:4", "artikel 10:4 Awb"),
        ("S1 wegwijzer 1", "Werkende samenwerking, jaarbericht van de 4e VNG Denktank (juni 2018), wegwijzer 1"),
    ],
)
def test_sources_are_said_in_words(knowledge, reference, words):
    (note,) = notes_of(knowledge, [Sourced(sources=(reference,))])
    assert note.text == words


def test_the_words_of_the_pages_are_plain(pages):
    for page in pages:
        for text in texts_of_topic(page):
            assert "!" not in text
            assert "{" not in text
            assert not set(text.lower().split()) & {word for word in AVOID if " " not in word} or page.kind == "source"


def test_each_onlooker_asks_five_to_eight_questions_of_real_steps(knowledge):
    assert set(knowledge.onlooker) == set(Onlooker)
    ids = [question.id for onlooker in knowledge.onlooker.values() for question in onlooker.questions]
    assert len(ids) == len(set(ids))
    for onlooker in knowledge.onlooker.values():
        assert 5 <= len(onlooker.questions) <= 8
        assert len(set(onlooker.first)) == len(onlooker.first)
        assert all(question.text.endswith("?") for question in onlooker.questions)


def test_the_raadslid_can_ask_about_frames_influence_money_leaving_and_decisions(knowledge):
    asked = {question.id for question in knowledge.onlooker[Onlooker.RAADSLID].questions}
    assert {"kaders", "invloed", "geld", "uittreden", "besluit-wanneer"} <= asked


def test_every_step_has_three_to_six_lines_of_help(knowledge):
    assert set(knowledge.step_help) == set(StepId)
    topics_of_help = {topic.id for topic in knowledge.help.topics}
    assert {
        "opslaan",
        "ongedaan-maken",
        "intern",
        "korte-route",
        "toegankelijkheid",
        "over",
        "privacy",
    } <= topics_of_help
    keys = [row.keys for row in knowledge.help.shortcuts]
    assert len(keys) == len(set(keys)) == 14
