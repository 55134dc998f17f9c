"""What the program does with a wish of the start view: the library behind it, opened after the window shows."""

import contextlib
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import faults
from desktop.background import Background
from desktop.going_on import GoingOn
from desktop.leaving import Leaving
from desktop.places import Places, find_places
from desktop.settings import Settings, SettingsStore
from desktop.single_instance import SingleInstance, bring_forward
from desktop.standing import Standing
from desktop.start.view import StartView
from desktop.window.look_up import look_up_of
from desktop.window.main_window import MainWindow
from models.storage.errors import StorageError
from wizards.look.look import load_fonts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.dialogs.base import Dialog
    from desktop.importing import Importer
    from desktop.library_session import LibrarySession
    from models.dossier import Dossier
    from models.knowledge import Knowledge

__all__ = ["Program"]

_LATER_FONTS = ("SourceSansPro-Bold", "SourceSansPro-It", "DejaVuSans")


class Program(QObject):
    """Holds library, knowledge and the marker of this run; ``begin`` after the window shows, ``end`` at the end."""

    def __init__(
        self,
        window: MainWindow,
        start: StartView,
        store: SettingsStore,
        instance: SingleInstance,
        places: Places,
        find: Callable[[], Places] = find_places,
    ) -> None:
        """``places``: with the user's choice; ``find``: finds them anew, without it."""
        super().__init__(window)
        self.window, self.start, self._store, self._instance = window, start, store, instance
        self._archive = self._loading = False
        self._example = ""
        self._knowledge: Knowledge | None = None
        self.session: LibrarySession | None = None
        self._importer: Importer | None = None
        self._error: StorageError | None = None
        self._waiting: list[Callable[[], None]] = []
        self._dialogs: list[Dialog] = []
        self._faults: faults.FaultCatcher | None = None
        self._background = Background("vormwijzer-openen", self)
        self._going_on = GoingOn(store.folder, window)
        self.leaving = Leaving(window, self.show_dialog, self)
        self.standing = Standing(
            window, places, find, session=lambda: self.session, load=self._load, show_dialog=self.show_dialog
        )
        self._wire()

    # --- begin and end

    def _wire(self) -> None:
        """All wishes, in one place."""
        start, window = self.start, self.window
        start.new_wanted.connect(self.create)
        start.open_wanted.connect(self.open)
        start.rename_wanted.connect(self.rename)
        start.duplicate_wanted.connect(self.duplicate)
        start.archive_wanted.connect(self.archive)
        start.delete_wanted.connect(self.delete)
        start.export_wanted.connect(self.export)
        start.import_wanted.connect(self.bring_in)
        start.example_wanted.connect(self.open_example)
        start.archive_shown.connect(self.show_archive)
        start.help_wanted.connect(window.open_help)
        start.settings_wanted.connect(self.show_settings)
        start.zoom_wanted.connect(window.zoom)
        start.trouble_wanted.connect(self._show_trouble)
        start.about_wanted.connect(self.show_about)
        window.about_wanted.connect(self.show_about)
        start.verify_wanted.connect(window.verify_pdf)
        window.set_look_up(look_up_of(lambda: self.session, self.knowledge))
        window.set_knowledge(self.knowledge)
        window.set_help(self._make_help)
        window.home_wanted.connect(self.refresh)
        window.copy_wanted.connect(self.copy_example)
        self._instance.asked.connect(self.take_files)

    def begin(self, files: Sequence[Path] = ()) -> None:
        """Everything that can wait until the window shows; ``files`` are imported."""
        self._faults = faults.install(self.standing.places.reports.path, self._tell_fault)
        self._going_on.begin()
        self._instance.listen()
        load_fonts(_LATER_FONTS)
        if files:
            self._waiting.append(lambda: self.bring_in(tuple(files)))
        self._load()

    def end(self) -> None:
        """Make the backup and say that this run ended well. The window has closed, so all is saved."""
        self._background.wait()
        if self.session is not None:
            with contextlib.suppress(StorageError):  # the dossiers are saved; only the backup is not
                self.session.close()
        self._going_on.end()
        if self._faults is not None:
            self._faults.uninstall()
        self._instance.release()

    def knowledge(self) -> "Knowledge":
        """The knowledge, loaded when that was not done yet."""
        if self._knowledge is None:
            from desktop.cli.knowledge import shipped_knowledge

            self._knowledge = shipped_knowledge()
        return self._knowledge

    # --- the library

    def _load(self) -> None:
        self._background.wait()
        self._loading = True
        self._background.start(self._open_library, self._loaded)

    def _open_library(self) -> StorageError | None:
        """In the background: knowledge and library; the error where it does not open."""
        from desktop.library_session import LibrarySession

        places = self.standing.places
        session = LibrarySession(places.library.path, self.knowledge(), barred=places.trouble)
        self.session = session
        try:
            session.rows()
        except StorageError as error:
            return error
        return None

    def _loaded(self, error: StorageError | None) -> None:
        self._loading, self._error = False, error
        if error is not None:
            self.start.show_trouble(error.reason)
            self._show_trouble()
            return
        self.refresh(self._going_on.last_dossier)
        self.start.focus_first()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()
        self._going_on.offer(self.start.rows, self.open, self.start.focus_first, self.show_dialog)
        self.standing.tell_migrated()
        if not self._background.busy:
            self._background.start(_warm, lambda _done: None)

    def _show_trouble(self) -> None:
        if self._error is not None:
            self.standing.show_trouble(self._error)

    @property
    def ready(self) -> bool:
        """Whether the library is open."""
        return self.session is not None and self.session.is_open and not self._loading

    def _with_library(self, act: "Callable[[LibrarySession], None]") -> None:
        """Do ``act`` with the library, when it is there; what goes wrong is told in words."""
        from models.dossier import DossierError

        if self.session is None or self._loading:
            self._waiting.append(lambda: self._with_library(act))
            return
        try:
            act(self.session)
        except StorageError as error:
            self.window.say(error.reason, urgent=True)
        except DossierError as error:
            self.window.say(f"Dat kan niet: {error.reason}.", urgent=True)

    def refresh(self, select: str = "") -> None:
        """Read the list again; ``select``: the id to stand on."""
        if self.ready:
            self._with_library(lambda session: self.start.show_rows(session.rows(archived=self._archive), select))

    def show_archive(self, on: bool) -> None:
        """Show the archived dossiers too, or not."""
        self._archive = on
        self.start.show_archive(on)
        self.refresh()

    def create(self, title: str) -> None:
        """Make a dossier and open it."""
        self._with_library(lambda session: self._show_dossier(session.create(title)))

    def open(self, dossier: str) -> None:
        """Open a dossier of the library."""
        self._with_library(lambda session: self._show_dossier(session.load(dossier)))

    def _show_dossier(self, dossier: "Dossier") -> None:
        assert self.session is not None
        saved = next((row.modified for row in self.start.rows if row.id == dossier.id), datetime.now(UTC))
        self.window.open_dossier(dossier, self.session.library, saved_at=saved)

    def open_example(self, name: str) -> None:
        """Open an example, read-only."""

        def act(session: "LibrarySession") -> None:
            self._example = name
            self.window.open_dossier(session.example(name), read_only=True)

        self._with_library(act)

    def copy_example(self, _dossier: object) -> None:
        """Make a copy of the open example, to be edited."""
        self._with_library(lambda session: self._show_dossier(session.keep_example(self._example)))

    def rename(self, dossier: str, title: str) -> None:
        """Give another title; undo gives the old one back."""
        before = next((row.title for row in self.start.rows if row.id == dossier), title)

        def act(session: "LibrarySession") -> None:
            session.rename(dossier, title)
            self.refresh(dossier)
            self._offer_undo("De naam is gewijzigd.", lambda: session.rename(dossier, before), dossier)

        self._with_library(act)

    def duplicate(self, dossier: str) -> None:
        """Put a copy beside it."""

        def act(session: "LibrarySession") -> None:
            copy = session.duplicate(dossier)
            self.refresh(copy.id)
            self._offer_undo("De kopie staat in de lijst.", lambda: session.delete(copy.id), dossier)

        self._with_library(act)

    def archive(self, dossier: str, into: bool) -> None:
        """Put away, or take out."""

        def act(session: "LibrarySession") -> None:
            there, back = (session.archive, session.unarchive) if into else (session.unarchive, session.archive)
            there(dossier)
            self.refresh()
            said = "Het dossier staat in het archief." if into else "Het dossier staat weer in de lijst."
            self._offer_undo(said, lambda: back(dossier), dossier)

        self._with_library(act)

    def delete(self, dossier: str) -> None:
        """Take away without a question; undo brings it back."""

        def act(session: "LibrarySession") -> None:
            session.delete(dossier)
            self.refresh()
            self._offer_undo("Dossier verwijderd.", lambda: session.undelete(dossier), dossier)

        self._with_library(act)

    def _offer_undo(self, said: str, back: Callable[[], None], dossier: str) -> None:
        def undo(_session: "LibrarySession") -> None:
            back()
            self.refresh(dossier)
            self.start.focus_first()

        self.window.say(said, "Ongedaan maken", lambda: self._with_library(undo))

    # --- files

    def export(self, dossier: str) -> None:
        """Ask where, and write the exchange file there."""
        from desktop.dialogs.files import choose_to_save

        def act(session: "LibrarySession") -> None:
            name = session.export_name(session.load(dossier))
            choose_to_save(self.window, self.window.settings.last_folder, name, lambda path: self._write(dossier, path))

        self._with_library(act)

    def _write(self, dossier: str, path: Path) -> None:
        def act(session: "LibrarySession") -> None:
            session.export(dossier, path)
            self._remember_folder(path.parent)
            self.window.say(f"Het dossier staat in {path.name}.")

        self._with_library(act)

    def bring_in(self, files: tuple[Path, ...]) -> None:
        """Import these files, or ask which."""
        if not files:
            from desktop.dialogs.files import choose_to_open

            choose_to_open(self.window, self.window.settings.last_folder, self.bring_in)
            return

        def act(session: "LibrarySession") -> None:
            from desktop.importing import Importer

            if self._importer is None:
                self._importer = Importer(self.window, self.show_dialog)
                self._importer.done.connect(self.refresh)
            self._remember_folder(files[0].parent)
            self._importer.take(session, files)

        self._with_library(act)

    def _remember_folder(self, folder: Path) -> None:
        if folder.is_absolute():
            self.window.take_settings(self.window.settings._replace(last_folder=folder))

    # --- dialogs

    def show_dialog(self, dialog: "Dialog") -> None:
        """Open ``dialog`` over the window; nothing waits for it."""
        self._dialogs.append(dialog)
        dialog.destroyed.connect(lambda: self._dialogs.remove(dialog) if dialog in self._dialogs else None)
        dialog.open()

    def show_settings(self) -> None:
        """Open "Instellingen"."""
        from desktop.dialogs.settings import SettingsDialog

        dialog = SettingsDialog(self.window.look, self.window, self.window.settings, self.standing.places)
        dialog.changed.connect(self._take_settings)
        dialog.place_wanted.connect(self.standing.choose_place)
        dialog.about_wanted.connect(self.show_about)
        self.show_dialog(dialog)

    def show_about(self) -> None:
        """Open "Over Vormwijzer"."""
        from desktop.about.facts import about_of
        from desktop.dialogs.about import AboutDialog

        self.show_dialog(AboutDialog(self.window.look, self.window, about_of(self.standing.places)))

    def _take_settings(self, settings: Settings) -> None:
        now = self.window.settings
        self.window.take_settings(
            now._replace(appearance=settings.appearance, zoom=settings.zoom, motion=settings.motion)
        )

    def _make_help(self) -> "QWidget":
        from desktop.help.view import HelpView

        return HelpView(self.window.look, self.knowledge())

    def take_files(self, files: tuple[Path, ...]) -> None:
        """A second start, or a double click on a file: come forward and import them."""
        bring_forward(self.window)
        if files:
            self.bring_in(files)

    # --- faults

    def _tell_fault(self, report: faults.FaultReport) -> None:
        from desktop.dialogs.fault import FaultDialog

        saved = self.window.autosave is None or self.window.autosave.flush()
        if any(isinstance(dialog, FaultDialog) for dialog in self._dialogs):
            return
        dialog = FaultDialog(self.window.look, self.window, report, saved=saved)
        dialog.chosen.connect(lambda key: self.window.close() if key == "leave" else None)
        self.show_dialog(dialog)


def _warm() -> None:
    """In the background: load what opening the first dossier needs, so that it opens as fast as the next."""
    import desktop.autosave
    import desktop.editor
    import desktop.window.dossier_view  # noqa: F401
