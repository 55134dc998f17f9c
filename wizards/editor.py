"""What a page may ask of the editor and of the shell. The shell (``desktop``) supplies both; wizards never import it.

One direction: a page shows the dossier and sends edits; the editor makes the next dossier, remembers the old one,
saves, and tells everybody (design, "How data flows").
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from PySide6.QtCore import SignalInstance

from models.advice.results import Advice
from models.check import Finding
from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.signoff.approvals import ApprovalState
from models.signoff.comparison import Side
from models.signoff.state import SignOff
from models.storage.records import Adoption, Approval, Signature
from models.vocabulary import StepId

__all__ = ["Editor", "Insight", "Navigator", "SignOffDesk"]


@dataclass(frozen=True, slots=True)
class Insight:
    """What the program concludes from the answers.

    ``settled``: whether robustness was computed too; until then ``advice`` has no samples (a fraction of a second).
    """

    advice: Advice
    findings: tuple[Finding, ...]
    settled: bool


class Editor(Protocol):
    """The open dossier and the one way to change it. All calls on the GUI thread."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted without arguments after each edit, undo and redo: read :attr:`dossier` again."""

    @property
    def insight_changed(self) -> SignalInstance:
        """Emitted without arguments when :attr:`insight` is new: soon after an edit, and again when settled."""

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""

    @property
    def knowledge(self) -> Knowledge:
        """What the product knows."""

    @property
    def insight(self) -> Insight:
        """What follows from the answers. Always of the present dossier: computed (without samples) when asked for."""

    @property
    def read_only(self) -> bool:
        """Whether this is an example: edits are refused, with a word to the user by the shell."""

    def put(self, path: Path, value: object, *, merge: bool = False) -> None:
        """Put ``value`` at ``path`` and drop the draft there.

        ``merge``: part of the same typing as the previous edit of this path, so one step of undo together.
        Nothing happens where the value is there already. Raises :class:`models.dossier.edit.InvalidValueError`.
        """

    def put_draft(self, path: Path, text: str) -> None:
        """Keep what somebody typed at ``path`` that is no valid value (yet); it is saved and undone like an answer."""

    def apply(self, change: Callable[[Dossier], Dossier], said: str = "") -> None:
        """One edit that is more than one value: add, remove, move, paste.

        ``said``: what happened, a Dutch sentence ("Partner verwijderd."); shown with "Ongedaan maken".
        """

    def end_merge(self) -> None:
        """The next edit is a step of undo of its own (focus left the field)."""


class Navigator(Protocol):
    """The way through the program, as pages may use it."""

    def open_step(self, step: StepId, path: Path = ()) -> None:
        """Show a step; ``path``: the field to put the focus on."""

    def open_check(self, step: StepId) -> None:
        """Show "Controleer uw antwoorden" of a step."""

    def open_help(self, topic: str = "") -> None:
        """Show Naslag; ``topic``: such as ``case:bar``, ``form:ssc``, ``basis:bv``, ``term:mandaat``."""

    def say(self, text: str) -> None:
        """Show a short message at the foot of the window and announce it to assistive technology."""

    def export_calendar(self) -> None:
        """Let somebody save the calendars of the dossier as a file for an agenda (.ics)."""

    def export_spreadsheet(self, kind: str) -> None:
        """Let somebody save the figures of the dossier as a spreadsheet; ``kind``: ``xlsx`` or ``ods``."""

    def open_preview(self, kind: str) -> None:
        """Show the pages of a document; ``kind``: a value of ``desktop.report.edition.DocumentKind``."""

    def sign_pdf(self) -> None:
        """Let somebody sign a PDF with a certificate."""

    def verify_pdf(self) -> None:
        """Let somebody look what a PDF is, and whether it is as it was made."""

    def save_questionnaire(self, partner: str) -> None:
        """Let somebody save an empty questionnaire for a partner (an id; empty: for anybody) as a form (pdf)."""

    def read_questionnaires(self) -> None:
        """Let somebody take in questionnaires that partners filled in."""


class SignOffDesk(Protocol):
    """The records beside the open dossier: versions, akkoord, vaststelling, ondertekening. All calls on the GUI thread.

    Records are only ever added. What goes wrong is said to the user by the shell; then nothing was written.
    """

    @property
    def changed(self) -> SignalInstance:
        """Emitted without arguments when records were read or added, and when :attr:`sign_off` may be another."""

    @property
    def ready(self) -> bool:
        """Whether the records were read; until then there are none."""

    @property
    def busy(self) -> bool:
        """Whether something is being written: ask again when :attr:`changed` is emitted."""

    @property
    def sign_off(self) -> SignOff:
        """The records; ``current``: the version that equals the dossier as it is now."""

    @property
    def content_hash(self) -> str:
        """The content hash of the dossier as it is now."""

    @property
    def approvals(self) -> tuple[ApprovalState, ...]:
        """Every akkoord and whether it still holds."""

    @property
    def today(self) -> date:
        """The day on which something is noted now."""

    @property
    def now(self) -> Side:
        """The dossier as it is now, for a comparison."""

    def side(self, revision: str) -> Side | None:
        """A frozen version by its id, for a comparison; None where it is gone or cannot be read."""

    def freeze(self, name: str, done: Callable[[], object]) -> None:
        """Freeze the dossier as it is now as the next version; ``done`` is called once it is written."""

    def add(self, record: Approval | Adoption | Signature, done: Callable[[], object]) -> None:
        """Note an akkoord, a vaststelling or an ondertekening; ``done`` is called once it is written."""

    def open_copy(self, revision: str) -> None:
        """Make a new dossier from a frozen version, without its records, and open it."""
