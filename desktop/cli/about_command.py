"""The command over: what the program is, where things stand and why, of which components it is made."""

import argparse
from collections.abc import Callable, Mapping

from desktop.about.components import load_components
from desktop.about.facts import about_of
from desktop.cli.files import print_json
from desktop.places import find_places

__all__ = ["COMMANDS"]

_IN_TEXT = "zie de tekst"
"""What the list of a built program calls a licence that has no name, only a text."""


def _over(options: argparse.Namespace) -> int:
    """Tell; also where the policy cannot be used: then this says what is wrong with it."""
    places = find_places()
    about = about_of(places if places.trouble is not None else places.with_choice(places.store().load().library))
    components = load_components() if options.licenties else ()
    if options.json:
        rows = [{"name": one.name, "version": one.version, "licence": one.licence} for one in components]
        print_json({**about.as_json(), **({"components": rows} if options.licenties else {})})
        return 0
    print(about.as_text(), end="")
    if options.licenties:
        print("\nOnderdelen en hun licenties")
        for one in components:
            print(f"{one.line}: {one.licence or 'onbekend'}")
        if any(one.licence == _IN_TEXT for one in components):
            print(f"\n“{_IN_TEXT}”: een bibliotheek van Debian. De tekst staat in het venster, bij Over Vormwijzer.")
        if not components:
            print("De lijst met onderdelen is niet te lezen.")
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {"over": _over}
"""By name, what each command does; it returns the exit code."""
