"""The preview: a document of the dossier as it leaves the program, page by page, live; and what one can do with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QWidget

from desktop.preview.actions import Actions
from desktop.preview.beside import ContentsList, PageText
from desktop.preview.choices import Choices
from desktop.preview.controls import Controls
from desktop.preview.finding import readable
from desktop.preview.geometry import Fit
from desktop.preview.maker import IDLE_MS, Maker
from desktop.preview.making import Made, Wish
from desktop.preview.pages_view import PagesView
from desktop.preview.pdf_pages import PdfPages
from desktop.preview.saving import FileFormat
from desktop.preview.searching import Search
from desktop.preview.surroundings import Surroundings
from desktop.preview.tools import Tools
from desktop.preview.work_line import WorkLine
from desktop.report.edition import DocumentKind, Edition
from desktop.report.template import Template
from desktop.window.toast import announce
from models.signoff import SignOff
from models.storage.errors import StorageError
from wizards.context import Context
from wizards.page import shortcut
from wizards.widgets.boxes import FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading

if TYPE_CHECKING:
    from models.workshop.session import Session

__all__ = ["PreviewView"]

_ROOM, _TEXT_ROOM = 900, 340
"""Below this width, grown with the text, the contents and the choices fold away until somebody wants them."""
_FOLD_ZOOM = 1.6
"""From this size of the text the choices do so too: the pages come first."""
_FORMATS = (
    (FileFormat.PDF, "Pdf (.pdf)"),
    (FileFormat.DOCX, "Word (.docx)"),
    (FileFormat.ODT, "OpenDocument (.odt)"),
)
_OPEN = "Openen in uw pdf-programma"
_MAKING, _RENEWING = "Het afdrukvoorbeeld wordt gemaakt.", "Het afdrukvoorbeeld wordt bijgewerkt."
_STOPPED, _FAILED = "Het afdrukvoorbeeld is niet bijgewerkt.", "Het afdrukvoorbeeld kon niet worden gemaakt."


class PreviewView(QWidget):
    """``said``, ``said_with``: messages; ``left``: somebody wants to go back to where they came from.

    ``session``: gives the werksessie for its report; set by who has one.
    """

    said = Signal(str)
    said_with = Signal(str, str, object)
    left = Signal()

    def __init__(self, context: Context, around: Surroundings) -> None:
        super().__init__()
        self.context, self._around = context, around
        self.shown: Made | None = None
        self.session: Callable[[], Session | None] = lambda: None
        self._pages: PdfPages | None = None
        self._search: Search | None = None
        self._stale = True
        self._list_wanted: bool | None = None
        self.maker = Maker(self._wish, self)
        self.desk = Actions(self, around, lambda: self.shown, lambda: self.maker.busy)
        self._make_parts()
        self._lay_out()
        self._wire()

    # --- putting together

    def _make_parts(self) -> None:
        look = self.context.look
        self.back = Button(look, "Terug", ButtonKind.QUIET, icon="arrow-left")
        self.title = Heading(look, "Afdrukvoorbeeld", 2)
        self.title.setWordWrap(False)
        self.save = Button(look, "Opslaan als…", ButtonKind.SOLID, icon="export")
        self.save_menu = QMenu("Opslaan als", self)
        for kind, words in _FORMATS:
            self.save_menu.addAction(words).triggered.connect(lambda *_, kind=kind: self.desk.save(kind))
        self.print = Button(look, "Afdrukken…")
        self.open = Button(look, _OPEN, icon="pdf")
        self.fold = Button(look, "Keuzes", icon="settings")
        self.fold.setCheckable(True)
        self.choices, self.tools = Choices(look), Tools(look)
        self.pages = PagesView(look)
        self.contents, self.page_text = ContentsList(look), PageText(look)
        self.line = WorkLine(look, self.maker.stop, self.renew)
        self.print_line = WorkLine(look, self.desk.stop_printing, self.desk.print)

    def _lay_out(self) -> None:
        look = self.context.look
        edge = look.space(20)
        head = FlowLayout(look.space(10), centred=True)
        for widget in (self.back, self.title, self.save, self.print, self.open, self.fold):
            head.addWidget(widget)
        above = column(look.space(8), (edge, look.space(10), edge, look.space(10)))
        above.addLayout(head)
        above.addWidget(self.choices)
        above.addWidget(self.tools)
        middle: QHBoxLayout = row(look.space(12), (edge, 0, look.space(8), 0))  # room for the ring of the focus
        middle.addWidget(self.contents)
        middle.addWidget(self.pages, 1)
        middle.addWidget(self.page_text)
        below = column(look.space(4), (edge, look.space(5), edge, look.space(5)))
        below.addWidget(self.print_line)
        below.addWidget(self.line)
        self.controls = Controls(above, self)
        whole = column()
        whole.addWidget(self.controls)
        whole.addLayout(middle, 1)
        whole.addLayout(below)
        self.setLayout(whole)
        self.print_line.hide()
        self.page_text.hide()
        self._arrange()

    def _wire(self) -> None:
        """Everything that follows from something else, in one place."""
        self.context.editor.changed.connect(self.renew_soon)
        if self._around.desk is not None:
            self._around.desk.changed.connect(self._records_changed)
        self.context.look.changed.connect(self._arrange)
        self.choices.changed.connect(self.renew)
        self.choices.template_wanted.connect(self._ask_template)
        self.maker.began.connect(self._begun)
        self.maker.part.connect(self.line.show_part)
        self.maker.made.connect(self._take)
        self.maker.stopped.connect(lambda: self.line.show_halt(_STOPPED))
        self.maker.failed.connect(lambda reason: self.line.show_halt(f"{_FAILED} {reason}".strip()))
        self.desk.said.connect(self.said)
        self.desk.said_with.connect(self.said_with)
        self.desk.prints.connect(self._show_printing)
        self.desk.printed.connect(self.print_line.show_part)
        self._wire_controls()
        for keys, act in (("F3", lambda: self._go_on(1)), ("Shift+F3", lambda: self._go_on(-1))):
            shortcut(self, keys, act)

    def _wire_controls(self) -> None:
        tools, pages = self.tools, self.pages
        self.back.clicked.connect(lambda *_: self.left.emit())
        self.save.clicked.connect(lambda *_: self._offer_formats())
        self.print.clicked.connect(lambda *_: self.desk.print())
        self.open.clicked.connect(lambda *_: self.desk.open())
        self.fold.toggled.connect(lambda *_: self._arrange())
        tools.page_wanted.connect(pages.go_to)
        tools.fit_wanted.connect(lambda key: pages.show_fit(Fit(key)))
        tools.zoom_wanted.connect(pages.show_zoom)
        tools.zoom_by.connect(pages.zoom_by)
        tools.searched.connect(self._look_for)
        tools.onward.connect(self._go_on)
        tools.text.toggled.connect(self._show_text)
        tools.contents.clicked.connect(self._want_list)
        pages.page_changed.connect(lambda _page: self._show_place())
        pages.zoomed.connect(lambda: tools.show_size(pages.fit, pages.zoom))
        self.contents.chosen.connect(lambda entry: pages.go_to(entry.page, entry.top))

    # --- for the window

    def show_kind(self, kind: DocumentKind) -> None:
        """Show this document of the dossier as it is now."""
        self.choices.choose(kind)
        if self._stale and not self.maker.busy:
            self.renew()

    def begin(self) -> None:
        """The focus to where one begins: the pages."""
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)

    def begin_search(self) -> None:
        """The focus to the search."""
        self.tools.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.tools.search.selectAll()

    def escape(self) -> bool:
        """Out of the search; whether there was one."""
        if not self.tools.search.text():
            return False
        self.tools.search.clear()
        self._look_for("")
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def renew(self) -> None:
        """Make the document again, now."""
        self.maker.want()

    def renew_soon(self) -> None:
        """The dossier, or what was signed off, is another: make the document again when nobody edits for a moment.

        Out of sight that waits until somebody looks.
        """
        self._stale = True
        if self.isVisible():
            self.maker.want(IDLE_MS)
        else:
            self.maker.stop()

    def close_preview(self) -> None:
        """Stop what goes on in the background. The view is of no use afterwards."""
        self.maker.close()
        self.desk.close()
        self.pages.show_pages(None)
        if self._pages is not None:
            self._pages.close()
        self._pages = self._search = None

    # --- the document

    def session_changed(self) -> None:
        """The werksessie is another: its report is made anew."""
        if self.choices.kind is DocumentKind.WORKSHOP:
            self.renew_soon()

    def _wish(self) -> Wish:
        editor, choices, around = self.context.editor, self.choices, self._around
        self._stale = False
        kind, internal = choices.kind, choices.internal
        if self.context.privacy.hidden:  # the room sees this screen
            kind = DocumentKind.ADVICE if kind is DocumentKind.APPROVALS else kind
            internal = False
        session = self.session() if kind is DocumentKind.WORKSHOP else None
        fields = choices.fields.isChecked()
        edition = Edition(kind, internal, Template(), self._sign_off(), fields, session)
        insight = editor.insight
        advice = insight.advice if insight.settled else None
        return Wish(editor.dossier, editor.knowledge, edition, advice, around.templates)

    def _sign_off(self) -> SignOff:
        return self._around.desk.sign_off if self._around.desk is not None else SignOff()

    def _records_changed(self) -> None:
        # The desk also tells that it read what was there already.
        if self.shown is None or self._sign_off() != self.shown.wish.edition.sign_off:
            self.renew_soon()

    def _begun(self) -> None:
        self.line.show_work(_MAKING if self.shown is None else _RENEWING)

    def _take(self, made: Made) -> None:
        before, self.shown = self._pages, made
        self._pages = PdfPages(made.data)
        self._search = Search(self._pages)
        self.pages.show_pages(self._pages)
        if before is not None:
            before.close()
        self.contents.show_entries(self._pages.contents())
        meta = made.document.meta
        count = len(self._pages)
        pages = "1 pagina" if count == 1 else f"{count} pagina’s"
        # The choices may be folded away: what is shown says for whom it is, whatever the size of the text.
        intern = "Intern, niet openbaar · " if made.internal else ""
        self.line.show_state(f"{intern}{meta.status} · controlecode {meta.code} · {pages}")
        self._show_place()
        self.tools.show_size(self.pages.fit, self.pages.zoom)
        if self.tools.search.text():
            self._look_for(self.tools.search.text())

    # --- showing

    def _show_place(self) -> None:
        page = self.pages.page
        self.tools.show_place(page, self.pages.count)
        self.contents.show_page(page)
        if self.page_text.isVisible() and self._pages is not None:
            self.page_text.show_text(page, readable(self._pages.text(page)))

    def _show_text(self, on: bool) -> None:
        self.page_text.setVisible(on)
        self._arrange()
        self._show_place()

    def _show_printing(self, on: bool) -> None:
        self.print_line.setVisible(on)
        if on:
            self.print_line.show_work("Het document wordt afgedrukt.")
        else:
            self.print_line.rest()

    def _look_for(self, words: str) -> None:
        if self._search is not None:
            self._search.look_for(words, self.pages.page)
            self._show_hit()

    def _go_on(self, by: int) -> None:
        if self._search is not None:
            self._search.go(by)
            self._show_hit()

    def _show_hit(self) -> None:
        search = self._search
        assert search is not None
        self.pages.show_marks(search.marks)
        self.tools.show_found(search.said)
        if search.said:
            announce(self, f"{search.said}, pagina {search.here.page + 1}" if search.here else search.said)
        hit, box = search.here, search.box()
        if hit is not None and box is not None:
            self.pages.reveal(hit.page, box)

    def _offer_formats(self) -> None:
        self.save_menu.popup(self.save.mapToGlobal(QPoint(0, self.save.height() + 4)))

    # --- template

    def _ask_template(self) -> None:
        from desktop.dialogs.template_dialog import TemplateDialog

        templates = self._around.templates
        if templates is None:
            return
        dialog = TemplateDialog(self.context.look, self.window(), templates.load(), self._around.folder())
        dialog.chosen.connect(lambda key: self._keep_template(dialog.template) if key == "keep" else None)
        dialog.open()

    def _keep_template(self, template: Template) -> None:
        assert self._around.templates is not None
        try:
            self._around.templates.save(template)
        except StorageError as error:
            self.said.emit(f"Het sjabloon is niet bewaard. {error.reason}")
            return
        self.renew()

    # --- room

    def _want_list(self, on: bool) -> None:
        self._list_wanted = on
        self._arrange()

    def _arrange(self) -> None:
        look = self.context.look
        wide = self.width() >= look.glyph(_ROOM)
        folds = look.zoom >= _FOLD_ZOOM or not wide
        self.title.setVisible(wide or look.zoom >= _FOLD_ZOOM)  # else the bar over the window says it, just above
        self.fold.setVisible(folds)
        self.open.setText(_OPEN.split(" ")[0] if folds else _OPEN)
        self.open.setAccessibleName(_OPEN)
        self.choices.setVisible(not folds or self.fold.isChecked())
        fits = self.width() >= look.glyph(_ROOM + (_TEXT_ROOM if self.tools.text.isChecked() else 0))
        shown = fits if self._list_wanted is None else self._list_wanted
        self.contents.setVisible(shown)
        self.tools.contents.setChecked(shown)
        self.page_text.fit(self.width())
        self.controls.fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange again."""
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        """What changed out of sight shows now."""
        super().showEvent(event)
        if self._stale and not self.maker.busy:
            self.renew()
