"""The view of the themes: a meter for each, with a dot per partner, and the number of the source beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.dossier.edit import Path
from models.knowledge.catalogue import NamedByN
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.doelen_parts.dots import PartnerDots
from wizards.steps.doelen_parts.meter import (
    THEMES,
    count_words,
    mark_of,
    most_recognised,
    recognising,
    source_words,
    themes_in_words,
    with_partners,
    with_remark,
)
from wizards.steps.views import ViewBody
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.columns import Columns
from wizards.widgets.inputs import Line
from wizards.widgets.signs import PartnerToken, letters_of
from wizards.widgets.text import Heading, Label

__all__ = ["ThemeRow", "ThemesView", "fill_themes"]


def fill_themes(body: ViewBody) -> None:
    """The cards of the view."""
    view = ThemesView(body.context)
    body.add_widget(view, view.refresh, view.reveal)
    view.sorted_anew.connect(lambda: body.put_in_order())


class ThemeRow(QWidget):
    """One pain point or chance: what it is, who recognises it, what the source counted, a remark."""

    def __init__(self, context: Context, theme: NamedByN) -> None:
        super().__init__()
        look = context.look
        self._context, self.theme = context, theme
        layout = column(look.space(6))
        self.setLayout(layout)
        head = row(look.space(12))
        head.addWidget(Label(look, theme.name, TypeRole.BODY_BOLD), 1, Qt.AlignmentFlag.AlignTop)
        self.count = Label(look, role=TypeRole.BODY_BOLD, colour="action", wrap=False)
        head.addWidget(self.count, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(head)
        layout.addWidget(Label(look, theme.text, colour="ink2"))
        self.dots = PartnerDots(look, theme.name)
        self.dots.edited.connect(self._mark)
        layout.addWidget(self.dots)
        foot = row(look.space(12))
        self.all_button = Button(look, "Alle partners", ButtonKind.QUIET)
        self.all_button.clicked.connect(self._turn_all)
        foot.addWidget(self.all_button)
        source = Label(look, source_words(theme), TypeRole.CAPTION, "ink2")
        foot.addWidget(source, 1, Qt.AlignmentFlag.AlignVCenter)
        layout.addLayout(foot)
        self.remark = Line(look)
        self.remark.setAccessibleName(f"Opmerking bij: {theme.name}")
        self.remark.setPlaceholderText("Opmerking (niet verplicht)")
        self.remark.edited.connect(self._remark)
        self.remark.left.connect(context.editor.end_merge)
        layout.addWidget(self.remark)
        layout.addWidget(Rule(look))

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        dossier = self._context.editor.dossier
        partners = dossier.partners.active
        who = recognising(dossier, self.theme.id)
        names = tuple(partner.name for partner in partners)
        self.dots.offer(tuple(partner.id for partner in partners), names)
        self.dots.setVisible(bool(partners))
        self.dots.show_value(who)
        self.count.setText(count_words(len(who), len(partners)) if partners else "")
        full = bool(partners) and len(who) == len(partners)
        self.all_button.setVisible(bool(partners))
        self.all_button.setText("Geen partner" if full else "Alle partners")
        self.all_button.setAccessibleName(f"{self.all_button.words}: {self.theme.name}")
        self.remark.show_value(mark_of(dossier, self.theme.id).remark)

    def reveal(self, path: Path) -> bool:
        """Put the focus here when ``path`` is this theme."""
        if path[:3] != (*THEMES, self.theme.id):
            return False
        if path[3:] == ("remark",) or not self.dots.take_focus():
            self.remark.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _mark(self, partners: tuple[str, ...]) -> None:
        editor = self._context.editor
        editor.end_merge()
        editor.put(THEMES, with_partners(editor.dossier, self.theme.id, partners))
        self.refresh()

    def _turn_all(self) -> None:
        partners = tuple(partner.id for partner in self._context.editor.dossier.partners.active)
        full = len(recognising(self._context.editor.dossier, self.theme.id)) == len(partners)
        self._mark(() if full else partners)

    def _remark(self, text: str) -> None:
        editor = self._context.editor
        editor.put(THEMES, with_remark(editor.dossier, self.theme.id, text), merge=True)


class _Key(QWidget):
    """Which letters are which partner."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.setLayout(column())
        self._columns: Columns | None = None
        self._names: tuple[str, ...] = ()

    def take(self, names: tuple[str, ...]) -> None:
        if names == self._names:
            return
        self._names = names
        if self._columns is not None:
            self._columns.hide()
            self._columns.deleteLater()
        look = self._context.look
        self._columns = Columns(look, narrowest=190, most=4, spacing=6)
        for letters, name in zip(letters_of(names), names, strict=True):
            pair = QWidget()
            line = row(look.space(6))
            pair.setLayout(line)
            line.addWidget(PartnerToken(look, letters, name), 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(Label(look, name), 1)
            self._columns.add(pair)
        layout = self.layout()
        assert layout is not None
        layout.addWidget(self._columns)


class ThemesView(QWidget):
    """Pain points and chances, most recognised first. The order is made anew on entering and on request only:
    a row never moves away under the pointer."""

    sorted_anew = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        look, themes = context.look, context.editor.knowledge.themes
        layout = column(look.space(14))
        self.setLayout(layout)
        layout.addWidget(self._head())
        self.rows: dict[str, ThemeRow] = {}
        self._lists: list[tuple[QVBoxLayout, tuple[NamedByN, ...]]] = []
        for title, items in (("Pijnpunten", themes.pain_points), ("Kansen", themes.chances)):
            card = Card(look)
            card.body.addWidget(Heading(look, title, 3))
            holder = column(look.space(14))
            card.body.addLayout(holder)
            for theme in items:
                self.rows[theme.id] = ThemeRow(context, theme)
                holder.addWidget(self.rows[theme.id])
            self._lists.append((holder, items))
            layout.addWidget(card)
        self.sort()

    def _head(self) -> Card:
        look = self._context.look
        card = Card(look)
        card.body.addWidget(Heading(look, "Wie herkent wat?", 3))
        why = "Klik per thema op de partners die het herkennen. Een gevulde cirkel betekent: deze partner herkent het."
        card.body.addWidget(Label(look, why, colour="ink2"))
        keys = "Met het toetsenbord: pijltjes kiezen een partner, de spatiebalk zet aan of uit."
        card.body.addWidget(Label(look, keys, TypeRole.CAPTION, "ink2"))
        self._key = _Key(self._context)
        card.body.addWidget(self._key)
        self.none = Label(look, "Er zijn nog geen partners. U ziet alvast wat het onderzoek telde.")
        card.body.addWidget(self.none)
        self.conclusion = Label(look, role=TypeRole.BODY_BOLD)
        card.body.addWidget(self.conclusion)
        self.sort_button = Button(look, "Zet het meest herkende bovenaan", ButtonKind.QUIET, icon="chevron-up")
        self.sort_button.clicked.connect(self.sort)
        line = row()
        line.addWidget(self.sort_button)
        line.addStretch(1)
        card.body.addLayout(line)
        return card

    def sort(self) -> None:
        """Put the most recognised themes first."""
        dossier = self._context.editor.dossier
        for holder, items in self._lists:
            wanted = [self.rows[theme.id] for theme in most_recognised(dossier, items)]
            now = [item.widget() for index in range(holder.count()) if (item := holder.itemAt(index)) is not None]
            if now == wanted:
                continue
            for index, widget in enumerate(wanted):
                holder.insertWidget(index, widget)
        self.sorted_anew.emit()

    def showEvent(self, event: object) -> None:
        """Sort on entering."""
        super().showEvent(event)  # type: ignore[arg-type]
        self.sort()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        editor = self._context.editor
        names = tuple(partner.name for partner in editor.dossier.partners.active)
        self._key.take(names)
        self.none.setVisible(not names)
        self.sort_button.setVisible(bool(names))
        said = themes_in_words(editor.dossier, editor.knowledge)
        self.conclusion.setText(said)
        self.conclusion.setVisible(bool(said))
        for theme in self.rows.values():
            theme.refresh()

    def reveal(self, path: Path) -> bool:
        """Put the focus on a theme; on the first one for the whole list."""
        if path == THEMES:
            return next(iter(self.rows.values())).reveal((*THEMES, next(iter(self.rows))))
        return any(theme.reveal(path) for theme in self.rows.values())
