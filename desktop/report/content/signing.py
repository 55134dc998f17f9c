"""The rooms for signatures: per college, per raad, and for the agreement one for each party.

Who signs what is in :mod:`models.signoff.signing`; here is where it stands on paper.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from desktop.report.content.brief import Brief
from desktop.report.content.standing import adoption_of, signatures
from desktop.report.tree import SignatureBlock, SignatureLine
from models.dossier.explore import Partner
from models.dutch import day
from models.signoff.signing import Signer, act_of_body, signers_of
from models.storage.records import Signature, SignatureAct
from models.vocabulary import BodyKind, LegalBasis, PartnerKind
from models.wording.bodies import DecidingBody
from models.wording.words import first_upper, shortened

__all__ = ["signature_blocks"]

_MOST = 12
"""With more partners each body uses a copy of its own, so that one block of each kind is enough."""

_NAME, _FIELD = 120, 60
_ODD = re.compile(r"[^a-z0-9]+")
_GEMEENTEWET = "Gemeentewet artikel"
_LABELS: Mapping[tuple[PartnerKind, SignatureAct], tuple[str, str]] = {
    (PartnerKind.GEMEENTE, SignatureAct.COLLEGE): ("Collegestuk", f"{_GEMEENTEWET} 59a"),
    (PartnerKind.GEMEENTE, SignatureAct.RAAD): ("Raadsstuk", f"{_GEMEENTEWET} 75"),
    (PartnerKind.PROVINCIE, SignatureAct.COLLEGE): ("Stuk van gedeputeerde staten", "Provinciewet"),
    (PartnerKind.PROVINCIE, SignatureAct.RAAD): ("Statenstuk", "Provinciewet"),
    (PartnerKind.WATERSCHAP, SignatureAct.COLLEGE): ("Stuk van het dagelijks bestuur", "Waterschapswet"),
    (PartnerKind.WATERSCHAP, SignatureAct.RAAD): ("Stuk van het algemeen bestuur", "Waterschapswet"),
}
"""Label and law of the papers of a body."""

_AGREEMENTS = {LegalBasis.CONVENANT: "Convenant", LegalBasis.OVEREENKOMST: "Overeenkomst"}
_PRIVATE = frozenset({LegalBasis.VERENIGING, LegalBasis.STICHTING, LegalBasis.COOPERATIE, LegalBasis.BV, LegalBasis.NV})


@dataclass
class _Room:
    """What is left to place: signatures that stand nowhere yet, and names of fields that are taken."""

    brief: Brief
    left: list[Signature]
    taken: set[str] = field(default_factory=set)

    def take(self, act: SignatureAct, partner: str, signer: Signer) -> Signature | None:
        """The signature of this signer, if it came; a day of the decision makes it the better one of two."""
        fits = [s for s in self.left if s.act is act and s.partner == partner and signer.fits(s.role)]
        found = max(fits, key=lambda signature: signature.decided_on is not None, default=None)
        if found is not None:
            self.left.remove(found)
        return found

    def field_name(self, *parts: str) -> str:
        """A name of ASCII letters and digits that no other field of the document has; empty without fields."""
        if not self.brief.edition.fields:
            return ""
        plain = unicodedata.normalize("NFKD", "_".join(parts)).encode("ascii", "ignore").decode().lower()
        bare = _ODD.sub("_", plain).strip("_")[:_FIELD] or "veld"
        name, number = bare, 2
        while name in self.taken:
            name, number = f"{bare}_{number}", number + 1
        self.taken.add(name)
        return name


def signature_blocks(brief: Brief, bodies: Sequence[DecidingBody]) -> Iterator[SignatureBlock]:
    """The blocks that are needed: of each body, of the agreement or regeling, and of whoever else signed."""
    partners, basis = brief.dossier.partners.active, brief.held_basis
    room = _Room(brief, list(signatures(brief)))
    many = len(partners) > _MOST
    for body in _once(bodies) if many else bodies:
        yield from _of_body(room, body, named=not many)
    if bodies and len(partners) > 1 and basis is not None:
        yield _of_agreement(room, bodies, partners, basis)
    if room.left:
        lines = tuple(_signed(one, one.role.strip() or "namens een partner") for one in room.left)
        yield SignatureBlock("Andere stukken", "Ook getekend", "", lines)


def _once(bodies: Sequence[DecidingBody]) -> Iterator[DecidingBody]:
    """The first body of each kind."""
    found: dict[tuple[PartnerKind, BodyKind], DecidingBody] = {}
    for body in bodies:
        found.setdefault((body.partner_kind, body.kind), body)
    yield from found.values()


def _signers(body: DecidingBody) -> tuple[SignatureAct, tuple[Signer, ...]]:
    """Which papers the body makes and who signs them; a burgemeester alone signs for itself."""
    if body.kind is BodyKind.BURGEMEESTER:
        return SignatureAct.OTHER, signers_of(SignatureAct.AGREEMENT, body.partner_kind)
    act = act_of_body(body.noun)
    return act, signers_of(act, body.partner_kind)


def _of_body(room: _Room, body: DecidingBody, *, named: bool) -> Iterator[SignatureBlock]:
    act, signers = _signers(body)
    if not signers:
        return
    label, law = _LABELS.get((body.partner_kind, act), (first_upper(f"stuk van {_the(body)}"), ""))
    owner = body.partner_name if named else ""
    lines = []
    for signer in signers:
        given = room.take(act, body.partner, signer) if named else None
        role = f"de {signer.role}"
        if given is not None:
            lines.append(_signed(given, role))
        else:
            lines.append(SignatureLine(role, field=room.field_name(body.noun, owner, signer.role.split()[0])))
    adopted = adoption_of(room.brief, body) if named else None
    when = f", {day(adopted.adopted_on)}" if adopted is not None else ""
    title = first_upper(body.name if named else f"{body.noun} van …")
    yield SignatureBlock(label, f"{title}{when}", law, tuple(lines))


def _of_agreement(
    room: _Room, bodies: Sequence[DecidingBody], partners: Sequence[Partner], basis: LegalBasis
) -> SignatureBlock:
    """One room for each party, with the decision on which its signature rests."""
    label = _AGREEMENTS.get(basis, "Akte" if basis in _PRIVATE else "Regeling")
    lines = []
    for partner in partners:
        name = shortened(partner.name, _NAME) or "een partner zonder naam"
        for signer in signers_of(SignatureAct.AGREEMENT, partner.kind):
            given = room.take(SignatureAct.AGREEMENT, partner.id, signer)
            article = "" if signer.role.startswith("wie ") else "de "
            role, below = f"namens {name}: {article}{signer.role}", _rests_on(room.brief, bodies, partner, given)
            if given is not None:
                lines.append(_signed(given, role, below))
            else:
                named = room.field_name(label, partner.name, signer.role.split()[0])
                lines.append(SignatureLine(role, below=below, field=named))
    municipal = all(partner.kind is PartnerKind.GEMEENTE for partner in partners)
    title = first_upper(room.brief.knowledge.basis[basis].name)
    return SignatureBlock(label, title, f"{_GEMEENTEWET} 171" if municipal else "", tuple(lines))


def _rests_on(brief: Brief, bodies: Sequence[DecidingBody], partner: Partner, given: Signature | None) -> str:
    """Which decision a signature for a party carries out: of the first of its bodies that does more than consent."""
    body = next((body for body in bodies if body.partner == partner.id and not body.consents), None)
    if body is None:
        return ""
    adopted = adoption_of(brief, body)
    when = adopted.adopted_on if adopted is not None else None
    if given is not None and given.decided_on is not None:
        when = given.decided_on
    return f"volgens het besluit van {_the(body)} van {'…' if when is None else day(when)}"


def _the(body: DecidingBody) -> str:
    if body.noun.endswith("staten"):
        return body.noun
    return f"{'het' if body.noun.endswith(('bestuur', 'college')) else 'de'} {body.noun}"


def _signed(signature: Signature, role: str, below: str = "") -> SignatureLine:
    name = shortened(signature.name, _NAME)
    return SignatureLine(role, name=name, below=below, signed=f"ondertekend op {day(signature.signed_on)}")
