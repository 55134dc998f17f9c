"""Factors that the answers suggest: what helps or hinders here, each with its reason. [design, "Steps"; issue 3]

A suggestion rests on answers that people gave; a missing answer suggests nothing. One that was added carries its id
into the list of factors, so it is not offered again, whatever people make of its words.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from models.advice.results import Advice, Spread
from models.dossier import Dossier
from models.dossier.base import known
from models.dossier.choose import FactorDirection, FactorEntry, FactorPhase
from models.dossier.edit import record_added
from models.dutch import listed
from models.goals import is_smart
from models.knowledge import Knowledge
from models.vocabulary import CriterionId, Pillar
from models.wording.words import sentence, shortened

__all__ = ["Suggestion", "factor_suggestions", "with_suggestion"]

_HELPS, _HINDERS = FactorDirection.PROMOTING, FactorDirection.BLOCKING
_LOW, _HIGH = 2, 4
_NAME = 60
_BUDGET_WARNING = "no-budget-steering"

_PILLARS = {
    Pillar.STRUCTUUR: ("De structuur staat nog niet stevig", "De structuur staat stevig"),
    Pillar.PERSONEN: ("De mensen die het moeten dragen, ontbreken", "Sterke mensen dragen de samenwerking"),
    Pillar.WEEFSEL: ("Het weefsel tussen mensen is zwak", "Het weefsel tussen mensen is sterk"),
}
"""A low and a high score in words."""

_LOW_WORDS = {
    CriterionId.VERTROUWEN: "Weinig onderling vertrouwen",
    CriterionId.INVESTERING: "Weinig geld om te starten",
    CriterionId.OPDRACHTGEVERSCHAP: "Weinig ervaring als opdrachtgever",
}
_HIGH_WORDS = {
    CriterionId.VERTROUWEN: "Veel onderling vertrouwen",
    CriterionId.INVESTERING: "Genoeg geld om te starten",
    CriterionId.OPDRACHTGEVERSCHAP: "Ervaring als opdrachtgever",
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A factor that the answers suggest.

    ``id``: of the factor once it is added; ``reason``: a Dutch sentence that names the answers; ``case``: id of a
    real case that it comes from; ``measure``: what one can do, where knowledge says so.
    """

    id: str
    text: str
    reason: str
    direction: FactorDirection
    phase: FactorPhase | None = None
    factor: str | None = None
    measure: str = ""
    case: str | None = None


def factor_suggestions(dossier: Dossier, advice: Advice, knowledge: Knowledge) -> tuple[Suggestion, ...]:
    """What the answers suggest and is not in the list of factors yet."""
    there = {entry.id for entry in dossier.factoren.factors}
    factors = {entry.factor for entry in dossier.factoren.factors if entry.factor is not None}
    return tuple(s for s in _all(dossier, advice, knowledge) if s.id not in there and s.factor not in factors)


def with_suggestion(dossier: Dossier, suggestion: Suggestion) -> Dossier:
    """The next dossier, with the suggestion as a factor at the end of the list."""
    entry = FactorEntry(
        id=suggestion.id,
        factor=suggestion.factor,
        text=suggestion.text,
        direction=suggestion.direction,
        phase=suggestion.phase,
        measure=suggestion.measure,
    )
    return record_added(dossier, ("factoren", "factors"), entry)


def _all(dossier: Dossier, advice: Advice, knowledge: Knowledge) -> Iterator[Suggestion]:
    yield from (_spread(dossier, knowledge, spread) for spread in advice.partners.differences)
    yield from _warnings(advice, knowledge)
    yield from _pillars(dossier)
    yield from _statements(dossier, knowledge)
    if all(matched.warning != _BUDGET_WARNING for matched in advice.warnings):
        # The warning says the same, with a case behind it.
        yield from _steering(dossier)
    yield from _goals(dossier)
    yield from _success(dossier, knowledge)


def _spread(dossier: Dossier, knowledge: Knowledge, spread: Spread) -> Suggestion:
    label = knowledge.criterion[spread.criterion].label
    label = label[:1].lower() + label[1:]
    names = {p.id: shortened(p.name, _NAME) for p in dossier.partners.active}
    low, high = min(spread.answers.values()), max(spread.answers.values())
    said = [_who(value, [names[p] for p, v in spread.answers.items() if v == value]) for value in (low, high)]
    return Suggestion(
        f"voorstel-verschil-{spread.criterion.value}",
        f"Grote verschillen over {label}",
        f"De antwoorden van de partners over {label} lopen uiteen. {said[0]} {said[1]}",
        _HINDERS,
        FactorPhase.RANDVOORWAARDEN,
    )


