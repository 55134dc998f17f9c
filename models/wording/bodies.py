"""Which bodies decide on a dossier, and what each is called for the kind of partner (Wgr 1; law.md §1).

A municipality has a raad, a college and a burgemeester; a province and a waterschap have others in their place. Any
other organisation has one board, whatever is asked of it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from models.dossier import Dossier
from models.dossier.agree import RegelingKind
from models.dossier.base import known
from models.dossier.explore import Partner
from models.dutch import listed
from models.vocabulary import BodyKind, LegalBasis, PartnerKind
from models.wording.about import NAME_LENGTH
from models.wording.words import shortened, some_names

__all__ = ["REGELINGEN", "DecidingBody", "bodies_of", "bodies_words", "body_nouns", "deciding_bodies"]

REGELINGEN = frozenset(
    {
        LegalBasis.REGELING_ZONDER_MEER,
        LegalBasis.CENTRUMGEMEENTE,
        LegalBasis.GEMEENSCHAPPELIJK_ORGAAN,
        LegalBasis.BEDRIJFSVOERINGSORGANISATIE,
        LegalBasis.OPENBAAR_LICHAAM,
    }
)
"""The legal bases of the Wgr: no college or burgemeester makes them without the consent of its raad (Wgr 1)."""

_BOARD = ("bestuur", "besturen")
_NOUNS: Mapping[PartnerKind, Mapping[BodyKind, tuple[str, str]]] = {
    PartnerKind.GEMEENTE: {
        BodyKind.RAAD: ("raad", "raden"),
        BodyKind.COLLEGE: ("college", "colleges"),
        BodyKind.BURGEMEESTER: ("burgemeester", "burgemeesters"),
    },
    PartnerKind.PROVINCIE: {
        BodyKind.RAAD: ("provinciale staten", "provinciale staten"),
        BodyKind.COLLEGE: ("gedeputeerde staten", "gedeputeerde staten"),
        BodyKind.BURGEMEESTER: ("commissaris van de Koning", "commissarissen van de Koning"),
    },
    PartnerKind.WATERSCHAP: {
        BodyKind.RAAD: ("algemeen bestuur", "algemene besturen"),
        BodyKind.COLLEGE: ("dagelijks bestuur", "dagelijkse besturen"),
        BodyKind.BURGEMEESTER: ("dijkgraaf", "dijkgraven"),
    },
}
_OF_ONE = {
    RegelingKind.RAADSREGELING: BodyKind.RAAD,
    RegelingKind.COLLEGEREGELING: BodyKind.COLLEGE,
    RegelingKind.BURGEMEESTERSREGELING: BodyKind.BURGEMEESTER,
}
_ORDER = (BodyKind.COLLEGE, BodyKind.BURGEMEESTER, BodyKind.RAAD)
"""As decisions come: who makes the regeling first, then the raad."""


class DecidingBody(NamedTuple):
    """A body of one partner; ``noun``: what it is called there ("college"); ``consents``: it only gives consent."""

    kind: BodyKind
    partner: str
    partner_kind: PartnerKind
    noun: str
    partner_name: str
    consents: bool = False

    @property
    def name(self) -> str:
        """ "college van Barendrecht", for the middle of a sentence."""
        return f"{self.noun} van {self.partner_name}"


def deciding_bodies(dossier: Dossier, basis: LegalBasis | None) -> tuple[DecidingBody, ...]:
    """The bodies that decide, by kind and partner; empty where nobody said which powers are involved.

    From the kind of regeling, else the bodies whose powers are involved; and from the beslispunten. ``basis``: with
    a regeling of colleges or burgemeesters the raad gives its consent.
    """
    kinds = set(_makers(dossier)) | {kind for point in dossier.vaststelling.beslispunten for kind in point.bodies}
    consents = bool(kinds) and BodyKind.RAAD not in kinds and basis in REGELINGEN
    return bodies_of(dossier.partners.active, kinds | ({BodyKind.RAAD} if consents else set()), consents=consents)


def _makers(dossier: Dossier) -> Collection[BodyKind]:
    chosen, facts = known(dossier.besluitvorming.kind), known(dossier.rechtsvorm.facts.bodies) or ()
    if chosen is None:
        return facts
    if chosen is RegelingKind.GEMENGDE_REGELING:
        return facts if len(facts) > 1 else (BodyKind.RAAD, BodyKind.COLLEGE)
    return (_OF_ONE[chosen],)


def bodies_of(
    partners: Sequence[Partner], kinds: Collection[BodyKind], *, consents: bool = False
) -> tuple[DecidingBody, ...]:
    """The bodies of these kinds of each partner; ``consents``: the raad only gives its consent."""
    found = (_body(p, kind, consents=consents) for kind in _ORDER if kind in kinds for p in partners)
    return tuple({(body.noun, body.partner): body for body in found}.values())


def _body(partner: Partner, kind: BodyKind, *, consents: bool) -> DecidingBody:
    noun = _nouns(partner.kind, kind)[0]
    name = shortened(partner.name, NAME_LENGTH) or "een partner zonder naam"
    only = consents and kind is BodyKind.RAAD and partner.kind in _NOUNS
    return DecidingBody(kind, partner.id, partner.kind, noun, name, only)


def _nouns(partner: PartnerKind, kind: BodyKind) -> tuple[str, str]:
    return _NOUNS[partner][kind] if partner in _NOUNS else _BOARD


def body_nouns(bodies: Iterable[DecidingBody]) -> str:
    """``de colleges en de raden``: the bodies without whose they are."""
    counts: dict[tuple[PartnerKind, BodyKind], int] = {}
    for body in bodies:
        counts[body.partner_kind, body.kind] = counts.get((body.partner_kind, body.kind), 0) + 1
    return listed(list(dict.fromkeys(_with_article(*key, number) for key, number in counts.items())))


def _with_article(partner: PartnerKind, kind: BodyKind, number: int) -> str:
    noun = _nouns(partner, kind)[min(number, 2) - 1]
    if noun.endswith(" staten"):
        return noun
    neuter = number == 1 and noun.endswith(("bestuur", "college"))
    return f"{'het' if neuter else 'de'} {noun}"


def bodies_words(bodies: Sequence[DecidingBody]) -> str:
    """``colleges en raden van Aalten en Bronckhorst``; bodies of the same partners stand together."""
    groups: dict[tuple[PartnerKind, BodyKind], list[DecidingBody]] = {}
    for body in bodies:
        groups.setdefault((body.partner_kind, body.kind), []).append(body)
    together: dict[tuple[str, ...], list[str]] = {}
    for (partner, kind), held in groups.items():
        noun = _nouns(partner, kind)[0 if len(held) == 1 else 1]
        together.setdefault(tuple(body.partner for body in held), []).append(noun)
    names = {body.partner: body.partner_name for body in bodies}
    return "; ".join(
        f"{listed(list(dict.fromkeys(nouns)))} van {some_names(partners, names)}"
        for partners, nouns in together.items()
    )
