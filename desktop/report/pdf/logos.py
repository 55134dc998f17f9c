"""The logo of an organisation: decoded and written anew, so that nothing of the given file ends up in ours."""

from io import BytesIO
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

from desktop.report import tree
from desktop.report.pdf import rl
from desktop.report.pdf.words import one_line
from desktop.report.styles import MM

__all__ = ["Picture", "picture_of"]

_WIDTH, _HEIGHT = 37 * MM, 16 * MM
_SCALE = 600 / 72
"""Dots a point: nobody sees more."""

_MOST_DOTS = 40_000_000
_KINDS = ("PNG", "JPEG")


class Picture(NamedTuple):
    """A picture with its size on paper in points, and what it is in words."""

    dots: Image.Image
    width: float
    height: float
    alt: str

    def draw(self, canvas: rl.Canvas, x: float, y: float) -> None:
        """With its lower left at (x, y)."""
        canvas.drawImage(rl.ImageReader(self.dots), x, y, self.width, self.height)


def picture_of(logo: tree.Logo) -> Picture | None:
    """The picture of ``logo`` on white, as large as it may be; nothing if it cannot be read."""
    dots = _decoded(logo.data)
    if dots is None:
        return None
    scale = min(_WIDTH / dots.width, _HEIGHT / dots.height)
    width, height = dots.width * scale, dots.height * scale
    most = (max(int(width * _SCALE), 1), max(int(height * _SCALE), 1))
    if dots.width > most[0]:
        dots = dots.resize(most)
    return Picture(dots, width, height, one_line(logo.alt) or "Logo")


def _decoded(data: bytes) -> Image.Image | None:
    try:
        with Image.open(BytesIO(data), formats=_KINDS) as source:
            if source.width * source.height > _MOST_DOTS:
                return None
            shown = source.convert("RGBA")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, ValueError, SyntaxError):
        return None
    ground = Image.new("RGB", shown.size, "white")
    ground.paste(shown, mask=shown.getchannel("A"))
    return ground
