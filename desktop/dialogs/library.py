"""Mijn dossiers cannot be opened: what is the matter, and the ways on that fit it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.dialogs.base import Choice
from desktop.dialogs.conflict import moment_in_words
from desktop.dialogs.fitting import FittingDialog
from desktop.dialogs.long_names import breakable
from models.storage.backups import Backup
from models.storage.errors import (
    DiskFull,
    LibraryDamaged,
    LibraryLocked,
    LibraryNewer,
    NotWritable,
    PolicyFailed,
    StorageError,
)
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.buttons import ButtonKind
from wizards.widgets.text import Label

__all__ = ["LibraryDialog"]

_KEPT = "Uw dossiers zijn niet veranderd."
_MORE: tuple[tuple[type[StorageError], str], ...] = (
    (PolicyFailed, f"{_KEPT} Mijn dossiers blijft dicht tot dit klopt. Vraag uw beheerder om hulp."),
    (LibraryNewer, f"{_KEPT} U kunt ook een andere plek voor uw dossiers kiezen."),
    (LibraryLocked, f"{_KEPT} Vaak staat Vormwijzer nog ergens anders open."),
    (LibraryDamaged, "Met een reservekopie gaat u verder waar u toen was. Het beschadigde bestand blijft bewaard."),
    (DiskFull, f"{_KEPT} Maak ruimte vrij, of kies een schijf met meer ruimte."),
    (NotWritable, f"{_KEPT} U kunt een map kiezen waarin u wel mag schrijven."),
)
_MORE_FIXED: tuple[tuple[type[StorageError], str], ...] = (
    (LibraryNewer, f"{_KEPT} Uw beheerder kan het programma bijwerken."),
    (DiskFull, f"{_KEPT} Maak ruimte vrij en probeer het opnieuw."),
    (NotWritable, f"{_KEPT} Uw beheerder heeft deze plek vastgezet. Vraag om toegang tot de map."),
)
"""What to say where no other place may be chosen."""


class LibraryDialog(FittingDialog):
    """``chosen``: ``later``, ``again``, ``elsewhere`` or ``restore``; then :attr:`backup` says which.

    ``may_move``: whether the user may choose another place; ``helpers``: who helps, empty where nobody is named.
    """

    def __init__(
        self,
        look: Look,
        parent: QWidget | None,
        error: StorageError,
        backups: Sequence[Backup],
        *,
        may_move: bool = True,
        helpers: str = "",
    ) -> None:
        ways = _MORE if may_move else (*_MORE_FIXED, *_MORE)
        more = next((words for kind, words in ways if isinstance(error, kind)), _KEPT)
        restorable = tuple(backups) if isinstance(error, LibraryDamaged) else ()
        choices = [Choice("later", "Nu niet")]
        if may_move and not isinstance(error, PolicyFailed):
            choices.append(Choice("elsewhere", "Andere plek kiezen"))
        choices.append(Choice("again", "Opnieuw proberen", ButtonKind.OUTLINE if restorable else ButtonKind.SOLID))
        if restorable:
            choices.append(Choice("restore", "Reservekopie terugzetten", ButtonKind.SOLID))
        lines = (error.reason, more, *((f"Hulp: {helpers}.",) if helpers else ()))
        super().__init__(look, parent, "Mijn dossiers kan niet open. Wat wilt u doen?", lines, choices, safe="later")
        for label in self.lines:
            label.setAccessibleName(label.text())
            label.setText(breakable(label.text()))
        self._backups = restorable
        self.list = QListWidget()
        if restorable:
            self._offer()
        elif isinstance(error, LibraryDamaged):
            self.body.addWidget(Label(look, "Er is geen reservekopie gevonden.", colour="ink2"))

    @property
    def backup(self) -> Backup | None:
        """The backup that is chosen."""
        at = self.list.currentRow()
        return self._backups[at] if 0 <= at < len(self._backups) else None

    def _offer(self) -> None:
        look = self.look
        label = Label(look, "Reservekopie van", TypeRole.BODY_BOLD)
        label.setBuddy(self.list)
        self.list.setAccessibleName("Reservekopieën, de nieuwste eerst")
        for backup in self._backups:
            kept = ", het bestand dat toen is vervangen" if backup.replaced else ""
            words = f"{moment_in_words(backup.made)}{kept} ({max(1, round(backup.size / 1024))} kB)"
            self.list.addItem(QListWidgetItem(words))
        first = next((at for at, backup in enumerate(self._backups) if not backup.replaced), 0)
        self.list.setCurrentRow(first)
        self.list.setMinimumHeight(look.glyph(34) * min(len(self._backups), 3) + 8)
        self.list.setStyleSheet(f"QListWidget::item {{ min-height: {max(28, look.control_height - 4)}px; }}")
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body.addWidget(label)
        self.body.addWidget(self.list, 1)
