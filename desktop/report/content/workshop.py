"""The report of the workshop: where the partners differ, how they answer, what they agreed.

No advice and nothing to sign: it is the reading matter for the people at the table. Rounds and votes come with the
workshop itself (:mod:`desktop.report.content.workshop_held`); until one was held, the document says so.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from desktop.report.content.brief import Brief
from desktop.report.content.title_page import logo_of, meta_of
from desktop.report.styles import FULL
from desktop.report.tree import (
    Align,
    Block,
    BulletList,
    Column,
    Document,
    FigureBlock,
    Heading,
    KeySentence,
    LabelledParagraph,
    Meta,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    TitlePage,
    bold,
    cell,
    numbered,
    plain,
)
from models.advice.results import Spread
from models.dossier.base import known
from models.dutch import day, listed
from models.figures.partner_answers import MOST_LETTERS, StatementAnswers, partner_answers_figure
from models.wording.words import counted, first_upper, sentence, shortened, some_names, spelled

__all__ = ["workshop_report"]

_NAMED = 4
_NOT_HELD = "Er is nog geen werksessie vastgelegd."
_SHOWN = "Dit verslag laat zien hoe de partners nu antwoorden, en waar zij verschillen."


def workshop_report(brief: Brief) -> Document:
    """The report, numbered."""
    meta, session = _meta(brief), brief.edition.session
    if session is None:
        blocks: Iterable[Block] = (_opening(brief), *_differences(brief), *_answers(brief), *_agreed(brief))
        return numbered(Document(meta, tuple(blocks)))
    from desktop.report.content.workshop_held import held_blocks
    from desktop.report.content.workshop_view import View

    made = held_blocks(View(brief, session), meta, lambda: _answered(brief), lambda: _in_dossier(brief))
    return numbered(Document(meta, tuple(made)))


def _meta(brief: Brief) -> Meta:
    """Nobody decides on this report, so it never says "vastgesteld"."""
    meta = meta_of(brief)
    example = ", verzonnen voorbeeld" if brief.dossier.fictional else ""
    return replace(meta, status=f"{meta.version}{example}")


def _opening(brief: Brief) -> TitlePage:
    meta, names = _meta(brief), [shortened(name, 40) for name in brief.partner_names.values()]
    told = listed(names) if len(names) <= _NAMED else counted(len(names), "partner", "partners")
    return TitlePage(
        kind=meta.kind,
        status=meta.status,
        title=shortened(brief.dossier.title, 160),
        subtitle=f"De antwoorden van {told}" if names else "De antwoorden van de partners",
        label="Stand",
        sentences=(_NOT_HELD, _SHOWN),
        facts=(("Datum", day(brief.dossier.dated)), ("Partners", str(len(names)) if names else "nog niet ingevuld")),
        logo=logo_of(brief),
        whole=False,
    )


# --- where they differ


def _differences(brief: Brief) -> Iterator[Block]:
    differences, wide = brief.advice.partners.differences, brief.knowledge.profiles.thresholds.spread
    yield Heading(1, "Waar de partners verschillen", "A")
    spreads = brief.advice.partners.spreads
    if not spreads:
        yield KeySentence("Dat is nog niet te zeggen: te weinig partners antwoordden zelf.")
        return
    if not differences:
        yield KeySentence(f"Nergens is het verschil {wide} of meer. De partners liggen dicht bij elkaar.")
        return
    number = counted(len(differences), "stelling", "stellingen")
    yield KeySentence(f"Bij {number} is het verschil {wide} of meer. Bespreek die eerst.")
    yield BulletList(tuple(_difference(brief, spread) for spread in differences))


def _difference(brief: Brief, spread: Spread) -> tuple[Run, ...]:
    low, high = min(spread.answers.values()), max(spread.answers.values())
    sides = []
    for value in (low, high):
        partners = [p for p, answer in spread.answers.items() if answer == value and p in brief.partner_names]
        verb = "geeft" if len(partners) == 1 else "geven"
        sides.append(f"{some_names(partners, brief.partner_names)} {verb} {value}")
    text = brief.knowledge.criterion[spread.criterion]
    ends = f"1 is “{text.low_short}”, 5 is “{text.high_short}”."
    return (bold(f"{brief.label(spread.criterion)}: "), Run(f"{sentence(', '.join(sides))} {ends}"))


# --- the answers


def _answers(brief: Brief) -> Iterator[Block]:
    yield Heading(1, "Hoe de partners antwoorden", "B")
    yield from _answered(brief)


def _answered(brief: Brief) -> Iterator[Block]:
    """What a chapter on the answers in the dossier holds."""
    rows = _rows(brief)
    answered = sum(1 for row in rows if row.partners or known(row.joint) is not None)
    yield KeySentence(_answered_words(answered, len(rows)))
    if not answered:
        yield Paragraph(plain("Laat elke partner de stellingen beantwoorden. Daarna staan de antwoorden hier."))
        return
    names = brief.partner_names
    wide = brief.knowledge.profiles.thresholds.spread
    yield Paragraph(plain(_how_to_read(len(names))))
    figure = partner_answers_figure(rows, names, wide, FULL)
    yield FigureBlock(figure, figure.alt, unit="schaal van 1 tot 5; de uiteinden staan in woorden onder de lijn")
    if any(row.partners for row in rows):
        yield _table(brief, rows)


def _answered_words(answered: int, asked: int) -> str:
    if not answered:
        return "Er is nog geen enkele stelling beantwoord."
    if answered == asked:
        return f"Alle {counted(asked, 'stelling is', 'stellingen zijn')} beantwoord."
    verb = "is" if answered == 1 else "zijn"
    return f"Van de {counted(asked, 'stelling', 'stellingen')} {verb} er {spelled(answered)} beantwoord."


def _how_to_read(partners: int) -> str:
    who = (
        "Elke letter is een partner."
        if partners <= MOST_LETTERS
        else "Een getal zegt hoeveel partners dat antwoord gaven."
    )
    return f"{who} De driehoek onder de lijn wijst het antwoord aan dat de partners samen gaven."


def _rows(brief: Brief) -> tuple[StatementAnswers, ...]:
    """The statements that people answer, in the order of the knowledge."""
    names, rows = brief.partner_names, []
    for criterion, text in brief.knowledge.criterion.items():
        if text.derived:
            continue
        given = brief.answers(criterion)
        own = {partner: answer for partner in names if (answer := known(given.partners.get(partner))) is not None}
        rows.append(StatementAnswers(text, given.joint, own))
    return tuple(rows)


def _table(brief: Brief, rows: tuple[StatementAnswers, ...]) -> Table:
    """The same figures as a table: a column per partner, or how many gave each answer."""
    twin = partner_answers_figure(rows, brief.partner_names, 0, FULL).twin
    heads = [shortened(head, 24) for head in twin.head]
    columns = (Column(heads[0]), *(Column(head, 1, Align.RIGHT) for head in heads[1:]))
    few = len(brief.partner_names) <= MOST_LETTERS
    unit = "schaal van 1 tot 5" if few else "bij elk antwoord staat hoeveel partners het gaven"
    held = tuple(Row(tuple(cell(text) for text in texts)) for texts in twin.rows)
    return Table("De antwoorden in cijfers", columns, held, unit=unit)


# --- what they agreed


def _agreed(brief: Brief) -> Iterator[Block]:
    agenda = [row for row in brief.dossier.opgave.agenda if row.text.strip()]
    actions = brief.actions
    yield Heading(1, "Afspraken en acties", "C")
    if not agenda and not actions:
        yield KeySentence("Er zijn nog geen afspraken of acties vastgelegd.")
    else:
        parts = [counted(len(agenda), "gedeeld belang", "gedeelde belangen")] if agenda else []
        parts += [counted(len(actions), "actie", "acties")] if actions else []
        yield KeySentence(sentence(f"In het dossier staan {listed(parts)}"))
    yield from _in_dossier(brief)
    yield LabelledParagraph("De werksessie", plain(_HOLDS))
    yield Paragraph(plain("Dit verslag is geen advies en geen besluit."), ParagraphKind.NOTE)


def _in_dossier(brief: Brief) -> Iterator[Block]:
    """Shared interests and actions that the dossier has."""
    agenda = [row for row in brief.dossier.opgave.agenda if row.text.strip()]
    if agenda:
        yield Paragraph(plain("Hier komen de belangen samen:"), leads=True)
        names = brief.partner_names
        items = ((row.text, [p for p in row.partners if p in names]) for row in agenda)
        yield BulletList(
            tuple(
                plain(f"{sentence(text)} ({some_names(who, names)})" if who else sentence(text)) for text, who in items
            )
        )
    if brief.actions:
        yield _actions(brief)


_HOLDS = f"{_NOT_HELD} Zodra dat wel zo is, staan hier ook de rondes en de uitkomsten per stelling."


def _actions(brief: Brief) -> Table:
    columns = (Column("Wanneer"), Column("Wat er gebeurt", 2.6), Column("Wie", 1.6))
    rows = (
        Row(tuple(cell(text) for text in (first_upper(a.when_words), first_upper(a.what), first_upper(a.who))))
        for a in brief.actions
    )
    return Table("Wie doet wat, en wanneer?", columns, tuple(rows))
