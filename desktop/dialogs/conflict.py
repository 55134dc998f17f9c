"""A file holds a dossier that is in the library with other content: newest, both, or first compare."""

from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.dialogs.base import Choice, Dialog
from models.dutch import day
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Rule, column, row
from wizards.widgets.buttons import ButtonKind
from wizards.widgets.text import Label

__all__ = ["ConflictDialog", "moment_in_words"]

Differences = tuple[tuple[str, int], ...]
"""The name of each onderdeel that differs, and in how many places."""


def moment_in_words(moment: datetime | None) -> str:
    """As "5 maart 2026, 14.32 uur", in the time of this computer; None: unknown."""
    if moment is None:
        return "onbekend"
    here = moment.astimezone()
    return f"{day(here.date())}, {here.hour}.{here.minute:02} uur"


class ConflictDialog(Dialog):
    """``chosen``: ``neither``, ``newest``, ``both`` or ``compare``; after the last call :meth:`show_differences`.

    ``offered``: None where the file does not say when it was changed; then the newest cannot be told.
    """

    def __init__(
        self, look: Look, parent: QWidget | None, title: str, stored: datetime, offered: datetime | None
    ) -> None:
        can_tell = offered is not None and offered != stored
        lines = [f"“{title}” staat al in Mijn dossiers, met andere antwoorden."]
        if can_tell and offered is not None:
            newest = "die in het bestand" if offered > stored else "die in Mijn dossiers"
            lines.append(f"Nieuwste houden: alleen {newest} blijft. Eerst maakt het programma een reservekopie.")
        else:
            lines.append("Niet te zeggen is welke nieuwer is. Houd daarom beide, of vergelijk eerst.")
        lines.append("Beide houden: het bestand komt als kopie ernaast. Er verandert verder niets.")
        choices = [Choice("neither", "Niet inlezen"), Choice("compare", "Eerst vergelijken", stays=True)]
        if can_tell:
            choices.append(Choice("newest", "Nieuwste houden"))
        choices.append(Choice("both", "Beide houden", ButtonKind.SOLID))
        super().__init__(look, parent, "Welk dossier wilt u houden?", lines, choices, safe="neither")
        for name, moment in (("In Mijn dossiers", stored), ("In het bestand", offered)):
            line = row(look.space(12))
            line.addWidget(Label(look, name, TypeRole.BODY_BOLD))
            line.addWidget(Label(look, f"gewijzigd: {moment_in_words(moment)}"), 1)
            self.body.addLayout(line)

    def show_differences(self, found: Differences) -> None:
        """Show per onderdeel in how many places the two differ."""
        self.buttons["compare"].hide()
        look = self.look
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setAccessibleName("Wat verschilt")
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        inside = QWidget()
        lines = column(look.space(4), (0, 0, look.space(12), 0))
        inside.setLayout(lines)
        for name, count in found:
            line = row(look.space(12))
            line.addWidget(Label(look, name), 1)
            words = "1 verschil" if count == 1 else f"{count} verschillen"
            line.addWidget(Label(look, words, TypeRole.BODY, "ink2", wrap=False))
            lines.addLayout(line)
        lines.addStretch(1)
        area.setWidget(inside)
        area.setMinimumHeight(min(look.glyph(190), look.glyph(30) * max(len(found), 1)))
        self.body.addWidget(Rule(look))
        self.body.addWidget(Label(look, "Hierin verschillen ze", TypeRole.BODY_BOLD))
        self.body.addWidget(area, 1)
        self.adjustSize()
        self.buttons["neither"].setFocus(Qt.FocusReason.OtherFocusReason)
