"""Notes: what holds whatever the basis, or for one kind of basis (law.md §1.4-2, §3.1, §5).

A note rules nothing out. It is shown when one of its ``targets`` leads and its condition is ``True``; unlike the
rules, a condition here may treat "unknown" as a reason to tell.
"""

from models.advice.legal.conditions import staff_moves
from models.advice.legal.logic import Tri
from models.advice.legal.rule import AGREEMENTS, BODIES, PRIVATE_PERSONS, PUBLIC_PERSONS, REGELINGEN, Context, Rule
from models.dossier.legal_facts import RaadInfluence, VatTreatment
from models.vocabulary import BodyKind, CooperationForm, LegalBasis, LegalStatus

__all__ = ["NOTES"]

_SAYS = LegalStatus.ALLOWED
_ALL = tuple(LegalBasis)
_OL, _BVO, _GO = (
    LegalBasis.OPENBAAR_LICHAAM,
    LegalBasis.BEDRIJFSVOERINGSORGANISATIE,
    LegalBasis.GEMEENSCHAPPELIJK_ORGAAN,
)


def raad_stays_out(c: Context) -> Tri:
    """Draft to the raden, unless they (co-)make the regeling (Wgr 1(2))."""
    return c.bodies is None or BodyKind.RAAD not in c.bodies


def raad_takes_part(c: Context) -> Tri:
    """The raden (co-)make the regeling."""
    return c.bodies is not None and BodyKind.RAAD in c.bodies


def college_or_mayor(c: Context) -> Tri:
    """Permission is for college and burgemeester (Wgr 1(4)); a pure raadsregeling needs none."""
    return c.bodies is None or c.bodies != (BodyKind.RAAD,)


def raad_wants_more(c: Context) -> Tri:
    """More influence wanted than the law gives by itself."""
    return c.raad_influence in (RaadInfluence.ALONG_THE_WAY, RaadInfluence.IN_THE_BOARD)


def binding_rules(c: Context) -> Tri:
    """Binding rules wanted."""
    return c.binding_rules is True


def full_merger(c: Context) -> Tri:
    """The civil services merge, the municipalities stay."""
    return c.form is CooperationForm.SETA


def staff_of_public_body(c: Context) -> Tri:
    """Staff come to a public employer."""
    return c.staff_moves is True or c.legal_personality is True


def vat_not_settled(c: Context) -> Tri:
    """VAT not known to be compensable where a body serves its parents (cases: BAR)."""
    serves = c.form in (CooperationForm.SSC, CooperationForm.SETA) or c.legal_personality is True
    return serves and c.vat is not VatTreatment.COMPENSABLE


def vat_to_reclaim(c: Context) -> Tri:
    """VAT is or may be reclaimed from the fund (Wet BCF)."""
    return c.vat is None or c.vat is VatTreatment.COMPENSABLE


def works_for_others(c: Context) -> Tri:
    """Some turnover comes from others (Mededingingswet 25h)."""
    return c.third_party_share is not None and c.third_party_share > 0


NOTES: tuple[Rule, ...] = (
    # Every regeling: Wgr 1, 9, 11a, 26.
    Rule("nota.zienswijze-ontwerp", "wgr", _SAYS, REGELINGEN, ("bodies",), raad_stays_out),
    Rule("nota.toestemming", "wgr", _SAYS, REGELINGEN, ("bodies",), college_or_mayor),
    Rule("nota.raad-treft-mee", "wgr", _SAYS, REGELINGEN, ("bodies",), raad_takes_part),
    Rule("nota.evaluatie", "wgr", _SAYS, REGELINGEN),
    Rule("nota.uittreden", "wgr", _SAYS, REGELINGEN),
    Rule("nota.bekendmaking", "wgr", _SAYS, REGELINGEN),
    Rule("nota.register", "wgr", _SAYS, REGELINGEN),
    # Bodies: Wgr 10, 17, 24a, 30, 34-35.
    Rule("nota.zienswijze-besluiten", "wgr", _SAYS, BODIES),
    Rule("nota.participatie", "wgr", _SAYS, BODIES),
    Rule("nota.informatie", "wgr", _SAYS, BODIES),
    Rule("nota.adviescommissie", "wgr", _SAYS, (_OL,), ("raad_influence",), raad_wants_more),
    Rule("nota.begroting", "wgr", _SAYS, BODIES),
    Rule("nota.verhouding-verordeningen", "wgr", _SAYS, (_OL,), ("binding_rules",), binding_rules),
    # Gemeentewet.
    Rule("nota.raad-vooraf", "gemeentewet", _SAYS, AGREEMENTS),
    Rule("nota.secretaris-griffier", "gemeentewet", _SAYS, _ALL, (), full_merger),
    Rule("nota.zelfde-secretaris", "gemeentewet", _SAYS, _ALL, (), full_merger),
    Rule("nota.rekenkamer", "gemeentewet", _SAYS, BODIES),
    Rule("nota.rekenkamer-privaat", "gemeentewet", _SAYS, (LegalBasis.BV, LegalBasis.NV)),
    # Staff.
    Rule("nota.or-advies", "wor", _SAYS, _ALL),
    Rule("nota.overgang-onderneming", "bw7", _SAYS, _ALL, ("staff_moves",), staff_moves),
    Rule(
        "nota.cao",
        "ambtenarenwet",
        _SAYS,
        (LegalBasis.CENTRUMGEMEENTE, *PUBLIC_PERSONS),
        ("staff_moves", "legal_personality"),
        staff_of_public_body,
    ),
    # Tax and market.
    Rule("nota.bcf", "wet-bcf", _SAYS, PUBLIC_PERSONS, ("vat",), vat_to_reclaim),
    Rule(
        "nota.koepelvrijstelling",
        "wet-ob",
        _SAYS,
        (*PUBLIC_PERSONS, *PRIVATE_PERSONS),
        ("vat", "legal_personality"),
        vat_not_settled,
    ),
    Rule("nota.vpb-samenwerking", "wet-vpb", _SAYS, PUBLIC_PERSONS),
    Rule("nota.markt-overheid", "mededingingswet", _SAYS, _ALL, ("third_party_share",), works_for_others),
    # Information.
    Rule("nota.archief", "archiefwet", _SAYS, (_GO, _OL)),
    Rule("nota.archief-bvo", "archiefwet", _SAYS, (_BVO,)),
    Rule("nota.avg", "avg", _SAYS, _ALL),
    Rule("nota.woo", "woo", _SAYS, BODIES),
)
"""In the order in which they are shown."""
