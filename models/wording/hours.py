"""Hours in Dutch: numbers, notes, balances and settlements; the same on screen, in the report and in a spreadsheet."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from models.agreements.hours import Footing, HoursOutcome
from models.agreements.hours_lines import EffortState, Freed, OverheadKind
from models.agreements.hours_netting import Transfer
from models.agreements.hours_tally import Tally
from models.dossier import Dossier
from models.dossier.hours import Settlement
from models.wording.hours_notes import DRIVER_WARNING, note_words
from models.wording.hours_numbers import (
    MOST,
    NOTHING,
    at_least,
    ended,
    euros_of,
    fte_of,
    hours_of,
    partner_names,
    percent_of,
    points_of,
    sign_of,
    signed_euros,
    signed_fte,
    signed_hours,
    some,
)
from models.wording.words import counted, first_upper

__all__ = [
    "BALANCE_RULE",
    "DRIVER_WARNING",
    "FOOTING_RULE",
    "FREED_WORDS",
    "NOTHING",
    "OVERHEAD_WORDS",
    "SETTLEMENT_WORDS",
    "SETTLE_RULE",
    "STATE_WORDS",
    "at_least",
    "euros_of",
    "footing_words",
    "freed_words",
    "fte_of",
    "hours_in_words",
    "hours_of",
    "hours_title",
    "note_words",
    "partner_names",
    "payment_words",
    "percent_of",
    "points_of",
    "signed_euros",
    "signed_fte",
    "signed_hours",
    "transfer_words",
]

BALANCE_RULE = "Saldo is gebracht min gebruikt. Met een plus brengt een partner meer dan hij gebruikt."
SETTLE_RULE = (
    "U verrekent het saldo: wat een partner zelf gebruikt, gaat er eerst af. "
    "Wat wordt betaald, is precies wat wordt ontvangen. "
    "Is er samen meer gebracht dan gebruikt, of andersom, dan telt de grootste kant naar verhouding mee. "
    "Een cent die overblijft, gaat naar de grootste rest."
)
FOOTING_RULE = (
    "De kosten zijn de bijdragen in het startjaar, volgens de gekozen verdeelsleutel. "
    "Verschil is het deel van de gebrachte uren min het deel van de kosten, in procentpunten. "
    "Het oordeel is aan de partners."
)


FREED_WORDS: Mapping[Freed, str] = {
    Freed.YES: "ja",
    Freed.NO: "nee",
    Freed.UNKNOWN: "nog niet bekend",
    Freed.NOT_APPLICABLE: "niet van toepassing",
}
STATE_WORDS: Mapping[EffortState, str] = {
    EffortState.KNOWN: "bekend",
    EffortState.MISSING: "nog niet ingevuld",
    EffortState.NO_WEEKS: "weken per jaar ontbreken",
    EffortState.LEFT_OUT: "niet van toepassing",
}
SETTLEMENT_WORDS: Mapping[Settlement, str] = {
    Settlement.IN_KIND: "met gesloten beurs: uren tegen uren",
    Settlement.INVOICE: "met een rekening",
}
OVERHEAD_WORDS: Mapping[OverheadKind, str] = {
    OverheadKind.AMOUNT: "bedrag per uur",
    OverheadKind.PERCENTAGE: "percentage van het loon",
    OverheadKind.NONE: "geen overhead",
    OverheadKind.MISSING: "nog niet ingevuld",
    OverheadKind.TWICE: "dubbel ingevuld",
}


def payment_words(cents: int | None) -> str:
    """``ontvangt € 347.480``, ``betaalt € 229.160,50`` or ``niets te verrekenen``; empty where it is not known."""
    if cents is None:
        return ""
    amount = euros_of(abs(cents)).removesuffix(",00")
    return "niets te verrekenen" if not cents else f"ontvangt {amount}" if cents > 0 else f"betaalt {amount}"


def transfer_words(
    transfers: Sequence[Transfer[int]] | Sequence[Transfer[Fraction]], dossier: Dossier
) -> tuple[str, ...]:
    """Who pays whom how much, or who owes whom how many hours: a sentence for each."""
    names = partner_names(dossier)
    said = []
    for transfer in transfers:
        payer, receiver, amount = names[transfer.payer], names[transfer.receiver], transfer.amount
        if isinstance(amount, Fraction):
            said.append(f"{first_upper(payer)} is {receiver} nog {hours_of(amount)} uur schuldig.")
        else:
            said.append(f"{first_upper(payer)} betaalt {receiver} {euros_of(amount)}.")
    return tuple(said)


def _by_balance(outcome: HoursOutcome) -> list[tuple[Fraction, Tally]]:
    known = [(tally.hours, tally) for tally in outcome.planned.partners if tally.hours is not None]
    return sorted(((hours, tally) for hours, tally in known), key=lambda pair: -abs(pair[0]))


def hours_title(outcome: HoursOutcome, dossier: Dossier) -> str:
    """The outcome as a heading: ``Barendrecht brengt meer uren in dan het zelf gebruikt.``"""
    if not outcome.lines:
        return "Er zijn nog geen uren ingevuld."
    names, givers = partner_names(dossier), [pair for pair in _by_balance(outcome) if pair[0] > 0]
    if any(tally.hours is None for tally in outcome.planned.partners):
        return "De uren zijn nog niet volledig."
    if not givers:
        takers = [pair for pair in _by_balance(outcome) if pair[0] < 0]
        return (
            "Er zijn meer uren gebruikt dan gebracht." if takers else "Iedereen brengt evenveel uren als hij gebruikt."
        )
    if not outcome.planned.total.takes.hours.known:
        return f"De partners brengen samen {hours_of(outcome.planned.total.brings.hours.amount)} uur per jaar in."
    if len(givers) == 1:
        return f"{first_upper(names[givers[0][1].key])} brengt meer uren in dan het zelf gebruikt."
    return f"{first_upper(counted(len(givers), 'partner', 'partners'))} brengen meer uren in dan zij zelf gebruiken."


def hours_in_words(outcome: HoursOutcome, dossier: Dossier, most: int = 6) -> tuple[str, ...]:
    """What the figure shows, in sentences: the largest balances first, at most ``most`` of them."""
    names, said = partner_names(dossier), []
    paid = {line.partner: payment_words(line.planned or None) for line in outcome.payments}
    euro = outcome.settlement is not Settlement.IN_KIND
    rows = _by_balance(outcome)
    for hours, tally in rows[:most]:
        end = f" en {paid[tally.key]}" if euro and paid[tally.key] else ""
        said.append(f"{first_upper(names[tally.key])} {_balance(hours)}{end}.")
    if len(rows) > most:
        said.append(f"De andere {len(rows) - most} partners staan in de tabel.")
    open_ = [names[tally.key] for tally in outcome.planned.partners if tally.hours is None]
    if open_:
        said.append(ended(f"Nog niet volledig: {some(open_)}"))
    return tuple(said)


def _balance(hours: Fraction) -> str:
    if not hours:
        return "brengt evenveel uren als het gebruikt"
    return f"brengt {hours_of(abs(hours))} uur {'meer' if hours > 0 else 'minder'} in dan het gebruikt"


def freed_words(outcome: HoursOutcome) -> str:
    """Whether people were really given the time, in hours a year; empty while nobody brings hours."""
    freed = outcome.freed
    asked = [state for state in (Freed.YES, Freed.NO, Freed.UNKNOWN) if freed.entries[state]]
    if not asked:
        return ""
    ends = {
        Freed.YES: "is tijd vrijgemaakt",
        Freed.NO: "is geen tijd vrijgemaakt",
        Freed.UNKNOWN: "is nog niet bekend of er tijd is",
    }
    said = [f"Voor {_freed_of(outcome, state)} {ends[state]}." for state in asked]
    return " ".join((*said, *((DRIVER_WARNING,) if Freed.NO in asked else ())))


def _freed_of(outcome: HoursOutcome, state: Freed) -> str:
    hours = outcome.freed.hours[state]
    return f"{hours_of(hours)} uur" if hours else counted(len(outcome.freed.entries[state]), "rol", "rollen")


def footing_words(footing: Footing, dossier: Dossier) -> str:
    """The largest differences between share in hours and share in cost; empty while there are none to tell."""
    names = partner_names(dossier)
    told = [(line.points, line) for line in footing.lines if line.points is not None and sign_of(line.points, 10)]
    said = []
    for _points, line in sorted(told, key=lambda pair: -abs(pair[0]))[:MOST]:
        said.append(
            f"{first_upper(names[line.partner])} brengt {percent_of(line.brought)} van de uren "
            f"en draagt {percent_of(line.cost)} van de kosten."
        )
    if not said and footing.lines and all(line.points is not None for line in footing.lines):
        return "Elke partner brengt hetzelfde deel van de uren als hij van de kosten draagt."
    return " ".join(said)
