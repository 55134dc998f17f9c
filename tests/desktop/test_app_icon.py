"""The icon of the program: in every size, drawn and not empty."""

from itertools import chain

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from desktop.app_icon import SIZES, program_icon

ALL = sorted(chain(*SIZES.values()))


def test_the_icon_has_all_sizes(qapp: QApplication) -> None:
    icon = program_icon()
    assert sorted(size.width() for size in icon.availableSizes()) == ALL == [16, 32, 48, 64, 256]


@pytest.mark.parametrize("size", ALL)
def test_each_size_is_drawn_at_that_size(qapp: QApplication, size: int) -> None:
    image = program_icon().pixmap(QSize(size, size), 1.0).toImage()
    assert image.size() == QSize(size, size)
    assert image.pixelColor(0, 0).alpha() == 0  # its corners are round
    colours = {image.pixelColor(x, y).rgba() for x in range(size) for y in range(size)}
    assert len(colours) > 20
