"""The chapter on hours: figure, table, settling, freed drivers, share in hours beside share in cost."""

import pytest

from desktop.report.tree import FigureBlock, walk
from models.agreements.contributions import work_out
from models.agreements.hours import footing_of, hours_outcome
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.wording.hours import hours_title, percent_of, signed_euros, signed_hours
from tests.desktop.report import agreements
from tests.desktop.report.reading import chapter, pages, rows_of, table, tree_of

TITLE = "Uren en inzet"


def test_the_table_has_the_balances_of_the_arithmetic(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    outcome = hours_outcome(dossier.uren, [p.id for p in dossier.partners.active])
    document = tree_of(dossier, knowledge)
    rows = rows_of(table(document, "Gebrachte en gebruikte uren"))
    tallies = (*outcome.planned.partners, outcome.planned.total)
    for row, tally in zip(rows, tallies, strict=True):
        assert row[3] == signed_hours(tally.hours)
        assert row[5] == signed_euros(tally.cents)
    assert rows[0][:4] == ["Barendrecht", "1.200", "700", "+ 500"]
    assert hours_title(outcome, dossier) in chapter(document, TITLE)


def test_the_payments_add_up_to_zero_as_printed(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    outcome = hours_outcome(dossier.uren, [p.id for p in dossier.partners.active])
    held = table(tree_of(dossier, knowledge), "Wie betaalt en wie ontvangt")
    assert [column.head for column in held.columns] == ["Partner", "Volgens plan", "Voorschot"]
    assert [row[1] for row in rows_of(held)] == [signed_euros(line.planned) for line in outcome.payments]
    assert [row[2] for row in rows_of(held)] == [signed_euros(line.advance) for line in outcome.payments]
    assert sum(line.planned or 0 for line in outcome.payments) == 0


def test_share_in_hours_stands_beside_share_in_cost(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    choice = work_out(dossier.kosten, dossier.partners.active).choice
    assert choice is not None
    outcome = hours_outcome(dossier.uren, [p.id for p in dossier.partners.active])
    footing = footing_of(outcome, {c.partner: c.structural for c in choice.years[0].contributions})
    rows = rows_of(table(tree_of(dossier, knowledge), "Deel in de uren"))
    assert [row[1:4] for row in rows] == [
        [percent_of(line.brought), percent_of(line.taken), percent_of(line.cost)] for line in footing.lines
    ]


def test_without_a_chosen_key_there_are_no_shares_in_cost(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["kosten"].pop("chosen")
    assert "Deel in de kosten" not in chapter(tree_of(dossier_from_values(values), knowledge), TITLE)


def test_it_says_what_an_hour_rests_on_and_who_was_freed(knowledge: Knowledge) -> None:
    text = chapter(tree_of(agreements.agreed(), knowledge), TITLE)
    for words in (
        "Handleiding overheidstarieven 2023",
        "1.400",
        "Overhead is een bedrag per uur: €\u00a045,41. Bron: Begroting 2027.",
        "Een trekker die het erbij doet, komt niet vooruit.",
        "De partners verrekenen met een rekening.",
        "106,41",
    ):
        assert words in text, words


def test_equal_productive_hours_are_one_sentence(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["uren"]["productive_hours"] = dict.fromkeys(("bar", "alb", "rid"), "1363")
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert "Een voltijdbaan is bij elke partner 1.363 uur per jaar. Bron: Handleiding overheidstarieven 2023." in text


def test_settling_in_kind_tells_hours(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["uren"]["settlement"] = "in_kind"
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert "Albrandswaard is Barendrecht nog 500 uur schuldig." in text
    assert "Wie betaalt en wie ontvangt" not in text


def test_hours_made_stand_beside_the_plan(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    for entry in values["uren"]["entries"]:
        entry["actual"] = "800"
    document = tree_of(dossier_from_values(values), knowledge)
    assert rows_of(table(document, "Gepland en gemaakt"))[0] == ["Barendrecht", "1.200", "800", "700", "800"]
    held = table(document, "Wie betaalt en wie ontvangt")
    assert [column.head for column in held.columns][3:] == ["Werkelijk", "Nog te verrekenen"]


def test_what_is_missing_is_said(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["uren"]["entries"][0].pop("hours")
    text = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    assert "De uren zijn nog niet volledig." in text
    assert "Bij één rol zijn nog geen uren ingevuld." in text


@pytest.mark.parametrize(("count", "title"), [(9, "Ingebrachte en"), (40, "Uren van de acht partners met het")])
def test_of_many_partners_the_figure_has_those_with_the_largest_balance(
    count: int, title: str, knowledge: Knowledge
) -> None:
    document = tree_of(agreements.many(count), knowledge)
    figures = [b.figure for b in walk(document) if isinstance(b, FigureBlock) and b.unit.startswith("uren per jaar")]
    assert len(figures) == 1 and figures[0].title.startswith(title)
    assert figures[0].height < 420
    assert len(rows_of(table(document, "Gebrachte en gebruikte uren"))) == count + 1
    printed = next(page for page in pages(document) if figures[0].title in " ".join(page.split()))
    assert "inbreng" in printed and "gebruik" in printed
