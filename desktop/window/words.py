"""The words of statuses and places, the icon of each step, and where a finding leads."""

from collections.abc import Mapping

from models.check import Finding
from models.dossier import Dossier
from models.dossier.edit import Path, path_from, value_at
from models.flow import Status
from models.knowledge import Knowledge
from models.vocabulary import StepId

__all__ = ["STATUS_TONES", "STATUS_WORDS", "STEP_ICONS", "number_of", "place_of", "step_of"]

STATUS_WORDS: Mapping[Status, str] = {
    Status.NOT_STARTED: "Nog niet begonnen",
    Status.BUSY: "Bezig",
    Status.FINISHED: "Afgerond",
    Status.RECHECK: "Opnieuw bekijken",
    Status.PROBLEM: "Er is een probleem",
}
STATUS_TONES: Mapping[Status, str] = {
    Status.NOT_STARTED: "ink2",
    Status.BUSY: "action",
    Status.FINISHED: "ink2",
    Status.RECHECK: "warn",
    Status.PROBLEM: "danger",
}
STEP_ICONS: Mapping[StepId, str] = {
    StepId.OPGAVE: "dossier",
    StepId.PARTNERS: "partner",
    StepId.DOELEN: "goals",
    StepId.KRACHTENVELD: "stakeholders",
    StepId.BEGINSITUATIE: "fabric",
    StepId.STURING: "steering",
    StepId.VORM: "form",
    StepId.RECHTSVORM: "law",
    StepId.FACTOREN: "factors",
    StepId.KOSTEN: "money",
    StepId.UREN: "hours",
    StepId.MEDEWERKERS: "staff",
    StepId.BESLUITVORMING: "calendar",
    StepId.VASTSTELLING: "sign-off",
}
_STEPS = {step.value: step for step in StepId}


def number_of(step: StepId, knowledge: Knowledge) -> int:
    """The number of a step; the same on the short route."""
    return list(knowledge.step).index(step) + 1


def step_of(path: Path) -> StepId | None:
    """The step that a path is in, also for what stands about a step outside its section; None for the dossier."""
    if len(path) > 1 and path[0] == "drafts":
        return step_of(path_from(path[1]))
    if len(path) > 1 and path[0] == "progress":
        return _STEPS.get(path[1])
    return _STEPS.get(path[0]) if path else None


def place_of(finding: Finding, dossier: Dossier) -> tuple[StepId, Path]:
    """The step and the field that a finding is about."""
    path = path_from(finding.field) if "/" in finding.field else tuple(finding.field.split("."))
    step = step_of(path)
    if step is None:
        return finding.step, ()
    if step is StepId.PARTNERS and value_at(dossier, path) is None:  # a check names a partner by its id alone
        path = (step.value, "partners", *path[1:])
    return step, path
