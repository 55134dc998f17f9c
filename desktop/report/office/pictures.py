"""Pictures for word processors: a figure or a logo as PNG, always the same bytes for the same picture.

A figure is drawn by the report's own PDF drawing on a page of its own size and then turned into dots: so it looks
as it does in the PDF, with its letters.
"""

from io import BytesIO
from typing import TYPE_CHECKING, Any

from desktop.report.tree import Logo
from models.figures import Figure, Weight

if TYPE_CHECKING:
    from PIL.Image import Image

__all__ = ["DPI", "fitted", "png_of", "png_of_logo"]

DPI = 300
_POINTS = 72
_LEAST = 1.0
_COLOURS = 256
_WHITE, _PALEST = [255, 255, 255], 253


def fitted(width: float, height: float, most_wide: float, most_high: float) -> tuple[float, float]:
    """The size that keeps the shape and fits; never larger than it is."""
    factor = min(1.0, most_wide / max(width, _LEAST), most_high / max(height, _LEAST))
    return max(width * factor, _LEAST), max(height * factor, _LEAST)


def png_of(figure: Figure) -> bytes:
    """``figure`` as PNG at 300 dots an inch, in its own size."""
    import pypdfium2

    pdf = pypdfium2.PdfDocument(_page_of(figure))
    try:
        page = pdf[0]
        image = page.render(scale=DPI / _POINTS).to_pil()
        return _png(_few_colours(image.convert("RGB")))
    finally:
        pdf.close()


def _few_colours(image: "Image") -> "Image":
    """With a palette: a third of the bytes, and sooner written. What is all but white becomes white, as paper is."""
    from PIL.Image import Dither, Quantize

    found = image.quantize(_COLOURS, method=Quantize.FASTOCTREE, dither=Dither.NONE)
    palette = found.getpalette() or []
    entries = [palette[at : at + 3] for at in range(0, len(palette), 3)]
    found.putpalette([part for entry in entries for part in (_WHITE if min(entry) >= _PALEST else entry)])
    return found


def _page_of(figure: Figure) -> bytes:
    from desktop.report.fonts import base_face
    from desktop.report.pdf import rl
    from desktop.report.pdf.drawing import draw_figure

    file = BytesIO()
    size = max(figure.width, _LEAST), max(figure.height, _LEAST)
    font = base_face(Weight.REGULAR).name
    canvas: Any = rl.Canvas(file, pagesize=size, invariant=1, pageCompression=0, initialFontName=font)
    draw_figure(canvas, figure, 0, size[1])
    canvas.showPage()  # a figure without shapes is a page too
    canvas.save()
    return file.getvalue()


def png_of_logo(logo: Logo) -> tuple[bytes, float, float] | None:
    """The logo as PNG, with its width and height on paper; nothing if it cannot be read."""
    from desktop.report.pdf.logos import picture_of

    found = picture_of(logo)
    return None if found is None else (_png(found.dots), found.width, found.height)


def _png(image: "Image") -> bytes:
    file = BytesIO()
    image.save(file, "PNG", dpi=(DPI, DPI), compress_level=6)
    return file.getvalue()
