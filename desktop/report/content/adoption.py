"""Vaststelling and ondertekening: who decided, rooms for decisions that are still to come, rooms for signatures.

The word "ondertekend" stands here only with a record of a signature on just this content.
"""

from collections.abc import Iterator, Sequence

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.signing import signature_blocks
from desktop.report.content.standing import adoption_of, adoptions, deciding, signatures
from desktop.report.tree import (
    Block,
    Column,
    FormCell,
    FormTable,
    KeySentence,
    LabelKind,
    LabelledParagraph,
    PageBreak,
    Paragraph,
    Row,
    Table,
    cell,
    plain,
)
from models.dutch import day
from models.storage.records import Adoption
from models.wording.bodies import DecidingBody
from models.wording.words import first_upper, sentence, shortened, spelled

__all__ = ["adoption_chapter"]

_NOBODY = "Welke organen besluiten, is nog niet ingevuld. Vul eerst de bevoegdheden of de soort regeling in."
_CONCEPT = "Dit is een concept. Leg eerst een versie vast. Laat die versie vaststellen en onderteken die."
_WHICH = "Wie tekent, hangt af van het stuk. Gebruik alleen het blok dat nodig is."
_TEXT = 400


def adoption_chapter(brief: Brief) -> Iterator[Block]:
    """On a page of its own, unless there is nothing to decide or to sign."""
    bodies = deciding(brief)
    if bodies or adoptions(brief) or signatures(brief):
        yield PageBreak()
    yield brief.heading(Chapter.ADOPTION)
    yield KeySentence(_key(brief, bodies))
    if not bodies:
        yield Paragraph(plain(_NOBODY))
    elif brief.edition.sign_off.current is None:
        yield LabelledParagraph("Let op", plain(_CONCEPT), LabelKind.REMARK)
    sections = (("Vaststelling", _decisions(brief, bodies)), ("Ondertekening", _signing(brief, bodies)))
    yield from numbered(brief.letters[Chapter.ADOPTION], sections)


def _key(brief: Brief, bodies: Sequence[DecidingBody]) -> str:
    done = sum(adoption_of(brief, body) is not None for body in bodies)
    if done and done == len(bodies):
        return "Alle organen hebben besloten. Akkoord staat op een los blad."
    if done:
        verb = "heeft" if done == 1 else "hebben"
        return f"{first_upper(spelled(done))} van de {spelled(len(bodies))} organen {verb} besloten."
    return "Eerst vaststellen, dan tekenen. Akkoord staat op een los blad."


def _decisions(brief: Brief, bodies: Sequence[DecidingBody]) -> Iterator[Block]:
    held = adoptions(brief)
    if held:
        columns = (Column("Orgaan"), Column("Vergadering", 1), Column("Besluitnummer", 1), Column("Uitkomst", 2))
        rows = tuple(_adopted(adoption) for adoption in sorted(held, key=lambda adoption: adoption.adopted_on))
        yield Table("Wie heeft besloten?", columns, rows)
    waiting = [body for body in bodies if adoption_of(brief, body) is None]
    if waiting:
        heads = ("Orgaan", "Vergadering", "Besluitnummer", "Uitkomst")
        caption = "Wie besluit wanneer?" if not held else "Wie moet nog besluiten?"
        rows_to_fill = tuple(_to_fill(body) for body in waiting)
        unit = "in te vullen na de vergadering; bij een wijziging: welke"
        yield FormTable(caption, heads, (1, 0.8, 0.8, 1.5), rows_to_fill, unit=unit)


def _adopted(adoption: Adoption) -> Row:
    outcome = f"gewijzigd: {adoption.amendments}" if adoption.amendments.strip() else "ongewijzigd vastgesteld"
    number = shortened(adoption.number, 60) or "geen nummer"
    body = first_upper(shortened(adoption.body, 120)) or "Zonder naam"
    return Row((cell(body), cell(day(adoption.adopted_on)), cell(number), cell(shortened(outcome, _TEXT))))


def _to_fill(body: DecidingBody) -> tuple[FormCell, ...]:
    name = first_upper(body.name)
    outcome = ("toestemming", "geen toestemming") if body.consents else ("ongewijzigd", "gewijzigd, zie:")
    return FormCell(name), FormCell(), FormCell(), FormCell(boxes=outcome)


def _signing(brief: Brief, bodies: Sequence[DecidingBody]) -> Iterator[Block]:
    blocks = list(signature_blocks(brief, bodies))
    if blocks:
        yield Paragraph(plain(sentence(_WHICH)))
        yield from blocks
