"""The dossier: one frozen document with a section for each of the fourteen steps."""

from datetime import datetime
from typing import Annotated, Any

from pydantic import Field, PlainSerializer

from models.dossier.agree import (
    BesluitvormingSection,
    KostenSection,
    MedewerkersSection,
    UrenSection,
    VaststellingSection,
)
from models.dossier.base import EMPTY, Day, Flag, Frozen, FrozenDict, Id, Text
from models.dossier.choose import FactorenSection, RechtsvormSection, SturingSection, VormSection
from models.dossier.explore import (
    BeginsituatieSection,
    DoelenSection,
    KrachtenveldSection,
    OpgaveSection,
    PartnersSection,
)
from models.dossier.section import Section
from models.vocabulary import StepId

__all__ = ["FORMAT_VERSION", "Dossier", "Progress", "Recheck", "Title"]

FORMAT_VERSION = 1
"""Version of the document's shape; one higher for each change that an older program cannot read."""

Title = Annotated[Text, Field(min_length=1, max_length=300, pattern=r"\S")]
Moment = Annotated[datetime, PlainSerializer(lambda moment: moment.isoformat(), return_type=str)]


class Recheck(Frozen):
    """Why a step must be looked at again: an earlier answer changed."""

    reason: Text
    changed_step: StepId


class Progress(Frozen):
    """How far a step is, as people said it: no content, so the content hash leaves it out."""

    finished: Flag = False
    recheck: tuple[Recheck, ...] = ()


class Dossier(Frozen):
    """The file of one cooperation.

    ``id``: unique over libraries. ``dated``: the day that the advice is given, against which dated rules
    are held. ``drafts``: what a person typed in a field that is not (yet) valid, by field path, so that
    saving never waits for a right answer.
    """

    format_version: int = Field(default=FORMAT_VERSION, strict=True, ge=FORMAT_VERSION, le=FORMAT_VERSION)
    id: Id
    title: Title
    dated: Day
    created: Moment | None = None
    fictional: Flag = False
    short_route: Flag = False
    progress: FrozenDict[StepId, Progress] = EMPTY
    drafts: FrozenDict[Text, Text] = EMPTY

    opgave: OpgaveSection = OpgaveSection.model_construct()
    partners: PartnersSection = PartnersSection.model_construct()
    doelen: DoelenSection = DoelenSection.model_construct()
    krachtenveld: KrachtenveldSection = KrachtenveldSection.model_construct()
    beginsituatie: BeginsituatieSection = BeginsituatieSection.model_construct()
    sturing: SturingSection = SturingSection.model_construct()
    vorm: VormSection = VormSection.model_construct()
    rechtsvorm: RechtsvormSection = RechtsvormSection.model_construct()
    factoren: FactorenSection = FactorenSection.model_construct()
    kosten: KostenSection = KostenSection.model_construct()
    uren: UrenSection = UrenSection.model_construct()
    medewerkers: MedewerkersSection = MedewerkersSection.model_construct()
    besluitvorming: BesluitvormingSection = BesluitvormingSection.model_construct()
    vaststelling: VaststellingSection = VaststellingSection.model_construct()

    def section(self, step: StepId) -> Section:
        """The section of ``step``."""
        section = getattr(self, step.value)
        assert isinstance(section, Section)
        return section

    def with_section(self, step: StepId, section: Section) -> "Dossier":
        """The next dossier, with this section in place of the one of ``step``."""
        if type(section) is not type(self.section(step)):
            raise TypeError(f"{type(section).__name__} is no section of {step.value}")
        return self.model_copy(update={step.value: section})

    def as_json(self) -> dict[str, Any]:
        """The whole document as plain JSON values."""
        return self.model_dump(mode="json")
