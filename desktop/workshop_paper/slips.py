"""What stands on the voting sheets: for each code a slip with the same questions, and no name.

What people tick is typed in afterwards, by the code. The slips come in an order that a given source of chance makes, so
that their order tells nothing of whose they are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from random import Random
from typing import NamedTuple

from desktop.report.tree import Meta
from models.dossier import canonical_json, sha256
from models.dutch import day
from models.knowledge import Knowledge
from models.wording.words import code_of, counted, shortened
from models.workshop.records import Subject, SubjectKind
from models.workshop.subjects import scale_of

__all__ = ["NO_ANSWER", "DotList", "Question", "Sheets", "voting_sheets"]

NO_ANSWER = "geen antwoord"
_KIND = "Stembriefjes"
_TITLE, _QUESTION, _WORDS, _OPTION = 120, 300, 60, 200
_NOT_NAMED = "Uw naam staat nergens op."
_CROSS = "Zet bij elke vraag een kruis door één rondje."
_DOTS = "Zet uw stippen in de vakken."
_EMPTY = {
    "codes": "Er zijn nog geen codes. Voeg eerst deelnemers toe.",
    "subjects": "Er is niets gekozen om over te stemmen. Kies eerst een onderwerp.",
}


class Question(NamedTuple):
    """A question with a circle for each of ``answers``; ``low`` and ``high``: words beside the first and the last."""

    text: str
    answers: tuple[str, ...]
    low: str
    high: str


class DotList(NamedTuple):
    """A list to put dots on; ``told``: how many there are to give."""

    text: str
    told: str
    options: tuple[str, ...]


@dataclass(frozen=True)
class Sheets:
    """``codes``: of the slips, in the order in which they are printed; ``asked``: what stands on each of them.

    ``fill_in``: how, in one line; ``nothing``: why there are no slips, empty where there are.
    """

    meta: Meta
    title: str
    codes: tuple[str, ...]
    fill_in: str
    asked: tuple[Question | DotList, ...]
    nothing: str = ""


def voting_sheets(
    subjects: Sequence[Subject],
    codes: Sequence[str],
    knowledge: Knowledge,
    title: str,
    *,
    dated: date,
    random: Random,
) -> Sheets:
    """A slip for each of ``codes`` with all of ``subjects``, in an order that ``random`` makes.

    ``title``: of the werksessie. The code in the properties of the file follows from title and subjects alone.
    """
    shuffled = list(dict.fromkeys(codes))
    random.shuffle(shuffled)
    asked = tuple(_asked(subjects, knowledge))
    nothing = _EMPTY["codes"] if not shuffled else _EMPTY["subjects"] if not asked else ""
    return Sheets(_meta(subjects, title, dated), shortened(title, _TITLE), tuple(shuffled), _how(asked), asked, nothing)


def _meta(subjects: Sequence[Subject], title: str, dated: date) -> Meta:
    content_hash = sha256(
        canonical_json({"title": title, "subjects": [one.model_dump(mode="json") for one in subjects]})
    )
    name = shortened(title, 300)
    return Meta(
        title=f"{_KIND}: {name}" if name else _KIND,
        kind=_KIND,
        status="",
        version="",
        dated=day(dated),
        code=code_of(content_hash),
        content_hash=content_hash,
    )


def _how(asked: Sequence[Question | DotList]) -> str:
    kinds = [words for words, kind in ((_CROSS, Question), (_DOTS, DotList)) if any(isinstance(o, kind) for o in asked)]
    return " ".join((*kinds, _NOT_NAMED))


def _asked(subjects: Sequence[Subject], knowledge: Knowledge) -> Iterator[Question | DotList]:
    for subject in subjects:
        text = shortened(subject.title, _QUESTION) or "Vraag zonder tekst"
        if subject.kind is SubjectKind.DOTS:
            options = tuple(shortened(option.text, _OPTION) or "zonder naam" for option in subject.options)
            dots = counted(subject.dots, "stip", "stippen")
            yield DotList(text, f"U hebt {dots}. U mag ze verdelen of bij elkaar zetten.", options)
        else:
            low, high = subject.scale
            words = (shortened(word, _WORDS) for word in _ends(subject, knowledge))
            yield Question(text, tuple(str(value) for value in range(low, high + 1)), *words)


def _ends(subject: Subject, knowledge: Knowledge) -> tuple[str, str]:
    """The words at both ends; empty where the knowledge does not have the statement (any more)."""
    try:
        scale = scale_of(subject, knowledge)
    except (KeyError, ValueError):
        return "", ""
    return scale.low_short, scale.high_short
