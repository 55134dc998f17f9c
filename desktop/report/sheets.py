"""Blocks to write on or to sign: rooms for signatures, and tables with empty lines and boxes."""

from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["FormCell", "FormTable", "SignatureBlock", "SignatureLine"]


class SignatureLine(NamedTuple):
    """Room for one signature.

    ``role``: who signs, such as "de burgemeester"; ``name``: empty while it is not known; ``below``: a line under the
    role, such as on which decision it rests; ``field``: the name of the empty signature field that a PDF gets here,
    unique within the document, empty for none; ``signed``: that somebody signed, in words ("ondertekend op 5 maart
    2026"), empty while nobody did: only then there are lines for place and date.
    """

    role: str
    name: str = ""
    below: str = ""
    field: str = ""
    signed: str = ""


class SignatureBlock(NamedTuple):
    """The signatures of one body or agreement, two side by side.

    ``label``: in the margin, such as "Collegestuk"; ``title``: whose document it is; ``law``: the article, in grey
    after it.
    """

    label: str
    title: str
    law: str
    lines: tuple[SignatureLine, ...]


class FormCell(NamedTuple):
    """A cell of a form: printed text, boxes to tick with their words, or (both empty) a line to write on.

    ``ticked``: the place of the box that is ticked.
    """

    text: str = ""
    boxes: tuple[str, ...] = ()
    ticked: int | None = None


@dataclass(frozen=True)
class FormTable:
    """A table to be filled in by hand; the first cell of a row is its heading. Its rules are broken: writing lines.

    ``heads`` and ``weights``: of the columns, the first is the margin; ``number``: 0 is none yet.
    """

    caption: str
    heads: tuple[str, ...]
    weights: tuple[float, ...]
    rows: tuple[tuple[FormCell, ...], ...]
    unit: str = ""
    number: int = 0

    def __post_init__(self) -> None:
        if len(self.weights) != len(self.heads) or any(len(row) != len(self.heads) for row in self.rows):
            raise ValueError(f"form {self.caption!r}: not one cell and one weight a column")
