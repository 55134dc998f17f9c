"""The words of the steps of a calendar: what happens, who acts, and what must be ready (law.md §6)."""

from collections.abc import Mapping

from models.planning.keys import CalendarKind, Organ, Ready, StepKey

__all__ = ["BODY_NAMES", "CALENDAR_TITLES", "ORGANS", "READY", "TITLES"]

K, R, O = StepKey, Ready, Organ  # noqa: E741

CALENDAR_TITLES: Mapping[CalendarKind, str] = {
    CalendarKind.BESLUITVORMING: "Van eerste besluit tot start",
    CalendarKind.BEGROTING: "De jaarlijkse begroting",
    CalendarKind.UITTREDEN: "Uittreden",
}

TITLES: Mapping[StepKey, str] = {
    K.PRINCIPEBESLUIT: "Besluit in principe",
    K.OR_ADVIES: "Advies van de ondernemingsraad",
    K.ONTWERP_NAAR_RADEN: "Ontwerp naar alle raden",
    K.ZIENSWIJZE: "Zienswijze van de raden",
    K.EINDTEKST: "Antwoord aan de raden en één eindtekst",
    K.TOESTEMMING: "Toestemming van de raden",
    K.RAADSBESLUIT: "Besluit van de raden",
    K.BESLUIT: "Besluit over de regeling en ondertekening",
    K.BEKENDMAKING: "Bekendmaking voor alle deelnemers",
    K.REGISTER: "Melding aan het register",
    K.INWERKINGTREDING: "Start: de regeling treedt in werking",
    K.INRICHTING: "Inrichting",
    K.ENTITEIT_VOORBEREIDEN: "Rechtspersoon voorbereiden",
    K.ONTWERPBESLUIT_NAAR_RADEN: "Ontwerpbesluit naar de raden",
    K.WENSEN_BEDENKINGEN: "Wensen en bedenkingen van de raden",
    K.BESLUIT_OPRICHTING: "Besluit over de rechtspersoon",
    K.NOTARIELE_AKTE: "Akte bij de notaris",
    K.KVK: "Inschrijving bij de Kamer van Koophandel",
    K.START_ENTITEIT: "Start van de rechtspersoon",
    K.OVEREENKOMST_VOORBEREIDEN: "Overeenkomst voorbereiden",
    K.RAAD_INFORMEREN: "De raden informeren",
    K.BESLUIT_OVEREENKOMST: "Besluit over de overeenkomst en ondertekening",
    K.MANDAAT_BEKENDMAKEN: "Bekendmaking van het mandaat",
    K.START_OVEREENKOMST: "Start van de samenwerking",
    K.UITTREDEN_PRINCIPE: "Besluit in principe om uit te treden",
    K.UITTREDEN_ONTWERP: "Ontwerp van het uittreedbesluit naar de raad",
    K.UITTREDEN_ZIENSWIJZE: "Zienswijze van de raad",
    K.UITTREDEN_TEKST: "Antwoord aan de raad",
    K.UITTREDEN_TOESTEMMING: "Toestemming van de raad",
    K.UITTREDEN_RAADSBESLUIT: "Besluit van de raad",
    K.UITTREDEN_BESLUIT: "Besluit om uit te treden",
    K.UITTREDEN_MELDEN: "Melding aan de andere partners",
    K.OPZEGTERMIJN: "Opzegtermijn",
    K.UITTREDEN_BEKENDMAKING: "Bekendmaking van het uittreden",
    K.LAATSTE_DAG: "Laatste dag in de samenwerking",
    K.UITTREDEN_REGISTER: "Melding aan het register",
    K.KADERS: "Kaders en voorlopige jaarrekening naar de raden",
    K.ONTWERPBEGROTING: "Ontwerpbegroting naar de raden",
    K.TER_INZAGE: "Ontwerpbegroting ter inzage",
    K.BEGROTING_ZIENSWIJZE: "Zienswijze over de begroting",
    K.JAARREKENING_GS: "Jaarrekening naar gedeputeerde staten",
    K.BEGROTING_ANTWOORD: "Antwoord aan de raden",
    K.BEGROTING_AANBIEDEN: "Begroting naar het algemeen bestuur",
    K.BEGROTING_VASTSTELLEN: "Begroting vaststellen",
    K.BEGROTING_GS: "Begroting naar gedeputeerde staten",
}

