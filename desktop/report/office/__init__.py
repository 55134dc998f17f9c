"""The document tree as .docx and .odt, for the municipality's own format.

The heavy libraries are imported when they are first needed; this module itself costs nothing.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.report.tree import Document

__all__ = ["render_docx", "render_odt"]


def render_docx(document: "Document") -> bytes:
    """``document`` for Word; equal documents give equal bytes."""
    from desktop.report.office.word_file import docx_bytes

    return docx_bytes(document)


def render_odt(document: "Document") -> bytes:
    """``document`` for LibreOffice; equal documents give equal bytes."""
    from desktop.report.office.odf_file import odt_bytes

    return odt_bytes(document)
