"""Rules from side law: Gemeentewet 160(2), BW 2, tax, staff, procurement; and mandaat and detachering (law.md §3-5)."""

from models.advice.legal.conditions import (
    delegation,
    mandate,
    private_capital,
    private_parties,
    profit,
    rules_or_taxes,
    staff_moves,
)
from models.advice.legal.logic import Tri, above, all_of, at_least, equals, negate
from models.advice.legal.rule import (
    AGREEMENTS,
    PRIVATE_PERSONS,
    PUBLIC_PERSONS,
    Beside,
    Context,
    Fills,
    Rule,
)
from models.advice.legal.words import percent
from models.dossier.legal_facts import VatTreatment
from models.vocabulary import CooperationForm, LegalBasis, LegalStatus

__all__ = ["BESIDE_RULES", "PRIVATE_RULES", "PROCUREMENT_RULES", "STAFF_RULES", "TAX_RULES"]

_ALLOWED, _CONDITIONAL, _EXCLUDED = LegalStatus.ALLOWED, LegalStatus.CONDITIONAL, LegalStatus.EXCLUDED
_OVEREENKOMST, _CENTRUM = LegalBasis.OVEREENKOMST, LegalBasis.CENTRUMGEMEENTE
_SERVICES = (_OVEREENKOMST, _CENTRUM)
_COMPANIES = (LegalBasis.COOPERATIE, LegalBasis.BV, LegalBasis.NV)
_PERSONS = (*PUBLIC_PERSONS, *PRIVATE_PERSONS)


def civil_servants_stay(c: Context) -> Tri:
    """Staff must stay civil servants (Ambtenarenwet 2017, 1-2)."""
    return c.civil_servants


def too_much_for_others(c: Context) -> Tri:
    """Not *more* than 80 % for the own authorities: exactly 80 % fails (Aanbestedingswet 2.24a(1)(b), 2.24b)."""
    limit = None if c.own_share_minimum is None else 100 - c.own_share_minimum
    return at_least(c.third_party_share, limit)


def too_much_market(c: Context) -> Tri:
    """More than 20 % on the open market: exactly 20 % passes (Aanbestedingswet 2.24c)."""
    return above(c.third_party_share, c.market_maximum)


def no_common_objectives(c: Context) -> Tri:
    """A pure paid service without cooperation (Aanbestedingswet 2.24c, HvJ C-796/18)."""
    return negate(c.common_objectives)


def vat_is_cost(c: Context) -> Tri:
    """VAT stays with the municipalities as a cost."""
    return equals(c.vat, VatTreatment.COST)


def no_vat(c: Context) -> Tri:
    """Services without VAT: an exemption must carry that (Wet OB 11(1)(u))."""
    return equals(c.vat, VatTreatment.NONE)


def full_merger_without_vat(c: Context) -> Tri:
    """A full ambtelijke fusie that counts on no VAT (Rb Noord-Holland 25-10-2024)."""
    return all_of(c.form is CooperationForm.SETA, no_vat(c))


def secondment_with_vat(c: Context) -> Tri:
    """Secondment is no exempt service, and VAT is not simply compensated (Uitvoeringsbesluit OB 9a)."""
    return equals(c.vat, VatTreatment.NONE, VatTreatment.COST)


def share_fill(c: Context) -> Fills:
    """The share for third parties, as printed."""
    return (("aandeel", percent(c.third_party_share)),) if c.third_party_share is not None else ()


PRIVATE_RULES: tuple[Rule, ...] = (
    Rule("priv.openbaar-belang", "gemeentewet", _CONDITIONAL, PRIVATE_PERSONS),
    Rule("priv.wensen-bedenkingen", "gemeentewet", _CONDITIONAL, PRIVATE_PERSONS),
    Rule("bw2.vereniging-winst", "bw2", _EXCLUDED, (LegalBasis.VERENIGING,), ("profit",), profit),
    Rule("bw2.stichting-winst", "bw2", _EXCLUDED, (LegalBasis.STICHTING,), ("profit",), profit),
)
"""Private legal persons: Gemeentewet 160(2), BW 2:26(3), 2:285(3); law.md §3."""

