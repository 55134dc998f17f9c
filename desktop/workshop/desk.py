"""The werksessie beside the open dossier: people vote, the group sets answers, and nothing of it is ever lost.

Each change is written at once, off the GUI thread, never two at once; votes of an open round are encoded on the way
and told to nobody but as :class:`models.workshop.meeting.Polling`.
"""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QObject, Signal

from desktop.background import Background
from desktop.editor import DossierEditor
from desktop.workshop.keeper import WorkshopKeeper, WorkshopStore
from models.dossier import Dossier
from models.dossier.edit import fresh_id
from models.storage.records import Ballot, WorkshopRecord
from models.workshop.changes import paused, restarted, rule_set, started
from models.workshop.decisions import decided, set_in_dossier
from models.workshop.effect import Effect, effect_of
from models.workshop.meeting import Meeting, Polling, meetings_of
from models.workshop.records import ConsensusRule, Subject, Vote, Workshop
from models.workshop.revealed import Revealed
from models.workshop.session import Session, Told

__all__ = ["WorkshopDesk"]

_GONE = "Dit antwoord heeft geen plaats meer in het dossier. Het is niet gezet."
_EXAMPLE = "Dit is een voorbeeld. Een antwoord zetten kan alleen in uw eigen dossier."
_UNREAD = "Een deel van de werksessie is niet te lezen. De rest staat hier."


