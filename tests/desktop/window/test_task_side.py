"""What stands beside the task list, when another person looks on."""

from collections.abc import Callable

from pytestqt.qtbot import QtBot

from desktop.program import Program
from models.vocabulary import Onlooker
from tests.desktop.test_program import make  # noqa: F401 - a fixture


def test_another_onlooker_leaves_every_card_readable(make: Callable[..., Program], qtbot: QtBot) -> None:  # noqa: F811
    program = make()
    program.open_example("bar")
    view = program.window.dossier_view
    assert view is not None
    for onlooker in (*Onlooker, Onlooker.SECRETARIS):
        program.window.outfit.choose_onlooker(onlooker)
        for card in (view.tasks.questions, view.tasks.advice, view.tasks.state, view.tasks.go_on):
            qtbot.waitUntil(lambda card=card: card.height() >= card.heightForWidth(card.width()))
