"""A dossier in the window: the task list first, then rail, page, panel and footer; and the way between them.

A page may have, beside what :class:`wizards.page.StepPage` says: ``footer_text`` (a sentence for the foot),
``panel_summary`` (the folded panel in a few words), ``primary`` and ``secondary`` (``None`` or words and what to do:
they stand in for "Volgende" and "Vorige", such as the next statement) and a signal ``footer_changed`` without
arguments for when one of these is another.
"""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from desktop.editor import DossierEditor
from desktop.preview.surroundings import Surroundings
from desktop.report.edition import DocumentKind
from desktop.window.banner import Banner
from desktop.window.dock import Dock
from desktop.window.errors import ErrorSummary
from desktop.window.exports import ExportKind
from desktop.window.files import Files
from desktop.window.footer import Footer
from desktop.window.pages import Pages, reveal_nearest
from desktop.window.places import Here, What, part_words, window_words
from desktop.window.rail import Rail
from desktop.window.room import FOLD_ZOOM, room_for
from desktop.window.task_list import TaskList
from desktop.window.undoing import Undoing
from desktop.window.ways import Ways
from desktop.window.workshop import WorkshopPlace
from models.dossier.edit import Path
from models.flow import statuses
from models.vocabulary import Onlooker, StepId
from wizards.context import Context
from wizards.look.look import Look
from wizards.page import StepPage, shortcut
from wizards.widgets.boxes import column, row

if TYPE_CHECKING:
    from desktop.workshop.view import WorkshopView

