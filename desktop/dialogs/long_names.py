"""Long names on a line that wraps: Qt breaks between words only, and would cut off a folder without spaces."""

import re

__all__ = ["breakable", "shortened"]

_BREAK = "\u200b"
_LONGEST, _PIECE = 34, 12
"""Letters of a word that may stay whole; letters between two breaks in one that may not."""

_MOST, _HEAD = 120, 40
"""Signs of a path that is shown whole; of a longer one, the signs of its beginning."""

_LONG = re.compile(rf"[^\s/\\{_BREAK}]{{{_LONGEST + 1},}}")
_PIECES = re.compile(rf".{{{_PIECE}}}(?=.)")
_SEPARATOR = re.compile(r"([/\\])(?=.)")


def breakable(text: str, *, folders: bool = False) -> str:
    """``text`` to show, with a sign without width where a word too long for a line may break.

    ``folders``: behind each separator of a path too, where Qt does not break of itself. Assistive technology is told
    the text itself.
    """
    whole = _SEPARATOR.sub(rf"\1{_BREAK}", text) if folders else text
    return _LONG.sub(lambda word: _PIECES.sub(lambda piece: piece[0] + _BREAK, word[0]), whole)


def shortened(path: str) -> str:
    """``path`` without its middle where it is so long that a dialog would not fit on the screen with it."""
    return path if len(path) <= _MOST else f"{path[:_HEAD]}…{path[_HEAD + 1 - _MOST :]}"
