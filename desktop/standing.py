"""Where the library stands while the program runs: the ways on where it does not open, and another place for it."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.places import Places
from desktop.window.main_window import MainWindow
from models.storage.errors import StorageError
from models.storage.library_location import LIBRARY_NAME

if TYPE_CHECKING:
    from desktop.dialogs.base import Dialog
    from desktop.dialogs.library import LibraryDialog
    from desktop.library_session import LibrarySession
    from models.storage.backups import Backup

__all__ = ["Standing"]


class Standing(QObject):
    """Holds the places as they are now. ``find``: finds them anew, before the user's choice.

    ``session``: the library of this moment; ``load``: closes it, and opens the one at :attr:`places`.
    """

    def __init__(
        self,
        window: MainWindow,
        places: Places,
        find: Callable[[], Places],
        *,
        session: "Callable[[], LibrarySession | None]",
        load: Callable[[], None],
        show_dialog: "Callable[[Dialog], None]",
    ) -> None:
        super().__init__(window)
        self._window, self._find, self._session = window, find, session
        self._load, self._show_dialog = load, show_dialog
        self.places = places

    # --- where the library does not open

    def show_trouble(self, error: StorageError) -> None:
        """Ask what to do about ``error``."""
        from desktop.dialogs.library import LibraryDialog

        rules = self.places.rules
        helpers = () if rules is None else (rules.desk, rules.contact)
        dialog = LibraryDialog(
            self._window.look,
            self._window,
            error,
            self._backups(),
            may_move=not self.places.fixed,
            helpers=", ".join(filter(None, helpers)),
        )
        dialog.chosen.connect(lambda key: self._find_a_way(key, dialog))
        self._show_dialog(dialog)

    def _backups(self) -> "tuple[Backup, ...]":
        session = self._session()
        try:
            return () if session is None else session.backups()
        except StorageError:
            return ()

    def _find_a_way(self, key: str, dialog: "LibraryDialog") -> None:
        if key == "again":
            if self.places.trouble is not None:
                self._read_policy_again()
            self._load()
        elif key == "elsewhere":
            self.choose_place()
        elif key == "restore" and dialog.backup is not None:
            self._restore(dialog.backup)

    def _read_policy_again(self) -> None:
        places = self._find()
        if places.trouble is None:
            # Reports and the marker of this run stay where they began; the settings move at once.
            self._window.outfit.move(places.store())
        self.places = places.with_choice(self._window.settings.library)

    def _restore(self, backup: "Backup") -> None:
        session = self._session()
        if session is None:
            return
        try:
            session.restore(backup, datetime.now(UTC))
        except StorageError as error:
            self.show_trouble(error)
            return
        self._window.say("De reservekopie is teruggezet.")
        self._load()

    # --- another place

    def choose_place(self) -> None:
        """Ask for another folder for the library, and open the one there."""
        from desktop.dialogs.files import choose_folder

        if not self.places.fixed:
            choose_folder(self._window, self.places.library.path.parent, self.move_to)

    def move_to(self, folder: Path) -> None:
        """Use the library in ``folder`` from now on; one is made where there is none. The old one stays."""
        path = folder / LIBRARY_NAME
        chosen = None if path == self.places.given.path else path
        self._window.take_settings(self._window.settings._replace(library=chosen))
        self.places = self.places.with_choice(chosen)
        session = self._session()
        if session is not None and session.is_open:
            session.close()
        self._load()

    def tell_migrated(self) -> None:
        """Say once that the library was of an older version, and where it stands as it was."""
        session = self._session()
        backup = None if session is None else session.migrated
        if backup is None:
            return
        folder = backup.path.parent

        def show() -> None:
            from desktop.dialogs.long_names import breakable
            from desktop.dialogs.open_folder import open_folder

            if not open_folder(folder):
                self._window.say(breakable(f"De reservekopie staat in {folder}."), urgent=True)

        self._window.say(
            f"Mijn dossiers is bijgewerkt naar deze versie. De reservekopie van ervoor heet {backup.path.name}.",
            "Map openen",
            show,
            urgent=True,
        )
