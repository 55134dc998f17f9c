"""Pictures of every page, for a person to look at beside the pictures of the design.

    python packaging/screens.py FOLDER [--themes light,dark,contrast] [--zooms 1,2]
        [--sizes 1280x720,1440x900,1920x1080] [--example bar] [--only vorm,takenlijst] [--empty]

Offscreen: nothing shows. Each picture is ``<page>-<theme>-<zoom>-<size>.png``.
"""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from desktop.settings import Appearance, Settings, SettingsStore
from desktop.window.main_window import MainWindow
from wizards.look.look import Look, load_fonts

if TYPE_CHECKING:
    from desktop.window.dossier_view import DossierView
    from desktop.workshop.desk import WorkshopDesk
    from desktop.workshop.screens import ScreenInfo
    from models.dossier import Dossier
    from models.knowledge import Knowledge
    from models.workshop.records import Workshop

_FONTS = tuple(f"SourceSansPro-{style}" for style in ("Regular", "Semibold", "Bold", "It"))
_EXAMPLES = Path(__file__).resolve().parents[1] / "resources" / "examples"
_SETTLE_SECONDS = 0.6
"""Long enough for the robustness to be computed."""


def main() -> int:
    """Write the pictures; returns the exit code."""
    options = _options()
    options.folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setStyle("Fusion")
    load_fonts(_known_fonts())
    count = 0
    for theme in options.themes.split(","):
        for zoom in (float(z) for z in options.zooms.split(",")):
            for size in options.sizes.split(","):
                count += _pictures(app, options, theme, zoom, size)
    print(f"{count} pictures in {options.folder}")
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--themes", default="light,dark,contrast")
    parser.add_argument("--zooms", default="1,2")
    parser.add_argument("--sizes", default="1280x720")
    parser.add_argument("--example", default="bar", help="the example dossier that is shown")
    parser.add_argument("--only", default="", help="only these pages, by name; a view as kosten-vergelijken")
    parser.add_argument("--empty", action="store_true", help="an empty dossier instead of an example")
    return parser.parse_args()


def _known_fonts() -> tuple[str, ...]:
    folder = Path(__file__).resolve().parents[1] / "resources" / "fonts"
    return tuple(name for name in _FONTS if (folder / f"{name}.ttf").exists())


def _pictures(app: QApplication, options: argparse.Namespace, theme: str, zoom: float, size: str) -> int:
    width, height = (int(part) for part in size.split("x"))
    look = Look()
    with tempfile.TemporaryDirectory() as folder:
        settings = Settings(zoom=zoom, appearance=Appearance(theme), motion=False)
        window = MainWindow(look, SettingsStore(Path(folder)), settings)
        look.apply_to(app)
        window.resize(width, height)
        window.show()
        wanted = set(filter(None, options.only.split(",")))
        count = 0
        for name, show in _pages(window, look, _dossier(options), wanted):
            if wanted and name not in wanted:
                continue
            show()
            _settle(app)
            target = options.folder / f"{name}-{theme}-{zoom:g}-{size}.png"
            window.grab().save(str(target))
            count += 1
        window.close()
        window.deleteLater()
        app.processEvents()
    return count


def _dossier(options: argparse.Namespace) -> "Dossier":
    from models.dossier import read_dossier

    dossier = read_dossier((_EXAMPLES / f"{options.example}.json").read_bytes())
    if not options.empty:
        return dossier
    return type(dossier)(id=dossier.id, title="Nieuw dossier", dated=dossier.dated)


def _pages(
    window: MainWindow, look: Look, dossier: "Dossier", wanted: set[str]
) -> Iterator[tuple[str, Callable[[], object]]]:
    """The name of each page and how to show it, in an order that works; ``wanted``: the only ones, if any."""
    from desktop.cli.knowledge import shipped_knowledge
    from models.vocabulary import Onlooker, StepId
    from wizards.steps.views import ViewsPage

    knowledge = shipped_knowledge()
    window.set_knowledge(lambda: knowledge)
    window.set_help(lambda: _help(look))
    yield "start", lambda: _start(window, look, knowledge)
    view = window.open_dossier(dossier)
    yield "takenlijst", view.show_tasks
    yield "takenlijst-raadslid", lambda: (view.set_onlooker(Onlooker.RAADSLID), view.show_tasks())
    for step in StepId:
        yield step.value, lambda step=step: view.open_step(step)  # type: ignore[misc]
        yield f"{step.value}-onder", lambda: _scrolled(view.stack.currentWidget())
        if not wanted or any(name.startswith(step.value) for name in wanted):
            view.open_step(step)
            page = view.stack.currentWidget()
            for key in tuple(page.views)[1:] if isinstance(page, ViewsPage) else ():
                yield f"{step.value}-{key}", lambda page=page, key=key: page.open_view(key)  # type: ignore[misc]
        yield f"{step.value}-controleren", lambda step=step: view.open_check(step)  # type: ignore[misc]
    yield "advies-blad", lambda: (view.open_step(StepId.VORM), view.dock.open_sheet())
    yield "hoe-sta-ik-ervoor", lambda: (view.escape(), view.show_findings())
    yield "zoeken", lambda: _searched(view, "gemeente")
    for part in ("deelnemers", "zaal", "draaiboek", "stemmen", "uitkomst", "gevolg", "opstelling", "lijsten"):
        yield f"werksessie-{part}", lambda part=part: _workshop(view, part)  # type: ignore[misc]
    yield "korte-route", lambda: (view.editor.put(("short_route",), True), view.show_tasks())
    yield "naslag", lambda: window.open_help("")
    yield "naslag-vorm", lambda: window.open_help("form:ssc")


