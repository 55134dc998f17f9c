"""Sentences about the outcome of the costs: the key sentence, who gains, limits, phasing in, the odd cent."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from desktop.report.content.agreed import Agreed
from models import dutch
from models.agreements.money import as_decimal
from models.agreements.outcome import KeyOutcome
from models.dossier.costs import AbsorbRule, CostKey, RestRule
from models.wording import cost_years
from models.wording.costs import TO_THE_CENT
from models.wording.words import counted, first_upper, number_words

__all__ = [
    "absorb_words",
    "costs_key",
    "limit_sentences",
    "phase_words",
    "rest_words",
]


def costs_key(agreed: Agreed) -> str:
    """The outcome in one or two sentences, for under the title of the chapter."""
    choice = agreed.costs.choice
    worked = sum(1 for key in agreed.costs.keys if key.years)
    if choice is None and not worked:
        return "De kosten zijn bekend. De verdeling over de partners nog niet."
    if choice is None:
        number = counted(worked, "verdeelsleutel staat", "verdeelsleutels staan")
        return f"De partners kozen nog geen verdeelsleutel. {first_upper(number)} hier uitgerekend."
    if not choice.years:
        return "De gekozen verdeelsleutel is nog niet uit te rekenen."
    differences = [year.difference for year in choice.years]
    known = [difference for difference in differences if difference is not None]
    short = any(year.uncovered > 0 for year in choice.years)
    gap = " De prijzen dekken nog niet alle kosten." if short else ""
    if len(known) < len(differences):
        first = choice.years[0]
        paid = dutch.euros(first.charged)
        return f"Samen betalen de partners {paid} in {first.year}. Het verschil met nu is nog niet bekend.{gap}"
    return f"{_against_today(choice, known)}{gap}"


def _against_today(choice: KeyOutcome, differences: Sequence[Decimal]) -> str:
    """From which year on it is cheaper, and whether that holds for every partner in the last year."""
    begin = len(differences)
    while begin and differences[begin - 1] > 0:
        begin -= 1
    last = choice.years[-1]
    if begin == len(differences):
        if not any(differences):
            return "Samen betalen de partners evenveel als nu."
        if differences[-1] == 0:
            return f"In {last.year} betalen de partners samen evenveel als nu."
        if any((c.difference_cents or 0) > 0 for c in last.contributions):
            return f"In {last.year} is het samen niet goedkoper dan nu. Toch is het dat voor sommige partners wel."
        return f"In {last.year} is het voor geen enkele partner goedkoper dan nu."
    everyone = all((c.difference_cents or 0) >= 0 for c in last.contributions)
    since = choice.years[begin].year
    return f"Vanaf {since} is het samen goedkoper dan nu, {'ook' if everyone else 'maar niet'} voor elke partner."


def limit_sentences(key: KeyOutcome, names: Mapping[str, str], most: int) -> Iterator[str]:
    """Who is at a limit, who pays the odd cent, who leaves the corridor where that are ``most`` partners or fewer."""
    yield from cost_years.limit_sentences(key, names)
    yield from cost_years.cent_sentences(key, names)
    if len(key.breaches) <= most:
        for breach in key.breaches:
            yield cost_years.breach_sentence(breach, names)


def phase_words(key: KeyOutcome) -> str:
    """How far the key counts per year during the transition; empty without one."""
    steps = [(year.year, year.phase) for year in key.years if year.phase < 1]
    if not steps:
        return ""
    told = [f"{year} voor {number_words(as_decimal(100 * phase, 2))}%" for year, phase in steps]
    return f"De sleutel telt in {dutch.listed(told)}. De rest volgt de kosten van nu."


def rest_words(key: CostKey, names: Mapping[str, str]) -> str:
    """Where the rounding difference goes."""
    if key.rest is RestRule.ORGANISATION:
        return "Elke bijdrage is afgerond op de cent. Het verschil blijft bij de organisatie."
    if key.rest is RestRule.PARTNER and key.rest_partner is not None and key.rest_partner in names:
        return f"Elke bijdrage is afgerond op de cent. {names[key.rest_partner]} draagt het verschil."
    return TO_THE_CENT


def absorb_words(key: CostKey, names: Mapping[str, str]) -> str:
    """Who bears what floors and ceilings leave over."""
    if key.absorb is AbsorbRule.EQUAL:
        return "De andere partners dragen het verschil in gelijke delen."
    if key.absorb is AbsorbRule.PARTNER and key.absorb_partner is not None and key.absorb_partner in names:
        return f"{names[key.absorb_partner]} draagt het verschil."
    return "De andere partners dragen het verschil naar verhouding."
