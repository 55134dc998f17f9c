"""Pages of the naslag on the werksessie: the script per step, and what a facilitator asks and reads aloud."""

from collections.abc import Iterator, Mapping

from models.dutch import listed
from models.knowledge.loader import Knowledge
from models.knowledge.source_words import notes_of
from models.knowledge.topic import Block, Bullets, Facts, Heading, Paragraph, Topic, TopicKind
from models.knowledge.workshop import ScriptPart, Situation, WorkshopFile
from models.vocabulary import SubjectKind

__all__ = ["BUILDERS"]

_VOTES: Mapping[SubjectKind, str] = {
    SubjectKind.SCORE: "de stellingen",
    SubjectKind.IMPORTANCE: "het belang van een stelling",
    SubjectKind.FACTOR: "de factoren",
    SubjectKind.INFLUENCE: "de invloed van een belanghebbende",
    SubjectKind.INTEREST: "het belang van een belanghebbende",
    SubjectKind.DOTS: "een lijst, met punten",
}
_SITUATIONS: Mapping[Situation, str] = {
    Situation.FAR_APART: "De antwoorden liggen ver uit elkaar",
    Situation.NEARLY: "Bijna eens",
    Situation.AGREED: "Eens",
    Situation.TOO_FEW: "Te weinig antwoorden",
    Situation.TWO_CAMPS: "Twee groepen, met weinig daartussen",
    Situation.PARTNERS: "De partners verschillen",
}


def _script(knowledge: Knowledge) -> Iterator[Topic]:
    for part in knowledge.workshop.script:
        title = f"Draaiboek: {knowledge.step[part.id].title}"
        body, notes = tuple(_part(part)), notes_of(knowledge, (part,))
        yield Topic(f"workshop:{part.id}", TopicKind.WORKSHOP, title, body, notes, (f"step:{part.id}",))


def _part(part: ScriptPart) -> Iterator[Block]:
    yield Paragraph(part.aim)
    if part.beforehand is not None:
        yield Facts((("Vooraf", part.beforehand),))
        return
    yield Bullets(part.method)
    votes = listed([_VOTES[kind] for kind in part.votes])
    yield Facts((("Tijd", f"{part.minutes} minuten"), *((("Stem over", votes),) if votes else ())))
    if part.talk:
        yield Heading("Praat hierover")
        yield Bullets(part.talk)
    yield Paragraph(part.ready or "")


def _aids(knowledge: Knowledge) -> Iterator[Topic]:
    held = knowledge.workshop
    for key, title, body in (
        ("stemmen", "Stemmen in een werksessie", _voting(knowledge)),
        ("gesprek", "Praten over een uitslag", _talk(held)),
        ("zaal", "De klok, de lijsten en de zaal", _room(held)),
    ):
        yield Topic(f"workshop:{key}", TopicKind.WORKSHOP, title, tuple(body), (), ("term:delphi",))


def _voting(knowledge: Knowledge) -> Iterator[Block]:
    held = knowledge.workshop
    yield Heading("Afspraken")
    yield Bullets(held.rules)
    yield Heading("Bij elke stelling")
    yield Facts(tuple((knowledge.criterion[key].label, text) for key, text in held.prompts.items()))
    yield Heading("Bij elke soort stem")
    yield Facts(tuple((_first_upper(_VOTES[kind]), text) for kind, text in held.kind_prompts.items()))


def _talk(held: WorkshopFile) -> Iterator[Block]:
    for talk in held.talk:
        yield Heading(_SITUATIONS[talk.id])
        yield Bullets(talk.lines)


def _room(held: WorkshopFile) -> Iterator[Block]:
    yield Heading("De klok")
    yield Facts(tuple((timer.name, timer.text) for timer in held.timers))
    rows = ((row.name, listed([timer.name for timer in held.clocks(row)])) for row in held.sequences)
    yield Facts(tuple(rows))
    yield Heading("Lijsten om punten aan te geven")
    yield Facts(tuple((row.title, row.hint) for row in held.dot_lists))
    yield Heading("Rollen")
    yield Bullets(tuple(role.name for role in held.roles))
    yield Heading(held.legible.question)
    yield Paragraph(held.legible.text)


def _first_upper(text: str) -> str:
    return text[:1].upper() + text[1:]


BUILDERS = (_script, _aids)
"""Each gives pages of the shelf."""
