"""What every part of the facilitator's view gets: the look, the dossier, the werksessie, and the way to the room."""

from dataclasses import dataclass, field

from desktop.editor import DossierEditor
from desktop.workshop.desk import WorkshopDesk
from desktop.workshop.direction import Direction
from models.knowledge import Knowledge
from wizards.editor import Navigator
from wizards.look.look import Look
from wizards.privacy import Privacy

__all__ = ["Stand"]


@dataclass(frozen=True, slots=True)
class Stand:
    """Handed down from the view of the werksessie to its parts. ``navigator``: opens steps of the dossier, says things.

    ``direction.show`` puts a page on the beamer; nothing else reaches the room, unless it sees this very screen: then
    ``privacy`` hides what is not for it.
    """

    look: Look
    editor: DossierEditor
    desk: WorkshopDesk
    direction: Direction
    navigator: Navigator
    privacy: Privacy = field(default_factory=Privacy)

    @property
    def knowledge(self) -> Knowledge:
        """What the product knows."""
        return self.editor.knowledge
