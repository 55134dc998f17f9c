"""What the report says, per outcome, before anything is drawn."""

from itertools import pairwise

import pytest
from hypothesis import given, settings

from desktop.report import build_report
from desktop.report.texts import texts_of
from desktop.report.tree import (
    Document,
    Entry,
    FigureBlock,
    FormTable,
    Heading,
    KeySentence,
    Panel,
    Table,
    TitlePage,
    text_of,
    walk,
)
from models.advice.advise import advise
from models.advice.results import Advice, Outcome
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm
from tests.changed import replace
from tests.desktop.report import dossiers
from tests.strategies import dossiers as any_dossiers

HASH = "7f3a91c2" + "0" * 56


def tree_of(
    dossier: Dossier, knowledge: Knowledge, *, samples: bool = False, problems: tuple[str, ...] = ()
) -> Document:
    advice = advise(dossier, knowledge, samples=samples)
    return build_report(dossier, advice, knowledge, content_hash=HASH, problems=problems)


def said(document: Document) -> str:
    return "\n".join(text for block in walk(document) for text in texts_of(block))


def headings(document: Document) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in walk(document) if isinstance(block, Heading) and block.level == 1]


CHAPTERS = [
    ("A", "Opgave en partners"),
    ("B", "Besluiten en argumenten"),
    ("C", "Samenwerkingsvorm"),
    ("D", "Afgewogen alternatieven"),
    ("E", "Rechtsvorm"),
    ("F", "Lessen uit de praktijk"),
    ("G", "Open vragen"),
    ("H", "Vaststelling en ondertekening"),
    ("I", "Bronnen en uitgangspunten"),
]
"""Of a dossier without agreements; test_agreed_chapters.py has the others."""


@pytest.mark.parametrize("make", [dossiers.clear, dossiers.not_clear, dossiers.other_choice, dossiers.empty])
def test_every_outcome_has_the_same_chapters_each_with_a_key_sentence(make: object, knowledge: Knowledge) -> None:
    document = tree_of(make(), knowledge)  # type: ignore[operator]
    assert headings(document) == CHAPTERS
    blocks = list(walk(document))
    for block, following in pairwise(blocks):
        if isinstance(block, Heading) and block.level == 1:
            assert isinstance(following, KeySentence)
    assert isinstance(blocks[0], TitlePage)
    assert sum(isinstance(block, Panel) for block in blocks) == 1


def test_a_clear_advice(knowledge: Knowledge) -> None:
    document = tree_of(dossiers.clear(), knowledge, samples=True)
    page = next(block for block in walk(document) if isinstance(block, TitlePage))
    assert page.form is CooperationForm.SSC
    assert page.sentences[0] == "Kies het shared service centrum als samenwerkingsvorm."
    assert ("Controlecode", "7F3A-91C2 (uitleg: hoofdstuk I)") in page.facts
    text = said(document)
    assert "Elk belang werd tot de helft hoger of lager dan u koos." in text
    assert "Kendalls W" in text
    assert "Makkelijk uittreden: Albrandswaard antwoordt 2, Barendrecht antwoordt 5." in text


def test_the_figure_and_the_tables_are_numbered_in_order(knowledge: Knowledge) -> None:
    blocks = list(walk(tree_of(dossiers.clear(), knowledge)))
    tables = [block.number for block in blocks if isinstance(block, Table | FormTable)]
    assert tables == list(range(1, len(tables) + 1))
    assert [block.number for block in blocks if isinstance(block, FigureBlock)] == [1, 2]
    assert all(column.head for block in blocks if isinstance(block, Table) for column in block.columns)


def test_the_criteria_table_holds_every_statement_and_every_partner(knowledge: Knowledge) -> None:
    tables = [block for block in walk(tree_of(dossiers.clear(), knowledge)) if isinstance(block, Table)]
    table = next(table for table in tables if table.caption.startswith("Wat het shared service centrum vraagt"))
    assert len(table.rows) == 14
    heads = [column.head for column in table.columns]
    assert heads == ["Stelling", "Vorm vraagt", "Samen", *dossiers._NAMES, "Verschil", "Oordeel"]
    leaving = next(row for row in table.rows if text_of(row.cells[0].runs) == "Makkelijk uittreden")
    assert [text_of(entry.runs) for entry in leaving.cells][1:] == ["1–3", "3", "5", "2", "3", "3", "past; bespreken"]


def test_not_clear_names_the_contenders_and_prefers_the_lightest(knowledge: Knowledge) -> None:
    document = tree_of(dossiers.not_clear(), knowledge)
    text = said(document)
    assert "Geen vorm wint duidelijk." in text
    assert "Dan gaat licht voor zwaar." in text
    assert document.meta.status == "Concept, verzonnen voorbeeld"
    for words in ("weet ik niet", "niet van toepassing", "later invullen"):
        assert words in text


def test_no_advice_says_what_is_missing(knowledge: Knowledge) -> None:
    document = tree_of(dossiers.empty(), knowledge)
    text = said(document)
    assert "Er is nog geen advies" in text
    assert not any(isinstance(block, FigureBlock) for block in walk(document))
    for criterion in knowledge.criterion.values():
        if not criterion.derived:
            assert criterion.statement in text
    assert "nog niet ingevuld" in text


def _all_excluded(advice: Advice) -> Advice:
    forms = tuple(
        replace(f, rank=None, path=None, excluded_by=f.excluded_by or (f.contributions[0].criterion,))
        for f in advice.form.forms
    )
    robustness = replace(advice.form.robustness, intervals=(), tipping=(), leave_one_out=())
    form = replace(
        advice.form,
        outcome=Outcome.ALL_EXCLUDED,
        forms=forms,
        winners=(),
        margin=None,
        contenders=(),
        recommended=None,
        robustness=robustness,
    )
    return replace(advice, form=form, considered=None)


