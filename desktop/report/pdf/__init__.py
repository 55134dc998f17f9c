"""The PDF of a document tree: laid out on the grid by rules, tagged for screen readers, fit for the archive.

This package breaks lines, fills pages and writes the tags (PDF/UA-1 and PDF/A-2a at once); reportlab embeds the
fonts and encodes what is drawn. Heavy imports wait until a document is rendered.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.report.tree import Document

__all__ = ["render_pdf"]


def render_pdf(document: "Document", progress: Callable[[float], object] | None = None) -> bytes:
    """``document`` as a PDF.

    Equal documents give equal bytes. Nothing is read but our own fonts and colour profile. Text prints as it was
    typed, whatever it holds; a sign that no font has prints as □. ``progress`` is called with 0 to 1 as the work goes
    on; what it raises stops the work and comes out.
    """
    from desktop.report.pdf.document import render

    return render(document, progress)
