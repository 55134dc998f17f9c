"""Going on as now: the choice that is always there, with what speaks for and against it from the dossier."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.tree import Block, BulletList, LabelledParagraph, Paragraph, plain
from models.wording.advice import AS_NOW_PRO
from models.wording.words import sentence, shortened

__all__ = ["as_now_blocks"]

_TEXT, _GOAL, _GOALS = 1200, 200, 7
_ASK = "Vraag bij elk doel of het ook lukt als er niets verandert:"


def as_now_blocks(brief: Brief) -> Iterator[Block]:
    """What happens then, the goals, the money; no score, because no statement asks about it."""
    told = shortened(brief.dossier.vorm.go_on_as_now, _TEXT)
    happens = sentence(told) if told else "Nog niet beschreven. Schrijf op wat er gebeurt als er niets verandert."
    yield LabelledParagraph("Wat er dan gebeurt", plain(happens))
    yield LabelledParagraph("Wat ervoor spreekt", plain(AS_NOW_PRO))
    if text := _money(brief):
        yield LabelledParagraph("Het geld", plain(text))
    goals = [goal.text for goal in brief.dossier.doelen.goals if goal.text.strip()]
    if goals:
        yield Paragraph(plain(_ASK), leads=True)
        yield BulletList(tuple(plain(sentence(shortened(goal, _GOAL))) for goal in goals[:_GOALS]))


def _money(brief: Brief) -> str:
    agreed = brief.agreed
    if agreed is None or Chapter.COSTS not in agreed.chapters or agreed.costs.choice is None:
        return ""
    from desktop.report.content.costs_words import costs_key

    return f"{costs_key(agreed)} Hoofdstuk {brief.letters[Chapter.COSTS]} vergelijkt elk bedrag met nu."
