"""Which version the dossier is now, which akkoord holds, and what is said of it."""

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from models.dossier import Dossier, dossier_from_values
from models.dossier.edit import with_value
from models.knowledge import Knowledge
from models.signoff.approvals import ApprovalState, Standing, adoptions_of, approval_states, sign_off_of, summed_up
from models.signoff.state import SignOff
from models.storage.records import Revision, Verdict
from models.wording.signoff import (
    lapse_words,
    proposal_words,
    standing_words,
    version_line,
    version_name,
    version_state,
)
from tests.models.samples import full
from tests.models.signoff.samples import DAY, adoption, approval, frozen, hash_of, proposals
from tests.strategies import texts

FULL = dossier_from_values(full())


def looked_at(
    dossier: Dossier, knowledge: Knowledge, frozen_as: Dossier = FULL, **more: object
) -> tuple[SignOff, ApprovalState]:
    """One akkoord on ``frozen_as``, looked at now that the dossier is ``dossier``."""
    document = frozen(frozen_as, knowledge)
    given_one = approval(document, **more)  # type: ignore[arg-type]
    code = hash_of(dossier, knowledge)
    of = proposals(document)
    held = sign_off_of(dossier, code, [document], [given_one], proposal_of_revision=of)
    (state,) = approval_states(dossier, code, held, proposal_of_revision=of)
    return held, state


def test_an_akkoord_holds_while_nothing_changed(knowledge: Knowledge) -> None:
    held, state = looked_at(FULL, knowledge)
    assert state.holds
    assert held.current is not None
    assert lapse_words(state) == ""
    assert standing_words(state) == "geldt"
    assert version_state(held) == "Het dossier is nu gelijk aan versie 1."


def test_renaming_and_case_number_lapse_nothing(knowledge: Knowledge) -> None:
    renamed = with_value(FULL.model_copy(update={"title": "Anders"}), ("vaststelling", "case_number"), "Z-1")
    assert looked_at(renamed, knowledge)[1].holds


def test_an_answer_lapses_it(knowledge: Knowledge) -> None:
    held, state = looked_at(with_value(FULL, ("opgave", "question"), "Een andere vraag"), knowledge)
    assert held.current is None
    assert state.standing is Standing.LAPSED
    assert (state.content_changed, state.proposal) == (True, ())
    assert lapse_words(state) == "Vervallen: de antwoorden of het advies zijn veranderd."
    assert version_state(held) == "Het dossier is veranderd na versie 1."


def test_a_text_of_the_proposal_lapses_it_and_is_named(knowledge: Knowledge) -> None:
    changed = with_value(FULL, ("vaststelling", "summary"), "Korter.")
    held, state = looked_at(changed, knowledge)
    assert held.current is None
    assert (state.standing, state.content_changed, state.proposal) == (Standing.LAPSED, False, ("summary",))
    assert lapse_words(state) == "Vervallen: in het voorstel is iets veranderd, namelijk de samenvatting."
    both = looked_at(with_value(changed, ("opgave", "question"), "Anders"), knowledge)[1]
    assert lapse_words(both).endswith("zijn veranderd, en ook de samenvatting.")
    assert proposal_words(("why_now", "questions")) == "de tekst bij “Waarom nu?” en de vragen van raadsleden"


def test_it_holds_again_once_the_change_is_undone(knowledge: Knowledge) -> None:
    changed = with_value(FULL, ("vaststelling", "summary"), "Korter.")
    back = with_value(changed, ("vaststelling", "summary"), FULL.vaststelling.summary)
    assert looked_at(back, knowledge)[1].holds


def test_without_a_readable_version_it_does_not_hold(knowledge: Knowledge) -> None:
    assert looked_at(FULL, knowledge, revision=None)[1].standing is Standing.UNBOUND
    assert looked_at(FULL, knowledge, revision="gone")[1].standing is Standing.UNBOUND
    state = looked_at(FULL, knowledge, content_hash="0" * 64)[1]
    assert state.standing is Standing.UNBOUND
    assert "staat niet in dit dossier" in lapse_words(state)
    document = frozen(FULL, knowledge)
    held = sign_off_of(
        FULL, document.content_hash, [document], [approval(document)], proposal_of_revision=lambda _r: None
    )
    (state,) = approval_states(FULL, document.content_hash, held, proposal_of_revision=lambda _r: None)
    assert (held.current, state.standing, state.proposal) == (None, Standing.LAPSED, None)
    assert "niet te lezen" in lapse_words(state)


def test_the_last_akkoord_of_a_person_in_a_role_counts(knowledge: Knowledge) -> None:
    document = frozen(FULL, knowledge)
    given_ones = [
        approval(document, "J. de Wit", verdict=Verdict.NOT_AGREED),
        approval(document, "j.  de wit ", role="Secretaris"),
        approval(document, "J. de Wit", role="jurist", verdict=Verdict.NOT_AGREED),
    ]
    of = proposals(document)
    held = sign_off_of(FULL, document.content_hash, [document], given_ones, proposal_of_revision=of)
    states = approval_states(FULL, document.content_hash, held, proposal_of_revision=of)
    assert [state.standing for state in states] == [Standing.REPLACED, Standing.HOLDS, Standing.HOLDS]
    assert summed_up(states) == (1, 1, 0)
    assert lapse_words(states[0]) == "Deze persoon gaf later een ander akkoord."


def test_the_newest_equal_version_is_the_current_one(knowledge: Knowledge) -> None:
    first, second = frozen(FULL, knowledge), frozen(FULL, knowledge, 2)
    other = frozen(with_value(FULL, ("vaststelling", "summary"), "Anders"), knowledge, 3)
    of = proposals(first, second, other)
    held = sign_off_of(FULL, first.content_hash, [first, second, other], proposal_of_revision=of)
    assert held.current is not None
    assert held.current.number == 2
    decided = [adoption(second, "raad van Aldermeer", "aldermeer"), adoption(first, "college van B", "brinkhoven")]
    held = sign_off_of(FULL, first.content_hash, [first, second], (), decided, proposal_of_revision=of)
    assert [a.adopted_on for a in adoptions_of(held, second)] == [DAY]


@settings(max_examples=15)
@given(texts(40), st.integers(1, 999))
def test_a_version_is_named_by_its_number(knowledge: Knowledge, name: str, number: int) -> None:
    document = frozen(FULL, knowledge)
    values = {field: getattr(document, field) for field in Revision.model_fields}
    revision = Revision.model_validate({**values, "name": name, "number": number})
    assert version_name(revision).startswith(f"Versie {number}")
    assert " ".join(name.split()) in version_name(revision)
    assert version_line(revision).endswith(".")


def test_an_older_akkoord_that_came_in_later_replaces_nothing(knowledge: Knowledge) -> None:
    """As when a file from another laptop brings one that was given before."""
    document = frozen(FULL, knowledge)
    newer = approval(document, verdict=Verdict.NOT_AGREED)
    older = approval(document, given_on=DAY - timedelta(days=1))
    of = proposals(document)
    held = sign_off_of(FULL, document.content_hash, [document], [newer, older], proposal_of_revision=of)
    states = approval_states(FULL, document.content_hash, held, proposal_of_revision=of)
    assert [state.standing for state in states] == [Standing.HOLDS, Standing.REPLACED]
