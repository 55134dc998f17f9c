"""What a round brings to the room: the question while people vote, the outcome after; and its state in words."""

from collections.abc import Sequence

from desktop.workshop.stand import Stand
from models.wording.workshop import asked_page, partners_page, place_of, revealed_page
from models.wording.workshop_words import part_of, place_words, title_of
from models.workshop.pages import Page, Words
from models.workshop.records import MAX_ROUNDS, Subject, SubjectKind
from models.workshop.revealed import Harmony, Revealed
from models.workshop.subjects import subjects_of

__all__ = [
    "all_subjects",
    "can_open",
    "next_key",
    "outcome_page",
    "place_in",
    "show_dropped",
    "show_outcome",
    "show_partners",
    "show_question",
    "state_words",
]

_HARMONY = {Harmony.AGREED: "eens", Harmony.APART: "nog niet eens", Harmony.TOO_FEW: "te weinig antwoorden"}


def all_subjects(stand: Stand) -> tuple[Subject, ...]:
    """What can be voted on now."""
    workshop = stand.desk.workshop
    return () if workshop is None else subjects_of(stand.editor.dossier, stand.knowledge, workshop)


def place_in(stand: Stand, subject: Subject) -> str:
    """``Stelling 7 van 13``."""
    return place_words(subject, place_of(subject, all_subjects(stand)))


def state_words(rounds: Sequence[Revealed]) -> str:
    """``ronde 2 gesloten, eens``: what happened on a subject."""
    if not rounds:
        return "nog geen ronde"
    last = rounds[-1]
    said = f"ronde {last.number} gesloten"
    if last.subject.kind is SubjectKind.DOTS:
        return said if last.dots else f"{said}, te weinig antwoorden"
    return f"{said}, {_HARMONY[last.harmony]}"


def next_key(stand: Stand, after: str) -> str:
    """The key of what to vote on after a subject: the next of its kind without a round; empty where there is none.

    Without a subject: the first of all that had no round, and the first of all where every one had one.
    """
    every, session = all_subjects(stand), stand.desk.session
    had = {one.subject.key for one in session.rounds} if session is not None else set()
    kind = next((one.kind for one in every if one.key == after), None)
    if kind is None:
        keys = [one.key for one in every]
        return "" if after else next((key for key in keys if key not in had), keys[0] if keys else "")
    keys = [one.key for one in every if one.kind is kind]
    at = keys.index(after) + 1
    return next((key for key in (*keys[at:], *keys[: at - 1]) if key not in had), "")


# --- to the room


def show_question(stand: Stand) -> None:
    """Let the room see the question of the open round, with how many are done."""
    desk = stand.desk
    opened = desk.polling
    if opened is None:
        return
    place = place_of(opened.subject, all_subjects(stand))

    def make() -> Page | None:
        polling = desk.polling
        if polling is None or polling.subject != opened.subject:
            return None
        return asked_page(
            stand.editor.dossier,
            stand.knowledge,
            polling.subject,
            number=polling.number,
            done=polling.answered,
            expected=polling.expected,
            place=place,
        )

    stand.direction.show(f"Vraag van ronde {opened.number}", make)


def show_outcome(stand: Stand, key: str, people: int) -> None:
    """Let the room see the outcome of the last closed round on a subject; ``people``: how many could vote."""
    stand.direction.show("Uitslag", lambda: outcome_page(stand, key, people))


def outcome_page(stand: Stand, key: str, people: int) -> Page | None:
    """The outcome of the last closed round on a subject; None without one."""
    session = stand.desk.session
    rounds = session.on(key) if session is not None else ()
    if not rounds:
        return None
    place = place_of(rounds[-1].subject, all_subjects(stand))
    return revealed_page(stand.editor.dossier, stand.knowledge, rounds, people, place)


def show_partners(stand: Stand, key: str) -> None:
    """Let the room see how the partners lie after the last closed round on a subject."""

    def make() -> Page | None:
        session = stand.desk.session
        rounds = session.on(key) if session is not None else ()
        return partners_page(stand.editor.dossier, stand.knowledge, rounds[-1]) if rounds else None

    stand.direction.show("Uitslag per partner", make)


def show_dropped(stand: Stand, subject: Subject) -> None:
    """Let the room see that the question is gone: what stood there would else stay."""
    part, place = part_of(stand.knowledge, subject), place_in(stand, subject)
    title = title_of(stand.editor.dossier, subject)
    page = Words(part, place, title, "Deze ronde is vervallen. Er telt geen antwoord van mee.")
    stand.direction.show("Ronde vervallen", lambda: page)


def can_open(rounds: Sequence[Revealed]) -> bool:
    """Whether there can be another round on a subject."""
    return not rounds or rounds[-1].number < MAX_ROUNDS
