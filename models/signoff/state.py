"""What was agreed, decided and signed about a dossier, as its library holds it."""

from typing import NamedTuple

from models.storage.records import Adoption, Approval, Revision, Signature

__all__ = ["SignOff"]


class SignOff(NamedTuple):
    """The records beside one dossier, each kind in the order in which they came.

    ``current``: the frozen version whose content and proposal are those of the dossier as it is now; None where the
    dossier changed since, or was never frozen.
    """

    revisions: tuple[Revision, ...] = ()
    approvals: tuple[Approval, ...] = ()
    adoptions: tuple[Adoption, ...] = ()
    signatures: tuple[Signature, ...] = ()
    current: Revision | None = None
