"""What is remembered elsewhere is tested here."""

import pytest


@pytest.fixture(autouse=True)
def remembered() -> None:
    """Sample and read anew each time."""
