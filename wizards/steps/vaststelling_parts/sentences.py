"""Form and basis in one sentence, the advice beside it, and what is still missing per step. Without Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from models import dutch
from models.advice.results import Advice, Outcome
from models.check import Finding, FindingKind
from models.dossier import Dossier
from models.dossier.edit import Path, path_from
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, StepId

__all__ = [
    "StepFindings",
    "Verdict",
    "advice_sentences",
    "choice_sentence",
    "counted",
    "findings_by_step",
    "target_of",
    "verdict",
]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What people chose, what the advice is, and whether the two differ.

    ``reason``: why people differ; ``unexplained``: a choice differs and nobody wrote why.
    """

    choice: str
    advice: str
    differs: bool
    reason: str
    unexplained: bool


@dataclass(frozen=True, slots=True)
class StepFindings:
    """What was found in one step, contradictions first."""

    step: StepId
    findings: tuple[Finding, ...]


def choice_sentence(dossier: Dossier, knowledge: Knowledge) -> str:
    """What the people chose, in one sentence."""
    form, basis = dossier.vorm.choice, dossier.rechtsvorm.choice
    if form is None and basis is None:
        return "De partners hebben nog geen samenwerkingsvorm en geen rechtsvorm gekozen."
    law = f"als rechtsvorm {knowledge.basis[basis.basis].name}" if basis is not None else ""
    if form is None:
        return f"De partners kiezen {law}. De samenwerkingsvorm is nog niet gekozen."
    if form.form == "doorgaan":
        return "De partners kiezen ervoor om door te gaan zoals nu."
    said = f"De partners kiezen als samenwerkingsvorm {knowledge.form[form.form].name}"
    return f"{said} en {law}." if law else f"{said}. De rechtsvorm is nog niet gekozen."


def advice_sentences(advice: Advice, knowledge: Knowledge) -> str:
    """The advice on form and basis, with its doubt."""
    return f"{_form_sentence(advice, knowledge)} {_basis_sentence(advice, knowledge)}".strip()


def _form_sentence(advice: Advice, knowledge: Knowledge) -> str:
    form = advice.form
    if form.outcome is Outcome.NO_ADVICE:
        return "Er is nog geen advies over de vorm, want er zijn te weinig stellingen beantwoord."
    if form.recommended is None:
        return "Er is geen advies over de vorm. Elke vorm vraagt iets dat volgens de antwoorden niet kan."
    name = knowledge.form[form.recommended].name
    if form.outcome is Outcome.NOT_CLEAR and len(form.contenders) > 1:
        names = dutch.listed([knowledge.form[f].name for f in form.contenders])
        return f"Er is geen duidelijke winnaar: {names} liggen dicht bij elkaar. Het advies is de lichtste, {name}."
    doubt = {
        Outcome.NOT_CLEAR: " Dat hangt sterk af van het belang van de stellingen.",
        Outcome.PROVISIONAL: " Dat is voorlopig.",
    }
    return f"Het advies is {name}.{doubt.get(form.outcome, '')}"


def _basis_sentence(advice: Advice, knowledge: Knowledge) -> str:
    preferred = advice.legal.preferred
    if preferred is None:
        return "Over de rechtsvorm is nog geen advies."
    return f"Voor de rechtsvorm is het advies {knowledge.basis[preferred].name}."


def verdict(dossier: Dossier, advice: Advice, knowledge: Knowledge) -> Verdict:
    """Choice and advice side by side."""
    form, basis = dossier.vorm.choice, dossier.rechtsvorm.choice
    recommended: CooperationForm | None = advice.form.recommended
    other_form = form is not None and recommended is not None and form.form != recommended
    preferred = advice.legal.preferred
    other_basis = basis is not None and preferred is not None and basis.basis is not preferred
    reasons = [c.reason.strip() for c, other in ((form, other_form), (basis, other_basis)) if c is not None and other]
    return Verdict(
        choice_sentence(dossier, knowledge),
        advice_sentences(advice, knowledge),
        other_form or other_basis,
        " ".join(reason for reason in reasons if reason),
        "" in reasons,
    )


def target_of(finding: Finding) -> tuple[StepId, Path]:
    """Where a finding leads: the step and the path of the field."""
    path = path_from(finding.field) if finding.check == "draft" else tuple(finding.field.split("."))
    if path[0] in set(StepId):
        return StepId(path[0]), path
    return finding.step, (finding.step.value,)


_ORDER = {FindingKind.CONTRADICTION: 0, FindingKind.MISSING: 1, FindingKind.NOTICE: 2}


def findings_by_step(findings: Iterable[Finding], knowledge: Knowledge) -> tuple[StepFindings, ...]:
    """The findings per step in the order of the steps; a step without findings is left out."""
    found: dict[StepId, list[Finding]] = {step: [] for step in knowledge.step}
    for finding in findings:
        found[target_of(finding)[0]].append(finding)
    return tuple(
        StepFindings(step, tuple(sorted(rows, key=lambda f: _ORDER[f.kind]))) for step, rows in found.items() if rows
    )


def counted(findings: Iterable[Finding]) -> str:
    """How much is still to do, in one line."""
    rows = tuple(findings)
    missing = sum(f.kind is FindingKind.MISSING for f in rows)
    wrong = sum(f.kind is FindingKind.CONTRADICTION for f in rows)
    other = len(rows) - missing - wrong
    said = [
        f"{missing} {'ontbrekend antwoord' if missing == 1 else 'ontbrekende antwoorden'}" if missing else "",
        f"{wrong} {'tegenspraak' if wrong == 1 else 'tegenspraken'}" if wrong else "",
        f"{other} {'aandachtspunt' if other == 1 else 'aandachtspunten'}" if other else "",
    ]
    told = dutch.listed([text for text in said if text])
    return f"Nog te doen: {told}." if told else "Er ontbreekt niets en geen antwoord spreekt een ander tegen."
