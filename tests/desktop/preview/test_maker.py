"""Making in the background: the newest wish, stopping, and letting go."""

import sys
import threading
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from desktop.preview import maker as maker_module
from desktop.preview.maker import Maker
from desktop.preview.making import Made, StoppedError, Wish, make, short_turns
from desktop.report.edition import Edition
from models.dossier import Dossier, dossier_from_values
from models.knowledge import Knowledge
from models.storage.errors import LibraryDamaged
from tests.models.samples import example


class Work:
    """Stands in for the making: goes on until it is let go, and tells which dossiers it made."""

    def __init__(self) -> None:
        self.gate = threading.Event()
        self.begun: list[str] = []
        self.error: Exception | None = None

    def __call__(self, wish: Wish, tell: Callable[[float], object]) -> str:
        self.begun.append(wish.dossier.title)
        part = 0.0
        while not self.gate.wait(0.002):
            tell(min(part, 1.0))
            part += 0.01
        tell(1.0)
        if self.error is not None:
            raise self.error
        return wish.dossier.title


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    made = Work()
    monkeypatch.setattr(maker_module, "make", made)
    return made


class Desk:
    """Gives the wish of the moment."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.dossier: Dossier = dossier_from_values(example("netwerk"))
        self.knowledge = knowledge

    def rename(self, title: str) -> None:
        self.dossier = self.dossier.model_copy(update={"title": title})

    def __call__(self) -> Wish:
        return Wish(self.dossier, self.knowledge, Edition())


@pytest.fixture
def desk(knowledge: Knowledge) -> Desk:
    return Desk(knowledge)


def test_an_edit_while_it_runs_makes_the_newest_dossier_the_next(work: Work, desk: Desk, qtbot: QtBot) -> None:
    made, maker = list[str](), Maker(desk)
    maker.made.connect(made.append)
    desk.rename("eerste")
    maker.want()
    qtbot.waitUntil(lambda: work.begun == ["eerste"])
    desk.rename("tweede")
    maker.want(5)
    desk.rename("derde")
    maker.want(5)
    qtbot.waitUntil(lambda: work.begun == ["eerste", "derde"])
    assert maker.busy and made == []
    work.gate.set()
    qtbot.waitUntil(lambda: not maker.busy)
    assert made == ["derde"]
    maker.close()


def test_stopping_makes_nothing_and_a_next_wish_is_made(work: Work, desk: Desk, qtbot: QtBot) -> None:
    made, stopped, maker = list[str](), list[bool](), Maker(desk)
    maker.made.connect(made.append)
    maker.stopped.connect(lambda: stopped.append(True))
    maker.want()
    qtbot.waitUntil(lambda: len(work.begun) == 1)
    maker.stop()
    assert not maker.busy and stopped == [True]
    maker.stop()
    assert stopped == [True]
    maker.want()
    qtbot.waitUntil(lambda: len(work.begun) == 2)
    work.gate.set()
    qtbot.waitUntil(lambda: not maker.busy)
    assert len(made) == 1
    maker.close()


def test_closing_while_it_runs_waits_for_it_and_tells_nothing(work: Work, desk: Desk, qtbot: QtBot) -> None:
    made, maker = list[str](), Maker(desk)
    maker.made.connect(made.append)
    maker.want()
    qtbot.waitUntil(lambda: len(work.begun) == 1)
    maker.close()
    assert all(thread.name != "vormwijzer-voorbeeld" for thread in threading.enumerate())
    work.gate.set()
    maker.want()
    qtbot.wait(20)
    assert made == [] and not maker.busy and len(work.begun) == 1


def test_progress_is_told_in_order_on_the_gui_thread(work: Work, desk: Desk, qtbot: QtBot) -> None:
    told, threads, maker = list[float](), set[str](), Maker(desk)
    maker.part.connect(told.append)
    maker.part.connect(lambda _part: threads.add(threading.current_thread().name))
    maker.want()
    qtbot.waitUntil(lambda: len(told) > 3)
    work.gate.set()
    qtbot.waitUntil(lambda: not maker.busy)
    qtbot.waitUntil(lambda: told[-1] == 1.0)
    assert told == sorted(told) and told[0] == 0.0 and len(told) <= 52
    assert threads == {threading.main_thread().name}
    maker.close()


def test_a_library_that_fails_is_told_in_words(
    work: Work, desk: Desk, qtbot: QtBot, tmp_path: object, knowledge: Knowledge
) -> None:
    from pathlib import Path

    failed, maker = list[str](), Maker(desk)
    work.error = LibraryDamaged(Path(str(tmp_path)))
    maker.failed.connect(failed.append)
    work.gate.set()
    maker.want()
    qtbot.waitUntil(lambda: not maker.busy)
    assert failed == [work.error.reason]
    maker.close()


def test_threads_take_short_turns_while_a_document_is_made() -> None:
    before = sys.getswitchinterval()
    with pytest.raises(ValueError), short_turns():
        assert sys.getswitchinterval() < before
        raise ValueError
    assert sys.getswitchinterval() == before


def test_the_same_advice_gives_the_same_bytes(knowledge: Knowledge, made: Made) -> None:
    from models.advice.advise import advise

    dossier = dossier_from_values(example("netwerk"))
    again = make(Wish(dossier, knowledge, Edition(), advise(dossier, knowledge)), lambda _part: None)
    assert again.data == made.data and again.sha256 == made.sha256


def test_what_the_listener_raises_stops_the_making(knowledge: Knowledge) -> None:
    def stop(part: float) -> None:
        if part > 0.1:
            raise StoppedError

    with pytest.raises(StoppedError):
        make(Wish(dossier_from_values(example("netwerk")), knowledge, Edition()), stop)
