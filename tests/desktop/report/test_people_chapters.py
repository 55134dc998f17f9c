"""The chapters on steering, the field of forces, staff, communication; and what only an internal copy has."""

from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings

from desktop.report.content.chapters import Chapter
from desktop.report.content.presence import told_chapters
from desktop.report.edition import Edition
from desktop.report.tree import FigureBlock, Heading, KeySentence, RowKind, walk
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.report import agreements, dossiers
from tests.desktop.report.reading import chapter, headings, rows_of, said, table, tree_of
from tests.models.samples import example, full, made, minimal
from tests.strategies import dossiers as any_dossiers

INTERN = Edition(internal=True)
PEOPLE = [
    {
        "id": "raad",
        "name": "De raden",
        "influence": 5,
        "interest": 4,
        "participation": "meebeslissen",
        "attitude": "opposed",
    },
    {
        "id": "or",
        "name": "De ondernemingsraad",
        "influence": 3,
        "interest": 5,
        "stake": "Zekerheid",
        "attitude": "positive",
    },
    {"id": "x", "name": "Nog zonder plaats"},
]
FACTORS = [
    {"id": "f1", "text": "Iedereen wil", "direction": "promoting", "strength": 4, "influenceable": 2},
    {
        "id": "f2",
        "text": "Weinig tijd",
        "direction": "blocking",
        "strength": 5,
        "measure": "Plan ruim",
        "due": "2027-01-04",
    },
    {"id": "f3", "text": "Ruzie", "direction": "blocking", "measure": "Praat", "internal": True},
]


def _dossier(**sections: Any) -> Dossier:
    return dossier_from_values(dossiers._clear() | sections)


def _people() -> Dossier:
    return _dossier(krachtenveld={"stakeholders": PEOPLE}, factoren={"factors": FACTORS})


def test_the_field_of_forces_in_public(knowledge: Knowledge) -> None:
    document = tree_of(_people(), knowledge)
    assert rows_of(table(document, "De belanghebbenden")) == [
        ["De raden", "5", "4", "Nauw betrekken", "meebeslissen"],
        ["De ondernemingsraad", "3", "5", "Nauw betrekken", "niet ingevuld"],
        ["Nog zonder plaats", "niet ingevuld", "niet ingevuld", "–", "niet ingevuld"],
    ]
    titles = [block.figure.title for block in walk(document) if isinstance(block, FigureBlock)]
    assert titles[2:] == ["Krachtenveld: invloed en belang", "Wat helpt en wat hindert"]
    assert [row[0] for row in rows_of(table(document, "Wat helpt en wat hindert"))] == ["Iedereen wil", "Weinig tijd"]
    text = said(document)
    assert "Ruzie" not in text and "Praat" not in text and "tegen, maar" not in text
    assert "Houding (intern)" not in text
    assert "Zekerheid" in text
    assert document.meta.internal is False


def test_the_field_of_forces_inside(knowledge: Knowledge) -> None:
    document = tree_of(_people(), knowledge, INTERN)
    assert rows_of(table(document, "De belanghebbenden"))[0][-1] == "tegen"
    assert [row[-1] for row in rows_of(table(document, "Wat helpt en wat hindert"))] == ["nee", "nee", "ja"]
    assert "Praat" in chapter(document, "Vervolg")
    assert document.meta.internal is True


def test_only_internal_factors_give_no_chapter_in_public(knowledge: Knowledge) -> None:
    dossier = _dossier(factoren={"factors": FACTORS[2:]})
    assert "Krachtenveld" not in headings(tree_of(dossier, knowledge))
    assert "Krachtenveld" in headings(tree_of(dossier, knowledge, INTERN))


