"""A dossier in the window: the task list first, then rail, page, panel and footer; and the way between them.

A page may have, beside what :class:`wizards.page.StepPage` says: ``footer_text`` (a sentence for the foot),
``panel_summary`` (the folded panel in a few words), ``primary`` and ``secondary`` (``None`` or words and what to do:
they stand in for "Volgende" and "Vorige", such as the next statement) and a signal ``footer_changed`` without
arguments for when one of these is another.
"""

from collections.abc import Callable
from pathlib import Path as FilePath
from typing import Any

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.editor import DossierEditor
from desktop.window.check_view import CheckView
from desktop.window.dock import Dock
from desktop.window.errors import ErrorSummary
from desktop.window.exports import Exporter, ExportKind, ask_export_file, export_name
from desktop.window.findings_view import FindingsView
from desktop.window.footer import Footer
from desktop.window.pages import Pages, reveal_nearest, spec_or_none
from desktop.window.places import Here, What, part_words, window_words
from desktop.window.proof import ProofMaker, ask_file, file_name
from desktop.window.rail import Rail
from desktop.window.search_view import SearchView
from desktop.window.task_list import TaskList
from desktop.window.ways import Ways
from desktop.window.words import step_of
from models.dossier.edit import Path, value_at
from models.flow import statuses
from models.vocabulary import Onlooker, StepId
from wizards.context import Context
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.page import StepPage, shortcut
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Label

__all__ = ["DossierView"]

_FOLD_ZOOM = 1.6
_PAGE_ROOM, _RAIL_ROOM = 640, 600
"""The page keeps this much width, grown with the text: below it first the panel folds, then the rail."""
_WIDTHS = ((1900, 288, 416), (1400, 264, 360), (0, 248, 336))
"""From which width of the window: the rail and the panel (screens-look.md, "Layout")."""


