"""The picture of a logo: checked before anything is unpacked, and made plain.

A logo comes from anywhere: a bomb of a billion points, a broken file, a photo in the colours of a printer. What comes
out is a small PNG in RGB without anything beside its points, so that every renderer and PDF/A can take it as it is.
"""

import struct
import warnings
from io import BytesIO

from PIL import Image, ImageOps

__all__ = ["LogoError", "plain_logo"]

_MOST_BYTES = 10_000_000
_MOST_POINTS = 25_000_000
_SIDES = (1200, 900, 600, 300)
"""The longest side, and smaller ones for a picture that is still too large."""
_MOST_RESULT = 1_400_000
_KINDS = ("PNG", "JPEG")


class LogoError(ValueError):
    """The picture cannot be a logo; the message is a Dutch sentence."""


def plain_logo(data: bytes) -> bytes:
    """A PNG of the PNG or JPEG in ``data``; one that is plain already comes back as it is. Raises LogoError."""
    if len(data) > _MOST_BYTES:
        raise LogoError("Deze afbeelding is te groot. Kies een afbeelding van hoogstens 10 MB.")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            with Image.open(BytesIO(data), formats=_KINDS) as image:
                return _plain(image, data)
        except LogoError:
            raise
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise LogoError(_TOO_MANY) from error
        except (OSError, SyntaxError, ValueError, EOFError, OverflowError, struct.error, Warning) as error:
            raise LogoError("Deze afbeelding is niet te lezen. Kies een PNG of een JPEG.") from error


_TOO_MANY = "Deze afbeelding heeft te veel beeldpunten. Maak haar kleiner en kies haar opnieuw."


def _plain(image: Image.Image, data: bytes) -> bytes:
    if image.width * image.height > _MOST_POINTS:
        raise LogoError(_TOO_MANY)
    image.load()
    if _is_plain(image, data):
        return data
    turned = ImageOps.exif_transpose(image) if image.format == "JPEG" else image
    flat = _on_white(turned)
    for side in _SIDES:
        flat.thumbnail((side, side), Image.Resampling.LANCZOS)
        made = BytesIO()
        flat.save(made, "PNG", optimize=True)
        if made.tell() <= _MOST_RESULT:
            return made.getvalue()
    raise LogoError(_TOO_MANY)


def _is_plain(image: Image.Image, data: bytes) -> bool:
    small = max(image.size) <= _SIDES[0] and len(data) <= _MOST_RESULT
    return small and image.format == "PNG" and image.mode == "RGB" and not image.info


def _on_white(image: Image.Image) -> Image.Image:
    """RGB on white paper: what is clear in a logo is the paper."""
    clear = image.convert("RGBA")
    paper = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(paper, clear).convert("RGB")
