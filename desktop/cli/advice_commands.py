"""The commands that need no library: advies, controle, schema, voorbeeld."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from desktop.cli.errors import CommandError
from desktop.cli.files import check_target, print_json, read_bytes, read_contents, read_dossier_file, write_result
from desktop.cli.knowledge import shipped_knowledge
from models.advice.results import Advice, Outcome
from models.dossier import read_dossier

__all__ = ["COMMANDS", "EXAMPLES"]

EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples"
_NO_ADVICE = frozenset({Outcome.NO_ADVICE, Outcome.ALL_EXCLUDED})


def _advies(options: argparse.Namespace) -> int:
    """Weigh a dossier; print the advice in words or as JSON, and write the documents that are asked for."""
    from desktop.cli import documents

    targets = documents.targets_of(options)
    edition = documents.edition_of(options) if targets or not options.json else None
    knowledge = shipped_knowledge()
    contents = read_contents(options.file, knowledge)
    from models.advice.advise import advise

    advice = advise(contents.dossier, knowledge)
    document, said = None, []
    if edition is not None:
        document = documents.build(contents, advice, knowledge, edition)
        said = list(documents.write_all(document, targets, options.stuk))
    if options.json:
        from models.advice.output import advice_document

        print_json(advice_document(contents.dossier, advice, knowledge).model_dump(mode="json"))
        return _code(advice)
    if document is not None and options.stuk == "advies":
        from desktop.cli.summary import advice_lines

        said = [*advice_lines(document, advice.form, knowledge), *said]
    print("\n".join(said))
    return _code(advice)


def _code(advice: Advice) -> int:
    return 1 if advice.form.outcome in _NO_ADVICE else 0


def _controle(options: argparse.Namespace) -> int:
    """Say what is missing and what contradicts."""
    knowledge = shipped_knowledge()
    dossier = read_dossier_file(options.file, knowledge)
    from desktop.cli.findings import findings_of, lines_of
    from models.advice.advise import advise

    # Two laptops must find the same, and nothing here hangs on samples: they are left out.
    advice = advise(dossier, knowledge, samples=False)
    findings = findings_of(dossier, advice, knowledge)
    if options.json:
        print_json([asdict(finding) for finding in findings])
    else:
        print("\n".join(lines_of(findings, knowledge)))
    return _code(advice)


def _schema(options: argparse.Namespace) -> int:
    """Print the JSON schema of a dossier, or of the advice."""
    if options.advies:
        from models.advice.document import advice_schema

        print_json(advice_schema())
    else:
        from models.dossier.schema import dossier_schema

        print_json(dossier_schema())
    return 0


def _voorbeeld(options: argparse.Namespace) -> int:
    """List the examples, print one, or write one to a file."""
    names = sorted(path.stem for path in EXAMPLES.glob("*.json"))
    if options.name is None:
        titles = {name: read_dossier((EXAMPLES / f"{name}.json").read_bytes()).title for name in names}
        width = max(len(name) for name in names)
        print("\n".join(f"{name:<{width}}  {title}" for name, title in titles.items()))
        return 0
    if options.name not in names:
        raise CommandError(f"Het voorbeeld {options.name} bestaat niet. Kies uit: {', '.join(names)}.")
    data = read_bytes(str(EXAMPLES / f"{options.name}.json"))
    if options.uit is None:
        print(data.decode())
        return 0
    from models.storage.exchange import EXCHANGE_SUFFIX, exchange_bytes, read_any

    as_exchange = options.uit.endswith(EXCHANGE_SUFFIX)
    path = check_target(options.uit, replace=options.vervang)
    write_result(path, exchange_bytes(read_any(data)) if as_exchange else data)
    print(f"Het voorbeeld staat in {options.uit}.")
    return 0


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {
    "advies": _advies,
    "controle": _controle,
    "schema": _schema,
    "voorbeeld": _voorbeeld,
}
"""By name, what each command does; it returns the exit code."""
