"""Sentences about costs: what stands in the way of an outcome, what must be said beside one, voordeel and nadeel.

Shared by the screen, the report, the spreadsheet and the command line.
"""

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal

from models import dutch
from models.agreements.notes import Note, NoteKind
from models.agreements.outcome import Payback
from models.wording.words import MOST_NAMED, number_words, some_names

__all__ = ["SIGN_CONVENTION", "TO_THE_CENT", "note_text", "payback_text", "sign_of", "signed", "years_text"]

SIGN_CONVENTION = "V = voordeel: u betaalt minder dan nu. N = nadeel: u betaalt meer dan nu."
"""What the two letters mean; it stands wherever they stand."""

TO_THE_CENT = "De bijdragen tellen op tot de cent. Een losse cent gaat naar de partner met de grootste breuk."
"""How what is invoiced adds up."""

Names = Mapping[str, str]


def sign_of(difference: Decimal) -> str:
    """``V`` above zero, ``N`` below, nothing at zero."""
    return "V" if difference > 0 else "N" if difference < 0 else ""


def signed(difference: Decimal) -> str:
    """``€ 15.844,00 V``: without a minus sign, the letter says it."""
    return f"{dutch.euros(abs(difference))} {sign_of(difference)}".strip()


def payback_text(payback: Payback) -> str:
    """When the one-off cost is earned back."""
    once = dutch.euros(payback.one_off)
    if payback.year is not None:
        return f"De eenmalige kosten van {once} zijn terugverdiend in {payback.year}."
    short = dutch.euros(abs(payback.balance))
    return f"De eenmalige kosten van {once} zijn nog niet terugverdiend. Aan het eind ontbreekt {short}."


def years_text(years: Sequence[int]) -> str:
    """``2027``, ``2027 en 2028``, and ``2027 tot en met 2030`` for a row of years."""
    if len(years) > 2 and years[-1] - years[0] == len(years) - 1:
        return f"{years[0]} tot en met {years[-1]}"
    return dutch.listed([str(year) for year in years])


def note_text(note: Note, names: Names) -> str:
    """The sentence of a note; ``names``: of the partners by id."""
    return _TEXTS[note.kind](note, _Words(note, names))


class _Words:
    """What a sentence can use of a note, in words."""

    def __init__(self, note: Note, names: Names) -> None:
        self.who = some_names(note.partners, names)
        self.one = len(note.partners) == 1
        self.name = _quoted(note.names or (note.name,))
        self.amount = "" if note.amount is None else dutch.euros(note.amount)
        self.limit = "" if note.limit is None else dutch.euros(note.limit)
        self.number = "" if note.amount is None else number_words(note.amount)
        self.decimals = _decimals(note.limit)
        self.percent_decimals = f"{self.decimals} van een procent" if note.limit else "hele procenten"


def _quoted(names: Sequence[str]) -> str:
    """Names in quotes; of many the first three and how many more; without any, that they have none."""
    given = [f"‘{name.strip()}’" for name in names if name.strip()]
    given += ["een zonder naam"] * (len(given) < len(names))
    if len(given) <= MOST_NAMED:
        return dutch.listed(given)
    return f"{', '.join(given[: MOST_NAMED - 1])} en nog {len(given) - MOST_NAMED + 1}"


def _decimals(limit: Decimal | None) -> str:
    if limit is None:
        return ""
    return "1 decimaal" if limit == 1 else f"{limit} decimalen"


def _not_covered(note: Note, words: _Words) -> str:
    amount = note.amount or Decimal(0)
    if amount > 0:
        return f"In {note.year} brengen de prijzen {words.amount} te weinig op. Spreek af wie dat betaalt."
    return f"In {note.year} brengen de prijzen {dutch.euros(-amount)} te veel op. Spreek af wie dat terugkrijgt."


