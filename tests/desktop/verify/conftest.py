"""A library of its own, with one PDF made of its dossier."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from models.storage.library import Library
from tests.desktop.verify.scenes import Scene, make_scene
from tests.models.storage.helpers import Ticking


@pytest.fixture
def scene(tmp_path: Path) -> Iterator[Scene]:
    folder = tmp_path / "werk"
    folder.mkdir()
    with Library.open(folder / "mijn-dossiers.db", clock=Ticking()) as library:
        yield make_scene(library, folder)
