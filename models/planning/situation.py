"""What a calendar must know of a dossier: legal basis, kind of regeling, who decides, and the days of the raden."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from models.dossier import Dossier
from models.dossier.agree import RaadDates, RegelingKind
from models.dossier.base import known
from models.knowledge import Knowledge
from models.planning.holidays import WorkDays
from models.planning.keys import Organ
from models.planning.notes import NoteKind, PlanNote
from models.planning.raden import Raad
from models.planning.terms import TermBook
from models.vocabulary import BodyKind, LegalBasis, PartnerKind

__all__ = [
    "AGREEMENTS",
    "BODIES",
    "ENTITIES",
    "WITH_BUDGET",
    "Regeling",
    "Setting",
    "basis_of",
    "partner_notes",
    "raden_of",
    "regeling_of",
    "seat_notes",
    "setting_of",
    "touching",
]

AGREEMENTS = frozenset({LegalBasis.CONVENANT, LegalBasis.OVEREENKOMST})
ENTITIES = frozenset({LegalBasis.VERENIGING, LegalBasis.STICHTING, LegalBasis.COOPERATIE, LegalBasis.BV, LegalBasis.NV})
BODIES = frozenset({LegalBasis.OPENBAAR_LICHAAM, LegalBasis.BEDRIJFSVOERINGSORGANISATIE})
"""The regelingen with a legal person of their own (Wgr 8(1)(3))."""
WITH_BUDGET = BODIES | {LegalBasis.GEMEENSCHAPPELIJK_ORGAAN}
"""What has a budget of its own: articles 34 and 35 Wgr name only these."""

_KIND_OF_ONE = {
    BodyKind.RAAD: RegelingKind.RAADSREGELING,
    BodyKind.COLLEGE: RegelingKind.COLLEGEREGELING,
    BodyKind.BURGEMEESTER: RegelingKind.BURGEMEESTERSREGELING,
}
_BODIES_OF = {kind: frozenset({body}) for body, kind in _KIND_OF_ONE.items()}


class Regeling(NamedTuple):
    """Who makes the regeling. ``raad``: the raden (co-)make it, so there is no draft round (Wgr 1(2))."""

    kind: RegelingKind
    raad: bool
    executive: Organ | None
    """College, burgemeester or both; ``None`` in a raadsregeling."""


class Setting(NamedTuple):
    """The dossier as a calendar sees it; ``municipalities``: ids of the partners with raad and college."""

    dossier: Dossier
    book: TermBook
    work: WorkDays
    municipalities: tuple[str, ...]
    raden: Mapping[str, Raad]


def setting_of(dossier: Dossier, knowledge: Knowledge) -> Setting:
    """Everything that does not hang on the kind of calendar."""
    active = dossier.partners.active
    municipalities = tuple(p.id for p in active if p.kind is PartnerKind.GEMEENTE)
    dates = dossier.besluitvorming.raad
    raden = {partner: Raad.of(partner, dates.get(partner, RaadDates())) for partner in municipalities}
    book = TermBook(knowledge.law.terms, dossier.dated, dossier.besluitvorming.terms)
    return Setting(dossier, book, WorkDays.of(knowledge.holidays), municipalities, raden)


def basis_of(dossier: Dossier, advised: LegalBasis | None) -> tuple[LegalBasis | None, tuple[PlanNote, ...]]:
    """The chosen basis, else the advised one with a remark, else ``None`` with an obstacle."""
    choice = dossier.rechtsvorm.choice
    if choice is not None:
        return choice.basis, ()
    if advised is not None:
        return advised, (PlanNote(NoteKind.BASIS_ADVISED, basis=advised),)
    return None, (PlanNote(NoteKind.NO_BASIS),)


def regeling_of(dossier: Dossier, basis: LegalBasis) -> tuple[Regeling | None, tuple[PlanNote, ...]]:
    """Which bodies make the regeling, or ``None`` with an obstacle.

    The kind that people chose comes first; else it follows from the bodies whose powers are involved, because those
    must take part (Wgr 1(1)). A bedrijfsvoeringsorganisatie is made by colleges only (Wgr 8(3)).
    """
    chosen = known(dossier.besluitvorming.kind)
    bodies = frozenset(known(dossier.rechtsvorm.facts.bodies) or ())
    kind = chosen or _kind_for(bodies)
    if kind is None:
        return None, (PlanNote(NoteKind.NO_KIND),)
    if basis is LegalBasis.BEDRIJFSVOERINGSORGANISATIE and kind is not RegelingKind.COLLEGEREGELING:
        return None, (PlanNote(NoteKind.KIND_NOT_ALLOWED, basis=basis, name=kind.value),)
    notes: list[PlanNote] = []
    if chosen is None:
        notes.append(PlanNote(NoteKind.KIND_DERIVED, name=kind.value))
    elif bodies and _kind_for(bodies) is not kind:
        notes.append(PlanNote(NoteKind.KIND_DIFFERS, name=kind.value))
    made, assumed = _bodies_of(kind, bodies)
    if assumed:
        notes.append(PlanNote(NoteKind.MIXED_WITH_RADEN))
    return Regeling(kind, BodyKind.RAAD in made, _executive(made)), tuple(notes)


def _kind_for(bodies: frozenset[BodyKind]) -> RegelingKind | None:
    if not bodies:
        return None
    return _KIND_OF_ONE[next(iter(bodies))] if len(bodies) == 1 else RegelingKind.GEMENGDE_REGELING


def _bodies_of(kind: RegelingKind, bodies: frozenset[BodyKind]) -> tuple[frozenset[BodyKind], bool]:
    """The bodies that make a regeling of this kind, and whether that had to be assumed."""
    if kind is not RegelingKind.GEMENGDE_REGELING:
        return _BODIES_OF[kind], False
    if len(bodies) > 1:
        return bodies, False
    return frozenset({BodyKind.RAAD, BodyKind.COLLEGE}), True


def _executive(bodies: frozenset[BodyKind]) -> Organ | None:
    if {BodyKind.COLLEGE, BodyKind.BURGEMEESTER} <= bodies:
        return Organ.COLLEGE_EN_BURGEMEESTER
    if BodyKind.COLLEGE in bodies:
        return Organ.COLLEGE
    return Organ.BURGEMEESTER if BodyKind.BURGEMEESTER in bodies else None


def partner_notes(setting: Setting) -> tuple[tuple[PlanNote, ...], tuple[PlanNote, ...]]:
    """Obstacles and remarks about who takes part: two partners at least, and a municipality among them."""
    active = setting.dossier.partners.active
    if len(active) < 2:
        return (PlanNote(NoteKind.FEW_PARTNERS),), ()
    if not setting.municipalities:
        return (PlanNote(NoteKind.NO_MUNICIPALITY),), ()
    others = tuple(p.id for p in active if p.id not in setting.municipalities)
    return (), (PlanNote(NoteKind.OTHER_PARTNERS, others),) if others else ()


def seat_notes(setting: Setting) -> tuple[tuple[str, ...], tuple[PlanNote, ...]]:
    """The municipality that publishes for all (Wgr 26(1)), or a remark that it is not known yet."""
    seat = setting.dossier.besluitvorming.seat
    active = {partner.id for partner in setting.dossier.partners.active}
    if seat is None or seat not in active:
        return (), (PlanNote(NoteKind.SEAT_MISSING),)
    if seat not in setting.municipalities:
        return (), (PlanNote(NoteKind.SEAT_NOT_MUNICIPALITY, (seat,)),)
    return (seat,), ()


def raden_of(setting: Setting, partners: Iterable[str]) -> tuple[Raad, ...]:
    """The raden of these partners, in the order of the dossier."""
    wanted = frozenset(partners)
    return tuple(raad for partner, raad in setting.raden.items() if partner in wanted)


def touching(raden: Iterable[Raad], first: date, last: date) -> tuple[tuple[str, tuple[date, date]], ...]:
    """The recess of these raden that touches the days from ``first`` to ``last``, by partner."""
    return tuple(
        (raad.partner, (begin, end)) for raad in raden for begin, end in raad.recess if begin <= last and end >= first
    )
