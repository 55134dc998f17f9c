"""What the page asks about roles, as data: as records and as a table."""

from models.dossier import Dossier
from models.dossier.agree import HourEntry, HourUnit
from models.dossier.base import known
from models.dossier.edit import fresh_id, record_added
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.forms.grid import GridRow, GridSpec
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records
from wizards.forms.values import decimal_text
from wizards.steps.options import partner_name, partner_options

__all__ = ["BASE", "ENTRIES", "entries_group", "entries_table", "with_entries"]

BASE = (StepId.UREN.value,)
ENTRIES = (*BASE, "entries")

UNITS = (Option("year", "per jaar"), Option("week", "per week"))
_UNIT_WORDS = {HourUnit.YEAR: "per jaar", HourUnit.WEEK: "per week"}


def _fields() -> tuple[Field, ...]:
    return (
        Field("role", "Rol of functie", required=True),
        Field("partner", "Partner", Kind.CHOICE, options=partner_options, required=True),
        Field("takes", "Gebruikt de partner deze uren?", Kind.YES_NO, why="Kies nee als de partner ze brengt."),
        Field("phase", "Fase", why="Bijvoorbeeld voorbereiding, invoering of vast werk."),
        Field("hours", "Aantal uren", Kind.NUMBER, no_answers=ALL_NO_ANSWERS, short=True),
        Field("unit", "Geteld", Kind.CHOICE, options=UNITS, required=True, short=True),
        Field("actual", "Werkelijk gemaakt", Kind.NUMBER, unit="uren", no_answers=ALL_NO_ANSWERS, short=True),
        Field("scale", "Functieschaal", short=True),
        Field(
            "rate",
            "Eigen loon per uur",
            Kind.MONEY,
            why="In plaats van de schaal.",
            no_answers=ALL_NO_ANSWERS,
            short=True,
        ),
        Field(
            "freed",
            "Is er echt tijd voor vrijgemaakt?",
            Kind.YES_NO,
            why="Een trekker die het erbij doet, komt niet vooruit.",
            no_answers=ALL_NO_ANSWERS,
        ),
    )


def _hours_words(entry: HourEntry) -> str:
    hours = known(entry.hours)
    if hours is None:
        return "uren nog niet ingevuld"
    return f"{decimal_text(hours)} uur {_UNIT_WORDS[entry.unit]}"


def _detail(entry: HourEntry, dossier: Dossier, _knowledge: Knowledge) -> str:
    doing = "gebruikt" if entry.takes else "brengt"
    return f"{partner_name(dossier, entry.partner)} {doing}, {_hours_words(entry)}"


def _new(dossier: Dossier) -> HourEntry:
    """A new row of the partner and the unit of the last one: people fill in partner by partner."""
    active = [partner.id for partner in dossier.partners.active]
    last = next((e for e in reversed(dossier.uren.entries) if e.partner in active), None)
    if last is not None:
        return HourEntry(id=fresh_id(), partner=last.partner, unit=last.unit)
    return HourEntry(id=fresh_id(), partner=active[0])


def with_entries(dossier: Dossier, count: int) -> Dossier:
    """The next dossier with ``count`` more rows; the same while no partner takes part."""
    for _ in range(count if dossier.partners.active else 0):
        dossier = record_added(dossier, ENTRIES, _new(dossier))
    return dossier


def entries_group() -> Group:
    """The roles as a list with a form."""
    records = Records(
        ENTRIES,
        "Wie brengt en wie gebruikt uren?",
        "rol",
        "Rol verwijderd.",
        _fields(),
        make=_new,
        headline=lambda entry, _dossier, _knowledge: entry.role,
        detail=_detail,
        empty="Begin met de trekker: welke partner maakt voor hem of haar uren vrij?",
    )
    return Group("Uren", BASE, (records,))


def entries_table() -> GridSpec:
    """The same roles as a table, to paste from a spreadsheet."""
    labels = {
        "role": "Rol",
        "takes": "Gebruikt",
        "hours": "Uren",
        "actual": "Werkelijk",
        "scale": "Schaal",
        "rate": "Eigen loon",
        "freed": "Vrijgemaakt",
    }
    columns = tuple(
        Field(f.name, labels.get(f.name, f.label), f.kind, options=f.options, no_answers=f.no_answers)
        for f in _fields()
    )
    return GridSpec(
        "Uren in een tabel",
        "Rol",
        rows=lambda dossier, _knowledge: tuple(GridRow(e.id, str(n)) for n, e in enumerate(dossier.uren.entries, 1)),
        columns=lambda _dossier, _knowledge: columns,
        path=lambda row, field: (*ENTRIES, row, field.name),
        why="Dezelfde rollen, om snel te vullen. Plak rijen uit een rekenblad: de tabel groeit mee.",
        empty="Voeg eerst een rij toe. Daarna kunt u plakken.",
        grow=with_entries,
    )
