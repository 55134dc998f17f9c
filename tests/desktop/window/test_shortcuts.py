"""Every shortcut that the help names works in the window."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut

from desktop.start.view import StartView
from desktop.window.dossier_view import DossierView
from desktop.window.main_window import MainWindow
from models.knowledge import Knowledge
from wizards.widgets.buttons import Button

_SIGNS = {"→": "Right", "←": "Left", "−": "-"}


def keys_of(text: str) -> list[QKeySequence]:
    """The sequences of a line of help such as "Ctrl+Y of Ctrl+Shift+Z"."""
    for sign, name in _SIGNS.items():
        text = text.replace(sign, name)
    return [QKeySequence(part.strip()) for part in text.split(" of ")]


def test_the_help_promises_no_key_that_is_not_there(
    window: MainWindow, opened: Callable[..., DossierView], knowledge: Knowledge
) -> None:
    start = StartView(window.look)
    window.set_start(start)
    opened()
    known = {shortcut.key() for shortcut in window.findChildren(QShortcut)}
    known |= {button.shortcut() for button in window.findChildren(Button)}
    missing = [line.keys for line in knowledge.help.shortcuts for key in keys_of(line.keys) if key not in known]
    assert missing == []
