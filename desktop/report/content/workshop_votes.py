"""What the group answered: dots per round, what the rule says, and what the group and the partners set."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from desktop.report.content.chapters import numbered
from desktop.report.content.workshop_view import KIND_TITLES, View
from desktop.report.styles import FULL
from desktop.report.tree import (
    Align,
    Block,
    Column,
    FigureBlock,
    KeySentence,
    LabelledParagraph,
    Paragraph,
    Row,
    RowKind,
    Table,
    cell,
    plain,
)
from models.figures.dot_rows import (
    DotRow,
    Multiple,
    dot_multiples_figure,
    middle_words,
    point_words,
)
from models.wording.words import counted, first_upper, spelled
from models.workshop.records import Decision, Subject, SubjectKind
from models.workshop.revealed import Harmony, Revealed
from models.workshop.subjects import scale_of

__all__ = ["dot_row", "short_ends", "voted_blocks", "votes_key"]

_FIGURE_ROOM, _MOST_ROWS = 340.0, 6
"""A higher figure becomes two: two of them stand on a page, and one leaves no large gap before it."""

_STRONG, _FAIR = Fraction(7, 10), Fraction(1, 2)
_VERDICTS = {Harmony.AGREED: "eens", Harmony.APART: "niet eens", Harmony.TOO_FEW: "te weinig antwoorden"}
_HOW = (
    "Elke stip is een antwoord. Het vlak is de middelste helft. Het huisje onder de lijn staat bij de mediaan. "
    "Rechts staat wat de regel zegt van de laatste ronde, en wat de groep zette."
)


def votes_key(view: View) -> str:
    """How much was voted on, and on how much the group agrees by its own rule."""
    if not view.scaled:
        return "De groep stemde alleen met stippen." if view.rounds else "Er is nog geen ronde gesloten."
    number = len(view.scaled)
    agreed = sum(view.last(one).harmony is Harmony.AGREED for one in view.scaled)
    voted = f"De groep stemde over {counted(number, 'onderwerp', 'onderwerpen')}"
    if agreed == number:
        return f"{voted} en is het daarover eens." if number == 1 else f"{voted} en is het over alle eens."
    if not agreed:
        return f"{voted}. Volgens de regel is zij het nog nergens over eens."
    return f"{voted}. Over {spelled(agreed)} is zij het eens volgens de regel."


def voted_blocks(view: View, letter: str) -> Iterator[Block]:
    """A section per kind of subject with figure and tables, then what partners set and Kendall's W."""
    yield KeySentence(votes_key(view))
    if not view.scaled:
        return
    yield Paragraph(plain(_HOW))
    sections = [(title, _kind(view, kind)) for kind, title in KIND_TITLES.items()]
    more = (("Wat de partners zetten", _partner_answers(view)), ("De antwoorden geteld", _numbers(view)))
    yield from numbered(letter, [*sections, *more])


def _kind(view: View, kind: SubjectKind) -> Iterator[Block]:
    subjects = view.of_kind(kind)
    if not subjects:
        return
    yield Paragraph(plain(_agreed_words(view, subjects)))
    yield _outcomes(view, kind, subjects)
    yield from _figures(view, kind, subjects)
    if kind is SubjectKind.SCORE and view.session.alike is not None:
        yield LabelledParagraph("Volgorde", plain(_alike(view.session.alike)))


def _agreed_words(view: View, subjects: Sequence[Subject]) -> str:
    number, agreed = len(subjects), sum(view.last(one).harmony is Harmony.AGREED for one in subjects)
    few = sum(view.last(one).harmony is Harmony.TOO_FEW for one in subjects)
    asked = f"De groep stemde hier over {counted(number, 'onderwerp', 'onderwerpen')}"
    more = f" Bij {spelled(few)} waren er te weinig antwoorden om dat te zeggen." if few else ""
    if agreed == number:
        return f"{asked} en is het daarover eens."
    if few == number:
        return f"{asked}. Er waren te weinig antwoorden om te zeggen of zij het eens is."
    if not agreed:
        return f"{asked}. Volgens de regel is zij het daarover nog niet eens.{more}"
    return f"{asked}. Over {spelled(agreed)} is zij het eens volgens de regel.{more}"


