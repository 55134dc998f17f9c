"""What every page and every field gets: the look, the editor, the way through the program."""

from dataclasses import dataclass, field

from wizards.editor import Editor, Navigator, SignOffDesk
from wizards.look.look import Look
from wizards.privacy import Privacy

__all__ = ["Context"]


@dataclass(frozen=True, slots=True)
class Context:
    """Handed down from the shell to page, card and field.

    ``desk``: the records beside the dossier; None where there are none, as with an example. ``privacy``: whether what
    is intern is hidden.
    """

    look: Look
    editor: Editor
    navigator: Navigator
    desk: SignOffDesk | None = None
    privacy: Privacy = field(default_factory=Privacy)
