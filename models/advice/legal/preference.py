"""Which basis is preferred, and why in plain words (advice-model, "Legal basis").

The lightest that suffices: bases that fit the form come first, those that fit it under conditions only when none
of the first remains; within that, allowed comes before allowed under conditions, and light before heavy. The order
of weight puts public before private wherever a body is needed.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from models.advice.legal.results import BasisOutcome
from models.advice.legal.rule import Context
from models.advice.legal.words import listing
from models.knowledge.law import BasisFit, BasisText
from models.vocabulary import LegalBasis, LegalStatus

__all__ = ["Choice", "choose", "leading"]

_TOO_LITTLE = (
    "Er is nog te weinig bekend voor een voorkeur. "
    "Beantwoord eerst de vragen over bevoegdheden en over een eigen rechtspersoon."
)
_ALL_EXCLUDED = "Alle rechtsvormen zijn uitgesloten. Pas de feiten aan of vraag juridisch advies."
_FORM_EXCLUDED = "Alle rechtsvormen die bij de gekozen samenwerkingsvorm passen, zijn uitgesloten."


class Choice(NamedTuple):
    """The preferred basis, or ``None``, and why."""

    basis: LegalBasis | None
    because: str


class _Texts(NamedTuple):
    bases: Mapping[LegalBasis, BasisText]

    def order(self, basis: LegalBasis) -> int:
        return self.bases[basis].order

    def names(self, bases: Sequence[LegalBasis]) -> list[str]:
        return [self.bases[basis].name for basis in bases]


def leading(
    outcomes: Sequence[BasisOutcome], fits: Mapping[LegalBasis, BasisFit] | None
) -> tuple[tuple[BasisOutcome, ...], bool]:
    """The outcomes among which to choose, and whether they fit the form at once.

    Without a form (``fits`` is ``None``) all that are not excluded.
    """
    open_ones = tuple(o for o in outcomes if o.status is not LegalStatus.EXCLUDED and _exists(o))
    if fits is None:
        return open_ones, True
    at_once = tuple(o for o in open_ones if o.basis in fits and fits[o.basis].fit == "fits")
    if at_once:
        return at_once, True
    return tuple(o for o in open_ones if o.basis in fits), False


def _exists(outcome: BasisOutcome) -> bool:
    """Whether the law knew this basis on the day: what it rests on has a text that is valid then."""
    return all(f.effect is LegalStatus.ALLOWED for f in outcome.findings if f.rule.endswith(".grondslag"))


def choose(
    context: Context,
    outcomes: Sequence[BasisOutcome],
    fits: Mapping[LegalBasis, BasisFit] | None,
    bases: Mapping[LegalBasis, BasisText],
    open_questions: int,
) -> Choice:
    """The preferred basis and the reason; ``open_questions``: how many are left."""
    texts = _Texts(bases)
    if fits is None and context.powers is None and context.legal_personality is None:
        return Choice(None, _TOO_LITTLE)
    candidates, at_once = leading(outcomes, fits)
    if not candidates:
        return Choice(None, _nothing_left(outcomes, texts))
    best = min(candidates, key=lambda o: _rank(o, context, at_once and fits is not None, texts))
    return Choice(best.basis, _because(best, candidates, outcomes, fits, at_once, texts, open_questions))


def _rank(outcome: BasisOutcome, context: Context, fits_form: bool, texts: _Texts) -> tuple[bool, bool, int]:
    unsure = outcome.basis is LegalBasis.CENTRUMGEMEENTE and not fits_form and context.one_partner_runs is None
    return unsure, outcome.status is LegalStatus.CONDITIONAL, texts.order(outcome.basis)


def _nothing_left(outcomes: Sequence[BasisOutcome], texts: _Texts) -> str:
    rest = sorted((o.basis for o in outcomes if o.status is not LegalStatus.EXCLUDED), key=texts.order)
    if not rest:
        return _ALL_EXCLUDED
    return f"{_FORM_EXCLUDED} Buiten die vorm blijft als lichtste over: {listing(texts.names(rest[:1]))}."


def _because(
    best: BasisOutcome,
    candidates: Sequence[BasisOutcome],
    outcomes: Sequence[BasisOutcome],
    fits: Mapping[LegalBasis, BasisFit] | None,
    at_once: bool,
    texts: _Texts,
    open_questions: int,
) -> str:
    sentences = [_first_sentence(texts.bases[best.basis].name, fits is not None, at_once)]
    lighter = [o for o in outcomes if texts.order(o.basis) < texts.order(best.basis)]
    if fits is not None:
        lighter = [o for o in lighter if o.basis in fits]
    excluded = [o.basis for o in lighter if o.status is LegalStatus.EXCLUDED]
    weaker = [o.basis for o in candidates if texts.order(o.basis) < texts.order(best.basis)]
    if excluded:
        sentences.append(f"Lichter maar uitgesloten: {listing(texts.names(excluded))}.")
    if weaker:
        sentences.append(f"Lichter maar met meer voorbehoud: {listing(texts.names(weaker))}.")
    if best.status is LegalStatus.CONDITIONAL or best.form_conditions:
        sentences.append("Er gelden wel voorwaarden.")
    if open_questions:
        sentences.append(_provisional(open_questions))
    return " ".join(sentences)


def _first_sentence(name: str, with_form: bool, at_once: bool) -> str:
    if not with_form:
        return f"{name}: dit is de lichtste rechtsvorm die volstaat bij deze feiten."
    if at_once:
        return f"{name}: dit is de lichtste die volstaat en rechtstreeks past bij de gekozen samenwerkingsvorm."
    return f"{name}: dit is de lichtste die volstaat en onder voorwaarden past bij de gekozen samenwerkingsvorm."


def _provisional(open_questions: int) -> str:
    if open_questions == 1:
        return "Er is nog 1 vraag open."
    return f"Er zijn nog {open_questions} vragen open."
