"""The facts on which the legal rules rest (advice-model, "Legal basis"). Each may stay unanswered."""

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from models.dossier.base import Answer, Flag, Frozen, Number
from models.vocabulary import BodyKind

__all__ = [
    "Bodies",
    "LegalFacts",
    "Percentage",
    "PowerTransfer",
    "RaadInfluence",
    "SpecialStatute",
    "TaskKind",
    "VatTreatment",
]


def _ordered(bodies: tuple[BodyKind, ...]) -> tuple[BodyKind, ...]:
    # One order, no doubles: the same answer must always give the same bytes, and so the same content hash.
    return tuple(body for body in BodyKind if body in bodies)


Bodies = Annotated[tuple[BodyKind, ...], AfterValidator(_ordered)]
"""A set of bodies, kept in the order of :class:`BodyKind`."""

Percentage = Annotated[Number, Field(ge=0, le=100)]


class PowerTransfer(StrEnum):
    """What is handed over: nothing, mandate (Awb 10:1) or delegation (Awb 10:13)."""

    NONE = "none"
    MANDATE = "mandate"
    DELEGATION = "delegation"


class TaskKind(StrEnum):
    """Whether the tasks are support and execution only, or leave room for policy."""

    SUPPORT_AND_EXECUTION = "support_and_execution"
    POLICY_RICH = "policy_rich"


class RaadInfluence(StrEnum):
    """The influence that the raad wants: permission and frames by law, a say along the way, or a seat in the board."""

    BY_LAW = "by_law"
    ALONG_THE_WAY = "along_the_way"
    IN_THE_BOARD = "in_the_board"


class SpecialStatute(StrEnum):
    """A statute that fixes the form for a task (law.md §5.12)."""

    NONE = "none"
    OMGEVINGSDIENST = "omgevingsdienst"
    GGD = "ggd"
    VEILIGHEIDSREGIO = "veiligheidsregio"
    JEUGDREGIO = "jeugdregio"


class VatTreatment(StrEnum):
    """How VAT on the services between partners was settled."""

    NONE = "none"
    COMPENSABLE = "compensable"
    COST = "cost"


class LegalFacts(Frozen):
    """What the rules must know; ``None`` or a "no answer" makes a question, never an exclusion.

    ``third_party_share``: turnover for others than the partners, in percent of all turnover.
    ``staff_moves``: whether whole teams go to another employer.
    """

    bodies: Answer[Bodies] = None
    powers: Answer[PowerTransfer] = None
    binding_rules: Answer[Flag] = None
    taxes: Answer[Flag] = None
    task_kind: Answer[TaskKind] = None
    legal_personality: Answer[Flag] = None
    one_partner_runs: Answer[Flag] = None
    private_parties: Answer[Flag] = None
    private_capital: Answer[Flag] = None
    common_objectives: Answer[Flag] = None
    third_party_share: Answer[Percentage] = None
    profit: Answer[Flag] = None
    civil_servants: Answer[Flag] = None
    staff_moves: Answer[Flag] = None
    raad_influence: Answer[RaadInfluence] = None
    special_statute: Answer[SpecialStatute] = None
    vat: Answer[VatTreatment] = None
