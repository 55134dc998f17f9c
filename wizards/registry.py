"""Which module makes the page of which step. A module is imported when its page is first shown."""

from importlib import import_module

from models.vocabulary import StepId
from wizards.page import StepSpec

__all__ = ["spec_of"]


def spec_of(step: StepId) -> StepSpec:
    """The form and the page of ``step``."""
    spec = import_module(f"wizards.steps.{step.value}").SPEC
    assert isinstance(spec, StepSpec)
    return spec
