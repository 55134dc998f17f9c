"""A list of short texts, one line each, with an empty line at the end to type the next one in."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from models.dossier.edit import Path, value_at, with_value
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import IconButton
from wizards.widgets.inputs import Line
from wizards.widgets.text import Heading, Label

__all__ = ["TextList"]


class _Row(QWidget):
    """One line and the button that takes it out."""

    def __init__(self, context: Context, owner: "TextList", place: int) -> None:
        super().__init__()
        look = context.look
        layout = row(look.space(8))
        self.setLayout(layout)
        self.line = Line(look)
        self.drop = IconButton(look, "close", f"{owner.singular.capitalize()} {place + 1} verwijderen")
        layout.addWidget(self.line, 1)
        layout.addWidget(self.drop)
        keep = self.drop.sizePolicy()
        keep.setRetainSizeWhenHidden(True)
        self.drop.setSizePolicy(keep)
        self.line.setAccessibleName(f"{owner.singular.capitalize()} {place + 1}")
        self.line.edited.connect(lambda text: owner.type(place, text))
        self.line.left.connect(owner.leave)
        self.line.returnPressed.connect(lambda: owner.go_to(place + 1))
        self.drop.clicked.connect(lambda: owner.remove(place))


class TextList(Card):
    """A card with the texts at ``path``. A line that is emptied is taken out when a person leaves it."""

    def __init__(self, context: Context, path: Path, title: str, why: str, singular: str) -> None:
        look = context.look
        super().__init__(look, padding=20, spacing=8)
        self._context, self.path, self.singular = context, path, singular
        self.rows: list[_Row] = []
        self.body.addWidget(Heading(look, title, 3))
        self.body.addWidget(Label(look, why, colour="ink2"))
        self._lines = column(look.space(6))
        self.body.addLayout(self._lines)
        hint = f"Typ een {singular} in de lege regel. Met Enter gaat u naar de volgende."
        self.body.addWidget(Label(look, hint, TypeRole.CAPTION, "ink2"))
        self.refresh()

    @property
    def texts(self) -> tuple[str, ...]:
        """The texts in the dossier."""
        return tuple(value_at(self._context.editor.dossier, self.path))

    def refresh(self) -> None:
        """Show what the dossier holds now, and one empty line more."""
        texts = self.texts
        while len(self.rows) <= len(texts):
            self.rows.append(made := _Row(self._context, self, len(self.rows)))
            self._lines.addWidget(made)
        for place, line in enumerate(self.rows):
            line.setVisible(place <= len(texts))
            line.line.show_value(texts[place] if place < len(texts) else "")
            line.line.setPlaceholderText("" if place < len(texts) else f"Nog een {self.singular}")
            line.drop.setVisible(place < len(texts))

    def reveal(self, path: Path) -> bool:
        """Put the focus on the first empty line; whether ``path`` is this list."""
        if path[: len(self.path)] != self.path:
            return False
        self.go_to(len(self.texts))
        return True

    def type(self, place: int, text: str) -> None:
        """Take what was typed in a line."""
        texts = list(self.texts)
        if place < len(texts):
            texts[place] = text
        elif text.strip():
            texts.append(text)
        self._context.editor.put(self.path, tuple(texts), merge=True)

    def leave(self) -> None:
        """Drop the lines that were emptied; the next typing is an undo step of its own."""
        if QApplication.focusWidget() in [row.drop for row in self.rows]:
            return  # Lines must not move under a button that is being pressed.
        editor, texts = self._context.editor, self.texts
        kept = tuple(text for text in texts if text.strip())
        if kept != texts:
            editor.put(self.path, kept, merge=True)
        editor.end_merge()

    def go_to(self, place: int) -> None:
        """Put the focus on a line, at most the empty one at the end."""
        self.refresh()
        self.rows[min(place, len(self.texts))].line.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove(self, place: int) -> None:
        """Take a text out; "Ongedaan maken" brings it back."""
        path, texts = self.path, self.texts
        if place >= len(texts):
            return
        kept = tuple(text for other, text in enumerate(texts) if other != place and text.strip())
        self._context.editor.apply(
            lambda dossier: with_value(dossier, path, kept), said=f"{self.singular.capitalize()} verwijderd."
        )
        self.go_to(place)
