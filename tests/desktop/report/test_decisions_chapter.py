"""The beslispunten with their arguments; the title page that asks for them; the other view; another choice."""

from typing import Any

from desktop.report.content.claims import claim
from desktop.report.tree import Heading, HeadingKind, LabelKind, LabelledParagraph, TitlePage, text_of, walk
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.report import dossiers
from tests.desktop.report.reading import chapter, headings, said, tree_of
from tests.models.samples import changed, example, made

TITLE = "Besluiten en argumenten"
POINTS = [
    {
        "id": "b1",
        "text": "Kies het shared service centrum",
        "bodies": ["college"],
        "arguments": ["Het werk wordt minder kwetsbaar. Dat telt het meest.", "Het werk is gelijk"],
        "remarks": ["Het kost tijd. Twee jaar."],
    },
    {"id": "leeg", "text": " "},
    {"id": "b2", "text": "Geef toestemming", "bodies": ["raad"]},
]


def _with(points: list[Any], **more: Any) -> Dossier:
    return dossier_from_values(dossiers._clear() | {"vaststelling": {"beslispunten": points, **more}})


def test_each_decision_has_its_numbered_arguments(knowledge: Knowledge) -> None:
    document = tree_of(_with(POINTS), knowledge)
    blocks = list(walk(document))
    asked = [b for b in blocks if isinstance(b, Heading) and b.kind is HeadingKind.DECISION]
    assert [(b.label, b.text) for b in asked] == [("Besluit 1", POINTS[0]["text"]), ("Besluit 2", "Geef toestemming")]
    labelled = {b.label: b for b in blocks if isinstance(b, LabelledParagraph)}
    first = labelled["Argument 1.1"]
    assert first.runs[0].text == "Het werk wordt minder kwetsbaar."
    assert first.runs[0].style.value == "bold"
    assert text_of(labelled["Argument 1.2"].runs) == "Het werk is gelijk."
    assert labelled["Kanttekening 1.1"].kind is LabelKind.REMARK
    assert "Argument 2.1" not in labelled
    text = chapter(document, TITLE)
    assert "Colleges van Barendrecht, Albrandswaard en Ridderkerk." in text
    assert "Raden van Barendrecht, Albrandswaard en Ridderkerk." in text
    assert "Bij dit besluit staan nog geen argumenten." in text


def test_it_is_the_second_chapter(knowledge: Knowledge) -> None:
    assert headings(tree_of(_with(POINTS), knowledge))[TITLE] == "B"


def test_the_first_page_asks_for_them(knowledge: Knowledge) -> None:
    document = tree_of(_with(POINTS), knowledge)
    page = next(block for block in walk(document) if isinstance(block, TitlePage))
    assert page.decisions == ("Kies het shared service centrum", "Geef toestemming")
    assert page.ask == "Dit advies vraagt de colleges en de raden om twee besluiten (hoofdstuk B)."
    assert ("Voor", "colleges en raden van Barendrecht, Albrandswaard en Ridderkerk") in page.facts


def test_too_many_decisions_are_counted_on_the_first_page(knowledge: Knowledge) -> None:
    points = [{"id": f"b{n}", "text": f"Neem besluit {n}"} for n in range(30)]
    document = tree_of(_with(points), knowledge)
    page = next(block for block in walk(document) if isinstance(block, TitlePage))
    assert page.decisions == ()
    assert "om 30 besluiten. Hoofdstuk B noemt ze" in page.ask
    assert "Neem besluit 29" in chapter(document, TITLE)


def test_without_decisions_it_says_what_to_do(knowledge: Knowledge) -> None:
    document = tree_of(dossiers.clear(), knowledge)
    assert "Schrijf op wat u vraagt te besluiten" in chapter(document, TITLE)
    assert "Er staan nog geen beslispunten in dit dossier." in chapter(document, "Open vragen")
    assert "Er staan nog geen beslispunten" not in chapter(tree_of(_with(POINTS), knowledge), "Open vragen")


def test_a_decision_of_many_words_is_printed_whole(knowledge: Knowledge) -> None:
    text = "woord " * 400 + "slot"
    assert chapter(tree_of(_with([{"id": "b", "text": text}]), knowledge), TITLE).count("slot") == 1


def test_the_view_of_a_minority(knowledge: Knowledge) -> None:
    text = chapter(tree_of(_with(POINTS, minority_view="Ridderkerk wil een netwerk"), knowledge), TITLE)
    assert "Andere mening" in text and "Ridderkerk wil een netwerk." in text
    assert "Andere mening" not in chapter(tree_of(_with(POINTS), knowledge), TITLE)


def test_a_claim_is_the_first_sentence() -> None:
    assert [run.text for run in claim("Kort. En dan meer.")] == ["Kort.", " En dan meer."]
    assert [run.text for run in claim("Alleen dit")] == ["Alleen dit."]
    assert [run.style.value for run in claim("lang " * 100)] == ["plain"]
    assert [run.text for run in claim("Het kost 2.5 fte. Veel.")] == ["Het kost 2.5 fte.", " Veel."]


def test_another_form_than_advised_is_said_in_the_chapter_on_the_form(knowledge: Knowledge) -> None:
    text = chapter(tree_of(dossiers.other_choice(), knowledge), "Samenwerkingsvorm")
    assert "Anders dan het advies" in text
    assert "De partners kiezen de centrumgemeente. Het advies is het shared service centrum." in text
    assert "De grootste gemeente wil deze taak houden." in text
    assert "Anders dan het advies" not in said(tree_of(dossiers.clear(), knowledge))


def test_another_basis_than_advised_asks_for_a_reason(knowledge: Knowledge) -> None:
    choice = {"basis": "stichting", "by": "de colleges"}
    text = chapter(tree_of(made(changed(example("bar"), {"rechtsvorm.choice": choice})), knowledge), "Rechtsvorm")
    assert "De partners kiezen de stichting, door de colleges." in text
    assert "De reden ontbreekt nog." in text
