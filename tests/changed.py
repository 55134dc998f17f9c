"""A result with something else in it, whether it is a dataclass or a NamedTuple."""

import dataclasses
from typing import Any

__all__ = ["replace"]


def replace(result: Any, /, **changes: Any) -> Any:
    """A copy of ``result`` with ``changes``."""
    return result._replace(**changes) if isinstance(result, tuple) else dataclasses.replace(result, **changes)
