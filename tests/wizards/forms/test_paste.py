"""A list of partners out of a spreadsheet and back: heads, order, Dutch numbers, names that are there already."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier import Dossier, dossier_from_values
from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN
from models.dossier.read import dossier_from_values as read_again
from models.vocabulary import PartnerKind
from tests.models.samples import minimal
from tests.strategies import dossiers, texts
from wizards.forms.paste import COLUMNS, MOST, Outcome, PastePlan, PlannedRow, partners_as_text, plan_paste
from wizards.forms.sheet import cells_of, sheet_text

CELLS = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=8).map(str.strip)


def of(*rows: dict[str, object], **more: object) -> Dossier:
    return dossier_from_values(minimal(partners={"partners": list(rows)}, **more))


def only(plan: PastePlan) -> PlannedRow:
    (row,) = plan.rows
    return row


def test_columns_go_by_their_heads() -> None:
    plan = plan_paste("Inwoners per 1-1\tGemeente\tPeildatum\tOpmerking\n24.500\tNieuwstad\t1 januari 2026\tx\n", of())
    assert plan.columns == ("inhabitants", "name", "inhabitants_on")
    assert plan.skipped == ("Opmerking",)
    row = only(plan)
    assert (row.number, row.outcome) == (2, Outcome.NEW)
    assert row.partner is not None
    assert (row.partner.name, row.partner.inhabitants) == ("Nieuwstad", 24_500)
    assert row.partner.inhabitants_on == date(2026, 1, 1)


def test_without_heads_columns_go_by_order() -> None:
    partner = only(plan_paste("Delta;waterschap;;1-1-2026;eigen opgave;6,5;Laboratorium", of())).partner
    assert partner is not None
    assert (partner.name, partner.kind, partner.inhabitants) == ("Delta", PartnerKind.WATERSCHAP, None)
    assert (partner.fte, partner.brings, partner.inhabitants_source) == (
        Decimal("6.5"),
        "Laboratorium",
        "eigen opgave",
    )


def test_a_second_column_of_numbers_holds_inhabitants() -> None:
    rows = plan_paste("Zwolle\t130.000\nKampen\t54 000 inwoners", of()).rows
    assert [row.partner.inhabitants for row in rows if row.partner] == [130_000, 54_000]


def test_a_partner_with_its_kind_is_no_head() -> None:
    row = only(plan_paste("Barendrecht;gemeente", of()))
    assert row.partner is not None
    assert row.partner.name == "Barendrecht"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (";gemeente", "De naam ontbreekt."),
        ("A;gilde", "geen soort partner"),
        ("A;gemeente;veel", "Vul een geheel getal in"),
        ("A;gemeente;-5", "Dit past niet"),
        ("A;gemeente;5;gisteren", "Vul een datum in"),
        ("A;gemeente;5;1-1-2026;CBS;een paar", "Vul een getal in"),
        ("A;gemeente;5;1-1-2026;CBS;1;kennis;misschien", "geen ja of nee"),
    ],
)
def test_an_unreadable_row_says_why(line: str, reason: str) -> None:
    plan = plan_paste(f"B;gemeente\n{line}", of())
    good, bad = plan.rows
    assert good.outcome is Outcome.NEW
    assert (bad.outcome, bad.partner, bad.number) == (Outcome.UNREADABLE, None, 2)
    assert reason in bad.reason
    assert len(plan.carry_out(of()).partners.active) == 1


def test_no_answers_are_read_in_words() -> None:
    text = "naam\tinwoners\tfte\tkan centrum zijn\nA\tweet ik niet\tn.v.t.\tlater invullen"
    partner = only(plan_paste(text, of())).partner
    assert partner is not None
    assert (partner.inhabitants, partner.fte, partner.can_be_centre) == (UNKNOWN, NOT_APPLICABLE, LATER)


def test_a_known_partner_is_updated_not_doubled() -> None:
    dossier = of(
        {"id": "a", "name": "Barendrecht", "brings": "Kennis", "inhabitants": 1},
        {"id": "b", "name": "Elders", "inhabitants": 2},
        drafts={"partners/partners/a/inhabitants": "veel", "partners/partners/b/inhabitants": "meer"},
    )
    plan = plan_paste("Naam\tInwoners\ngemeente  BARENDRECHT\t49.000\nElders\t2\nNieuw\t3", dossier)
    assert [row.outcome for row in plan.rows] == [Outcome.UPDATE, Outcome.SAME, Outcome.NEW]
    after = plan.carry_out(dossier)
    assert [(p.name, p.inhabitants, p.brings) for p in after.partners.partners] == [
        ("Barendrecht", 49_000, "Kennis"),
        ("Elders", 2, ""),
        ("Nieuw", 3, ""),
    ]
    assert "partners/partners/a/inhabitants" not in after.drafts


def test_one_who_left_takes_part_again() -> None:
    dossier = of({"id": "a", "name": "Aalst", "removed": True, "brings": "Kennis"})
    plan = plan_paste("Aalst", dossier)
    assert only(plan).outcome is Outcome.RETURN
    (partner,) = plan.carry_out(dossier).partners.active
    assert partner.brings == "Kennis"


def test_a_name_twice_and_more_than_forty() -> None:
    plan = plan_paste("\n".join(["A", "a ", *(f"Plaats {n}" for n in range(MOST + 3))]), of())
    assert plan.rows[1].reason == "Deze naam staat er twee keer in."
    assert plan.count(Outcome.NEW) == MOST
    assert plan.rows[-1].reason == f"Er passen hoogstens {MOST} partners in een dossier."


def test_quotes_in_a_cell() -> None:
    assert cells_of('a\t"b\nc ""d"""\ne\tf') == (("a", 'b\nc "d"'), ("e", "f"))
    assert cells_of('buis van 5"\t"open\nx\ty') == (('buis van 5"', '"open'), ("x", "y"))
    assert cells_of("") == () or cells_of("") == ((),)


@given(st.text(max_size=120), dossiers())
def test_any_text_gives_a_plan_that_holds(text: str, dossier: Dossier) -> None:
    plan = plan_paste(text, dossier)
    assert all((row.partner is None) == bool(row.reason) for row in plan.rows)
    after = plan.carry_out(dossier)
    assert len({p.id for p in after.partners.partners}) == len(after.partners.partners)
    kept = [p.id for p in dossier.partners.partners]
    assert [p.id for p in after.partners.partners][: len(kept)] == kept
    assert read_again(after.as_json()) == after


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), min_size=1, max_size=5))
def test_a_table_survives_the_clipboard(rows: list[list[str]]) -> None:
    assert cells_of(sheet_text(rows)) == tuple(tuple(row) for row in rows)


@given(dossiers(), texts())
def test_what_is_copied_can_be_pasted(dossier: Dossier, name: str) -> None:
    named = []
    for place, partner in enumerate(dossier.partners.active):
        plain = " ".join(name.split())
        brings = partner.brings.strip()
        words = {
            "name": f"{plain} nummer {place}".strip(),
            "brings": "" if brings == "-" else brings,
            "inhabitants_source": 'CBS, "regio"',
            # Nobody counts in a year of three digits, which no date on screen has either.
            "inhabitants_on": max(partner.inhabitants_on or date.max, date(1000, 1, 1)),
        }
        named.append(partner.model_copy(update=words))
    plan = plan_paste(partners_as_text(tuple(named)), of())
    made = [row.partner for row in plan.rows]
    assert [[getattr(p, field) for field in COLUMNS] for p in made] == [
        [getattr(p, field) for field in COLUMNS] for p in named
    ]
