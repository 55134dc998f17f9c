"""Things to tick with a line of explanation under each, bound to a list of ids in the dossier."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.dossier.edit import Path, value_at
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column
from wizards.widgets.inputs import Check
from wizards.widgets.text import Label

__all__ = ["Tick", "TickItem", "TickList", "ticked"]


@dataclass(frozen=True, slots=True)
class Tick:
    """One thing to tick: its id, its name and what it means."""

    key: str
    name: str
    text: str = ""


def ticked(held: tuple[str, ...], key: str, on: bool, order: tuple[str, ...]) -> tuple[str, ...]:
    """The ids after a tick: those of ``order`` in that order, any other one before them as it was."""
    chosen = {*held, key} if on else set(held) - {key}
    return (*(k for k in held if k not in order), *(k for k in order if k in chosen))


class TickItem(QWidget):
    """One box with its text. ``more``: a caption under the text, empty for none."""

    def __init__(self, context: Context, tick: Tick) -> None:
        super().__init__()
        look = context.look
        self.tick = tick
        self.body: QVBoxLayout = column(look.space(2))
        self.setLayout(self.body)
        self.box = Check(look, tick.name)
        self.box.setAccessibleDescription(tick.text)
        self.body.addWidget(self.box)
        indent = column(look.space(4), (look.glyph(20) + look.space(10), 0, 0, 0))
        self.texts = indent
        self.body.addLayout(indent)
        if tick.text:
            indent.addWidget(Label(look, tick.text, colour="ink2"))
        self.sign = Label(look, role=TypeRole.CAPTION_BOLD, colour="action")
        indent.addWidget(self.sign)
        self.sign.setVisible(False)
        self.setFocusProxy(self.box)

    def say(self, text: str) -> None:
        """Show a short sign under the text, such as that it is suggested."""
        self.sign.setText(text)
        self.sign.setVisible(bool(text))


class TickList:
    """The boxes of one list of ids at ``path``; where they stand is up to the page.

    ``order``: all ids in the order of knowledge, also those that other lists of boxes show.
    """

    def __init__(self, context: Context, path: Path, ticks: tuple[Tick, ...], order: tuple[str, ...] = ()) -> None:
        self._context, self.path = context, path
        self._order = order or tuple(tick.key for tick in ticks)
        self.items = {tick.key: TickItem(context, tick) for tick in ticks}
        for key, item in self.items.items():
            item.box.edited.connect(lambda on, key=key: self._tick(key, on))

    @property
    def held(self) -> tuple[str, ...]:
        """The ids in the dossier."""
        return tuple(str(key) for key in value_at(self._context.editor.dossier, self.path) or ())

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        held = self.held
        for key, item in self.items.items():
            item.box.show_value(key in held)

    def reveal(self, path: Path) -> bool:
        """Put the focus on the first ticked box, else on the first; whether ``path`` is this list."""
        if path[: len(self.path)] != self.path or not self.items:
            return False
        held = self.held
        first = next((item for key, item in self.items.items() if key in held), next(iter(self.items.values())))
        first.box.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _tick(self, key: str, on: bool) -> None:
        self._context.editor.put(self.path, ticked(self.held, key, on, self._order))
        self.refresh()
