"""Draws the icons of the packages from the SVGs in resources/icons.

    python packaging/icons.py FOLDER

makes in FOLDER: ``hicolor/`` (PNG per size, for Linux), ``vormwijzer.ico`` and ``vormwijzer-dossier.ico`` (Windows),
``vormwijzer.icns`` and ``vormwijzer-dossier.icns`` (macOS). Needs PySide6 and Pillow, and no screen.
"""

import io
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from PIL import Image

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before Qt: a build machine has no screen

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

__all__ = ["HICOLOR_SIZES", "ICNS_SIZES", "ICO_SIZES", "draw", "main", "make_icons"]

SOURCES = Path(__file__).resolve().parents[1] / "resources" / "icons"
PROGRAM, SMALL, DOCUMENT = "vormwijzer", "vormwijzer-klein", "vormwijzer-dossier"
MIME_ICON = "application-vnd.vormwijzer+zip"
"""The name that desktops look for: the media type, with a dash for the slash."""

HICOLOR_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
ICNS_SIZES = (32, 64, 128, 256, 512, 1024)
_SMALL_UNTIL = 32
"""Up to this size the program's icon has a drawing of its own, without land and dots."""
_MAC_PART = 824 / 1024
"""On macOS the square of an icon leaves a margin, by Apple's grid."""


def draw(name: str, size: int, part: float = 1.0) -> Image.Image:
    """The icon ``name`` at ``size`` pixels, as RGBA; ``part`` of the width is drawn on, the rest is margin.

    Raises ``ValueError`` for an SVG that is not there or not sound.
    """
    source = SMALL if name == PROGRAM and size <= _SMALL_UNTIL else name
    path = SOURCES / f"{source}.svg"
    renderer = QSvgRenderer()
    if not path.is_file() or not renderer.load(str(path)):
        raise ValueError(f"{source}.svg cannot be drawn")
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    margin = size * (1 - part) / 2
    renderer.render(painter, QRectF(margin, margin, size - 2 * margin, size - 2 * margin))
    painter.end()
    return Image.open(io.BytesIO(_png(image))).convert("RGBA")


def _png(image: QImage) -> bytes:
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # PySide's stubs know only bytes for the format, PySide itself only text.
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise ValueError("the picture cannot be written")
    return bytes(data.data())


def make_icons(folder: Path) -> tuple[Path, ...]:
    """Draw everything into ``folder``; returns the files that were written."""
    folder.mkdir(parents=True, exist_ok=True)
    made = [*_hicolor(folder / "hicolor")]
    for name in (PROGRAM, DOCUMENT):
        made += [_bundle(folder / f"{name}.ico", name, ICO_SIZES)]
        made += [_bundle(folder / f"{name}.icns", name, ICNS_SIZES, _MAC_PART if name == PROGRAM else 1.0)]
    return tuple(made)


def _hicolor(folder: Path) -> list[Path]:
    made = []
    for name, place, file in ((PROGRAM, "apps", PROGRAM), (DOCUMENT, "mimetypes", MIME_ICON)):
        for size in HICOLOR_SIZES:
            target = folder / f"{size}x{size}" / place / f"{file}.png"
            target.parent.mkdir(parents=True, exist_ok=True)
            draw(name, size).save(target, optimize=True)
            made.append(target)
        scalable = folder / "scalable" / place / f"{file}.svg"
        scalable.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SOURCES / f"{name}.svg", scalable)
        made.append(scalable)
    return made


def _bundle(target: Path, name: str, sizes: Sequence[int], part: float = 1.0) -> Path:
    """One file that holds the icon in all ``sizes``; Pillow takes the format from the name of ``target``."""
    drawings = [draw(name, size, part) for size in sizes]
    largest = drawings[-1]
    if target.suffix == ".ico":
        largest.save(target, sizes=[(size, size) for size in sizes], append_images=drawings[:-1])
    else:
        largest.save(target, append_images=drawings[:-1])
    return target


def main(arguments: Sequence[str]) -> int:
    """Draw into the folder that ``arguments`` names; returns the exit code."""
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 2
    for path in make_icons(Path(arguments[0])):
        print(path)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
