"""The budget on the page: every cost item by year with its VAT, structural and one-off apart, and the savings."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal

from models import dutch
from models.agreements.budget import Budget, BudgetLine
from models.agreements.money import euros
from models.dossier import Dossier
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.note_paths import budget_path
from wizards.steps.kosten_parts.notes import NoteBox, said
from wizards.steps.kosten_parts.outcome import outcome_of
from wizards.widgets.boxes import Card
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.read_table import Sheet
from wizards.widgets.text import Heading, Label

__all__ = ["BudgetCard", "budget_sheet"]

_NAMELESS = "Kostenpost zonder naam"
_Row = tuple[str, Sequence[int] | None, bool]
"""Label, cents per year (``None``: a row with only a label), and whether it is a total."""


def budget_sheet(budget: Budget) -> Sheet:
    """The budget as a table; empty while there is nothing to add up."""
    if not budget.lines or not budget.years:
        return Sheet()
    rows = tuple(_rows(budget))
    blank = tuple("" for _ in budget.years)
    return Sheet(
        tuple(str(year) for year in budget.years),
        tuple((label, blank if c is None else tuple(dutch.euros(euros(n)) for n in c)) for label, c, _bold in rows),
        frozenset(place for place, row in enumerate(rows) if row[2]),
        "Kostenpost",
        tuple(_values(cents, len(budget.years)) for _label, cents, _bold in rows),
    )


def _values(cents: Sequence[int] | None, count: int) -> tuple[Decimal | None, ...]:
    return (None,) * count if cents is None else tuple(euros(n) for n in cents)


def _rows(budget: Budget) -> Iterator[_Row]:
    places = range(len(budget.years))
    yearly = [line for line in budget.lines if line.structural]
    once = [line for line in budget.lines if not line.structural]
    if yearly:
        yield "Structurele kosten", None, True
        yield from _part(yearly, "structureel")
    if any(budget.savings):
        label = "Af: besparingen" if budget.subtracted else "Besparingen (niet afgetrokken)"
        yield label, budget.savings, False
        if budget.subtracted:
            yield "Te verdelen per jaar", [budget.structural(place) for place in places], True
    if once:
        yield "Eenmalige kosten", None, True
        yield from _part(once, "eenmalig")
    if yearly and once:
        yield "Alles samen", [budget.structural(place) + budget.one_off(place) for place in places], True


def _part(lines: Sequence[BudgetLine], name: str) -> Iterator[_Row]:
    """Per item its amount, its VAT and both together; then the same of all of them."""
    for line in lines:
        label = line.name.strip() or _NAMELESS
        taxed = any(cell.vat for cell in line.cells)
        yield f"{label}, zonder btw" if taxed else label, [cell.net for cell in line.cells], False
        if taxed:
            yield f"{label}, btw", [cell.vat for cell in line.cells], False
            yield f"{label}, met btw", [cell.gross for cell in line.cells], False
    if any(cell.vat for line in lines for cell in line.cells):
        yield f"Samen {name}, zonder btw", _sum(lines, lambda line, place: line.cells[place].net), False
        yield f"Samen {name}, btw", _sum(lines, lambda line, place: line.cells[place].vat), False
    yield f"Samen {name}", _sum(lines, lambda line, place: line.cells[place].gross), True


def _sum(lines: Sequence[BudgetLine], of: Callable[[BudgetLine, int], int]) -> list[int]:
    return [sum(of(line, place) for line in lines) for place in range(len(lines[0].cells))]


def _explanation(dossier: Dossier) -> str:
    kosten = dossier.kosten
    words = ["Bedragen in euro’s. Wat u voor een jaar invulde, staat er zoals ingevuld."]
    words.append("Daarna groeit een structurele post mee met de gewogen index, elk jaar afgerond op de cent.")
    if kosten.savings and not kosten.subtract_savings:
        words.append("De besparing is niet van de kosten afgetrokken.")
    return " ".join(words)


class BudgetCard(Card):
    """The table with what must be said beside it."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Alle kosten bij elkaar", 3))
        self._empty = Label(look, "Vul kosten in. Dan staat hier wat ze per jaar samen zijn.", colour="ink2")
        self.table = CopyTable(context, "Alle kosten bij elkaar")
        self._note = Label(look, "", TypeRole.CAPTION, "ink2")
        self.notes = NoteBox(context, "Kijk dit na")
        for widget in (self._empty, self.table, self._note, self.notes):
            self.body.addWidget(widget)
        self.refresh()

    def refresh(self) -> None:
        """Show the budget of what is filled in now."""
        dossier = self._context.editor.dossier
        budget = outcome_of(dossier).budget
        sheet = budget_sheet(budget)
        self.table.take(sheet)
        self._empty.setVisible(not sheet.rows)
        self._note.setText(_explanation(dossier))
        self._note.setVisible(bool(sheet.rows))
        texts = said(budget.remarks, dossier)
        paths = (budget_path(note, dossier) for note in budget.remarks)
        self.notes.take(tuple(zip(texts, paths, strict=True)))
