"""Labels keep their lines short enough to read, and partners have letters that say something."""

import pytest
from pytestqt.qtbot import QtBot

from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.signs import letters_of
from wizards.widgets.text import Label

LONG = "Een goede structuur helpt, maar maakt nog geen samenwerking. " * 4


def test_long_text_keeps_its_lines_short(qtbot: QtBot, look: Look) -> None:
    label = Label(look, LONG)
    qtbot.addWidget(label)
    assert label.heightForWidth(3000) == label.heightForWidth(700) > label.fontMetrics().height() * 2


def test_text_that_fits_on_one_line_stays_on_one(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "De wet sluit sommige rechtsvormen uit en stelt aan andere voorwaarden.")
    qtbot.addWidget(label)
    assert label.heightForWidth(3000) < label.fontMetrics().height() * 2


def test_room_follows_the_text_its_place_and_the_size(qtbot: QtBot, look: Look) -> None:
    label = Label(look, "Kort")
    qtbot.addWidget(label)
    narrow = label.minimumSizeHint()
    label.setText("Gemeenschappelijkheid")
    wide = label.minimumSizeHint()
    assert wide.width() > narrow.width() and wide.height() == narrow.height()
    label.restyle(TypeRole.H1)
    large = label.minimumSizeHint()
    assert large.width() > wide.width() and large.height() > wide.height()
    label.restyle(TypeRole.BODY)
    assert label.minimumSizeHint() == wide
    letter = look.letter_width()
    look.wear(zoom=2.0)
    assert label.minimumSizeHint().width() > wide.width()
    assert look.letter_width() == pytest.approx(2 * letter, rel=0.05)


@pytest.mark.parametrize(
    ("name", "letters"),
    [("'s-Hertogenbosch", "H"), ("’t Veld", "V"), ("Gemeente Losser", "L"), ("'", "?"), ("", "?"), ("'s", "S")],
)
def test_letters_of_a_partner_are_letters(name: str, letters: str) -> None:
    assert letters_of((name,)) == (letters,)
