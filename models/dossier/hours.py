"""The section uren: who brings and who takes hours, what an hour rests on, and how hours are settled."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.dossier.base import EMPTY, Answer, Flag, Frozen, FrozenDict, Id, Money, Number, Text
from models.dossier.costs import Decimals
from models.dossier.section import Section

__all__ = ["HourEntry", "HourUnit", "Settlement", "UrenSection"]

Hours = Annotated[Number, Field(ge=0)]
"""A number of hours."""


class HourUnit(StrEnum):
    """Per what the hours are counted."""

    WEEK = "week"
    YEAR = "year"


class Settlement(StrEnum):
    """How hours are settled."""

    IN_KIND = "in_kind"
    INVOICE = "invoice"


class HourEntry(Frozen):
    """Hours of one role that one partner brings (or takes) in a phase; ``actual``: hours made, in the same unit.

    ``freed``: whether the person has really been given the time [S0 factor 4].
    """

    id: Id
    role: Text = ""
    partner: Id
    phase: Text = ""
    hours: Answer[Hours] = None
    unit: HourUnit = HourUnit.YEAR
    takes: Flag = False
    scale: Text = ""
    rate: Answer[Money] = None
    actual: Answer[Hours] = None
    freed: Answer[Flag] = None


class UrenSection(Section):
    """Hours and input; ``productive_hours``: per fte a year, per partner id, never a fixed figure.

    ``weeks_per_year``: how many weeks of hours a week make a year, with its source. ``rates``: direct pay per hour by
    function scale. ``overhead_per_hour`` in euros or ``overhead_percentage`` of the direct pay: one of the two.
    ``rate_decimals``: the rate of an hour is rounded before it is applied. ``advance_percentage``: the part of the
    planned sum that is paid beforehand.
    """

    entries: tuple[HourEntry, ...] = ()
    productive_hours: FrozenDict[Id, Annotated[Number, Field(gt=0)]] = EMPTY
    productive_source: Text = ""
    weeks_per_year: Annotated[Number, Field(gt=0, le=53)] | None = None
    weeks_source: Text = ""
    rates: FrozenDict[Text, Money] = EMPTY
    rates_source: Text = ""
    overhead_per_hour: Answer[Money] = None
    overhead_percentage: Answer[Number] = None
    overhead_source: Text = ""
    rate_decimals: Decimals | None = None
    settlement: Answer[Settlement] = None
    advance_percentage: Annotated[Number, Field(ge=0, le=100)] | None = None
