"""Who must sign, for each kind of partner, and who still has to."""

from typing import Any

import pytest

from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.signoff.signing import act_of_body, open_needs, signers_of, signing_needs
from models.signoff.state import SignOff
from models.storage.records import SignatureAct as Act
from models.vocabulary import BodyKind, PartnerKind
from models.wording.signoff import adoption_line, need_words, still_to_sign
from tests.models.samples import full
from tests.models.signoff.samples import DAY, adoption, frozen, signature

GEMEENTE = PartnerKind.GEMEENTE
BODIES = [(BodyKind.COLLEGE, "aldermeer"), (BodyKind.RAAD, "aldermeer")]


def dossier_with(kind: PartnerKind = GEMEENTE, **vorm: Any) -> Dossier:
    values = full()
    values["partners"]["partners"][0]["kind"] = kind.value
    values["rechtsvorm"].pop("choice", None)
    values["vorm"]["choice"] = {"form": "matrix", **vorm}
    return dossier_from_values(values)


@pytest.mark.parametrize(
    ("kind", "act", "roles"),
    [
        (GEMEENTE, Act.COLLEGE, ["burgemeester", "secretaris"]),
        (GEMEENTE, Act.RAAD, ["burgemeester als voorzitter", "griffier"]),
        (GEMEENTE, Act.AGREEMENT, ["burgemeester"]),
        (PartnerKind.WATERSCHAP, Act.COLLEGE, ["dijkgraaf", "secretaris"]),
        (PartnerKind.PROVINCIE, Act.RAAD, ["commissaris van de Koning als voorzitter", "griffier"]),
        (PartnerKind.PROVINCIE, Act.COLLEGE, ["commissaris van de Koning", "secretaris"]),
        (PartnerKind.PRIVAAT, Act.COLLEGE, []),
        (PartnerKind.PRIVAAT, Act.AGREEMENT, ["wie de organisatie mag vertegenwoordigen"]),
    ],
)
def test_who_signs(kind: PartnerKind, act: Act, roles: list[str]) -> None:
    assert [signer.role for signer in signers_of(act, kind)] == roles


def test_the_law_is_named_for_a_gemeente() -> None:
    articles = {act: {s.article for s in signers_of(act, GEMEENTE)} for act in (Act.COLLEGE, Act.RAAD, Act.AGREEMENT)}
    assert articles == {
        Act.COLLEGE: {"artikel 59a van de Gemeentewet"},
        Act.RAAD: {"artikel 75 van de Gemeentewet"},
        Act.AGREEMENT: {"artikel 171 van de Gemeentewet"},
    }


@pytest.mark.parametrize(
    ("body", "act"),
    [
        ("raad van Aldermeer", Act.RAAD),
        ("De gemeenteraad van Aldermeer", Act.RAAD),
        ("Provinciale Staten van Utrecht", Act.RAAD),
        ("algemeen bestuur van Waterschap Rijn", Act.RAAD),
        ("college van Aldermeer", Act.COLLEGE),
        ("Burgemeester en wethouders van Aldermeer", Act.COLLEGE),
        ("burgemeester van Aldermeer", Act.OTHER),
        ("directie", Act.OTHER),
        ("", Act.OTHER),
    ],
)
def test_a_body_is_known_by_its_name(body: str, act: Act) -> None:
    assert act_of_body(body) is act


