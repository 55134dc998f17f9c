"""How much each partner has of a driver: as typed, averaged over years, or the inhabitants of the step Partners."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from models.agreements.money import summed
from models.agreements.notes import Note, NoteKind
from models.dossier.base import known
from models.dossier.costs import CostKey, CostKeyKind
from models.dossier.explore import Partner

__all__ = ["INHABITANTS", "DriverFigures", "average", "driver_names", "figures_of", "is_inhabitants"]

INHABITANTS = "Inwoners"
"""The driver that the step Partners can fill."""


class DriverFigures(NamedTuple):
    """Per partner, in the order of the partners, its quantity of ``driver``; ``total``: all partners together.

    ``years``: those that were averaged; ``taken``: partners whose figure is their number of inhabitants in the step
    Partners.
    """

    driver: str
    quantities: tuple[Fraction, ...]
    total: Fraction
    years: tuple[int, ...] = ()
    taken: tuple[str, ...] = ()


def average(figures: Sequence[Fraction]) -> Fraction:
    """The mean, exact."""
    return summed(figures) / len(figures)


def is_inhabitants(key: CostKey, driver: str) -> bool:
    """Whether a driver counts inhabitants, so that the step Partners can fill it."""
    return key.kind is CostKeyKind.INHABITANTS or driver.strip().casefold() == INHABITANTS.casefold()


def figures_of(key: CostKey, driver: str, partners: Sequence[Partner]) -> DriverFigures | Note:
    """The figures of one driver, or what is missing."""
    # A year in which nobody has a figure (any more) does not count.
    yearly = {year: figures for year, figures in key.yearly.get(driver, {}).items() if figures}
    if yearly:
        return _averaged(driver, yearly, partners)
    held = key.drivers.get(driver, {})
    found: list[Fraction] = []
    missing, taken = [], []
    for partner in partners:
        figure = held.get(partner.id)
        inhabitants = known(partner.inhabitants)
        if figure is not None:
            found.append(Fraction(figure))
        elif is_inhabitants(key, driver) and inhabitants is not None:
            found.append(Fraction(inhabitants))
            taken.append(partner.id)
        else:
            missing.append(partner.id)
    if missing:
        kind = NoteKind.NO_INHABITANTS if is_inhabitants(key, driver) else NoteKind.DRIVER_MISSING
        return Note(kind, tuple(missing), driver)
    return DriverFigures(driver, tuple(found), summed(found), (), tuple(taken))


def _averaged(
    driver: str, yearly: Mapping[int, Mapping[str, Decimal]], partners: Sequence[Partner]
) -> DriverFigures | Note:
    years = tuple(sorted(yearly))
    missing = [p.id for p in partners if any(p.id not in yearly[year] for year in years)]
    if missing:
        return Note(NoteKind.YEARLY_INCOMPLETE, tuple(missing), driver)
    means = tuple(average([Fraction(yearly[year][p.id]) for year in years]) for p in partners)
    return DriverFigures(driver, means, summed(means), years)


def driver_names(key: CostKey) -> tuple[str, ...]:
    """The drivers of a key; one by inhabitants has that driver even where nobody typed it."""
    if key.kind is CostKeyKind.INHABITANTS and not key.drivers:
        return (INHABITANTS,)
    return tuple(key.drivers)
