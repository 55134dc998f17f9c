"""What a report says, in Dutch sentences: for the command line and for the screen."""

from collections.abc import Iterator
from datetime import date

from desktop.questionnaire.filled import FilledForm, Oddity, OddKind
from desktop.questionnaire.merging import Item, ItemKind, Report
from desktop.questionnaire.questions import DATE_FIELD, FUNCTION_FIELD, ORGANISATION_FIELD, STATEMENT, Part
from models.dossier.base import NoAnswer, NoAnswerKind
from models.dutch import day
from models.knowledge import Knowledge
from models.wording.words import shortened

__all__ = [
    "difference_line",
    "field_words",
    "head_line",
    "item_words",
    "odd_line",
    "organisation_line",
    "report_lines",
    "value_words",
]

_NO_ANSWER = {
    NoAnswerKind.UNKNOWN: "weet ik niet",
    NoAnswerKind.NOT_APPLICABLE: "niet van toepassing",
    NoAnswerKind.LATER: "later invullen",
}
_SHOWN, _ASKED = 70, 80
_PARTS = {Part.ANSWER.value: "antwoord", Part.IMPORTANCE.value: "belang", Part.REMARK.value: "opmerking"}
_WHO = {
    ORGANISATION_FIELD: "Organisatie",
    FUNCTION_FIELD: "Functie",
    DATE_FIELD: "Datum",
}
_ITEMS = {
    ItemKind.ANSWER: "Antwoord",
    ItemKind.IMPORTANCE: "Belang",
    ItemKind.REMARK: "Opmerking",
    ItemKind.TEXT: "Vraag",
    ItemKind.RESPONDENT: "Wie antwoordt",
    ItemKind.DATE: "Datum",
}


def value_words(value: object) -> str:
    """A value as people read it, on one line, shortened."""
    if isinstance(value, NoAnswer):
        return _NO_ANSWER[value.no_answer]
    if isinstance(value, date):
        return day(value)
    if isinstance(value, str):
        return f"“{shortened(value, _SHOWN)}”"
    return str(value)


def item_words(item: Item) -> str:
    """What an item is about: "Belang bij “Gaat de samenwerking ook beleid maken?”"."""
    words = _ITEMS[item.kind]
    return f"{words} bij “{shortened(item.question, _ASKED)}”" if item.question else words


def difference_line(item: Item) -> str:
    """What the dossier has and what the form says."""
    there, here = value_words(item.before), value_words(item.value)
    return f"{item_words(item)}: in het dossier staat {there}, in het formulier {here}."


def field_words(field: str, knowledge: Knowledge) -> str:
    """Which field that is; a field that is not ours goes by its name."""
    if field in _WHO:
        return _WHO[field]
    kind, _, rest = field.partition(".")
    name, _, part = rest.partition(".")
    if kind == STATEMENT:
        found = next((row for row in knowledge.criterion.values() if row.id.value == name), None)
        if found is not None and (part in _PARTS or not part):
            return f"Stelling “{found.label}”" + (f", {_PARTS[part]}" if part else "")
    asked = knowledge.questionnaire
    for question in (*asked.interview, *asked.empathy_map):
        if question.id == rest:
            return f"Vraag “{shortened(question.text, _ASKED)}”"
    return f"Veld “{shortened(field, _ASKED)}”"


def odd_line(oddity: Oddity, knowledge: Knowledge) -> str:
    """What is the matter with a field, and what the program did."""
    if oddity.kind is OddKind.SECOND_LAYER:
        return "Dit formulier heeft een tweede laag (XFA). Alleen de gewone velden zijn gelezen."
    where, shown = field_words(oddity.field, knowledge), oddity.shown
    match oddity.kind:
        case OddKind.TWO_VALUES:
            return f"{where}: er staan twee verschillende waarden ({shown}). Niet overgenomen."
        case OddKind.NO_DATE:
            return f"{where}: “{shown}” is geen datum zoals 5 maart 2026. Niet overgenomen."
        case OddKind.TOO_LONG:
            return f"{where}: de tekst is langer dan 200.000 tekens. Niet overgenomen."
        case OddKind.SIGNS_LEFT_OUT:
            return f"{where}: er stonden tekens in die geen tekst zijn. Die zijn weggelaten."
        case OddKind.UNKNOWN_FIELD:
            return f"{where}: dit veld hoort niet bij de vragenlijst. Niet overgenomen."
        case _:
            return f"{where}: “{shown}” kan hier niet. Niet overgenomen."


def head_line(report: Report) -> str:
    """How complete the form is."""
    return (
        f"{report.name}: {report.answered} van de {report.statements} stellingen beantwoord, "
        f"{report.written} van de {report.questions} vragen."
    )


def report_lines(report: Report, knowledge: Knowledge) -> Iterator[str]:
    """Everything that a person must know, one sentence or two a line; the differences are not among them."""
    if report.taken:
        yield _counted(len(report.taken), "antwoord is nieuw", "antwoorden zijn nieuw")
    if report.same:
        yield _counted(report.same, "antwoord stond al zo in het dossier", "antwoorden stonden al zo in het dossier")
    if not report.taken and not report.same and not report.differs:
        yield "In dit formulier is niets ingevuld."
    for name in report.changed:
        yield f"{field_words(name, knowledge)}: deze vraag is intussen veranderd. Niet overgenomen."
    if report.other_knowledge and not report.changed:
        yield "Dit formulier is van een eerdere versie van het programma. De vragen zijn niet veranderd."
    for words in report.full:
        yield f"Opmerking bij “{shortened(words, _ASKED)}”: daar is geen ruimte meer. Niet overgenomen."
    for oddity in report.odd:
        yield odd_line(oddity, knowledge)


def _counted(number: int, one: str, more: str) -> str:
    return f"{number} {one if number == 1 else more}."


def organisation_line(filled: FilledForm) -> str:
    """Which organisation says that it filled in a form that was for anybody; empty where it does not say."""
    return f"Ingevuld door “{shortened(filled.organisation, _SHOWN)}”." if filled.organisation else ""
