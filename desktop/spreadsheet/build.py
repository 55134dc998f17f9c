"""From a dossier to the workbook: one builder per subject, in the order in which they refer to each other."""

from desktop.spreadsheet.basis_sheet import make_basis
from desktop.spreadsheet.case import Case, names_of
from desktop.spreadsheet.compare_sheet import make_comparison
from desktop.spreadsheet.cost_sheet import make_costs
from desktop.spreadsheet.driver_sheet import make_drivers
from desktop.spreadsheet.grid import Book, Grid
from desktop.spreadsheet.hours_sheet import make_hours
from desktop.spreadsheet.index_sheet import make_index
from desktop.spreadsheet.key_sheet import make_key
from desktop.spreadsheet.leave_sheet import make_leaving
from desktop.spreadsheet.plan_sheets import make_plans
from desktop.spreadsheet.today_sheet import make_today
from desktop.spreadsheet.workbook import Workbook
from models.agreements.contributions import CostOutcome, work_out
from models.dossier import Dossier
from models.knowledge import Knowledge

__all__ = ["workbook_of"]


def workbook_of(dossier: Dossier, knowledge: Knowledge, outcome: CostOutcome | None = None) -> Workbook:
    """All sheets of a dossier; ``outcome``: what ``work_out`` gave for it, where somebody has that already."""
    found = outcome if outcome is not None else work_out(dossier.kosten, dossier.partners.active)
    book = Book()
    case = Case(dossier, knowledge, found, book, names_of(dossier))
    sheets = _costs(case) if found.budget.years else []
    hours = make_hours(case)
    if hours is not None:
        sheets.append((hours, "wie uren brengt en neemt, en de verrekening"))
    leaving = make_leaving(case) if sheets else None
    if leaving is not None:
        sheets.append((leaving, "wat uittreden kost"))
    sheets += make_plans(case)
    basis = make_basis(case, sheets)
    order = [basis, *(grid for grid, _ in sheets)]
    return book.done(dossier.title, dossier.vaststelling.author, dossier.dated, order)


def _costs(case: Case) -> list[tuple[Grid, str]]:
    """The sheets about cost, each with what it shows."""
    index = make_index(case)
    costs = make_costs(case, index)
    made: list[tuple[Grid, str]] = []
    keys: list[tuple[Grid, str]] = []
    compared = None
    if case.partners:
        today, drivers = make_today(case, index), make_drivers(case)
        sheets = [make_key(case, index, costs, today, drivers, outcome) for outcome in case.outcome.keys]
        compared = make_comparison(case, sheets)
        made = [(today.grid, "wat elke partner nu betaalt"), (drivers.grid, "de cijfers onder de verdeelsleutels")]
        keys = [(s.grid, f"bijdragen volgens {case.key_name(s.key)}, met de berekening") for s in sheets]
    first = [] if compared is None else [(compared, "alle verdeelsleutels naast elkaar")]
    tables = [(costs.grid, "kostenposten per jaar, btw en besparingen"), (index.grid, "index per jaar")]
    return [*first, *keys, *tables, *made]
