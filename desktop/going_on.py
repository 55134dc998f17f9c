"""Going on where one was: which dossier was open, and whether the run before this one ended well."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import run_marker
from desktop.window.main_window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.dialogs.base import Dialog
    from desktop.run_marker import PreviousCrash
    from desktop.start.rows import Row

__all__ = ["GoingOn"]


class GoingOn:
    """Keeps the marker of this run and the dossier that is open in ``folder``."""

    def __init__(self, folder: Path, window: MainWindow) -> None:
        self._folder, self._window = folder, window
        self._run: run_marker.Run | None = None
        self._crash: PreviousCrash | None = None
        window.dossier_opened.connect(self._opened)
        window.dossier_closed.connect(self._closed)

    def begin(self) -> None:
        """See how the run before this one ended, and mark this one."""
        self._crash = run_marker.previous_crash(self._folder)
        self._run = run_marker.begin_run(self._folder)

    def end(self) -> None:
        """This run ended well."""
        if self._run is not None:
            self._run.end()

    @property
    def last_dossier(self) -> str:
        """The id of the dossier that was open last, empty for none."""
        from desktop.session_memory import SessionMemory

        memory = SessionMemory(self._folder).recall()
        return memory.dossier_id if memory else ""

    def offer(
        self,
        rows: "Sequence[Row]",
        choose: Callable[[str], None],
        stay: Callable[[], None],
        show_dialog: "Callable[[Dialog], None]",
    ) -> None:
        """After a run that did not end well, say so once.

        ``choose``: opens the dossier with this id; ``stay``: shows the list; ``rows``: the dossiers there are.
        """
        crash, self._crash = self._crash, None
        if crash is None:
            return
        row = next((row for row in rows if row.id == crash.open_dossier), None)
        if row is None:
            self._window.say(crash.said)
            return
        from desktop.dialogs.questions import go_on_dialog

        dialog = go_on_dialog(self._window.look, self._window, crash, row.title)
        dialog.chosen.connect(lambda key: choose(row.id) if key == "open" else stay())
        show_dialog(dialog)

    def _opened(self, dossier: str) -> None:
        view = self._window.dossier_view
        if view is None or view.editor.read_only:
            return
        from desktop.session_memory import SessionMemory, WhereWeWere

        SessionMemory(self._folder).remember(WhereWeWere(dossier))
        if self._run is not None:
            self._run.note_open(dossier)

    def _closed(self) -> None:
        if self._run is not None:
            self._run.note_open("")
