"""The notes about hours in Dutch: a sentence or two for each kind."""

from collections.abc import Callable, Mapping

from models.agreements.hours_notes import HoursNote, HoursNoteKind
from models.dossier import Dossier
from models.dutch import listed
from models.wording.hours_numbers import ROLE, ended, euros_of, hours_of, partner_names, role_of, some
from models.wording.words import counted, shortened

__all__ = ["DRIVER_WARNING", "note_words"]

DRIVER_WARNING = "Een trekker die het erbij doet, komt niet vooruit."

_SOURCES = {
    "productive_source": "de productieve uren",
    "weeks_source": "de weken per jaar",
    "rates_source": "de tarieven",
    "overhead_source": "de overhead",
}
_ROLES = 2


def note_words(note: HoursNote, dossier: Dossier) -> str:
    """What a note says, in one or two sentences."""
    return _NOTES[note.kind](note, dossier)


def _rows(note: HoursNote) -> str:
    return counted(len(note.entries), "rol", "rollen")


def _which(note: HoursNote, dossier: Dossier) -> str:
    return ended(f"Het gaat om {some([role_of(dossier, entry) for entry in note.entries], _ROLES)}")


def _partners(note: HoursNote, dossier: Dossier) -> str:
    names = partner_names(dossier)
    return some([names.get(partner, "een partner die weg is") for partner in note.partners])


def _lacking(what: str, then: str = "") -> Callable[[HoursNote, Dossier], str]:
    def words(note: HoursNote, dossier: Dossier) -> str:
        return f"Bij {_rows(note)} {what}. {_which(note, dossier)}{f' {then}' if then else ''}"

    return words


def _said(text: str) -> Callable[[HoursNote, Dossier], str]:
    return lambda _note, _dossier: text


def _nobody_pays(note: HoursNote, _dossier: Dossier) -> str:
    why = "" if note.hours else " Dat komt door een verschil in tarieven."
    return f"Voor {euros_of(note.cents)} aan gebrachte uren betaalt niemand.{why} Dat blijft bij wie de uren brengt."


def _nobody_gets(note: HoursNote, _dossier: Dossier) -> str:
    why = "" if note.hours else " Dat komt door een verschil in tarieven."
    return f"Voor {euros_of(note.cents)} is meer gebruikt dan gebracht.{why} Dat bedrag wordt niet verrekend."


def _not_freed(note: HoursNote, dossier: Dossier) -> str:
    hours = f" Dat zijn {hours_of(note.hours)} uur per jaar." if note.hours else ""
    return f"Voor {_rows(note)} is niet echt tijd vrijgemaakt. {_which(note, dossier)}{hours} {DRIVER_WARNING}"


def _scale(note: HoursNote, _dossier: Dossier) -> str:
    if len(note.names) == 1:
        return f"Schaal {shortened(note.names[0], ROLE)} heeft nog geen tarief. Vul het in bij Uitgangspunten."
    names = some([shortened(name, ROLE) for name in note.names])
    return f"Deze schalen hebben nog geen tarief: {names}. Vul ze in bij Uitgangspunten."


_K = HoursNoteKind
_NOTES: Mapping[HoursNoteKind, Callable[[HoursNote, Dossier], str]] = {
    _K.NO_PARTNERS: _said("Er zijn nog geen partners. Vul eerst de partners in."),
    _K.NO_ENTRIES: _said("Er zijn nog geen uren ingevuld. Begin met de trekker."),
    _K.HOURS_MISSING: _lacking("zijn nog geen uren ingevuld"),
    _K.WEEKS_MISSING: _lacking("staan uren per week", "Vul in hoeveel weken per jaar tellen."),
    _K.PRODUCTIVE_MISSING: lambda note, dossier: (
        ended(f"De productieve uren ontbreken van {_partners(note, dossier)}") + " Zonder die uren is er geen fte."
    ),
    _K.RATE_MISSING: _lacking("ontbreekt een tarief of een schaal", "Zonder tarief is er geen bedrag."),
    _K.SCALE_WITHOUT_RATE: _scale,
    _K.OVERHEAD_TWICE: _said(
        "Overhead is dubbel ingevuld: als bedrag en als percentage. Kies er één. Tot dan zijn er geen bedragen."
    ),
    _K.NEGATIVE_RATE: _lacking("is het loon of de overhead lager dan nul", "Verbeter het tarief."),
    _K.ACTUAL_MISSING: _lacking("ontbreken de gemaakte uren", "De afrekening kan pas als die er zijn."),
    _K.COST_MISSING: lambda note, dossier: (
        ended(f"Er is nog geen bijdrage bekend van {_partners(note, dossier)}")
        + " Het deel in de kosten ontbreekt daarom."
    ),
    _K.COST_ZERO: _said("De bijdragen zijn samen nul, of een bijdrage is lager dan nul. Delen zijn er dan niet."),
    _K.OVERHEAD_MISSING: _said("Er is geen overhead ingevuld. De bedragen zijn zonder overhead."),
    _K.HOURS_NOT_APPLICABLE: _lacking("zijn uren niet van toepassing", "Die tellen niet mee."),
    _K.ENTRIES_LEFT_OUT: _lacking("doet de partner niet meer mee", "Die uren tellen niet mee."),
    _K.HOURS_WITHOUT_USER: lambda note, _dossier: (
        f"Van {hours_of(note.hours)} gebrachte uren staat er niet wie ze gebruikt."
    ),
    _K.HOURS_WITHOUT_BRINGER: lambda note, _dossier: (
        f"Van {hours_of(note.hours)} gebruikte uren staat er niet wie ze brengt."
    ),
    _K.EUROS_WITHOUT_PAYER: _nobody_pays,
    _K.EUROS_WITHOUT_RECEIVER: _nobody_gets,
    _K.CENTS_DIVIDED: lambda note, dossier: ended(
        f"Bij het afronden bleven centen over. De grootste rest krijgt een cent: {_partners(note, dossier)}"
    ),
    _K.RATES_ROUNDED: lambda note, _dossier: (
        f"Bij {_rows(note)} is het tarief eerst afgerond. Daarna is het met de uren vermenigvuldigd."
    ),
    _K.NOT_FREED: _not_freed,
    _K.FREED_UNKNOWN: _lacking("is niet bekend of er tijd is vrijgemaakt"),
    _K.SETTLEMENT_OPEN: _said("U koos nog niet hoe u uren afrekent: met gesloten beurs of met een rekening."),
    _K.NO_ADVANCE: _said("U sprak geen voorschot af. Alles wordt achteraf afgerekend."),
    _K.SOURCES_MISSING: lambda note, _dossier: f"Noem nog de bron van {listed([_SOURCES[n] for n in note.names])}.",
}
