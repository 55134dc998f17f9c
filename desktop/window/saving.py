"""How saving goes, in the top bar. Light: ``desktop.autosave`` has the words."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import row
from wizards.widgets.signs import Icon
from wizards.widgets.text import Label, tooltip

__all__ = ["SaveShown", "SaveSign"]


@dataclass(frozen=True, slots=True)
class SaveShown:
    """How saving goes. ``words``: the whole sentence; ``short``: where there is little room; ``problem``: it failed."""

    words: str
    short: str = ""
    busy: bool = False
    problem: bool = False


class SaveSign(QWidget):
    """How saving goes, in words with a sign."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._short = look, False
        self.state: SaveShown | None = None
        line = row(look.space(8))
        self.setLayout(line)
        self._sign: Icon | None = None
        self.label = Label(look, role=TypeRole.CAPTION, colour="ink2", wrap=False)
        line.addWidget(self.label)
        self.hide()

    def show_state(self, state: SaveShown | None) -> None:
        """None: nothing is kept here."""
        self.state = state
        self.setVisible(state is not None)
        if state is None:
            return
        tone = "danger" if state.problem else "ok"
        icon = "warning" if state.problem else "recheck" if state.busy else "check"
        layout = self.layout()
        assert layout is not None
        if self._sign is not None:
            layout.removeWidget(self._sign)
            self._sign.hide()
            self._sign.deleteLater()
        self._sign = Icon(self._look, icon, "ink2" if state.busy else tone, 16)
        layout.removeWidget(self.label)
        layout.addWidget(self._sign)
        layout.addWidget(self.label)
        self.label.recolour("danger" if state.problem else "ink2")
        self._say()

    def shorten(self, short: bool) -> None:
        """Whether there is little room."""
        self._short = short
        self._say()

    def _say(self) -> None:
        if self.state is None:
            return
        # What went wrong stands in the message at the foot in full; the bar has room for a few words.
        words = "Niet opgeslagen" if self.state.problem else self.state.words
        self.label.setText(self.state.short if self._short and self.state.short else words)
        self.setToolTip(tooltip(self.state.words))
        self.setAccessibleName(self.state.words)
