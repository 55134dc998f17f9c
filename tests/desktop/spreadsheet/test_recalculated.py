"""LibreOffice works out every formula anew, from copies with wrong values: xlsx and ods agree to the cent."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from desktop.spreadsheet.build import workbook_of
from models.knowledge import load_knowledge
from tests.desktop.spreadsheet.office import POISON, differences, needs_office, poisoned, recalculated
from tests.desktop.spreadsheet.samples import COSTS, KEYS, agreed, dossier_with, every_key, large
from tests.desktop.spreadsheet.strategies import small_dossiers

KNOWLEDGE = load_knowledge()


def test_the_copies_hold_wrong_values():
    copy = poisoned(workbook_of(every_key(), KNOWLEDGE))
    held = {c.value for s in copy.sheets for cells in s.rows.values() for c in cells.values() if c.formula}
    assert held == {POISON}


@pytest.fixture(scope="module")
def workbooks():
    early = [*COSTS["items"], {"id": "i9", "name": "Vooraf", "kind": "project", "amounts": {"2027": "12345.67"}}]
    keys = [{"id": n, "name": n, **KEYS[n]} for n in ("combination", "inhabitants", "usage-shares", "equal")]
    equal = {"id": "k", "kind": "equal", "name": "Gelijk"}
    names = [
        {"id": f"k{n}", "kind": "equal", "name": name}
        for n, name in enumerate(["A/B: [1]", "'aan'", "漢字 – é", "{x} & <y>", "Noord 2", "1", "R1C1", "A1"])
    ]
    return {
        "every": workbook_of(every_key(), KNOWLEDGE),
        "large": workbook_of(large(items=7, years=4), KNOWLEDGE),
        "agreed": workbook_of(agreed(), KNOWLEDGE),
        "in_kind": workbook_of(agreed(uren={"settlement": "in_kind", "overhead_percentage": None}), KNOWLEDGE),
        "early": workbook_of(dossier_with({**COSTS, "items": early, "keys": keys}), KNOWLEDGE),
        "names": workbook_of(dossier_with({**COSTS, "keys": names}), KNOWLEDGE),
        "good": workbook_of(dossier_with({**COSTS, "keys": [equal]}), KNOWLEDGE),
    }


@pytest.fixture(scope="module")
def read(workbooks, tmp_path_factory):
    """All of them as LibreOffice works them out: to start it takes longer than to read a workbook."""
    return recalculated(workbooks, tmp_path_factory.mktemp("recalculated"))


@needs_office
def test_every_key_is_recalculated_to_the_cent(workbooks, read):
    assert len(read) == 2 * len(workbooks)
    for name, found in read.items():
        assert differences(workbooks[name.rpartition(".")[0]], found) == []


@needs_office
@given(st.lists(small_dossiers(), min_size=12, max_size=12))
@settings(max_examples=1, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
def test_any_key_is_recalculated_to_the_cent(tmp_path_factory, dossiers):
    workbooks = {f"d{n}": workbook_of(dossier, KNOWLEDGE) for n, dossier in enumerate(dossiers)}
    read = recalculated(workbooks, tmp_path_factory.mktemp("office"))
    for name, found in read.items():
        assert differences(workbooks[name.rpartition(".")[0]], found) == []


@needs_office
def test_looks_arrive_in_both_kinds_of_file(read):
    for name in ("agreed.xlsx", "agreed.ods"):
        found = read[name]
        assert found["Kosten"]["A1"].font.bold, name
        formats = {
            c.number_format for sheet in found for line in sheet.iter_rows() for c in line if c.value is not None
        }
        for sign in ("€", "V", "0.00%", "mmmm"):
            assert any(sign in held for held in formats), (name, sign, formats)
        kosten = found["Kosten"]
        assert kosten.column_dimensions["A"].width > 30, name
        assert kosten.page_setup.orientation == "landscape", name
        assert kosten.print_title_rows, name


@needs_office
def test_a_wrong_formula_would_be_found(workbooks, read):
    """The judge itself: a workbook whose values are changed behind its back differs."""
    from dataclasses import replace

    good = workbooks["good"]
    sheet = next(s for s in good.sheets if s.name == "Gelijk")
    row, column = next((r, c) for r, cells in sheet.rows.items() for c, cell in cells.items() if cell.formula)
    cell = sheet.rows[row][column]
    rows = {**sheet.rows, row: {**sheet.rows[row], column: replace(cell, value=cell.value + 0.01)}}
    bad = replace(good, sheets=tuple(replace(s, rows=rows) if s is sheet else s for s in good.sheets))
    for found in (read["good.xlsx"], read["good.ods"]):
        assert differences(good, found) == []
        assert len(differences(bad, found)) == 1