def test_the_field_of_forces_of_many(knowledge: Knowledge) -> None:
    people = [
        {"id": f"s{n}", "name": f"Partij {n}", "influence": 1 + n % 5, "interest": 1 + n // 5 % 5} for n in range(60)
    ]
    factors = [{"id": f"f{n}", "text": f"Factor {n}", "direction": "blocking", "strength": 3} for n in range(60)]
    document = tree_of(_dossier(krachtenveld={"stakeholders": people}, factoren={"factors": factors}), knowledge)
    assert len(table(document, "De belanghebbenden").rows) == 60
    assert len(table(document, "Wat helpt en wat hindert").rows) == 60


def test_notes_stand_in_the_chapter_of_their_step(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    for step in ("vorm", "rechtsvorm", "kosten", "uren", "medewerkers", "besluitvorming"):
        notes = [
            {"id": "n", "text": f"openbaar {step}", "internal": False},
            {"id": "m", "text": f"alleen-binnen {step}"},
        ]
        values.setdefault(step, {})["notes"] = notes
    values["krachtenveld"] = {"notes": [{"id": "n", "text": "zonder hoofdstuk", "internal": False}]}
    document = tree_of(dossier_from_values(values), knowledge)
    for step, title in (
        ("vorm", "Samenwerkingsvorm"),
        ("rechtsvorm", "Rechtsvorm"),
        ("kosten", "Kosten en bijdragen"),
        ("uren", "Uren en inzet"),
        ("medewerkers", "Medewerkers"),
        ("besluitvorming", "Planning"),
    ):
        assert f"openbaar {step}." in chapter(document, title), title
    assert "Krachtenveld: zonder hoofdstuk." in chapter(document, "Open vragen")
    assert "alleen-binnen" not in said(document)
    copy = tree_of(dossier_from_values(values), knowledge, INTERN)
    assert list(headings(copy))[-1] == "Interne notities"
    assert "alleen-binnen kosten." in chapter(copy, "Interne notities")


def test_staff(knowledge: Knowledge) -> None:
    staff = {"bar": {"fte": "5.5", "moves": True, "placement": "iedereen"}, "rid": {"fte": "2", "moves": False}}
    held = {"staff": staff, "works_council_asked_on": "2027-03-01", "equal_placement": True}
    document = tree_of(_dossier(medewerkers=held, besluitvorming={"works_council": True}), knowledge)
    rows = rows_of(table(document, "Medewerkers per partner"))
    assert rows[0] == ["Barendrecht", "5,5", "ja", "iedereen"]
    assert rows[-1][:3] == ["Samen", "7,5", "5,5 fte"]
    assert table(document, "Medewerkers per partner").rows[-1].kind is RowKind.TOTAL
    text = chapter(document, "Medewerkers")
    assert "Daarvan gaat 5,5 fte over naar een andere werkgever." in text
    assert "De ondernemingsraad geeft advies. Het advies wordt gevraagd op 1\u00a0maart 2027." in text
    assert "op gelijke voet een plaats" in text


def test_steering(knowledge: Knowledge) -> None:
    votes = {"bar": {"votes": 3, "seats": 2}, "alb": {"votes": 1}}
    held = {"weights": {"presterend": 8}, "votes": votes, "decision_rule": "simple_majority", "budget_agreement": False}
    held["legitimacy"] = ["doelen-in-begroting"]
    document = tree_of(_dossier(sturing=held), knowledge)
    assert rows_of(table(document, "Stemmen en zetels"))[0] == ["Barendrecht", "3", "2"]
    text = chapter(document, "Sturing en zeggenschap")
    assert "Barendrecht heeft alleen de meerderheid." in text
    assert "Er is nog geen afspraak over de begroting." in text
    assert "Doelen en inzet in de begroting" in text
    assert "Hieronder" not in text


def test_communication(knowledge: Knowledge) -> None:
    document = tree_of(_dossier(besluitvorming={"communication": "Elke maand een bericht"}), knowledge)
    text = chapter(document, "Communicatie en participatie")
    assert "Elke maand een bericht." in text
    assert "Over participatie staat nog niets in dit dossier." in text


def test_what_is_there_already_and_what_drives(knowledge: Knowledge) -> None:
    document = tree_of(made(example("lindestreek")), knowledge)
    text = chapter(document, "Opgave en partners")
    for words in ("De secretarissen overleggen elke maand.", "Continuïteit", "Uitleen van salarisadviseurs", "4 van 4"):
        assert words in text


def test_going_on_as_now_is_weighed_with_the_goals_and_the_money(knowledge: Knowledge) -> None:
    text = chapter(tree_of(made(example("lindestreek")), knowledge), "Afgewogen alternatieven")
    assert "Elke gemeente houdt een eigen afdeling en huurt in bij ziekte." in text
    assert "Elke salarisbetaling is op tijd en juist." in text
    assert "vergelijkt elk bedrag met nu." in text


def test_every_chapter_that_is_there_has_a_letter_and_a_key_sentence(knowledge: Knowledge) -> None:
    for values in (minimal(), full(), example("lindestreek"), example("netwerk")):
        blocks = list(walk(tree_of(made(values), knowledge, INTERN)))
        for block, following in pairwise(blocks):
            if isinstance(block, Heading) and block.level == 1:
                assert block.label and isinstance(following, KeySentence) and following.text.endswith(".")


@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(any_dossiers())
def test_any_dossier_has_an_internal_copy_that_says_more(knowledge: Knowledge, dossier: Dossier) -> None:
    public, inside = tree_of(dossier, knowledge), tree_of(dossier, knowledge, INTERN)
    assert set(headings(public)) <= set(headings(inside))
    assert Chapter.NOTES not in set(told_chapters(dossier, internal=False))
