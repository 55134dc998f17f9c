"""What stands in the file: numbers as numbers, formulas with the values of the program, text as text."""

import io
import os
import re
import subprocess
import sys
import zipfile
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import unescape

import openpyxl
import pytest
from hypothesis import given

from desktop.spreadsheet import ods_of, write_ods, write_xlsx, xlsx_of
from desktop.spreadsheet.build import workbook_of
from desktop.spreadsheet.workbook import Style
from desktop.spreadsheet.xlsx import xlsx_bytes
from models.agreements.contributions import work_out
from models.agreements.hours import hours_outcome
from models.agreements.leaving import leave
from models.knowledge import load_knowledge
from models.planning import calendars
from models.planning.checklists import ChecklistKind, checklist_of
from models.storage.errors import StorageError
from tests.desktop.spreadsheet.reading import CONTRIBUTIONS, DIFFERENCES, ONCE, table_below
from tests.desktop.spreadsheet.samples import COSTS, KEYS, agreed, dossier_with, every_key, large
from tests.desktop.spreadsheet.strategies import small_dossiers

KNOWLEDGE = load_knowledge()
ROOT = Path(__file__).resolve().parents[3]
FIXED = {Style.MONEY_FIXED, Style.NUMBER_FIXED}


@pytest.fixture(scope="module")
def every():
    dossier = every_key()
    data = xlsx_of(dossier, KNOWLEDGE)
    return dossier, openpyxl.load_workbook(io.BytesIO(data)), openpyxl.load_workbook(io.BytesIO(data), data_only=True)


def _fixed(workbook, but=()):
    """The cells that hold a value where a formula was meant."""
    return [
        (sheet.name, row, column)
        for sheet in workbook.sheets
        if sheet.name not in but
        for row, cells in sheet.rows.items()
        for column, cell in cells.items()
        if cell.style in FIXED
    ]


@pytest.mark.parametrize("key", [name for name in KEYS if name != "obstacle"])
def test_cached_values_are_the_outcome_of_the_program(every, key):
    dossier, formulas, values = every
    outcome = next(k for k in work_out(dossier.kosten, dossier.partners.active).keys if k.key == key)
    assert outcome.years
    count = len(dossier.partners.active)
    wanted = {
        CONTRIBUTIONS: [[float(c.structural) for c in outcome.of(p.id)] for p in dossier.partners.active],
        DIFFERENCES: [[float(c.difference) for c in outcome.of(p.id)] for p in dossier.partners.active],
        ONCE: [
            [float(c.one_off) for c, year in zip(outcome.of(p.id), outcome.years, strict=True) if year.one_off]
            for p in dossier.partners.active
        ],
    }
    for title, figures in wanted.items():
        assert table_below(values[key], title, count) == figures
        assert all(str(f).startswith("=") for row in table_below(formulas[key], title, count) for f in row)


def test_every_outcome_is_a_formula(every):
    """Only the sheet about leaving holds values: who stays is charged anew there, which no formula can do."""
    dossier, _, _ = every
    assert {sheet for sheet, _, _ in _fixed(workbook_of(dossier, KNOWLEDGE))} == {"Uittreden"}


@pytest.mark.parametrize("key", ["hours-rate", "settled"])
def test_what_is_settled_afterwards(every, key):
    dossier, _, values = every
    outcome = next(k for k in work_out(dossier.kosten, dossier.partners.active).keys if k.key == key)
    page = values[key]
    top = next(r for r in range(1, page.max_row + 1) if page.cell(r, 1).value == "Raming en werkelijkheid") + 1
    for head, wanted in (
        ("Raming", [float(s.estimate) for s in outcome.settled]),
        ("Werkelijk", [float(s.actual) for s in outcome.settled]),
        ("Nog te betalen (min = terug)", [float(s.difference) for s in outcome.settled]),
    ):
        column = next(c for c in range(1, 40) if page.cell(top, c).value == head)
        assert [page.cell(top + 1 + n, column).value for n in range(4)] == wanted


def test_numbers_are_numbers_and_dates_are_dates(every):
    _, _, values = every
    kosten = values["Kosten"]
    row = next(r for r in range(1, kosten.max_row) if kosten.cell(r, 1).value == "ICT")
    assert kosten.cell(row, 5).value == 21
    assert 123456.78 in [cell.value for cell in kosten[row]]
    basis = values["Uitgangspunten"]
    dates = [cell.value for line in basis.iter_rows() for cell in line if isinstance(cell.value, datetime)]
    assert dates == [datetime(2026, 1, 1)]
    assert all(
        not re.fullmatch(r"[€\s]*[\d.,]+", cell.value)
        for sheet in values
        for line in sheet.iter_rows()
        for cell in line
        if isinstance(cell.value, str)
    )


