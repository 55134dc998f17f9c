"""What changed between two versions, in words: the advice and the money. Answers have the words of their page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from models import dutch
from models.knowledge import Knowledge
from models.signoff.advice_changes import AdviceChange, AdvicePart, fraction_of
from models.signoff.comparison import Comparison
from models.signoff.money_changes import ChosenKey, MoneyChange
from models.signoff.proposal import Point, Proposal
from models.vocabulary import CooperationForm, CriterionId, LegalBasis, LegalStatus
from models.wording.signoff import PROPOSAL_WORDS
from models.wording.words import STATUS_WORDS, counted, first_upper, number_words, percentage

__all__ = [
    "ChangeWords",
    "advice_words",
    "amount_words",
    "key_words",
    "money_difference",
    "names_of",
    "proposal_change_words",
    "summary",
]

NOTHING = "geen"


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """A change as one reads it. Empty ``before`` and ``after``: only that it changed."""

    label: str
    before: str = ""
    after: str = ""


def names_of(comparison: Comparison) -> dict[str, str]:
    """The names of the partners on both sides, by id; the later name wins."""
    both = (*comparison.before.dossier.partners.partners, *comparison.after.dossier.partners.partners)
    return {partner.id: partner.name.strip() or "partner zonder naam" for partner in both}


def summary(comparison: Comparison) -> str:
    """What changed, in one sentence; the list comes below it."""
    if comparison.empty:
        return "Er is niets veranderd."
    steps = len({difference.path[0] for difference in comparison.answers})
    parts = [
        f"antwoorden in {counted(steps, 'onderdeel', 'onderdelen')}" if steps else "",
        "het advies" if comparison.advice else "",
        "de bedragen" if not comparison.money.empty else "",
        "het voorstel" if comparison.proposal else "",
        "de kennis van het programma" if comparison.knowledge else "",
    ]
    told = [part for part in parts if part]
    if not told:
        return "Alleen gegevens die niet tot de inhoud horen, zijn veranderd."
    return f"Veranderd {'is' if len(told) == 1 and not steps else 'zijn'}: {dutch.listed(told)}."


# --- the proposal


def proposal_change_words(comparison: Comparison) -> tuple[ChangeWords, ...]:
    """The texts of the proposal that differ."""
    before, after = comparison.proposals
    return tuple(
        ChangeWords(first_upper(PROPOSAL_WORDS[name]), _proposal_text(before, name), _proposal_text(after, name))
        for name in comparison.proposal
    )


def _proposal_text(proposal: Proposal, name: str) -> str:
    value = getattr(proposal, name)
    if isinstance(value, str):
        return value.strip() or NOTHING
    lines = [_point_text(number, row) for number, row in enumerate(value, 1)]
    return "\n".join(lines) or NOTHING


def _point_text(number: int, row: Point | str) -> str:
    if isinstance(row, str):
        return f"{number}. {row}"
    bodies = f" ({dutch.listed([body.value for body in row.bodies])})" if row.bodies else ""
    under = [*(f"Argument: {text}" for text in row.arguments), *(f"Kanttekening: {text}" for text in row.remarks)]
    return "\n".join((f"{number}. {row.text.strip() or 'Beslispunt zonder tekst'}{bodies}", *under))


# --- the advice


def _is(value: Any, kind: type[StrEnum]) -> bool:
    """Whether this is a name that the program knows. A version may come from somebody else, with anything in it."""
    return isinstance(value, str) and value in set(kind)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names of what a change is about. What today's knowledge does not know keeps its id."""

    knowledge: Knowledge
    partners: Mapping[str, str]

    def form(self, key: Any) -> str:
        return self.knowledge.form[CooperationForm(key)].name if _is(key, CooperationForm) else str(key)

    def basis(self, key: Any) -> str:
        return self.knowledge.basis[LegalBasis(key)].name if _is(key, LegalBasis) else str(key)

    def statement(self, key: Any) -> str:
        return self.knowledge.criterion[CriterionId(key)].label if _is(key, CriterionId) else str(key)

    def warning(self, key: str) -> str:
        known = self.knowledge.warning.get(key)
        return known.title if known is not None else key

    def partner(self, key: str) -> str:
        return self.partners.get(key, key)


def advice_words(comparison: Comparison, knowledge: Knowledge) -> tuple[ChangeWords, ...]:
    """Every difference in the advice, what matters most first."""
    names = _Names(knowledge, names_of(comparison))
    return tuple(_WORDS[change.part](change, names) for change in comparison.advice)


def _listed(values: Any, name: Callable[[Any], str]) -> str:
    rows = values if isinstance(values, list | tuple) else () if values is None else (values,)
    return dutch.listed([name(value) for value in rows]) or NOTHING


def _one(value: Any, name: Callable[[Any], str]) -> str:
    return NOTHING if value is None else name(value)


def _points(before: Any, after: Any) -> tuple[str, str]:
    """Two numbers of 100 with as few decimals as show that they differ."""
    first, second = fraction_of(before), fraction_of(after)
    said = ("–", "–")
    for places in (0, 1, 4):
        said = tuple("–" if n is None else _decimal(n, places) for n in (first, second))  # type: ignore[assignment]
        if said[0] != said[1]:
            break
    return said


