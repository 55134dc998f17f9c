"""What the page asks in plain fields."""

from models.dossier import Dossier
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option
from wizards.steps.options import partner_options

__all__ = ["BASE", "BUDGET", "DECISIONS", "LEAVING", "arrangements", "groups"]

BASE = (StepId.BESLUITVORMING.value,)


def _kinds(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    return tuple(Option(item.id, item.name, item.text) for item in knowledge.legal_bases.regeling_kinds)


DECISIONS = Group(
    "Wie besluit en wanneer",
    BASE,
    (
        Field(
            "kind",
            "Welke organen treffen de regeling?",
            Kind.CHOICE,
            "Dat bepaalt of raden een zienswijze geven en toestemming moeten geven.",
            _kinds,
            ALL_NO_ANSWERS,
        ),
        Field(
            "works_council",
            "Moet een ondernemingsraad advies geven?",
            Kind.YES_NO,
            "Dat moet bij een duurzame samenwerking en bij een grote verandering (artikel 25 WOR).",
            no_answers=ALL_NO_ANSWERS,
        ),
        Field("start", "Wanneer begint de procedure?", Kind.DATE),
        Field("in_force", "Wanneer moet de samenwerking starten?", Kind.DATE),
        Field(
            "seat",
            "Welke partner heeft de zetel of maakt bekend?",
            Kind.CHOICE,
            "Deze gemeente publiceert de regeling voor alle deelnemers.",
            partner_options,
        ),
    ),
)
BUDGET = Group(
    "De begroting van elk jaar",
    BASE,
    (
        Field(
            "budget_year",
            "Voor welk begrotingsjaar wilt u de planning zien?",
            Kind.YEAR,
            "De stappen vallen in het jaar daarvoor.",
        ),
        Field(
            "board_offers_on",
            "Wanneer gaat de ontwerpbegroting naar het algemeen bestuur?",
            Kind.DATE,
            "De raden krijgen haar twaalf weken eerder. Zonder algemeen bestuur telt de dag van vaststelling.",
        ),
        Field("board_adopts_on", "Wanneer stelt het bestuur de begroting vast?", Kind.DATE),
    ),
)
LEAVING = Group(
    "Uittreden van een partner",
    BASE,
    (
        Field("leaving", "Van welke partner wilt u de planning zien?", Kind.CHOICE, "", partner_options),
        Field("leaving_start", "Wanneer begint die partner met de procedure?", Kind.DATE),
        Field("leaving_on", "Wat is de gewenste laatste dag?", Kind.DATE),
        Field(
            "notice_months",
            "Welke opzegtermijn vraagt de regeling of overeenkomst?",
            Kind.WHOLE,
            "Vul 0 in als er geen opzegtermijn is.",
            unit="maanden",
        ),
    ),
)


def arrangements(knowledge: Knowledge) -> tuple[Group, ...]:
    """What is arranged besides, and how it is told."""
    fields = tuple(
        Field(f"arrangements/{item.id}", item.name, Kind.AREA, item.text or "", no_answers=ALL_NO_ANSWERS)
        for item in knowledge.process.to_arrange
    )
    return (
        Group("Wat u verder regelt", BASE, fields),
        Group(
            "Communicatie en participatie",
            BASE,
            (
                Field("communication", "Hoe vertelt u het aan inwoners, medewerkers en raden?", Kind.AREA),
                Field("participation", "Hoe kunnen inwoners en belanghebbenden meedoen?", Kind.AREA),
            ),
        ),
    )


def groups(_dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """All cards that are data, for the check page."""
    return (DECISIONS, BUDGET, LEAVING, *arrangements(knowledge))
