"""What people do in a netwerkopstelling, as pure changes: connect two, disconnect them, and the words around it."""

from datetime import datetime

from models.dossier import Dossier
from models.dossier.edit import fresh_id, record_added, with_value
from models.dossier.explore import Relation
from models.dutch import day
from models.figures.answers import name_of
from models.wording.workshop import snapshot_of
from models.workshop.records import Snapshot

__all__ = ["NOW", "connected", "disconnected", "looks_at", "neighbours", "photo_words", "standing_now", "taken_words"]

NOW = "nu"
"""The key of the netwerkopstelling as it stands, among the photos."""
_RELATIONS = ("krachtenveld", "relations")
_DIRECTIONS = ("boven", "rechtsboven", "rechts", "rechtsonder", "onder", "linksonder", "links", "linksboven")


def neighbours(dossier: Dossier, key: str) -> tuple[str, ...]:
    """With whom somebody is connected, in the order of the stakeholders."""
    pairs = [{one.source, one.target} for one in dossier.krachtenveld.relations]
    met = {other for pair in pairs if key in pair for other in pair - {key}}
    return tuple(one.id for one in dossier.krachtenveld.stakeholders if one.id in met)


def connected(dossier: Dossier, key: str, other: str) -> Dossier:
    """The next dossier with a line between two; nothing changes where there is one, or for one and the same."""
    if key == other or other in neighbours(dossier, key):
        return dossier
    return record_added(dossier, _RELATIONS, Relation(id=fresh_id(), source=key, target=other))


def disconnected(dossier: Dossier, key: str, other: str) -> Dossier:
    """The next dossier without any line between two."""
    kept = tuple(one for one in dossier.krachtenveld.relations if {one.source, one.target} != {key, other})
    return with_value(dossier, _RELATIONS, kept)


def looks_at(degrees: int) -> str:
    """Where a figure looks, clockwise from up; zero is what a place has when nobody turned it."""
    if not degrees:
        return "Niet gedraaid."
    return f"Kijkt naar {_DIRECTIONS[round(degrees / 45) % 8]} ({degrees} graden)."


def standing_now(dossier: Dossier, now: datetime) -> Snapshot:
    """The netwerkopstelling as it stands, to show beside a photo."""
    return snapshot_of(dossier, id=NOW, name="Nu", taken=now)


def taken_words(photo: Snapshot, now: datetime) -> str:
    """``14.32 uur``, with the day where that was another one."""
    taken, today = photo.taken.astimezone(), now.astimezone().date()
    clock = f"{taken:%H.%M} uur"
    return clock if taken.date() == today else f"{day(taken.date())}, {clock}"


def photo_words(photo: Snapshot, now: datetime) -> str:
    """The name of a photo and when it was taken, so that two of one name can be told apart."""
    return f"{name_of(photo.name)}, {taken_words(photo, now)}"
