"""What the report says about choices that the law or the answers rule out, and about notes that are public."""

from desktop.report import build_report
from desktop.report.texts import texts_of
from desktop.report.tree import walk
from models.advice.advise import advise
from models.dossier import Dossier
from models.knowledge import Knowledge
from tests.models.samples import changed, example, made

HASH = "7f3a91c2" + "0" * 56


def words(dossier: Dossier, knowledge: Knowledge) -> str:
    document = build_report(dossier, advise(dossier, knowledge, samples=False), knowledge, content_hash=HASH)
    return "\n".join(text for block in walk(document) for text in texts_of(block))


def test_a_chosen_basis_that_the_law_rules_out_is_named_as_such(knowledge: Knowledge) -> None:
    choice = {"basis": "bedrijfsvoeringsorganisatie", "reason": "Wij vinden haar licht."}
    said = words(made(changed(example("bar"), {"rechtsvorm.choice": choice})), knowledge)
    assert "Deze rechtsvorm is uitgesloten (" in said
    assert "Deze rechtsvorm is uitgesloten (" not in words(made(example("bar")), knowledge)


def test_a_chosen_form_that_drops_out_is_named_as_such(knowledge: Knowledge) -> None:
    choice = {"form": "centrum", "reason": "Toch."}
    said = words(made(changed(example("bar"), {"vorm.choice": choice})), knowledge)
    assert "Deze vorm valt af, omdat geen partner het centrum kan zijn." in said


def test_public_notes_are_printed_and_internal_ones_are_not(knowledge: Knowledge) -> None:
    notes = [
        {"id": "a", "text": "Dit mag iedereen weten", "internal": False},
        {"id": "b", "text": "Dit blijft binnen", "internal": True},
    ]
    said = words(made(changed(example("bar"), {"opgave.notes": notes})), knowledge)
    assert "Dit mag iedereen weten." in said
    assert "Dit blijft binnen" not in said


def test_a_convenant_is_not_told_to_follow_the_rules_of_a_regeling(knowledge: Knowledge) -> None:
    said = words(made(example("netwerk")), knowledge)
    assert "Wat de wet vraagt bij het convenant" in said
    assert "artikel 11a Wgr" not in said
    assert "artikel 11a Wgr" in words(made(example("bar")), knowledge)
