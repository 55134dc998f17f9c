"""What leaving costs: the exit sum by every method, what the others take over, and the same for each partner.

The regeling's own formula goes first; where it is silent, case law accepts tapering in two readings (KB 14-5-1985,
AB 1985/424) or direct real damage with bridging (ABRvS 15-4-2015, ECLI:NL:RVS:2015:1198) [cases.md, law.md §1.4].
Leaving is a power of the partner itself: consent of the others is no term in any outcome.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from models.agreements.contributions import CostOutcome
from models.agreements.leaving_methods import (
    OWN_FORMULA,
    BaseOrigin,
    ExitBase,
    ExitMethod,
    ExitYear,
    MethodKind,
    catalogue_method,
    has_own_figures,
    own_formula,
)
from models.agreements.leaving_notes import ExitNote, ExitNoteKind
from models.agreements.leaving_takeover import Takeover, TakeoverYear, avoided_part, place_of, take_over
from models.agreements.money import cents, euros
from models.agreements.outcome import YearOutcome
from models.dossier.base import known
from models.dossier.costs import KostenSection
from models.dossier.explore import Partner
from models.knowledge.catalogue import ExitKind, ExitText

__all__ = [
    "OWN_FORMULA",
    "Applies",
    "BaseOrigin",
    "ExitBase",
    "ExitMethod",
    "ExitNote",
    "ExitNoteKind",
    "ExitYear",
    "LeaveOverview",
    "LeaveRow",
    "Leaving",
    "MethodKind",
    "Takeover",
    "TakeoverYear",
    "leave",
    "leave_overview",
]

_CONSENT = ("instemming", "instemmen", "unaniem")


class Applies(StrEnum):
    """Why the method that stands first applies, or why none does."""

    OWN_FORMULA = "own_formula"
    IN_WORDS = "in_words"
    CHOSEN = "chosen"
    OPEN = "open"


class Leaving(NamedTuple):
    """All about one partner that leaves after the year ``left_in``.

    ``methods``: the one that applies first; ``applied``: its id, ``None`` while nothing says which. ``why``: of that;
    ``IN_WORDS``: the regeling has a formula in words only, so that a chosen method merely stands in for it.
    """

    partner: str | None
    left_in: int | None
    base: ExitBase | None
    methods: tuple[ExitMethod, ...]
    applied: str | None
    why: Applies
    takeover: Takeover
    obstacles: tuple[ExitNote, ...] = ()
    remarks: tuple[ExitNote, ...] = ()

    @property
    def method(self) -> ExitMethod | None:
        """The method that applies."""
        return next((method for method in self.methods if method.id == self.applied), None)

    @property
    def low_cents(self) -> int | None:
        """The lowest sum of all methods."""
        return min(_totals(self.methods), default=None)

    @property
    def high_cents(self) -> int | None:
        """The highest sum of all methods."""
        return max(_totals(self.methods), default=None)


class LeaveRow(NamedTuple):
    """One partner, if it would leave; cents. ``stranded_cents``: per year after leaving, what the others take over."""

    partner: str
    contribution_cents: int | None
    low_cents: int | None
    high_cents: int | None
    applied_cents: int | None
    stranded_cents: tuple[int, ...] = ()

    @property
    def low(self) -> Decimal | None:
        """In euros."""
        return _euros(self.low_cents)

    @property
    def high(self) -> Decimal | None:
        """In euros."""
        return _euros(self.high_cents)

    @property
    def applied(self) -> Decimal | None:
        """In euros."""
        return _euros(self.applied_cents)

    @property
    def stranded_total_cents(self) -> int | None:
        """What the others take over in all these years; ``None`` where it cannot be worked out."""
        return sum(self.stranded_cents) if self.stranded_cents else None


@dataclass(frozen=True, slots=True)
class LeaveOverview:
    """What it would cost if each partner left after ``left_in``, over ``count`` years after leaving."""

    left_in: int | None
    count: int
    rows: tuple[LeaveRow, ...] = ()
    obstacles: tuple[ExitNote, ...] = ()
    remarks: tuple[ExitNote, ...] = ()


def leave(
    kosten: KostenSection, partners: Sequence[Partner], outcome: CostOutcome, catalogue: Iterable[ExitText]
) -> Leaving:
    """The outcome for the partner that the dossier names; ``outcome`` of ``work_out`` for the same partners.

    ``catalogue``: the entries on leaving of the knowledge.
    """
    texts = _methods_of(catalogue)
    left_in, year_notes = _left_in(kosten, outcome)
    base, obstacles = _base(kosten, partners, outcome, kosten.exit_partner, left_in)
    applied, why, said = _applied(kosten, texts)
    methods = _in_order(_methods(kosten, texts, base, left_in, damages=True), applied)
    takeover = _takeover(kosten, partners, outcome, kosten.exit_partner, left_in, _count(kosten, texts))
    done = next((method for method in methods if method.id == applied), None)
    return Leaving(
        kosten.exit_partner,
        left_in,
        base,
        methods,
        applied,
        why,
        _covered(takeover, done),
        obstacles,
        (*said, *year_notes),
    )


def leave_overview(
    kosten: KostenSection, partners: Sequence[Partner], outcome: CostOutcome, catalogue: Iterable[ExitText]
) -> LeaveOverview:
    """Every partner in turn, to discuss before signing.

    Damage that is filled in, and a typed contribution, belong to the partner that the dossier names: they count for
    no other.
    """
    texts = _methods_of(catalogue)
    left_in, year_notes = _left_in(kosten, outcome)
    applied, _why, _said = _applied(kosten, texts)
    count = _count(kosten, texts)
    if not partners:
        return LeaveOverview(left_in, count, obstacles=(ExitNote(ExitNoteKind.NO_PARTNERS),))
    obstacles = _key_obstacles(outcome)
    rows = tuple(_row(kosten, partners, outcome, texts, partner.id, left_in, applied, count) for partner in partners)
    remarks = list(year_notes)
    if any(damage.amounts for damage in kosten.exit_damages):
        named = () if kosten.exit_partner is None else (kosten.exit_partner,)
        remarks.append(ExitNote(ExitNoteKind.DAMAGE_OF_ONE, named))
    if kosten.exit_avoidable is None and not obstacles:
        remarks.append(ExitNote(ExitNoteKind.AVOIDABLE_MISSING))
    return LeaveOverview(left_in, count, rows, obstacles, tuple(remarks))


def _row(
    kosten: KostenSection,
    partners: Sequence[Partner],
    outcome: CostOutcome,
    texts: tuple[ExitText, ...],
    partner: str,
    left_in: int | None,
    applied: str | None,
    count: int,
) -> LeaveRow:
    own = partner == kosten.exit_partner
    held = kosten if own else kosten.model_copy(update={"exit_contribution": None})
    base, _obstacles = _base(held, partners, outcome, partner, left_in)
    methods = _methods(kosten, texts, base, left_in, damages=own)
    totals = _totals(methods)
    return LeaveRow(
        partner,
        None if base is None else base.cents,
        min(totals, default=None),
        max(totals, default=None),
        next((method.total_cents for method in methods if method.id == applied), None),
        _stranded(kosten, outcome, partner, left_in, count) if len(partners) > 1 else (),
    )


def _stranded(
    kosten: KostenSection, outcome: CostOutcome, partner: str, left_in: int | None, count: int
) -> tuple[int, ...]:
    """Per year after leaving the contribution that falls away, less what is avoided."""
    choice = outcome.choice
    if choice is None or not choice.years or left_in is None:
        return ()
    rows = choice.years[outcome.budget.start_place :]
    places = [place_of([row.year for row in rows], left_in + number) for number in range(1, count + 1)]
    paid = {place: _paid_in(rows[place], partner) for place in set(places)}
    return tuple(paid[place] - avoided_part(kosten, paid[place]) for place in places)


def _paid_in(year: YearOutcome, partner: str) -> int:
    return next(c.structural_cents for c in year.contributions if c.partner == partner)


# --- the year, the contribution, the methods


def _left_in(kosten: KostenSection, outcome: CostOutcome) -> tuple[int | None, tuple[ExitNote, ...]]:
    """The last year with a contribution: as typed, else the first with contributions, which is said."""
    if kosten.exit_year is not None:
        return kosten.exit_year, ()
    if not outcome.budget.years:
        return None, ()
    first = outcome.budget.start  # the years before it hold one-off cost only
    return first, (ExitNote(ExitNoteKind.YEAR_TAKEN, year=first),)


def _key_obstacles(outcome: CostOutcome) -> tuple[ExitNote, ...]:
    choice = outcome.choice
    if choice is None:
        return (ExitNote(ExitNoteKind.NO_KEY),)
    if not choice.years:
        return (ExitNote(ExitNoteKind.KEY_FAILS, name=choice.name, causes=choice.obstacles),)
    return ()


def _leaver_obstacles(partners: Sequence[Partner], partner: str | None) -> tuple[ExitNote, ...]:
    if not partners:
        return (ExitNote(ExitNoteKind.NO_PARTNERS),)
    if partner is None:
        return (ExitNote(ExitNoteKind.NO_LEAVER),)
    if all(held.id != partner for held in partners):
        return (ExitNote(ExitNoteKind.LEAVER_OUTSIDE, (partner,)),)
    return ()


def _base(
    kosten: KostenSection, partners: Sequence[Partner], outcome: CostOutcome, partner: str | None, left_in: int | None
) -> tuple[ExitBase | None, tuple[ExitNote, ...]]:
    """The yearly contribution, and what stands in the way of taking it from the key."""
    obstacles = (*_leaver_obstacles(partners, partner), *_key_obstacles(outcome))
    if kosten.exit_contribution is not None:
        return ExitBase(cents(kosten.exit_contribution), BaseOrigin.TYPED), obstacles
    choice = outcome.choice
    if obstacles or choice is None or partner is None or left_in is None:
        return None, obstacles
    rows = choice.years[outcome.budget.start_place :]
    row = rows[place_of([row.year for row in rows], left_in)]
    return ExitBase(_paid_in(row, partner), BaseOrigin.KEY, row.year, choice.key), ()


def _methods_of(catalogue: Iterable[ExitText]) -> tuple[ExitText, ...]:
    return tuple(text for text in catalogue if text.kind is not ExitKind.RULE)


def _applied(kosten: KostenSection, texts: Sequence[ExitText]) -> tuple[str | None, Applies, tuple[ExitNote, ...]]:
    """Which method applies, why, and what must be said about that."""
    said = []
    words = kosten.exit_formula.casefold()
    if any(word in words for word in _CONSENT):
        said.append(ExitNote(ExitNoteKind.ASKS_CONSENT))
    if has_own_figures(kosten):
        return OWN_FORMULA, Applies.OWN_FORMULA, tuple(said)
    method = known(kosten.exit_method)
    chosen = method if any(text.id == method for text in texts) else None
    if kosten.exit_formula.strip():
        return chosen, Applies.IN_WORDS, tuple(said)
    if chosen is None:
        return None, Applies.OPEN, (*said, ExitNote(ExitNoteKind.METHOD_OPEN))
    return chosen, Applies.CHOSEN, tuple(said)


def _methods(
    kosten: KostenSection, texts: Sequence[ExitText], base: ExitBase | None, left_in: int | None, *, damages: bool
) -> tuple[ExitMethod, ...]:
    """The own formula where there is one, and each method of the catalogue."""
    own = (own_formula(kosten, base, left_in),) if has_own_figures(kosten) or kosten.exit_formula.strip() else ()
    held = kosten.exit_damages if damages else ()
    return (*own, *(catalogue_method(text, held, base, left_in) for text in texts))


def _in_order(methods: tuple[ExitMethod, ...], applied: str | None) -> tuple[ExitMethod, ...]:
    return tuple(sorted(methods, key=lambda method: method.id != applied))


def _count(kosten: KostenSection, texts: Iterable[ExitText]) -> int:
    """How many years after leaving are worked out: as many as the longest schedule or term."""
    terms = (max(text.years or 0, len(text.percentages)) for text in texts)
    return max((*terms, *kosten.exit_percentages, 1))


def _totals(methods: Iterable[ExitMethod]) -> tuple[int, ...]:
    return tuple(total for method in methods if (total := method.total_cents) is not None)


def _euros(amount: int | None) -> Decimal | None:
    return None if amount is None else euros(amount)


# --- taking over


def _takeover(
    kosten: KostenSection,
    partners: Sequence[Partner],
    outcome: CostOutcome,
    partner: str | None,
    left_in: int | None,
    count: int,
) -> Takeover:
    obstacles = (*_leaver_obstacles(partners, partner), *_key_obstacles(outcome))
    if obstacles or partner is None or left_in is None:
        return Takeover(obstacles=obstacles)
    return take_over(kosten, partners, outcome, partner, left_in, count)


def _covered(takeover: Takeover, method: ExitMethod | None) -> Takeover:
    """With what the exit sum of the method that applies brings in, year by year."""
    if method is None or method.obstacles:
        return takeover
    return replace(
        takeover, years=tuple(replace(row, exit_cents=method.cents_in(row.number)) for row in takeover.years)
    )
