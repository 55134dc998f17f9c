"""The view Verdeelsleutels: the list of keys, kinds to pick from, the figures of the one in hand, and the choice."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.forms.spec import Group
from wizards.page import GroupCard
from wizards.steps.kosten_parts import keys
from wizards.steps.kosten_parts.cases import CaseCard, WarningCard
from wizards.steps.kosten_parts.key_cards import KindPicker
from wizards.steps.kosten_parts.key_detail import KeyDetail
from wizards.steps.kosten_parts.key_sections import key_rows
from wizards.steps.kosten_parts.section_card import KeySections
from wizards.steps.views import ViewBody
from wizards.widgets.boxes import column

__all__ = ["FIELDS", "KeysView", "fill", "groups", "more_rows"]

FIELDS: tuple[str, ...] = ("keys", "chosen", "chosen_reason")
"""The fields of the section that this view shows."""


def groups(_dossier: Dossier, _knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards that are data."""
    return (keys.keys_group(), keys.choice_group())


def more_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the tables and of the cards that unfold, key by key."""
    for key in dossier.kosten.keys:
        yield from key_rows(key, dossier, knowledge)


class KeysView(QWidget):
    """The keys, one of them in hand.

    ``in_order``: asks the page for a new order of Tab; ``show_focus``: asks it to scroll to what has the focus.
    """

    def __init__(
        self,
        context: Context,
        in_order: Callable[[], None] = lambda: None,
        show_focus: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__()
        self._in_order, self._show_focus = in_order, show_focus
        look = context.look
        layout = column(look.space(14))
        self.setLayout(layout)
        self.list_card = GroupCard(context, keys.keys_group())
        self.records = self.list_card.lists[0]
        self.picker = KindPicker(context, self._added)
        # Adding goes by picking a kind: the button of the list leads there.
        self.records.add_button.clicked.disconnect()
        self.records.add_button.clicked.connect(lambda: self.picker.offer())
        self.detail = KeyDetail(context, lambda: self.records.current)
        self.sections = KeySections(context, lambda: self.records.current, in_order)
        self.records.list.selectionModel().currentChanged.connect(lambda *_: self._show_key())
        self.choice = GroupCard(context, keys.choice_group())
        self.warning = WarningCard(context, "historic-key")
        self.case = CaseCard(context, "sed")
        parts = (
            self.list_card,
            self.picker,
            self.detail,
            self.sections,
            self.warning,
            self.case,
            self.choice,
        )
        for part in parts:
            layout.addWidget(part)
        self.refresh()

    def _added(self, key: str) -> None:
        self.refresh()
        if self.records.choose(key):
            self.records.fields[0].take_focus()
            # The kinds fold away, and what stood under them moves up.
            QTimer.singleShot(0, self, self._show_focus)

    def _show_key(self) -> None:
        self.detail.refresh()
        self.sections.refresh()
        self._in_order()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        self.list_card.refresh()
        self._show_key()
        self.choice.refresh()
        # The warning tells the same case, with why it holds here.
        self.warning.refresh()
        self.case.setVisible(not self.warning.holds)

    def reveal(self, path: Path) -> bool:
        """Put the focus on a field, a cell, or the choice."""
        if path[: len(keys.KEYS)] == keys.KEYS:
            if len(path) > len(keys.KEYS) and not self.records.choose(path[len(keys.KEYS)]):
                return self.records.reveal(keys.KEYS)
            return self.detail.reveal(path) or self.sections.reveal(path) or self.records.reveal(path)
        return self.choice.reveal(path)


def fill(body: ViewBody) -> None:
    """Make the view."""
    view = KeysView(body.context, lambda: body.put_in_order(), lambda: body.show_focus())
    body.add_widget(view, view.refresh, view.reveal)
