"""What the cooperation means for staff: how many, who goes over, the ondernemingsraad, placing."""

from collections.abc import Iterator
from decimal import Decimal

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.notes import note_blocks
from desktop.report.tree import (
    Align,
    Block,
    Column,
    KeySentence,
    LabelledParagraph,
    Paragraph,
    Row,
    RowKind,
    Table,
    cell,
    plain,
)
from models.dossier.agree import StaffCount
from models.dossier.base import NoAnswer, known
from models.dutch import day
from models.vocabulary import StepId
from models.wording.words import NOT_YET, answer_words, number_words, sentence, shortened

__all__ = ["staff_chapter"]

_TEXT = 600
_NOTHING = StaffCount()


def staff_chapter(brief: Brief) -> Iterator[Block]:
    """Only what is filled in."""
    yield brief.heading(Chapter.STAFF)
    yield KeySentence(_key(brief))
    if _counted(brief):
        yield _table(brief)
    yield from _works_council(brief)
    equal = brief.dossier.medewerkers.equal_placement
    if equal is not None:
        yield LabelledParagraph("Plaatsing", plain(_placement(equal)))
    if Chapter.CHECKLIST in brief.letters and brief.dossier.medewerkers.checklist:
        letter = brief.letters[Chapter.CHECKLIST]
        yield Paragraph(plain(f"Wat medewerkers nodig hebben, staat in de controlelijst van hoofdstuk {letter}."))
    yield from note_blocks(brief, StepId.MEDEWERKERS)


def _counted(brief: Brief) -> dict[str, StaffCount]:
    held = brief.dossier.medewerkers.staff
    return {key: held[key] for key in brief.partner_names if held.get(key, _NOTHING) != _NOTHING}


def _totals(brief: Brief) -> tuple[Decimal, Decimal]:
    """The fte that the cooperation touches, and how much of it goes over."""
    counts = [(known(count.fte) or Decimal(0), known(count.moves)) for count in _counted(brief).values()]
    return sum((fte for fte, _ in counts), Decimal(0)), sum((fte for fte, moves in counts if moves), Decimal(0))


def _key(brief: Brief) -> str:
    total, moving = _totals(brief)
    if not total:
        return "Om hoeveel medewerkers het gaat, is nog niet ingevuld."
    touched = f"De samenwerking raakt {number_words(total)} fte."
    if moving == total:
        return f"{touched} Alle medewerkers gaan over naar een andere werkgever."
    if not moving:
        return f"{touched} Van niemand staat vast dat hij of zij overgaat."
    return f"{touched} Daarvan gaat {number_words(moving)} fte over naar een andere werkgever."


def _table(brief: Brief) -> Table:
    counts, names = _counted(brief), brief.partner_names
    columns = (Column("Partner"), Column("Fte", 0.8, Align.RIGHT), Column("Gaat over", 1), Column("Plaatsing", 2.6))
    rows = [
        Row((cell(names[key]), cell(_fte(count)), cell(_moves(count)), cell(_text(count.placement))))
        for key, count in counts.items()
    ]
    total, moving = _totals(brief)
    if len(rows) > 1:
        sums = ("Samen", number_words(total), f"{number_words(moving)} fte", "")
        rows.append(Row(tuple(cell(text) for text in sums), kind=RowKind.TOTAL))
    return Table("Medewerkers per partner", columns, tuple(rows), unit="fte: volledige banen")


def _fte(count: StaffCount) -> str:
    fte = known(count.fte)
    return answer_words(count.fte) if fte is None else number_words(fte)


def _moves(count: StaffCount) -> str:
    moves = count.moves
    if moves is None or isinstance(moves, NoAnswer):
        return answer_words(moves)
    return "ja" if moves else "nee"


def _text(text: str) -> str:
    return shortened(text, _TEXT) or NOT_YET


def _works_council(brief: Brief) -> Iterator[Block]:
    held, needed = brief.dossier.medewerkers, brief.dossier.besluitvorming.works_council
    told = []
    if isinstance(needed, NoAnswer):
        told.append("Of een ondernemingsraad advies geeft, is nog niet bekend.")
    elif needed is not None:
        told.append(
            "De ondernemingsraad geeft advies." if needed else "Een ondernemingsraad hoeft geen advies te geven."
        )
    if held.works_council_asked_on is not None:
        past = held.works_council_asked_on <= brief.dossier.dated
        verb = "is gevraagd" if past else "wordt gevraagd"
        told.append(f"Het advies {verb} op {day(held.works_council_asked_on)}.")
    if held.works_council_text.strip():
        told.append(sentence(held.works_council_text))
    if told:
        yield LabelledParagraph("Ondernemingsraad", plain(" ".join(told)))


def _placement(equal: bool | NoAnswer) -> str:
    if isinstance(equal, NoAnswer):
        return "Of alle medewerkers op gelijke voet een plaats krijgen, is nog niet bekend."
    if equal:
        return "De medewerkers van alle partners krijgen op gelijke voet een plaats."
    return "De medewerkers krijgen niet op gelijke voet een plaats."
