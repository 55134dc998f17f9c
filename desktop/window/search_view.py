"""Search over all texts of the dossier."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit

from desktop.window.page_view import PageView, clear
from desktop.window.rows import LinkRow
from desktop.window.toast import announce
from desktop.window.words import STEP_ICONS
from models.dossier.texts import Hit, search
from models.vocabulary import StepId
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.privacy import internal_at
from wizards.widgets.boxes import Card
from wizards.widgets.text import Heading, Label

__all__ = ["SearchView"]

_PAUSE_MS = 150
_MOST = 100


class SearchView(PageView):
    """A field, and what it finds, grouped by step. Enter opens the first, arrow down goes to the list."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "Zoeken in dit dossier")
        self.context = context
        label = Label(context.look, "Welk woord zoekt u?", TypeRole.BODY_BOLD)
        self.field = QLineEdit()
        self.field.setFont(context.look.font())
        self.field.setAccessibleName("Zoekwoord")
        self.field.setClearButtonEnabled(True)
        label.setBuddy(self.field)
        self.count = Label(context.look, colour="ink2")
        for at, widget in enumerate((label, self.field, self.count)):
            self.content.insertWidget(2 + at, widget)
        self.hits: tuple[Hit, ...] = ()
        self.rows: list[LinkRow] = []
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE_MS)
        self._soon.timeout.connect(self.refresh)
        self.field.textEdited.connect(lambda _text: self._soon.start())
        self.field.textChanged.connect(lambda _text: self._soon.start())
        self.field.returnPressed.connect(self._open_first)
        context.look.changed.connect(lambda: self.field.setFont(context.look.font()))
        context.editor.changed.connect(self._refresh_if_shown)

    def begin(self) -> None:
        """Ready to type; what was sought before is selected."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.refresh()

    def refresh(self) -> None:
        """Search again."""
        self._soon.stop()
        query = self.field.text()
        hits = search(self.context.editor.dossier, query)
        if self.context.privacy.hidden:
            hits = tuple(hit for hit in hits if not internal_at(self.context.editor.dossier, hit.path))
        self.count.setText(_counted(len(hits)) if query.strip() else "U zoekt in alles wat in dit dossier is getypt.")
        if hits == self.hits:
            return
        self.hits = hits
        announce(self.count, self.count.text())
        clear(self.body)
        self.rows = []
        for step, text in self.context.editor.knowledge.step.items():
            mine = [hit for hit in hits[:_MOST] if hit.step is step]
            if mine:
                self._add(step, text.title, mine)

    def _add(self, step: StepId, title: str, hits: list[Hit]) -> None:
        card = Card(self.look, padding=16, spacing=2)
        card.body.addWidget(Heading(self.look, title, 3))
        for hit in hits:
            link = LinkRow(self.look, hit.excerpt, icon=STEP_ICONS[step], tone="action")
            link.setAccessibleName(f"{title}: {hit.excerpt}")
            link.clicked.connect(lambda *_, hit=hit: self._open(hit))
            card.body.addWidget(link)
            self.rows.append(link)
        self.body.addWidget(card)

    def _open_first(self) -> None:
        self.refresh()
        if self.hits:
            self._open(self.hits[0])

    def _open(self, hit: Hit) -> None:
        self.context.navigator.open_step(hit.step, hit.path)

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self._soon.start()


def _counted(number: int) -> str:
    if not number:
        return "Niets gevonden. Probeer een korter woord."
    more = f" De eerste {_MOST} staan hieronder." if number > _MOST else ""
    return ("1 tekst gevonden." if number == 1 else f"{number} teksten gevonden.") + more
