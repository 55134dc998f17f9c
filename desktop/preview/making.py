"""What a preview is made of: the wish for a document, and the document with its PDF. Slow; knows no window."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from desktop.report.edition import DocumentKind, Edition
from desktop.report.template import TemplateStore
from models.dossier import Dossier
from models.knowledge import Knowledge

if TYPE_CHECKING:
    from desktop.report.tree import Document
    from models.advice.results import Advice

__all__ = ["KIND_WORDS", "Made", "StoppedError", "Wish", "file_name", "make", "short_turns"]

KIND_WORDS = {
    DocumentKind.ADVICE: "Adviesrapport",
    DocumentKind.COVER_NOTE: "Oplegnotitie",
    DocumentKind.WORKSHOP: "Verslag van de werksessie",
    DocumentKind.APPROVALS: "Akkoordblad",
}

_TURN = 0.0005
"""Seconds. While a document is made, the window gets its turn this soon instead of after 5 ms: each drawing asks for
many turns."""


class StoppedError(Exception):
    """Somebody stopped the making, or wants another document by now."""


@dataclass(frozen=True)
class Wish:
    """``advice``: of this dossier, with robustness; None where that was not computed yet.

    ``templates``: where the template in use is; None: that of the edition.
    """

    dossier: Dossier
    knowledge: Knowledge
    edition: Edition
    advice: "Advice | None" = None
    templates: TemplateStore | None = None


@dataclass(frozen=True)
class Made:
    """A document that was made. ``data``: the PDF, as it is shown, saved and printed."""

    wish: Wish
    document: "Document"
    data: bytes
    content_hash: str

    @property
    def sha256(self) -> str:
        """Of the bytes of the PDF, in lower-case hex."""
        return sha256(self.data).hexdigest()

    @property
    def kind(self) -> DocumentKind:
        """Which document it is."""
        return self.wish.edition.kind

    @property
    def internal(self) -> bool:
        """Whether it is not for the public."""
        return self.document.meta.internal


def make(wish: Wish, tell: Callable[[float], object]) -> Made:
    """The document of ``wish``; not on the GUI thread.

    ``tell`` is called with 0 to 1 as the work goes on; what it raises stops the work and comes out.
    """
    import pypdfium2  # noqa: F401 - the pages need it, and it takes long to load

    from desktop.report import build_report, render_pdf
    from models.advice.advise import advise
    from models.advice.fingerprint import dossier_hash
    from models.check import FindingKind, check_dossier

    tell(0.0)
    if wish.templates is not None:
        wish = replace(wish, edition=replace(wish.edition, template=wish.templates.load()))
    dossier, knowledge = wish.dossier, wish.knowledge
    advice = wish.advice or advise(dossier, knowledge)
    tell(0.15)
    found = check_dossier(dossier, advice, knowledge)
    problems = [finding.text for finding in found if finding.kind is FindingKind.CONTRADICTION]
    code = dossier_hash(dossier, advice, knowledge)
    document = build_report(dossier, advice, knowledge, content_hash=code, problems=problems, edition=wish.edition)
    tell(0.25)
    data = render_pdf(document, progress=lambda part: tell(0.25 + 0.75 * part))
    tell(1.0)
    return Made(wish, document, data, code)


@contextmanager
def short_turns() -> Iterator[None]:
    """Threads take shorter turns for as long as this lasts."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(min(before, _TURN))
    try:
        yield
    finally:
        sys.setswitchinterval(before)


def file_name(made: Made, suffix: str) -> str:
    """A name for the file, that every system can hold."""
    title = made.wish.dossier.title
    kept = "".join(sign if sign.isalnum() or sign in " -_" else " " for sign in title)
    name = " ".join(kept.split())[:80].strip() or "Dossier"
    what = KIND_WORDS[made.kind].lower()
    return f"{name} - {what}{' intern' if made.internal else ''}.{suffix}"
