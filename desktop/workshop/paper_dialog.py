"""Voting sheets on paper: asks what is voted on and where the file goes, and writes it in the background."""

from collections.abc import Callable
from pathlib import Path
from random import SystemRandom

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.background import Background
from desktop.dialogs.base import Choice, Dialog
from desktop.dialogs.files import PDF, choose_to_save
from desktop.workshop.desk import WorkshopDesk
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.errors import StorageError
from models.vocabulary import SubjectKind
from models.workshop.records import Subject, Workshop
from models.workshop.subjects import subjects_of
from wizards.look.look import Look
from wizards.widgets.buttons import ButtonKind
from wizards.widgets.inputs import Check

__all__ = ["PaperDialog", "PaperSheets"]

_READABLE = 0o644
_WORDS = {
    SubjectKind.SCORE: "De stellingen",
    SubjectKind.IMPORTANCE: "Hoe zwaar elke stelling telt",
    SubjectKind.FACTOR: "De factoren",
    SubjectKind.INFLUENCE: "De invloed van belanghebbenden",
    SubjectKind.INTEREST: "Het belang van belanghebbenden",
    SubjectKind.DOTS: "Stippen geven",
}
_LINES = (
    "Elke deelnemer krijgt een stembriefje met een code. De naam staat er niet op.",
    "U typt de antwoorden daarna over.",
)
_NO_CODES = "Er zijn nog geen codes. Maak ze eerst bij Deelnemers."


class PaperDialog(Dialog):
    """Asks what stands on the sheets. ``wanted``: the subjects, when somebody goes on."""

    wanted = Signal(tuple)

    def __init__(self, look: Look, subjects: tuple[Subject, ...], parent: QWidget | None) -> None:
        choices = (Choice("no", "Niet maken"), Choice("yes", "Kies waar het bestand komt", ButtonKind.SOLID))
        super().__init__(look, parent, "Wat komt er op de stembriefjes?", _LINES, choices, safe="no")
        self._subjects = subjects
        self.boxes: dict[SubjectKind, Check] = {}
        for kind in SubjectKind:
            count = sum(one.kind is kind for one in subjects)
            if count:
                box = self.boxes[kind] = Check(look, f"{_WORDS[kind]} ({count})")
                box.setChecked(kind is SubjectKind.SCORE)
                box.edited.connect(lambda _on: self._show())
                self.body.addWidget(box)
        self.chosen.connect(self._go_on)
        self._show()

    @property
    def subjects(self) -> tuple[Subject, ...]:
        """What was ticked."""
        kinds = {kind for kind, box in self.boxes.items() if box.isChecked()}
        return tuple(one for one in self._subjects if one.kind in kinds)

    def _show(self) -> None:
        self.buttons["yes"].setEnabled(bool(self.subjects))

    def _go_on(self, key: str) -> None:
        if key == "yes":
            self.wanted.emit(self.subjects)


class PaperSheets(QObject):
    """``said``: how it went; ``made``: the file and a Dutch sentence. Call :meth:`wait` before letting go of it."""

    said = Signal(str)
    made = Signal(object, str)

    def __init__(self, look: Look, desk: WorkshopDesk, folder: Callable[[], Path | None], window: QWidget) -> None:
        """``folder``: where files were saved last."""
        super().__init__(window)
        self._look, self._desk, self._folder, self._window = look, desk, folder, window
        self._background = Background("vormwijzer-stembriefjes", self)

    def ask(self, dossier: Dossier, knowledge: Knowledge) -> PaperDialog | None:
        """Ask what is voted on; None where nobody has a code yet, which is said."""
        workshop = self._desk.workshop
        codes = tuple(one.code for one in workshop.participants if one.code) if workshop is not None else ()
        if workshop is None or not codes:
            self.said.emit(_NO_CODES)
            return None
        held = workshop
        dialog = PaperDialog(self._look, subjects_of(dossier, knowledge, workshop), self._window.window())
        dialog.wanted.connect(lambda subjects: self._choose_file(held, subjects, codes, knowledge))
        dialog.open()
        return dialog

    def _choose_file(
        self, workshop: Workshop, subjects: tuple[Subject, ...], codes: tuple[str, ...], knowledge: Knowledge
    ) -> None:
        title = workshop.name or "Werksessie"
        kept = " ".join("".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title).split())
        name = f"{kept[:80].strip() or 'Werksessie'} - stembriefjes.pdf"

        def write(path: Path) -> None:
            self.write(path, workshop, subjects, codes, knowledge)

        choose_to_save(self._window.window(), self._folder(), name, write, PDF)

    def write(
        self,
        path: Path,
        workshop: Workshop,
        subjects: tuple[Subject, ...],
        codes: tuple[str, ...],
        knowledge: Knowledge,
    ) -> None:
        """Write the sheets to ``path``: all of it or nothing."""
        self._background.wait()
        dated = workshop.held_on or self._desk.now.astimezone().date()

        def work() -> None:
            from desktop.workshop_paper import voting_sheets_pdf
            from models.storage.files import write_atomically

            title = workshop.name or "Werksessie"
            data = voting_sheets_pdf(subjects, codes, knowledge, title, dated=dated, random=SystemRandom())
            write_atomically(path, data, mode=_READABLE)

        told = f"De stembriefjes staan in {path.name}."
        self._background.start(work, lambda _: self.made.emit(path, told), self._fail)

    def wait(self) -> None:
        """Wait for what is being written."""
        self._background.wait()

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, (OSError, StorageError)):
            raise error
        self.said.emit("De stembriefjes konden niet worden geschreven. Kies een andere map.")
