"""Akkoord, vaststelling and ondertekening in words: what an act is, whether it holds, who still has to sign.

Nothing here says "ondertekend" without a record of a signature.
"""

from collections.abc import Mapping, Sequence

from models import dutch
from models.signoff.approvals import ApprovalState, Standing
from models.signoff.signing import SigningNeed, open_needs
from models.signoff.state import SignOff
from models.storage.records import Adoption, Revision, Signature, Verdict
from models.storage.records import SignatureAct as Act
from models.wording.about import NAME_LENGTH
from models.wording.words import code_of, counted, first_upper, shortened

__all__ = [
    "ACT_WORDS",
    "ADOPTION_EXPLAINED",
    "APPROVAL_EXPLAINED",
    "CODE_EXPLAINED",
    "EVALUATION_EXPLAINED",
    "FROZEN_EXPLAINED",
    "PROPOSAL_WORDS",
    "SIGNING_EXPLAINED",
    "VERDICT_WORDS",
    "adoption_line",
    "lapse_words",
    "need_words",
    "proposal_words",
    "signature_words",
    "standing_words",
    "still_to_sign",
    "version_line",
    "version_name",
    "version_state",
]

APPROVAL_EXPLAINED = "Een akkoord is intern: het is geen besluit en geen ondertekening."
FROZEN_EXPLAINED = (
    "Een versie bewaart alle antwoorden, het advies en het voorstel. Niemand kan een versie wijzigen. "
    "Wilt u verder, dan past u het dossier aan en legt u een nieuwe versie vast."
)
CODE_EXPLAINED = "De controlecode verandert zodra een antwoord of het advies verandert."
ADOPTION_EXPLAINED = "De vaststelling is het besluit van een bestuur, in een vergadering. Noteer hier wat het besloot."
SIGNING_EXPLAINED = (
    "Ondertekenen gebeurt op papier, in de dienst van uw eigen organisatie of met een certificaat. "
    "Noteer hier elke ondertekening die is gezet."
)
EVALUATION_EXPLAINED = (
    "Plannen, doen, controleren, bijsturen: de evaluatie controleert of de doelen zijn gehaald en wat anders moet."
)

VERDICT_WORDS: Mapping[Verdict, str] = {
    Verdict.AGREED: "akkoord",
    Verdict.AGREED_WITH_REMARK: "akkoord met opmerking",
    Verdict.NOT_AGREED: "niet akkoord",
}
ACT_WORDS: Mapping[Act, str] = {
    Act.COLLEGE: "Stukken van het college",
    Act.RAAD: "Stukken van de raad",
    Act.AGREEMENT: "Overeenkomst of regeling",
    Act.OTHER: "Ander stuk",
}
PROPOSAL_WORDS: Mapping[str, str] = {
    "summary": "de samenvatting",
    "beslispunten": "de beslispunten",
    "minority_view": "de andere mening",
    "why_now": "de tekst bij “Waarom nu?”",
    "changes": "wat er verandert",
    "questions": "de vragen van raadsleden",
}


_NAME = 120
"""Signs of the name of a version or a body."""


# --- versions


def version_name(revision: Revision) -> str:
    """``Versie 3: Voor het college``; a very long name is shortened."""
    name = shortened(revision.name, _NAME)
    return f"Versie {revision.number}: {name}" if name else f"Versie {revision.number}"


def version_line(revision: Revision) -> str:
    """When a version was frozen and by which code one knows it."""
    day = dutch.day(revision.created.astimezone().date())
    return f"Vastgelegd op {day}, controlecode {code_of(revision.content_hash)}."


def version_state(sign_off: SignOff) -> str:
    """Whether the dossier as it is now is a version, in one sentence."""
    if sign_off.current is not None:
        return f"Het dossier is nu gelijk aan versie {sign_off.current.number}."
    if not sign_off.revisions:
        return "Er is nog geen versie van dit dossier vastgelegd."
    return f"Het dossier is veranderd na versie {sign_off.revisions[-1].number}."


# --- akkoord


def proposal_words(names: Sequence[str]) -> str:
    """``de samenvatting en de beslispunten``."""
    return dutch.listed([PROPOSAL_WORDS.get(name, name) for name in names])


def standing_words(state: ApprovalState) -> str:
    """What became of an akkoord, in one or two words."""
    return {
        Standing.HOLDS: "geldt",
        Standing.LAPSED: "vervallen",
        Standing.UNBOUND: "geldt niet",
        Standing.REPLACED: "vervangen",
    }[state.standing]


def lapse_words(state: ApprovalState) -> str:
    """Why an akkoord does not hold; empty for one that does."""
    if state.standing is Standing.HOLDS:
        return ""
    if state.standing is Standing.REPLACED:
        return "Deze persoon gaf later een ander akkoord."
    if state.standing is Standing.UNBOUND:
        return "De versie waarbij dit akkoord hoort, staat niet in dit dossier."
    if state.proposal is None:
        return "Dit akkoord is vervallen. De tekst van die versie is niet te lezen."
    if state.content_changed and state.proposal:
        return f"Vervallen: de antwoorden of het advies zijn veranderd, en ook {proposal_words(state.proposal)}."
    if state.content_changed:
        return "Vervallen: de antwoorden of het advies zijn veranderd."
    return f"Vervallen: in het voorstel is iets veranderd, namelijk {proposal_words(state.proposal)}."


# --- vaststelling and ondertekening


def adoption_line(adoption: Adoption) -> str:
    """Which body decided, when, and under which number."""
    held = shortened(adoption.number, NAME_LENGTH)
    number = f", besluit {held}" if held else ""
    return f"{first_upper(shortened(adoption.body, _NAME))}, {dutch.day(adoption.adopted_on)}{number}"


def signature_words(signature: Signature) -> str:
    """Who signed and when."""
    return f"{shortened(signature.name, NAME_LENGTH)}, {dutch.day(signature.signed_on)}"


def need_words(need: SigningNeed) -> str:
    """What came of one signature, without the name of the partner."""
    if need.signature is None:
        return "nog niet"
    said = signature_words(need.signature)
    return f"{said}, zonder datum van het besluit" if need.undated else said


def still_to_sign(needs: Sequence[SigningNeed]) -> str:
    """How many signatures still have to come, in one sentence."""
    if not needs:
        return "Er is nog niets om te ondertekenen. Noem bij elk beslispunt wie besluit, en kies een samenwerkingsvorm."
    left = len(open_needs(needs))
    if not left:
        return f"Alle ondertekeningen zijn er: {len(needs)}."
    if left == len(needs):
        return f"Er {_is(left)} nog {counted(left, 'ondertekening', 'ondertekeningen')} nodig."
    return f"Er {_is(left)} nog {counted(left, 'ondertekening', 'ondertekeningen')} nodig, van {len(needs)} in totaal."


def _is(number: int) -> str:
    return "is" if number == 1 else "zijn"
