"""Vergelijken: all keys side by side on the same partners, one key over the years, and how that was worked out."""

from collections.abc import Mapping

from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from models import dutch
from models.agreements.contributions import CostOutcome
from models.agreements.money import euros
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import KeyOutcome
from models.dossier.edit import Path
from models.vocabulary import StepId
from models.wording.costs import note_text
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.cases import WarningCard
from wizards.steps.kosten_parts.compare_board import Show, board_of, notation
from wizards.steps.kosten_parts.compare_cards import Choice, ChosenCard, Options, Working
from wizards.steps.kosten_parts.compare_key import KeyYears
from wizards.steps.kosten_parts.compare_recipe import Step, steps_of
from wizards.steps.kosten_parts.compare_table import BoardTable
from wizards.steps.kosten_parts.compare_text import Unit
from wizards.steps.kosten_parts.compare_words import partner_names, remarks_of, who_text
from wizards.steps.kosten_parts.items import BASE
from wizards.steps.kosten_parts.keys import KEYS, key_name
from wizards.steps.kosten_parts.note_paths import budget_path, key_path, remark_path
from wizards.steps.kosten_parts.notes import NoteBox
from wizards.steps.kosten_parts.outcome import outcome_of
from wizards.steps.views import ViewBody
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.columns import Columns
from wizards.widgets.copy_table import COPIED
from wizards.widgets.inputs import Combo
from wizards.widgets.text import Label

__all__ = ["FIELDS", "CompareView", "fill"]

FIELDS: tuple[str, ...] = ("chosen",)
"""The fields of the section that the view writes."""

WARNINGS = ("historic-key", "savings-too-early", "many-owners")
"""The warnings of real cases that are about sharing cost."""

_SHOWS = (
    (Show.YEARLY, "Bijdrage per jaar"),
    (Show.SHARE, "Aandeel in procenten"),
    (Show.PER_INHABITANT, "Bijdrage per inwoner"),
    (Show.ONE_OFF, "Eenmalige bijdrage"),
    (Show.NET, "Netto na btw-compensatie"),
    (Show.CUMULATIVE, "Cumulatief, met eenmalig"),
)
_UNITS = ((Unit.EUROS, "Hele euro's"), (Unit.CENTS, "Euro's en centen"), (Unit.THOUSANDS, "× € 1.000"))
_NO_KEYS = "Er is nog geen verdeelsleutel om te vergelijken. Voeg er minstens twee toe."
_NO_PARTNERS = "Er zijn nog geen partners. Vul eerst het onderdeel Partners in."
_OF_COSTS = frozenset({NoteKind.NO_YEARS, NoteKind.NO_COSTS})
_NO_CHOICE = "Nog geen keuze"
_CHOOSE = "Vergelijk de verdeelsleutels en kies er een met de knoppen onder de tabel."


def _stops(outcome: CostOutcome) -> tuple[Note, ...]:
    """What the costs lack, so that no key at all can be worked out: one sentence says it better than all columns."""
    if any(key.years for key in outcome.keys):
        return ()
    return tuple(note for key in outcome.keys[:1] for note in key.obstacles if note.kind in _OF_COSTS)


def _labelled(context: Context, words: str, options: tuple[tuple[str, str], ...]) -> tuple[QWidget, Combo]:
    """A list to choose from with its label before it; always something is chosen."""
    look = context.look
    combo = Combo(look)
    combo.offer(options)
    combo.removeItem(0)
    combo.setAccessibleName(words)
    label = Label(look, words, TypeRole.CAPTION_BOLD, "ink2", wrap=False)
    label.setBuddy(combo)
    holder = QWidget()
    line = row(look.space(6))
    line.addWidget(label)
    line.addWidget(combo)
    holder.setLayout(line)
    return holder, combo