class DossierView(QWidget):
    """Shows one dossier; it is the navigator of its pages.

    ``place_changed``: another page or another title; ``said`` and ``said_with``: a message, with what can be done;
    ``help_wanted``: a topic; ``copy_wanted``: somebody wants to edit a copy of this example.
    """

    place_changed = Signal()
    said = Signal(str)
    said_with = Signal(str, str, object)
    help_wanted = Signal(str)
    copy_wanted = Signal()

    def __init__(self, look: Look, editor: DossierEditor, onlooker: Onlooker = Onlooker.SECRETARIS) -> None:
        super().__init__()
        self.look, self.editor = look, editor
        self.context = Context(look, editor, self)
        self.here = Here(What.TASKS)
        self._watched_footer: Any = None
        self.proof = ProofMaker(self)
        self.ask_file: Callable[[QWidget, str, Callable[[FilePath], object]], object] = ask_file
        self.exporter = Exporter(self)
        self.ask_export: Callable[[QWidget, ExportKind, str, Callable[[FilePath], object]], object] = ask_export_file
        self._lay_out()
        self._wire()
        self.set_onlooker(onlooker)

    # --- making

    def _lay_out(self) -> None:
        look = self.look
        self.stack = QStackedWidget()
        self.pages = Pages(self.context, self.stack)
        self.tasks = TaskList(self.context)
        self.stack.addWidget(self.tasks)
        self._checks: dict[StepId, CheckView] = {}
        self._findings: FindingsView | None = None
        self._search: SearchView | None = None
        self.rail = Rail(look, self.editor.knowledge)
        self.footer = Footer(look)
        self.errors = ErrorSummary(look, self._reveal_here)
        self.ways = Ways(self, self.editor, self.errors)
        self.dock = Dock(look, self)
        middle = column()
        if self.editor.read_only:
            middle.addLayout(self._banner())
        middle.addWidget(self.errors)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.footer)
        line: QHBoxLayout = row()
        line.addWidget(self.rail)
        line.addLayout(middle, 1)
        line.addWidget(self.dock)
        self.setLayout(line)

    def _banner(self) -> QHBoxLayout:
        look = self.look
        banner = Card(look, fill="wash", border=None, bar="action", padding=10)
        words = Label(look, "Dit is een voorbeeld. U kunt het bekijken, niet wijzigen.", TypeRole.BODY_BOLD)
        self.copy = Button(look, "Kopie maken en bewerken", ButtonKind.SOLID)
        self.copy.clicked.connect(lambda *_: self.copy_wanted.emit())
        line = row(look.space(16), (look.space(8), 0, 0, 0))
        line.addWidget(words, 1)
        line.addWidget(self.copy)
        banner.body.addLayout(line)
        around = row(0, (look.space(16), look.space(10), look.space(16), 0))
        around.addWidget(banner, 1)
        return around

    def _wire(self) -> None:
        """Everything that follows from something else, in one place."""
        editor = self.editor
        self.rail.chosen.connect(lambda key: self.open_step(StepId(key)))
        self.rail.tasks.connect(self.show_tasks)
        self.tasks.chosen.connect(lambda key: self.open_step(StepId(key)))
        self.tasks.findings.connect(self.show_findings)
        self.tasks.proof.connect(self.make_proof)
        self.footer.sheet.connect(self.dock.open_sheet)
        self.proof.made.connect(self._proof_made)
        self.proof.failed.connect(self.say)
        self.exporter.said.connect(self.say)
        self.exporter.made.connect(self._offer_file)
        editor.changed.connect(self._dossier_changed)
        editor.refused.connect(self._show_again)
        editor.insight_changed.connect(self._show_statuses)
        for keys, act in (
            ("Alt+Left", self.footer.go_back),
            ("Alt+Right", self.footer.go_on),
            ("Ctrl+Return", self.footer.go_on),
            ("Ctrl+Enter", self.footer.go_on),
            ("Ctrl+T", self.show_tasks),
        ):
            shortcut(self, keys, act)

    # --- the navigator of the pages

    def open_step(self, step: StepId, path: Path = ()) -> None:
        """Show a step; ``path``: the field to put the focus on."""
        self._go(Here(What.STEP, step), self.pages.page(step))
        self.tasks.last_step = step
        self._focus(path)

    def open_check(self, step: StepId) -> None:
        """Show "Controleer uw antwoorden" of a step."""
        if step not in self._checks:
            spec = spec_or_none(step)
            if spec is None:
                return
            made = CheckView(self.context, spec, lambda path: self._change(step, path), self.show_tasks)
            self._checks[step] = made
            self.stack.addWidget(made)
        view = self._checks[step]
        view.refresh()
        self._go(Here(What.CHECK, step), view)
        view.take_focus(())

    def open_help(self, topic: str = "") -> None:
        """Show Naslag."""
        self.help_wanted.emit(topic)

    def say(self, text: str) -> None:
        """Show a short message at the foot of the window."""
        self.said.emit(text)

    def export_calendar(self) -> None:
        """Let somebody save the calendars as a file for an agenda."""
        self.export(ExportKind.AGENDA)

    def export_spreadsheet(self, kind: str) -> None:
        """Let somebody save the figures as a spreadsheet."""
        self.export(kind)

    def export(self, kind: str) -> None:
        """Ask where a file of this kind goes, and write it there."""
        wanted, dossier = ExportKind(kind), self.editor.dossier

        def write(path: FilePath) -> None:
            self.exporter.make(wanted, self.editor.dossier, self.editor.knowledge, path)

        self.ask_export(self, wanted, export_name(dossier.title, wanted), write)

    # --- for the window

    @property
    def part(self) -> str:
        """The last part of the way here; empty at the task list."""
        return part_words(self.here, self.editor.knowledge)

    @property
    def window_words(self) -> str:
        """What the title of the window says."""
        return window_words(self.here, self.editor.dossier.title, self.editor.knowledge)

    @property
    def help_topic(self) -> str:
        """What F1 should show here."""
        return f"step:{self.here.step.value}" if self.here.step is not None else f"help:{self.tasks.onlooker.value}"

    @property
    def rail_folded(self) -> bool:
        """Whether the rail gives way, so that the bar must lead to the task list."""
        return self.rail.isHidden()

    def zones(self) -> tuple[QWidget, ...]:
        """The parts that F6 goes round, in reading order."""
        if self.dock.sheet.panel is not None:
            return (self.dock.sheet,)
        return (self.rail, self.stack, self.dock, self.footer)

    def set_onlooker(self, onlooker: Onlooker) -> None:
        """Who looks on: changes what comes first, hides nothing."""
        self.tasks.onlooker = onlooker
        self.tasks.refresh()

    def show_tasks(self) -> None:
        """The task list."""
        self._go(Here(What.TASKS), self.tasks)
        self.tasks.title.heading.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_findings(self) -> None:
        """What is missing or contradicts."""
        if self._findings is None:
            self._findings = FindingsView(self.context)
            self.stack.addWidget(self._findings)
        self._findings.refresh()
        self._go(Here(What.FINDINGS), self._findings)
        self._findings.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_search(self) -> None:
        """Search over all texts."""
        if self._search is None:
            self._search = SearchView(self.context)
            self.stack.addWidget(self._search)
        self._go(Here(What.SEARCH), self._search)
        self._search.begin()

    def escape(self) -> None:
        """Out of the sheet, or from the lists back to the tasks."""
        if self.dock.shut_sheet():
            return
        if self.here.what in (What.SEARCH, What.FINDINGS):
            self.show_tasks()

    def undo(self) -> None:
        """Take back the last change and show where it was."""
        editor = self.editor
        path, label = editor.undo_path, editor.undo_label
        if path is None:
            self.say("Er is niets om ongedaan te maken.")
            return
        editor.undo()
        self._show_change(path, f"Ongedaan gemaakt: {_lower(label)}" if label else "", "Ongedaan gemaakt")

    def redo(self) -> None:
        """Do again what was undone last and show where it was."""
        editor = self.editor
        path, label = editor.redo_path, editor.redo_label
        if path is None:
            self.say("Er is niets om opnieuw te doen.")
            return
        editor.redo()
        self._show_change(path, f"Opnieuw gedaan: {_lower(label)}" if label else "", "Opnieuw gedaan")

    def settle(self) -> None:
        """Take in what stands in a field that tells only when it is left, such as a name; call it before leaving."""
        held = self.focusWidget()
        if held is not None and self.isAncestorOf(held):
            held.clearFocus()

    def close_dossier(self) -> None:
        """Stop what runs in the background. The view is of no use afterwards."""
        self.dock.shut_sheet()
        self.proof.wait()
        self.exporter.wait()
        self.editor.close()

    def make_proof(self) -> None:
        """A trial report in a file."""
        if self.proof.busy:
            self.say("Er wordt al een proefversie gemaakt.")
            return
        self.ask_file(self, file_name(self.editor.dossier.title), self._make_proof)

    def _make_proof(self, path: FilePath) -> None:
        self.say("De proefversie wordt gemaakt.")
        self.proof.make(self.editor.dossier, self.editor.knowledge, path)

    def arrange(self) -> None:
        """Fold the panel, then the rail, never the text."""
        look, width = self.look, self.width()
        rail, panel = next((r, p) for least, r, p in _WIDTHS if width >= least)
        rail_width = max(look.glyph(rail), min(self.rail.natural_width, look.glyph(rail + 40)))
        panel_width = look.glyph(panel)
        zoomed = look.zoom >= _FOLD_ZOOM
        rail_fits = not zoomed and width - rail_width >= look.glyph(_RAIL_ROOM)
        left = width - (rail_width if rail_fits else 0)
        panel_fits = not zoomed and left - panel_width >= look.glyph(_PAGE_ROOM)
        self.rail.setFixedWidth(rail_width)
        self.rail.setVisible(rail_fits and self.here.what is not What.TASKS)
        self.dock.fold(not panel_fits, panel_width)
        self._show_panel_button()
        self.tasks.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange again."""
        super().resizeEvent(event)
        self.arrange()

    # --- going

    def _go(self, here: Here, page: QWidget) -> None:
        self.editor.end_merge()
        self.ways.arrive(here)
        self.here = here
        self.stack.setCurrentWidget(page)
        self.dock.take(page.panel if isinstance(page, StepPage) else None)
        self._watch_footer(page)
        self._show_footer()
        self._show_statuses()
        self.arrange()
        self.place_changed.emit()

    def _focus(self, path: Path) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, StepPage):
            if len(path) > 1:
                # The layout of a page that was just made settles first, so that scrolling finds the field.
                QTimer.singleShot(0, page, lambda: reveal_nearest(page, path) or page.title.setFocus())
            else:
                page.scroller.verticalScrollBar().setValue(0)
                page.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change(self, step: StepId, path: Path) -> None:
        self.ways.check_waits = step
        self.open_step(step, path)

    def _reveal_here(self, path: Path) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, StepPage):
            reveal_nearest(page, path)

    def _show_change(self, path: Path, words: str, verb: str) -> None:
        step = step_of(path)
        if step is None:
            if self.here.what is not What.TASKS:
                self.show_tasks()
            self.say(words or f"{verb}.")
            return
        title = self.editor.knowledge.step[step].title
        field = path if path[0] == step.value else ()
        while len(field) > 1 and value_at(self.editor.dossier, field) is None:
            field = field[:-1]
        if self.here != Here(What.STEP, step):
            self.open_step(step, field)
        elif len(field) > 1:
            self._focus(field)
        self.say(words or f"{verb} bij {title}.")

    # --- footer

    def _watch_footer(self, page: QWidget) -> None:
        changed = getattr(page, "footer_changed", None)
        if self._watched_footer is not None:
            self._watched_footer.disconnect(self._show_footer)
        self._watched_footer = changed
        if changed is not None:
            changed.connect(self._show_footer)

    def _show_footer(self) -> None:
        page = self.stack.currentWidget()
        self.footer.setVisible(self.here.what is not What.TASKS)
        self.footer.on.setVisible(self.here.step is not None)
        self.footer.show_ways(*self.ways.of(page))
        self.footer.show_note(str(getattr(page, "footer_text", "")))
        self._show_panel_button()

    def _show_panel_button(self) -> None:
        page = self.stack.currentWidget()
        folded = self.dock.panel is not None and self.dock.folded
        summary = str(getattr(page, "panel_summary", "") or getattr(self.dock.panel, "summary", "") or "Advies")
        self.footer.show_panel(summary if folded else None)
        self.footer.shorten(folded and self.look.zoom >= _FOLD_ZOOM)

    # --- what changed

    def _dossier_changed(self) -> None:
        self.place_changed.emit()
        self.ways.check_errors()

    def _show_again(self) -> None:
        """An edit of an example was refused: every control shows the answer again."""
        page = self.stack.currentWidget()
        if isinstance(page, StepPage):
            QTimer.singleShot(0, page, page.refresh)

    def _show_statuses(self) -> None:
        editor = self.editor
        found = statuses(editor.dossier, editor.knowledge, editor.insight.findings)
        self.rail.show_steps(found, self.here.step)
        self._show_panel_button()

    def _proof_made(self, path: Any) -> None:
        self._offer_file(path, f"De proefversie staat in {path.name}.")

    def _offer_file(self, path: Any, words: str) -> None:
        def open_it() -> None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self.said_with.emit(words, "Openen", open_it)


def _lower(label: str) -> str:
    return label[:1].lower() + label[1:]