def test_all_excluded_says_so_and_keeps_every_reason(knowledge: Knowledge) -> None:
    dossier = dossiers.clear()
    advice = _all_excluded(advise(dossier, knowledge, samples=False))
    text = said(build_report(dossier, advice, knowledge, content_hash=HASH))
    assert "Er is geen advies: alle vijf de vormen vallen af." in text
    assert "Vijf vormen vallen af." in text
    assert "Één" not in text
    assert knowledge.profile[CooperationForm.SETA]["reikwijdte"].excluded_because in text  # type: ignore[index]


def test_another_choice_is_printed_with_its_reason(knowledge: Knowledge) -> None:
    text = said(tree_of(dossiers.other_choice(), knowledge))
    assert "De partners kiezen voor de centrumgemeente." in text
    assert "Gekozen door de stuurgroep, op 12\u00a0mei 2026: de centrumgemeente." in text
    assert "De grootste gemeente wil deze taak houden." in text


def test_going_on_as_now_is_a_choice_too(knowledge: Knowledge) -> None:
    text = said(tree_of(dossiers.other_choice("doorgaan", ""), knowledge))
    assert "De partners kiezen voor doorgaan zoals nu." in text
    assert "De reden ontbreekt nog." in text


def test_a_warning_says_why_it_fits_and_why_it_was_accepted(knowledge: Knowledge) -> None:
    document = tree_of(dossiers.clear(), knowledge)
    entry = next(block for block in walk(document) if isinstance(block, Entry) and block.label == "SED")
    text = "\n".join(text_of(runs) for runs in entry.paragraphs)
    assert "Past hier, want: De verdeelsleutel “Begroting van 2014” volgt" in text
    assert "Aanvaard door de partners: Eén jaar, daarna herijken." in text


def test_problems_come_under_the_open_questions(knowledge: Knowledge) -> None:
    text = said(tree_of(dossiers.clear(), knowledge, problems=("Het een spreekt het ander tegen",)))
    assert "Het een spreekt het ander tegen." in text
    assert "Het dossier bevat één tegenspraak" in text


def test_internal_notes_stay_inside(knowledge: Knowledge) -> None:
    values = dossiers._clear()
    values["vorm"]["notes"] = [{"id": "n", "text": "geheim-een"}, {"id": "m", "text": "geheim-twee", "internal": False}]
    values["krachtenveld"] = {"stakeholders": [{"id": "s", "name": "De raad", "attitude": "opposed"}]}
    values["factoren"] = {
        "factors": [
            {"id": "f", "text": "geheim-drie", "measure": "geheim-vier", "direction": "blocking", "internal": True}
        ]
    }
    text = said(tree_of(dossier_from_values(values), knowledge))
    assert "geheim-twee" in text
    assert not any(secret in text for secret in ("geheim-een", "geheim-drie", "geheim-vier", "Houding (intern)"))


def test_attacks_stand_in_the_tree_as_typed(knowledge: Knowledge) -> None:
    for attack in dossiers.ATTACKS:
        assert attack in said(tree_of(dossiers.with_texts(attack), knowledge))


def test_forty_partners_get_no_column_each(knowledge: Knowledge) -> None:
    values = dossiers._clear()
    extra = [{"id": f"p{n}", "name": f"Gemeente nummer {n}"} for n in range(37)]
    values["partners"]["partners"] += extra
    document = tree_of(dossier_from_values(values), knowledge)
    table = next(b for b in walk(document) if isinstance(b, Table) and b.caption.startswith("Wat het shared"))
    assert [column.head for column in table.columns][3:5] == ["Laagste", "Hoogste"]
    assert "40 partners" in said(document)


@pytest.mark.parametrize(("fifth", "columns"), [("Oeverdam", True), ("Hoogerbeek", False)])
def test_five_partners_have_columns_if_their_names_are_short(knowledge: Knowledge, fifth: str, columns: bool) -> None:
    values = dossiers._clear()
    for partner, name in zip(values["partners"]["partners"], ("Lindeloo", "Veldrade", "Grasdijk"), strict=True):
        partner["name"] = name
    values["partners"]["partners"] += [{"id": "p4", "name": "Delft"}, {"id": "p5", "name": fifth}]
    document = tree_of(dossier_from_values(values), knowledge)
    table = next(b for b in walk(document) if isinstance(b, Table) and b.caption.startswith("Wat het shared"))
    assert (fifth in [column.head for column in table.columns]) is columns


def test_names_that_fill_a_page_are_counted_on_the_first(knowledge: Knowledge) -> None:
    values = dossiers._clear()
    values["partners"]["partners"] += [
        {"id": f"p{n}", "name": f"Gemeenschappelijke uitvoeringsorganisatie {n}"} for n in range(37)
    ]
    page = next(b for b in tree_of(dossier_from_values(values), knowledge).blocks if isinstance(b, TitlePage))
    assert dict(page.facts)["Partners"] == "40 partners (hoofdstuk A)"


@settings(max_examples=25)
@given(any_dossiers())
def test_any_dossier_has_a_report(knowledge: Knowledge, dossier: Dossier) -> None:
    document = tree_of(dossier, knowledge)
    found = headings(document)
    always = [title for _, title in CHAPTERS]
    assert [title for _, title in found if title in always] == always
    assert [letter for letter, _ in found] == list("ABCDEFGHIJKLMNOPQRSTU"[: len(found)])
    assert document == tree_of(dossier, knowledge)