def test_amounts_have_formats_that_dutch_excel_shows_right(every):
    _, formulas, _ = every
    formats = {cell.number_format for sheet in formulas for line in sheet.iter_rows() for cell in line}
    assert '"€" #,##0.00;-"€" #,##0.00' in formats
    assert "0.00%" in formats
    assert "[$-413]d mmmm yyyy" in formats


def test_what_a_person_typed_stays_text(every):
    _, formulas, _ = every
    typed = [
        cell
        for sheet in formulas
        for line in sheet.iter_rows()
        for cell in line
        if cell.value in {"=SUM(A1)", "@Huur", "-Inkoop", "=begroting"}
    ]
    assert {cell.value for cell in typed} == {"=SUM(A1)", "@Huur", "-Inkoop", "=begroting"}
    with zipfile.ZipFile(io.BytesIO(xlsx_of(every[0], KNOWLEDGE))) as archive:
        strings = archive.read("xl/sharedStrings.xml").decode()
        sheets = "".join(archive.read(n).decode() for n in archive.namelist() if n.startswith("xl/worksheets/sheet"))
    assert "<t>=SUM(A1)</t>" in strings
    assert "<f>SUM(A1)</f>" not in sheets


def test_the_same_dossier_gives_the_same_bytes():
    assert xlsx_of(agreed(), KNOWLEDGE) == xlsx_of(agreed(), KNOWLEDGE)
    assert ods_of(agreed(), KNOWLEDGE) == ods_of(agreed(), KNOWLEDGE)


def test_bytes_do_not_hang_on_what_was_written_before(tmp_path):
    """A process that wrote nothing yet gives the same as this one, whatever its seed of hashes."""
    code = (
        "import sys; from pathlib import Path; from desktop.spreadsheet import ods_of, xlsx_of;"
        "from models.knowledge import load_knowledge; from tests.desktop.spreadsheet.samples import agreed;"
        "k = load_knowledge(); Path(sys.argv[1]).write_bytes(ods_of(agreed(), k) + xlsx_of(agreed(), k))"
    )
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": f"Etc/GMT+{seed}"}
        command = [sys.executable, "-c", code, str(tmp_path / seed)]
        subprocess.run(command, check=True, cwd=ROOT, env={**environment, "PYTHONPATH": str(ROOT)}, timeout=120)
    assert (tmp_path / "1").read_bytes() == (tmp_path / "2").read_bytes()
    assert (tmp_path / "1").read_bytes() == ods_of(agreed(), KNOWLEDGE) + xlsx_of(agreed(), KNOWLEDGE)


def test_cells_with_formulas_are_written_as_the_library_writes_them():
    """Our sheet writes them itself, for speed; a newer library may do it in another way."""
    from xlsxwriter.worksheet import Worksheet

    import desktop.spreadsheet.xlsx as ours

    reach_of_ours = ours._Sheet.reach

    class Slow(Worksheet):
        def reach(self, row, column):
            reach_of_ours(self, row, column)

        def put_formula(self, row, column, formula, how, value):
            self.write_formula(row, column, f"={unescape(formula)}", how, value)

    workbook = workbook_of(agreed(), KNOWLEDGE)
    quick = xlsx_bytes(workbook)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ours, "_Sheet", Slow)
        slow = xlsx_bytes(workbook)
    with zipfile.ZipFile(io.BytesIO(quick)) as one, zipfile.ZipFile(io.BytesIO(slow)) as other:
        assert one.namelist() == other.namelist()
        for name in one.namelist():
            assert one.read(name).replace(b".0</v>", b"</v>") == other.read(name).replace(b".0</v>", b"</v>"), name


def test_properties_and_page(every):
    dossier, formulas, _ = every
    assert formulas.properties.title == dossier.title
    assert formulas.properties.created == datetime(2026, 11, 21)
    for sheet in formulas:
        assert sheet.page_setup.orientation == "landscape"
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.page_setup.fitToWidth in {None, 1}  # 1 is what is meant where nothing stands
        assert sheet.page_setup.fitToHeight == 0
        assert sheet.freeze_panes
        assert sheet.print_title_rows
        assert sheet.column_dimensions["A"].width >= 30


