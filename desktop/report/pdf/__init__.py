"""The PDF of a document tree, laid out by reportlab's platypus.

Platypus breaks lines, splits tables and fills pages; this package says what stands where. Heavy imports wait until
a document is rendered.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.report.tree import Document

__all__ = ["render_pdf"]


def render_pdf(document: "Document") -> bytes:
    """``document`` as a PDF.

    Equal documents give equal bytes. Nothing is read but our own fonts. Text prints as it was typed, whatever it
    holds; a sign that no font has prints as □.
    """
    from desktop.report.pdf.document import render

    return render(document)
