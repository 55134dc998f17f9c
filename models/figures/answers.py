"""Answers in words, for the cells of a twin and for what a figure cannot draw."""

from collections.abc import Mapping

from models.dossier.base import Answer, NoAnswer, NoAnswerKind
from models.dossier.explore import Participation
from models.figures.metrics import BODY, fitted

__all__ = ["PARTICIPATION_WORDS", "answer_words", "name_of", "short_name"]

_MISSING: Mapping[NoAnswerKind, str] = {
    NoAnswerKind.UNKNOWN: "weet ik niet",
    NoAnswerKind.NOT_APPLICABLE: "niet van toepassing",
    NoAnswerKind.LATER: "later invullen",
}

PARTICIPATION_WORDS: Mapping[Participation, str] = {part: part.value for part in Participation}


def answer_words(answer: Answer[object], missing: str = "niet ingevuld") -> str:
    """The answer as text, or which kind of "no answer" it is; ``missing``: what an empty place says."""
    if isinstance(answer, NoAnswer):
        return _MISSING[answer.no_answer]
    return missing if answer is None else str(answer)


_WORDS = 8


def name_of(name: str) -> str:
    """What a person typed, on one line; a nameless thing says so."""
    return " ".join(name.split()) or "Zonder naam"


def short_name(name: str, room: float = 320.0) -> str:
    """The same, cut for the middle of a sentence: at most so many points and words."""
    words = name_of(name).split()
    cut = " ".join(words[:_WORDS]) + ("…" if len(words) > _WORDS else "")
    return fitted(cut, BODY, room)