@pytest.mark.parametrize(
    "name",
    [
        "a" * 60,
        "A/B\\C?*:[]",
        "'aan'",
        "History",
        "漢" * 40,
        "😀" * 20,
        "",
        "  ",
        "Kosten",
        "kosten",
        "{x} & <y>",
        "Noord's",
    ],
)
def test_names_of_sheets(name):
    keys = [{"id": f"k{n}", "kind": "equal", "name": name} for n in range(3)]
    dossier = dossier_with({**COSTS, "keys": keys})
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(dossier, KNOWLEDGE)))
    names = book.sheetnames
    assert len({n.casefold() for n in names}) == len(names)
    assert all(0 < len(n.encode("utf-16-le")) // 2 <= 31 for n in names)
    assert not any(set("[]:*?/\\'") & set(n) for n in names)
    assert ods_of(dossier, KNOWLEDGE)


def test_an_obstacle_is_said_on_its_sheet(every):
    _, _, values = every
    words = [cell.value for line in values["obstacle"].iter_rows() for cell in line if cell.value]
    assert "De aandelen zijn samen 90%. Maak er samen 100% van." in words
    assert "Vergelijking" in values.sheetnames


@pytest.mark.parametrize(
    "dossier",
    [
        dossier_with({}, []),
        dossier_with({}),
        dossier_with({"start_year": 2028}, []),
        dossier_with({"start_year": 2028, "keys": [{"id": "k", "kind": "equal"}]}),
        dossier_with(
            {"start_year": 2028, "keys": [{"id": "k", "kind": "usage"}], "items": [{"id": "i", "kind": "ict"}]}
        ),
        dossier_with(
            {
                **COSTS,
                "today": {},
                "bcf": {},
                "keys": [{"id": "k", "kind": "inhabitants", "drivers": {"inwoners": {}}}],
            },
            [{"id": "a", "name": ""}],
        ),
    ],
    ids=["nothing", "only partners", "only a year", "no costs", "empty item", "no inhabitants"],
)
def test_a_dossier_with_little_in_it(dossier):
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(dossier, KNOWLEDGE)))
    assert book.sheetnames[0] == "Uitgangspunten"
    assert ods_of(dossier, KNOWLEDGE)


def test_unknown_cost_of_today_leaves_the_difference_empty():
    today = {"a": "310000.01", "b": {"no_answer": "unknown"}, "c": "280000.10"}
    dossier = dossier_with({**COSTS, "today": today, "keys": [{"id": "k", "kind": "equal", "name": "Gelijk"}]})
    book = openpyxl.load_workbook(io.BytesIO(xlsx_of(dossier, KNOWLEDGE)), data_only=True)
    rows = table_below(book["Gelijk"], DIFFERENCES, 4)
    assert all(figure is None for figure in (*rows[1], *rows[3]))
    assert all(isinstance(figure, float) for figure in (*rows[0], *rows[2]))


def test_one_off_cost_before_the_start():
    """Project cost a year before the start: a column of its own, and nobody pays structurally yet."""
    items = [*COSTS["items"], {"id": "i9", "name": "Voorbereiding", "kind": "project", "amounts": {"2027": "12345.67"}}]
    for name in ("inhabitants", "usage", "combination"):
        keys = [{"id": n, "name": n, **KEYS[n]} for n in dict.fromkeys([name, "inhabitants", "usage-shares", "equal"])]
        dossier = dossier_with({**COSTS, "items": items, "keys": keys})
        workbook = workbook_of(dossier, KNOWLEDGE)
        assert _fixed(workbook) == []
        book = openpyxl.load_workbook(io.BytesIO(xlsx_of(dossier, KNOWLEDGE)), data_only=True)
        outcome = work_out(dossier.kosten, dossier.partners.active).keys[0]
        assert outcome.years[0].year == 2027
        first = [row[0] for row in table_below(book[name], ONCE, 4)]
        assert first == [float(c.one_off) for c in outcome.years[0].contributions]
        assert [row[0] for row in table_below(book[name], CONTRIBUTIONS, 4)] == [0, 0, 0, 0]


def test_what_began_very_long_ago_comes_in_as_a_value():
    items = [{"id": "i1", "name": "Oud", "kind": "structural", "amounts": {"1995": "1000.00"}}]
    indices = {str(y): {"wage": 2, "material": 2} for y in range(1990, 2035)}
    dossier = dossier_with({**COSTS, "items": items, "indices": indices, "keys": [{"id": "k", "kind": "equal"}]})
    assert len(_fixed(workbook_of(dossier, KNOWLEDGE))) == 1


def test_writing_is_whole_or_not_at_all(tmp_path):
    dossier = agreed()
    for write, suffix in ((write_xlsx, "xlsx"), (write_ods, "ods")):
        path = tmp_path / f"é blad.{suffix}"
        write(dossier, KNOWLEDGE, path)
        assert zipfile.is_zipfile(path)
        with pytest.raises(StorageError):
            write(dossier, KNOWLEDGE, tmp_path / "weg" / f"a.{suffix}")
    assert len(list(tmp_path.glob("*lad*"))) == 2
    assert not list(tmp_path.glob(".*"))


def _rows_below(page, title, columns):
    """The rows of figures below a title, until an empty first cell."""
    row = next(r for r in range(1, page.max_row + 1) if str(page.cell(r, 1).value).startswith(title)) + 2
    found = {}
    while page.cell(row, 1).value not in {None, "Samen"}:
        found[page.cell(row, 1).value] = [page.cell(row, c).value for c in columns]
        row += 1
    return found


