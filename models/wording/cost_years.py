"""Sentences on the years of one key: who is at a limit, who pays the odd cent, who leaves the corridor."""

from collections.abc import Iterator, Mapping, Sequence

from models.agreements.outcome import CorridorBreach, KeyOutcome
from models.wording.costs import years_text
from models.wording.words import MOST_NAMED, number_words, some_names

__all__ = [
    "breach_sentence",
    "breach_words",
    "cent_sentences",
    "in_years",
    "limit_sentences",
]


def in_years(years: Sequence[int]) -> str:
    """``van 2028 tot en met 2031``, ``in 2028 en 2030``."""
    text = years_text(years)
    return f"van {text}" if " tot en met " in text else f"in {text}"


def _years_with(key: KeyOutcome, of: str) -> Mapping[tuple[str, ...], list[int]]:
    """Which partners something holds for, and in which years."""
    found: dict[tuple[str, ...], list[int]] = {}
    for year in key.years:
        partners: tuple[str, ...] = getattr(year, of)
        if partners:
            found.setdefault(partners, []).append(year.year)
    return found


def limit_sentences(key: KeyOutcome, names: Mapping[str, str]) -> Iterator[str]:
    """Who pays a floor or a ceiling, and in which years."""
    for of, word in (("at_floor", "de ondergrens"), ("at_ceiling", "de bovengrens")):
        for partners, years in _years_with(key, of).items():
            verb = "betaalt" if len(partners) == 1 else "betalen"
            yield f"{some_names(partners, names)} {verb} {word} {in_years(years)}."


def cent_sentences(key: KeyOutcome, names: Mapping[str, str], see: str = "") -> Iterator[str]:
    """Who pays the odd cent; of many only that there are some, and ``see`` where they stand."""
    groups = _years_with(key, "cents_to")
    if len(groups) > MOST_NAMED or any(len(partners) > MOST_NAMED for partners in groups):
        years = [year.year for year in key.years if year.cents_to]
        yield f"Enkele partners betalen {in_years(years)} één cent extra. Zo klopt de som. {see}".strip()
        return
    for partners, years in groups.items():
        pays = "betaalt één cent" if len(partners) == 1 else "betalen elk één cent"
        yield f"{some_names(partners, names)} {pays} extra {in_years(years)}. Zo klopt de som."


def breach_words(breach: CorridorBreach) -> str:
    """``12,47% minder dan nu``."""
    more = "meer" if breach.percentage > 0 else "minder"
    return f"{number_words(abs(breach.percentage))}% {more} dan nu"


def breach_sentence(breach: CorridorBreach, names: Mapping[str, str]) -> str:
    """Who leaves the corridor, when, and what to do then."""
    name = some_names((breach.partner,), names)
    said = f"{name} betaalt in {breach.year} {breach_words(breach)}."
    return f"{said} Dat valt buiten de bandbreedte: praat opnieuw."
