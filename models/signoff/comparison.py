"""Two versions of a dossier beside each other: answers, proposal, advice, money. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from models.advice.fingerprint import exact_advice
from models.advice.results import Advice
from models.dossier import Dossier, dossier_from_values
from models.dossier.differences import Difference, differences
from models.knowledge import Knowledge
from models.signoff.advice_changes import AdviceChange, advice_changes
from models.signoff.money_changes import MoneyComparison, money_changes
from models.signoff.proposal import Proposal, proposal_changes, proposal_of
from models.storage.records import RevisionDocument
from models.vocabulary import StepId

__all__ = ["Comparison", "Side", "compare", "frozen_advice", "side_now", "side_of"]


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a comparison: a dossier with its exact advice and the knowledge that it rests on."""

    dossier: Dossier
    advice: Mapping[str, Any]
    knowledge_version: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """What differs; ``before`` and ``after`` in each difference are those of the two sides.

    ``head``: title and day of the advice; ``answers``: the thirteen steps that make the content; ``proposal``: the
    names of the texts that people agree with; ``beside``: what else differs in the last step;
    ``knowledge``: both versions, None where they are the same.
    """

    before: Side
    after: Side
    head: tuple[Difference, ...]
    answers: tuple[Difference, ...]
    proposal: tuple[str, ...]
    beside: tuple[Difference, ...]
    advice: tuple[AdviceChange, ...]
    money: MoneyComparison
    knowledge: tuple[str, str] | None

    @property
    def content_differs(self) -> bool:
        """Whether the content hashes differ: answers, advice, its day, or the knowledge."""
        dated = any(difference.path == ("dated",) for difference in self.head)
        return bool(self.answers or self.advice or self.knowledge or dated)

    @property
    def lapses(self) -> bool:
        """Whether an akkoord on the one says nothing about the other."""
        return self.content_differs or bool(self.proposal)

    @property
    def empty(self) -> bool:
        """Whether nothing differs."""
        return not (self.lapses or self.head or self.beside)

    @property
    def proposals(self) -> tuple[Proposal, Proposal]:
        """The texts on both sides."""
        return proposal_of(self.before.dossier), proposal_of(self.after.dossier)

    def steps(self) -> tuple[tuple[StepId, tuple[Difference, ...]], ...]:
        """The differences in the answers per step, in the order of the steps."""
        found: dict[StepId, list[Difference]] = {}
        for difference in (*self.answers, *self.beside):
            found.setdefault(StepId(difference.path[0]), []).append(difference)
        return tuple((step, tuple(found[step])) for step in StepId if step in found)


def frozen_advice(dossier: Dossier, advice: Advice) -> dict[str, Any]:
    """What a version freezes of the advice: exactly what its content hash rests on."""
    return {"dated": dossier.dated.isoformat(), **exact_advice(advice)}


def side_now(dossier: Dossier, advice: Advice, knowledge: Knowledge) -> Side:
    """The dossier as it is now."""
    return Side(dossier, frozen_advice(dossier, advice), knowledge.version)


def side_of(document: RevisionDocument) -> Side:
    """A frozen version, lifted from the format of its day. Raises ``DossierError`` where that cannot be done."""
    dossier = dossier_from_values(document.document, references=False)
    return Side(dossier, document.advice, document.knowledge_version)


_HEAD = frozenset({"title", "dated", "fictional"})


def compare(before: Side, after: Side) -> Comparison:
    """Everything that differs between two sides. Progress, drafts and the length of the route are no content."""
    found = tuple(differences(before.dossier, after.dossier))
    steps = {step.value for step in StepId}
    last, texts = StepId.VASTSTELLING.value, {field.name for field in fields(Proposal)}
    versions = before.knowledge_version, after.knowledge_version
    return Comparison(
        before,
        after,
        head=tuple(d for d in found if d.path[0] in _HEAD),
        answers=tuple(d for d in found if d.path[0] in steps and d.path[0] != last),
        proposal=proposal_changes(proposal_of(before.dossier), proposal_of(after.dossier)),
        beside=tuple(d for d in found if d.path[0] == last and d.path[1] not in texts),
        advice=advice_changes(before.advice, after.advice),
        money=money_changes(before.dossier, after.dossier),
        knowledge=versions if versions[0] != versions[1] else None,
    )
