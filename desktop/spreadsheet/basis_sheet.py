"""The first sheet: what the file is, assumptions with source and date, how is rounded, what each sheet shows."""

from collections.abc import Mapping, Sequence

from desktop.spreadsheet.case import Case
from desktop.spreadsheet.grid import Grid
from desktop.spreadsheet.workbook import Style
from models import dutch
from models.dossier.base import known
from models.dossier.costs import CostKey, CostKeyKind, RestRule
from models.wording.costs import SIGN_CONVENTION, note_text

__all__ = ["make_basis"]

_ROUNDING = (
    "Bedragen zijn exact tot de cent. Een halve cent gaat omhoog.",
    "Wat partners betalen, telt op tot het bedrag dat te verdelen is. De grootste breuk krijgt de losse cent.",
    "Zijn breuken gelijk, dan gaat de cent naar de partner die het eerst in de lijst staat.",
    "Kiest u bij een verdeelsleutel een andere regel, dan staat die in de tabel hieronder.",
    "Breuken van een cent zijn op veel decimalen vergeleken. Een rekenblad kan niet fijner rekenen.",
)
_COLOURS = (
    "Geel: ingevuld in het dossier. Wit: berekend met een formule. Grijze cijfers: tussenstappen.",
    "Bruin: uitkomst van het programma, want daar kan geen formule staan.",
)


def make_basis(case: Case, sheets: Sequence[tuple[Grid, str]]) -> Grid:
    """The sheet; ``sheets``: the others, each with what it shows."""
    grid = case.book.sheet("Uitgangspunten")
    dossier = case.dossier
    grid.width(0, 0, 34)
    grid.width(1, 1, 26)
    grid.width(2, 8, 20)
    grid.put(0, 0, "Uitgangspunten en bronnen", Style.TITLE)
    row = grid.note(1, dossier.title, Style.HEADING)
    row = grid.note(row, f"Stand van {dutch.day(dossier.dated)}. Gemaakt met Vormwijzer.", Style.TEXT)
    if dossier.fictional:
        row = grid.note(row, "Dit is een voorbeeld met verzonnen gegevens.", Style.WARNING)
    row = grid.note(row, "Verandert u hier een cijfer, dan verandert het dossier niet mee.", Style.TEXT)
    for note in case.outcome.budget.remarks:
        row = grid.note(row, note_text(note, case.names))
    row = _sheets(grid, row + 1, sheets)
    row = _lines(grid, row + 1, "Zo is afgerond", _ROUNDING)
    row = _lines(grid, row + 1, "Kleuren en tekens", (*_COLOURS, SIGN_CONVENTION))
    row = _keys(case, grid, row + 1)
    row = _vat(grid, row + 1)
    row = _productive(case, grid, row + 1)
    _sources(case, grid, row + 1)
    return grid


def _lines(grid: Grid, row: int, title: str, lines: Sequence[str]) -> int:
    row = grid.note(row, title, Style.HEADING)
    for line in lines:
        row = grid.note(row, line, Style.TEXT)
    return row


def _sheets(grid: Grid, row: int, sheets: Sequence[tuple[Grid, str]]) -> int:
    row = grid.note(row, "De bladen", Style.HEADING)
    for sheet, what in sheets:
        grid.put(row, 0, sheet.name)
        grid.put(row, 1, what)
        row += 1
    return row


def _rest(key: CostKey, names: Mapping[str, str]) -> str:
    if key.rest is RestRule.ORGANISATION:
        return "blijft bij de organisatie"
    if key.rest is RestRule.PARTNER:
        return f"naar {names.get(key.rest_partner or '', 'een partner')}"
    return "naar de grootste breuken"


def _keys(case: Case, grid: Grid, row: int) -> int:
    if not case.kosten.keys:
        return row
    row = grid.note(row, "Verdeelsleutels", Style.HEADING)
    heads = (
        "Naam",
        "Soort",
        "Formule",
        "Aandelen afgerond op",
        "Tarieven afgerond op",
        "Afrondingsverschil",
        "Gekozen",
    )
    grid.texts(row, 0, heads)
    texts = {text.id: text for text in case.knowledge.costs.keys}
    for key in case.kosten.keys:
        row += 1
        text = texts.get(key.kind)
        grid.put(row, 0, case.key_name(key))
        grid.put(row, 1, case.kind_name(key))
        grid.put(row, 2, text.formula if text is not None else "")
        for column, decimals in ((3, key.share_decimals), (4, key.rate_decimals)):
            grid.put(row, column, "niet" if decimals is None else f"{decimals} decimalen")
        grid.put(row, 5, "" if key.kind is CostKeyKind.COMBINATION else _rest(key, case.names))
        grid.put(row, 6, "gekozen" if case.kosten.chosen == key.id else "")
    if case.kosten.chosen_reason.strip():
        row = grid.note(row + 1, f"Reden van de keuze: {case.kosten.chosen_reason}") - 1
    return row + 1


def _vat(grid: Grid, row: int) -> int:
    lines = [
        "Btw telt mee in wat partners betalen. De behandeling per post staat op het blad Kosten.",
        "Gemeenten en provincies kunnen btw terugvragen bij het btw-compensatiefonds. Andere partners niet.",
    ]
    return _lines(grid, row, "Btw", lines)


def _productive(case: Case, grid: Grid, row: int) -> int:
    uren = case.dossier.uren
    held = [(p, uren.productive_hours[p.id]) for p in case.partners if p.id in uren.productive_hours]
    if not held:
        return row
    row = grid.note(row, "Productieve uren per fte en jaar", Style.HEADING)
    for partner, hours in held:
        grid.put(row, 0, case.names[partner.id])
        grid.put(row, 1, hours, Style.NUMBER_INPUT)
        row += 1
    for label, source in (
        ("Bron productieve uren", uren.productive_source),
        ("Bron tarieven", uren.rates_source),
        ("Bron overhead", uren.overhead_source),
        ("Bron weken per jaar", uren.weeks_source),
    ):
        if source.strip():
            grid.put(row, 0, label)
            grid.put(row, 1, source)
            row += 1
    return row


def _sources(case: Case, grid: Grid, row: int) -> int:
    """Where figures come from, with the date where it is known."""
    row = grid.note(row, "Bronnen van de cijfers", Style.HEADING)
    grid.texts(row, 0, ["Gegeven", "Bron", "Datum"])
    row += 1
    for partner in case.partners:
        if known(partner.inhabitants) is not None:
            grid.put(row, 0, f"Inwoners {case.names[partner.id]}")
            grid.put(row, 1, partner.inhabitants_source or "geen bron ingevuld")
            if partner.inhabitants_on is not None:
                grid.put(row, 2, partner.inhabitants_on, Style.DATE)
            row += 1
    rows = [(f"Kosten: {item.name}", item.source) for item in case.kosten.items]
    rows += [(f"Index {year}", held.source) for year, held in sorted(case.kosten.indices.items())]
    for label, source in rows:
        grid.put(row, 0, label)
        grid.put(row, 1, source.strip() or "geen bron ingevuld")
        row += 1
    return row
