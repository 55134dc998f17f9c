"""Making a gemeenschappelijke regeling, as data (law.md §6.1-6.4).

Articles stand here because they belong to the step; lengths stand in ``law.yaml``, because they change.
"""

from dataclasses import replace

from models.planning.keys import Organ, Ready, StepKey
from models.planning.situation import BODIES, WITH_BUDGET, Regeling
from models.planning.step_rules import StepRule, Timing, keeper, publisher, works_council_step
from models.vocabulary import LegalBasis

__all__ = ["ALL_TERMS", "regeling_steps"]

K, R = StepKey, Ready

_PERMISSION = "artikel 1, vierde lid, Wgr"


def regeling_steps(regeling: Regeling, basis: LegalBasis) -> tuple[StepRule, ...]:
    """Making a gemeenschappelijke regeling: with a draft round, or where raden make it, without (law.md §6.1-6.4)."""
    makers = regeling.executive or Organ.COLLEGE
    prepare = StepRule(
        K.PRINCIPEBESLUIT,
        makers,
        Timing.PLAN,
        term="principebesluit",
        ready=(R.DOEL_EN_VORM, R.ONTWERP_REGELING, R.ZIJWETTEN),
        decision=True,
    )
    decide = _with_raden(regeling, basis) if regeling.raad else _draft_round(makers, basis)
    return (prepare, works_council_step(K.PRINCIPEBESLUIT), *decide, *_after_decision(regeling, basis, decide[-1].key))


def _draft_round(makers: Organ, basis: LegalBasis) -> tuple[StepRule, ...]:
    permission: tuple[Ready, ...] = (R.RAADSVOORSTEL_TOESTEMMING,)
    if basis is LegalBasis.BEDRIJFSVOERINGSORGANISATIE:
        permission = (*permission, R.BVO_BELEIDSARM)
    return (
        StepRule(
            K.ONTWERP_NAAR_RADEN,
            makers,
            Timing.MOMENT,
            (K.PRINCIPEBESLUIT,),
            article="artikel 1, tweede lid, Wgr",
            ready=(R.ONTWERP_REGELING, R.ZELFDE_DAG),
        ),
        StepRule(
            K.ZIENSWIJZE,
            Organ.RAAD,
            Timing.VIEW,
            (K.ONTWERP_NAAR_RADEN,),
            "zienswijze-ontwerp-regeling",
            ready=(R.RAADSVOORSTEL_ZIENSWIJZE,),
        ),
        StepRule(
            K.EINDTEKST,
            makers,
            Timing.PLAN,
            (K.ZIENSWIJZE, K.OR_ADVIES),
            "zienswijzen-verwerken",
            ready=(R.EEN_TEKST, R.ANTWOORD_RADEN),
        ),
        StepRule(
            K.TOESTEMMING, Organ.RAAD, Timing.RAAD, (K.EINDTEKST,), "toestemming-raad", _PERMISSION, permission, True
        ),
        _decision(makers, K.TOESTEMMING, basis),
    )


def _decision(makers: Organ, after: StepKey, basis: LegalBasis) -> StepRule:
    ready: tuple[Ready, ...] = (R.COLLEGEBESLUIT_TEKST, R.ONDERTEKENING)
    if basis is LegalBasis.CENTRUMGEMEENTE:
        ready = (*ready, R.MANDAAT_CENTRUM)
    article = "artikel 1, eerste en vierde lid, Wgr"
    return StepRule(K.BESLUIT, makers, Timing.PLAN, (after,), "besluit-regeling", article, ready, True)


def _with_raden(regeling: Regeling, basis: LegalBasis) -> tuple[StepRule, ...]:
    """The raden decide on the text; beside them the colleges, with permission in the same raadsbesluit (Wgr 1(4))."""
    mixed = regeling.executive is not None
    ready: tuple[Ready, ...] = (R.RAADSBESLUIT_TEKST, R.TWEE_RAADSBESLUITEN) if mixed else (R.RAADSBESLUIT_TEKST,)
    if basis is LegalBasis.CENTRUMGEMEENTE and not mixed:
        ready = (*ready, R.MANDAAT_CENTRUM)
    own = StepRule(
        K.RAADSBESLUIT,
        Organ.RAAD,
        Timing.RAAD,
        (K.PRINCIPEBESLUIT, K.OR_ADVIES),
        "raadsbesluit-regeling",
        "artikel 1, eerste en vierde lid, Wgr" if mixed else "artikel 1, eerste lid, Wgr",
        ready,
        True,
    )
    if regeling.executive is None:
        return (own,)
    decision = _decision(regeling.executive, K.RAADSBESLUIT, basis)
    return own, replace(decision, article="artikel 1, eerste lid, Wgr")


def _after_decision(regeling: Regeling, basis: LegalBasis, decided: StepKey) -> tuple[StepRule, ...]:
    rows = (
        StepRule(
            K.BEKENDMAKING,
            publisher(basis),
            Timing.PLAN,
            (decided,),
            "bekendmaking-regeling",
            "artikel 26, eerste lid, Wgr",
            (R.EEN_BEKENDMAKING,),
        ),
        StepRule(
            K.INWERKINGTREDING,
            Organ.NIEUWE_ORGANISATIE if basis in WITH_BUDGET else Organ.DEELNEMERS,
            Timing.START,
            (K.BEKENDMAKING,),
            article="artikel 26, derde lid, Wgr",
            ready=(R.DATUM_IN_REGELING,),
        ),
        StepRule(
            K.REGISTER,
            Organ.NIEUWE_ORGANISATIE if basis in WITH_BUDGET else keeper(basis),
            Timing.PLAN,
            (K.BEKENDMAKING,),
            "register-regeling",
            "artikel 26, tweede lid, Wgr",
            (R.REGISTERGEGEVENS,),
        ),
    )
    return (*rows, _set_up(regeling, basis)) if basis in WITH_BUDGET else rows


def _set_up(regeling: Regeling, basis: LegalBasis) -> StepRule:
    ready = [R.LEDEN_BENOEMEN]
    if regeling.raad and regeling.executive is None:
        ready.append(R.LEDEN_RADEN)
    elif not regeling.raad and regeling.executive is Organ.COLLEGE:
        ready.append(R.LEDEN_COLLEGES)
    if basis in BODIES:
        ready.append(R.ORGANISATIE)
    ready.append(R.EERSTE_BEGROTING)
    return StepRule(
        K.INRICHTING, Organ.BESTUUR, Timing.PLAN, (K.INWERKINGTREDING,), "inrichting-lichaam", ready=tuple(ready)
    )


ALL_TERMS: tuple[str, ...] = (
    "principebesluit",
    "zienswijze-ontwerp-regeling",
    "or-advies",
    "zienswijzen-verwerken",
    "toestemming-raad",
    "raadsbesluit-regeling",
    "besluit-regeling",
    "bekendmaking-regeling",
    "register-regeling",
    "inrichting-lichaam",
    "entiteit-voorbereiding",
    "wensen-bedenkingen",
    "besluit-oprichting",
    "notariele-akte",
    "kvk-inschrijving",
    "overeenkomst-voorbereiden",
    "besluit-overeenkomst",
    "mandaat-bekendmaken",
    "uittreden-principe",
    "kaders-naar-raden",
    "ontwerpbegroting-naar-raden",
    "jaarrekening-naar-gs",
    "begroting-naar-gs-na-vaststelling",
    "begroting-naar-gs",
)
"""Every term that a calendar uses, in the order in which they come."""
