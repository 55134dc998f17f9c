"""The versions of this advice, and the code by which one knows equal content."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.tree import (
    Block,
    Column,
    LabelledParagraph,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.dutch import day
from models.storage.records import Revision
from models.wording.words import code_of, shortened

__all__ = ["version_blocks"]

_NAME = 160
_CODE = (
    ": het begin van een vingerafdruk van de inhoud. Gelijke codes betekenen gelijke antwoorden, een gelijk advies "
    "en gelijke kennis. Verandert er één antwoord, dan verandert de code en vervalt elk akkoord. "
    "De teksten van het voorstel tellen niet mee in de code. Verandert zo’n tekst, dan vervalt elk akkoord ook."
)


def version_blocks(brief: Brief) -> Iterator[Block]:
    """The table of versions where there are any, then the code."""
    held = brief.edition.sign_off
    if held.revisions:
        columns = (Column("Versie"), Column("Datum", 1), Column("Naam", 2.4), Column("Controlecode", 1))
        rows = tuple(_version(revision, held.current) for revision in held.revisions)
        yield Table("Versies van dit advies", columns, rows)
    code = code_of(brief.content_hash)
    yield LabelledParagraph("Controlecode", (Run("Op elke pagina staat "), bold(code), Run(_CODE)))
    digits = brief.content_hash
    grouped = " ".join(digits[i : i + 8] for i in range(0, len(digits), 8))
    yield Paragraph(plain(f"Hele code (SHA-256): {grouped}"), ParagraphKind.NOTE)


def _version(revision: Revision, current: Revision | None) -> Row:
    this = current is not None and revision.id == current.id
    name = shortened(revision.name, _NAME) or "zonder naam"
    made = day(revision.created.astimezone().date())
    texts = (str(revision.number), made, f"{name} (dit stuk)" if this else name, code_of(revision.content_hash))
    return Row(tuple(cell(text) for text in texts), chosen=this)
