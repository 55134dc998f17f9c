"""The sentences about an advice hold for any dossier, and an acceptance rests on what matched."""

import re

from hypothesis import given, settings

from models.advice.acceptance import acceptance_of, evidence_text, lapsed_acceptance
from models.advice.advise import advise
from models.advice.results import MatchedWarning, Outcome
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge, load_knowledge
from models.vocabulary import CooperationForm
from models.wording.about import About
from models.wording.advice import (
    advice_in_brief,
    advice_title,
    agreement_words,
    answered_statements,
    difference_words_of,
    judgement,
    not_enough,
    own_warnings,
    partners_summary,
    smallest_tip,
    speaks,
    verdict,
    verdict_parts,
    way_to_win,
)
from tests.models.samples import example, minimal
from tests.strategies import dossiers

KNOWLEDGE = load_knowledge()


def about(dossier: Dossier) -> About:
    return About(dossier, advise(dossier, KNOWLEDGE, samples=False), KNOWLEDGE)


@settings(max_examples=40, deadline=None)
@given(dossiers())
def test_there_is_a_sentence_for_every_dossier(dossier: Dossier) -> None:
    told = about(dossier)
    sentences = [verdict(told), judgement(told), smallest_tip(told), partners_summary(told), agreement_words(told)]
    sentences += [*not_enough(told), *(difference_words_of(told, s) for s in told.advice.partners.differences)]
    for form in CooperationForm:
        sentences += [way_to_win(told, told.outcome(form)), *own_warnings(told, form)]
        sentences += [text for met in (True, False) for _, text in speaks(told, form, met=met)]
    for text in filter(None, sentences):
        assert re.search(r"[.…!?:]$", text.strip()), text
    assert verdict(told).startswith(verdict_parts(told)[0])
    assert advice_in_brief(told).startswith(advice_title(told))
    done, asked = answered_statements(told)
    assert 0 <= done <= asked == 13
    assert (told.advice.form.outcome is Outcome.NO_ADVICE) == bool(list(not_enough(told)))


def test_the_verdict_in_brief() -> None:
    assert advice_in_brief(about(dossier_from_values(minimal()))) == "Nog geen advies"
    brief = advice_in_brief(about(dossier_from_values(example("bar"))))
    assert re.fullmatch(r"Ambtelijke fusie past het best: Ambtelijke fusie \d+, [A-Z].* \d+", brief)


def test_an_acceptance_lapses_when_the_evidence_changes(knowledge: Knowledge) -> None:
    key = next(iter(knowledge.warning))
    matched = MatchedWarning(key, {"b": "2", "a": "1"})
    assert evidence_text(matched.evidence) == "a=1; b=2"

    def accepted(evidence: str) -> Dossier:
        record = {"warning": key, "reason": "Besproken", "evidence": evidence}
        return dossier_from_values(minimal() | {"vorm": {"accepted_warnings": [record]}})

    assert acceptance_of(accepted("a=1; b=2"), matched) is not None
    assert lapsed_acceptance(accepted("a=1; b=2"), matched) is None
    assert acceptance_of(accepted("a=1; b=3"), matched) is None
    assert lapsed_acceptance(accepted("a=1; b=3"), matched) is not None
    assert acceptance_of(accepted(""), matched) is not None
    assert acceptance_of(dossier_from_values(minimal()), matched) is None
