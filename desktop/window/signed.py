"""What is noted of a PDF that was signed here: the new file, so that it is recognised, and who signed which paper."""

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.preview.saving import ExportShelf
from desktop.preview.surroundings import Surroundings
from models.dossier import Dossier
from models.dossier.edit import fresh_id
from models.dossier.explore import Partner
from models.signoff.approvals import adoptions_of
from models.signoff.signing import act_of_body, signers_of
from models.signoff.state import SignOff
from models.storage.errors import StorageError
from models.storage.records import ExportRecord, Revision, Signature, SignatureAct

if TYPE_CHECKING:
    from desktop.verify.sign_dialog import SignedFile

__all__ = ["FoundExport", "SignedNotes", "signature_of"]

FoundExport = tuple[str, ExportRecord]
"""The id of a dossier and a file that was made of it."""

_ODD = re.compile(r"[^a-z0-9]+")
_AGREEMENTS = ("convenant", "overeenkomst", "akte", "regeling")
_NOTED = "Het ondertekende bestand is genoteerd in Mijn dossiers."
_UNKNOWN = "Het eerste bestand is niet van deze Mijn dossiers. Er is niets genoteerd."
_TO_NOTE = "Noteer de ondertekening zelf bij Advies, akkoord en evaluatie: dit bestand is van een ander dossier."


@dataclass(frozen=True, slots=True)
class _Place:
    act: SignatureAct
    partner: Partner | None
    role: str


def signature_of(
    signed: "SignedFile", export: ExportRecord, dossier: Dossier, sign_off: SignOff, today: date
) -> Signature:
    """The record of ``signed``, made of the file of ``export``; the name of its field says which paper and for whom."""
    place = _place(signed.field, dossier.partners.active)
    revision = _revision(export, sign_off)
    return Signature(
        id=fresh_id(),
        content_hash=export.content_hash,
        revision=revision.id if revision is not None else None,
        act=place.act,
        partner=place.partner.id if place.partner is not None else None,
        name=signed.name,
        role=place.role,
        signed_on=today,
        decided_on=_decided(place, revision, sign_off),
        file_sha256=signed.sha256,
    )


def _place(field: str, partners: Sequence[Partner]) -> _Place:
    bare = _slug(field)
    partner = max(
        (p for p in partners if _slug(p.name) and f"_{_slug(p.name)}_" in f"_{bare}_"),
        key=lambda p: len(p.name),
        default=None,
    )
    act = SignatureAct.AGREEMENT if bare.startswith(_AGREEMENTS) else act_of_body(bare.replace("_", " "))
    if partner is None:
        return _Place(SignatureAct.OTHER, None, field)
    ends = bare.rstrip("_0123456789")
    for signer in signers_of(act, partner.kind):
        if ends.endswith(_slug(signer.role.split()[0])):
            return _Place(act, partner, signer.role)
    return _Place(SignatureAct.OTHER, partner, field)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return _ODD.sub("_", plain).strip("_")


def _revision(export: ExportRecord, sign_off: SignOff) -> Revision | None:
    same = [revision for revision in sign_off.revisions if revision.content_hash == export.content_hash]
    return sign_off.current if sign_off.current in same else max(same, key=lambda r: r.number, default=None)


def _decided(place: _Place, revision: Revision | None, sign_off: SignOff) -> date | None:
    """An agreement rests on the decision of the college of its party."""
    if place.act is not SignatureAct.AGREEMENT or place.partner is None or revision is None:
        return None
    mine = [a for a in adoptions_of(sign_off, revision) if a.partner == place.partner.id]
    return next((a.adopted_on for a in reversed(mine) if act_of_body(a.body) is SignatureAct.COLLEGE), None)


class SignedNotes(QObject):
    """Notes signed files of one open dossier. ``said``: what was noted, or why not."""

    said = Signal(str)

    def __init__(self, around: Surroundings, dossier: Callable[[], Dossier], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._around, self._dossier = around, dossier
        self._background = Background("vormwijzer-ondertekend", self)

    def note(self, signed: "SignedFile") -> None:
        """Note the new file, and who signed."""
        shelf = self._around.shelf
        if shelf is None:
            return
        self._background.wait()
        self._background.start(lambda: _keep(shelf, signed), lambda found: self._sign(signed, found), self._fail)

    def wait(self) -> None:
        """Wait for what is being noted."""
        self._background.wait()

    def _sign(self, signed: "SignedFile", found: FoundExport | None) -> None:
        desk, dossier = self._around.desk, self._dossier()
        if found is None or desk is None:
            self.said.emit(_UNKNOWN)
        elif found[0] != dossier.id:
            self.said.emit(_TO_NOTE)
        else:
            record = signature_of(signed, found[1], dossier, desk.sign_off, desk.today)
            desk.add(record, lambda: None)
            self.said.emit(_NOTED)

    def _fail(self, error: BaseException) -> None:
        if not isinstance(error, StorageError):
            raise error
        self.said.emit(error.reason)


def _keep(shelf: ExportShelf, signed: "SignedFile") -> FoundExport | None:
    """In the background: the signed file stands beside the one that it was made of."""
    found = shelf.find_export(signed.base_sha256)
    if found is not None:
        dossier_id, base = found
        new = base.model_copy(update={"id": fresh_id(), "sha256": signed.sha256, "created": datetime.now(UTC)})
        shelf.add_export(dossier_id, new)
    return found
