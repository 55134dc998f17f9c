"""Schemas for the catalogue: motives, themes, stakeholders, factors, steering, checklists, questionnaire, cases."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from string import Formatter
from typing import Annotated, Literal

from pydantic import Field, model_validator

from models.knowledge.base import Dated, Item, KnowledgeId, Line, Record, Sourced, SourcedLine, unique_ids
from models.knowledge.law import Mark
from models.vocabulary import CooperationForm, LegalBasis, Pillar, SteeringKind, StepId

__all__ = [
    "Case",
    "CaseWarning",
    "CasesFile",
    "CheckItem",
    "ChecklistsFile",
    "CostKeyText",
    "CostsFile",
    "ExitKind",
    "ExitText",
    "Factor",
    "FactorsFile",
    "GlossaryFile",
    "GlossaryTerm",
    "Knob",
    "Motive",
    "MotivesFile",
    "NamedByN",
    "PillarText",
    "Practice",
    "ProcessFile",
    "Question",
    "QuestionnaireFile",
    "SourceText",
    "SourcesFile",
    "StakeholdersFile",
    "SteeringFile",
    "SteeringText",
    "SuccessFactor",
    "ThemesFile",
    "Wegwijzer",
    "WegwijzersFile",
]

Items = Annotated[tuple[Item, ...], unique_ids]


class Motive(Item):
    """A motive with its sub-motives [S4 §5.1]."""

    submotives: Items


class MotivesFile(Record):
    """``motives.yaml``."""

    motives: Annotated[tuple[Motive, ...], unique_ids]
    overlap: SourcedLine
    push_factors: Items
    pull_factors: Items
    example_goals: Items
    labour_motives: Items
    labour_goals: Items
    goal_advice: tuple[SourcedLine, ...]
    attractive_agenda: Item


class NamedByN(Item):
    """A pain point or chance that ``n`` of ``out_of`` organisations named [S0]; ``n`` null: not legible."""

    n: int | None = Field(default=None, ge=0)
    out_of: int = 15
    n_note: Line | None = None


class Knob(Item):
    """One of the five draaiknoppen [S2]."""

    number: int = Field(ge=1, le=5)


class Practice(Sourced):
    """A good practice [S2]: what it is, what it gave, what one can take over.

    ``knobs`` is empty where the source prints none.
    """

    id: KnowledgeId
    name: Line
    world: Literal["zorg", "veilig", "overheid", "overig"]
    knobs: tuple[Annotated[int, Field(ge=1, le=5)], ...] = ()
    what: Line
    gave: Line
    take_over: Line


class ThemesFile(Record):
    """``themes.yaml``."""

    pain_points: Annotated[tuple[NamedByN, ...], unique_ids]
    chances: Annotated[tuple[NamedByN, ...], unique_ids]
    pool_choices: Items
    recommendations: Items
    knobs: Annotated[tuple[Knob, ...], unique_ids]
    knob_notes: tuple[SourcedLine, ...]
    practices: Annotated[tuple[Practice, ...], unique_ids]
    facts_to_find: Items


class StakeholdersFile(Record):
    """``stakeholders.yaml``."""

    kinds: Items
    environments: Items
    labour_market: Items
    network_advice: tuple[SourcedLine, ...]


class Factor(Item):
    """A promoting or blocking factor; ``phase`` as in table 2 of S4."""

    direction: Literal["bevorderend", "belemmerend"]
    phase: Literal["randvoorwaarden", "proces", "staand"]


class SuccessFactor(Item):
    """A success factor, with its check question where the source gives one."""

    number: int
    check_question: Line
    from_source: bool
    """Whether the check question stands in the source; else it is the product's own."""


class FactorsFile(Record):
    """``factors.yaml``."""

    factors: Annotated[tuple[Factor, ...], unique_ids]
    success_factors: Annotated[tuple[SuccessFactor, ...], unique_ids]
    labour_success_factors: Annotated[tuple[SuccessFactor, ...], unique_ids]
    labour_obstacles: Items


class Question(Sourced):
    """A question to a person, with its explanation."""

    id: KnowledgeId
    text: Line
    help: Line | None = None


class SteeringText(Item):
    """A kind of steering, the questions it asks, the legitimacy that fits it [S1 wegwijzers 5-6]."""

    id: SteeringKind
    questions: Annotated[tuple[Question, ...], unique_ids] = Field(min_length=1)
    legitimacy: tuple[KnowledgeId, ...] = Field(min_length=1)


class PillarText(Item):
    """Structuur, personen or weefsel, with what to look at [S1 wegwijzer 7]."""

    id: Pillar
    look_at: tuple[Line, ...]
    questions: Annotated[tuple[Question, ...], unique_ids]


class SteeringFile(Record):
    """``steering.yaml``."""

    steering: Annotated[tuple[SteeringText, ...], unique_ids]
    steering_advice: tuple[SourcedLine, ...]
    legitimacy: Items
    raad_moments: Items
    pillars: Annotated[tuple[PillarText, ...], unique_ids]
    route: Items


class Wegwijzer(Item):
    """One of ten wegwijzers: a short card with a check question, in the steps where it belongs [S1]."""

    number: int = Field(ge=1, le=10)
    check_question: Line
    steps: tuple[StepId, ...] = Field(min_length=1)


class WegwijzersFile(Record):
    """``wegwijzers.yaml``."""

    wegwijzers: Annotated[tuple[Wegwijzer, ...], unique_ids]


