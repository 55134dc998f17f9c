"""The records beside the open dossier, for its pages: read and written off the GUI thread, never two at once."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.editor import DossierEditor
from models.advice.fingerprint import dossier_hash
from models.dossier import Dossier, DossierError, dossier_from_values
from models.dossier.edit import fresh_id
from models.signoff.approvals import ApprovalState, Standing, approval_states, sign_off_of
from models.signoff.comparison import Side, frozen_advice, side_now, side_of
from models.signoff.proposal import Proposal, proposal_of
from models.signoff.state import SignOff
from models.storage.errors import ContentChanged, StorageError
from models.storage.records import Adoption, Approval, Revision, RevisionDocument, Signature

__all__ = ["DossierDesk", "RecordStore"]

_NOT_SAVED = "Het dossier is nog niet opgeslagen. Er is geen versie vastgelegd."
_CHANGED = "Het dossier veranderde tijdens het vastleggen. Er is geen versie vastgelegd. Probeer het opnieuw."
_UNREADABLE = "Deze versie is niet te lezen."
_LAPSED = "Door deze wijziging vervalt het akkoord. Bij Akkoord ziet u wat er is veranderd."
_HOLDS_AGAIN = "Het dossier is weer zoals bij het akkoord. Het akkoord geldt weer."


class RecordStore(Protocol):
    """What the desk asks of the library; called from another thread."""

    def freeze(
        self, dossier_id: str, name: str, content_hash: str, knowledge_version: str, advice: dict[str, Any]
    ) -> Revision:
        """Freeze the dossier as stored."""

    def revisions(self, dossier_id: str) -> tuple[Revision, ...]:
        """The versions."""

    def revision_document(self, revision_id: str) -> RevisionDocument:
        """A version with what it froze."""

    def approvals(self, dossier_id: str) -> tuple[Approval, ...]:
        """Every akkoord."""

    def adoptions(self, dossier_id: str) -> tuple[Adoption, ...]:
        """Every vaststelling."""

    def signatures(self, dossier_id: str) -> tuple[Signature, ...]:
        """Every ondertekening."""

    def add_approval(self, dossier_id: str, approval: Approval) -> None:
        """Note an akkoord."""

    def add_adoption(self, dossier_id: str, adoption: Adoption) -> None:
        """Note a vaststelling."""

    def add_signature(self, dossier_id: str, signature: Signature) -> None:
        """Note an ondertekening."""

    def save(self, dossier: Dossier) -> object:
        """Write a dossier."""


class _Records:
    """What was read; ``sides``: each version lifted, None where it cannot be read."""

    def __init__(self) -> None:
        self.revisions: tuple[Revision, ...] = ()
        self.approvals: tuple[Approval, ...] = ()
        self.adoptions: tuple[Adoption, ...] = ()
        self.signatures: tuple[Signature, ...] = ()
        self.sides: dict[str, Side | None] = {}


class DossierDesk(QObject):
    """The desk of one dossier; see :class:`wizards.editor.SignOffDesk`. Call :meth:`close` before letting go of it.

    ``failed``: what went wrong, a Dutch sentence; ``copied``: a dossier was made from a version.
    """

    changed = Signal()
    failed = Signal(str)
    said = Signal(str)
    copied = Signal(object)

    def __init__(
        self,
        editor: DossierEditor,
        store: RecordStore,
        flush: Callable[[], bool],
        *,
        today: Callable[[], date] = date.today,
        parent: QObject | None = None,
    ) -> None:
        """``flush``: saves what is not saved yet, and says whether all is; ``store``: the library, see its class."""
        super().__init__(parent)
        self._editor, self._store, self._flush, self._today = editor, store, flush, today
        self._background = Background("vormwijzer-versies", self)
        self._records, self._ready = _Records(), False
        self._again = False
        self._seen: tuple[Dossier, str, SignOff, tuple[ApprovalState, ...]] | None = None
        self._holding = 0
        editor.insight_changed.connect(self._tell_of_lapse)
        self.read()

    # --- what there is

    @property
    def ready(self) -> bool:
        """Whether the records were read."""
        return self._ready

    @property
    def busy(self) -> bool:
        """Whether something is being read or written."""
        return self._background.busy

    @property
    def today(self) -> date:
        """The day of today."""
        return self._today()

    @property
    def content_hash(self) -> str:
        """Of the dossier as it is now."""
        return self._state()[1]

    @property
    def sign_off(self) -> SignOff:
        """The records, with the version that equals the dossier as it is now."""
        return self._state()[2]

    @property
    def approvals(self) -> tuple[ApprovalState, ...]:
        """Every akkoord and whether it holds."""
        return self._state()[3]

    @property
    def now(self) -> Side:
        """The dossier as it is now."""
        editor = self._editor
        return side_now(editor.dossier, editor.insight.advice, editor.knowledge)

    def side(self, revision: str) -> Side | None:
        """A frozen version."""
        return self._records.sides.get(revision)

    def _state(self) -> tuple[Dossier, str, SignOff, tuple[ApprovalState, ...]]:
        """Worked out once for each dossier: pages ask often."""
        editor = self._editor
        dossier = editor.dossier
        if self._seen is None or self._seen[0] is not dossier:
            held = self._records
            code = dossier_hash(dossier, editor.insight.advice, editor.knowledge)
            sign_off = sign_off_of(
                dossier,
                code,
                held.revisions,
                held.approvals,
                held.adoptions,
                held.signatures,
                proposal_of_revision=self._proposal,
            )
            states = approval_states(dossier, code, sign_off, proposal_of_revision=self._proposal)
            self._seen = (dossier, code, sign_off, states)
        return self._seen

    def _proposal(self, revision: Revision) -> Proposal | None:
        side = self._records.sides.get(revision.id)
        return None if side is None else proposal_of(side.dossier)

    # --- reading

    def read(self) -> None:
        """Read the records again, as after another part of the program noted one."""
        if self.busy:
            self._again = True
            return
        known = dict(self._records.sides)
        dossier_id = self._editor.dossier.id
        self._background.start(lambda: _read(self._store, dossier_id, known), self._take, self._fail)

    def _take(self, records: _Records) -> None:
        self._records, self._ready, self._seen = records, True, None
        self._holding = self._count_holding()
        self._read_once_more()
        self.changed.emit()

    def _count_holding(self) -> int:
        return sum(1 for state in self.approvals if state.standing is Standing.HOLDS) if self._records.approvals else 0

    def _tell_of_lapse(self) -> None:
        """Whoever changes an answer elsewhere hears that an akkoord lapses by it, and that undoing brings it back."""
        before, self._holding = self._holding, self._count_holding()
        if before and not self._holding:
            self.said.emit(_LAPSED)
        elif self._holding and not before:
            self.said.emit(_HOLDS_AGAIN)

    def _read_once_more(self) -> None:
        if self._again:
            self._again = False
            self.read()

    # --- writing

    def freeze(self, name: str, done: Callable[[], object]) -> None:
        """Freeze the dossier as it is now; it is saved first, so that what is stored equals what is seen."""
        self._background.wait()
        if not self._flush():
            self.failed.emit(_NOT_SAVED)
            return
        editor = self._editor
        dossier, knowledge = editor.dossier, editor.knowledge
        advice = editor.insight.advice
        code, exact = dossier_hash(dossier, advice, knowledge), frozen_advice(dossier, advice)
        store = self._store
        self._write(
            lambda: store.freeze(dossier.id, name.strip(), code, knowledge.version, exact),
            "De versie is vastgelegd.",
            done,
        )

    def add(self, record: Approval | Adoption | Signature, done: Callable[[], object]) -> None:
        """Note a record."""
        self._background.wait()
        store, dossier_id = self._store, self._editor.dossier.id
        if isinstance(record, Approval):
            self._write(partial(store.add_approval, dossier_id, record), "Het akkoord is genoteerd.", done)
        elif isinstance(record, Adoption):
            self._write(partial(store.add_adoption, dossier_id, record), "De vaststelling is genoteerd.", done)
        else:
            self._write(partial(store.add_signature, dossier_id, record), "De ondertekening is genoteerd.", done)

    def open_copy(self, revision: str) -> None:
        """Make a new dossier from a frozen version; its shell opens it."""
        self._background.wait()
        side = self.side(revision)
        held = next((r for r in self._records.revisions if r.id == revision), None)
        if side is None or held is None:
            self.failed.emit(_UNREADABLE)
            return
        values = side.dossier.as_json() | {"id": fresh_id(), "title": _copy_title(side.dossier.title, held.number)}
        store, copy = self._store, dossier_from_values(values, references=False)
        self._background.start(lambda: store.save(copy), lambda _: self.copied.emit(copy), self._fail)

    def _write(self, work: Callable[[], object], said: str, done: Callable[[], object]) -> None:
        store, dossier_id, known = self._store, self._editor.dossier.id, dict(self._records.sides)

        def write() -> _Records:
            work()
            return _read(store, dossier_id, known)

        def written(records: _Records) -> None:
            self._take(records)
            self.said.emit(said)
            done()

        self._background.start(write, written, self._fail)

    def _fail(self, error: BaseException) -> None:
        """Say what went wrong; a mistake of this program is raised, to be reported."""
        self._read_once_more()
        self.changed.emit()
        if isinstance(error, ContentChanged):
            self.failed.emit(_CHANGED)
        elif isinstance(error, StorageError):
            self.failed.emit(error.reason)
        else:
            raise error

    def close(self) -> None:
        """Wait for what is on its way."""
        self._again = False
        self._background.wait()


def _read(store: RecordStore, dossier_id: str, known: dict[str, Side | None]) -> _Records:
    """In the background: the records, and each version that was not read yet."""
    found = _Records()
    found.revisions = store.revisions(dossier_id)
    found.approvals, found.adoptions = store.approvals(dossier_id), store.adoptions(dossier_id)
    found.signatures = store.signatures(dossier_id)
    # A frozen version never changes, so it is read once.
    found.sides = {r.id: known[r.id] if r.id in known else _side(store, r.id) for r in found.revisions}
    return found


def _side(store: RecordStore, revision: str) -> Side | None:
    try:
        return side_of(store.revision_document(revision))
    except DossierError:
        return None


def _copy_title(title: str, number: int) -> str:
    end = f" (kopie van versie {number})"
    return f"{title[: 300 - len(end)].rstrip()}{end}"
