"""A werksessie to put a facilitator's view on: a real library, a clock that tests move, and a beamer that remembers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop.editor import DossierEditor
from desktop.workshop.desk import WorkshopDesk
from desktop.workshop.direction import Direction
from desktop.workshop.stand import Stand
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.storage.library import Library
from models.wording.workshop import timer_words
from models.workshop.pages import Page
from models.workshop.records import Participant, Subject, SubjectKind, Vote, Workshop
from models.workshop.subjects import subjects_of
from tests.models.samples import example
from tests.wizards.conftest import Wishes
from wizards.look.look import Look

START = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)


class Hall:
    """What the room saw: pages and clocks, the newest last."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self.clocks: list[str] = []

    def show_page(self, page: Page) -> None:
        self.pages.append(page)

    def show_clock(self, text: str) -> None:
        self.clocks.append(text)


class Stage:
    """The dossier of the Lindestreek with its library, editor, desk and stand; ``moment``: what the clock says."""

    def __init__(self, path: Path, look: Look, knowledge: Knowledge) -> None:
        self.look, self.knowledge, self.moment = look, knowledge, START
        self.library = Library.open(path)
        dossier = dossier_from_values(example("lindestreek"))
        self.key = dossier.id
        self.library.save(dossier)
        self.open()

    def open(self) -> None:
        """Open the dossier as the library has it."""
        self.editor = DossierEditor(self.library.load(self.key), self.knowledge, save=self.library.save)
        self.desk = WorkshopDesk(self.editor, self.library, now=lambda: self.moment)
        self.hall, self.wishes = Hall(), Wishes()
        self.direction = Direction(self.desk, self.editor, self.hall, timer_words)
        self.stand = Stand(self.look, self.editor, self.desk, self.direction, self.wishes)
        self.desk._keeper.wait_ready()

    def again(self) -> None:
        """Close the program and open it again."""
        self.desk.close()
        self.editor.close()
        self.open()

    def close(self) -> None:
        """Close everything."""
        self.desk.close()
        self.editor.close()
        self.library.close()

    def pass_time(self, seconds: int) -> None:
        """Let the clock of the program go on."""
        self.moment += timedelta(seconds=seconds)
        self.direction.refresh()

    @property
    def workshop(self) -> Workshop:
        """The werksessie at hand."""
        workshop = self.desk.workshop
        assert workshop is not None
        return workshop

    def people(self, count: int = 18) -> None:
        """Begin a werksessie with people of the three partners, in turn."""
        partners = [one.id for one in self.editor.dossier.partners.active]
        rows = tuple(
            Participant(id=f"d{n}", name=f"Deelnemer {n}", partner=partners[n % len(partners)]) for n in range(count)
        )
        self.desk.begin("Werksessie 1")
        self.desk.update(lambda held: held.model_copy(update={"participants": rows}))

    def subjects(self, kind: SubjectKind) -> tuple[Subject, ...]:
        """What can be voted on."""
        found = subjects_of(self.editor.dossier, self.knowledge, self.workshop)
        return tuple(one for one in found if one.kind is kind)

    def vote(self, subject: Subject, *values: int) -> None:
        """A round in which people give these answers, one after the other, and which is closed."""
        self.desk.open_round(subject)
        for number in range(len(self.workshop.participants)):
            self.desk.vote(f"d{number}", Vote(value=values[number % len(values)]))
        self.desk.close_round()

    def think(self) -> None:
        """Wait until the effect on the advice is worked out."""
        while self.desk.effect is None:
            self.desk._thinker.wait()


@contextmanager
def on_stage(tmp_path: Path, look: Look, knowledge: Knowledge) -> Iterator[Stage]:
    """A stage that is closed afterwards."""
    made = Stage(tmp_path / "library" / "m.db", look, knowledge)
    try:
        yield made
    finally:
        made.close()
