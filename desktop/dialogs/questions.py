"""The small questions: go on where the program stopped, leave with work that could not be saved, a plain message."""

from PySide6.QtWidgets import QWidget

from desktop.dialogs.base import Choice, Dialog
from desktop.run_marker import PreviousCrash
from wizards.look.look import Look
from wizards.widgets.buttons import ButtonKind

__all__ = ["go_on_dialog", "message_dialog", "unsaved_dialog"]


def go_on_dialog(look: Look, parent: QWidget | None, crash: PreviousCrash, title: str) -> Dialog:
    """After a run that ended badly: ``chosen`` is ``list`` or ``open``. ``title``: of the dossier."""
    lines = (crash.said, f"U was bezig met “{title}”. Verdergaan opent het bij de takenlijst.")
    choices = (Choice("list", "Naar Mijn dossiers"), Choice("open", "Verdergaan", ButtonKind.ARM))
    return Dialog(look, parent, "Verdergaan waar u was?", lines, choices, safe="list")


def unsaved_dialog(look: Look, parent: QWidget | None, reason: str) -> Dialog:
    """Leaving while the last change is not on disk: ``chosen`` is ``stay``, ``elsewhere`` or ``leave``."""
    lines = (
        "Uw laatste wijziging is niet opgeslagen.",
        reason,
        "Bewaar het dossier als bestand op een andere plek. Sluit u nu af, dan is die wijziging weg.",
    )
    choices = (
        Choice("stay", "Terug"),
        Choice("leave", "Afsluiten zonder opslaan"),
        Choice("elsewhere", "Elders bewaren", ButtonKind.SOLID, icon="export"),
    )
    return Dialog(look, parent, "Toch afsluiten?", [line for line in lines if line], choices, safe="stay")


def message_dialog(look: Look, parent: QWidget | None, title: str, *lines: str) -> Dialog:
    """Something that cannot be done, and why; ``chosen`` is ``close``."""
    return Dialog(look, parent, title, lines, (Choice("close", "Sluiten"),), safe="close")
