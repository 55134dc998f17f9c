"""The parts of the facilitator's view, in the order of a werksessie. Each is imported when it is first shown."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from desktop.workshop.beamer import Beamer
from desktop.workshop.stand import Stand

__all__ = ["PARTS", "Part"]


class Part(NamedTuple):
    """``words``: on its tab."""

    key: str
    words: str
    make: Callable[[Stand, Beamer], QWidget]


def _people(stand: Stand, _beamer: Beamer) -> QWidget:
    from desktop.workshop.people_view import PeopleView

    return PeopleView(stand)


def _script(stand: Stand, _beamer: Beamer) -> QWidget:
    from desktop.workshop.script_view import ScriptView

    return ScriptView(stand)


def _vote(stand: Stand, _beamer: Beamer) -> QWidget:
    from desktop.workshop.vote_view import VoteView

    return VoteView(stand)


def _outcome(stand: Stand, _beamer: Beamer) -> QWidget:
    from desktop.workshop.outcome_view import OutcomeView

    return OutcomeView(stand)


def _effect(stand: Stand, _beamer: Beamer) -> QWidget:
    from desktop.workshop.effect_view import EffectView

    return EffectView(stand)


def _setup(stand: Stand, _beamer: Beamer) -> QWidget:
    from desktop.workshop.setup_view import SetupView

    return SetupView(stand)


def _lists(stand: Stand, _beamer: Beamer) -> QWidget:
    from desktop.workshop.lists_view import ListsView

    return ListsView(stand)


def _room(stand: Stand, beamer: Beamer) -> QWidget:
    from desktop.workshop.room_view import RoomView

    made = RoomView(stand)
    made.scale_chosen.connect(beamer.set_room_scale)
    return made


PARTS = (
    Part("deelnemers", "Deelnemers", _people),
    Part("zaal", "Zaal", _room),
    Part("draaiboek", "Draaiboek", _script),
    Part("stemmen", "Stemmen", _vote),
    Part("uitkomst", "Uitslag", _outcome),
    Part("gevolg", "Effect", _effect),
    Part("opstelling", "Netwerkopstelling", _setup),
    Part("lijsten", "Afspraken", _lists),
)
