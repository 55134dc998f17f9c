"""Schemas for the forms, the criteria with their profiles, and the thresholds of the advice."""

from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field, model_validator

from models.knowledge.base import Line, Record, Sourced, SourcedLine, unique_ids
from models.vocabulary import CooperationForm, CriterionId

__all__ = ["Cell", "CriteriaFile", "Criterion", "Form", "FormsFile", "Profile", "ProfilesFile", "Thresholds"]


class Form(Sourced):
    """One cooperation form [S4 §5.2, table 1].

    ``order``: 1 is the lightest, 5 reaches furthest. ``best_when`` finishes "Beste keus als ...".
    """

    id: CooperationForm
    name: Line
    full_name: Line
    order: int = Field(ge=1, le=5)
    summary: Line
    how_it_works: tuple[Line, ...] = Field(min_length=1)
    staff: Line
    cost_level: Literal["beperkt", "hoog"]
    cost: Line
    execution: Line
    scope: Line
    best_when: Line
    pros: tuple[Line, ...] = Field(min_length=1)
    cons: tuple[Line, ...] = Field(min_length=1)
    also_called: tuple[Line, ...] = ()
    example_missing: Line | None = None
    """Said in words where no sourced case of the pure form is known."""


class FormsFile(Record):
    """``forms.yaml``; ``advice`` holds what S4 says about choosing between forms."""

    forms: Annotated[tuple[Form, ...], unique_ids]
    advice: tuple[SourcedLine, ...]


class Criterion(Sourced):
    """A statement on a five-point scale, or (``derived``) the number of partners.

    ``low``, ``middle`` and ``high`` are the texts at 1, 3 and 5; ``label`` is two or three words for charts,
    ``low_short`` and ``high_short`` the ends in at most four words.
    """

    id: CriterionId
    label: Line
    statement: Line
    why: Line
    low: Line
    middle: Line
    high: Line
    low_short: Line
    high_short: Line
    derived: bool = False


class CriteriaFile(Record):
    """``criteria.yaml``."""

    criteria: Annotated[tuple[Criterion, ...], unique_ids]


class Cell(Sourced):
    """The range that a form asks for on one criterion; outside it the fit falls by 1/tolerance a point.

    ``hard_min``/``hard_max``: beyond it the form is excluded, with ``excluded_because`` as the reason.
    """

    low: Annotated[int, Field(ge=1)]
    high: int | None = None
    tolerance: Decimal | None = Field(default=None, gt=0)
    hard_min: int | None = None
    hard_max: int | None = None
    excluded_because: Line | None = None
    """Finishes "valt af, omdat ..."."""
    met: Line
    """What it means when the answer meets what the form asks, as a sentence."""
    unmet: Line
    """What it means when the answer does not, as a sentence."""

    @model_validator(mode="after")
    def _hangs_together(self) -> "Cell":
        if self.high is not None and self.high < self.low:
            raise ValueError("high is kleiner dan low")
        hard = self.hard_min is not None or self.hard_max is not None
        if hard != (self.excluded_because is not None):
            raise ValueError("een harde grens en excluded_because horen bij elkaar")
        if self.hard_min is not None and self.hard_min > self.low:
            raise ValueError("hard_min ligt boven low")
        if self.hard_max is not None and self.high is not None and self.hard_max < self.high:
            raise ValueError("hard_max ligt onder high")
        return self


class Profile(Record):
    """What one form asks, per criterion; a criterion that is absent asks nothing ("–")."""

    form: CooperationForm
    cells: dict[CriterionId, Cell]


class Thresholds(Sourced):
    """The figures of the advice model that are no law of nature."""

    tolerance: Decimal = Field(gt=0)
    clear_margin: Decimal = Field(gt=0)
    clear_first_share: Decimal = Field(gt=0, le=1)
    coverage: Decimal = Field(gt=0, le=1)
    default_importance: int = Field(ge=0, le=10)
    spread: int = Field(ge=1, le=4)
    samples: int = Field(ge=100)
    seed: int
    perturbation_low: Decimal = Field(gt=0)
    perturbation_high: Decimal = Field(gt=0)
    agreement_partners: int = Field(ge=2)


class ProfilesFile(Record):
    """``profiles.yaml``."""

    thresholds: Thresholds
    profiles: tuple[Profile, ...]