def _alike(w: Fraction) -> str:
    words = "sterk" if w >= _STRONG else "redelijk" if w >= _FAIR else "weinig"
    hundredths = int(w * 100 + Fraction(1, 2))
    shown = "1" if hundredths == 100 else f"0,{hundredths:02d}"
    return f"De deelnemers ordenen de stellingen {words} gelijk: {shown} op een schaal van 0 tot 1 (Kendalls W)."


# --- the figures


def _figures(view: View, kind: SubjectKind, subjects: Sequence[Subject]) -> Iterator[Block]:
    made = [_multiple(view, subject) for subject in subjects]
    scale = subjects[0].scale
    parts = _parts(made, scale)
    for number, part in enumerate(parts, start=1):
        more = f" ({number} van {len(parts)})" if len(parts) > 1 else ""
        figure = dot_multiples_figure(f"{KIND_TITLES[kind]}: zo antwoordden de deelnemers{more}", part, scale, FULL)
        yield FigureBlock(figure, f"{figure.alt} {_TABLE}", unit=_unit(view, subjects[0]))


_TABLE = "De getallen staan bij “De antwoorden geteld”."


def _parts(made: Sequence[Multiple], scale: tuple[int, int]) -> list[list[Multiple]]:
    """As few figures as a page each can hold, about as long as each other."""
    count = -(-len(made) // _MOST_ROWS)
    while count < len(made):
        parts = _even(made, count)
        if all(dot_multiples_figure("", part, scale, FULL).height <= _FIGURE_ROOM for part in parts):
            return parts
        count += 1
    return _even(made, count)


def _even(made: Sequence[Multiple], count: int) -> list[list[Multiple]]:
    ends = [len(made) * number // count for number in range(count + 1)]
    return [list(made[start:end]) for start, end in pairwise(ends)]


def _unit(view: View, subject: Subject) -> str:
    low, high = subject.scale
    if subject.kind is SubjectKind.SCORE:
        return f"schaal van {low} tot {high}; onder de naam staan de woorden bij {low} en bij {high}"
    words = scale_of(subject, view.brief.knowledge)
    return f"schaal van {low} ({words.low_short}) tot {high} ({words.high_short})"


def _multiple(view: View, subject: Subject) -> Multiple:
    last = view.last(subject)
    ends = short_ends(view, subject) if subject.kind is SubjectKind.SCORE else ("", "")
    low, high = subject.scale
    numbered_ends = (f"{low}: {ends[0]}", f"{high}: {ends[1]}") if any(ends) else ("", "")
    decision = view.decision(subject)
    return Multiple(
        view.label(subject),
        tuple(dot_row(one, f"Ronde {one.number}") for one in view.on(subject)),
        numbered_ends,
        _VERDICTS[last.harmony],
        apart=last.harmony is Harmony.APART,
        result="" if decision is None else f"gezet: {decision.value}, na ronde {decision.number}",
    )


def short_ends(view: View, subject: Subject) -> tuple[str, str]:
    """The words at both ends; empty where the knowledge does not have the subject (any more)."""
    try:
        scale = scale_of(subject, view.brief.knowledge)
    except (KeyError, ValueError):
        return "", ""
    return scale.low_short, scale.high_short


def dot_row(round_: Revealed, label: str) -> DotRow:
    """A round as a row of dots."""
    return DotRow(label, round_.n, round_.median, round_.spread)


# --- the tables


def _outcomes(view: View, kind: SubjectKind, subjects: Sequence[Subject]) -> Table:
    columns = (
        Column("Onderwerp"),
        *(Column(head, weight, Align.RIGHT) for head, weight in (("Rondes", 0.8), ("Mediaan", 0.95))),
        *(Column(head, weight) for head, weight in (("Middelste helft", 1.35), ("Volgens de regel", 1.5))),
        Column("De groep zette", 1.45),
    )
    rows = (Row(tuple(cell(text) for text in _outcome(view, subject))) for subject in subjects)
    unit = "van de laatste ronde die gesloten is"
    return Table(f"{KIND_TITLES[kind]}: de uitkomst", columns, tuple(rows), unit=unit)


def _outcome(view: View, subject: Subject) -> tuple[str, ...]:
    last = view.last(subject)
    return (
        view.label(subject),
        str(len(view.on(subject))),
        "–" if last.median is None else point_words(last.median),
        middle_words(last.spread),
        _VERDICTS[last.harmony],
        _set_words(view.decision(subject)),
    )


def _set_words(decision: Decision | None) -> str:
    return "nog niets" if decision is None else f"{decision.value}, na ronde {decision.number}"


def _numbers(view: View) -> Iterator[Block]:
    """What the figures show, round by round: a table for each scale."""
    scales = dict.fromkeys(one.scale for one in view.scaled)
    yield Paragraph(plain("Dit zijn de getallen bij de figuren van dit hoofdstuk, per ronde."), leads=True)
    for scale in scales:
        yield _counted(view, [one for one in view.scaled if one.scale == scale])


def _counted(view: View, subjects: Sequence[Subject]) -> Table:
    low, high = subjects[0].scale
    wide = high - low > 5
    stops = [str(value) for value in range(low, high + 1)]
    columns = [Column("Ronde")]
    columns += [Column(stop, 0.55 if wide else 0.8, Align.RIGHT) for stop in stops]
    columns += [Column("Samen", 1.1, Align.RIGHT), Column("Geen antwoord", 1.3, Align.RIGHT)]
    rows: list[Row] = []
    for subject in subjects:
        rows.append(_group(view.topic(subject.key), len(columns)))
        rows += [_counts(one, range(low, high + 1)) for one in view.on(subject)]
    unit = "aantal mensen per antwoord; een streepje: te weinig antwoorden om te laten zien"
    caption = f"Hoeveel mensen gaven welk antwoord van {low} tot {high}?"
    return Table(caption, tuple(columns), tuple(rows), unit=unit)


def _group(text: str, columns: int) -> Row:
    return Row((cell(text), *(cell("") for _ in range(columns - 1))), kind=RowKind.GROUP)


def _counts(round_: Revealed, stops: range) -> Row:
    spread = round_.spread
    texts = ["–" if spread is None else str(spread.counts.get(value, 0)) for value in stops]
    more = (str(round_.n), str(round_.abstained))
    return Row(tuple(cell(text) for text in (f"Ronde {round_.number}", *texts, *more)))


def _partner_answers(view: View) -> Iterator[Block]:
    """What the spokespersons set; a name only of who agreed to it."""
    names = view.brief.partner_names
    rows = []
    for decision in view.session.workshop.decisions:
        topic = view.topic(decision.subject)
        if decision.partner is not None and decision.partner in names and topic:
            by = view.signed(decision.by)
            who = f"de woordvoerder: {by}" if by else "de woordvoerder"
            texts = (names[decision.partner], topic, str(decision.value), f"ronde {decision.number}", who)
            rows.append(Row(tuple(cell(text) for text in texts)))
    if rows:
        heads = (("Partner", 1.0), ("Onderwerp", 1.8), ("Antwoord", 0.9), ("Na", 0.8), ("Gezet door", 1.8))
        aligned = {"Antwoord": Align.RIGHT}
        columns = tuple(Column(head, weight, aligned.get(head, Align.LEFT)) for head, weight in heads)
        said = first_upper(counted(len(rows), "antwoord is", "antwoorden zijn"))
        yield Paragraph(plain(f"{said} voor een partner gezet, door de woordvoerder van die partner."), leads=True)
        yield Table("Wat de partners zetten", columns, tuple(rows))
