"""What a check of a PDF found, in Dutch: a headline, sentences below it, and facts for a table. Plain text.

What only the file itself says is worded as what it says. Names in it come from files that others made: each is one
line without signs that cannot be seen.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from desktop.verify.results import (
    Checked,
    FileKind,
    Held,
    Later,
    MarkState,
    NowState,
    SignatureCheck,
    Verdict,
    Verification,
)
from desktop.verify.signature_words import TRUST, signature_words
from models.dutch import day, listed, whole
from models.storage.records import Adoption

__all__ = ["Fact", "Tone", "Worded", "one_line", "worded"]


class Tone(StrEnum):
    """How the outcome is shown; the word beside it says the same."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    INFO = "info"


@dataclass(frozen=True)
class Fact:
    """A row of the table."""

    label: str
    text: str


@dataclass(frozen=True)
class Worded:
    """``word``: the outcome in a word or two; ``headline``: in a sentence; ``lines``: what else there is to say."""

    tone: Tone
    word: str
    headline: str
    lines: tuple[str, ...]
    facts: tuple[Fact, ...]

    def as_text(self) -> str:
        """All of it, to copy."""
        rows = (f"{fact.label}: {fact.text}" for fact in self.facts)
        return "\n".join((self.headline, *self.lines, "", *rows))


_WORDS: Mapping[Verdict, tuple[Tone, str, str]] = {
    Verdict.SIGNATURE_MISSING: (
        Tone.WARN,
        "Let op",
        "In dit bestand ontbreekt een ondertekening die Mijn dossiers wel kent.",
    ),
    Verdict.EQUAL: (Tone.GOOD, "In orde", "Dit bestand is gelijk aan wat Mijn dossiers heeft gemaakt."),
    Verdict.SIGNATURE_BROKEN: (Tone.BAD, "Klopt niet", "Na de ondertekening is dit bestand veranderd."),
    Verdict.SIGNED_SINCE: (
        Tone.GOOD,
        "In orde",
        "Dit bestand is ondertekend, en verder gelijk aan wat Mijn dossiers heeft gemaakt.",
    ),
    Verdict.STAMPED: (
        Tone.WARN,
        "Let op",
        "Dit bestand is ondertekend, maar ook op een plek die daar niet voor was gemaakt.",
    ),
    Verdict.ADDED: (Tone.BAD, "Veranderd", "Aan dit bestand is iets toegevoegd nadat Mijn dossiers het maakte."),
    Verdict.DIFFERENT: (Tone.BAD, "Niet gelijk", "Dit bestand is geen van de bestanden die Mijn dossiers maakte."),
    Verdict.SIGNATURES_HOLD: (Tone.GOOD, "Ondertekening klopt", "Na de laatste ondertekening is niets veranderd."),
    Verdict.UNKNOWN: (
        Tone.INFO,
        "Niet te zeggen",
        "Dit bestand noemt een dossier van Vormwijzer, maar is hier nergens mee te vergelijken.",
    ),
    Verdict.FOREIGN: (Tone.INFO, "Ander programma", "Deze pdf komt niet uit Vormwijzer."),
}
_UNREADABLE: Mapping[FileKind, str] = {
    FileKind.NOT_PDF: "Dit bestand is geen pdf.",
    FileKind.DAMAGED: "Dit bestand is beschadigd en niet te lezen.",
    FileKind.ENCRYPTED: "Dit bestand is versleuteld. Het programma heeft het niet geopend.",
    FileKind.TOO_LARGE: "Dit bestand is te groot om te controleren.",
    FileKind.TOO_COMPLEX: "Dit bestand is te ingewikkeld opgebouwd om veilig te lezen.",
}
_KINDS = {
    "advies": "Advies over samenwerking",
    "oplegnotitie": "Oplegnotitie voor de raad",
    "werksessie": "Verslag van de werksessie",
    "akkoordblad": "Akkoordblad",
}
_SINCE = {
    Later.NOTHING: "Daarna is niets toegevoegd.",
    Later.SIGNATURES: "Daarna kwamen alleen ondertekeningen. Aan de bladzijden is verder niets veranderd.",
    Later.PLACED: "Daarna kwamen alleen ondertekeningen, ook op een plek die er eerst niet was.",
    Later.FORM: "Daarna zijn velden ingevuld.",
    Later.OTHER: "Daarna is iets anders toegevoegd, zoals tekst of een bladzijde.",
    Later.UNKNOWN: "Wat daarna is toegevoegd, is hier niet te zeggen.",
}
_LONGEST = 120
_NAMED = 2
"""Of more empty fields only the number is said."""


