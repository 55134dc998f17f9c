"""Pages of what all rounds together say: where partners differ most, and what it does to the advice."""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from models.advice.results import Advice
from models.dossier import Dossier
from models.dutch import listed
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, StepId
from models.wording.about import About
from models.wording.advice import change_words, smallest_tip, tip_outcome, verdict
from models.wording.words import bare_form, counted, first_upper, the_form
from models.wording.workshop_words import SESSION, alike_words, label_of, middle_words, partner_name, step_title
from models.workshop.effect import Effect, latest
from models.workshop.pages import Columns, Listed
from models.workshop.revealed import PartnerSpread, Revealed
from models.workshop.session import Session

__all__ = ["differences_page", "effect_page", "tipping_page", "tipping_words"]

_MOST_DIFFERENCES = 5
_MOST_TIPS = 3
_NO_RANKING = "nog geen rangorde"


class _Distance(NamedTuple):
    """How far the medians of partners lie apart; ``share``: of the length of the scale."""

    round: Revealed
    rows: tuple[PartnerSpread, ...]
    low: Fraction
    high: Fraction

    @property
    def share(self) -> Fraction:
        least, most = self.round.subject.scale
        return (self.high - self.low) / (most - least)


def differences_page(dossier: Dossier, knowledge: Knowledge, session: Session) -> Columns | Listed:
    """Where interests differ most: the largest distance between the medians of partners, over the last rounds."""
    title, alike = "Waar verschillen de partners het meest?", alike_words(session.alike)
    found = sorted(_distances(session), key=lambda row: -row.share)[:_MOST_DIFFERENCES]
    if not found:
        why = "Er is geen verschil te tonen. Daarvoor zijn per partner ten minste drie antwoorden nodig."
        return Listed(SESSION, "Verschillen", title, (why,), note=alike)
    heads = ("Onderwerp", "Laagst", "Hoogst", "Verschil")
    rows = tuple(_difference(dossier, knowledge, row) for row in found)
    return Columns(SESSION, "Verschillen", title, heads, rows, " ".join(filter(None, (_MIDDLES, alike))))


_MIDDLES = "Dit zijn de middens van elke partner met ten minste drie antwoorden."


def _distances(session: Session) -> Iterator[_Distance]:
    for round_ in latest(session.rounds).values():
        rows = tuple(row for row in round_.by_partner if row.median is not None)
        middles = [row.median for row in rows if row.median is not None]
        if len(middles) > 1 and min(middles) < max(middles):
            yield _Distance(round_, rows, min(middles), max(middles))


def _difference(dossier: Dossier, knowledge: Knowledge, row: _Distance) -> tuple[str, ...]:
    def at(middle: Fraction) -> str:
        names = [partner_name(dossier, one.partner) for one in row.rows if one.median == middle]
        return f"{middle_words(middle)}: {listed(names)}"

    apart = row.high - row.low
    points = f"{middle_words(apart)} {'punt' if apart <= 1 else 'punten'}"
    return label_of(dossier, knowledge, row.round.subject), at(row.low), at(row.high), points


# --- what it does to the advice


def effect_page(dossier: Dossier, knowledge: Knowledge, effect: Effect) -> Columns:
    """The ranking of the forms, of all together and of each partner, without and with what the rounds gave."""
    before, after = _rankings(effect.before), _rankings(effect.after)
    shown = [one.id for one in dossier.partners.active if one.id in before or one.id in after]
    rows = [("Samen", _joint(effect.before), _joint(effect.after))]
    for partner in shown:
        name = first_upper(partner_name(dossier, partner))
        rows.append((name, before.get(partner, _NO_RANKING), after.get(partner, _NO_RANKING)))
    part = step_title(knowledge, StepId.VORM)
    heads = ("Wie", "Zonder de werksessie", "Met de antwoorden van nu")
    return Columns(
        part, "Vooruitblik", "Wat doet dit met het advies?", heads, tuple(rows), _effect_note(knowledge, effect)
    )


def tipping_words(knowledge: Knowledge, effect: Effect, most: int = _MOST_TIPS) -> tuple[str, ...]:
    """The smallest single answers that would bring another form first now; empty where there is no advice."""
    about = About(effect.trial, effect.after, knowledge)
    advice = effect.after.form
    if advice.recommended is None or not advice.robustness.tipping:
        return tuple(filter(None, (smallest_tip(about),)))
    tips = advice.robustness.tipping[:most]
    return tuple(f"{first_upper(change_words(about, tip.change))}. {tip_outcome(tip)}" for tip in tips)


def tipping_page(knowledge: Knowledge, effect: Effect) -> Listed:
    """The same as a page."""
    rows = tipping_words(knowledge, effect) or (verdict(About(effect.trial, effect.after, knowledge)),)
    return Listed(step_title(knowledge, StepId.VORM), "Vooruitblik", "Wat doet het advies kantelen?", rows)


def _rankings(advice: Advice) -> Mapping[str, str]:
    """The ranking of each partner that answered for itself; a star where that is too little to judge by."""
    return {view.partner: _ranking(view.ranks) + ("" if view.counts else " *") for view in advice.partners.views}


def _joint(advice: Advice) -> str:
    return _ranking({form.form: form.rank for form in advice.form.forms if form.rank is not None})


def _ranking(ranks: Mapping[CooperationForm, int]) -> str:
    """``1 matrix, 2 netwerk``; the same number for forms in the same place, lightest first."""
    order = list(CooperationForm)
    ranked = sorted(ranks.items(), key=lambda row: (row[1], order.index(row[0])))
    return ", ".join(f"{rank} {bare_form(form)}" for form, rank in ranked) or _NO_RANKING


def _effect_note(knowledge: Knowledge, effect: Effect) -> str:
    parts = [verdict(About(effect.trial, effect.after, knowledge))]
    was, now = effect.before.form.recommended, effect.after.form.recommended
    if effect.turned and was is not None:
        parts.append(f"Zonder de werksessie was het {the_form(was)}.")
    elif now is not None and not effect.turned:
        parts.append("Het advies verandert niet.")
    used = len(effect.used)
    verb = "telt" if used == 1 else "tellen"
    parts.append(f"{first_upper(counted(used, 'ronde', 'rondes'))} {verb} mee." if used else "Nog geen ronde telt mee.")
    parts.append("Dit is een vooruitblik: er ligt niets vast.")
    views = (*effect.before.partners.views, *effect.after.partners.views)
    if any(not view.counts for view in views):
        parts.append("Bij een * is nog te weinig beantwoord voor een oordeel.")
    return " ".join(parts)
