"""The middle of the start: search, the list, and what stands in its place. Made when there is something to show."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QScrollArea, QSizePolicy, QWidget

from desktop.start.delegate import CARD_INSET
from desktop.start.dossier_list import DossierList
from desktop.start.model import DossierModel
from desktop.start.rows import Row
from desktop.start.states import EmptyState, NothingFound, Trouble
from desktop.start.title_card import TitleCard
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button
from wizards.widgets.text import Label

__all__ = ["Dossiers", "drop_menu"]


class _EmptyArea(QScrollArea):
    """Scrolls what does not fit. Wants the height of what it shows: Qt's own wish ends at 24 lines of text."""

    def sizeHint(self) -> QSize:
        """As high as its widget at this width."""
        shown, own = self.widget(), super().sizeHint()
        if shown is None:
            return own
        # A scroll area gives its widget at least what that says to need, whatever would do at this width.
        height = max(shown.minimumSizeHint().height(), shown.heightForWidth(self.viewport().width()))
        return QSize(own.width(), height + 2 * self.frameWidth())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width is another height."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()


class Dossiers(QWidget):
    """Search bar and list, or first use, nothing found, a library that does not open; and the title of a new one."""

    new_wanted = Signal(str)
    rename_wanted = Signal(str, str)
    example_wanted = Signal(str)
    trouble_wanted = Signal()
    left_card = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._loaded = self._closed = False
        self.model = DossierModel()
        self.model.renamed.connect(self.rename_wanted)
        self.list = DossierList(look, self.model)
        self._build()
        look.changed.connect(self._dress)
        self._dress()

    def show_rows(self, rows: Sequence[Row], select: str = "") -> None:
        """Show these dossiers; ``select``: the id of the one to stand on (else where one stood)."""
        here = select or self.selected_id()
        self._loaded, self._closed = True, False
        self.trouble.hide()
        self.model.show(rows)
        self.list.choose(here)
        self._arrange()

    def show_trouble(self, reason: str) -> None:
        """Say that the library cannot be opened; ``reason``: one Dutch sentence."""
        self._loaded, self._closed = False, True
        self.card.hide()
        self.model.show(())
        self.trouble.say("Mijn dossiers kan niet open", reason)
        self.trouble.show()
        self._arrange()

    def selected_id(self) -> str:
        """The id of the dossier that one stands on, empty for none."""
        found = self.list.current()
        return found.id if found else ""

    def ask_new(self) -> None:
        """Ask the title of a new dossier, also while the list is still to come: nobody has to wait to type."""
        if not self._closed:
            self.card.ask()
            self._arrange()

    def focus_first(self) -> None:
        """Put the focus where a person begins: the list, or the one button there is. Who types a title goes on."""
        if not self.card.isHidden():
            self.card.go_on()
            return
        shown = bool(self.model.shown)
        target = self.list if shown else self.empty.button if self._loaded else self.trouble.button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_search(self) -> None:
        """Put the focus in the search."""
        if self._bar.isVisibleTo(self):
            self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.selectAll()

    def _build(self) -> None:
        look, page = self._look, column()
        self.setLayout(page)
        top = column(0, (CARD_INSET, 0, CARD_INSET, 0))  # the list is wider, by the room for the focus around a card
        page.addLayout(top)
        self.card = TitleCard(look)
        self.card.given.connect(self._make)
        self.card.left.connect(self._leave_card)
        top.addWidget(self.card)
        self._below_card = QWidget()
        self._below_card.setFixedHeight(look.space(12))
        top.addWidget(self._below_card)
        self._bar = QWidget()
        self._bar.setLayout(self._search_bar())
        top.addWidget(self._bar)
        top.addSpacing(look.space(4))
        self.trouble, self.empty, self.nothing = Trouble(look), EmptyState(look), NothingFound(look)
        self.trouble.asked.connect(self.trouble_wanted)
        self.empty.new_wanted.connect(self.ask_new)
        self.empty.example_wanted.connect(self.example_wanted)
        self.nothing.cleared.connect(self._clear_search)
        self._empty_area = _EmptyArea()
        self._empty_area.setWidgetResizable(True)
        self._empty_area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty_area.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._empty_area.setWidget(self.empty)
        for widget in (self.trouble, self._empty_area, self.nothing):
            top.addWidget(widget)
            widget.hide()
        page.addWidget(self.list)

    def _search_bar(self) -> QHBoxLayout:
        layout = row(self._look.space(12))
        self.search = QLineEdit()
        self.search.setPlaceholderText("Zoek op titel of gemeente")
        self.search.setAccessibleName("Zoek op titel of gemeente")
        self.search.setClearButtonEnabled(True)
        self._glass = self.search.addAction(self._look.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._look_for)
        layout.addWidget(self.search)
        layout.addStretch(1)
        layout.addWidget(Label(self._look, "Laatst bewerkt eerst", TypeRole.CAPTION, "ink2", wrap=False))
        self.more_button = Button(self._look, "Meer", icon="more")
        self.more_button.setAccessibleName("Meer met het gekozen dossier")
        self.more_button.clicked.connect(lambda: drop_menu(self.list.menu(), self.more_button))
        layout.addWidget(self.more_button)
        return layout

    def _dress(self) -> None:
        self.search.setFont(self._look.font())
        self.search.setMinimumWidth(self._look.glyph(260))
        self._glass.setIcon(self._look.icon("search"))

    def _arrange(self) -> None:
        some, shown = bool(self.model.rows), bool(self.model.shown)
        asking = not self.card.isHidden()
        self._below_card.setVisible(asking)
        self.list.setVisible(shown)
        self._bar.setVisible(some)
        self._empty_area.setVisible(self._loaded and not some and not asking)
        self.nothing.setVisible(some and not shown)

    def _look_for(self, text: str) -> None:
        here = self.selected_id()
        self.model.search(" ".join(text.split()))
        self.nothing.say(text.strip())
        self.list.choose(here)
        self._arrange()

    def _clear_search(self) -> None:
        self.search.clear()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, title: str) -> None:
        self.card.hide()
        self._arrange()
        self.new_wanted.emit(title)

    def _leave_card(self) -> None:
        self.card.hide()
        self._arrange()
        self.left_card.emit()


def drop_menu(menu: QMenu, below: QWidget) -> None:
    """Show ``menu`` under a button."""
    menu.popup(below.mapToGlobal(QPoint(0, below.height() + 2)))
