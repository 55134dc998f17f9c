"""Dutch hyphenation by the patterns that pyphen carries (Liang's method).

Pyphen itself reads all sixteen thousand patterns with a regular expression each, 0.1 s before the first word.
Here a pattern is read when a word needs it: the file is only cut into lines and stripped of its digits.
"""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import pyphen

__all__ = ["break_positions"]

_LANGUAGE = "nl_NL"
_FEWEST = 3
"""Letters that must at least stand before and after a break: two look like a slip."""

_LONGEST = 10
"""Letters of the longest pattern, with room."""

_NO_DIGITS = str.maketrans("", "", "0123456789")


@lru_cache(maxsize=1)
def _patterns() -> Mapping[str, str]:
    """By its letters, each pattern with its digits."""
    text = Path(pyphen.LANGUAGES[_LANGUAGE]).read_text(encoding="iso8859-1").partition("\n")[2]
    return dict(zip(text.translate(_NO_DIGITS).split(), text.split(), strict=True))


@lru_cache(maxsize=2048)
def break_positions(word: str) -> tuple[int, ...]:
    """Where ``word`` (letters only) may be broken: numbers of letters before the break, in order."""
    marked = f".{word.lower()}."
    if len(marked) != len(word) + 2:  # lower case can be longer: leave such a word alone
        return ()
    patterns, values = _patterns(), [0] * (len(marked) + 1)
    for start in range(len(marked)):
        for stop in range(start + 1, min(len(marked), start + _LONGEST) + 1):
            pattern = patterns.get(marked[start:stop])
            if pattern is not None:
                _raise(values, start, pattern)
    last = len(word) - _FEWEST
    return tuple(i for i in range(_FEWEST, last + 1) if values[i + 1] % 2)


def _raise(values: list[int], start: int, pattern: str) -> None:
    """Apply one pattern: a digit stands before the letter that follows it."""
    place = start
    for sign in pattern:
        if sign.isdigit():
            values[place] = max(values[place], int(sign))
        else:
            place += 1
