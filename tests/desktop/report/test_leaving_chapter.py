"""The chapter on leaving: the sum by each method, year by year, what the others take over."""

from decimal import Decimal
from typing import Any

import pytest

from desktop.report.content.sums import amount
from models.agreements.contributions import work_out
from models.agreements.leaving import Leaving, leave
from models.agreements.money import euros
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.wording.leaving import CONSENT, cents_words
from tests.desktop.report import agreements
from tests.desktop.report.reading import chapter, rows_of, table, tree_of

TITLE = "Uittreden"


def leaving_of(dossier: Dossier, knowledge: Knowledge) -> Leaving:
    partners = dossier.partners.active
    return leave(dossier.kosten, partners, work_out(dossier.kosten, partners), knowledge.costs.exit)


def without(*fields: str) -> Dossier:
    values: dict[str, Any] = agreements.agreed_values()
    for field in fields:
        values["kosten"].pop(field)
    return dossier_from_values(values)


def test_the_own_formula_goes_first_and_every_method_has_its_sum(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    leaving = leaving_of(dossier, knowledge)
    document = tree_of(dossier, knowledge)
    held = table(document, "De uittreedsom per manier")
    assert rows_of(held)[0][0] == "Eigen formule van de regeling (geldt)"
    assert [row.chosen for row in held.rows] == [True, False, False, False]
    for method, row in zip(leaving.methods, rows_of(held), strict=True):
        assert cents_words(method.total_cents) in row[1]
    text = chapter(document, TITLE)
    assert leaving.method is not None
    assert f"Treedt Albrandswaard uit, dan betaalt deze partner {cents_words(leaving.method.total_cents)}." in text
    assert CONSENT in text


def test_the_years_of_a_schedule_add_up_as_printed(knowledge: Knowledge) -> None:
    document = tree_of(agreements.agreed(), knowledge)
    rows = rows_of(table(document, "De uittreedsom jaar voor jaar"))
    printed = [Decimal(row[1].split(" ")[-1].replace(".", "").replace(",", ".")) for row in rows if row[1] != "–"]
    assert sum(printed[:-1]) == printed[-1]
    assert rows[0][1].startswith("(100%) ")


def test_what_the_others_take_over_is_that_of_the_arithmetic(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    takeover = leaving_of(dossier, knowledge).takeover
    document = tree_of(dossier, knowledge)
    cover, extra = (
        rows_of(table(document, "Wat er gebeurt met de kosten")),
        rows_of(table(document, "Wat elke partner meer")),
    )
    assert cover[-1][3] == amount(euros(takeover.stranded_cents))
    assert takeover.uncovered_cents is not None
    assert cover[-1][5] == amount(euros(takeover.uncovered_cents))
    for place, year in enumerate(takeover.years, start=1):
        assert [row[place] for row in extra[:-1]] == [amount(held.extra) for held in year.partners]
        assert extra[-1][place] == amount(euros(year.stranded_cents))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        (
            ("exit_percentages", "exit_fixed"),
            "De formule van de regeling gaat voor, maar staat hier alleen in woorden.",
        ),
        (("exit_percentages", "exit_fixed", "exit_formula"), "Daarom geldt de manier die u koos"),
        (("exit_percentages", "exit_fixed", "exit_formula", "exit_method"), "u koos nog geen manier"),
        (("exit_partner",), "De uittreedsom is nog niet uit te rekenen."),
    ],
)
def test_where_the_regeling_is_silent(fields: tuple[str, ...], words: str, knowledge: Knowledge) -> None:
    text = chapter(tree_of(without(*fields), knowledge), TITLE)
    assert words in text
    assert "Aflopende bijdrage vanaf 80%" in text


def test_without_a_method_the_range_is_told(knowledge: Knowledge) -> None:
    dossier = without("exit_percentages", "exit_fixed", "exit_formula", "exit_method")
    leaving = leaving_of(dossier, knowledge)
    text = chapter(tree_of(dossier, knowledge), TITLE)
    assert f"{cents_words(leaving.low_cents)} tot {cents_words(leaving.high_cents)}." in text


def test_of_two_partners_one_is_left(knowledge: Knowledge) -> None:
    text = chapter(tree_of(agreements.two(), knowledge), TITLE)
    assert "Alleen Barendrecht blijft over en draagt alle kosten." in text