def test_needs_follow_bodies_and_choice(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    document = frozen(dossier, knowledge)
    needs = signing_needs(dossier, document, SignOff(revisions=(document,)), BODIES)
    roles = [(n.act, n.partner, n.signer.role) for n in needs]
    assert roles[:4] == [
        (Act.COLLEGE, "aldermeer", "burgemeester"),
        (Act.COLLEGE, "aldermeer", "secretaris"),
        (Act.RAAD, "aldermeer", "burgemeester als voorzitter"),
        (Act.RAAD, "aldermeer", "griffier"),
    ]
    assert [n.partner for n in needs if n.act is Act.AGREEMENT] == ["aldermeer", "brinkhoven", "castelrade"]
    assert open_needs(needs) == needs
    assert still_to_sign(needs) == "Er zijn nog zeven ondertekeningen nodig."


def test_going_on_as_now_asks_no_agreement(knowledge: Knowledge) -> None:
    dossier = dossier_with(form="doorgaan")
    document = frozen(dossier, knowledge)
    assert signing_needs(dossier, document, SignOff()) == ()
    assert still_to_sign(()).startswith("Er is nog niets om te ondertekenen.")


def test_signatures_fill_places(knowledge: Knowledge) -> None:
    dossier = dossier_with(form="doorgaan")
    document = frozen(dossier, knowledge)
    given = (
        signature(document, Act.COLLEGE, "aldermeer", "Loco-burgemeester", "A. Jansen"),
        signature(document, Act.RAAD, "aldermeer", "raadsgriffier", "B. Smit"),
        signature(document, Act.COLLEGE, "aldermeer", "secretaris", "a.  jansen"),
        signature(document, Act.COLLEGE, "aldermeer", "wethouder", "C. Bos"),
    )
    needs = signing_needs(dossier, document, SignOff((document,), signatures=given), BODIES)
    assert [n.done for n in needs] == [True, False, False, True]
    assert need_words(needs[0]) == "A. Jansen, 5\u00a0maart 2026"
    assert need_words(needs[1]) == "nog niet"
    assert still_to_sign(needs) == "Er zijn nog twee ondertekeningen nodig, van 4 in totaal."
    more = (*given, signature(document, Act.COLLEGE, "aldermeer", "gemeentesecretaris", "D. Vos"))
    again = signing_needs(dossier, document, SignOff((document,), signatures=more), BODIES)
    assert [n.done for n in again] == [True, True, False, True]
    assert still_to_sign(again) == "Er is nog één ondertekening nodig, van 4 in totaal."


def test_a_signature_belongs_to_one_version(knowledge: Knowledge) -> None:
    dossier = dossier_with(form="doorgaan")
    first, second = frozen(dossier, knowledge), frozen(dossier, knowledge, 2)
    given = (
        signature(first, Act.COLLEGE, "aldermeer", "burgemeester"),
        signature(second, Act.COLLEGE, "aldermeer", "burgemeester", content_hash="0" * 64),
        signature(second, Act.COLLEGE, "brinkhoven", "burgemeester"),
    )
    held = SignOff((first, second), signatures=given)
    assert [n.done for n in signing_needs(dossier, second, held, BODIES)][:2] == [False, False]
    partners = {n.partner for n in signing_needs(dossier, second, held)}
    assert partners == {"brinkhoven"}  # what was signed is shown, also where nobody asked for it


def test_an_agreement_needs_the_day_of_the_decision(knowledge: Knowledge) -> None:
    dossier = dossier_with()
    document = frozen(dossier, knowledge)
    decided = adoption(document, "college van Aldermeer", "aldermeer", number="2026-1")
    one = signature(document, Act.AGREEMENT, "aldermeer", "burgemeester", "A. Jansen")
    held = SignOff((document,), adoptions=(decided,), signatures=(one,))
    need = next(n for n in signing_needs(dossier, document, held) if n.act is Act.AGREEMENT)
    assert need.undated
    assert not need.done
    assert need.adoption == decided
    assert need_words(need).endswith("zonder datum van het besluit")
    dated = signature(document, Act.AGREEMENT, "aldermeer", "burgemeester", "A. Jansen", decided_on=DAY)
    held = SignOff((document,), adoptions=(decided,), signatures=(one, dated))
    need = next(n for n in signing_needs(dossier, document, held) if n.act is Act.AGREEMENT)
    assert need.done
    assert adoption_line(decided) == "College van Aldermeer, 5\u00a0maart 2026, besluit 2026-1"
    # The decision of the college brings its papers along.
    assert [n.act for n in signing_needs(dossier, document, held)][:2] == [Act.COLLEGE, Act.COLLEGE]


def test_one_board_signs_as_one(knowledge: Knowledge) -> None:
    dossier = dossier_with(PartnerKind.GEMEENSCHAPPELIJKE_REGELING, form="doorgaan")
    document = frozen(dossier, knowledge)
    needs = signing_needs(dossier, document, SignOff(), BODIES)
    assert [n.signer.role for n in needs] == ["voorzitter", "secretaris"]
