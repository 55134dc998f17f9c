"""Values to and from the words that people read and type: Dutch numbers, money, dates, answers that are missing."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from typing import Any

from models import dutch
from models.dossier import Dossier
from models.dossier.base import NoAnswer, NoAnswerKind
from models.knowledge import Knowledge
from wizards.forms.spec import Field, Kind, Option, options_of

__all__ = ["NO_ANSWER_WORDS", "NUMBER_KINDS", "Unreadable", "decimal_text", "offered", "parse", "shown", "spoken"]

NO_ANSWER_WORDS: Mapping[NoAnswerKind, str] = {
    NoAnswerKind.UNKNOWN: "weet ik niet",
    NoAnswerKind.NOT_APPLICABLE: "niet van toepassing",
    NoAnswerKind.LATER: "later invullen",
}

NUMBER_KINDS = frozenset({Kind.WHOLE, Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.YEAR})
NOT_FILLED_IN = "Niet ingevuld"

_MONTHS = ("jan", "feb", "maart", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_FIRST_YEAR = 1000
_EXAMPLES = {
    Kind.WHOLE: "Vul een geheel getal in, bijvoorbeeld 24.500.",
    Kind.YEAR: "Vul een jaar in, bijvoorbeeld 2027.",
    Kind.NUMBER: "Vul een getal in, bijvoorbeeld 6,5.",
    Kind.MONEY: "Vul een bedrag in, bijvoorbeeld 1.234,56.",
    Kind.PERCENT: "Vul een percentage in, bijvoorbeeld 2,5.",
    Kind.DATE: "Vul een datum in, bijvoorbeeld 5 maart 2026 of 5-3-2026.",
}


class Unreadable(Exception):  # noqa: N818 - it is no fault of the program, only text that is no value (yet)
    """What was typed is no value of this kind. ``advice``: what to type, a Dutch sentence."""

    def __init__(self, advice: str) -> None:
        super().__init__(advice)
        self.advice = advice


def parse(kind: Kind, text: str) -> Any:
    """The value that ``text`` stands for; None for an empty number or date. Raises :class:`Unreadable`."""
    if kind in (Kind.LINE, Kind.AREA):
        return text
    if kind is Kind.LINES:
        return tuple(line for part in text.split("\n") if (line := part.strip()))
    stripped = text.strip()
    if not stripped:
        return None
    if kind is Kind.DATE:
        return _date(re.sub(r"\s+", " ", stripped))
    if kind in NUMBER_KINDS:
        return _number(kind, stripped)
    raise TypeError(f"{kind} is not typed")


def _number(kind: Kind, text: str) -> int | Decimal:
    bare = re.sub(r"[\s\u00a0\u202f€%]", "", text).replace("\u2212", "-").removesuffix(",-")
    grouped = re.fullmatch(r"-?\d{1,3}(\.\d{3})+(,\d+)?", bare)
    if "," in bare and "." in bare and not grouped:
        # "1,234.56" as an English spreadsheet writes it: read as Dutch it would be a thousand times too small.
        raise Unreadable(_EXAMPLES[kind])
    if grouped or "," in bare:
        bare = bare.replace(".", "").replace(",", ".")
    try:
        number = Decimal(bare)
    except InvalidOperation as error:
        raise Unreadable(_EXAMPLES[kind]) from error
    if not number.is_finite() or not re.fullmatch(r"[-+]?\d*\.?\d*", bare):
        raise Unreadable(_EXAMPLES[kind])
    if kind in (Kind.WHOLE, Kind.YEAR):
        if number != number.to_integral_value():
            raise Unreadable(_EXAMPLES[kind])
        return int(number)
    return number


def _date(text: str) -> date:
    day = _day(text)
    if day.year < _FIRST_YEAR:  # "5-3-0026": a slip of the hand
        raise Unreadable(_EXAMPLES[Kind.DATE])
    return day


def _day(text: str) -> date:
    match = re.fullmatch(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})", text)
    named = re.fullmatch(r"(\d{1,2}) ?([a-zé]+)\.? (\d{4})", text.lower())
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    try:
        if iso:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
        if match:
            return date(int(match[3]), int(match[2]), int(match[1]))
        if named:
            word = "maart" if named[2] == "mrt" else named[2]
            month = next(i for i, name in enumerate(_MONTHS, 1) if word.startswith(name))
            return date(int(named[3]), month, int(named[1]))
    except (ValueError, StopIteration) as error:
        raise Unreadable(_EXAMPLES[Kind.DATE]) from error
    raise Unreadable(_EXAMPLES[Kind.DATE])


def decimal_text(number: Decimal | int, places: int | None = None) -> str:
    """``1234.5`` as ``1.234,5``; ``places``: how many decimals at least."""
    value = Decimal(number)
    sign = "-" if value < 0 else ""
    digits = format(abs(value), "f")
    whole, _, rest = digits.partition(".")
    if places is None or len(rest) > places:
        rest = rest.rstrip("0") if places is None else rest
    else:
        rest = rest.ljust(places, "0")
    grouped = re.sub(r"(?<=\d)(?=(\d{3})+$)", ".", whole)
    return sign + grouped + ("," + rest if rest else "")


def shown(kind: Kind, value: object) -> str:
    """The text of ``value`` in an input field; empty for no value and for every kind of "no answer"."""
    if value is None or isinstance(value, NoAnswer):
        return ""
    if kind is Kind.YEAR:
        return str(value)
    if kind is Kind.MONEY and isinstance(value, Decimal):
        return decimal_text(value, 2)
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        return decimal_text(value)
    if isinstance(value, date):
        return dutch.day(value)
    return "\n".join(value) if kind is Kind.LINES and isinstance(value, tuple) else str(value)


def spoken(field: Field, value: object, dossier: Dossier, knowledge: Knowledge) -> str:
    """``value`` in words, for a check page; "Niet ingevuld" where there is nothing."""
    if isinstance(value, NoAnswer):
        return NO_ANSWER_WORDS[value.no_answer].capitalize()
    if value is None or value in ("", ()):
        return NOT_FILLED_IN
    if field.kind in (Kind.YES_NO, Kind.TOGGLE):
        return "Ja" if value else "Nee"
    if field.kind is Kind.CHOICE:
        return _labels(field, (value,), dossier, knowledge)
    if field.kind is Kind.MANY and isinstance(value, Iterable):
        return _labels(field, value, dossier, knowledge)
    text = shown(field.kind, value)
    if field.kind is Kind.SCORE:
        return f"{text} van 5"
    if field.kind is Kind.IMPORTANCE:
        return f"{text} van 10"
    if field.kind is Kind.MONEY:
        return f"€ {text}"
    if field.kind is Kind.PERCENT:
        return f"{text}%"
    return f"{text} {field.unit}" if field.unit else text


def _labels(field: Field, values: Iterable[object], dossier: Dossier, knowledge: Knowledge) -> str:
    keys = tuple(str(value.value) if isinstance(value, Enum) else str(value) for value in values)
    labels = {option.value: option.label for option in offered(field, dossier, knowledge, keys)}
    return dutch.listed([labels[key] for key in keys])


def offered(field: Field, dossier: Dossier, knowledge: Knowledge, held: Iterable[str]) -> tuple[Option, ...]:
    """The choices of a field, and those that were chosen (``held``) before they went, such as a partner that left."""
    options = options_of(field, dossier, knowledge)
    here = {option.value for option in options}
    gone = {p.id: f"{p.name.strip() or 'Partner zonder naam'} (doet niet meer mee)" for p in dossier.partners.partners}
    left = (Option(key, gone.get(key, "Staat niet meer in het dossier")) for key in held if key and key not in here)
    return (*options, *left)
