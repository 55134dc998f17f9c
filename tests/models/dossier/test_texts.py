"""All texts of a dossier are found, each at a place that leads to it."""

from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from models.dossier import dossier_from_values
from models.dossier.edit import value_at
from models.dossier.texts import search, texts_of
from models.folding import folded
from models.vocabulary import StepId
from tests.models.samples import full, minimal
from tests.strategies import dossiers, texts


def noted(text):
    return dossier_from_values(minimal(opgave={"notes": [{"id": "n1", "text": text}]}))


@given(dossiers())
def test_every_path_leads_to_its_text(dossier):
    for found in texts_of(dossier):
        value = value_at(dossier, found.path)
        assert found.text
        assert found.path[0] == found.step
        assert value == found.text or found.text == found.path[-1] or found.text in value


def _strings(value):
    if isinstance(value, Enum):
        return
    if isinstance(value, str):
        yield value
    elif isinstance(value, BaseModel):
        for entry in value.__dict__.values():
            yield from _strings(entry)
    elif isinstance(value, (tuple, dict)):
        for entry in value.values() if isinstance(value, dict) else value:
            yield from _strings(entry)


@given(dossiers())
def test_nothing_with_a_space_is_missed(dossier):
    found = {row.text for row in texts_of(dossier)}
    for step in StepId:
        assert {text for text in _strings(dossier.section(step)) if " " in text} <= found


@given(dossiers())
def test_the_texts_come_in_the_order_of_the_steps(dossier):
    order = list(StepId)
    places = [order.index(found.step) for found in texts_of(dossier)]
    assert places == sorted(places)


def test_ids_and_chosen_values_are_no_texts():
    dossier = dossier_from_values(full())
    found = {row.text for row in texts_of(dossier)}
    assert "Coördinator" in found
    assert not found & {"aldermeer", "collegeregeling", "inhabitants", "u1", "k1", "compensable"}


def test_notes_are_found_internal_ones_too():
    (hit,) = search(noted("Alleen voor ons"), "voor ons")
    assert (hit.step, hit.path) == (StepId.OPGAVE, ("opgave", "notes", "n1", "text"))


@pytest.mark.parametrize("query", ["coordinatie", "COÖRDINATIE", "tijd coordi", "coo\u0308rdinatie", "efficientie"])
def test_case_and_accents_do_not_matter(query):
    (hit,) = search(noted("Tijd voor Coo\u0308rdinatie, coördinatie en efficiëntie"), query)
    assert folded(hit.text[hit.start : hit.end])


def test_all_words_must_be_there():
    assert search(noted("geld en tijd"), "geld tijd")
    assert not search(noted("geld en tijd"), "geld mensen")


@pytest.mark.parametrize("query", ["", "  \n", "\u0301"])
def test_an_empty_query_finds_nothing(query):
    assert search(noted("iets"), query) == ()


def test_the_excerpt_has_the_match_in_the_middle():
    text = "woord " * 40 + "HIER\nstaat het " + "woord " * 40
    (hit,) = search(noted(text), "hier staat")
    assert hit.excerpt[hit.excerpt_start : hit.excerpt_end] == "HIER"
    assert 60 <= len(hit.excerpt) <= 84
    assert 25 <= hit.excerpt_start <= 50
    assert hit.excerpt.startswith("…w")
    assert hit.excerpt.endswith("d…")
    assert "\n" not in hit.excerpt


@given(texts(200).filter(lambda text: any(sign.isalnum() for sign in text)), st.data())
def test_any_word_of_a_text_finds_it_and_the_span_is_that_word(text, data):
    words = folded(text).split()
    word = data.draw(st.sampled_from(words)) if words else ""
    hits = search(noted(text), word)
    assert not words or len(hits) == 1
    for hit in hits:
        assert word in folded(text[hit.start : hit.end])
        shown = hit.excerpt[hit.excerpt_start : hit.excerpt_end]
        assert len(shown) == hit.end - hit.start
        assert folded(shown).split() == folded(text[hit.start : hit.end]).split()


def test_two_hundred_stakeholders_and_three_hundred_factors_are_all_searched():
    line = "Een gesprek over geld én tijd, met meer woorden dan nodig. "
    people = [{"id": f"s{n}", "name": f"Naam {n}", "stake": line, "approach": line, "owner": "ik"} for n in range(200)]
    rows = [{"id": f"f{n}", "text": line, "direction": "blocking", "measure": line} for n in range(300)]
    dossier = dossier_from_values(minimal(krachtenveld={"stakeholders": people}, factoren={"factors": rows}))
    assert len(search(dossier, "gesprek")) == 1000
