"""The chapter on costs: its figures are those of ``work_out``, to the cent, for every key, year and partner."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from desktop.report.content.sums import row_names, scale_of, spread
from desktop.report.tree import RowKind, Table, walk
from models.agreements.contributions import CostOutcome, work_out
from models.dossier import Dossier, dossier_from_values
from models.dutch import euros
from models.knowledge import Knowledge
from models.wording.costs import SIGN_CONVENTION, TO_THE_CENT
from tests.desktop.report import agreements
from tests.desktop.report.reading import chapter, pages, rows_of, squeezed, table, tree_of

TITLE = "Kosten en bijdragen"
CHOSEN = "Bijdrage per partner volgens"


def outcome_of(dossier: Dossier) -> CostOutcome:
    return work_out(dossier.kosten, dossier.partners.active)


def bare(value: Decimal) -> str:
    return euros(value).removeprefix("€\u00a0")


def groups(held: Table) -> dict[str, list[list[str]]]:
    """The rows of a table under the heading of their group."""
    found: dict[str, list[list[str]]] = {}
    rows: list[list[str]] = []
    for row, cells in zip(held.rows, rows_of(held), strict=True):
        if row.kind is RowKind.GROUP:
            rows = found.setdefault(cells[0], [])
        else:
            rows.append(cells)
    return found


def test_every_amount_of_the_chosen_key_is_that_of_the_arithmetic(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    choice = outcome_of(dossier).choice
    assert choice is not None and choice.years
    names = [partner.name for partner in dossier.partners.active]
    held = groups(table(tree_of(dossier, knowledge), CHOSEN))
    paid, once = held["Bijdrage, elk jaar"], held["Eenmalig"]
    now, off = held["Doorgaan zoals nu (cijfers van 2027)"], held["Verschil met doorgaan zoals nu"]
    for place, name in enumerate(names):
        years = [year.contributions[place] for year in choice.years]
        assert paid[place] == [name, *(bare(c.structural) for c in years)]
        assert once[place] == [name, *(bare(c.one_off) for c in years)]
        assert now[place] == [name, *(bare(c.today or Decimal(0)) for c in years)]
        letters = [f"{bare(abs(c.difference))} {'V' if c.difference > 0 else 'N'}" for c in years if c.difference]
        assert off[place] == [name, *letters]
    assert paid[-1] == ["Samen", *(bare(year.charged) for year in choice.years)]
    assert once[-1] == ["Samen", *(bare(year.one_off) for year in choice.years)]


def test_the_printed_contributions_add_up_to_what_is_shared(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    choice = outcome_of(dossier).choice
    assert choice is not None
    rows = groups(table(tree_of(dossier, knowledge), CHOSEN))["Bijdrage, elk jaar"]
    for place, year in enumerate(choice.years, start=1):
        printed = [Decimal(row[place].replace(".", "").replace(",", ".")) for row in rows]
        assert sum(printed[:-1]) == printed[-1] == year.to_share


def test_the_amounts_stand_in_the_pdf(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    choice = outcome_of(dossier).choice
    assert choice is not None
    printed = squeezed("".join(pages(tree_of(dossier, knowledge))))
    for year in choice.years:
        assert squeezed(bare(year.charged)) in printed
        for contribution in year.contributions:
            assert squeezed(bare(contribution.structural)) in printed


def test_the_convention_the_reason_and_the_rounding_are_said(knowledge: Knowledge) -> None:
    text = chapter(tree_of(agreements.agreed(), knowledge), TITLE)
    for words in (
        SIGN_CONVENTION,
        TO_THE_CENT,
        agreements.agreed_values()["kosten"]["chosen_reason"],
        "25% in gelijke delen; 75% naar inwoners",
        "38,3826%",
        "De sleutel telt in 2028 voor 33,33% en 2029 voor 66,67%.",
        "een som kan er één van afwijken",
        "De maat ‘meldingen’ is nog leeg bij Albrandswaard en Ridderkerk.",
        "De verdeelsleutel rust op het verleden.",
        "CPB, september 2027",
        "komt terug uit het fonds",
        "in drie stappen, de eerste € 300.000,00".replace("€ ", "€\u00a0"),
        "Wat partners nu betalen, staat in euro’s van 2027.",
    ):
        assert words in text, words


def test_the_keys_stand_side_by_side_in_the_first_year(knowledge: Knowledge) -> None:
    dossier = agreements.agreed()
    outcome = outcome_of(dossier)
    worked = [key for key in outcome.keys if key.years]
    scale = scale_of(year.charged for key in worked for year in key.years)
    assert scale.divisor == 1000
    held = table(tree_of(dossier, knowledge), "De verdeelsleutels naast elkaar in 2028")
    assert [column.head for column in held.columns][1] == "Kwart gelijk, rest naar inwoners (gekozen)"
    total = groups(held)["Bijdrage"][-1]
    assert total == ["Samen", *(scale.words(key.years[0].charged) for key in worked)]
    assert total[1:] == ["18.025", "18.025", "17.500", "18.025"]


def test_each_other_key_is_told_year_by_year(knowledge: Knowledge) -> None:
    document = tree_of(agreements.agreed(), knowledge)
    for name in ("Gelijke delen", "Uren maal tarief", "Begroting van 2014"):
        held = table(document, f"Bijdrage, elk jaar, volgens ‘{name}’")
        assert [column.head for column in held.columns] == ["Partner", "2028", "2029", "2030", "2031"]


def changed(**kosten: object) -> Dossier:
    values = agreements.agreed_values()
    for name, value in kosten.items():
        if value is None:
            values["kosten"].pop(name)
        else:
            values["kosten"][name] = value
    return dossier_from_values(values)


@pytest.mark.parametrize(
    ("kosten", "words"),
    [
        ({}, "Vanaf 2028 is het samen goedkoper dan nu, maar niet voor elke partner."),
        ({"chosen": None}, "De partners kozen nog geen verdeelsleutel. Vier verdeelsleutels staan hier uitgerekend."),
        ({"chosen": "stuk"}, "De gekozen verdeelsleutel is nog niet uit te rekenen."),
        ({"chosen": None, "keys": None}, "De kosten zijn bekend. De verdeling over de partners nog niet."),
        ({"today": {"bar": "7938000"}, "chosen": "gelijk"}, "Het verschil met nu is nog niet bekend."),
        (
            {"today": dict.fromkeys(("bar", "alb", "rid"), "1.00"), "chosen": "gelijk"},
            "In 2031 is het voor geen enkele partner goedkoper dan nu.",
        ),
        (
            {"today": dict.fromkeys(("bar", "alb", "rid"), "9000000"), "chosen": "gelijk"},
            "Vanaf 2028 is het samen goedkoper dan nu, ook voor elke partner.",
        ),
    ],
)
def test_the_key_sentence(kosten: dict[str, object], words: str, knowledge: Knowledge) -> None:
    assert words in chapter(tree_of(changed(**kosten), knowledge), TITLE)


def test_prices_that_do_not_cover_the_cost_are_said(knowledge: Knowledge) -> None:
    dossier = changed(chosen="uren")
    choice = outcome_of(dossier).choice
    assert choice is not None and choice.years[0].uncovered > 0
    document = tree_of(dossier, knowledge)
    assert "De prijzen dekken nog niet alle kosten." in chapter(document, TITLE)
    rows = {row[0]: row[1:] for row in groups(table(document, CHOSEN))["Naast de kosten"]}
    assert rows["Te verdelen"] == [bare(year.to_share) for year in choice.years]
    assert rows["Komt te kort"] == [bare(max(year.uncovered, Decimal(0))) for year in choice.years]
    assert "gedeeld door 260.000 uur" in chapter(document, TITLE)


def test_what_prices_rest_on_who_bears_limits_and_what_is_settled(knowledge: Knowledge) -> None:
    values = agreements.agreed_values()
    values["kosten"]["keys"] += [
        {
            "id": "kp",
            "kind": "cost-price",
            "name": "Kostprijs",
            "drivers": {"vergunningen": {"bar": 120, "alb": 60, "rid": 100}},
            "prices": {"vergunningen": "85.50"},
            "norm_hours": {"vergunningen": {"2025": 10, "2026": 11, "2027": 12}},
            "rest": "organisation",
            "actuals": {"vergunningen": {"bar": 100, "alb": 70, "rid": 100}},
        },
        {
            "id": "plus",
            "kind": "lump-sum-plus",
            "name": "Basis en plus",
            "drivers": {"basis": {"bar": 1, "alb": 1, "rid": 1}, "plus": {"bar": 4, "alb": 2, "rid": 9}},
            "prices": {"plus": "1234.56"},
            "floors": {"alb": "100000"},
            "ceilings": {"bar": "6000000"},
            "absorb": "partner",
            "absorb_partner": "rid",
            "index_prices": True,
        },
        {
            "id": "mix",
            "kind": "combination",
            "name": "Per post",
            "item_keys": {"loon": "plus", "ict": "gelijk"},
            "rest_key": "gelijk",
        },
    ]
    said = {}
    for chosen in ("kp", "plus", "mix"):
        values["kosten"]["chosen"] = chosen
        said[chosen] = chapter(tree_of(dossier_from_values(values), knowledge), TITLE)
    for words in (
        "€\u00a085,50 per uur × 11 uur, gemiddeld over 2025 tot en met 2027",
        "Afrekening van 2028",
        " terug",
    ):
        assert words in said["kp"], words
    for words in ("Ridderkerk draagt het verschil.", "100.000,00", "6.000.000,00", "Prijzen en bedragen groeien mee"):
        assert words in said["plus"], words
    for words in ("Deze sleutel verdeelt: Salarissen van de gezamenlijke organisatie.", "Hoe ‘Gelijke delen’ rekent"):
        assert words in said["mix"], words


def test_small_sums_are_shown_in_whole_euros() -> None:
    scale = scale_of([Decimal("999999.49")])
    assert scale.words(Decimal("1234.50")) == "1.235"
    assert scale_of([Decimal("1000000")]).words(Decimal("1500")) == "2"


def columns_fit(document_tables: Iterator[Table]) -> None:
    for held in document_tables:
        assert len(held.columns) <= 8, held.caption


def test_forty_partners_over_ten_years(knowledge: Knowledge) -> None:
    dossier = agreements.many(40, 10)
    document = tree_of(dossier, knowledge)
    tables = [block for block in walk(document) if isinstance(block, Table)]
    columns_fit(iter(tables))
    paid = [held for held in tables if held.caption.startswith("Bijdrage, elk jaar, per partner, 20")]
    assert len(paid) > 1
    heads = [column.head for held in paid for column in held.columns[1:]]
    assert heads == [str(year) for year in range(2028, 2038)]
    assert all(len(held.rows) == 41 for held in paid)
    choice = outcome_of(dossier).choice
    assert choice is not None
    printed = pages(document)
    text = squeezed("".join(printed))
    assert all(squeezed(bare(c.structural)) in text for year in choice.years for c in year.contributions)
    begin = next(number for number, page in enumerate(printed) if "Bijdrage, elk jaar, per partner, 2028" in page)
    assert all("2028" in page and "Partner" in page for page in printed[begin + 1 : begin + 2])


def test_of_many_partners_long_names_keep_begin_and_end_and_stay_apart() -> None:
    few = {"a": "Gemeenschappelijk samenwerkingsverband Noorderkwartier nummer 1"}
    assert row_names(few) == tuple(few.values())
    names = row_names({str(n): f"Gemeenschappelijk samenwerkingsverband Noorderkwartier nummer {n}" for n in range(40)})
    assert len(set(names)) == 40
    assert max(map(len, names)) < 40 and names[0].endswith("nummer 0")
    alike = {str(n): f"Gemeenschappelijk orgaan nummer {n} voor de belastingen in het noorden" for n in range(20)}
    assert row_names(alike) == tuple(alike.values())


@pytest.mark.parametrize(
    ("widths", "sizes"), [([80.0] * 4, [4]), ([80.0] * 5, [3, 2]), ([500.0] * 2, [1, 1]), ([], [])]
)
def test_columns_are_spread_evenly(widths: list[float], sizes: list[int]) -> None:
    assert [len(part) for part in spread(widths)] == sizes


def test_two_partners(knowledge: Knowledge) -> None:
    dossier = agreements.two()
    choice = outcome_of(dossier).choice
    assert choice is not None
    rows = groups(table(tree_of(dossier, knowledge), CHOSEN))["Bijdrage, elk jaar"]
    assert [row[0] for row in rows] == ["Barendrecht", "Albrandswaard", "Samen"]
    assert rows[0][1] == bare(choice.years[0].contributions[0].structural)
