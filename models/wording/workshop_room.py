"""Pages around the rounds: the opening, the rules, the script, what is agreed and parked, the netwerkopstelling.

No page names a deelnemer: where an agreement is for somebody, the room sees a function or organisation, or "een
deelnemer".
"""

import re
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal

from models.dossier import Dossier
from models.dossier.explore import KrachtenveldSection, Placed
from models.dutch import day
from models.figures.answers import name_of
from models.figures.network import Spot, place_at, places
from models.knowledge import Knowledge
from models.vocabulary import StepId
from models.wording.words import counted, first_upper, number_words, sentence
from models.wording.workshop_words import SESSION, rule_words, step_title
from models.workshop.pages import Board, Figurine, Listed, Setup, Words
from models.workshop.records import Agreement, Snapshot, Workshop
from models.workshop.room import Room

__all__ = [
    "agreements_page",
    "opening_page",
    "parked_page",
    "room_page",
    "rules_page",
    "script_page",
    "setup_page",
    "snapshot_of",
]

_BOARD = (640.0, 378.0)
"""The size at which those whom nobody placed get a place: the shape of a board on the beamer."""
_SOMEBODY = "een deelnemer"
_MOST_BOARDS = 2


# --- before and around the rounds


def opening_page(dossier: Dossier, workshop: Workshop) -> Words:
    """What this werksessie is, what it is for, and how many take part."""
    when = day(workshop.held_on) if workshop.held_on is not None else ""
    title = workshop.name.strip() or dossier.title.strip() or SESSION
    return Words(SESSION, when, title, sentence(workshop.aim), " ".join(_attendance(workshop)))


def _attendance(workshop: Workshop) -> Iterator[str]:
    present = [one for one in workshop.participants if one.present]
    if present:
        partners = len({one.partner for one in present if one.partner is not None})
        of = f", van {counted(partners, 'partner', 'partners')}" if partners else ""
        yield f"{first_upper(counted(len(present), 'deelnemer', 'deelnemers'))}{of}."
    if workshop.place.strip():
        yield sentence(f"Plaats: {workshop.place}")


def rules_page(knowledge: Knowledge, workshop: Workshop) -> Listed:
    """What the facilitator reads aloud before the first vote, with the rule for agreement."""
    rows = (*knowledge.workshop.rules, rule_words(workshop.rule))
    return Listed(SESSION, "Stemmen", "Zo stemt u", rows)


def script_page(knowledge: Knowledge, step: StepId) -> Listed:
    """What the room does with a step, or why it is prepared beforehand."""
    part, title = knowledge.workshop.part(step), step_title(knowledge, step)
    if part.beforehand is not None:
        return Listed(title, "Vooraf", part.aim, (part.beforehand,))
    return Listed(title, f"Ongeveer {part.minutes} minuten", part.aim, part.method, note=part.ready or "")


def room_page(knowledge: Knowledge, room: Room) -> Words:
    """A line to read aloud at the back, and how large it is."""
    legible = knowledge.workshop.legible
    note = f"De letters zijn {_tenth(room.share)}% van de hoogte van het beeld."
    if room.too_far:
        note += " De achterste rij zit te ver weg. Zet de stoelen dichterbij of maak het beeld groter."
    return Words(SESSION, "Proef voor de zaal", legible.question, legible.text, note)


def _tenth(share: Decimal) -> str:
    return number_words(share.quantize(Decimal("0.1"), ROUND_HALF_UP))


# --- what is kept in words


def agreements_page(workshop: Workshop) -> Listed:
    """What was agreed: who does it, and when."""
    rows = tuple(_agreement(workshop, one) for one in workshop.agreements if one.text.strip())
    return Listed(SESSION, "", "Afspraken", rows, note="" if rows else "Er zijn nog geen afspraken.")


def _agreement(workshop: Workshop, one: Agreement) -> str:
    parts = [_told(one.text, workshop)]
    if one.owner.strip():
        parts.append(sentence(f"Wie: {_owner(one.owner.strip(), workshop)}"))
    if one.due is not None:
        parts.append(sentence(f"Wanneer: {day(one.due)}"))
    return " ".join(parts)


