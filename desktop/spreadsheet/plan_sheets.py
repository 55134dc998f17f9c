"""The sheets Kalender and Controlelijst: steps with real dates, and what must still be settled. Values, no formulas."""

from desktop.spreadsheet.case import Case
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.workbook import Style
from models.dutch import listed
from models.planning import calendars
from models.planning.checklists import Checklist, ChecklistKind, agreement_expected, checklist_of
from models.planning.results import DecisionCalendar
from models.vocabulary import LegalBasis
from models.wording.checklists import GROUP_TITLES, STATE_WORDS, deadline_words, late_words, progress_words
from models.wording.planning import (
    basis_words,
    calendar_title,
    headline,
    note_words,
    ready_words,
    step_title,
    term_words,
    who,
)

__all__ = ["make_plans"]

_TITLES = {
    ChecklistKind.REGELING: "De regeling",
    ChecklistKind.AGREEMENT: "De dienstverleningsovereenkomst",
    ChecklistKind.STAFF: "Medewerkers",
}


def make_plans(case: Case) -> list[tuple[Grid, str]]:
    """The sheets that there is something for, each with what it shows."""
    basis = _basis(case)
    found = calendars(case.dossier, case.knowledge, basis)
    made = []
    planned = [calendar for calendar in found if calendar.steps]
    if planned:
        made.append((_calendar(case, planned), "wie wat wanneer besluit"))
    lists = _lists(case, basis, found[0] if found else None)
    if lists:
        made.append((_checklist(case, lists), "wat geregeld moet zijn, door wie en wanneer"))
    return made


def _basis(case: Case) -> LegalBasis | None:
    """The chosen legal basis, else the advised one."""
    choice = case.dossier.rechtsvorm.choice
    if choice is not None:
        return choice.basis
    from models.advice.advise import advise

    return advise(case.dossier, case.knowledge, samples=False).legal.preferred


def _calendar(case: Case, found: list[DecisionCalendar]) -> Grid:
    grid, names = case.book.sheet("Kalender"), case.names
    grid.put(0, 0, "Kalender", Style.TITLE)
    for column, width in enumerate((40, 30, 20, 20, 30, 30, 60)):
        grid.width(column, column, width)
    row = 2
    for calendar in found:
        row = grid.note(row, calendar_title(calendar.kind), Style.HEADING)
        for sentence in headline(calendar, names):
            row = grid.note(row, sentence, Style.TEXT)
        for note in (*calendar.obstacles, *calendar.remarks):
            row = grid.note(row, note_words(note, names))
        grid.texts(row, 0, ["Stap", "Wie", "Van", "Tot en met", "Termijn", "Grondslag", "Wat klaar moet zijn"])
        for step in calendar.steps:
            row += 1
            grid.texts(row, 0, [step_title(step), who(step, names)], Style.TEXT)
            grid.put(row, 2, step.start, Style.DATE)
            grid.put(row, 3, step.end, Style.DATE)
            grid.texts(row, 4, [term_words(step), basis_words(step), listed(ready_words(step))], Style.TEXT)
        row += 3
    return grid


def _lists(case: Case, basis: LegalBasis | None, calendar: DecisionCalendar | None) -> list[Checklist]:
    """The lists that belong to the dossier, once somebody filled in a point or planned something."""
    section, staff = case.dossier.besluitvorming, case.dossier.medewerkers
    if not (section.checklist or section.agreement_checklist or staff.checklist or section.start):
        return []
    kinds = [ChecklistKind.REGELING, ChecklistKind.STAFF]
    if agreement_expected(case.dossier, basis):
        kinds.insert(1, ChecklistKind.AGREEMENT)
    found = [checklist_of(kind, case.dossier, case.knowledge, basis, calendar=calendar) for kind in kinds]
    return [checklist for checklist in found if checklist.points]


def _checklist(case: Case, lists: list[Checklist]) -> Grid:
    grid = case.book.sheet("Controlelijst")
    grid.put(0, 0, "Controlelijst", Style.TITLE)
    for column, width in enumerate((70, 24, 24, 20, 24, 20, 24, 40, 40)):
        grid.width(column, column, width)
    row = 2
    for checklist in lists:
        row = grid.note(row, _TITLES[checklist.kind], Style.HEADING)
        for sentence in (*progress_words(checklist), deadline_words(checklist)):
            if sentence:
                row = grid.note(row, sentence, Style.TEXT)
        heads = ["Onderdeel", "Waarom", "Artikel", "Stand", "Wie", "Wanneer", "Waar", "Opmerking", "Let op"]
        grid.texts(row, 0, heads)
        for point in checklist.points:
            row += 1
            status = point.status
            texts = [point.item.text, GROUP_TITLES[point.group], point.item.article or "", STATE_WORDS[status.state]]
            grid.texts(row, 0, [*texts, status.owner], Style.TEXT)
            if status.due is not None:
                grid.put(row, 5, status.due, Style.DATE)
            late = late_words(point, checklist.deadline)
            grid.texts(row, 6, [status.place, status.remark, late], Style.TEXT)
        row += 3
    return grid
