"""The advice report: a document tree from a dossier and its advice, and a PDF from the tree.

The heavy libraries are imported when they are first needed; this module itself costs nothing.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
) -> "Document":
    """The advice report as a tree, whatever the outcome.

    ``content_hash``: SHA-256 in hex, printed in part on every page; ``problems``: contradictions that the check of
    the dossier found, as sentences.
    """
    from desktop.report.content import report

    return report(dossier, advice, knowledge, content_hash, tuple(problems))


def render_pdf(document: "Document") -> bytes:
    """``document`` as a PDF; equal documents give equal bytes."""
    from desktop.report.pdf import render_pdf as render

    return render(document)


def missing_signs(text: str) -> tuple[str, ...]:
    """The signs of ``text`` that the fonts of the report lack and that print as □, each once."""
    from desktop.report.fonts import missing_signs as missing

    return missing(text)