class WorkshopDesk(QObject):
    """The desk of one dossier's werksessies. Call :meth:`close` before letting go of it.

    ``changed``: people, rounds, lists or the clock are others; ``effect_changed``: :attr:`effect` is new;
    ``said`` and ``failed``: a Dutch sentence. ``store`` None: an example, nothing of it is kept.
    """

    changed = Signal()
    effect_changed = Signal()
    said = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        editor: DossierEditor,
        store: WorkshopStore | None,
        *,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._editor, self._now = editor, now
        self._meetings: tuple[Meeting, ...] = ()
        self._at = -1
        self._session: tuple[object, tuple[Told, ...], Session] | None = None
        self._effect: tuple[Dossier, object, Effect] | None = None
        self._keeper = WorkshopKeeper(store, editor.dossier.id, self)
        self._keeper.said.connect(self.said)
        self._keeper.failed.connect(self.failed)
        self._keeper.found.connect(self._take)
        self._thinker = Background("vormwijzer-werksessie-advies", self)
        self._closed = False
        editor.changed.connect(self._forget_effect)

    def _take(self, records: tuple[WorkshopRecord, ...], ballots: tuple[Ballot, ...]) -> None:
        found, held = meetings_of(records, ballots), self.workshop
        known = {one.workshop.id for one in found}
        # What was begun while reading failed stays.
        self._meetings = (*found, *(one for one in self._meetings if one.workshop.id not in known))
        places = (place for place, one in enumerate(self._meetings) if held is not None and one.workshop.id == held.id)
        self._at = next(places, len(self._meetings) - 1)
        if len(self._meetings) < len(records) or any(one.unread for one in self._meetings):
            self.failed.emit(_UNREAD)
        self.changed.emit()

    # --- what there is

    @property
    def ready(self) -> bool:
        """Whether what was kept has been read."""
        return self._keeper.ready

    @property
    def kept(self) -> bool:
        """Whether the werksessie is kept in the library; not so for an example."""
        return self._keeper.kept

    @property
    def now(self) -> datetime:
        """The moment, with a time zone."""
        return self._now()

    @property
    def workshops(self) -> tuple[Workshop, ...]:
        """Every werksessie of this dossier, the oldest first."""
        return tuple(one.workshop for one in self._meetings)

    @property
    def workshop(self) -> Workshop | None:
        """The werksessie at hand; None where there is none yet."""
        meeting = self._meeting
        return None if meeting is None else meeting.workshop

    @property
    def session(self) -> Session | None:
        """The werksessie at hand with its closed rounds as they may be seen."""
        meeting = self._meeting
        if meeting is None:
            return None
        people, closed = (meeting.workshop.id, meeting.workshop.participants, self._partners), meeting.closed
        known = self._session
        if known is None or known[0] != people or known[1] != closed:
            same = known is not None and known[0] == people and known[1] == closed[: len(known[1])]
            held = known[2].rounds if known is not None and same else ()
            known = self._session = (people, closed, meeting.session(self._partners, held))
        # The clock and the lists change often; what the rounds say does not follow from them.
        return known[2]._replace(workshop=meeting.workshop)

    @property
    def polling(self) -> Polling | None:
        """What may be seen of the open round; None where none is open."""
        meeting = self._meeting
        return None if meeting is None else meeting.polling

    @property
    def effect(self) -> Effect | None:
        """What the rounds do to the advice; None until it is worked out, then ``effect_changed`` is emitted."""
        session, dossier = self.session, self._editor.dossier
        if session is None or not session.rounds:
            return None
        held = self._effect
        if held is not None and held[0] is dossier and held[1] == (session.rounds, session.workshop.decisions):
            return held[2]
        self._think(dossier, session)
        return None

    def own_earlier(self, person: str) -> Vote | None:
        """What a participant gave in the round before; to be shown to that participant and nobody else."""
        meeting = self._meeting
        return None if meeting is None else meeting.own_earlier(person)

    @property
    def _meeting(self) -> Meeting | None:
        return self._meetings[self._at] if 0 <= self._at < len(self._meetings) else None

    @property
    def _partners(self) -> tuple[str, ...]:
        return tuple(one.id for one in self._editor.dossier.partners.active)

    # --- the werksessie

    def begin(self, name: str = "") -> None:
        """Begin another werksessie, with the people and the rule of the one at hand."""
        self._keeper.wait_ready()
        before = self.workshop
        made = Workshop(id=fresh_id(), name=name.strip(), held_on=self.now.astimezone().date())
        if before is not None:
            made = made.model_copy(update={"participants": before.participants, "rule": before.rule})
        self._meetings = (*self._meetings, Meeting(made, self.now))
        self.choose(made.id)
        self._keep_workshop()

    def choose(self, key: str) -> None:
        """Take another werksessie at hand."""
        self._at = next((place for place, one in enumerate(self._meetings) if one.workshop.id == key), self._at)
        self.changed.emit()

    def update(self, change: Callable[[Workshop], Workshop]) -> None:
        """Change people, lists, the aim and the like. Errors of ``change`` pass."""
        meeting = self._required
        after = meeting.with_workshop(change)
        if after.workshop != meeting.workshop:
            self._put(after)
            self._keep_workshop()
            self.changed.emit()

    def set_rule(self, rule: ConsensusRule) -> None:
        """Fix when people agree. Raises ``ValueError`` once there was a round."""
        meeting = self._required
        rounds = len(meeting.closed) + (meeting.open is not None)
        self.update(lambda workshop: rule_set(workshop, rule, rounds))

    # --- rounds

    def open_round(self, subject: Subject) -> None:
        """Open the next round on ``subject``. Raises ``ValueError`` while one is open, and after three."""
        self._change_round(self._required.with_round(fresh_id(), subject, self._partners, self.now))

    def vote(self, person: str, vote: Vote) -> None:
        """Take what a participant gives. Raises ``VoteError``."""
        self._change_round(self._required.with_vote(person, vote))

    def withdraw(self, person: str) -> None:
        """Forget what a participant gave."""
        self._change_round(self._required.without_vote(person))

    def count_hands(self, partner: str | None, hands: Mapping[int | None, int]) -> None:
        """Take the hands that were raised. Raises ``VoteError``."""
        self._change_round(self._required.with_hands(partner, hands))

    def close_round(self) -> Revealed:
        """Close the open round, and give what it says. Raises ``ValueError`` without one."""
        meeting = self._required
        key = meeting.open.id if meeting.open is not None else ""
        self._put(meeting.with_round_closed())
        self._keep_ballot(key)
        self.changed.emit()
        session = self.session
        assert session is not None
        return session.rounds[-1]

    def drop_round(self) -> None:
        """Forget the open round and all that was given in it."""
        meeting = self._required
        if meeting.open is None:
            return
        self._put(meeting.without_round())
        self._keeper.drop_ballot(meeting.open.id)
        self.changed.emit()

    def decide(self, round_: Revealed, value: int, *, partner: str | None = None, by: str = "") -> bool:
        """Set the joint answer, or that of ``partner`` by its spokesperson, in the dossier; whether it has a place."""
        if self._editor.read_only:
            self.failed.emit(_EXAMPLE)
            return False
        said = "Het antwoord is gezet in het dossier."
        try:
            self._editor.apply(lambda dossier: set_in_dossier(dossier, round_.subject, value, partner), said)
        except ValueError:
            self.failed.emit(_GONE)
            return False
        self.update(lambda workshop: decided(workshop, round_, value, partner=partner, by=by, at=self.now))
        return True

    # --- the clock, which locks nothing

    def start_clock(self, name: str, seconds: int) -> None:
        """Let a clock run from now."""
        self.update(lambda held: held.model_copy(update={"timer": started(name, seconds, self.now)}))

    def turn_clock(self) -> None:
        """Let the clock stand still, or run on."""
        timer = self.workshop.timer if self.workshop is not None else None
        if timer is not None:
            turned = restarted(timer, self.now) if timer.ends is None else paused(timer, self.now)
            self.update(lambda held: held.model_copy(update={"timer": turned}))

    def stop_clock(self) -> None:
        """Put the clock away."""
        self.update(lambda held: held.model_copy(update={"timer": None}))

    @property
    def seconds_left(self) -> int | None:
        """What the clock says, below zero when the time is over; None without a clock."""
        timer = self.workshop.timer if self.workshop is not None else None
        return None if timer is None else timer.seconds_left(self.now)

    # --- keeping

    def settle(self) -> bool:
        """Write what waits, and wait for it; whether all of it is in the library now."""
        return self._keeper.settle()

    def reread(self) -> None:
        """Show what stands in the library, after something else wrote there; what is not written yet is first."""
        self._keeper.reread()

    def close(self) -> None:
        """Write what waits, and wait for what is on its way."""
        self._closed = True
        self._thinker.wait()
        self._keeper.close()

    @property
    def _required(self) -> Meeting:
        meeting = self._meeting
        if meeting is None:
            raise ValueError("there is no werksessie")
        return meeting

    def _put(self, meeting: Meeting) -> None:
        self._meetings = (*self._meetings[: self._at], meeting, *self._meetings[self._at + 1 :])

    def _change_round(self, after: Meeting) -> None:
        self._put(after)
        if after.open is not None:
            self._keep_ballot(after.open.id)
        self.changed.emit()

    def _keep_workshop(self) -> None:
        self._keeper.keep_workshop(self._required.record(self.now))

    def _keep_ballot(self, key: str) -> None:
        self._keeper.keep_ballot(self._required.ballot(key, self.now))

    # --- the advice

    def _forget_effect(self) -> None:
        if self._effect is not None and self._effect[0] is not self._editor.dossier:
            self.effect_changed.emit()

    def _think(self, dossier: Dossier, session: Session) -> None:
        if self._thinker.busy or self._closed:
            return
        knowledge, decisions = self._editor.knowledge, session.workshop.decisions

        def done(effect: Effect) -> None:
            self._effect = (dossier, (session.rounds, decisions), effect)
            self.effect_changed.emit()

        self._thinker.start(lambda: effect_of(dossier, knowledge, session.rounds, decisions), done)
