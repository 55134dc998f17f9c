"""Prints how long each action of a large werksessie takes: 60 people, 13 statements, 3 rounds, in the real window."""

import gc
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
LIMIT = 0.100
PEOPLE = 60


def main() -> None:
    """Print the median and the longest of each action, with its effect painted."""
    from PySide6.QtWidgets import QApplication

    from desktop.cli.knowledge import shipped_knowledge
    from desktop.settings import Settings, SettingsStore
    from desktop.window.main_window import MainWindow
    from models.dossier import read_dossier
    from models.storage.library import Library
    from models.vocabulary import SubjectKind
    from models.workshop.records import Participant, Vote
    from models.workshop.subjects import subjects_of
    from wizards.look.look import Look, load_fonts

    gc.disable()  # the program looks for garbage between what people do
    app = QApplication([])
    app.setStyle("Fusion")
    load_fonts()
    times: dict[str, list[float]] = {}

    def timed(name: str, act: Callable[[], object]) -> None:
        start = time.perf_counter()
        act()
        app.processEvents()
        times.setdefault(name, []).append(time.perf_counter() - start)

    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "m.db") as library:
        dossier = read_dossier((ROOT / "resources" / "examples" / "lindestreek.json").read_bytes())
        library.save(dossier)
        look = Look()
        window = MainWindow(look, SettingsStore(Path(folder) / "settings"), Settings(motion=False))
        look.apply_to(app)
        knowledge = shipped_knowledge()
        window.set_knowledge(lambda: knowledge)
        window.resize(1280, 720)
        window.show()
        view = window.open_dossier(dossier, library)
        desk = view.workshop.desk
        while not desk.ready:
            app.processEvents()
        view.show_workshop()
        desk.begin("Werksessie")
        partners = [one.id for one in dossier.partners.active]
        people = tuple(
            Participant(id=f"d{n}", name=f"Deelnemer {n}", partner=partners[n % len(partners)]) for n in range(PEOPLE)
        )
        desk.update(lambda held: held.model_copy(update={"participants": people}))
        page = view.workshop.page
        page.open_part("stemmen")
        view.workshop.beamer.start()
        app.processEvents()
        assert desk.workshop is not None
        asked = [one for one in subjects_of(dossier, knowledge, desk.workshop) if one.kind is SubjectKind.SCORE]
        random = Random(2026)  # noqa: S311 - the same votes in each run
        for subject in asked:
            for _ in range(3):
                timed("open a round", lambda subject=subject: desk.open_round(subject))  # type: ignore[misc]
                for person in people:
                    vote = Vote(value=random.randint(1, 5))
                    timed("give a vote", lambda key=person.id, vote=vote: desk.vote(key, vote))  # type: ignore[misc]
                timed("close a round", desk.close_round)
        for key in ("uitkomst", "deelnemers", "gevolg", "stemmen"):
            page.open_part(key)
            app.processEvents()
        for key in ("uitkomst", "deelnemers", "gevolg", "stemmen"):
            timed(f"show {key}", lambda key=key: page.open_part(key))  # type: ignore[misc]
        outcome, shown = page.parts["uitkomst"], page.parts["deelnemers"]
        page.open_part("uitkomst")
        for subject in asked:
            timed("choose an outcome", lambda subject=subject: outcome.show_subject(subject.key))  # type: ignore[misc]
            rounds = desk.session.on(subject.key) if desk.session is not None else ()
            timed("set an answer", lambda rounds=rounds: desk.decide(rounds[-1], 4))  # type: ignore[misc]
        page.open_part("deelnemers")
        shown.list.choose("d5")  # type: ignore[attr-defined]
        app.processEvents()
        for letter in "abcdefgh":
            timed("type in a name", lambda letter=letter: shown.person.name.insert(letter))  # type: ignore[misc]
        for number in range(10):
            timed("start a clock", lambda number=number: desk.start_clock("klok", 60 + number))  # type: ignore[misc]
        window.close()
    print(
        f"{PEOPLE} people, {len(asked)} statements, 3 rounds; milliseconds, effect painted (limit {1000 * LIMIT:.0f})"
    )
    for name, taken in times.items():
        ordered = sorted(taken)
        print(f"{name:20} median {1000 * ordered[len(ordered) // 2]:6.1f}  longest {1000 * ordered[-1]:6.1f}")


if __name__ == "__main__":
    main()