@pytest.fixture(scope="module")
def agreed_values():
    return agreed(), openpyxl.load_workbook(io.BytesIO(xlsx_of(agreed(), KNOWLEDGE)), data_only=True)


def test_hours_are_those_of_the_program(agreed_values):
    dossier, values = agreed_values
    outcome = hours_outcome(dossier.uren, [p.id for p in dossier.partners.active])
    assert outcome.invoice is not None
    assert outcome.in_kind is not None
    planned = _rows_below(values["Uren"], "Gepland per partner", [5, 8])
    wanted = [[float(tally.hours), tally.cents / 100] for tally in outcome.planned.partners]
    assert list(planned.values()) == [pytest.approx(row, abs=1e-9) for row in wanted]
    page = values["Uren"]
    for title, head, netting in (
        ("Verrekening in uren", "Verrekening (min = betaalt)", [float(n.balance) for n in outcome.in_kind.lines]),
        (
            "Verrekening in geld, gepland",
            "Verrekening (min = betaalt)",
            [n.balance / 100 for n in outcome.invoice.lines],
        ),
        ("Voorschot", "Voorschot (min = betaalt)", [b / 100 for b in outcome.advance.balances]),
        ("Afrekening", "Nog te ontvangen (min = betaalt)", [p.still / 100 for p in outcome.payments]),
    ):
        top = next(r for r in range(1, page.max_row + 1) if page.cell(r, 1).value == title) + 1
        column = next(c for c in range(1, 30) if page.cell(top, c).value == head)
        assert [page.cell(top + 1 + n, column).value for n in range(4)] == pytest.approx(netting, abs=1e-6)


def test_exit_sums_are_those_of_the_program(agreed_values):
    dossier, values = agreed_values
    outcome = work_out(dossier.kosten, dossier.partners.active)
    leaving = leave(dossier.kosten, dossier.partners.active, outcome, KNOWLEDGE.costs.exit)
    amounts = {cell.value for line in values["Uittreden"].iter_rows() for cell in line}
    assert len(leaving.methods) >= 4
    for method in leaving.methods:
        assert method.total_cents is not None
        assert {year.cents / 100 for year in method.years if year.cents} <= amounts
    assert {year.uncovered_cents / 100 for year in leaving.takeover.years} <= amounts


def test_calendar_and_checklist_hold_real_dates(agreed_values):
    dossier, values = agreed_values
    (calendar, *_rest) = calendars(dossier, KNOWLEDGE)
    page = values["Kalender"]
    days = [cell.value.date() for line in page.iter_rows() for cell in line if isinstance(cell.value, datetime)]
    assert days == [day for step in calendar.steps for day in (step.start, step.end)]
    words = [cell.value for line in values["Controlelijst"].iter_rows() for cell in line if cell.value]
    for kind in (ChecklistKind.REGELING, ChecklistKind.STAFF):
        points = checklist_of(kind, dossier, KNOWLEDGE, calendar=calendar).points
        assert points
        assert all(point.item.text in words for point in points)


@pytest.mark.parametrize(
    "uren",
    [
        {"weeks_per_year": None},
        {"overhead_percentage": None, "overhead_per_hour": "12.34"},
        {"productive_hours": {}},
        {"rates": {}},
        {"rate_decimals": 0},
        {"settlement": "in_kind", "advance_percentage": None},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_hours_with_something_missing(uren):
    assert {sheet for sheet, _, _ in _fixed(workbook_of(agreed(uren=uren), KNOWLEDGE))} <= {"Uittreden"}


def test_forty_partners():
    workbook = workbook_of(large(items=12, years=4), KNOWLEDGE)
    assert _fixed(workbook, but={"Uittreden"}) == []


@given(small_dossiers())
def test_formulas_give_the_outcome_for_any_key(dossier):
    """Worked out with the binary numbers of a spreadsheet, every formula gives the cents of the exact program."""
    assert _fixed(workbook_of(dossier, KNOWLEDGE)) == []


def test_the_ods_holds_the_same_formulas_and_says_when():
    dossier = every_key()
    with zipfile.ZipFile(io.BytesIO(ods_of(dossier, KNOWLEDGE))) as archive:
        assert archive.infolist()[0].filename == "mimetype"
        content, said = archive.read("content.xml").decode(), archive.read("meta.xml").decode()
        settings = archive.read("settings.xml").decode()
    assert re.search(r'VerticalSplitPosition"[^>]*>4<', settings)  # the head of Kosten stays in sight
    workbook = workbook_of(dossier, KNOWLEDGE)
    wanted = sum(c.formula is not None for s in workbook.sheets for cells in s.rows.values() for c in cells.values())
    assert content.count('table:formula="of:=') == wanted
    assert date(2026, 11, 21).isoformat() in said
    assert "Proef &amp; co" in said
    assert "€ 293.590,75" in content
