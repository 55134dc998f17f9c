"""Who signs what, and who still has to: three kinds of papers that stay apart.

Gemeente: papers of the college by burgemeester and secretaris (Gemeentewet 59a), papers of the raad by burgemeester
and griffier (75), an agreement by the burgemeester of each party with the day of the decision (171). Waterschap,
provincie and other bodies have signers of their own.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from models.dossier import Dossier
from models.dossier.explore import Partner
from models.signoff.approvals import adoptions_of
from models.signoff.state import SignOff
from models.storage.records import Adoption, Revision, Signature, SignatureAct
from models.vocabulary import BodyKind, PartnerKind

__all__ = [
    "Signer",
    "SigningNeed",
    "act_of_body",
    "open_needs",
    "signers_of",
    "signing_needs",
]


class Signer(NamedTuple):
    """Somebody who must sign. ``role``: in Dutch; ``accepts``: words of which one must stand in the role given."""

    role: str
    accepts: tuple[str, ...]
    article: str = ""

    def fits(self, role: str) -> bool:
        """Whether somebody in ``role`` may sign here; "locosecretaris" counts as secretaris."""
        given = role.casefold()
        return any(word in given for word in self.accepts)


_BURGEMEESTER = ("burgemeester",)
_DIJKGRAAF, _COMMISSARIS = ("dijkgraaf", "watergraaf", "voorzitter"), ("commissaris",)
_SECRETARIS, _GRIFFIER = ("secretaris",), ("griffier",)
_ANYBODY = ("",)
_59A, _75, _171 = (f"artikel {number} van de Gemeentewet" for number in ("59a", "75", "171"))

_SIGNERS: Mapping[PartnerKind, Mapping[SignatureAct, tuple[Signer, ...]]] = {
    PartnerKind.GEMEENTE: {
        SignatureAct.COLLEGE: (Signer("burgemeester", _BURGEMEESTER, _59A), Signer("secretaris", _SECRETARIS, _59A)),
        SignatureAct.RAAD: (
            Signer("burgemeester als voorzitter", ("burgemeester", "voorzitter"), _75),
            Signer("griffier", _GRIFFIER, _75),
        ),
        SignatureAct.AGREEMENT: (Signer("burgemeester", _BURGEMEESTER, _171),),
    },
    PartnerKind.WATERSCHAP: {
        SignatureAct.COLLEGE: (Signer("dijkgraaf", _DIJKGRAAF), Signer("secretaris", _SECRETARIS)),
        SignatureAct.RAAD: (Signer("dijkgraaf als voorzitter", _DIJKGRAAF), Signer("secretaris", _SECRETARIS)),
        SignatureAct.AGREEMENT: (Signer("dijkgraaf", _DIJKGRAAF),),
    },
    PartnerKind.PROVINCIE: {
        SignatureAct.COLLEGE: (Signer("commissaris van de Koning", _COMMISSARIS), Signer("secretaris", _SECRETARIS)),
        SignatureAct.RAAD: (
            Signer("commissaris van de Koning als voorzitter", _COMMISSARIS),
            Signer("griffier", _GRIFFIER),
        ),
        SignatureAct.AGREEMENT: (Signer("commissaris van de Koning", _COMMISSARIS),),
    },
    PartnerKind.GEMEENSCHAPPELIJKE_REGELING: {
        SignatureAct.COLLEGE: (Signer("voorzitter", ("voorzitter",)), Signer("secretaris", _SECRETARIS)),
        SignatureAct.AGREEMENT: (Signer("voorzitter", ("voorzitter",)),),
    },
}
_REPRESENTATIVE = {SignatureAct.AGREEMENT: (Signer("wie de organisatie mag vertegenwoordigen", _ANYBODY),)}

_NOUNS: Mapping[SignatureAct, tuple[str, ...]] = {
    SignatureAct.RAAD: ("raad", "gemeenteraad", "provinciale staten", "algemeen bestuur"),
    SignatureAct.COLLEGE: (
        "college",
        "burgemeester en wethouders",
        "gedeputeerde staten",
        "dagelijks bestuur",
        "bestuur",
    ),
}
"""With which words the name of a body begins; an organisation with one board signs as an executive one."""

_THREE_BODIES = frozenset({PartnerKind.GEMEENTE, PartnerKind.PROVINCIE, PartnerKind.WATERSCHAP})
_ASKED = {BodyKind.RAAD: SignatureAct.RAAD, BodyKind.COLLEGE: SignatureAct.COLLEGE}


def signers_of(act: SignatureAct, kind: PartnerKind) -> tuple[Signer, ...]:
    """Who must sign papers of this kind for a partner of this kind; empty where the law names nobody."""
    return _SIGNERS.get(kind, _REPRESENTATIVE).get(act, ())


def act_of_body(body: str) -> SignatureAct:
    """Which kind of papers a body makes, by the words with which its name begins; ``OTHER`` where that is unknown."""
    bare = body.strip().casefold().removeprefix("de ").removeprefix("het ")
    return next((act for act, nouns in _NOUNS.items() if bare.startswith(nouns)), SignatureAct.OTHER)


class SigningNeed(NamedTuple):
    """A signature that must come. ``signature``: the one that came; ``adoption``: the decision behind it, if noted.

    ``undated``: an agreement was signed without the day of the decision.
    """

    act: SignatureAct
    partner: str
    signer: Signer
    adoption: Adoption | None
    signature: Signature | None

    @property
    def undated(self) -> bool:
        """Whether the day of the decision lacks."""
        return self.act is SignatureAct.AGREEMENT and self.signature is not None and self.signature.decided_on is None

    @property
    def done(self) -> bool:
        """Whether this signature is complete."""
        return self.signature is not None and not self.undated


def signing_needs(
    dossier: Dossier, revision: Revision, sign_off: SignOff, bodies: Collection[tuple[BodyKind, str]] = ()
) -> tuple[SigningNeed, ...]:
    """Every signature that one frozen version needs, per act and per partner that takes part.

    ``dossier``: as that version froze it; ``bodies``: kind and partner of each body that must decide, as
    ``models.wording.bodies.deciding_bodies`` finds them. An agreement counts once people chose to cooperate. A
    signature fills one place only, and one person fills one place of the same papers only.
    """
    adoptions = adoptions_of(sign_off, revision)
    given = [s for s in sign_off.signatures if s.revision == revision.id and s.content_hash == revision.content_hash]
    active = {partner.id: partner for partner in dossier.partners.active}
    asked = {(_paper(_ASKED[k], active[p]), p) for k, p in bodies if k in _ASKED and p in active}
    asked |= {(act_of_body(a.body), a.partner) for a in adoptions if a.partner in active}
    asked |= {(s.act, s.partner) for s in given if s.partner in active}
    if _cooperates(dossier):
        asked |= {(SignatureAct.AGREEMENT, partner) for partner in active}
    needs: list[SigningNeed] = []
    for act in (SignatureAct.COLLEGE, SignatureAct.RAAD, SignatureAct.AGREEMENT):
        for partner in active.values():
            if (act, partner.id) in asked:
                here = [s for s in given if s.act is act and s.partner == partner.id]
                needs += _filled(act, partner, _decision(adoptions, act, partner.id), here)
    return tuple(needs)


def _paper(act: SignatureAct, partner: Partner) -> SignatureAct:
    """An organisation with one board has papers of that board only."""
    return act if partner.kind in _THREE_BODIES else SignatureAct.COLLEGE


def _cooperates(dossier: Dossier) -> bool:
    choice = dossier.vorm.choice
    return dossier.rechtsvorm.choice is not None or (choice is not None and choice.form != "doorgaan")


def _decision(adoptions: Sequence[Adoption], act: SignatureAct, partner: str) -> Adoption | None:
    """The decision behind papers: of that body, and behind an agreement that of the college."""
    wanted = SignatureAct.COLLEGE if act is SignatureAct.AGREEMENT else act
    found = [a for a in adoptions if a.partner == partner and act_of_body(a.body) is wanted]
    return found[-1] if found else None


def _filled(
    act: SignatureAct, partner: Partner, decided: Adoption | None, given: Sequence[Signature]
) -> Iterator[SigningNeed]:
    left, people = list(given), set[str]()
    for signer in signers_of(act, partner.kind):
        fits = [s for s in left if signer.fits(s.role) and " ".join(s.name.casefold().split()) not in people]
        # The last one counts: a signature without the day of the decision may have been noted again with it.
        found = max(fits, key=lambda s: s.decided_on is not None, default=None)
        if found is not None:
            left.remove(found)
            people.add(" ".join(found.name.casefold().split()))
        yield SigningNeed(act, partner.id, signer, decided, found)


def open_needs(needs: Sequence[SigningNeed]) -> tuple[SigningNeed, ...]:
    """The signatures that still have to come."""
    return tuple(need for need in needs if not need.done)