def one_line(text: str) -> str:
    """``text`` on one line, without signs that cannot be seen, and not longer than one reads."""
    kept = (" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in text[: 4 * _LONGEST])
    line = " ".join("".join(kept).split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def worded(found: Verification) -> Worded:
    """The words for ``found``."""
    tone, word, headline = _headline(found)
    lines = tuple(
        line
        for part in (_damage, _library, _document, _start, _stamped, _comparison, _missing, _signatures, _fields)
        for line in part(found)
    )
    return Worded(tone, word, headline, lines, tuple(_facts(found)))


def _headline(found: Verification) -> tuple[Tone, str, str]:
    if found.verdict is Verdict.UNREADABLE:
        return Tone.BAD, "Niet te controleren", _UNREADABLE.get(found.file.kind, _UNREADABLE[FileKind.DAMAGED])
    tone, word, headline = _WORDS[found.verdict]
    if found.verdict is Verdict.EQUAL and found.known_signed:
        headline = "Dit is het ondertekende bestand dat Mijn dossiers kent."
    elif found.verdict is Verdict.ADDED and found.signatures.since_start is Later.UNKNOWN:
        tone, word = Tone.WARN, "Let op"
    elif found.verdict is Verdict.FOREIGN and found.file.mark_state is MarkState.FAULTY:
        headline = "Het kenmerk van Vormwijzer in dit bestand is niet te lezen."
    elif found.verdict is Verdict.SIGNATURE_BROKEN:
        headline = _broken(found.signatures.checks)
    return tone, word, headline


def _broken(checks: tuple[SignatureCheck, ...]) -> str:
    bad = [check for check in checks if not check.holds]
    if bad and all(not check.readable for check in bad):
        return "Een ondertekening in dit bestand is niet te controleren."
    if bad and all(check.intact and check.weak for check in bad):
        return "Een ondertekening in dit bestand gebruikt een techniek die niet meer veilig is."
    return _WORDS[Verdict.SIGNATURE_BROKEN][2]


def _damage(found: Verification) -> Iterator[str]:
    if found.file.repaired:
        yield "Het bestand is beschadigd. Het programma las wat er nog te lezen was."


def _library(found: Verification) -> Iterator[str]:
    if found.library_fault:
        yield found.library_fault
        yield "De controle ging zonder Mijn dossiers verder."
    elif not found.library_used and found.verdict is not Verdict.UNREADABLE:
        yield "Op deze computer staat nog geen Mijn dossiers om mee te vergelijken."


def _document(found: Verification) -> Iterator[str]:
    held, mark = found.held, found.file.mark
    if held is not None:
        yield from _of_held(found, held)
    elif mark is not None and found.library_used:
        yield f"Het bestand noemt het dossier met nummer {mark.dossier}. Dat staat niet in Mijn dossiers."
    elif mark is not None:
        version = f"versie {mark.version}" if mark.version is not None else "een concept"
        yield f"Het bestand zegt dat het {version} is van het dossier met nummer {mark.dossier}."


def _of_held(found: Verification, held: Held) -> Iterator[str]:
    title = f"“{one_line(held.title)}”" if held.title else "een dossier dat niet te lezen is"
    number = held.version.number if held.version is not None else None
    what = f"versie {number}" if number is not None else "een concept"
    if held.proven:
        adopted = _adopted(held.adoptions)
        yield f"Dit is {what} van {title}{f', {adopted}' if adopted else ''}."
    else:
        claimed = found.file.mark.version if found.file.mark is not None else None
        said = f"versie {claimed}" if claimed is not None else "een concept"
        yield f"Het bestand zegt dat het {said} is van {title}."
    if held.numbered is not None:
        yield f"Versie {held.numbered.number} in Mijn dossiers heeft een andere inhoud dan dit bestand noemt."
    if held.proven and held.now is NowState.CHANGED:
        yield "Het dossier in Mijn dossiers is daarna veranderd."
    elif held.proven and held.now is NowState.SAME:
        yield "Het dossier in Mijn dossiers heeft nu nog dezelfde inhoud."


def _adopted(adoptions: tuple[Adoption, ...]) -> str:
    if not adoptions:
        return ""
    last = adoptions[-1]
    body = f" door {one_line(last.body)}" if last.body.strip() else ""
    return f"vastgesteld op {day(last.adopted_on)}{body}"


def _start(found: Verification) -> Iterator[str]:
    start = found.start
    if start is None:
        added = found.file.revisions - 1
        if added > 0 and found.verdict in {Verdict.DIFFERENT, Verdict.UNKNOWN, Verdict.FOREIGN}:
            times = "1 keer" if added == 1 else f"{added} keer"
            yield f"Aan het einde van het bestand is {times} iets toegevoegd."
        return
    made = f" van {_moment(start.export.created)}" if start.export is not None else ""
    yield f"De eerste {whole(start.length)} bytes zijn gelijk aan het bestand{made} uit Mijn dossiers."
    yield _SINCE[found.signatures.since_start]


def _stamped(found: Verification) -> Iterator[str]:
    later = (found.signatures.since_start, *(check.later for check in found.signatures.checks))
    if Later.PLACED in later:
        yield "Kijk in het bestand of een ondertekening geen tekst of bedrag bedekt."


def _comparison(found: Verification) -> Iterator[str]:
    held = found.held
    if found.verdict is Verdict.DIFFERENT and held is not None:
        if held.alike:
            files = "1 bestand" if held.alike == 1 else f"{held.alike} bestanden"
            yield f"Van deze inhoud maakte Mijn dossiers {files}. De bytes zijn anders, al is het er maar één."
        else:
            yield "Van de inhoud die dit bestand noemt, maakte Mijn dossiers geen bestand."
        yield "Het bestand is na het maken veranderd, of het is op een andere computer gemaakt."
        yield "Welke van de twee het is, en wat er anders is, is niet te zeggen."
    elif found.verdict is Verdict.UNKNOWN and held is not None:
        yield "Mijn dossiers maakte van dit dossier geen bestand. Of dit bestand veranderd is, is niet te zeggen."
    elif found.verdict is Verdict.UNKNOWN:
        yield "Of het echt uit Vormwijzer komt en of het veranderd is, is niet te zeggen."


def _missing(found: Verification) -> Iterator[str]:
    for signature in found.held.missing if found.held is not None else ():
        role = f" ({one_line(signature.role)})" if signature.role.strip() else ""
        yield f"Mijn dossiers kent een ondertekening van {one_line(signature.name)}{role}, {day(signature.signed_on)}."
        yield "Die staat niet in dit bestand."


def _signatures(found: Verification) -> Iterator[str]:
    count = len(found.file.filled)
    some = "1 ondertekening" if count == 1 else f"{count} ondertekeningen"
    checked, checks = found.signatures.checked, found.signatures.checks
    if checked is Checked.NO_EXTRA:
        yield f"Het bestand bevat {some}: geteld, maar niet gecontroleerd."
        yield "Voor de controle is de uitbreiding “vormwijzer[sign]” nodig."
    elif checked is Checked.UNREADABLE:
        yield (
            f"Het bestand bevat {some}, die niet te controleren is."
            if count == 1
            else (f"Het bestand bevat {some}, die niet te controleren zijn.")
        )
    elif any(check.readable for check in checks):
        yield from TRUST


def _fields(found: Verification) -> Iterator[str]:
    empty = [
        label
        for name, label in zip(found.file.fields, found.file.labels, strict=False)
        if name not in found.file.filled
    ]
    if not empty or found.verdict is Verdict.FOREIGN:
        return
    if len(empty) > _NAMED:
        yield f"Er zijn nog {len(empty)} lege velden om in te ondertekenen."
    else:
        words = "Nog leeg is het veld" if len(empty) == 1 else "Nog leeg zijn de velden"
        yield f"{words} {listed([f'“{one_line(label)}”' for label in empty])}."


def _facts(found: Verification) -> Iterator[Fact]:
    held, mark, file = found.held, found.file.mark, found.file
    if held is not None:
        yield Fact("Dossier", one_line(held.title) or "niet te lezen")
    if mark is not None:
        yield Fact("Nummer van het dossier", mark.dossier)
        yield Fact("Document", _KINDS.get(mark.kind, mark.kind))
        yield Fact("Versie volgens het bestand", str(mark.version) if mark.version is not None else "concept")
    if held is not None and held.version is not None:
        yield Fact("Versie in Mijn dossiers", f"{held.version.number}: {one_line(held.version.name)}".rstrip(": "))
    for adoption in held.adoptions if held is not None else ():
        number = f", nummer {one_line(adoption.number)}" if adoption.number.strip() else ""
        yield Fact("Vastgesteld", f"{day(adoption.adopted_on)}, {one_line(adoption.body)}{number}")
    content = held.content_hash if held is not None else mark.content_hash if mark is not None else ""
    if content:
        yield Fact("Controlecode", content[:8])
    if mark is not None:
        about = (("Datum", _dated(mark.dated)), ("Kennis", mark.knowledge), ("Gemaakt met", mark.made_with))
        yield from (Fact(label, one_line(text)) for label, text in about if text.strip())
    noted = found.export or (found.start.export if found.start is not None else None)
    if noted is not None:
        yield Fact("Gemaakt door Mijn dossiers", _moment(noted.created))
    for place, check in enumerate(found.signatures.checks, 1):
        yield Fact(f"Ondertekening {place}", signature_words(check))
    if file.pages is not None:
        yield Fact("Bladzijden", whole(file.pages))
    yield Fact("Grootte", f"{whole(file.size)} bytes")
    yield Fact("SHA-256", file.sha256)


def _dated(text: str) -> str:
    """A day in words where it is written as one; else as it stands there."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def _moment(moment: datetime) -> str:
    here = moment.astimezone()
    return f"{day(here.date())}, {here.hour}.{here.minute:02} uur"
