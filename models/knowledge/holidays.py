"""Schema for ``holidays.yaml``: the days that a royal decree makes equal to a holiday (ATW 3(3)).

The holidays of the law itself are rules in Python (``models/planning/holidays.py``); these days follow no rule.
"""

from datetime import date
from typing import Annotated

from pydantic import AfterValidator, Field, model_validator

from models.knowledge.base import Line, Record, Sourced
from models.knowledge.law import Mark

__all__ = ["EqualDays", "HolidaysFile"]


class EqualDays(Sourced):
    """The days of one year that count as a holiday; no days where the decree names none for that year.

    ``url``: where the decree, or its title, was read.
    """

    year: int = Field(ge=1965, le=2200)
    days: tuple[date, ...]
    url: Line | None = None
    mark: Mark
    checked_on: date

    @model_validator(mode="after")
    def _inside_the_year(self) -> "EqualDays":
        if any(day.year != self.year for day in self.days):
            raise ValueError("een dag ligt buiten het jaar")
        return self


def _one_per_year(rows: tuple[EqualDays, ...]) -> tuple[EqualDays, ...]:
    if len({row.year for row in rows}) != len(rows):
        raise ValueError("een jaar staat er twee keer in")
    return rows


class HolidaysFile(Record):
    """``holidays.yaml``: by year. A year that is not there is not known, which the calendar says."""

    equal_days: Annotated[tuple[EqualDays, ...], AfterValidator(_one_per_year)]