def _decimal(number: Any, places: int) -> str:
    return number_words(round(Decimal(number.numerator) / number.denominator, places))


def _share(value: Any) -> str:
    found = fraction_of(value)
    return NOTHING if found is None else percentage(found)


def _of_forms(label: str) -> Callable[[AdviceChange, _Names], ChangeWords]:
    return lambda c, names: ChangeWords(label, _listed(c.before, names.form), _listed(c.after, names.form))


def _of_form(label: str) -> Callable[[AdviceChange, _Names], ChangeWords]:
    return lambda c, names: ChangeWords(label, _one(c.before, names.form), _one(c.after, names.form))


def _only(label: str) -> Callable[[AdviceChange, _Names], ChangeWords]:
    return lambda _c, _names: ChangeWords(label)


def _score(change: AdviceChange, names: _Names) -> ChangeWords:
    return ChangeWords(f"{names.form(change.key)}, punten van 100", *_points(change.before, change.after))


def _excluded(change: AdviceChange, names: _Names) -> ChangeWords:
    before, after = _listed(change.before, names.statement), _listed(change.after, names.statement)
    return ChangeWords(f"{names.form(change.key)} valt af door", before, after)


def _legal_status(change: AdviceChange, names: _Names) -> ChangeWords:
    def said(value: Any) -> str:
        return STATUS_WORDS[LegalStatus(value)] if _is(value, LegalStatus) else _one(value, str)

    return ChangeWords(names.basis(change.key), said(change.before), said(change.after))


def _warning(change: AdviceChange, names: _Names) -> ChangeWords:
    title = names.warning(change.key)
    if change.before is None or change.after is None:
        return ChangeWords(
            f"Waarschuwing: {title}", *("nee" if v is None else "ja" for v in (change.before, change.after))
        )
    return ChangeWords(f"Waarschuwing: {title}. De gegevens eronder zijn anders.")


_WORDS: Mapping[AdvicePart, Callable[[AdviceChange, _Names], ChangeWords]] = {
    AdvicePart.CONSIDERED: _of_form("De vorm waarvan het advies uitgaat"),
    AdvicePart.WINNERS: _of_forms("Bovenaan"),
    AdvicePart.CONTENDERS: _of_forms("De vormen die dicht bij elkaar liggen"),
    AdvicePart.MARGIN: lambda c, _n: ChangeWords("Het verschil met de volgende vorm", *_points(c.before, c.after)),
    AdvicePart.COVERAGE: lambda c, _n: ChangeWords(
        "Hoeveel van het belang is beantwoord", _share(c.before), _share(c.after)
    ),
    AdvicePart.SCORE: _score,
    AdvicePart.EXCLUDED: _excluded,
    AdvicePart.FORM_DETAIL: lambda c, n: ChangeWords(f"{n.form(c.key)}: plaats of beantwoord deel"),
    AdvicePart.MISSING: lambda c, n: ChangeWords(
        "Stellingen zonder antwoord", _listed(c.before, n.statement), _listed(c.after, n.statement)
    ),
    AdvicePart.TIPPING: _only("Wat het advies doet kantelen"),
    AdvicePart.LEAVE_ONE_OUT: _only("Wie bovenaan staat als een stelling vervalt"),
    AdvicePart.PARTNER: lambda c, n: ChangeWords(f"De eigen rangorde van {n.partner(c.key)}"),
    AdvicePart.AGREEMENT: lambda c, _n: ChangeWords("Hoe eens de partners het zijn", *_points(c.before, c.after)),
    AdvicePart.LEGAL_FORM: _of_form("De vorm waarbij de rechtsvormen zijn bekeken"),
    AdvicePart.LEGAL_PREFERRED: lambda c, n: ChangeWords(
        "De rechtsvorm die het advies noemt", _one(c.before, n.basis), _one(c.after, n.basis)
    ),
    AdvicePart.LEGAL_STATUS: _legal_status,
    AdvicePart.LEGAL_REASONS: lambda c, n: ChangeWords(f"{n.basis(c.key)}: de redenen"),
    AdvicePart.LEGAL_QUESTIONS: _only("De vragen over de rechtsvorm die nog open staan"),
    AdvicePart.LEGAL_NOTES: _only("De aandachtspunten uit de wet"),
    AdvicePart.WARNING: _warning,
    AdvicePart.OTHER: _only("Een deel van het advies dat dit programma niet kent"),
}


# --- the money


def key_words(key: ChosenKey | None, knowledge: Knowledge) -> str:
    """The chosen key by its name and its kind."""
    if key is None:
        return "geen verdeelsleutel gekozen"
    known = knowledge.cost_key.get(key.kind)
    kind = known.name if known is not None else key.kind
    said = f"{key.name} ({kind})" if key.name and key.name != kind else kind
    return said if key.works else f"{said}; de bijdragen zijn nog niet te berekenen"


def amount_words(amount: Decimal | None) -> str:
    """An amount, or that there is none."""
    return "–" if amount is None else dutch.euros(amount)


def money_difference(change: MoneyChange) -> Decimal:
    """After less before, with nothing as zero."""
    return (change.after or Decimal(0)) - (change.before or Decimal(0))