def _who(value: int, names: list[str]) -> str:
    if len(names) > 3:
        return f"{len(names)} partners antwoorden {value}."
    return f"{listed(names)} {'antwoordt' if len(names) == 1 else 'antwoorden'} {value}."


def _warnings(advice: Advice, knowledge: Knowledge) -> Iterator[Suggestion]:
    for matched in advice.warnings:
        warning = knowledge.warning[matched.warning]
        because = warning.because({key: shortened(value, 300) for key, value in matched.evidence.items()})
        cases = listed([knowledge.case[case].name for case in warning.cases])
        reason = f"{sentence(because or warning.text)} Dit speelde ook bij {cases}."
        yield Suggestion(
            f"voorstel-waarschuwing-{warning.id}",
            warning.title,
            reason,
            _HINDERS,
            measure=warning.do,
            case=warning.cases[0],
        )


def _pillars(dossier: Dossier) -> Iterator[Suggestion]:
    for pillar, (low, high) in _PILLARS.items():
        row = dossier.beginsituatie.pillars.get(pillar)
        score = known(row.score) if row is not None else None
        if score is None or _LOW < score < _HIGH:
            continue
        weak = score <= _LOW
        change = f" Wat anders moet: {sentence(shortened(row.change, 200))}" if weak and row and row.change else ""
        yield Suggestion(
            f"voorstel-pijler-{pillar.value}-{'laag' if weak else 'hoog'}",
            low if weak else high,
            f"Bij Wat er al is kreeg {pillar.value} een {score} van 5.{change}",
            _HINDERS if weak else _HELPS,
            FactorPhase.RANDVOORWAARDEN,
        )


def _statements(dossier: Dossier, knowledge: Knowledge) -> Iterator[Suggestion]:
    for criterion, low in _LOW_WORDS.items():
        row = dossier.vorm.answers.get(criterion)
        score = known(row.joint) if row is not None else None
        if score is None or _LOW < score < _HIGH:
            continue
        weak = score <= _LOW
        statement = knowledge.criterion[criterion].statement
        yield Suggestion(
            f"voorstel-stelling-{criterion.value}-{'laag' if weak else 'hoog'}",
            low if weak else _HIGH_WORDS[criterion],
            f"U antwoordde samen {score} van 5 op: {statement}",
            _HINDERS if weak else _HELPS,
            FactorPhase.RANDVOORWAARDEN,
        )


def _steering(dossier: Dossier) -> Iterator[Suggestion]:
    if known(dossier.sturing.budget_agreement) is False:
        yield Suggestion(
            "voorstel-sturing-budget",
            "Niet afgesproken wie op het budget stuurt",
            "Bij Sturing staat dat de partners hierover nog geen afspraak hebben.",
            _HINDERS,
            FactorPhase.RANDVOORWAARDEN,
        )


def _goals(dossier: Dossier) -> Iterator[Suggestion]:
    goals = dossier.doelen.goals
    smart = sum(is_smart(goal) for goal in goals)
    if goals and not smart:
        reason = "Uw doel is nog niet meetbaar." if len(goals) == 1 else f"Geen van uw {len(goals)} doelen is meetbaar."
        yield Suggestion("voorstel-doelen-vaag", "", reason, _HINDERS, FactorPhase.PROCES, factor="vage-doelen")
    elif goals and smart == len(goals):
        reason = "Uw doel is meetbaar." if len(goals) == 1 else f"Al uw {len(goals)} doelen zijn meetbaar."
        yield Suggestion("voorstel-doelen-helder", "", reason, _HELPS, FactorPhase.PROCES, factor="duidelijke-doelen")


def _success(dossier: Dossier, knowledge: Knowledge) -> Iterator[Suggestion]:
    rows = (*knowledge.factors.success_factors, *knowledge.factors.labour_success_factors)
    for row in rows:
        check = dossier.factoren.success.get(row.id)
        if check is not None and known(check.met) is False:
            yield Suggestion(
                f"voorstel-succes-{row.id}",
                f"Nog niet op orde: {row.name[:1].lower() + row.name[1:]}",
                f"U antwoordde nee op de controlevraag: {row.check_question}",
                _HINDERS,
            )
