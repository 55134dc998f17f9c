"""What a legal rule is: an id, the law it stands in, what it does to which bases, and when."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from models.advice.legal.logic import Tri
from models.dossier.base import known
from models.dossier.legal_facts import LegalFacts, PowerTransfer, RaadInfluence, SpecialStatute, TaskKind, VatTreatment
from models.vocabulary import BodyKind, CooperationForm, LegalBasis, LegalStatus, PartnerKind

__all__ = [
    "AGREEMENTS",
    "BODIES",
    "PRIVATE_PERSONS",
    "PUBLIC_PERSONS",
    "REGELINGEN",
    "Beside",
    "Context",
    "Fills",
    "Rule",
    "Target",
    "always",
]


class Beside(StrEnum):
    """What can stand beside a legal basis [S4 §5.3.3]."""

    MANDAAT = "mandaat"
    DETACHERING = "detachering"


Target: TypeAlias = LegalBasis | Beside
Fills: TypeAlias = tuple[tuple[str, str], ...]

AGREEMENTS = (LegalBasis.CONVENANT, LegalBasis.OVEREENKOMST)
BODIES = (LegalBasis.GEMEENSCHAPPELIJK_ORGAAN, LegalBasis.BEDRIJFSVOERINGSORGANISATIE, LegalBasis.OPENBAAR_LICHAAM)
REGELINGEN = (LegalBasis.REGELING_ZONDER_MEER, LegalBasis.CENTRUMGEMEENTE, *BODIES)
PUBLIC_PERSONS = (LegalBasis.BEDRIJFSVOERINGSORGANISATIE, LegalBasis.OPENBAAR_LICHAAM)
PRIVATE_PERSONS = (
    LegalBasis.VERENIGING,
    LegalBasis.STICHTING,
    LegalBasis.COOPERATIE,
    LegalBasis.BV,
    LegalBasis.NV,
)


@dataclass(frozen=True, slots=True)
class Context:
    """The facts as the rules read them (``None``: unknown), the partners, the form, and the dated percentages.

    ``own_share_minimum``: Aanbestedingswet 2.24a-b, ``market_maximum``: 2.24c, in percent, as they hold on the day.
    """

    bodies: tuple[BodyKind, ...] | None
    powers: PowerTransfer | None
    binding_rules: bool | None
    taxes: bool | None
    task_kind: TaskKind | None
    legal_personality: bool | None
    one_partner_runs: bool | None
    private_parties: bool | None
    private_capital: bool | None
    common_objectives: bool | None
    third_party_share: Decimal | None
    profit: bool | None
    civil_servants: bool | None
    staff_moves: bool | None
    raad_influence: RaadInfluence | None
    special_statute: SpecialStatute | None
    vat: VatTreatment | None
    partner_kinds: tuple[PartnerKind, ...]
    form: CooperationForm | None
    own_share_minimum: Decimal | None
    market_maximum: Decimal | None

    @classmethod
    def of(
        cls,
        facts: LegalFacts,
        partner_kinds: tuple[PartnerKind, ...],
        form: CooperationForm | None,
        own_share_minimum: Decimal | None,
        market_maximum: Decimal | None,
    ) -> "Context":
        """The context of these facts; every kind of "no answer" counts as unknown, and so does no body at all.

        A private partner among the partners settles that private parties take part, whatever was answered.
        """
        private = True if PartnerKind.PRIVAAT in partner_kinds else known(facts.private_parties)
        return cls(
            bodies=known(facts.bodies) or None,
            powers=known(facts.powers),
            binding_rules=known(facts.binding_rules),
            taxes=known(facts.taxes),
            task_kind=known(facts.task_kind),
            legal_personality=known(facts.legal_personality),
            one_partner_runs=known(facts.one_partner_runs),
            private_parties=private,
            private_capital=known(facts.private_capital),
            common_objectives=known(facts.common_objectives),
            third_party_share=known(facts.third_party_share),
            profit=known(facts.profit),
            civil_servants=known(facts.civil_servants),
            staff_moves=known(facts.staff_moves),
            raad_influence=known(facts.raad_influence),
            special_statute=known(facts.special_statute),
            vat=known(facts.vat),
            partner_kinds=partner_kinds,
            form=form,
            own_share_minimum=own_share_minimum,
            market_maximum=market_maximum,
        )


def always(_context: Context) -> Tri:
    """The condition of a rule that holds whatever the facts."""
    return True


def _nothing(_context: Context) -> Fills:
    return ()


class Rule(NamedTuple):
    """One rule of law in typed form; its words stand in ``law.yaml`` under the same id.

    ``statute``: id of the law, as in ``law.yaml``; ``effect``: what the rule alone makes of its ``targets``
    (``ALLOWED``: says something, rules nothing out); ``facts``: the fields of ``LegalFacts`` that it reads, of
    which the unknown ones become questions when ``when`` comes out unknown; ``fills``: values for named places.
    """

    id: str
    statute: str
    effect: LegalStatus
    targets: tuple[Target, ...]
    facts: tuple[str, ...] = ()
    when: Callable[[Context], Tri] = always
    fills: Callable[[Context], Fills] = _nothing
