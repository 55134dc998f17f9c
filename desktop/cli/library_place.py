"""Which library a command works on: the one that the window would open, or the one in ``--map``."""

import argparse
import os
from pathlib import Path

from desktop.places import find_places
from models.storage.library_location import OVERRIDE

__all__ = ["library_path"]


def library_path(options: argparse.Namespace) -> Path:
    """The path of the database, by the places, the policy and the settings of the user. Raises ``PolicyFailed``."""
    environment = dict(os.environ)
    if options.map is not None:
        environment[OVERRIDE] = options.map
    places = find_places(environment)
    if places.trouble is not None:
        raise places.trouble
    return places.with_choice(places.store().load().library).library.path
