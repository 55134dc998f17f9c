"""The command vragenlijst: an empty form as PDF for a partner, and a filled one back into the dossier."""

import argparse
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from desktop.cli.errors import CommandError
from desktop.cli.files import check_target, read_contents, read_dossier_file, write_result
from desktop.cli.knowledge import shipped_knowledge
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.exchange import EXCHANGE_SUFFIX, exchange_bytes
from models.storage.records import ExchangeContents

__all__ = ["COMMANDS"]


def _vragenlijst(options: argparse.Namespace) -> int:
    """Make a form, or read one."""
    if (options.pdf is None) == (options.lees is None):
        raise CommandError("Kies --pdf om een vragenlijst te maken, of --lees om er een te lezen.")
    return _make(options) if options.lees is None else _read(options)


def _make(options: argparse.Namespace) -> int:
    if options.uit is not None:
        raise CommandError("--uit hoort bij --lees. Zie vormwijzer vragenlijst --help.")
    target = check_target(options.pdf, source=options.file)
    knowledge = shipped_knowledge()
    dossier = read_dossier_file(options.file, knowledge)
    partner = None if options.partner is None else _partner(dossier, options.partner)
    from desktop.questionnaire.form import questionnaire_pdf

    write_result(target, questionnaire_pdf(dossier, knowledge, partner))
    print(f"De lege vragenlijst staat in {options.pdf}.")
    return 0


def _read(options: argparse.Namespace) -> int:
    if options.uit is None:
        raise CommandError("Vul --uit in: het bestand voor het dossier met de antwoorden.")
    target = check_target(options.uit, source=options.file)
    if Path(options.lees).exists() and target.exists() and target.samefile(options.lees):
        raise CommandError(f"{options.uit} is het formulier zelf. Kies een andere naam.")
    knowledge = shipped_knowledge()
    contents = read_contents(options.file, knowledge)
    dossier = _merged(options, contents.dossier, knowledge)
    write_result(target, _as_bytes(target, contents, dossier))
    print(f"Het dossier met de antwoorden staat in {options.uit}.")
    return 0


def _merged(options: argparse.Namespace, dossier: Dossier, knowledge: Knowledge) -> Dossier:
    from desktop.questionnaire.errors import FormError, PartnerNeeded
    from desktop.questionnaire.merging import OnDifference, answers_into, guessed_partner
    from desktop.questionnaire.reading import read_questionnaire

    partner = None if options.partner is None else _partner(dossier, options.partner)
    on_difference = OnDifference(options.bij_verschil)
    try:
        filled = read_questionnaire(_form_bytes(options.lees))
        owner = partner or (guessed_partner(dossier, filled) if not filled.mark.partner else None)
        after, report = answers_into(dossier, knowledge, filled, owner, on_difference)
    except PartnerNeeded as error:
        raise CommandError("Dit formulier is voor iedereen gemaakt. Noem de partner met --partner.") from error
    except FormError as error:
        raise CommandError(error.reason) from error
    from desktop.questionnaire.wording import difference_line, head_line, report_lines

    print(head_line(report))
    for line in report_lines(report, knowledge):
        print(f"  {line}")
    done = {OnDifference.KEEP: "Het dossier houdt zijn antwoord.", OnDifference.REPLACE: "Vervangen."}[on_difference]
    for item in report.differs:
        print(f"  {difference_line(item)} {done}")
    return after


def _form_bytes(name: str) -> bytes:
    from desktop.questionnaire.incoming import form_bytes

    path = Path(name)
    if not name or path.is_dir():
        raise CommandError(f"“{name}” is een map. Noem een bestand.")
    if not path.exists():
        raise CommandError(f"Het bestand {name} bestaat niet.")
    return form_bytes(path)


def _as_bytes(target: Path, contents: ExchangeContents, dossier: Dossier) -> bytes:
    if target.name.lower().endswith(EXCHANGE_SUFFIX):
        return exchange_bytes(replace(contents, dossier=dossier, modified=datetime.now(UTC)))
    return (json.dumps(dossier.as_json(), ensure_ascii=False, indent=2) + "\n").encode()


def _partner(dossier: Dossier, name: str) -> str:
    """The id of the partner with this name, or with this id."""
    from models.folding import folded

    active = dossier.partners.active
    wanted = folded(" ".join(name.split()))
    found = [row.id for row in active if folded(" ".join(row.name.split())) == wanted]
    found = found or [row.id for row in active if row.id == name]
    if len(found) == 1:
        return found[0]
    names = ", ".join(" ".join(row.name.split()) or row.id for row in active[:40])
    if found:
        raise CommandError(f"Meer partners heten {name}. Noem het nummer van de partner in het dossier.")
    raise CommandError(
        f"De partner {name} doet niet mee. Kies uit: {names}." if names else "Er zijn nog geen partners."
    )


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {"vragenlijst": _vragenlijst}
"""By name, what the command does; it returns the exit code."""