_TEXTS: Mapping[NoteKind, Callable[[Note, _Words], str]] = {
    NoteKind.NO_PARTNERS: lambda _n, _w: "Er zijn nog geen partners. Vul eerst het onderdeel Partners in.",
    NoteKind.NO_YEARS: lambda _n, _w: "Er is nog geen startjaar. Vul bij Kosten in wanneer de samenwerking begint.",
    NoteKind.NO_COSTS: lambda _n, _w: "Er zijn nog geen kosten om te verdelen. Vul bij Kosten bedragen in.",
    NoteKind.NO_DRIVER: lambda _n, _w: "Deze verdeelsleutel heeft nog geen maat. Voeg een maat toe.",
    NoteKind.DRIVER_MISSING: lambda _n, w: (
        f"De maat {w.name} is nog leeg bij {w.who}. Vul een getal in, ook als het 0 is."
    ),
    NoteKind.NO_INHABITANTS: lambda _n, w: (
        f"Het aantal inwoners is niet bekend van {w.who}. Vul het in, of kies een andere maat."
    ),
    NoteKind.DRIVER_ZERO: lambda _n, w: (
        f"De maat {w.name} is bij alle partners samen 0. Zo valt er niets te verdelen. Vul aantallen in."
    ),
    NoteKind.YEARLY_INCOMPLETE: lambda _n, w: (
        f"De maat {w.name} is een gemiddelde van meer jaren. Bij {w.who} ontbreekt een jaar. Vul dat in."
    ),
    NoteKind.WEIGHTS_MISSING: lambda _n, w: f"De maat {w.name} heeft nog geen aandeel. Vul in hoe zwaar zij telt.",
    NoteKind.WEIGHTS_NOT_WHOLE: lambda _n, w: f"De aandelen zijn samen {w.number}%. Maak er samen 100% van.",
    NoteKind.PERCENTAGES_NOT_WHOLE: lambda _n, w: f"De percentages zijn samen {w.number}. Maak er samen 100 van.",
    NoteKind.FIXED_PART_MISSING: lambda _n, _w: "Vul in welk deel vast is. De rest volgt de maat.",
    NoteKind.NEGATIVE_FIGURE: lambda _n, w: f"Bij de maat {w.name} staat een getal onder nul. Vul 0 of meer in.",
    NoteKind.PRICE_MISSING: lambda _n, w: f"De maat {w.name} heeft nog geen prijs. Vul in waaruit de prijs bestaat.",
    NoteKind.RATE_HOURS_ZERO: lambda _n, w: f"De maat {w.name} heeft 0 productieve uren. Vul in hoeveel uren er zijn.",
    NoteKind.TOO_MANY_REST_DRIVERS: lambda _n, w: (
        f"Meer dan één maat heeft geen prijs of bedrag: {w.name}. Hoogstens één maat kan de rest verdelen."
    ),
    NoteKind.POOLS_TOO_LARGE: lambda n, w: (
        f"Prijzen en bedragen zijn in {n.year} samen {w.amount} hoger dan de kosten. Maak ze lager."
    ),
    NoteKind.NOTHING_CHARGED: lambda _n, _w: "Met deze prijzen en aantallen betaalt niemand iets. Kijk de maten na.",
    NoteKind.ITEMS_WITHOUT_KEY: lambda _n, w: (
        f"Deze kosten hebben nog geen verdeelsleutel: {w.name}. Kies er een, of kies een verdeelsleutel voor de rest."
    ),
    NoteKind.SAVINGS_WITHOUT_KEY: lambda _n, _w: "Kies een verdeelsleutel voor de rest. Die verdeelt ook de besparing.",
    NoteKind.NESTED_COMBINATION: lambda _n, w: (
        f"De verdeelsleutel {w.name} is zelf een combinatie. Kies een gewone verdeelsleutel."
    ),
    NoteKind.PART_KEY_FAILS: lambda _n, w: f"De verdeelsleutel {w.name} is nog niet klaar. Vul die eerst aan.",
    NoteKind.REST_PARTNER_MISSING: lambda _n, _w: "Kies welke partner het afrondingsverschil draagt.",
    NoteKind.ABSORB_PARTNER_MISSING: lambda _n, _w: "Kies welke partner het verschil van de grenzen draagt.",
    NoteKind.TRANSITION_NEEDS_TODAY: lambda _n, w: (
        f"Ingroei begint bij de kosten van nu. Vul die in bij {w.who}."
        if w.who
        else "Ingroei begint bij de kosten van nu. Die zijn samen 0. Kijk die bedragen na."
    ),
    NoteKind.FLOOR_ABOVE_CEILING: lambda _n, w: (
        f"Bij {w.who} is de ondergrens ({w.amount}) hoger dan de bovengrens ({w.limit}). Pas een van de twee aan."
    ),
    NoteKind.FLOORS_TOO_HIGH: lambda n, w: (
        f"De ondergrenzen zijn samen {w.limit}. Dat is meer dan de {w.amount} van {n.year}. Verlaag een ondergrens."
    ),
    NoteKind.CEILINGS_TOO_LOW: lambda n, w: (
        f"De bovengrenzen zijn samen {w.limit}. Dat is minder dan de {w.amount} van {n.year}. Verhoog een bovengrens."
    ),
    NoteKind.ABSORBER_OUTSIDE: lambda n, w: (
        f"{w.who} draagt het verschil, maar komt in {n.year} zelf buiten een grens: {w.amount}. Kies een ander."
    ),
    NoteKind.YEARS_FROM_ITEMS: lambda n, _w: f"Er is geen startjaar ingevuld. Het programma begint bij {n.year}.",
    NoteKind.AFTER_LAST_YEAR: lambda n, w: (
        f"Na {n.year}, het laatste jaar dat u doorrekent, en dus niet meegeteld: {w.name}."
    ),
    NoteKind.ITEM_EMPTY: lambda _n, w: f"Zonder bedrag en dus niet meegeteld: {w.name}.",
    NoteKind.INDEX_MISSING: lambda n, w: (
        f"De index is niet volledig voor {years_text(n.years)}. Deze posten groeien dan niet: {w.name}."
    ),
    NoteKind.VAT_UNKNOWN: lambda _n, w: f"Zonder btw gerekend, want niemand vulde btw in: {w.name}.",
    NoteKind.VAT_RATE_MISSING: lambda _n, w: f"Zonder btw gerekend, want het percentage ontbreekt: {w.name}.",
    NoteKind.BCF_MISSING: lambda _n, w: f"Niet bekend welk deel van de btw terugkomt. Gerekend is met niets: {w.name}.",
    NoteKind.NO_BCF: lambda _n, w: (
        f"{w.who} {'krijgt' if w.one else 'krijgen'} geen btw terug: het fonds is er voor gemeenten en provincies."
    ),
    NoteKind.TODAY_MISSING: lambda _n, w: (
        f"Wat {w.who} nu {'betaalt' if w.one else 'betalen'}, is niet ingevuld. Daar staat geen verschil."
    ),
    NoteKind.COMPONENTS_ROUNDED: lambda _n, w: (
        f"Het aandeel in elke maat is eerst afgerond op {w.percent_decimals}, en daarna gewogen."
    ),
    NoteKind.SHARES_ROUNDED: lambda _n, w: f"De aandelen zijn eerst afgerond op {w.percent_decimals}.",
    NoteKind.RATES_ROUNDED: lambda n, w: (
        f"De tarieven zijn eerst afgerond op {f'{w.decimals} van een euro' if n.limit else 'hele euro’s'}."
    ),
    NoteKind.REST_DIVIDED: lambda n, w: (
        f"Het afrondingsverschil van {w.amount} in {n.year} is naar verhouding verdeeld."
    ),
    NoteKind.REST_TO_PARTNER: lambda n, w: (
        f"{w.who} {'draagt' if w.one else 'dragen'} het afrondingsverschil: {w.amount} in {n.year}."
    ),
    NoteKind.ONE_OFF_REST_DIVIDED: lambda n, w: (
        f"Bij de eenmalige kosten is een afrondingsverschil van {w.amount} in {n.year} naar verhouding verdeeld."
    ),
    NoteKind.ONE_OFF_REST_TO_PARTNER: lambda n, w: (
        f"{w.who} {'draagt' if w.one else 'dragen'} het afrondingsverschil bij de eenmalige kosten: "
        f"{w.amount} in {n.year}."
    ),
    NoteKind.REST_STAYS: lambda n, w: f"Het afrondingsverschil blijft bij de organisatie: {w.amount} in {n.year}.",
    NoteKind.NOT_COVERED: _not_covered,
    NoteKind.ONE_OFF_BY_CHARGES: lambda _n, _w: (
        "Eenmalige kosten hebben geen prijs. Zij volgen de bijdragen die de prijzen geven."
    ),
    NoteKind.PAYS_NOTHING: lambda _n, w: f"{w.who} {'betaalt' if w.one else 'betalen'} met deze verdeelsleutel niets.",
    NoteKind.INHABITANTS_TAKEN: lambda _n, _w: "Het aantal inwoners komt uit het onderdeel Partners.",
    NoteKind.SAVINGS_ABOVE_COSTS: lambda n, _w: (
        f"In {n.year} zijn de besparingen hoger dan de kosten. Partners krijgen dan geld. Kijk de bedragen na."
    ),
    NoteKind.ACTUALS_MISSING: lambda _n, w: (
        f"Het werkelijke gebruik van {w.name} ontbreekt bij {w.who}. Er is nog geen afrekening."
    ),
    NoteKind.ACTUALS_ESTIMATED: lambda _n, w: (
        f"Van de maat {w.name} is geen werkelijk gebruik ingevuld. De afrekening rekent daar met de raming."
    ),
    NoteKind.SETTLED_BY_KEY_ALONE: lambda n, _w: (
        f"De afrekening van {n.year} volgt alleen de verdeelsleutel, zonder ingroei en grenzen. Spreek af of dat klopt."
    ),
    NoteKind.TRANSITION_STOPS: lambda n, w: (
        f"De ingroei stopt in {n.year} bij {w.number}%. "
        "Vul nog een stap van 100% in als de verdeelsleutel volledig moet tellen."
    ),
    NoteKind.TODAY_YEAR_LATER: lambda n, _w: (
        f"De kosten van nu zijn in prijzen van {n.year}. In de jaren daarvoor tellen zij zonder index."
    ),
    NoteKind.RECALIBRATE: lambda n, _w: f"In {n.year} herijkt u de verdeelsleutel. De cijfers daarna zijn voorlopig.",
}