TAX_RULES: tuple[Rule, ...] = (
    Rule("vpb.altijd-belast", "wet-vpb", _ALLOWED, _COMPANIES),
    Rule("vpb.onderneming", "wet-vpb", _CONDITIONAL, PUBLIC_PERSONS, ("profit",), profit),
    Rule("btw.kostprijs", "wet-bcf", _ALLOWED, (*_SERVICES, *_PERSONS), ("vat",), vat_is_cost),
    Rule("btw.zonder-btw", "wet-ob", _CONDITIONAL, _PERSONS, ("vat",), no_vat),
    Rule("btw.ambtelijke-fusie", "wet-ob", _CONDITIONAL, PUBLIC_PERSONS, ("vat",), full_merger_without_vat),
)
"""Corporate tax and VAT; law.md §5.6, §5.7."""

STAFF_RULES: tuple[Rule, ...] = (
    Rule(
        "aw.privaat-geen-ambtenaren",
        "ambtenarenwet",
        _CONDITIONAL,
        PRIVATE_PERSONS,
        ("civil_servants",),
        civil_servants_stay,
    ),
    Rule("aw.lichaam-ambtenaren", "ambtenarenwet", _ALLOWED, PUBLIC_PERSONS, ("civil_servants",), civil_servants_stay),
    Rule(
        "aw.geen-werkgever",
        "ambtenarenwet",
        _CONDITIONAL,
        (*AGREEMENTS, LegalBasis.REGELING_ZONDER_MEER, LegalBasis.GEMEENSCHAPPELIJK_ORGAAN),
        ("staff_moves",),
        staff_moves,
    ),
)
"""Who can be an employer, and of whom; law.md §5.3."""

PROCUREMENT_RULES: tuple[Rule, ...] = (
    Rule(
        "inkoop.80-procent",
        "aanbestedingswet",
        _CONDITIONAL,
        _PERSONS,
        ("third_party_share",),
        too_much_for_others,
        share_fill,
    ),
    Rule(
        "inkoop.privaat-kapitaal",
        "aanbestedingswet",
        _CONDITIONAL,
        PRIVATE_PERSONS,
        ("private_capital",),
        private_capital,
    ),
    Rule("inkoop.gezamenlijk-toezicht", "aanbestedingswet", _CONDITIONAL, PRIVATE_PERSONS),
    Rule(
        "inkoop.geen-gezamenlijk-doel",
        "aanbestedingswet",
        _CONDITIONAL,
        _SERVICES,
        ("common_objectives",),
        no_common_objectives,
    ),
    Rule(
        "inkoop.20-procent-markt",
        "aanbestedingswet",
        _CONDITIONAL,
        _SERVICES,
        ("third_party_share",),
        too_much_market,
        share_fill,
    ),
    Rule(
        "inkoop.alleen-overheden",
        "aanbestedingswet",
        _CONDITIONAL,
        (_OVEREENKOMST,),
        ("private_parties",),
        private_parties,
    ),
)
"""Aanbestedingswet 2.24a-c; law.md §5.1."""

_MANDAAT, _DETACHERING = (Beside.MANDAAT,), (Beside.DETACHERING,)

BESIDE_RULES: tuple[Rule, ...] = (
    Rule("mandaat.grondslag", "awb", _ALLOWED, _MANDAAT),
    Rule("mandaat.instemming", "awb", _CONDITIONAL, _MANDAAT, ("powers",), mandate),
    Rule("mandaat.geen-overdracht", "awb", _EXCLUDED, _MANDAAT, ("powers",), delegation),
    Rule("mandaat.geen-voorschriften", "awb", _CONDITIONAL, _MANDAAT, ("binding_rules", "taxes"), rules_or_taxes),
    Rule("detachering.grondslag", "ambtenarenwet", _ALLOWED, _DETACHERING),
    Rule("detachering.teams", "ambtenarenwet", _EXCLUDED, _DETACHERING, ("staff_moves",), staff_moves),
    Rule("detachering.btw", "wet-ob", _CONDITIONAL, _DETACHERING, ("vat",), secondment_with_vat),
)
"""Mandaat and detachering beside a basis; law.md §4, §5.3, §5.6."""
