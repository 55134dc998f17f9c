"""The yearly budget cycle of what has a budget by the Wgr: OL, BVO and GO (law.md §6.6).

Its days are the last that are in time. The twelve weeks of Wgr 35(1) are counted back from the board, so the
Algemene termijnenwet does not move them (ATW 1(2)); the two weeks after adoption run forward, and it does.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.planning.calendars import finished, guarded
from models.planning.days import last_day_before, plus_days
from models.planning.forward import Outcome
from models.planning.keys import CalendarKind, Organ, Ready, StepKey
from models.planning.notes import NoteKind, PlanNote
from models.planning.raden import Raad
from models.planning.results import DecisionCalendar, PlannedStep, RaadDay
from models.planning.situation import WITH_BUDGET, Setting, basis_of, partner_notes, raden_of, setting_of
from models.planning.terms import TermBook, UsedTerm, forward_end
from models.vocabulary import LegalBasis

__all__ = ["budget_calendar", "earliest_board_day", "latest_sending_day"]

K, R = StepKey, Ready
_TWELVE_WEEKS = "ontwerpbegroting-naar-raden"
_TERMS = (
    "kaders-naar-raden",
    _TWELVE_WEEKS,
    "jaarrekening-naar-gs",
    "begroting-naar-gs",
    "begroting-naar-gs-na-vaststelling",
    "atw-weken",
)


def latest_sending_day(board: date, knowledge: Knowledge, day: date) -> date | None:
    """The last day to send the draft budget to the raden, for a board on ``board``; ``None`` without a valid term.

    ``day``: the date of the dossier. The day is never moved (ATW 1(2)).
    """
    term = TermBook(knowledge.law.terms, day, {}).find(_TWELVE_WEEKS)
    return None if term is None else term.before(board)


def earliest_board_day(sent: date, knowledge: Knowledge, day: date) -> date | None:
    """The first day for the board, where the draft budget was sent on ``sent``; ``None`` without a valid term."""
    term = TermBook(knowledge.law.terms, day, {}).find(_TWELVE_WEEKS)
    return None if term is None else term.after(sent)


def budget_calendar(dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None = None) -> DecisionCalendar:
    """The last days of the cycle in the year before ``besluitvorming.budget_year``.

    Where the days of the board are empty, the latest possible ones are used, with a remark.
    """
    empty = DecisionCalendar(CalendarKind.BEGROTING, None, None)
    return guarded(empty, lambda: _budget(empty, dossier, knowledge, basis))


def _budget(
    empty: DecisionCalendar, dossier: Dossier, knowledge: Knowledge, advised: LegalBasis | None
) -> DecisionCalendar:
    setting, year = setting_of(dossier, knowledge), dossier.besluitvorming.budget_year
    obstacles, remarks = partner_notes(setting)
    basis, basis_notes = basis_of(dossier, advised)
    if basis is None:
        obstacles = (*obstacles, *basis_notes)
    elif basis not in WITH_BUDGET:
        obstacles = (*obstacles, PlanNote(NoteKind.NO_BUDGET_CYCLE, basis=basis))
    if year is None:
        obstacles = (*obstacles, PlanNote(NoteKind.NO_BUDGET_YEAR))
    so_far = replace(empty, basis=basis)
    if obstacles or basis is None or year is None:
        return replace(so_far, obstacles=obstacles)
    missing = tuple(
        PlanNote(NoteKind.TERM_NOT_VALID, name=setting.book.name(key), day=setting.book.day)
        for key in _TERMS
        if setting.book.find(key) is None
    )
    if missing:
        return replace(so_far, obstacles=missing)
    board, board_notes = _board(dossier, basis, year, setting.book)
    if board is None:
        return replace(so_far, obstacles=board_notes)
    cycle = _Cycle(setting, basis, year - 1, board)
    outcome = Outcome(steps=list(cycle.steps()))
    outcome.remarks = [*board_notes, *cycle.notes(outcome.steps)]
    raden = cycle.raden
    return finished(so_far, outcome, setting, raden, (*remarks, *basis_notes))


class _Board(NamedTuple):
    """When the draft is offered to the board, and when the budget is adopted.

    ``latest``: the last day that is in time; ``chosen``: people named the day of adoption, so it is not a last day;
    ``offer_chosen``: likewise the day of offering.
    """

    offers: date
    adopts: date
    latest: date
    chosen: bool
    offer_chosen: bool

    @property
    def too_late(self) -> bool:
        """Whether the budget is adopted after the last day on which GS must have it (Wgr 34(2))."""
        return self.adopts > self.latest


def _board(
    dossier: Dossier, basis: LegalBasis, year: int, book: TermBook
) -> tuple[_Board | None, tuple[PlanNote, ...]]:
    """The days of the board. Without a general board the twelve weeks count from adoption (Wgr 35(1))."""
    offers, adopts = dossier.besluitvorming.board_offers_on, dossier.besluitvorming.board_adopts_on
    general = basis is LegalBasis.OPENBAAR_LICHAAM
    if not general:
        adopts = adopts or offers
        offers = adopts
    chosen, offer_chosen = adopts is not None, offers is not None
    if offers is not None and adopts is not None and offers > adopts:
        return None, (PlanNote(NoteKind.BOARD_DATES_REVERSED, day=offers, until=adopts),)
    latest = last_day_before(_term(book, "begroting-naar-gs").value, year - 1)
    notes: list[PlanNote] = []
    if adopts is None:
        adopts = latest if offers is None else max(latest, offers)
        notes.append(PlanNote(NoteKind.LATEST_DATES_USED, day=adopts))
    if offers is None:
        offers = adopts
        if general:
            notes.append(PlanNote(NoteKind.OFFER_FROM_ADOPTION, day=offers))
    if adopts > latest:
        notes.append(PlanNote(NoteKind.ADOPTION_TOO_LATE, step=K.BEGROTING_VASTSTELLEN, day=adopts, until=latest))
    elif adopts.year != year - 1:
        notes.append(PlanNote(NoteKind.BOARD_IN_OTHER_YEAR, day=adopts, years=(year - 1,)))
    return _Board(offers, adopts, latest, chosen, offer_chosen), tuple(notes)


def _term(book: TermBook, key: str) -> UsedTerm:
    term = book.find(key)
    assert term is not None  # all of _TERMS were looked up before
    return term


class _Cycle:
    def __init__(self, setting: Setting, basis: LegalBasis, year: int, board: _Board) -> None:
        self._setting, self._book, self._year, self._board = setting, setting.book, year, board
        self._general = basis is LegalBasis.OPENBAAR_LICHAAM
        self._daily = Organ.DAGELIJKS_BESTUUR if self._general else Organ.BESTUUR
        self.raden: tuple[Raad, ...] = raden_of(setting, setting.municipalities)
        self._sent = _term(self._book, _TWELVE_WEEKS).before(board.offers)

    def steps(self) -> Iterable[PlannedStep]:
        """The cycle in the order of its days."""
        return sorted((*self._before_board(), *self._at_board()), key=lambda step: step.start)

    def _before_board(self) -> Iterable[PlannedStep]:
        frames = _term(self._book, "kaders-naar-raden")
        by_frames = last_day_before(frames.value, self._year)
        yield self._moment(K.KADERS, self._daily, by_frames, frames, None, (R.KADERBRIEF, R.VOORLOPIGE_JAARREKENING))
        twelve = _term(self._book, _TWELVE_WEEKS)
        yield self._moment(K.ONTWERPBEGROTING, self._daily, self._sent, twelve, None, (R.ONTWERP_BEGROTING,))
        # A board on 1 January of the year 1 has no day before it; guarded() then says so.
        last = plus_days(self._board.offers, -1)
        yield self._span(
            K.BEGROTING_ZIENSWIJZE,
            Organ.RAAD,
            last,
            "artikel 35, derde lid, Wgr",
            (R.RAADSVOORSTEL_BEGROTING,),
            tuple(raad.speaks(self._sent, last, self._setting.work) for raad in self.raden),
        )
        inspection = "artikel 35, tweede lid, Wgr"
        yield self._span(K.TER_INZAGE, Organ.DEELNEMERS, plus_days(self._board.adopts, -1), inspection, (R.INZAGE,))
        accounts = _term(self._book, "jaarrekening-naar-gs")
        by_accounts = last_day_before(accounts.value, self._year)
        yield self._moment(K.JAARREKENING_GS, self._daily, by_accounts, accounts, None, (R.JAARREKENING,))

    def _at_board(self) -> Iterable[PlannedStep]:
        board = self._board
        answer = "artikel 35, vierde lid, Wgr"
        yield self._moment(
            K.BEGROTING_ANTWOORD, self._daily, plus_days(board.adopts, -1), None, answer, (R.SCHRIFTELIJK_ANTWOORD,)
        )
        if self._general:
            offer = "artikel 35, eerste en derde lid, Wgr"
            offering = self._moment(K.BEGROTING_AANBIEDEN, self._daily, board.offers, None, offer, (R.AANBIEDING,))
            yield replace(offering, latest=not board.offer_chosen)
        adopting = Organ.ALGEMEEN_BESTUUR if self._general else Organ.BESTUUR
        adoption = self._moment(
            K.BEGROTING_VASTSTELLEN, adopting, board.adopts, None, "artikel 34, eerste lid, Wgr", (R.BEGROTING,)
        )
        yield replace(adoption, decision=True, latest=not (board.chosen or board.too_late))
        yield self._to_gs()

    def _to_gs(self) -> PlannedStep:
        """Within two weeks after adoption, and by 14 September: whichever comes first (Wgr 34(2)).

        After an adoption that is too late there is no day left that is in time: it is sent at once.
        """
        weeks, fixed = _term(self._book, "begroting-naar-gs-na-vaststelling"), _term(self._book, "begroting-naar-gs")
        found = forward_end(weeks, self._board.adopts, self._setting.work, self._book)
        assert found is not None  # the limit of the Algemene termijnenwet is one of _TERMS
        counted, end = found
        term = weeks
        if self._board.latest < end:
            counted = end = max(self._board.latest, self._board.adopts)
            term = fixed
        step = self._moment(K.BEGROTING_GS, self._daily, end, term, None, (R.BEGROTING,))
        return replace(step, start=self._board.adopts, counted_end=counted, latest=not self._board.too_late)

    def _moment(
        self,
        key: StepKey,
        organ: Organ,
        day: date,
        term: UsedTerm | None,
        article: str | None,
        ready: tuple[Ready, ...],
    ) -> PlannedStep:
        article = term.article if term is not None else article
        return PlannedStep(key, organ, (), day, day, day, term, article, latest=True, ready=ready)

    def _span(
        self,
        key: StepKey,
        organ: Organ,
        end: date,
        article: str,
        ready: tuple[Ready, ...],
        raden: tuple[RaadDay, ...] = (),
    ) -> PlannedStep:
        partners = self._setting.municipalities
        return PlannedStep(
            key, organ, partners, self._sent, end, end, None, article, latest=True, ready=ready, raden=raden
        )

    def notes(self, steps: Iterable[PlannedStep]) -> Iterable[PlanNote]:
        """What must be said of these days."""
        yield PlanNote(NoteKind.FIRST_YEAR, years=(self._year + 1,))
        by_key = {step.key: step for step in steps}
        if self._sent < by_key[K.KADERS].end:
            yield PlanNote(NoteKind.BUDGET_BEFORE_FRAMES, day=self._sent, until=by_key[K.KADERS].end)
        for step in by_key.values():
            yield from self._about(step)
        views = by_key[K.BEGROTING_ZIENSWIJZE]
        silent = tuple(raad.partner for raad in views.raden if raad.day is None)
        if silent:
            yield PlanNote(NoteKind.NO_MEETING_IN_TERM, silent, step=views.key)
        through = tuple(raad.partner for raad in self.raden if raad.in_recess(views.start, views.end))
        if through:
            yield PlanNote(NoteKind.TERM_THROUGH_RECESS, through, step=views.key)

    def _about(self, step: PlannedStep) -> Iterable[PlanNote]:
        work = self._setting.work
        if step.end != step.counted_end:
            yield PlanNote(NoteKind.TERM_MOVED, step=step.key, day=step.counted_end, until=step.end)
        elif (step.term is not None or step.key is K.BEGROTING_ANTWOORD) and step.latest and work.is_free(step.end):
            back = step.key is K.ONTWERPBEGROTING
            kind = NoteKind.BACKWARDS_NOT_MOVED if back else NoteKind.LATEST_IN_WEEKEND
            yield PlanNote(kind, step=step.key, day=step.end, until=work.on_or_before(step.end))
