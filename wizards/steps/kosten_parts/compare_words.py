"""Words around the keys under comparison: what a key divides by, who gains and who loses, what goes on in the years."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from models import dutch
from models.agreements.contributions import CostOutcome
from models.agreements.notes import Note
from models.agreements.outcome import KeyOutcome, sum_of_differences
from models.dossier import Dossier
from models.dossier.costs import CostKey, CostKeyKind
from models.wording.cost_years import breach_sentence, cent_sentences, limit_sentences
from models.wording.costs import note_text, payback_text
from models.wording.words import MOST_NAMED, counted, first_upper, number_words, shortened, some_names

__all__ = [
    "Remark",
    "key_line",
    "partner_names",
    "remarks_of",
    "span_text",
    "total_differences",
    "who_text",
    "year_sentences",
]

_NAMELESS = "Partner zonder naam"
_SEE_WORKING = "Wie dat zijn, ziet u onder “Hoe is dit uitgerekend?”."
_PARTS = {2: "ieder de helft", 3: "ieder een derde", 4: "ieder een kwart"}
_LINES: Mapping[CostKeyKind, str] = {
    CostKeyKind.INHABITANTS: "naar aantal inwoners",
    CostKeyKind.USAGE: "prijs maal gebruik",
    CostKeyKind.LUMP_SUM_PLUS: "vast bedrag met extra's",
    CostKeyKind.HOURS_RATE: "uren maal tarief",
    CostKeyKind.COST_PRICE: "kostprijs maal aantal",
    CostKeyKind.FIXED_TERM: "vaste percentages",
    CostKeyKind.COMBINATION: "per kostenpost een verdeelsleutel",
}


def partner_names(dossier: Dossier) -> Mapping[str, str]:
    """The names of the partners by id; one without a name is called so."""
    return {p.id: p.name.strip() or _NAMELESS for p in dossier.partners.partners}


def key_line(key: CostKey, partners: int) -> str:
    """What a key divides by, in a few words: ``25% gelijk, 75% inwoners``."""
    if key.kind is CostKeyKind.EQUAL:
        return _PARTS.get(partners, "ieder evenveel")
    if key.kind in _LINES:
        return _LINES[key.kind]
    drivers = [shortened(name.lower(), 40) for name in key.drivers]
    if key.kind is CostKeyKind.FIXED_VARIABLE and key.fixed_percentage is not None:
        fixed = number_words(key.fixed_percentage)
        rest = number_words(Decimal(100) - key.fixed_percentage)
        return f"{fixed}% gelijk, {rest}% {dutch.listed(drivers)}".strip()
    if key.kind is CostKeyKind.COMPOSITE and len(drivers) > 1 and all(name in key.weights for name in key.drivers):
        return ", ".join(f"{number_words(key.weights[name])}% {name.lower()}" for name in key.drivers)
    return f"naar {dutch.listed(drivers)}" if drivers else ""


def total_differences(key: KeyOutcome) -> Mapping[str, Decimal | None]:
    """Per partner the differences of all years together; ``None`` where today's cost is not known."""
    if not key.years:
        return {}
    ids = [c.partner for c in key.years[0].contributions]
    return {p: sum_of_differences(year.contributions[i] for year in key.years) for i, p in enumerate(ids)}


def span_text(key: KeyOutcome) -> str:
    """The years that were worked out: ``2027 tot en met 2030``."""
    return f"{key.years[0].year} tot en met {key.years[-1].year}" if key.years else ""


def who_text(key: KeyOutcome, names: Mapping[str, str]) -> str:
    """Who gains and who loses over all years."""
    totals = total_differences(key)
    found = {p: amount for p, amount in totals.items() if amount is not None}
    if not found:
        return "Vul bij Kosten in wat elke partner nu betaalt. Dan ziet u wie voordeel heeft."
    order = sorted(found, key=lambda p: found[p], reverse=True)
    said = list(_sides(key, found, order, names))
    said += _after_one_off(key, found, names)
    if len(found) < len(totals):
        said.append("Niet van elke partner is bekend wat hij nu betaalt.")
    return " ".join(said)


def _sides(
    key: KeyOutcome, found: Mapping[str, Decimal], order: Sequence[str], names: Mapping[str, str]
) -> Iterator[str]:
    first, last = names.get(order[0], _NAMELESS), names.get(order[-1], _NAMELESS)
    if len(found) == len(key.gains) > 1:
        yield f"Iedereen gaat erop vooruit: {first} het meest, {last} het minst."
        return
    if len(found) == len(key.loses) > 1:
        yield f"Iedereen gaat erop achteruit: {last} het meest, {first} het minst."
        return
    gains, loses = [p for p in order if found[p] > 0], [p for p in reversed(order) if found[p] < 0]
    same = [p for p in order if not found[p]]
    for partners, word in ((gains, "gaat erop vooruit"), (loses, "gaat erop achteruit"), (same, "blijft gelijk")):
        if partners:
            verb = word if len(partners) == 1 else word.replace("gaat", "gaan").replace("blijft", "blijven")
            if len(partners) <= MOST_NAMED:
                yield f"{some_names(partners, names)} {verb}."
            elif found[partners[0]]:
                yield f"{first_upper(counted(len(partners), 'partner', 'partners'))} {verb}."
                yield f"{names.get(partners[0], _NAMELESS)} {word.split()[0]} het meest {word.split()[-1]}."
            else:
                yield f"{first_upper(counted(len(partners), 'partner', 'partners'))} {verb}."


def _after_one_off(key: KeyOutcome, found: Mapping[str, Decimal], names: Mapping[str, str]) -> Iterator[str]:
    """Who gains each year but not once the one-off cost is counted."""
    short = [p for p, back in key.payback.items() if p in found and found[p] > 0 and back.balance < 0]
    if short:
        verb = "verdient" if len(short) == 1 else "verdienen"
        yield f"{some_names(short, names)} {verb} de eenmalige kosten niet voor eind {key.years[-1].year} terug."


# --- what goes on in the years of one key


def year_sentences(key: KeyOutcome, names: Mapping[str, str]) -> tuple[str, ...]:
    """Limits, odd cents, the corridor and payback of one key, in words."""
    said = list(limit_sentences(key, names))
    said += cent_sentences(key, names, _SEE_WORKING)
    said += [breach_sentence(breach, names) for breach in key.breaches]
    together = key.payback.get("")
    if together is not None:
        said.append(payback_text(together))
    return tuple(said)


# --- remarks


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark in words. ``key``: the id of the first key that it holds for, empty for one about the budget."""

    text: str
    note: Note
    key: str


def remarks_of(outcome: CostOutcome, key_names: Mapping[str, str], names: Mapping[str, str]) -> tuple[Remark, ...]:
    """Every remark once: of the budget, of all keys alike, then of single keys with their names."""
    said = [Remark(note_text(note, names), note, "") for note in outcome.budget.remarks]
    worked = [key for key in outcome.keys if key.years]
    found: dict[Note, list[str]] = {}
    for key in worked:
        for note in key.remarks:
            found.setdefault(note, []).append(key.key)
    alike = [note for note, keys in found.items() if len(keys) == len(worked)]
    said += [Remark(note_text(note, names), note, found[note][0]) for note in alike]
    for note, keys in found.items():
        if note not in alike:
            quoted = [f"‘{key_names[key]}’" for key in keys]
            said.append(Remark(f"Bij {dutch.listed(quoted)}: {note_text(note, names)}", note, keys[0]))
    return tuple({remark.text: remark for remark in said}.values())