class CompareView(QWidget):
    """The whole view. What it shows (year, kind of figure, unit, key in hand) is of the screen, not of the dossier."""

    def __init__(self, body: ViewBody) -> None:
        super().__init__()
        self._body, self._context = body, body.context
        look = body.context.look
        self.year: int | None = None
        self.show_kind, self.unit = Show.YEARLY, Unit.EUROS
        self.key_in_hand = ""
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._refresh_below)
        layout = column(look.space(14))
        self.setLayout(layout)
        self._empty = self._make_empty()
        self._tools = self._make_tools()
        self._board_card = self._make_board()
        self._beside = self._make_beside()
        self.remarks = NoteBox(body.context, "Zo is gerekend", kind="info")
        self.key_years = KeyYears(body.context, self._pick_key)
        self.working = Working(body.context, self._steps)
        parts = (
            self._empty,
            self._tools,
            self._board_card,
            self.notation,
            self._beside,
            self.remarks,
            self.key_years,
            self.working,
        )
        for part in parts:
            layout.addWidget(part)
        self.refresh()

    # --- making

    def _make_empty(self) -> Card:
        look, navigator = self._context.look, self._context.navigator
        card = Card(look)
        self.missing = Label(look)
        card.body.addWidget(self.missing)
        self.to_keys = Button(look, "Naar de verdeelsleutels", icon="arrow-right")
        self.to_keys.clicked.connect(lambda: navigator.open_step(StepId.KOSTEN, KEYS))
        self.to_partners = Button(look, "Naar Partners", icon="arrow-right")
        self.to_partners.clicked.connect(lambda: navigator.open_step(StepId.PARTNERS))
        self.to_costs = Button(look, "Naar de kosten", icon="arrow-right")
        self.to_costs.clicked.connect(self._open_costs)
        line = row(look.space(8))
        line.addWidget(self.to_keys)
        line.addWidget(self.to_partners)
        line.addWidget(self.to_costs)
        line.addStretch(1)
        card.body.addLayout(line)
        return card

    def _make_tools(self) -> QWidget:
        look = self._context.look
        tools = QWidget()
        flow = FlowLayout(look.space(14), centred=True)
        tools.setLayout(flow)
        self.years = Options(look, "Jaar", self._pick_year)
        shows, self.shows = _labelled(self._context, "Toon", tuple((s.value, words) for s, words in _SHOWS))
        units, self.units = _labelled(self._context, "Bedragen in", tuple((u.value, words) for u, words in _UNITS))
        self.shows.edited.connect(self._pick_show)
        self.units.edited.connect(self._pick_unit)
        self.whole = Label(look, "", TypeRole.BODY_BOLD, wrap=False)
        for widget in (self.years, shows, units, self.whole):
            flow.addWidget(widget)
        return tools

    def _make_board(self) -> Card:
        look = self._context.look
        card = Card(look, padding=2, spacing=0)
        self.table = BoardTable(look, self.open_key)
        card.body.addWidget(self.table)
        self.copy_button = Button(look, "Kopieer tabel", ButtonKind.QUIET, icon="export")
        self.copy_button.setAccessibleDescription("Verdeelsleutels naast elkaar")
        self.copy_button.clicked.connect(self._copy)
        self.choice = Choice(self._context, self._choose, self.open_key, self.copy_button)
        side = look.space(12)
        foot = column(0, (side, side, side, side))
        foot.addWidget(self.choice)
        card.body.addLayout(foot)
        self.notation = Label(look, "", TypeRole.CAPTION, "ink2")
        return card

    def _make_beside(self) -> Columns:
        look = self._context.look
        columns = Columns(look, narrowest=380, most=2)
        self.chosen = ChosenCard(self._context)
        self.warnings = tuple(WarningCard(self._context, warning) for warning in WARNINGS)
        for widget in (self.chosen, *self.warnings):
            columns.add(widget)
        return columns

    # --- what people do

    def _pick_year(self, year: str) -> None:
        self.year = int(year)
        self.refresh()

    def _pick_show(self, show: str) -> None:
        self.show_kind = Show(show)
        self.refresh()

    def _pick_unit(self, unit: str) -> None:
        self.unit = Unit(unit)
        self.refresh()

    def _pick_key(self, key: str) -> None:
        self.key_in_hand = key
        self.refresh()

    def _choose(self, key: str) -> None:
        self._context.editor.put((*BASE, "chosen"), key or None)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.table.copied_whole())
        self._context.navigator.say(COPIED)

    def open_key(self, key: str) -> None:
        """Go to the field that the first obstacle of a key is about, else to the key."""
        dossier = self._context.editor.dossier
        path: Path = (*KEYS, key)
        found = next((k for k in self.outcome.keys if k.key == key), None)
        held = next((k for k in dossier.kosten.keys if k.id == key), None)
        if found is not None and held is not None and found.obstacles:
            path = key_path(found.obstacles[0], held, dossier)
        self._context.navigator.open_step(StepId(path[0]), path if len(path) > 1 else ())

    def _open_costs(self) -> None:
        """Go to what the costs lack, which stops every key."""
        notes = _stops(self.outcome)
        path = budget_path(notes[0], self._context.editor.dossier) if notes else ()
        self._context.navigator.open_step(StepId.KOSTEN, path or BASE)

    def reveal(self, path: Path) -> bool:
        """Put the focus on the buttons to choose a key."""
        if path[: len(BASE) + 1] != (*BASE, "chosen") or not self.choice.buttons:
            return False
        chosen = self._context.editor.dossier.kosten.chosen
        button = self.choice.buttons.get(chosen or "") or next(iter(self.choice.buttons.values()))
        button.setFocus()
        return True

    # --- showing

    @property
    def outcome(self) -> CostOutcome:
        """What comes out of all keys now."""
        return outcome_of(self._context.editor.dossier)

    def _key_names(self) -> Mapping[str, str]:
        editor = self._context.editor
        return {key.id: key_name(key, editor.knowledge) for key in editor.dossier.kosten.keys}

    def _in_hand(self, outcome: CostOutcome) -> KeyOutcome | None:
        """The key whose years are shown: picked, else chosen, else the first that can be worked out."""
        by_id = {key.key: key for key in outcome.keys}
        first = next((key for key in outcome.keys if key.years), None)
        return by_id.get(self.key_in_hand) or outcome.choice or first or next(iter(outcome.keys), None)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        dossier, outcome = self._context.editor.dossier, self.outcome
        partners, keys = bool(dossier.partners.active), bool(outcome.keys)
        costs = _stops(outcome)
        there = partners and keys and not costs
        self._empty.setVisible(not there)
        first = note_text(costs[0], partner_names(dossier)) if costs else _NO_KEYS
        self.missing.setText(first if partners else _NO_PARTNERS)
        self.to_partners.setVisible(not partners)
        self.to_costs.setVisible(partners and bool(costs))
        self.to_keys.setVisible(partners and not keys)
        shown = (self._tools, self._board_card, self.notation, self.key_years)
        for widget in (*shown, self._beside, self.remarks, self.working):
            widget.setVisible(there)
        if there:
            self._refresh_board(outcome)
            self._refresh_beside(outcome)
            self._later.start()

    def _refresh_board(self, outcome: CostOutcome) -> None:
        editor, years = self._context.editor, outcome.budget.years
        if self.year not in years:
            self.year = years[0] if years else None
        new = self.years.offer(tuple((str(y), str(y)) for y in years), str(self.year))
        self.years.setVisible(bool(years))
        self.shows.show_value(self.show_kind.value)
        self.units.show_value(self.unit.value)
        board = board_of(editor.dossier, editor.knowledge, outcome, self.year, self.show_kind, self.unit)
        self.table.take(board)
        self.notation.setText(notation(board, editor.dossier, outcome))
        if self.year is not None:
            whole = euros(outcome.budget.structural(years.index(self.year)))
            self.whole.setText(f"Totaal in {self.year}: {dutch.euros(whole).removesuffix(',00')}")
        self.whole.setVisible(self.year is not None)
        states = [(c.key, c.name, "chosen" if c.chosen else "open" if c.obstacles else "ready") for c in board.columns]
        if self.choice.offer(states) or new:
            self._body.put_in_order()

    def _refresh_beside(self, outcome: CostOutcome) -> None:
        dossier = self._context.editor.dossier
        names, key_names = partner_names(dossier), self._key_names()
        choice = outcome.choice
        if choice is None:
            self.chosen.say(_NO_CHOICE, _CHOOSE, "", chosen=False)
        else:
            words = who_text(choice, names) if choice.years else "Deze verdeelsleutel is nog niet uit te rekenen."
            self.chosen.say(key_names[choice.key], words, dossier.kosten.chosen_reason.strip(), chosen=True)
        for warning in self.warnings:
            warning.refresh()
        self._refresh_remarks(outcome)

    def _refresh_remarks(self, outcome: CostOutcome) -> None:
        dossier = self._context.editor.dossier
        keys = {key.id: key for key in dossier.kosten.keys}
        found = remarks_of(outcome, self._key_names(), partner_names(dossier))
        lines = tuple((each.text, remark_path(each.note, keys.get(each.key), dossier)) for each in found)
        new = lines != self.remarks.lines
        self.remarks.take(lines)
        if new:
            self._body.put_in_order()

    def _refresh_below(self) -> None:
        """What stands under the board, a moment later: the board is painted first."""
        outcome = self.outcome
        if self.key_years.isHidden() or not outcome.keys:
            return
        key = self._in_hand(outcome)
        assert key is not None
        dossier = self._context.editor.dossier
        if self.key_years.show_key(outcome, key, self._key_names(), partner_names(dossier), self.unit):
            self._body.put_in_order()
        self.working.setVisible(bool(self._worked(outcome)))
        self.working.refresh()

    def _worked(self, outcome: CostOutcome) -> KeyOutcome | None:
        key = self._in_hand(outcome)
        return key if key is not None and key.years else None

    def _steps(self) -> tuple[str, tuple[Step, ...]]:
        """The working of the key in hand in the year that is shown."""
        outcome = self.outcome
        key = self._worked(outcome)
        years = outcome.budget.years
        if key is None or self.year not in years:
            return "", ()
        dossier = self._context.editor.dossier
        names, key_names = partner_names(dossier), self._key_names()
        keys = {k.id: k for k in dossier.kosten.keys}
        lead = f"{key_names[key.key]} in {self.year}. Kies boven de tabel een ander jaar om dat te zien."
        return lead, steps_of(outcome, key, keys, key_names, names, years.index(self.year))


def fill(body: ViewBody) -> None:
    """Fill the view."""
    view = CompareView(body)
    body.add_widget(view, view.refresh, view.reveal)
