"""The summary of what was typed on a page but is no answer (yet): on top, each line leading to its field."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from desktop.window.page_view import clear
from desktop.window.rows import LinkRow
from models.dossier import Dossier
from models.dossier.edit import Path, path_from, path_key
from models.knowledge import Knowledge
from wizards.look.look import Look
from wizards.page import StepSpec
from wizards.widgets.boxes import column
from wizards.widgets.signs import Notice

__all__ = ["ErrorSummary", "unread"]


def unread(spec: StepSpec, dossier: Dossier, knowledge: Knowledge) -> tuple[tuple[Path, str], ...]:
    """The drafts of a step: where each stands, and what it is about."""
    drafts = {key: text for key, text in dossier.drafts.items() if path_from(key)[0] == spec.step.value}
    if not drafts:
        return ()
    labels = {path_key(row.path): row.label for row in spec.rows(dossier, knowledge)}
    found = []
    for key, text in drafts.items():
        nearest = next((labels[k] for k in _around(key) if k in labels), "Een veld")
        found.append((path_from(key), f"{nearest}: “{text}” is geen geldig antwoord."))
    return tuple(found)


def _around(key: str) -> list[str]:
    parts = key.split("/")
    return ["/".join(parts[:length]) for length in range(len(parts), 0, -1)]


class ErrorSummary(Notice):
    """Shown by "Volgende" once; the same button then goes on, for nothing here stops anybody."""

    def __init__(self, look: Look, reveal: Callable[[Path], None]) -> None:
        super().__init__(look, "Hier staat iets dat geen antwoord is", kind="danger")
        self._look, self._reveal = look, reveal
        self._links: QVBoxLayout = column(2)
        self.body.addLayout(self._links)
        self.hide()

    def show_errors(self, errors: tuple[tuple[Path, str], ...]) -> None:
        """Show the lines and take the focus."""
        clear(self._links)
        first: LinkRow | None = None
        for path, text in errors:
            link = LinkRow(self._look, text)
            link.clicked.connect(lambda *_, path=path: self._reveal(path))
            self._links.addWidget(link)
            first = first or link
        self.say("Hier staat iets dat geen antwoord is", "Alles is bewaard. Verbeter het, of ga met Volgende verder.")
        self.show()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
