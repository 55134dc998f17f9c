"""Codes on paper: short, easy to read aloud, and a mistyped one is noticed.

Three letters and a check letter, from an alphabet without signs that look alike. No code tells who it is of.
"""

from collections.abc import Iterable
from random import Random

__all__ = ["ALPHABET", "is_code", "new_codes", "normal"]

ALPHABET = "ABCDEFGHKLMNPRSTUVWXZ"
"""No I, J, O, Q or Y, which are misread, and no digits. 21 letters: the check finds each wrong letter."""
_LETTERS = 3
_WEIGHTS = (1, 2, 4)
"""Prime to 21, as are the differences of neighbours: a wrong letter, or two neighbours that changed places, shows."""


def new_codes(count: int, taken: Iterable[str], random: Random) -> tuple[str, ...]:
    """``count`` codes, none of them in ``taken``. Raises ``ValueError`` when there are not so many."""
    used = set(taken)
    found: list[str] = []
    if count + len(used) > len(ALPHABET) ** _LETTERS // 4:
        raise ValueError("too many codes")
    while len(found) < count:
        letters = "".join(random.choice(ALPHABET) for _ in range(_LETTERS))
        code = letters + _check(letters)
        if code not in used:
            used.add(code)
            found.append(code)
    return tuple(found)


def normal(typed: str) -> str:
    """A code as it was made: capitals, without spaces and dashes."""
    return "".join(sign for sign in typed.upper() if sign.isalnum())


def is_code(code: str) -> bool:
    """Whether the check letter of a normal code is right."""
    known = len(code) == _LETTERS + 1 and all(letter in ALPHABET for letter in code)
    return known and _check(code[:_LETTERS]) == code[_LETTERS]


def _check(letters: str) -> str:
    total = sum(weight * ALPHABET.index(letter) for weight, letter in zip(_WEIGHTS, letters, strict=True))
    return ALPHABET[total % len(ALPHABET)]
