"""A library of its own for each test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.storage.library import Library
from tests.models.storage.helpers import Ticking


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "mijn-dossiers.db"


@pytest.fixture
def clock() -> Ticking:
    return Ticking()


@pytest.fixture
def library(path: Path, clock: Ticking) -> Iterator[Library]:
    with Library.open(path, clock=clock) as library:
        yield library
