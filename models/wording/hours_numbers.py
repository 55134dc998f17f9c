"""Hours, fte, euros and shares as Dutch readers write them, and names short enough for a sentence."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from models.agreements.hours_tally import Total
from models.agreements.money import euros
from models.dossier import Dossier
from models.dutch import euros as euro_words
from models.dutch import listed
from models.rounding import half_up
from models.wording.words import shortened

__all__ = [
    "MOST",
    "NOTHING",
    "ROLE",
    "at_least",
    "ended",
    "euros_of",
    "fte_of",
    "hours_of",
    "partner_names",
    "percent_of",
    "points_of",
    "role_of",
    "sign_of",
    "signed_euros",
    "signed_fte",
    "signed_hours",
    "some",
]

NOTHING = "–"
"""A figure that is not known."""

MOST = 3
"""How many names a sentence holds."""

ROLE = 30
"""Signs of the name of a role or a scale in a sentence."""

_NAME = 40


def hours_of(value: Fraction | None) -> str:
    """``5.110`` or ``4,5``: hours with at most two decimals, half up; a dash where they are not known."""
    return NOTHING if value is None else _number(value, 2).rstrip("0").rstrip(",")


def fte_of(value: Fraction | None) -> str:
    """``0,25``: fte with two decimals."""
    return NOTHING if value is None else _number(value, 2)


def euros_of(cents: int | None) -> str:
    """``€ 347.480,00``."""
    return NOTHING if cents is None else euro_words(euros(cents))


def percent_of(share: Fraction | None) -> str:
    """A share of 1 as ``43,3%``."""
    return NOTHING if share is None else f"{_number(share * 100, 1)}%"


def points_of(points: Fraction | None) -> str:
    """Percentage points with their sign: ``+ 10,0``."""
    return NOTHING if points is None else _signed(_number(abs(points), 1), sign_of(points, 10))


def signed_hours(value: Fraction | None) -> str:
    """``+ 5.110``, ``− 3.370`` or ``0``."""
    return NOTHING if value is None else _signed(hours_of(abs(value)), sign_of(value, 100))


def signed_fte(value: Fraction | None) -> str:
    """``+ 3,75``."""
    return NOTHING if value is None else _signed(fte_of(abs(value)), sign_of(value, 100))


def signed_euros(cents: int | None) -> str:
    """``+ € 347.480,00``."""
    return NOTHING if cents is None else _signed(euros_of(abs(cents)), (cents > 0) - (cents < 0))


def at_least(total: Total[Fraction] | Total[int], words: str) -> str:
    """``words`` of what is known; says so where more is to come."""
    return f"minstens {words}" if total.missing and total.known else words


def _number(value: Fraction, places: int) -> str:
    scaled = half_up(value * 10**places)
    whole, rest = divmod(abs(scaled), 10**places)
    text = f"{whole:,}".replace(",", ".") + (f",{rest:0{places}}" if places else "")
    return f"−{text}" if scaled < 0 else text


def sign_of(value: Fraction, fine: int) -> int:
    """Above, at or below zero, as it is shown: rounded to one ``fine``-th."""
    shown = half_up(value * fine)
    return (shown > 0) - (shown < 0)


def _signed(words: str, sign: int) -> str:
    return {1: f"+ {words}", -1: f"− {words}"}.get(sign, words)


def partner_names(dossier: Dossier) -> Mapping[str, str]:
    """Names of all partners by id, short enough for a sentence."""
    return {p.id: shortened(p.name, _NAME) or "partner zonder naam" for p in dossier.partners.partners}


def role_of(dossier: Dossier, entry: str) -> str:
    """``Trekker van Aldermeer``: an entry in a sentence."""
    found = next((row for row in dossier.uren.entries if row.id == entry), None)
    if found is None:
        return "een rol die weg is"
    name = shortened(found.role, ROLE) or "een rol zonder naam"
    return f"{name} van {partner_names(dossier).get(found.partner, 'een partner die weg is')}"


def some(names: Sequence[str], most: int = MOST) -> str:
    """The first names of a list, and how many there are more."""
    if len(names) <= most:
        return listed(names)
    return listed([*names[:most], f"nog {len(names) - most}"])


def ended(text: str) -> str:
    """``text`` with a full stop, unless a shortened name ends it."""
    return text if text.endswith("…") else f"{text}."