__all__ = ["DossierView"]


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

    def __init__(
        self,
        look: Look,
        editor: DossierEditor,
        onlooker: Onlooker = Onlooker.SECRETARIS,
        around: Surroundings | None = None,
    ) -> None:
        """``around``: what the program has for this dossier; None for an example."""
        super().__init__()
        self.look, self.editor, self.around = look, editor, around or Surroundings()
        self.context = Context(look, editor, self, self.around.desk)
        self.here = self._before_preview = Here(What.TASKS)
        self._watched_footer: Any = None
        self.workshop = WorkshopPlace(self.context, editor, self.around, self)
        self.files = Files(self.context, self.around, self.workshop, self)
        self.undoing = Undoing(self, editor)
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
        self.rail = Rail(look, self.editor.knowledge)
        self.footer = Footer(look)
        self.errors = ErrorSummary(look, self._reveal_here)
        self.ways = Ways(self, self.editor, self.errors)
        self.dock = Dock(look, self)
        middle = column()
        if self.editor.read_only:
            self.banner = Banner(look)
            self.banner.copy.clicked.connect(lambda *_: self.copy_wanted.emit())
            middle.addWidget(self.banner)
        middle.addWidget(self.errors)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.footer)
        line: QHBoxLayout = row()
        line.addWidget(self.rail)
        line.addLayout(middle, 1)
        line.addWidget(self.dock)
        self.setLayout(line)

    def _wire(self) -> None:
        """Everything that follows from something else, in one place."""
        editor = self.editor
        self.rail.chosen.connect(lambda key: self.open_step(StepId(key)))
        self.rail.tasks.connect(self.show_tasks)
        self.tasks.chosen.connect(lambda key: self.open_step(StepId(key)))
        self.tasks.findings.connect(self.show_findings)
        self.tasks.preview.connect(self.open_preview)
        self.footer.sheet.connect(self.dock.open_sheet)
        self.files.said.connect(self.say)
        self.workshop.said.connect(self.say)
        self.workshop.said_with.connect(self.said_with)
        self.workshop.report_wanted.connect(lambda: self.open_preview(DocumentKind.WORKSHOP.value))
        self.files.said_with.connect(self.said_with)
        self.files.preview_left.connect(self._leave_preview)
        editor.changed.connect(self._dossier_changed)
        editor.refused.connect(self._show_again)
        editor.insight_changed.connect(self._show_statuses)
        self.context.privacy.changed.connect(self._privacy_changed)
        for keys, act in (
            ("Alt+Left", self.footer.go_back),
            ("Alt+Right", self.footer.go_on),
            ("Ctrl+Return", self.footer.go_on),
            ("Ctrl+Enter", self.footer.go_on),
            ("Ctrl+T", self.show_tasks),
            ("Ctrl+P", self.open_preview),
            ("Ctrl+B", self.show_workshop),
            ("F5", lambda: self.open_workshop().toggle_beamer()),
            ("F7", lambda: self.workshop.beamer.freeze()),
            ("F8", lambda: self.workshop.beamer.blank()),
            ("F9", lambda: self.workshop.beamer.swap()),
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
        view = self.pages.check(step, lambda path: self._change(step, path), self.show_tasks)
        if view is not None:
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
        """Ask where a file of this kind goes, and write it there; or what else the menu of exports offers."""
        forms = self.files.questionnaires
        others = {
            "preview": self.open_preview,
            "verify": self.verify_pdf,
            "sign": self.sign_pdf,
            "forms": forms.save_all,
            "blank-form": forms.save_one,
            "read-forms": forms.read,
        }
        if kind in others:
            others[kind]()
        else:
            self.files.export(ExportKind(kind))

    def open_preview(self, kind: str = "advies") -> None:
        """Show the pages of a document as it leaves the program; ``kind``: a ``DocumentKind``."""
        page = self.files.preview
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        if self.here.what is not What.PREVIEW:
            self._before_preview = self.here
        page.show_kind(DocumentKind(kind))
        self._go(Here(What.PREVIEW), page)
        page.begin()

    def open_workshop(self) -> "WorkshopView":
        """Show the werksessie, and give its page."""
        page = self.workshop.page
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self._go(Here(What.WORKSHOP), page)
        return page

    def show_workshop(self) -> None:
        """Show the werksessie."""
        self.open_workshop().title.setFocus(Qt.FocusReason.OtherFocusReason)

    def verify_pdf(self) -> None:
        """Let somebody look what a PDF is, and whether it is as it was made."""
        self.files.verify()

    def sign_pdf(self) -> None:
        """Let somebody sign a PDF with a certificate."""
        self.files.sign()

    def save_questionnaire(self, partner: str) -> None:
        """Let somebody save an empty questionnaire."""
        self.files.questionnaires.save_one(partner)

    def read_questionnaires(self) -> None:
        """Let somebody take in questionnaires that partners filled in."""
        self.files.questionnaires.read()

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
        view = self.pages.findings()
        view.refresh()
        self._go(Here(What.FINDINGS), view)
        view.title.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_search(self) -> None:
        """Search over all texts; in a preview, in its document."""
        if self.here.what is What.PREVIEW:
            self.files.preview.begin_search()
            return
        view = self.pages.search()
        self._go(Here(What.SEARCH), view)
        view.begin()

    def escape(self) -> None:
        """Out of the sheet, or from the lists back to the tasks, or from a preview back to where one was."""
        if self.dock.shut_sheet():
            return
        if self.here.what is What.PREVIEW and not self.files.preview.escape():
            self._leave_preview()
        if self.here.what in (What.SEARCH, What.FINDINGS):
            self.show_tasks()

    def undo(self) -> None:
        """Take back the last change and show where it was."""
        self.undoing.undo()

    def redo(self) -> None:
        """Do again what was undone last and show where it was."""
        self.undoing.redo()

    def show_field(self, step: StepId, path: Path) -> None:
        """Show a step, and the field at ``path`` where it is longer than its step."""
        if self.here != Here(What.STEP, step):
            self.open_step(step, path)
        elif len(path) > 1:
            self._focus(path)

    def settle(self) -> None:
        """Take in what stands in a field that tells only when it is left, such as a name; call it before leaving."""
        held = self.focusWidget()
        if held is not None and self.isAncestorOf(held):
            held.clearFocus()

    def close_dossier(self) -> None:
        """Stop what runs in the background. The view is of no use afterwards."""
        self.dock.shut_sheet()
        self.files.close()
        self.workshop.close()
        if self.around.desk is not None:
            self.around.desk.close()
        self.editor.close()

    def arrange(self) -> None:
        """Fold the panel, then the rail, never the text."""
        room = room_for(self.look, self.width(), self.rail.natural_width)
        self.rail.setFixedWidth(room.rail)
        self.rail.setVisible(room.rail_fits and self.here.what not in (What.TASKS, What.WORKSHOP))
        self.dock.fold(not room.panel_fits, room.panel)
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

    def _leave_preview(self) -> None:
        step, what = self._before_preview.step, self._before_preview.what
        others = {What.FINDINGS: self.show_findings, What.WORKSHOP: self.show_workshop}
        if step is None:
            others.get(what, self.show_tasks)()
        elif what is What.CHECK:
            self.open_check(step)
        else:
            self.open_step(step)

    def _change(self, step: StepId, path: Path) -> None:
        self.ways.check_waits = step
        self.open_step(step, path)

    def _reveal_here(self, path: Path) -> None:
        page = self.stack.currentWidget()
        if isinstance(page, StepPage):
            reveal_nearest(page, path)

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
        self.footer.setVisible(self.here.what not in (What.TASKS, What.PREVIEW, What.WORKSHOP))
        self.footer.on.setVisible(self.here.step is not None)
        self.footer.show_ways(*self.ways.of(page))
        self.footer.show_note(str(getattr(page, "footer_text", "")))
        self._show_panel_button()

    def _show_panel_button(self) -> None:
        page = self.stack.currentWidget()
        folded = self.dock.panel is not None and self.dock.folded
        summary = str(getattr(page, "panel_summary", "") or getattr(self.dock.panel, "summary", "") or "Advies")
        self.footer.show_panel(summary if folded else None)
        self.footer.shorten(folded and self.look.zoom >= FOLD_ZOOM)

    # --- what changed

    def _dossier_changed(self) -> None:
        self.place_changed.emit()
        self.ways.check_errors()

    def _privacy_changed(self) -> None:
        """What is on screen goes first; other pages show themselves again when they are opened."""
        if self.here.what is What.PREVIEW and self.files.preview.choices.internal:
            self._leave_preview()
        page: Any = self.stack.currentWidget()
        if page in (self.tasks, self.files.preview_or_none, self.workshop.page_or_none):
            return
        page.refresh()

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
