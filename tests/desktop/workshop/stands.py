"""A stand over a real library in a folder of the test, with a target that remembers what the room saw."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random
from typing import NamedTuple

from PySide6.QtWidgets import QApplication, QWidget

from desktop.editor import DossierEditor
from desktop.workshop.desk import WorkshopDesk
from desktop.workshop.direction import Direction
from desktop.workshop.people_changes import changed
from desktop.workshop.stand import Stand
from desktop.workshop.vote_view import VoteView
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.storage.library import Library
from models.workshop.codes import new_codes
from models.workshop.pages import Page
from models.workshop.records import DotOption, Participant, Subject, SubjectKind, Vote, Workshop
from models.workshop.subjects import subjects_of
from tests.models.samples import example
from tests.wizards.conftest import Wishes
from wizards.look.look import Look

PARTNERS = ("lindervoort", "waterambt", "heidebroek")
NAMES = (
    *("Anke Bosman", "Bram de Wit", "Carla Hofstede", "Daan Meijer", "Els van Dam", "Farid Amrani", "Gerda Kuiper"),
    *("Hans Visser", "Iris Postma", "Jeroen Blok", "Karin Smit", "Lex Brouwer", "Mila Jansen", "Noor Dekker"),
)
DOTS = Subject(
    kind=SubjectKind.DOTS,
    ref="kansen",
    title="Kansen",
    dots=5,
    options=tuple(
        DotOption(id=f"o{n}", text=text)
        for n, text in enumerate(("Samen opleiden", "Eén systeem", "Minder inhuur", "Vervanging bij ziekte"))
    ),
)


@dataclass
class Room:
    """Remembers every page and clock that the beamer got."""

    pages: list[Page] = field(default_factory=list)
    clocks: list[str] = field(default_factory=list)

    def show_page(self, page: Page) -> None:
        self.pages.append(page)

    def show_clock(self, text: str) -> None:
        self.clocks.append(text)


class Held(NamedTuple):
    """A stand and what is around it."""

    stand: Stand
    room: Room
    wishes: Wishes
    library: Library

    @property
    def desk(self) -> WorkshopDesk:
        return self.stand.desk


@dataclass(frozen=True)
class WithPeople:
    """Puts people of three partners in a werksessie, as ``d1`` and so on."""

    people: int

    def __call__(self, workshop: Workshop) -> Workshop:
        roles = ("raadslid", "gemeentesecretaris", "lid van het college", "ambtenaar")
        rows = tuple(
            Participant(
                id=f"d{n + 1}",
                name=NAMES[n] if n < len(NAMES) else f"Deelnemer {n + 1}",
                partner=PARTNERS[n % 3],
                role=roles[n % 4],
                spokesperson=n < 3,
            )
            for n in range(self.people)
        )
        own = {"participants": rows, "dot_lists": (DOTS,), "name": "Werksessie 1", "held_on": date(2026, 11, 21)}
        return workshop.model_copy(update=own)


@contextmanager
def held_stand(
    tmp_path: Path,
    look: Look,
    knowledge: Knowledge,
    *,
    people: int = 14,
    dossier: Dossier | None = None,
    read_only: bool = False,
) -> Iterator[Held]:
    """A stand with ``people`` in a werksessie; without one for nobody."""
    library = Library.open(tmp_path / "library" / "m.db")
    own = dossier or dossier_from_values(example("lindestreek"))
    library.save(own)
    editor = DossierEditor(own, knowledge, read_only=read_only)
    desk = WorkshopDesk(editor, library)
    room, wishes = Room(), Wishes()
    direction = Direction(desk, editor, room, lambda seconds: f"{seconds} s")
    stand = Stand(look, editor, desk, direction, wishes)
    if people:
        desk.begin()
        desk.update(WithPeople(people))
    try:
        yield Held(stand, room, wishes, library)
    finally:
        desk.close()
        editor.close()
        library.close()


def subject_of(held: Held, kind: SubjectKind, ref: str = "") -> Subject:
    """The first subject of a kind, or the one about ``ref``."""
    workshop = held.desk.workshop
    assert workshop is not None
    subjects = subjects_of(held.stand.editor.dossier, held.stand.knowledge, workshop)
    return next(one for one in subjects if one.kind is kind and ref in ("", one.ref))


def vote_round(held: Held, subject: Subject, values: tuple[int | None, ...]) -> None:
    """Open a round, let ``d1`` and so on answer, and close it."""
    held.desk.open_round(subject)
    for number, value in enumerate(values, 1):
        held.desk.vote(f"d{number}", Vote(value=value))
    held.desk.close_round()


def shown(widget: QWidget, size: tuple[int, int] = (1280, 620)) -> QWidget:
    """The widget, shown at a size."""
    widget.resize(*size)
    widget.show()
    return widget


def settle() -> None:
    """Let layouts find their heights."""
    for _ in range(6):
        QApplication.processEvents()


def open_on(view: VoteView, held: Held, kind: SubjectKind) -> None:
    """Open the next round on the first subject of a kind."""
    view.show_subject(subject_of(held, kind).key)
    view.open_button.click()


def coded(held: Held) -> list[str]:
    """Codes for the people, in order."""
    codes = new_codes(14, (), Random(3))
    for number, code in enumerate(codes, 1):
        held.desk.update(lambda workshop, number=number, code=code: changed(workshop, f"d{number}", code=code))
    return list(codes)