def _start(window: MainWindow, look: Look, knowledge: "Knowledge") -> None:
    """The list of dossiers, with the examples in a library of its own."""
    from desktop.library_session import LibrarySession
    from desktop.start.view import StartView

    start = StartView(look)
    with tempfile.TemporaryDirectory() as folder:
        session = LibrarySession(Path(folder) / "dossiers.sqlite", knowledge)
        for path in sorted(_EXAMPLES.glob("*.json")):
            session.keep_example(path.stem)
        start.show_rows(session.rows())
        session.close()
    window.set_start(start)


def _help(look: Look) -> QWidget:
    from desktop.cli.knowledge import shipped_knowledge
    from desktop.help.view import HelpView

    return HelpView(look, shipped_knowledge())


def _scrolled(page: QWidget | None) -> None:
    scroller = getattr(page, "scroller", None)
    if scroller is not None:
        bar = scroller.verticalScrollBar()
        bar.setValue(bar.value() + scroller.viewport().height() - 80)


def _searched(view: object, words: str) -> None:
    view.show_search()  # type: ignore[attr-defined]
    view.pages.search().field.setText(words)  # type: ignore[attr-defined]


_ANSWERS = (1, 2, 2, 2, 3, 3, 4, 4, 4, 4, 4, 4, 5, 5)
_NAMES = "Anna Bram Chantal Dirk Els Fatima Gert Hanneke Ibrahim Joke Karel Linda Mark Nora"


def _workshop(view: "DossierView", part: str) -> None:
    """A part of a werksessie of fourteen people after a round, with the beamer on a screen that is not there."""
    from PySide6.QtCore import QRect

    from desktop.workshop.screens import ScreenInfo
    from models.vocabulary import SubjectKind
    from models.workshop.records import Participant, Vote
    from models.workshop.subjects import subjects_of

    dossier, knowledge, place = view.editor.dossier, view.editor.knowledge, view.workshop
    if place.page_or_none is None:
        laptop = ScreenInfo("laptop", "Scherm 1: laptop (1280 × 720)", QRect(0, 0, 1280, 720))
        place.screens = _Screens(
            laptop, ScreenInfo("zaal", "Scherm 2: beamer (1920 × 1080)", QRect(1280, 0, 1920, 1080))
        )
    desk, page = place.desk, place.page
    if desk.workshop is None:
        partners = [one.id for one in dossier.partners.active]
        people = tuple(
            Participant(id=f"d{n}", name=name, partner=partners[n % len(partners)], role="raadslid")
            for n, name in enumerate(_NAMES.split())
        )
        desk.begin("Kiezen met vier raden")
        desk.update(lambda held: held.model_copy(update={"participants": people}))
        asked = [one for one in subjects_of(dossier, knowledge, held_of(desk)) if one.kind is SubjectKind.SCORE]
        for subject in asked[:7]:
            desk.open_round(subject)
            for person, value in zip(people, _ANSWERS, strict=True):
                desk.vote(person.id, Vote(value=value))
            desk.close_round()
        page._show_outcome(asked[6].key)
        page.parts["uitkomst"]._show_outcome()  # type: ignore[attr-defined]
        desk.start_clock("4 samen", 240)
        place.beamer.start()
    view.show_workshop()
    page.open_part(part)


def held_of(desk: "WorkshopDesk") -> "Workshop":
    """The werksessie at hand."""
    assert desk.workshop is not None
    return desk.workshop


class _Screens(QObject):
    """Screens for a picture."""

    changed = Signal()

    def __init__(self, *screens: "ScreenInfo") -> None:
        super().__init__()
        self._screens = screens

    def all(self) -> "tuple[ScreenInfo, ...]":
        return self._screens

    def screen(self, key: str) -> None:
        """None of them is there."""


def _settle(app: QApplication) -> None:
    until = time.monotonic() + _SETTLE_SECONDS
    while time.monotonic() < until:
        app.processEvents()
        time.sleep(0.02)


if __name__ == "__main__":
    raise SystemExit(main())
