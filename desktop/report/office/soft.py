"""Soft hyphens in long words of narrow columns: a word processor may lack the Dutch patterns, and then breaks anywhere.

Only words that their column cannot hold get them; a text that is looked for or copied stays whole elsewhere.
"""

import re

from desktop.report.office.clean import SOFT_HYPHEN
from desktop.report.styles import TextStyle

__all__ = ["softened"]

_WORD = re.compile(r"[^\W\d_]{6,60}")
_LOOKED_AT = 2000
"""Signs of a cell; in more than that nobody sees one word."""

_SLACK = 0.94
"""Of the room: another font may be wider than ours."""


def softened(text: str, style: TextStyle, room: float) -> str:
    """``text`` with soft hyphens in the words that are wider than ``room``."""
    if len(text) < 6 or len(text) > _LOOKED_AT:
        return text
    return _WORD.sub(lambda found: _softened(found.group(), style, room), text)


def _softened(word: str, style: TextStyle, room: float) -> str:
    from desktop.report.pdf.drawing import width_of
    from desktop.report.pdf.hyphens import breaks_of

    if len(word) * style.size < room * _SLACK or width_of(word, style) <= room * _SLACK:
        return word
    heads = [head for head, _ in breaks_of(word)]
    for head in sorted(heads, key=len, reverse=True):
        word = f"{head}{SOFT_HYPHEN}{word[len(head) :]}"
    return word
