"""Which version is the dossier as it is now, and which akkoord still holds."""

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple

from models.dossier import Dossier
from models.signoff.proposal import Proposal, ProposalOf, proposal_changes, proposal_of
from models.signoff.state import SignOff
from models.storage.records import Adoption, Approval, Revision, Signature, Verdict

__all__ = ["ApprovalState", "Standing", "adoptions_of", "approval_states", "sign_off_of", "summed_up"]


class Standing(StrEnum):
    """What became of an akkoord."""

    HOLDS = "holds"
    LAPSED = "lapsed"
    """The content or the proposal is another now."""
    UNBOUND = "unbound"
    """It names no version that is here, so nobody can say what was read."""
    REPLACED = "replaced"
    """The same person gave another in the same role; the last one counts."""


class ApprovalState(NamedTuple):
    """An akkoord and whether it holds.

    ``revision``: the version that was read; ``content_changed``: the content hash is another now; ``proposal``: the
    fields of the proposal that changed, None where the text of that version cannot be read.
    """

    approval: Approval
    standing: Standing
    revision: Revision | None = None
    content_changed: bool = False
    proposal: tuple[str, ...] | None = ()

    @property
    def holds(self) -> bool:
        """Whether it counts for the dossier as it is now, whatever its verdict."""
        return self.standing is Standing.HOLDS


def sign_off_of(
    dossier: Dossier,
    content_hash: str,
    revisions: Sequence[Revision],
    approvals: Sequence[Approval] = (),
    adoptions: Sequence[Adoption] = (),
    signatures: Sequence[Signature] = (),
    *,
    proposal_of_revision: ProposalOf,
) -> SignOff:
    """The records of ``dossier``, with the last version that equals it in content and in proposal as ``current``.

    ``content_hash``: of the dossier as it is now, as ``models.advice.fingerprint.dossier_hash`` gives it.
    """
    now = proposal_of(dossier)
    same = [r for r in revisions if r.content_hash == content_hash and proposal_of_revision(r) == now]
    current = max(same, key=lambda revision: revision.number, default=None)
    return SignOff(tuple(revisions), tuple(approvals), tuple(adoptions), tuple(signatures), current)


def approval_states(
    dossier: Dossier, content_hash: str, sign_off: SignOff, *, proposal_of_revision: ProposalOf
) -> tuple[ApprovalState, ...]:
    """Every akkoord with what became of it, in the order in which they came."""
    now, by_id = proposal_of(dossier), {revision.id: revision for revision in sign_off.revisions}
    # By day: one that was given earlier may have come in later, with a file from another laptop.
    in_time = sorted(sign_off.approvals, key=lambda approval: approval.given_on)
    last = {_person(approval): approval.id for approval in in_time}
    return tuple(
        _state(
            approval,
            by_id.get(approval.revision or ""),
            content_hash,
            now,
            proposal_of_revision,
            replaced=last[_person(approval)] != approval.id,
        )
        for approval in sign_off.approvals
    )


def _person(approval: Approval) -> tuple[str, str]:
    """Who said it and in which role, whatever the capitals and spaces."""
    return " ".join(approval.name.casefold().split()), " ".join(approval.role.casefold().split())


def _state(
    approval: Approval,
    revision: Revision | None,
    content_hash: str,
    now: Proposal,
    proposal_of_revision: ProposalOf,
    *,
    replaced: bool,
) -> ApprovalState:
    content_changed = approval.content_hash != content_hash
    before = None if revision is None else proposal_of_revision(revision)
    changed = None if before is None else proposal_changes(before, now)
    if replaced:
        standing = Standing.REPLACED
    elif revision is None or revision.content_hash != approval.content_hash:
        standing = Standing.UNBOUND
    else:
        standing = Standing.LAPSED if content_changed or changed != () else Standing.HOLDS
    return ApprovalState(approval, standing, revision, content_changed, changed)


def summed_up(states: Sequence[ApprovalState]) -> tuple[int, int, int]:
    """How many that hold agree, how many do not, and how many lapsed."""
    holding = [state.approval.verdict for state in states if state.holds]
    against = sum(verdict is Verdict.NOT_AGREED for verdict in holding)
    return len(holding) - against, against, sum(state.standing is Standing.LAPSED for state in states)


def adoptions_of(sign_off: SignOff, revision: Revision) -> tuple[Adoption, ...]:
    """The vaststellingen of one version."""
    return tuple(a for a in sign_off.adoptions if a.revision == revision.id and a.content_hash == revision.content_hash)
