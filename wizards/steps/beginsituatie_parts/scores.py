"""The scores of structuur, personen and weefsel in words. Without Qt."""

from models.dossier import Dossier
from models.dossier.base import known
from models.dutch import listed
from models.knowledge import Knowledge
from models.vocabulary import Pillar

__all__ = ["SCORE_WORDS", "conclusion", "scores_of"]

SCORE_WORDS = {
    1: "staat samenwerking in de weg",
    2: "helpt weinig",
    3: "helpt soms",
    4: "helpt meestal",
    5: "draagt de samenwerking",
}
"""What a score means."""

_STRONG, _WEAK, _FAR = 4, 2, 2


def scores_of(dossier: Dossier) -> dict[Pillar, int | None]:
    """The score of each pillar, None where there is none (yet)."""
    pillars = dossier.beginsituatie.pillars
    return {pillar: known(pillars[pillar].score) if pillar in pillars else None for pillar in Pillar}


def conclusion(scores: dict[Pillar, int | None], knowledge: Knowledge) -> str:
    """What the three scores say together, in Dutch; never a total, because the three do not replace each other."""
    names = {text.id: text.name for text in knowledge.steering.pillars}
    given = {pillar: score for pillar, score in scores.items() if score is not None}
    if not given:
        return "Geef elk van de drie een score. Dan staat hier wat opvalt."
    said = []
    if len(given) < len(scores):
        open_ones = [names[pillar].lower() for pillar in scores if pillar not in given]
        said.append(f"Nog geen score: {listed(open_ones)}.")
    high, low = max(given.values()), min(given.values())
    if len(given) > 1 and high == low:
        said.append(f"De scores zijn gelijk: {high} van 5.")
    elif len(given) > 1:
        said.append(f"Het sterkst: {_which(given, high, names)} ({high} van 5).")
        said.append(f"Het zwakst: {_which(given, low, names)} ({low} van 5).")
    said.extend(_advice(given, high, low, names))
    return " ".join(said)


def _which(given: dict[Pillar, int], score: int, names: dict[Pillar, str]) -> str:
    return listed([names[pillar].lower() for pillar, one in given.items() if one == score])


def _advice(given: dict[Pillar, int], high: int, low: int, names: dict[Pillar, str]) -> list[str]:
    if low <= _WEAK:
        return [f"Werk eerst aan {_which(given, low, names)}."]
    if high - low >= _FAR:
        return [f"Het verschil is groot. Kijk wat {_which(given, low, names)} nodig heeft."]
    if low >= _STRONG and len(given) == len(Pillar):
        return ["U kunt hierop bouwen."]
    return []