class ProcessFile(Record):
    """``process.yaml``: from choice to start [S4 §5.6]."""

    steps: Items
    to_arrange: Items
    improve: Items
    advice: tuple[SourcedLine, ...]


class CheckItem(Sourced):
    """One point of a checklist; ``for_bases`` empty means every regeling, ``article`` where it is law."""

    id: KnowledgeId
    text: Line
    why: Line | None = None
    article: Line | None = None
    for_bases: tuple[LegalBasis, ...] = ()
    optional: bool = False
    statutory: bool = True


class ChecklistsFile(Record):
    """``checklists.yaml``: what a regeling and a dienstverleningsovereenkomst hold, what staff need."""

    regeling: Annotated[tuple[CheckItem, ...], unique_ids]
    dienstverleningsovereenkomst: Annotated[tuple[CheckItem, ...], unique_ids]
    staff: Annotated[tuple[CheckItem, ...], unique_ids]


class QuestionnaireFile(Record):
    """``questionnaire.yaml``: the partner's intake, 7 + 6 questions [S4 appendices]."""

    interview: Annotated[tuple[Question, ...], unique_ids] = Field(min_length=7, max_length=7)
    empathy_map: Annotated[tuple[Question, ...], unique_ids] = Field(min_length=6, max_length=6)
    delphi: SourcedLine


class CaseEvent(Record):
    """What happened in a case, with its year where known."""

    year: int | None = None
    text: Line


class Case(Sourced):
    """A real cooperation: facts only, with the date on which they were gathered."""

    id: KnowledgeId
    name: Line
    partners: tuple[Line, ...] = Field(min_length=1)
    years: Line
    forms: tuple[CooperationForm, ...] = Field(min_length=1)
    legal_bases: tuple[LegalBasis, ...]
    legal_note: Line | None = None
    tasks: Line
    size: Line | None = None
    happened: tuple[CaseEvent, ...] = Field(min_length=1)
    lesson: Line
    facts_from: date
    """The day on which the facts were gathered."""


class CaseWarning(Sourced):
    """A warning that real cases teach; its trigger is typed Python under the same id."""

    id: KnowledgeId
    title: Line
    text: Line
    do: Line
    """What one can do about it, as an instruction."""
    cases: tuple[KnowledgeId, ...] = Field(min_length=1)
    what_happened: Line
    here: tuple[Line, ...] = ()
    """"Past hier, want ...": sentences with ``{named}`` places; the first that the evidence can fill is shown."""

    def because(self, evidence: Mapping[str, str]) -> str:
        """Why this warning matches, in words; empty when no sentence fits the evidence."""
        for sentence in self.here:
            wanted = {name for _, name, _, _ in Formatter().parse(sentence) if name}
            if wanted <= evidence.keys():
                return sentence.format_map(evidence)
        return ""


class CasesFile(Record):
    """``cases.yaml``."""

    cases: Annotated[tuple[Case, ...], unique_ids]
    warnings: Annotated[tuple[CaseWarning, ...], unique_ids]
    missing: tuple[SourcedLine, ...]


class CostKeyText(Item):
    """A cost key that practice uses; ``formula`` in plain signs."""

    formula: Line
    suits: Line
    beware: Line | None = None


class ExitKind(StrEnum):
    """What an entry on leaving is: a way to compute a sum, or a rule that holds whatever the way."""

    TAPERING = "tapering"
    DAMAGE = "damage"
    RULE = "rule"


class ExitText(Item, Dated):
    """A way to compute an exit sum where the regeling is silent, or a rule on leaving.

    ``percentages``: of the contribution, one per year after leaving, for tapering; ``years``: how long direct damage
    counts (the bridging); ``decision``: the ruling that accepted it.
    """

    kind: ExitKind
    percentages: tuple[Annotated[Decimal, Field(ge=0, le=1000)], ...] = ()
    years: int | None = Field(default=None, ge=1, le=20)
    decision: Line
    mark: Mark

    @model_validator(mode="after")
    def _complete(self) -> "ExitText":
        if bool(self.percentages) is not (self.kind is ExitKind.TAPERING):
            raise ValueError("percentages horen bij aflopend, en alleen daarbij")
        if (self.years is not None) is not (self.kind is ExitKind.DAMAGE):
            raise ValueError("jaren van overbrugging horen bij schade, en alleen daarbij")
        return self


class CostsFile(Record):
    """``costs.yaml``: the keys, what can stand around a key, ways to compute an exit sum."""

    keys: Annotated[tuple[CostKeyText, ...], unique_ids]
    around: Items
    exit: Annotated[tuple[ExitText, ...], unique_ids]
    advice: tuple[SourcedLine, ...]


class GlossaryTerm(Sourced):
    """A term in one line."""

    id: KnowledgeId
    term: Line
    text: Line


class GlossaryFile(Record):
    """``glossary.yaml``."""

    terms: Annotated[tuple[GlossaryTerm, ...], unique_ids]


class SourceText(Record):
    """A document or page that the knowledge rests on."""

    id: KnowledgeId | Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9]{0,6}$")]
    name: Line
    date: Line | None = None
    url: Line | None = None


class SourcesFile(Record):
    """``sources.yaml``: every id that a source reference may begin with."""

    version: Line
    """Version of the whole knowledge, such as ``2026.1``."""
    checked_on: date
    sources: Annotated[tuple[SourceText, ...], unique_ids]
