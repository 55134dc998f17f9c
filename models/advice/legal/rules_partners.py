"""Rules on who takes part, and on statutes that fix the form (law.md §1.1, §5.12)."""

from models.advice.legal.conditions import private_capital, private_parties
from models.advice.legal.logic import Tri, all_of, equals, lacks
from models.advice.legal.rule import REGELINGEN, Context, Rule
from models.dossier.legal_facts import SpecialStatute
from models.vocabulary import BodyKind, LegalBasis, LegalStatus, PartnerKind

__all__ = ["PARTNER_RULES", "SPECIAL_RULES"]

_CONDITIONAL, _EXCLUDED = LegalStatus.CONDITIONAL, LegalStatus.EXCLUDED
_OL = LegalBasis.OPENBAAR_LICHAAM


def with_province(c: Context) -> Tri:
    """A province takes part (Wgr ch. IV, VI)."""
    return PartnerKind.PROVINCIE in c.partner_kinds


def with_water_board(c: Context) -> Tri:
    """A waterschap takes part (Wgr ch. V, VI)."""
    return PartnerKind.WATERSCHAP in c.partner_kinds


def with_other_body(c: Context) -> Tri:
    """A regeling of its own takes part (Wgr 93, 96)."""
    return PartnerKind.GEMEENSCHAPPELIJKE_REGELING in c.partner_kinds


def with_state(c: Context) -> Tri:
    """The Rijk takes part (Wgr 94, 97)."""
    return PartnerKind.RIJK in c.partner_kinds


def with_other(c: Context) -> Tri:
    """A partner of another kind takes part; what it is decides (Wgr 1, 93)."""
    return PartnerKind.OVERIG in c.partner_kinds


PARTNER_RULES: tuple[Rule, ...] = (
    Rule("wgr.private-partij", "wgr", _EXCLUDED, REGELINGEN, ("private_parties",), private_parties),
    Rule("wgr.geen-aandelen", "wgr", _CONDITIONAL, REGELINGEN, ("private_capital",), private_capital),
    Rule("wgr.provincie", "wgr", _CONDITIONAL, REGELINGEN, (), with_province),
    Rule("wgr.waterschap", "wgr", _CONDITIONAL, REGELINGEN, (), with_water_board),
    Rule("wgr.ander-openbaar-lichaam", "wgr", _CONDITIONAL, REGELINGEN, (), with_other_body),
    Rule("wgr.rijk", "wgr", _CONDITIONAL, REGELINGEN, (), with_state),
    Rule("wgr.overige-partner", "wgr", _CONDITIONAL, REGELINGEN, (), with_other),
)
"""Who may take part in a regeling; law.md §1.1."""


def environmental_service(c: Context) -> Tri:
    """Omgevingswet 18.21."""
    return equals(c.special_statute, SpecialStatute.OMGEVINGSDIENST)


def public_health_service(c: Context) -> Tri:
    """Wpg 14."""
    return equals(c.special_statute, SpecialStatute.GGD)


def safety_region(c: Context) -> Tri:
    """Wvr 9."""
    return equals(c.special_statute, SpecialStatute.VEILIGHEIDSREGIO)


def safety_region_without_mayors(c: Context) -> Tri:
    """Wvr 11: the burgemeesters are the algemeen bestuur."""
    return all_of(safety_region(c), lacks(c.bodies, BodyKind.BURGEMEESTER))


def youth_region(c: Context) -> Tri:
    """Wet verbetering beschikbaarheid jeugdzorg, in force since 2026."""
    return equals(c.special_statute, SpecialStatute.JEUGDREGIO)


_YOUTH = (LegalBasis.CENTRUMGEMEENTE, LegalBasis.BEDRIJFSVOERINGSORGANISATIE, _OL)
_NOT_OL = tuple(basis for basis in LegalBasis if basis is not _OL)
_NOT_YOUTH = tuple(basis for basis in LegalBasis if basis not in _YOUTH)
_FACT = ("special_statute",)

SPECIAL_RULES: tuple[Rule, ...] = (
    Rule("bijzonder.omgevingsdienst", "omgevingswet", _EXCLUDED, _NOT_OL, _FACT, environmental_service),
    Rule("bijzonder.omgevingsdienst-provincie", "wgr", _CONDITIONAL, (_OL,), _FACT, environmental_service),
    Rule("bijzonder.ggd", "wpg", _EXCLUDED, _NOT_OL, _FACT, public_health_service),
    Rule("bijzonder.veiligheidsregio", "wvr", _EXCLUDED, _NOT_OL, _FACT, safety_region),
    Rule(
        "bijzonder.veiligheidsregio-bestuur",
        "wvr",
        _CONDITIONAL,
        (_OL,),
        ("special_statute", "bodies"),
        safety_region_without_mayors,
    ),
    Rule("bijzonder.jeugdregio", "jeugdwet", _EXCLUDED, _NOT_YOUTH, _FACT, youth_region),
)
"""Statutes that fix the form; law.md §5.12."""