def parked_page(workshop: Workshop) -> Listed:
    """The points for later that are still there."""
    rows = tuple(_told(one.text, workshop) for one in workshop.parked if one.text.strip() and not one.done)
    done = sum(one.done for one in workshop.parked)
    note = f"Al besproken: {done}." if done else ""
    return Listed(SESSION, "", "Voor later", rows, note=note if rows else f"Er staat niets open. {note}".strip())


def _told(text: str, workshop: Workshop) -> str:
    """What was typed as a sentence, with "een deelnemer" for a whole name.

    A name of one word is left: it may be a pseudonym that is a common word, such as "griffier".
    """
    names = {" ".join(one.name.split()) for one in workshop.participants}
    for name in sorted((name for name in names if " " in name), key=len, reverse=True):
        text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _SOMEBODY, text, flags=re.IGNORECASE)
    return first_upper(sentence(text))


def _owner(text: str, workshop: Workshop) -> str:
    """Who does it: a function or organisation; for anybody who takes part only that it is one of them."""
    words = {word.casefold() for word in _WORD.findall(text)}
    names = [one.name for one in workshop.participants]
    said = {word.casefold() for name in names for word in _WORD.findall(name) if word[:1].isupper()}
    whole = {name.strip().casefold() for name in names}
    return _SOMEBODY if words & said or text.casefold() in whole else text


_WORD = re.compile(r"\w{2,}")


# --- netwerkopstelling


def setup_page(dossier: Dossier, snapshots: tuple[Snapshot, ...] = ()) -> Setup:
    """The krachtenveld as it stands, or one or two moments of before beside each other.

    Raises ``ValueError`` for more than two, for which there is no room.
    """
    if len(snapshots) > _MOST_BOARDS:
        raise ValueError(len(snapshots))
    section = dossier.krachtenveld
    boards = tuple(_board_of(one, number) for number, one in enumerate(snapshots)) or (_live(section),)
    empty = not any(board.figurines for board in boards)
    note = "Er staat nog niemand." if empty else "Dicht bij het midden betekent: sterk betrokken."
    return Setup("Krachtenveld", "Netwerkopstelling", "Wie staat waar?", boards, note)


def snapshot_of(dossier: Dossier, *, id: str, name: str, taken: datetime) -> Snapshot:  # noqa: A002 - as the record
    """The netwerkopstelling as it stands now, those whom nobody placed in their usual place."""
    section = dossier.krachtenveld
    names = {one.id: one.name for one in section.stakeholders}
    return Snapshot(id=id, name=name, taken=taken, places=_places(section), names=names, lines=_lines(section))


def _live(section: KrachtenveldSection) -> Board:
    found, names = _places(section), {one.id: one.name for one in section.stakeholders}
    return Board("Nu", _figurines(found, names), _lines(section))


def _board_of(snapshot: Snapshot, number: int) -> Board:
    known = snapshot.places.keys()
    lines = tuple(line for line in snapshot.lines if line[0] in known and line[1] in known)
    caption = snapshot.name.strip() or f"Opstelling {number + 1}"
    return Board(caption, _figurines(snapshot.places, snapshot.names), lines)


def _figurines(found: Mapping[str, Placed], names: Mapping[str, str]) -> tuple[Figurine, ...]:
    # Zero degrees is what a place has when nobody turned it (as in the figure of the step).
    return tuple(
        Figurine(key, name_of(names.get(key, "")), place.x / 1000, place.y / 1000, place.degrees or None)
        for key, place in found.items()
    )


def _places(section: KrachtenveldSection) -> dict[str, Placed]:
    spots = places(section, *_BOARD)
    return {one.id: one.place or _usual(spots[one.id]) for one in section.stakeholders}


def _usual(spot: Spot) -> Placed:
    across, down = place_at(spot.x, spot.y, *_BOARD)
    return Placed(x=across, y=down)


def _lines(section: KrachtenveldSection) -> tuple[tuple[str, str], ...]:
    """Who is connected, each pair once."""
    known = {one.id for one in section.stakeholders}
    pairs: dict[frozenset[str], tuple[str, str]] = {}
    for relation in section.relations:
        pair = relation.source, relation.target
        if pair[0] != pair[1] and known.issuperset(pair):
            pairs.setdefault(frozenset(pair), pair)
    return tuple(pairs.values())
