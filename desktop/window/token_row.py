"""The tokens of the partners, a little over each other."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from wizards.look.look import Look
from wizards.widgets.signs import PartnerToken, letters_of

__all__ = ["TokenRow"]

_PACE = 0.75
"""From one token to the next, as a part of a token."""


class TokenRow(QWidget):
    """A row of tokens as wide as it needs; nothing for no partners."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.tokens: list[PartnerToken] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._place)

    def show_names(self, names: tuple[str, ...]) -> None:
        """Show a token for each name."""
        for token in self.tokens:
            token.hide()
            token.deleteLater()
        self.tokens = [
            PartnerToken(self._look, letters, name) for letters, name in zip(letters_of(names), names, strict=True)
        ]
        for token in self.tokens:
            token.setParent(self)
            token.show()
        self.setVisible(bool(names))
        self._place()

    def sizeHint(self) -> QSize:
        """All tokens."""
        if not self.tokens:
            return QSize(0, 0)
        side = self.tokens[0].sizeHint()
        return QSize(round(side.width() * (1 + _PACE * (len(self.tokens) - 1))), side.height())

    def _place(self) -> None:
        for index, token in enumerate(self.tokens):
            side = token.sizeHint()
            token.setGeometry(round(index * side.width() * _PACE), 0, side.width(), side.height())
        self.updateGeometry()
