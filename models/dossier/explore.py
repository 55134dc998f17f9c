"""Sections of the phase Verkennen: opgave, partners, doelen, krachtenveld, beginsituatie."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from models.dossier.base import EMPTY, Answer, Day, Flag, Frozen, FrozenDict, Id, Importance, Number, Score, Text
from models.dossier.section import Section
from models.vocabulary import CooperationForm, LegalBasis, PartnerKind, Pillar

__all__ = [
    "AgendaItem",
    "Attitude",
    "BeginsituatieSection",
    "DoelenSection",
    "Environment",
    "ExistingCooperation",
    "Fact",
    "Goal",
    "Intake",
    "Interest",
    "KrachtenveldSection",
    "OpgaveSection",
    "Participation",
    "Partner",
    "PartnersSection",
    "PillarScore",
    "Placed",
    "Relation",
    "Stakeholder",
    "TaskItem",
    "TaskNature",
    "ThemeMark",
]


class Fact(Frozen):
    """A fact of the shared question: figure with unit, source and date [S1 wegwijzer 1]."""

    id: Id
    text: Text = ""
    figure: Answer[Number] = None
    unit: Text = ""
    source: Text = ""
    dated: Day | None = None


class TaskNature(StrEnum):
    """What kind of work a task is; decides between forms and legal bases."""

    SUPPORT = "support"
    EXECUTION = "execution"
    POLICY = "policy"


class TaskItem(Frozen):
    """A task that the partners think of doing together."""

    id: Id
    name: Text = ""
    nature: Answer[TaskNature] = None


class Interest(Frozen):
    """What one partner wants out of it."""

    id: Id
    partner: Id
    text: Text = ""


class AgendaItem(Frozen):
    """A point of the attractieve agenda: where the interests of these partners overlap [S1 wegwijzer 2]."""

    id: Id
    text: Text = ""
    partners: tuple[Id, ...] = ()


class OpgaveSection(Section):
    """The shared question and its facts."""

    question: Text = ""
    occasion: Text = ""
    facts: tuple[Fact, ...] = ()
    fields: tuple[Text, ...] = ()
    tasks: tuple[TaskItem, ...] = ()
    interests: tuple[Interest, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    review_on: Day | None = None


class Intake(Frozen):
    """A partner's intake: answers by question id of ``questionnaire.yaml`` (7 + 6) [S4 appendices].

    ``respondent``: a function, not a name.
    """

    answers: FrozenDict[Id, Answer[Text]] = EMPTY
    empathy_map: FrozenDict[Id, Answer[Text]] = EMPTY
    respondent: Text = ""
    held_on: Day | None = None


class Partner(Frozen):
    """A participating organisation.

    ``removed``: taken out of the dossier; its answers stay, inactive, so that nothing is lost.
    ``own_policy``: it keeps its own policy and ways of working inside the cooperation.
    """

    id: Id
    name: Text
    kind: PartnerKind = PartnerKind.GEMEENTE
    inhabitants: Answer[Annotated[int, Field(strict=True, ge=0, le=20_000_000)]] = None
    inhabitants_on: Day | None = None
    inhabitants_source: Text = ""
    fte: Answer[Annotated[Number, Field(ge=0)]] = None
    brings: Text = ""
    can_be_centre: Answer[Flag] = None
    own_policy: Answer[Flag] = None
    intake: Intake = Intake.model_construct()
    removed: Flag = False


class PartnersSection(Section):
    """Who takes part, two to forty."""

    partners: tuple[Partner, ...] = ()

    @property
    def active(self) -> tuple[Partner, ...]:
        """The partners that take part."""
        return tuple(partner for partner in self.partners if not partner.removed)


class Goal(Frozen):
    """A goal, made SMART [S4 §5.6.4]; ``kind``: id in ``motives.yaml``."""

    id: Id
    text: Text = ""
    kind: Id | None = None
    indicator: Text = ""
    baseline: Text = ""
    target: Text = ""
    due: Day | None = None
    reporter: Text = ""


class ThemeMark(Frozen):
    """Which partners recognise a pain point or chance: the n-of-N meter. ``theme``: id in ``themes.yaml``."""

    theme: Id
    partners: tuple[Id, ...] = ()
    remark: Text = ""


class DoelenSection(Section):
    """Motives, goals and themes; ids are those of ``motives.yaml`` and ``themes.yaml``."""

    motives: FrozenDict[Id, Importance] = EMPTY
    submotives: tuple[Id, ...] = ()
    push_factors: tuple[Id, ...] = ()
    pull_factors: tuple[Id, ...] = ()
    goals: tuple[Goal, ...] = ()
    result_definition: Text = ""
    themes: tuple[ThemeMark, ...] = ()
    pool_choices: FrozenDict[Id, Answer[Text]] = EMPTY
    knobs: tuple[Id, ...] = ()
    practices: tuple[Id, ...] = ()


class Environment(StrEnum):
    """Contextual: they influence us, we not them. Transactional: both ways [S4 §5.4]."""

    CONTEXTUAL = "contextual"
    TRANSACTIONAL = "transactional"


class Participation(StrEnum):
    """The ring in which a stakeholder takes part."""

    MEEBESLISSEN = "meebeslissen"
    MEEDOEN = "meedoen"
    MEEDENKEN = "meedenken"
    MEEWETEN = "meeweten"


class Attitude(StrEnum):
    """Attitude of a stakeholder; always intern."""

    OPPOSED = "opposed"
    CRITICAL = "critical"
    NEUTRAL = "neutral"
    POSITIVE = "positive"
    SUPPORTING = "supporting"


class Placed(Frozen):
    """A place in the network view: x and y from 0 to 1000, turned by degrees."""

    x: Annotated[int, Field(strict=True, ge=0, le=1000)]
    y: Annotated[int, Field(strict=True, ge=0, le=1000)]
    degrees: Annotated[int, Field(strict=True, ge=0, le=359)] = 0


class Stakeholder(Frozen):
    """A stakeholder card; ``kind``: id in ``stakeholders.yaml``. ``attitude`` never leaves the internal copy."""

    id: Id
    name: Text = ""
    kind: Id | None = None
    partner: Id | None = None
    environment: Answer[Environment] = None
    influence: Answer[Score] = None
    interest: Answer[Score] = None
    attitude: Answer[Attitude] = None
    participation: Answer[Participation] = None
    power: Flag = False
    legitimacy: Flag = False
    urgency: Flag = False
    stake: Text = ""
    approach: Text = ""
    action: Text = ""
    owner: Text = ""
    due: Day | None = None
    place: Placed | None = None


class Relation(Frozen):
    """A line between two stakeholders in the network view."""

    id: Id
    source: Id
    target: Id
    strength: Answer[Score] = None
    text: Text = ""


class KrachtenveldSection(Section):
    """Who plays, in what position, with what interest and strength [S1 wegwijzer 4]."""

    stakeholders: tuple[Stakeholder, ...] = ()
    relations: tuple[Relation, ...] = ()
    scored_by: Text = ""
    scored_on: Day | None = None


class PillarScore(Frozen):
    """Structuur, personen or weefsel: score 1-5, what goes well, what must change."""

    score: Answer[Score] = None
    good: Text = ""
    change: Text = ""


class ExistingCooperation(Frozen):
    """A cooperation that is already there."""

    id: Id
    name: Text = ""
    form: Answer[CooperationForm] = None
    basis: Answer[LegalBasis] = None
    partners: tuple[Id, ...] = ()
    text: Text = ""


class BeginsituatieSection(Section):
    """What is already there [S1 wegwijzer 7]."""

    pillars: FrozenDict[Pillar, PillarScore] = EMPTY
    existing: tuple[ExistingCooperation, ...] = ()
    review_on: Day | None = None
