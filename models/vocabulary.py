"""The fixed words of the domain: the ids on which typed rules rest.

Everything that only carries text (motives, factors, cases, ...) has its ids in ``resources/knowledge``;
an id stands here only because a rule in Python, or a section of the dossier, must name it.
"""

from enum import StrEnum

__all__ = [
    "BodyKind",
    "CooperationForm",
    "CriterionId",
    "LegalBasis",
    "LegalStatus",
    "Onlooker",
    "PartnerKind",
    "Phase",
    "Pillar",
    "SteeringKind",
    "StepId",
    "SubjectKind",
]


class StepId(StrEnum):
    """The fourteen steps of a dossier, in the order of the task list (design, "Steps")."""

    OPGAVE = "opgave"
    PARTNERS = "partners"
    DOELEN = "doelen"
    KRACHTENVELD = "krachtenveld"
    BEGINSITUATIE = "beginsituatie"
    STURING = "sturing"
    VORM = "vorm"
    RECHTSVORM = "rechtsvorm"
    FACTOREN = "factoren"
    KOSTEN = "kosten"
    UREN = "uren"
    MEDEWERKERS = "medewerkers"
    BESLUITVORMING = "besluitvorming"
    VASTSTELLING = "vaststelling"


class Phase(StrEnum):
    """The four phases of the task list."""

    VERKENNEN = "verkennen"
    KIEZEN = "kiezen"
    AFSPREKEN = "afspreken"
    VASTSTELLEN = "vaststellen"


class CooperationForm(StrEnum):
    """The five cooperation forms, from lightest to furthest-reaching [S4 §5.2, table 1]."""

    NETWERK = "netwerk"
    CENTRUM = "centrum"
    MATRIX = "matrix"
    SSC = "ssc"
    SETA = "seta"


class LegalBasis(StrEnum):
    """The twelve legal bases, from lightest to heaviest; public before private where a body is needed."""

    CONVENANT = "convenant"
    OVEREENKOMST = "overeenkomst"
    REGELING_ZONDER_MEER = "regeling-zonder-meer"
    CENTRUMGEMEENTE = "centrumgemeente"
    GEMEENSCHAPPELIJK_ORGAAN = "gemeenschappelijk-orgaan"
    BEDRIJFSVOERINGSORGANISATIE = "bedrijfsvoeringsorganisatie"
    OPENBAAR_LICHAAM = "openbaar-lichaam"
    VERENIGING = "vereniging"
    STICHTING = "stichting"
    COOPERATIE = "cooperatie"
    BV = "bv"
    NV = "nv"


class LegalStatus(StrEnum):
    """What the rules say of one legal basis for the facts at hand."""

    ALLOWED = "allowed"
    CONDITIONAL = "conditional"
    EXCLUDED = "excluded"


class CriterionId(StrEnum):
    """The thirteen statements, and the number of partners, which is derived instead of asked."""

    REIKWIJDTE = "reikwijdte"
    BELEID = "beleid"
    ROUTINE = "routine"
    URGENTIE = "urgentie"
    INVESTERING = "investering"
    OVERPLAATSING = "overplaatsing"
    GELIJKWAARDIGHEID = "gelijkwaardigheid"
    CENTRUM = "centrum"
    SPECIALISMEN = "specialismen"
    VERTROUWEN = "vertrouwen"
    UITTREDEN = "uittreden"
    KWETSBAARHEID = "kwetsbaarheid"
    OPDRACHTGEVERSCHAP = "opdrachtgeverschap"
    AANTAL_PARTNERS = "aantal_partners"


class PartnerKind(StrEnum):
    """What kind of organisation a partner is; a regeling knows only some of them (Wgr 1, 51-, 93-97)."""

    GEMEENTE = "gemeente"
    PROVINCIE = "provincie"
    WATERSCHAP = "waterschap"
    RIJK = "rijk"
    GEMEENSCHAPPELIJKE_REGELING = "gemeenschappelijke-regeling"
    PRIVAAT = "privaat"
    OVERIG = "overig"


class BodyKind(StrEnum):
    """The bodies of a municipality whose powers a cooperation can involve (Wgr 1)."""

    RAAD = "raad"
    COLLEGE = "college"
    BURGEMEESTER = "burgemeester"


class Onlooker(StrEnum):
    """Who looks on: changes what comes first, the help and the questions; hides nothing."""

    SECRETARIS = "secretaris"
    RAADSLID = "raadslid"
    BEGELEIDER = "begeleider"


class SteeringKind(StrEnum):
    """Four kinds of steering [S1 wegwijzer 5]."""

    RECHTMATIG = "rechtmatig"
    PRESTEREND = "presterend"
    NETWERKEND = "netwerkend"
    RESPONSIEF = "responsief"


class Pillar(StrEnum):
    """What is already there: structure, people and the fabric between them [S1 wegwijzer 7]."""

    STRUCTUUR = "structuur"
    PERSONEN = "personen"
    WEEFSEL = "weefsel"


class SubjectKind(StrEnum):
    """What people in a werksessie vote on."""

    SCORE = "score"
    IMPORTANCE = "importance"
    FACTOR = "factor"
    INFLUENCE = "influence"
    INTEREST = "interest"
    DOTS = "dots"
