"""Pages of a round: the question while people vote, the outcome after, and how the partners lie.

Below five answers nothing on a page tells how they lie, and below three not their median: :mod:`models.workshop`
leaves it out, and no sentence here works it out again.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction

from models.dossier import Dossier
from models.figures.answers import name_of
from models.knowledge import Knowledge
from models.wording.words import counted, first_upper, percentage, spelled
from models.wording.workshop_words import (
    TOO_FEW,
    agreed_when,
    middle_words,
    part_of,
    partner_name,
    place_words,
    points_of,
    points_words,
    prompt_of,
    scale_words,
    talk_of,
    title_of,
)
from models.workshop.pages import Asked, Columns, Counted, Distribution, Listed
from models.workshop.records import MAX_ROUNDS, ConsensusKind, Subject, SubjectKind
from models.workshop.revealed import Harmony, PartnerSpread, Revealed
from models.workshop.statistics import FEWEST_FOR_MEDIAN, FEWEST_SHOWN, Spread

__all__ = ["asked_page", "partners_page", "revealed_page"]

_VERDICTS = {
    Harmony.AGREED: "U bent het eens",
    Harmony.APART: "U bent het nog niet eens",
    Harmony.TOO_FEW: "Te weinig antwoorden om te tonen",
}
_ANONYMOUS = "Stemmen zijn anoniem."
_FEW_UNSEEN = "Naast de handen antwoordden minder dan vijf mensen anoniem."


def asked_page(
    dossier: Dossier,
    knowledge: Knowledge,
    subject: Subject,
    *,
    number: int,
    done: int,
    expected: int,
    place: tuple[int, int] | None = None,
) -> Asked | Listed:
    """The question while people vote: how many are done, and nothing of what they gave."""
    part, where, title = part_of(knowledge, subject), place_words(subject, place), title_of(dossier, subject)
    state = f"Stemmen binnen: {done} van {expected}. {_round_words(number)}"
    if subject.kind is SubjectKind.DOTS:
        dots = f"Ieder heeft {counted(subject.dots, 'stip', 'stippen')}. {prompt_of(knowledge, subject)}"
        return Listed(part, where, title, _options(subject), note=f"{dots} {state}")
    words, (low, high) = scale_words(knowledge, subject), subject.scale
    return Asked(
        part,
        where,
        title,
        prompt_of(knowledge, subject),
        tuple(range(low, high + 1)),
        (words.low, words.middle, words.high),
        done,
        expected,
        state,
    )


def revealed_page(
    dossier: Dossier,
    knowledge: Knowledge,
    rounds_on_subject: Sequence[Revealed],
    people: int,
    place: tuple[int, int] | None = None,
) -> Counted | Listed:
    """The outcome of the last of the rounds on one subject (oldest first, at least one).

    ``people``: how many could vote in it.
    """
    last, subject = rounds_on_subject[-1], rounds_on_subject[-1].subject
    part, where, title = part_of(knowledge, subject), place_words(subject, place), title_of(dossier, subject)
    note = " ".join(_note(rounds_on_subject))
    if subject.kind is SubjectKind.DOTS:
        return _dots_page(last, (part, where, title), f"{_answers(last, people)}. {note}")
    words, (low, high) = scale_words(knowledge, subject), subject.scale
    spread = last.spread
    return Counted(
        part,
        where,
        title,
        tuple(range(low, high + 1)),
        (words.low_short, words.high_short),
        None if spread is None else Distribution(spread.counts, spread.median, spread.low, spread.high),
        _answers(last, people),
        _verdict(last),
        " ".join(_reason(last)),
        talk_of(knowledge, last),
        note,
    )


def partners_page(dossier: Dossier, knowledge: Knowledge, revealed: Revealed) -> Columns:
    """How the people of each partner answered, as far as there are enough of them."""
    rows = () if revealed.subject.kind is SubjectKind.DOTS else revealed.by_partner
    return Columns(
        part_of(knowledge, revealed.subject),
        "Per partner",
        title_of(dossier, revealed.subject),
        ("Partner", "Antwoorden", "Midden", "Middelste helft"),
        tuple((first_upper(partner_name(dossier, row.partner)), str(row.n), *_cells(row)) for row in rows),
        " ".join(_partners_note(revealed)),
    )


def _options(subject: Subject) -> tuple[str, ...]:
    return tuple(name_of(option.text) for option in subject.options)


def _dots_page(last: Revealed, head: tuple[str, str, str], note: str) -> Listed:
    if not last.dots:
        # In the order in which they were asked: any other order would tell.
        few = f"{_VERDICTS[Harmony.TOO_FEW]}. {_why_hidden('de uitslag')}"
        return Listed(*head, _options(last.subject), note=f"{few} {note}")
    texts = {option.id: name_of(option.text) for option in last.subject.options}
    rows = [(texts[key], count) for key, count in last.dots if key in texts]
    return Listed(*head, tuple(text for text, _ in rows), tuple(count for _, count in rows), note)


def _round_words(number: int) -> str:
    return f"Ronde {number} van hooguit {MAX_ROUNDS}. {_ANONYMOUS}"


def _answers(last: Revealed, people: int) -> str:
    everybody = max(people, last.n + last.abstained)
    answers = "antwoord" if last.n == 1 else "antwoorden"
    return f"{last.n} {answers} van {everybody} {'deelnemer' if everybody == 1 else 'deelnemers'}"


def _verdict(last: Revealed) -> str:
    closed = last.harmony is Harmony.TOO_FEW and last.n >= FEWEST_SHOWN
    return "Te weinig anonieme antwoorden" if closed else _VERDICTS[last.harmony]


def _why_hidden(what: str) -> str:
    return f"Met minder dan {spelled(FEWEST_SHOWN)} antwoorden blijft {what} dicht."


def _reason(last: Revealed) -> Iterator[str]:
    if last.median is not None:
        yield f"Het midden is {middle_words(last.median)}."
    if last.spread is None:
        what = "de uitslag" if last.median is None else "de verdeling"
        yield _why_hidden(what) if last.n < FEWEST_SHOWN else f"{_FEW_UNSEEN} Daarom blijft {what} dicht."
        return
    yield _near(last, last.spread) if last.rule.kind is ConsensusKind.NEAR_MEDIAN else _half(last.spread)
    yield agreed_when(last.rule, last.subject)


def _half(spread: Spread) -> str:
    if spread.low == spread.high:
        return f"Ten minste de helft van u koos {middle_words(spread.low)}."
    return f"De middelste helft ligt tussen {middle_words(spread.low)} en {middle_words(spread.high)}."


def _near(last: Revealed, spread: Spread) -> str:
    points = points_of(last.rule, last.subject)
    share = first_upper(percentage(spread.near(Fraction(points))))
    where = f"zit hooguit {points_words(points)} van het midden" if points else "koos het midden"
    return f"{share} van u {where}."


def _note(rounds: Sequence[Revealed]) -> Iterator[str]:
    last = rounds[-1]
    yield _round_words(last.number)
    if last.abstained:
        yield f"Zonder antwoord: {last.abstained}."
    # With few answers in either round, what changed between them would tell who gave which.
    if len(rounds) > 1 and last.spread is not None and rounds[-2].spread is not None:
        before = rounds[-2].spread
        yield f"In ronde {rounds[-2].number} was het midden {middle_words(before.median)}."
        if last.changed:
            verb = "veranderde" if last.changed == 1 else "veranderden"
            yield f"Daarna {verb} {counted(last.changed, 'antwoord', 'antwoorden')}."


def _cells(row: PartnerSpread) -> tuple[str, str]:
    if not row.n:
        return "–", "–"
    middle = _hidden(row.n, FEWEST_FOR_MEDIAN) if row.median is None else middle_words(row.median)
    if row.spread is None:
        return middle, _hidden(row.n, FEWEST_SHOWN)
    low, high = middle_words(row.spread.low), middle_words(row.spread.high)
    return middle, low if low == high else f"{low} tot {high}"


def _hidden(n: int, fewest: int) -> str:
    return TOO_FEW if n < fewest else "blijft dicht"


def _partners_note(revealed: Revealed) -> Iterator[str]:
    if revealed.subject.kind is SubjectKind.DOTS:
        yield "Bij stippen geven is er geen uitslag per partner."
        return
    fewest, shown = spelled(FEWEST_FOR_MEDIAN), spelled(FEWEST_SHOWN)
    yield f"Het midden staat er vanaf {fewest} antwoorden, de middelste helft vanaf {shown}."
    if any(
        (row.spread is None and row.n >= FEWEST_SHOWN) or (row.median is None and row.n >= FEWEST_FOR_MEDIAN)
        for row in revealed.by_partner
    ):
        yield "Soms blijft meer dicht, omdat anders een kleine groep te zien is."
