"""Founding a private legal person and making an agreement, as data (law.md §6.5, 6.7)."""

from models.planning.keys import Organ, Ready, StepKey
from models.planning.step_rules import StepRule, Timing, works_council_step

__all__ = ["agreement_steps", "entity_steps"]

K, R = StepKey, Ready


def entity_steps() -> tuple[StepRule, ...]:
    """Founding or joining a private legal person (Gemw 160(2); law.md §6.5). GS have had no part since 1-2-2016."""
    article = "artikel 160, tweede lid, Gemeentewet"
    return (
        StepRule(
            K.ENTITEIT_VOORBEREIDEN,
            Organ.COLLEGE,
            Timing.PLAN,
            term="entiteit-voorbereiding",
            article=article,
            ready=(R.WAAROM_ENTITEIT, R.STATUTEN, R.ZIJWETTEN),
        ),
        works_council_step(K.ENTITEIT_VOORBEREIDEN),
        StepRule(
            K.ONTWERPBESLUIT_NAAR_RADEN,
            Organ.COLLEGE,
            Timing.MOMENT,
            (K.ENTITEIT_VOORBEREIDEN,),
            article=article,
            ready=(R.ONTWERPBESLUIT, R.ZELFDE_DAG),
        ),
        StepRule(
            K.WENSEN_BEDENKINGEN,
            Organ.RAAD,
            Timing.RAAD,
            (K.ONTWERPBESLUIT_NAAR_RADEN,),
            "wensen-bedenkingen",
            article,
            (R.ONTWERPBESLUIT,),
        ),
        StepRule(
            K.BESLUIT_OPRICHTING,
            Organ.COLLEGE,
            Timing.PLAN,
            (K.WENSEN_BEDENKINGEN, K.OR_ADVIES),
            "besluit-oprichting",
            article,
            (R.ANTWOORD_WENSEN,),
            True,
        ),
        StepRule(
            K.NOTARIELE_AKTE,
            Organ.NOTARIS,
            Timing.PLAN,
            (K.BESLUIT_OPRICHTING,),
            "notariele-akte",
            "artikel 171 Gemeentewet",
            (R.AKTE,),
        ),
        StepRule(
            K.KVK,
            Organ.NIEUWE_ORGANISATIE,
            Timing.PLAN,
            (K.NOTARIELE_AKTE,),
            "kvk-inschrijving",
            None,
            (R.KVK_GEGEVENS,),
        ),
        StepRule(
            K.START_ENTITEIT,
            Organ.NIEUWE_ORGANISATIE,
            Timing.START,
            (K.KVK,),
            ready=(R.DVO_EN_TOETSEN, R.VERBONDEN_PARTIJEN),
        ),
    )


def agreement_steps(*, mandate: bool) -> tuple[StepRule, ...]:
    """A convenant or agreement; with ``mandate`` it must be published before it works (law.md §6.7)."""
    article = "artikel 160, eerste lid, onder d, Gemeentewet"
    ready = (R.TEKST_OVEREENKOMST, R.ZIJWETTEN, *((R.MANDAAT_SCHRIFTELIJK,) if mandate else ()))
    publish = StepRule(
        K.MANDAAT_BEKENDMAKEN,
        Organ.COLLEGE,
        Timing.PLAN,
        (K.BESLUIT_OVEREENKOMST,),
        "mandaat-bekendmaken",
        ready=(R.MANDAATBESLUIT,),
    )
    last = K.MANDAAT_BEKENDMAKEN if mandate else K.BESLUIT_OVEREENKOMST
    return (
        StepRule(K.OVEREENKOMST_VOORBEREIDEN, Organ.COLLEGE, Timing.PLAN, (), "overeenkomst-voorbereiden", None, ready),
        works_council_step(K.OVEREENKOMST_VOORBEREIDEN),
        StepRule(
            K.RAAD_INFORMEREN,
            Organ.COLLEGE,
            Timing.MOMENT,
            (K.OVEREENKOMST_VOORBEREIDEN,),
            article="artikel 169, vierde lid, Gemeentewet",
            ready=(R.INFORMATIE_RAAD,),
        ),
        StepRule(
            K.BESLUIT_OVEREENKOMST,
            Organ.COLLEGE,
            Timing.PLAN,
            (K.RAAD_INFORMEREN, K.OR_ADVIES),
            "besluit-overeenkomst",
            article,
            (R.EEN_TEKST, R.ONDERTEKENING),
            True,
        ),
        *((publish,) if mandate else ()),
        StepRule(K.START_OVEREENKOMST, Organ.DEELNEMERS, Timing.START, (last,), ready=(R.TEKST_OVEREENKOMST,)),
    )
