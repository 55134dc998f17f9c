"""The icon of the program, drawn from its SVG when the window stands; no plugin of Qt is needed for it."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

__all__ = ["SIZES", "program_icon"]

SIZES = {"vormwijzer-klein": (16, 32), "vormwijzer": (48, 64, 256)}
"""Per drawing, the sizes in pixels: the small one leaves out what would blur."""

_ICONS = Path(__file__).resolve().parents[1] / "resources" / "icons"


def program_icon() -> QIcon:
    """The icon in all its sizes. It takes some milliseconds: call it after the first paint."""
    from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon

    icon = QIcon()
    for name, sizes in SIZES.items():
        drawing = QSvgRenderer(str(_ICONS / f"{name}.svg"))
        for size in sizes:
            pixmap = QPixmap(QSize(size, size))
            pixmap.fill(Qt.GlobalColor.transparent)
            painter = QPainter(pixmap)
            drawing.render(painter, QRectF(0, 0, size, size))
            painter.end()
            icon.addPixmap(pixmap)
    return icon
