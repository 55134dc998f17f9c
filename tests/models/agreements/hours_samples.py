"""Sections of hours for tests."""

from decimal import Decimal
from typing import Any

from models.dossier.hours import HourEntry, UrenSection


def entry(key: str, partner: str, hours: object, **more: Any) -> HourEntry:
    """A role; hours a year that are brought unless ``more`` says otherwise."""
    given = Decimal(str(hours)) if isinstance(hours, (int, float, str)) else hours
    return HourEntry(id=key, partner=partner, hours=given, **{"role": f"Rol {key}", **more})


def bar(**more: Any) -> UrenSection:
    """The made-up figures of the example report, chapter G: all at € 68 an hour."""
    figures = (("b", 123_900, 118_790), ("a", 55_300, 58_670), ("r", 107_030, 108_770))
    rows = []
    for partner, brings, takes in figures:
        rows.append(entry(f"{partner}1", partner, brings, rate=Decimal(68)))
        rows.append(entry(f"{partner}2", partner, takes, takes=True, rate=Decimal(68)))
    return UrenSection(**{"entries": tuple(rows), "settlement": "invoice", **more})


BAR = ("b", "a", "r")
