"""The chapter on planning: every step of the calendars with its day, body, term and basis."""

from desktop.report.tree import FigureBlock, RowKind, text_of, walk
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.planning import calendars
from models.wording.planning import headline, note_words, step_table
from tests.desktop.report import agreements
from tests.desktop.report.reading import chapter, headings, pages, rows_of, said, table, tree_of

TITLE = "Planning"


def test_every_step_of_every_calendar_is_in_a_table(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    names = {p.id: p.name for p in dossier.partners.active}
    document = tree_of(dossier, knowledge)
    found = calendars(dossier, knowledge)
    captions = ("De stappen met dag", "De stappen van de begroting", "De stappen van het uittreden")
    assert len(found) == 3
    for calendar, caption in zip(found, captions, strict=True):
        assert rows_of(table(document, caption)) == [list(row) for row in step_table(calendar, names).rows]
        text = chapter(document, TITLE)
        assert all(note_words(note, names) in text for note in calendar.remarks)
        assert " ".join(headline(calendar, names)) in text
    assert sum(isinstance(b, FigureBlock) for b in walk(document)) == 6


def test_what_the_law_fixes_is_bold(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    held = table(tree_of(dossier, knowledge), "De stappen met dag")
    strong = [text_of(row.cells[3].runs) for row in held.rows if row.cells[3].runs[0].style.value == "bold"]
    assert strong and all(words.startswith("wet: ") for words in strong)


def test_the_steps_stand_in_the_pdf(knowledge: Knowledge) -> None:
    document = tree_of(agreements.agreed(), knowledge)
    printed = " ".join("".join(pages(document)).replace("\u00a0", " ").split())
    for words in ("Zienswijze van de raden", "wet: 8 weken", "De samenwerking kan starten vanaf", "Wgr"):
        assert words in printed


def test_bodies_that_act_on_the_same_days_stand_together(knowledge: Knowledge) -> None:
    held = table(tree_of(agreements.agreed(), knowledge), "Wie wanneer aan zet is")
    groups = [text_of(row.cells[0].runs) for row in held.rows if row.kind is RowKind.GROUP]
    assert "Colleges van Barendrecht, Albrandswaard en Ridderkerk" in groups
    assert "Raad van Barendrecht" in groups


def test_a_wished_day_that_cannot_be_met(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["besluitvorming"]["in_force"] = "2027-03-01"
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert "Starten op 1\u00a0maart 2027 kan niet." in text


def test_without_a_wished_day_nobody_is_told_so_in_the_key_sentence(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["besluitvorming"].pop("in_force")
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert text.split("\n")[2].startswith("De samenwerking kan starten vanaf")


def test_obstacles_come_under_the_open_questions(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    for field in ("budget_year", "leaving", "leaving_start"):
        values["besluitvorming"].pop(field)
    values["partners"]["partners"] = values["partners"]["partners"][:1]
    for answer in values["vorm"]["answers"].values():
        answer.pop("partners")
    for name in ("kosten", "uren"):
        values.pop(name)
    values["besluitvorming"] |= {"raad": {}, "seat": None}
    document = tree_of(dossier_from_values(values), knowledge)
    assert TITLE not in headings(document)
    assert "Planning: " in said(document)


def test_a_calendar_with_an_obstacle_stands_beside_one_without(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["besluitvorming"].pop("leaving_start")
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert "Deze planning is nog niet uit te rekenen. Dit ontbreekt:" in text


def test_forty_partners(knowledge: Knowledge) -> None:
    document = tree_of(agreements.many(), knowledge)
    held = table(document, "Wie wanneer aan zet is")
    groups = [text_of(row.cells[0].runs) for row in held.rows if row.kind is RowKind.GROUP]
    assert any("en nog 37 partners" in name for name in groups)
