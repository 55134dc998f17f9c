"""The commands on Mijn dossiers: importeer, exporteer, lijst."""

import argparse
from collections.abc import Callable, Mapping

from desktop.cli.files import check_target, print_json, read_contents, write_result
from desktop.cli.knowledge import shipped_knowledge
from desktop.cli.library_place import library_path
from models.dutch import day
from models.storage.exchange import EXCHANGE_SUFFIX, exchange_bytes
from models.storage.library import Library
from models.storage.records import Conflict, ImportOutcome

__all__ = ["COMMANDS"]

_CONFLICTS = {"vraag": Conflict.ASK, "nieuwste": Conflict.NEWEST, "beide": Conflict.BOTH}
_DONE = {
    ImportOutcome.ADDED: "Het dossier “{title}” staat nu in Mijn dossiers ({id}).",
    ImportOutcome.UNCHANGED: "Het dossier “{title}” stond al in Mijn dossiers, met dezelfde inhoud ({id}).",
    ImportOutcome.REPLACED: "Het dossier “{title}” in Mijn dossiers is bijgewerkt ({id}).",
    ImportOutcome.KEPT: "Het dossier “{title}” in Mijn dossiers is nieuwer en blijft zoals het is ({id}).",
    ImportOutcome.COPIED: "Het dossier “{title}” staat er nu als kopie naast ({id}).",
}


def _importeer(options: argparse.Namespace) -> int:
    """Put a dossier in the library; never overwrites silently."""
    contents = read_contents(options.file, shipped_knowledge())
    with Library.open(library_path(options)) as library:
        result = library.import_exchange(contents, _CONFLICTS[options.bij_verschil])
        title = library.load(result.dossier_id).title
    print(_DONE[result.outcome].format(title=title, id=result.dossier_id))
    return 0


def _exporteer(options: argparse.Namespace) -> int:
    """Write a dossier of the library to an exchange file."""
    from models.workshop.shared import for_others

    name = options.uit or f"{options.id}{EXCHANGE_SUFFIX}"
    target = check_target(name, replace=options.vervang)
    with Library.open(library_path(options)) as library:
        data = exchange_bytes(for_others(library.contents_for_exchange(options.id)))
    write_result(target, data)
    print(f"Het dossier staat in {name}.")
    return 0


def _lijst(options: argparse.Namespace) -> int:
    """Show what is in the library."""
    with Library.open(library_path(options)) as library:
        entries = library.list(include_archived=options.archief)
    if options.json:
        rows = [
            {
                "id": entry.id,
                "title": entry.title,
                "partners": list(entry.partners),
                "dated": entry.dated.isoformat(),
                "modified": entry.modified.isoformat(),
                "fictional": entry.fictional,
                "archived": entry.archived,
            }
            for entry in entries
        ]
        print_json(rows)
        return 0
    if not entries:
        print("Mijn dossiers is leeg.")
    for entry in entries:
        marks = ", ".join(word for word, on in (("fictief", entry.fictional), ("archief", entry.archived)) if on)
        title = " ".join(entry.title.split())
        print(f"{entry.id}  {title}{f' ({marks})' if marks else ''}")
        partners = ", ".join(entry.partners) or "nog geen partners"
        print(f"    {partners}; gewijzigd {day(entry.modified.astimezone().date())}")
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "importeer": _importeer,
    "exporteer": _exporteer,
    "lijst": _lijst,
}
"""By name, what each command does; it returns the exit code."""
