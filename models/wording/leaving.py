"""Sentences about leaving: which method applies, on which contribution it rests, and every obstacle and remark.

Shared by the screen, the report, the spreadsheet and the command line.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

from models import dutch
from models.agreements.leaving import Applies, LeaveOverview, Leaving
from models.agreements.leaving_methods import OWN_FORMULA, BaseOrigin, ExitBase, ExitMethod, MethodKind
from models.agreements.leaving_notes import ExitNote, ExitNoteKind
from models.agreements.leaving_takeover import Takeover
from models.agreements.money import as_decimal, euros
from models.knowledge.catalogue import ExitText
from models.wording.costs import note_text
from models.wording.words import counted, first_upper, number_words, shortened

__all__ = [
    "BEFORE_SIGNING",
    "BEYOND_NAME",
    "CONSENT",
    "DIRECT_ONLY",
    "MORE_THAN_NEEDED",
    "NOTHING",
    "OWN_NAME",
    "applies_text",
    "base_text",
    "cents_words",
    "cover_text",
    "exit_note_text",
    "method_name",
    "method_source",
    "overview_text",
    "percent_words",
    "range_text",
    "schedule_text",
    "times_words",
]

NOTHING = "–"
"""A figure that is not known."""

OWN_NAME = "Eigen formule van de regeling"
BEYOND_NAME = "Schade na de overbrugging (telt niet mee)"
MORE_THAN_NEEDED = "Staat er een bedrag onder nul, dan brengt de uittreedsom meer op dan de anderen overnemen."
CONSENT = "Uittreden mag niet afhangen van instemming van de anderen."
DIRECT_ONLY = "Alleen directe schade telt mee. Vaste kosten horen daar ook bij."
BEFORE_SIGNING = "Bespreek deze bedragen voordat u de regeling ondertekent."

Names = Mapping[str, str]
_NAME = 60


def cents_words(amount: int | None) -> str:
    """``€ 1.234,56``, or a dash where it is not known."""
    return NOTHING if amount is None else dutch.euros(euros(amount))


def percent_words(percentage: Fraction | None) -> str:
    """``80%``, or a dash."""
    return NOTHING if percentage is None else f"{number_words(as_decimal(percentage, 4))}%"


def times_words(times: Fraction | None) -> str:
    """``3,0 keer``: with one decimal at least, as the readings of the tapering are named."""
    if times is None:
        return NOTHING
    number = as_decimal(times, 4)
    return (
        f"{number:.1f}".replace(".", ",") + " keer"
        if number == number.to_integral_value()
        else (f"{number_words(number)} keer")
    )


def method_name(method: ExitMethod) -> str:
    """The name of a method."""
    return OWN_NAME if method.id == OWN_FORMULA else method.name


def method_source(method: ExitMethod, catalogue: Iterable[ExitText]) -> str:
    """The ruling that accepted a method; for the own formula the law that asks for one."""
    if method.id == OWN_FORMULA:
        return "Artikel 9, eerste lid, Wgr: de regeling noemt de gevolgen van uittreden."
    found = next((text.decision for text in catalogue if text.id == method.id), "")
    return f"{found}." if found else ""


def applies_text(leaving: Leaving) -> str:
    """Which method applies and why, in one or two sentences."""
    method = leaving.method
    name = "" if method is None else f"‘{method_name(method)}’"
    if leaving.why is Applies.OWN_FORMULA:
        return "De eigen formule van de regeling geldt. De andere manieren staan ernaast om te vergelijken."
    if leaving.why is Applies.IN_WORDS:
        said = "De formule van de regeling gaat voor, maar staat hier alleen in woorden. Vul haar in als cijfers."
        return f"{said} Tot dan telt hier {name}." if name else said
    if leaving.why is Applies.CHOSEN:
        return f"De regeling heeft geen eigen formule. Daarom geldt de manier die u koos: {name}."
    return "De regeling heeft geen eigen formule en u koos nog geen manier. Daarom staan alle manieren naast elkaar."


def base_text(base: ExitBase | None, left_in: int | None, key_name: str) -> str:
    """On which yearly contribution the sums rest; ``key_name``: of the chosen key."""
    if base is None:
        return "De jaarlijkse bijdrage is nog niet bekend."
    amount = dutch.euros(base.amount)
    if base.origin is BaseOrigin.TYPED:
        return f"De jaarlijkse bijdrage is {amount}. Dat bedrag heeft u ingevuld."
    said = f"De jaarlijkse bijdrage is {amount}: de bijdrage van {base.year} volgens ‘{shortened(key_name, _NAME)}’."
    if base.year != left_in:
        said += f" Voor {left_in} zijn geen kosten uitgerekend."
    return said


def schedule_text(method: ExitMethod) -> str:
    """A method in a few words: the sum, and how many times the contribution it is."""
    total = method.total_cents
    if total is None:
        return "Nog niet uit te rekenen"
    if method.kind is MethodKind.DAMAGE:
        fixed = sum(row.fixed_cents for row in method.years)
        return f"{cents_words(total)} over {counted(method.term or len(method.years), 'jaar', 'jaar')}" + (
            f", waarvan {cents_words(fixed)} vaste kosten" if fixed else ""
        )
    if method.times is None:
        return cents_words(total)
    fixed = sum(row.fixed_cents for row in method.years)
    plus = f" plus {cents_words(fixed)}" if fixed else ""
    return f"{cents_words(total)}, dat is {times_words(method.times)} de bijdrage{plus}"


def range_text(low: int | None, high: int | None) -> str:
    """``€ 1,00 tot € 2,00``: the lowest and the highest sum in cents."""
    if low is None or high is None:
        return NOTHING
    return cents_words(low) if low == high else f"{cents_words(low)} tot {cents_words(high)}"


def overview_text(overview: LeaveOverview) -> str:
    """Between which sums leaving lies for all partners; empty where no sum can be worked out."""
    found = [amount for row in overview.rows for amount in (row.low_cents, row.high_cents) if amount is not None]
    if not found:
        return ""
    low, high = min(found), max(found)
    when = "" if overview.left_in is None else f" na {overview.left_in}"
    if low == high:
        return f"Bij uittreden{when} is de uittreedsom {cents_words(low)}."
    return f"Bij uittreden{when} ligt de uittreedsom tussen {cents_words(low)} en {cents_words(high)}."


def cover_text(takeover: Takeover) -> str:
    """What the exit sum covers of what the others take over."""
    if not takeover.years:
        return ""
    years = counted(len(takeover.years), "jaar", "jaar")
    stranded = cents_words(takeover.stranded_cents)
    said = f"In {years} nemen de anderen samen {stranded} over."
    covered, left = takeover.exit_cents, takeover.uncovered_cents
    if covered is None or left is None:
        return f"{said} Zonder uittreedsom dekt niets dat bedrag."
    if left > 0:
        return f"{said} De uittreedsom dekt daarvan {cents_words(covered)}. Er blijft {cents_words(left)} ongedekt."
    if left < 0:
        return f"{said} De uittreedsom is {cents_words(covered)}. Dat is {cents_words(-left)} meer dan nodig."
    return f"{said} De uittreedsom dekt dat precies."


def exit_note_text(note: ExitNote, names: Names) -> str:
    """The sentence of a note; ``names``: of the partners by id."""
    return _TEXTS[note.kind](note, names)


def _who(note: ExitNote, names: Names) -> str:
    return dutch.listed([names.get(partner) or "een partner zonder naam" for partner in note.partners])


def _amount(note: ExitNote) -> str:
    return "" if note.amount is None else dutch.euros(note.amount)


def _causes(note: ExitNote, names: Names) -> str:
    return "".join(f" {note_text(cause, names)}" for cause in note.causes)


def _beyond(note: ExitNote, _names: Names) -> str:
    years = counted(note.number or 0, "jaar", "jaar")
    return f"De overbrugging duurt {years}. Wat daarna komt, {_amount(note)}, staat erbij maar telt niet mee."


def _prices(note: ExitNote, _names: Names) -> str:
    if note.amount is not None and note.amount < 0:
        over = dutch.euros(-note.amount)
        return (
            f"Met dezelfde prijzen komt in {note.year} {over} te veel binnen. De prijzen dalen daarom naar verhouding."
        )
    return (
        f"Met dezelfde prijzen ontbreekt {_amount(note)} in {note.year}. "
        "De prijzen stijgen daarom voor iedereen naar verhouding."
    )


def _of_one(note: ExitNote, names: Names) -> str:
    if not note.partners:
        return "De ingevulde schade telt hier niet mee. Kies eerst welke partner uittreedt."
    return f"De ingevulde schade hoort bij {_who(note, names)} en telt alleen daar mee."


def _carried(note: ExitNote, _names: Names) -> str:
    years = str(note.year) if note.year == note.until else f"{note.year} tot en met {note.until}"
    return f"Voor {years} is gerekend met de bedragen van {note.source}."


_TEXTS: Mapping[ExitNoteKind, Callable[[ExitNote, Names], str]] = {
    ExitNoteKind.NO_PARTNERS: lambda _n, _w: "Er zijn nog geen partners. Vul eerst het onderdeel Partners in.",
    ExitNoteKind.NO_LEAVER: lambda _n, _w: "Kies welke partner uittreedt. Dan staat hier wat dat kost.",
    ExitNoteKind.LEAVER_OUTSIDE: lambda n, w: f"{first_upper(_who(n, w))} doet niet mee. Kies een partner die meedoet.",
    ExitNoteKind.NO_KEY: lambda _n, _w: "Er is nog geen verdeelsleutel gekozen. Kies er een bij Verdeelsleutels.",
    ExitNoteKind.KEY_FAILS: lambda n, w: f"De gekozen verdeelsleutel geeft nog geen bijdragen.{_causes(n, w)}",
    ExitNoteKind.NO_CONTRIBUTION: lambda _n, _w: "Deze manier heeft een jaarlijkse bijdrage nodig.",
    ExitNoteKind.FORMULA_WITHOUT_FIGURES: lambda _n, _w: (
        "De formule staat hier alleen in woorden. Vul percentages of een vast bedrag in."
    ),
    ExitNoteKind.NO_DAMAGES: lambda _n, _w: "Er is nog geen schade ingevuld. Vul posten met bedragen per jaar in.",
    ExitNoteKind.NOBODY_LEFT: lambda _n, _w: "Er blijft geen partner over die de kosten kan overnemen.",
    ExitNoteKind.NOBODY_PAYS: lambda n, w: (
        f"Zonder deze partner betaalt niemand volgens deze verdeelsleutel.{_causes(n, w)}"
    ),
    ExitNoteKind.METHOD_OPEN: lambda _n, _w: "Kies hoe u de uittreedsom uitrekent. Noem die manier in de regeling.",
    ExitNoteKind.ASKS_CONSENT: lambda _n, _w: f"De tekst van de regeling noemt instemming. {CONSENT}",
    ExitNoteKind.YEAR_TAKEN: lambda n, _w: f"Er is geen jaar ingevuld. Hier is gerekend met uittreden na {n.year}.",
    ExitNoteKind.FIXED_IN_FIRST_YEAR: lambda n, _w: f"Het vaste bedrag van {_amount(n)} staat in het eerste jaar.",
    ExitNoteKind.BEYOND_TERM: _beyond,
    ExitNoteKind.DAMAGE_EMPTY: lambda n, _w: (
        f"De schade ‘{shortened(n.name, _NAME) or 'zonder naam'}’ heeft nog geen bedragen en telt niet mee."
    ),
    ExitNoteKind.BELOW_ZERO: lambda n, _w: f"De uitkomst is {_amount(n)}. Onder nul is er geen uittreedsom te betalen.",
    ExitNoteKind.DAMAGE_OF_ONE: _of_one,
    ExitNoteKind.AVOIDABLE_MISSING: lambda _n, _w: (
        "Niet ingevuld is welk deel van de kosten wegvalt. Hier is gerekend alsof niets wegvalt."
    ),
    ExitNoteKind.ONE_LEFT: lambda n, w: (
        f"Alleen {_who(n, w)} blijft over en draagt alle kosten. Bespreek wat er dan met de samenwerking gebeurt."
    ),
    ExitNoteKind.PERCENTAGES_RESCALED: lambda _n, _w: (
        "De vaste percentages tellen zonder deze partner niet op tot 100. Ze zijn opnieuw verdeeld, naar verhouding."
    ),
    ExitNoteKind.REST_PARTNER_LEAVES: lambda _n, _w: (
        "De partner die afrondingen draagt, treedt uit. Een losse cent gaat nu naar de grootste breuk."
    ),
    ExitNoteKind.ABSORB_PARTNER_LEAVES: lambda _n, _w: (
        "De partner die het verschil van de grenzen draagt, treedt uit. De anderen dragen het naar verhouding."
    ),
    ExitNoteKind.LIMITS_DROPPED: lambda _n, _w: (
        "Zonder deze partner passen de kosten niet tussen de grenzen per partner. Die grenzen tellen hier niet mee."
    ),
    ExitNoteKind.BY_CONTRIBUTION: lambda n, w: (
        "De verdeelsleutel werkt niet zonder deze partner. "
        f"Hier is verdeeld naar wat elke partner betaalt.{_causes(n, w)}"
    ),
    ExitNoteKind.PRICES_RISE: _prices,
    ExitNoteKind.REST_SHARED: lambda n, _w: (
        f"Afronden geeft in {n.year} een verschil van {_amount(n)}. Dat is naar verhouding verdeeld."
    ),
    ExitNoteKind.YEARS_CARRIED: _carried,
}
