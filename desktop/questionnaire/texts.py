"""The fixed words of the questionnaire, for a partner who knows nothing of the program (B1)."""

__all__ = [
    "ANSWER_HELP",
    "DATE",
    "EMPATHY_LEAD",
    "EMPATHY_TITLE",
    "FUNCTION",
    "HOW_LABEL",
    "HOW_LINES",
    "IMPORTANCE",
    "INTERVIEW_LEAD",
    "INTERVIEW_TITLE",
    "KIND",
    "LEAD",
    "NOT_APPLICABLE_WORDS",
    "ORGANISATION",
    "REMARK",
    "STATEMENTS_LEAD",
    "STATEMENTS_TITLE",
    "TITLE",
    "UNKNOWN_WORDS",
]

KIND = "Vragenlijst voor een partner"
TITLE = "Wat wilt u samen doen?"
LEAD = "Met uw antwoorden bereiden wij de werksessie voor. Geef het antwoord van uw organisatie."

HOW_LABEL = "Zo vult u in"
HOW_LINES = (
    "U hoeft niet alles in te vullen. Wat u leeg laat, blijft leeg in het dossier.",
    "Bewaar het formulier daarna als pdf en stuur het terug. "
    "Druk het niet af naar een nieuwe pdf: dan gaan de velden verloren.",
    "Invullen op papier kan ook. Iemand typt uw antwoorden dan over.",
    "Uw antwoorden en opmerkingen komen met de naam van uw organisatie in het dossier. "
    "Noem daarom geen namen van personen.",
)

ORGANISATION = "Uw organisatie"
FUNCTION = "Uw functie (geen naam)"
DATE = "Datum, zoals 5 maart 2026"

STATEMENTS_TITLE = "Deel 1: de stellingen"
STATEMENTS_LEAD = (
    "Kies bij elke stelling een plek van\N{NO-BREAK SPACE}1 tot en\N{NO-BREAK SPACE}met\N{NO-BREAK SPACE}5. "
    "Bij\N{NO-BREAK SPACE}1, 3 en\N{NO-BREAK SPACE}5 staat wat die plek betekent."
)
ANSWER_HELP = (
    "Vul bij belang een getal in van 0 tot en met\N{NO-BREAK SPACE}10. "
    "Bij\N{NO-BREAK SPACE}0 telt de stelling niet mee. 10\N{NO-BREAK SPACE}is heel belangrijk."
)
UNKNOWN_WORDS = "weet ik niet"
NOT_APPLICABLE_WORDS = "niet van toepassing"
IMPORTANCE = "Belang, 0 tot en met 10"
REMARK = "Opmerking"

INTERVIEW_TITLE = "Deel 2: vragen over de samenwerking"
INTERVIEW_LEAD = "Een paar zinnen per vraag is genoeg. Past uw tekst niet in het vak, typ dan door."
EMPATHY_TITLE = "Deel 3: hoe uw organisatie ernaar kijkt"
EMPATHY_LEAD = "Met deze vragen begrijpen de partners elkaar beter."
