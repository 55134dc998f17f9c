"""What every page and every field gets: the look, the editor, the way through the program."""

from dataclasses import dataclass

from wizards.editor import Editor, Navigator, SignOffDesk
from wizards.look.look import Look

__all__ = ["Context"]


@dataclass(frozen=True, slots=True)
class Context:
    """Handed down from the shell to page, card and field.

    ``desk``: the records beside the dossier; None where there are none, as with an example.
    """

    look: Look
    editor: Editor
    navigator: Navigator
    desk: SignOffDesk | None = None
