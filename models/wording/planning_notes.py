"""The sentences of obstacles and remarks beside a calendar, one per kind of note."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from models.dutch import day as day_words
from models.dutch import listed
from models.planning.notes import NoteKind, PlanNote
from models.wording.planning_steps import TITLES
from models.wording.words import first_upper, spelled, the_basis

__all__ = ["NOTES", "Words"]

N = NoteKind
_MOST = 4
_KINDS = {
    "raadsregeling": "een raadsregeling",
    "collegeregeling": "een collegeregeling",
    "burgemeestersregeling": "een burgemeestersregeling",
    "gemengde-regeling": "een gemengde regeling",
}


class Words(NamedTuple):
    """The values of a note in words; ``names``: of the partners, by id."""

    note: PlanNote
    names: Mapping[str, str]

    @property
    def partners(self) -> str:
        """The partners by name; of many only the first, and how many more."""
        shown = [self.names.get(partner, "zonder naam") for partner in self.note.partners]
        if len(shown) > _MOST:
            shown = [*shown[: _MOST - 1], f"{spelled(len(shown) - _MOST + 1)} andere"]
        return listed(shown)

    @property
    def step(self) -> str:
        """The title of the step, between quotes."""
        return f"“{TITLES[self.note.step]}”" if self.note.step is not None else "de stap"

    @property
    def day(self) -> str:
        """The day of the note."""
        return _day(self.note.day)

    @property
    def until(self) -> str:
        """The later day of the note."""
        return _day(self.note.until)

    @property
    def basis(self) -> str:
        """The legal basis in a sentence."""
        return the_basis(self.note.basis) if self.note.basis is not None else "deze rechtsvorm"

    @property
    def kind(self) -> str:
        """The kind of regeling in a sentence."""
        return _KINDS.get(self.note.name, "een regeling")

    @property
    def years(self) -> str:
        """The years, as ``2029 en 2030``; of a long row only the ends."""
        years = [str(year) for year in self.note.years]
        return listed(years) if len(years) <= _MOST else f"{years[0]} tot en met {years[-1]}"

    @property
    def raden(self) -> str:
        """``De raad van Aalten`` or ``De raden van Aalten en Borne``."""
        return f"{'De raad' if len(self.note.partners) == 1 else 'De raden'} van {self.partners}"

    def verb(self, one: str, more: str) -> str:
        """The verb that goes with the number of partners."""
        return one if len(self.note.partners) == 1 else more


def _day(day: date | None) -> str:
    return "een onbekende dag" if day is None else day_words(day)


def _fixed(text: str) -> Callable[[Words], str]:
    return lambda _words: text


NOTES: Mapping[NoteKind, Callable[[Words], str]] = {
    N.FEW_PARTNERS: _fixed("Er zijn nog geen twee partners. Vul eerst Partners in."),
    N.NO_MUNICIPALITY: _fixed(
        "Geen enkele partner is een gemeente. Deze planning rust op de Gemeentewet en de Wgr voor gemeenten."
    ),
    N.NO_START: _fixed("De eerste dag van de procedure is nog niet ingevuld. Vul in wanneer de procedure begint."),
    N.NO_BASIS: _fixed("Er is nog geen rechtsvorm gekozen en nog geen advies. De stappen hangen daarvan af."),
    N.NO_KIND: _fixed("Nog niet bekend is welke organen de regeling treffen. Kies raden, colleges of burgemeesters."),
    N.KIND_NOT_ALLOWED: lambda w: (
        f"Alleen colleges treffen {w.basis} (artikel 8, derde lid, Wgr). Het dossier noemt {w.kind}."
    ),
    N.TERM_NOT_VALID: lambda w: f"Op {w.day} is geen geldige termijn bekend voor: {w.note.name}.",
    N.OUT_OF_RANGE: _fixed("De dagen vallen buiten de kalender. Controleer de datums, de termijnen en het reces."),
    N.NO_LEAVING: _fixed("Nog niet bekend is welke partner uittreedt."),
    N.NO_LEAVING_START: _fixed("De eerste dag van het uittreden is nog niet ingevuld."),
    N.LEAVING_NOT_ACTIVE: _fixed("De partner die uittreedt, doet niet mee in dit dossier."),
    N.LEAVING_NO_MUNICIPALITY: lambda w: (
        f"{w.partners} is geen gemeente. De stappen van uittreden gelden voor gemeenten. Laat dit toetsen."
    ),
    N.LEAVING_BY_STATUTES: lambda w: (
        f"Bij {w.basis} bepalen de statuten hoe een partner vertrekt. Daarvoor is geen vaste planning te maken."
    ),
    N.NO_BUDGET_YEAR: _fixed("Het begrotingsjaar is nog niet ingevuld."),
    N.NO_BUDGET_CYCLE: lambda w: (
        f"{first_upper(w.basis)} heeft geen eigen begroting volgens de Wgr. "
        "De artikelen 34 en 35 noemen alleen lichamen en organen met een bestuur."
    ),
    N.BOARD_DATES_REVERSED: lambda w: (
        f"Het bestuur krijgt de begroting op {w.day}, maar stelt haar al vast op {w.until}. Pas een van beide aan."
    ),
    N.BASIS_ADVISED: lambda w: (
        f"Er is nog geen rechtsvorm gekozen. De planning gaat uit van {w.basis}, volgens het advies."
    ),
    N.KIND_DERIVED: lambda w: f"Uit de organen bij Rechtsvorm volgt {w.kind}. Daar gaat de planning van uit.",
    N.KIND_DIFFERS: lambda w: (
        f"De planning gaat uit van {w.kind}. Bij Rechtsvorm staan andere organen. Controleer welke klopt."
    ),
    N.MIXED_WITH_RADEN: _fixed(
        "De planning gaat ervan uit dat raden en colleges de regeling treffen. Vul de organen in bij Rechtsvorm."
    ),
    N.OTHER_PARTNERS: lambda w: (
        f"{w.partners} {w.verb('is', 'zijn')} geen gemeente. Daarvoor gelden andere regels. Laat dit toetsen."
    ),
    N.SEAT_MISSING: _fixed(
        "Nog niet bekend is welke gemeente bekendmaakt voor iedereen. "
        "De regeling wijst haar aan. Anders is het de gemeente van de zetel."
    ),
    N.SEAT_NOT_MUNICIPALITY: lambda w: (
        f"{w.partners} is geen gemeente en maakt dus niet bekend. Wijs in de regeling een gemeente aan."
    ),
    N.STATUTORY_FIXED: lambda w: (
        f"Deze termijn staat in de wet en is niet te wijzigen: {w.note.name}. De eigen waarde telt niet mee."
    ),
    N.SHORTEST_PLANNED: _fixed(
        "De planning rekent met de kortste gebruikelijke tijd. Planningswaarden zijn geen wet: u kunt ze aanpassen."
    ),
    N.TERMS_OLD: lambda w: f"Deze termijn is het laatst gecontroleerd op {w.day}: {w.note.name}. Controleer de wet.",
    N.EQUAL_DAYS_UNKNOWN: lambda w: (
        f"Gelijkgestelde dagen van {w.years} zijn niet bekend. Een termijn kan daardoor een dag later eindigen."
    ),
    N.TERM_MOVED: lambda w: (
        f"De termijn van {w.step} eindigt op {w.day}, geen werkdag. "
        f"Hij loopt door tot en met {w.until} (artikel 1, eerste lid, Algemene termijnenwet)."
    ),
    N.MEETINGS_UNKNOWN: lambda w: (
        f"Vergaderingen zijn niet bekend van: {w.partners}. De planning rekent daar met werkdagen buiten het reces."
    ),
    N.MEETINGS_RUN_OUT: lambda w: (
        f"{w.raden} {w.verb('heeft', 'hebben')} geen ingevulde vergadering meer voor {w.step}. "
        "De planning neemt de eerste werkdag buiten het reces."
    ),
    N.NO_MEETING_IN_TERM: lambda w: (
        f"{w.raden} {w.verb('heeft', 'hebben')} geen vergadering in de termijn van {w.step}. "
        "Plan een extra vergadering."
    ),
    N.RECESS_LENGTHENS: lambda w: (
        f"{w.raden} {w.verb('heeft', 'hebben')} reces tijdens {w.step}. De planning telt die dagen niet mee."
    ),
    N.TERM_THROUGH_RECESS: lambda w: (
        f"{w.raden} {w.verb('heeft', 'hebben')} reces tijdens {w.step}. De termijn uit de wet loopt gewoon door."
    ),
    N.RECESS_REVERSED: lambda w: (
        f"Een reces van {w.partners} eindigt voordat het begint. De planning slaat dat reces over."
    ),
    N.VIEWS_CAN_BE_EARLIER: lambda w: (
        f"Antwoorden alle raden in hun eerste vergadering, dan eindigt {w.step} al op {w.day}."
    ),
    N.WORKS_COUNCIL_UNKNOWN: _fixed(
        "Nog niet bekend is of een ondernemingsraad advies geeft. De planning houdt er tijd voor vrij."
    ),
    N.WORKS_COUNCIL_WAIT: lambda w: (
        "Wijkt het besluit af van het advies van de ondernemingsraad? "
        f"Wacht dan een maand met uitvoeren, tot en met {w.until} ({w.note.name})."
    ),
    N.COURTESY_ROUND: _fixed(
        "Een ontwerpronde is niet verplicht als de raden meedoen. Een ronde vooraf langs de raden is wel verstandig."
    ),
    N.RAAD_FIRST_IF_DRASTIC: _fixed(
        "Vooraf informeren moet als een raad dat vraagt of als de gevolgen ingrijpend zijn. "
        "Zijn zij ingrijpend, dan geeft de raad eerst wensen en bedenkingen. Reken dan meer tijd."
    ),
    N.USUALLY_LONGER: lambda w: (
        f"In de praktijk duurt dit {spelled(w.note.number or 0)} tot {spelled(max(w.note.years, default=0))} maanden. "
        "Deze planning is korter."
    ),
    N.WISHED_TOO_EARLY: lambda w: (
        f"{w.day} kan niet: {w.step} is dan nog niet klaar. De eerste dag die kan, is {w.until}."
    ),
    N.ALL_RADEN_UNCLEAR: _fixed(
        "Het is niet duidelijk of alle raden het ontwerp krijgen als één deelnemer vertrekt. "
        "Verandert de tekst van de regeling, dan wel. Laat dit toetsen."
    ),
    N.LEAVING_WORKS_COUNCIL: _fixed(
        "Raakt het uittreden uw personeel? "
        "Vraag dan vóór het besluit advies aan de ondernemingsraad (artikel 25, eerste lid, WOR)."
    ),
    N.NOTICE_UNKNOWN: _fixed("De opzegtermijn is nog niet ingevuld. De planning rekent zonder opzegtermijn."),
    N.NOTICE_BY_AGREEMENT: _fixed(
        "De regeling of overeenkomst kan een vaste dag noemen, zoals 31 december. Controleer dat."
    ),
    N.FIRST_YEAR: lambda w: (
        f"Bestaat de organisatie nog geen heel jaar voor {w.years}? Dan is er nog geen voorlopige jaarrekening."
    ),
    N.LATEST_DATES_USED: lambda w: (
        f"De dag van vaststelling is nog niet ingevuld. De planning gaat uit van de laatste dag: {w.day}."
    ),
    N.OFFER_FROM_ADOPTION: lambda w: (
        f"De dag waarop het algemeen bestuur de begroting krijgt, is niet ingevuld. De planning telt vanaf {w.day}."
    ),
    N.BACKWARDS_NOT_MOVED: lambda w: (
        f"{w.day} is geen werkdag. De twaalf weken tellen terug, dus de dag schuift niet op. Stuur uiterlijk {w.until}."
    ),
    N.LATEST_IN_WEEKEND: lambda w: f"Bij {w.step} is {w.day} geen werkdag. Plan {w.until} als laatste dag.",
    N.ADOPTION_TOO_LATE: lambda w: (
        f"Vaststellen op {w.day} is te laat. De begroting moet uiterlijk {w.until} bij gedeputeerde staten zijn."
    ),
    N.BUDGET_BEFORE_FRAMES: lambda w: (
        f"De ontwerpbegroting gaat uiterlijk {w.day} naar de raden. Stuur de kaders dus eerder dan {w.until}."
    ),
    N.BOARD_IN_OTHER_YEAR: lambda w: f"{w.day} ligt niet in {w.years}, het jaar waarin de begroting wordt vastgesteld.",
}
