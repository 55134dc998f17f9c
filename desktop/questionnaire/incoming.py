"""Forms on their way in: read from files, each with its partner and what to do with differences, taken in together."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.questionnaire.errors import FormError, FormTooLarge
from desktop.questionnaire.filled import FilledForm
from desktop.questionnaire.merging import OnDifference, Report, answers_into, guessed_partner
from desktop.questionnaire.reading import read_questionnaire
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.storage.errors import StorageError

__all__ = ["Incoming", "Outcome", "form_bytes", "read_incoming", "said", "taken_in"]


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file. ``filled`` is None where it could not be read; ``reason`` then says why.

    ``partner``: whose form it is, None as long as nobody said so.
    """

    name: str
    filled: FilledForm | None
    reason: str = ""
    partner: str | None = None
    on_difference: OnDifference = OnDifference.KEEP


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one file: a report, or why nothing of it was taken."""

    report: Report | None
    reason: str = ""


def form_bytes(path: Path) -> bytes:
    """What stands in the file. Raises :class:`FormTooLarge` or ``StorageError``."""
    from desktop.questionnaire.raw import MAX_FORM
    from models.storage.files import read_limited

    if path.is_file() and path.stat().st_size > MAX_FORM:
        raise FormTooLarge
    return read_limited(path, MAX_FORM)


def read_incoming(path: Path, dossier: Dossier) -> Incoming:
    """The form in a file, or why it cannot be read."""
    try:
        filled = read_questionnaire(form_bytes(path))
    except (FormError, StorageError) as error:
        return Incoming(path.name, None, error.reason)
    return Incoming(path.name, filled, partner=guessed_partner(dossier, filled))


def taken_in(dossier: Dossier, knowledge: Knowledge, forms: Sequence[Incoming]) -> tuple[Dossier, tuple[Outcome, ...]]:
    """The dossier with all forms in it, one after the other; a form that cannot be used changes nothing."""
    outcomes = []
    for form in forms:
        if form.filled is None:
            outcomes.append(Outcome(None, form.reason))
            continue
        try:
            dossier, report = answers_into(dossier, knowledge, form.filled, form.partner, form.on_difference)
        except FormError as error:
            outcomes.append(Outcome(None, error.reason))
        else:
            outcomes.append(Outcome(report))
    return dossier, tuple(outcomes)


def said(outcomes: Sequence[Outcome]) -> str:
    """What happened, in one sentence, for the foot of the window."""
    names = [outcome.report.name for outcome in outcomes if outcome.report is not None]
    if len(names) == 1:
        return f"Vragenlijst van {names[0]} overgenomen."
    return f"{len(names)} vragenlijsten overgenomen."
