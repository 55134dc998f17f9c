"""Texts without case and accents, for searching: "coordinatie" finds "Coördinatie"."""

import unicodedata

__all__ = ["folded", "folded_length"]


class _Folds(dict[int, str]):
    """What each sign becomes, worked out when it is first met; a table for ``str.translate``."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        found = self[code] = "".join(part for part in parts if not unicodedata.combining(part))
        return found


_FOLDS = _Folds()


def folded(text: str) -> str:
    """``text`` without case and accents; sign by sign, so that a place in it can be found back."""
    return text.lower() if text.isascii() else text.translate(_FOLDS)


def folded_length(sign: str) -> int:
    """How many signs one sign becomes: mostly one, none for an accent that stands apart, more for "ß"."""
    return len(_FOLDS[ord(sign)])
