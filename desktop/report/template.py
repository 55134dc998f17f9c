"""The template of a municipality: its logo, what it calls the chapters, their order, what stands on the first page.

A JSON file that people can hand to each other. Whatever it holds is checked when it is read.
"""

from base64 import b64decode
from typing import Annotated

from pydantic import Field

from desktop.report.content.chapters import Chapter
from models.dossier.base import EMPTY, Frozen, FrozenDict, Text

__all__ = ["Template"]

_Short = Annotated[Text, Field(max_length=120)]


class Template(Frozen):
    """``headings``: another name for a chapter; ``order``: chapters that come first, in this order, the others after.

    ``logo``: a PNG or JPEG picture in base64; ``organisation``: whose template it is, also the words for the logo;
    ``kind``: what the advice is called ("Raadsvoorstel"); ``portfolio`` and ``case_number``: used where the dossier
    has none.
    """

    organisation: _Short = ""
    kind: _Short = ""
    headings: FrozenDict[Chapter, _Short] = EMPTY
    order: tuple[Chapter, ...] = ()
    portfolio: _Short = ""
    case_number: _Short = ""
    logo: Annotated[Text, Field(max_length=2_000_000)] = ""

    @property
    def logo_bytes(self) -> bytes:
        """The picture; empty without one."""
        return b64decode(self.logo)