ORGANS: Mapping[Organ, tuple[str, str]] = {
    O.COLLEGE: ("college", "colleges"),
    O.BURGEMEESTER: ("burgemeester", "burgemeesters"),
    O.COLLEGE_EN_BURGEMEESTER: ("college en burgemeester", "colleges en burgemeesters"),
    O.RAAD: ("raad", "raden"),
    O.ONDERNEMINGSRAAD: ("ondernemingsraad", "ondernemingsraden"),
    O.DEELNEMERS: ("gemeente", "gemeenten"),
}
"""One and more of a body that each partner has."""

BODY_NAMES: Mapping[Organ, str] = {
    O.ZETELGEMEENTE: "gemeente van de zetel",
    O.AANGEWEZEN_GEMEENTE: "aangewezen gemeente",
    O.CENTRUMGEMEENTE: "centrumgemeente",
    O.BESTUUR: "bestuur",
    O.ALGEMEEN_BESTUUR: "algemeen bestuur",
    O.DAGELIJKS_BESTUUR: "dagelijks bestuur",
    O.NOTARIS: "notaris en burgemeesters",
    O.NIEUWE_ORGANISATIE: "nieuwe organisatie",
}
"""A body of all together."""

READY: Mapping[Ready, str] = {
    R.DOEL_EN_VORM: "Doel, taken en gekozen vorm staan op papier.",
    R.ONTWERP_REGELING: "Het ontwerp van de regeling is klaar.",
    R.ZIJWETTEN: "Btw, aanbesteding, personeel en privacy zijn getoetst.",
    R.ADVIESAANVRAAG: "De adviesaanvraag noemt de redenen, de gevolgen voor het personeel en de maatregelen.",
    R.OVERLEGVERGADERING: "Er is ten minste één overlegvergadering gepland.",
    R.ZELFDE_DAG: "Alle raden krijgen dezelfde tekst op dezelfde dag.",
    R.RAADSVOORSTEL_ZIENSWIJZE: "Er is een raadsvoorstel over de zienswijze. Een raad die niets wil zeggen, meldt dat.",
    R.ANTWOORD_RADEN: "Elke raad krijgt antwoord op de eigen zienswijze.",
    R.EEN_TEKST: "Alle deelnemers zijn het eens over dezelfde tekst.",
    R.RAADSVOORSTEL_TOESTEMMING: (
        "Er is een raadsvoorstel met de eindtekst. Weigeren kan alleen bij strijd met het recht of het algemeen belang."
    ),
    R.BVO_BELEIDSARM: "De raad kan nagaan dat de taken weinig beleid bevatten.",
    R.RAADSBESLUIT_TEKST: "Elke raad krijgt dezelfde tekst om over te besluiten.",
    R.TWEE_RAADSBESLUITEN: "De raad besluit over het eigen deel en geeft toestemming. Dat kan in één raadsbesluit.",
    R.COLLEGEBESLUIT_TEKST: "Elk orgaan besluit over precies dezelfde tekst, los van het besluit in principe.",
    R.ONDERTEKENING: "Elke burgemeester kan tekenen of heeft iemand aangewezen.",
    R.MANDAAT_CENTRUM: "De bevoegdheden in mandaat zijn precies beschreven. De centrumgemeente stemt ermee in.",
    R.EEN_BEKENDMAKING: "Eén gemeente maakt bekend in haar gemeenteblad, voor alle deelnemers.",
    R.REGISTERGEGEVENS: "De gegevens voor het landelijke register van het ministerie van BZK zijn verzameld.",
    R.DATUM_IN_REGELING: "De regeling noemt de dag van de start. Die ligt nooit voor de bekendmaking.",
    R.LEDEN_BENOEMEN: "De leden van het bestuur zijn benoemd. De eerste vergadering is gepland.",
    R.LEDEN_COLLEGES: "Alleen leden van de colleges komen in het bestuur. Het college benoemt ze.",
    R.LEDEN_RADEN: "Alleen raadsleden komen in het bestuur, zonder de burgemeester.",
    R.ORGANISATIE: (
        "Mandaten, personeel, cao en inschrijving zijn geregeld. Archief, privacy, bank en verzekering ook."
    ),
    R.EERSTE_BEGROTING: "De eerste begroting is gepland. Zie de kalender van de begroting.",
    R.WAAROM_ENTITEIT: (
        "De motivering zegt waarom publiekrecht niet volstaat. Zij zegt ook waarom deze rechtspersoon bijzonder past."
    ),
    R.STATUTEN: "Statuten, afspraken tussen de eigenaren en businesscase zijn klaar.",
    R.ONTWERPBESLUIT: "Elke raad heeft het ontwerpbesluit en de toelichting.",
    R.ANTWOORD_WENSEN: "Het college antwoordt op de wensen en bedenkingen.",
    R.AKTE: "De notaris heeft de akte en de burgemeesters of hun gemachtigden kunnen tekenen.",
    R.KVK_GEGEVENS: "De gegevens voor de inschrijving zijn bij de notaris.",
    R.DVO_EN_TOETSEN: (
        "De dienstverleningsovereenkomst is klaar. Aanbesteding, markt en overheid en belasting zijn getoetst."
    ),
    R.VERBONDEN_PARTIJEN: "De rechtspersoon staat in de paragraaf verbonden partijen van elke begroting.",
    R.TEKST_OVEREENKOMST: "De tekst van de overeenkomst ligt vast.",
    R.INFORMATIE_RAAD: "Elke raad krijgt de gevolgen voor geld en taken te zien.",
    R.MANDAAT_SCHRIFTELIJK: (
        "Het mandaat staat apart op papier. Wie het krijgt, stemt ermee in (artikelen 10:4 en 10:5 Awb)."
    ),
    R.MANDAATBESLUIT: "Elke gemeente maakt haar mandaatbesluit bekend.",
    R.REDENEN_VERTREK: "De redenen om te gaan staan op papier.",
    R.GEVOLGEN_VERTREK: "De gevolgen voor taken, personeel en geld zijn berekend.",
    R.UITTREEDBESLUIT: "Het ontwerp van het uittreedbesluit is klaar.",
    R.MELDING_VERTREK: "De brief aan het bestuur en de andere partners is klaar.",
    R.UITTREEDSOM: "De uittreedsom en de overdracht volgen uit de regeling of overeenkomst.",
    R.KADERBRIEF: "De algemene financiële en beleidsmatige kaders zijn klaar.",
    R.VOORLOPIGE_JAARREKENING: "De voorlopige jaarrekening van het vorige jaar is klaar.",
    R.ONTWERP_BEGROTING: "De ontwerpbegroting is klaar om te sturen.",
    R.INZAGE: "Elke gemeente legt de ontwerpbegroting ter inzage.",
    R.RAADSVOORSTEL_BEGROTING: "Er is een raadsvoorstel over de zienswijze op de begroting.",
    R.JAARREKENING: "De jaarrekening is vastgesteld. Zij gaat binnen twee weken daarna op de post.",
    R.SCHRIFTELIJK_ANTWOORD: "De raden krijgen schriftelijk antwoord, met redenen, voordat het bestuur vaststelt.",
    R.AANBIEDING: "De zienswijzen zijn bij de ontwerpbegroting gevoegd.",
    R.BEGROTING: "De begroting is klaar om vast te stellen en te sturen.",
}
