"""The documents of a dossier: a document tree from a dossier and its advice, and a PDF from the tree.

The heavy libraries are imported when they are first needed; this module itself costs nothing.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.report.edition import Edition
    from desktop.report.tree import Document
    from models.advice.results import Advice
    from models.dossier import Dossier
    from models.knowledge import Knowledge

__all__ = ["build_report", "missing_signs", "render_pdf"]


def build_report(
    dossier: "Dossier",
    advice: "Advice",
    knowledge: "Knowledge",
    *,
    content_hash: str,
    problems: Sequence[str] = (),
    edition: "Edition | None" = None,
) -> "Document":
    """The document that ``edition`` asks for as a tree, whatever the outcome; without one the advice report.

    ``content_hash``: SHA-256 in hex, printed in part on every page; ``problems``: contradictions that the check of
    the dossier found, as sentences.
    """
    from desktop.report.content.compose import compose
    from desktop.report.edition import Edition

    return compose(dossier, advice, knowledge, content_hash, tuple(problems), edition or Edition())


def render_pdf(document: "Document", progress: "Callable[[float], object] | None" = None) -> bytes:
    """``document`` as a PDF; equal documents give equal bytes.

    ``progress``: called with 0 to 1 as pages are made; whatever it raises stops the work and comes out.
    """
    from desktop.report.pdf.document import render

    return render(document, progress)


def missing_signs(text: str) -> tuple[str, ...]:
    """The signs of ``text`` that the fonts of the report lack and that print as □, each once."""
    from desktop.report.fonts import missing_signs as missing

    return missing(text)
