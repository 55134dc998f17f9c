"""Leaving a regeling or an agreement, as data (law.md §6.8)."""

from models.planning.keys import Organ, Ready, StepKey
from models.planning.situation import WITH_BUDGET, Regeling
from models.planning.step_rules import StepRule, Timing, keeper, publisher
from models.vocabulary import LegalBasis

__all__ = ["leaving_agreement_steps", "leaving_steps"]

K, R = StepKey, Ready
_PERMISSION = "artikel 1, vierde lid, Wgr"


def leaving_steps(regeling: Regeling, basis: LegalBasis) -> tuple[StepRule, ...]:
    """Leaving a regeling counts as making one (Wgr 1(5)): own raad, own college, then notice (law.md §6.8)."""
    makers = regeling.executive or Organ.COLLEGE
    first = StepRule(
        K.UITTREDEN_PRINCIPE,
        makers,
        Timing.PLAN,
        term="uittreden-principe",
        ready=(R.REDENEN_VERTREK, R.GEVOLGEN_VERTREK),
        decision=True,
    )
    rows = _leaving_by_raad(regeling) if regeling.raad else _leaving_by_college(makers)
    notify = StepRule(
        K.UITTREDEN_MELDEN,
        makers,
        Timing.MOMENT,
        (rows[-1].key,),
        article="artikel 9, eerste lid, Wgr",
        ready=(R.MELDING_VERTREK,),
    )
    return (first, *rows, notify, _notice(makers), *_leaving_published(basis, rows[-1].key, makers))


def _leaving_by_college(makers: Organ) -> tuple[StepRule, ...]:
    return (
        StepRule(
            K.UITTREDEN_ONTWERP,
            makers,
            Timing.MOMENT,
            (K.UITTREDEN_PRINCIPE,),
            article="artikel 1, tweede en vijfde lid, Wgr",
            ready=(R.UITTREEDBESLUIT,),
        ),
        StepRule(
            K.UITTREDEN_ZIENSWIJZE,
            Organ.RAAD,
            Timing.VIEW,
            (K.UITTREDEN_ONTWERP,),
            "zienswijze-ontwerp-regeling",
            ready=(R.RAADSVOORSTEL_ZIENSWIJZE,),
        ),
        StepRule(
            K.UITTREDEN_TEKST,
            makers,
            Timing.PLAN,
            (K.UITTREDEN_ZIENSWIJZE,),
            "zienswijzen-verwerken",
            ready=(R.ANTWOORD_RADEN,),
        ),
        StepRule(
            K.UITTREDEN_TOESTEMMING,
            Organ.RAAD,
            Timing.RAAD,
            (K.UITTREDEN_TEKST,),
            "toestemming-raad",
            _PERMISSION,
            (R.RAADSVOORSTEL_TOESTEMMING,),
            True,
        ),
        _leaving_decision(makers, K.UITTREDEN_TOESTEMMING),
    )


def _leaving_decision(makers: Organ, after: StepKey) -> StepRule:
    article = "artikel 1, vijfde lid, Wgr"
    return StepRule(
        K.UITTREDEN_BESLUIT, makers, Timing.PLAN, (after,), "besluit-regeling", article, (R.UITTREEDBESLUIT,), True
    )


def _leaving_by_raad(regeling: Regeling) -> tuple[StepRule, ...]:
    mixed = regeling.executive is not None  # the raad then gives permission to its college too (Wgr 1(4))
    own = StepRule(
        K.UITTREDEN_RAADSBESLUIT,
        Organ.RAAD,
        Timing.RAAD,
        (K.UITTREDEN_PRINCIPE,),
        "raadsbesluit-regeling",
        "artikel 1, vierde en vijfde lid, Wgr" if mixed else "artikel 1, vijfde lid, Wgr",
        (R.UITTREEDBESLUIT, R.TWEE_RAADSBESLUITEN) if mixed else (R.UITTREEDBESLUIT,),
        True,
    )
    if regeling.executive is None:
        return (own,)
    return own, _leaving_decision(regeling.executive, K.UITTREDEN_RAADSBESLUIT)


def _notice(makers: Organ) -> StepRule:
    return StepRule(K.OPZEGTERMIJN, makers, Timing.NOTICE, (K.UITTREDEN_MELDEN,), ready=(R.UITTREEDSOM,))


def _leaving_published(basis: LegalBasis, decided: StepKey, makers: Organ) -> tuple[StepRule, ...]:
    return (
        StepRule(
            K.UITTREDEN_BEKENDMAKING,
            publisher(basis),
            Timing.PLAN,
            (decided,),
            "bekendmaking-regeling",
            "artikel 26, eerste en vierde lid, Wgr",
            (R.EEN_BEKENDMAKING,),
        ),
        StepRule(
            K.UITTREDEN_REGISTER,
            Organ.BESTUUR if basis in WITH_BUDGET else keeper(basis),
            Timing.PLAN,
            (K.UITTREDEN_BEKENDMAKING,),
            "register-regeling",
            "artikel 26, tweede en vierde lid, Wgr",
            (R.REGISTERGEGEVENS,),
        ),
        StepRule(
            K.LAATSTE_DAG,
            makers,
            Timing.START,
            (K.UITTREDEN_BEKENDMAKING, K.OPZEGTERMIJN, K.UITTREDEN_MELDEN),
            article="artikel 9, eerste lid, Wgr",
            ready=(R.UITTREEDSOM,),
        ),
    )


def leaving_agreement_steps() -> tuple[StepRule, ...]:
    """Ending one's part in a convenant or agreement: the college decides and gives notice (Gemw 160(1)(d))."""
    article = "artikel 160, eerste lid, onder d, Gemeentewet"
    return (
        StepRule(
            K.UITTREDEN_PRINCIPE,
            Organ.COLLEGE,
            Timing.PLAN,
            term="uittreden-principe",
            ready=(R.REDENEN_VERTREK, R.GEVOLGEN_VERTREK),
            decision=True,
        ),
        StepRule(
            K.UITTREDEN_BESLUIT,
            Organ.COLLEGE,
            Timing.PLAN,
            (K.UITTREDEN_PRINCIPE,),
            "besluit-overeenkomst",
            article,
            (R.UITTREEDBESLUIT,),
            True,
        ),
        StepRule(K.UITTREDEN_MELDEN, Organ.COLLEGE, Timing.MOMENT, (K.UITTREDEN_BESLUIT,), ready=(R.MELDING_VERTREK,)),
        _notice(Organ.COLLEGE),
        StepRule(
            K.LAATSTE_DAG,
            Organ.COLLEGE,
            Timing.START,
            (K.OPZEGTERMIJN, K.UITTREDEN_MELDEN),
            ready=(R.UITTREEDSOM,),
        ),
    )
