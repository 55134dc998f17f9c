"""The first page: kind and status, sign or logo, title, advice, besluiten, facts."""

from collections.abc import Iterator

from desktop.report import styles, tree
from desktop.report.office.items import Item, Listing, ListKind, Look, Para, Picture, Piece, Style
from desktop.report.office.pictures import png_of, png_of_logo
from desktop.report.styles import AXIS, TextStyle
from models.figures import form_glyph
from models.wording.words import bare_form

__all__ = ["title_items", "wide"]

_SIGN = 62.0
_LONG = 90
"""Signs of a title; a longer one, or one on a page that goes on, is set smaller."""

_LABEL_ROOM = AXIS - 4
_FACTS_BEFORE = 28.0


def wide(label: str, style: TextStyle, room: float = _LABEL_ROOM) -> bool:
    """Whether ``label`` is too wide for the margin."""
    from desktop.report.pdf.drawing import width_of

    return len(label) > 60 or width_of(label, style) > room


def title_items(page: tree.TitlePage) -> Iterator[Item]:
    """The parts of the first page, in reading order."""
    if page.logo is not None:
        yield from _logo(page.logo)
    yield Para(Style.KIND, (Piece(page.kind),), keep=True, right=page.status)
    if page.form is not None and page.whole:
        words = f"Het teken van de vorm {bare_form(page.form)}"
        yield Picture(png_of(form_glyph(page.form, _SIGN)), _SIGN, _SIGN, "Teken", words, Style.SIGN, keep=True)
    small = not page.whole or len(page.title) > _LONG
    yield Para(Style.TITLE_SMALL if small else Style.TITLE, (Piece(page.title),), keep=True)
    if page.subtitle:
        yield Para(Style.SUBTITLE, (Piece(page.subtitle),), keep=True)
    yield from _advice(page)
    for number, (label, value) in enumerate(page.facts):
        given = (Piece(label, Look.CELL_LABEL),)
        before = 0.0 if number or not page.whole else _FACTS_BEFORE
        too_wide = wide(label, styles.CELL_FIRST)
        yield Para(Style.FACT, (Piece(value),), given, too_wide, before=before or None)


def _logo(logo: tree.Logo) -> Iterator[Item]:
    found = png_of_logo(logo)
    if found is not None:
        yield Picture(*found, "Logo", logo.alt or "Logo", Style.SIGN, keep=True)


def _advice(page: tree.TitlePage) -> Iterator[Item]:
    for number, sentence in enumerate(page.sentences):
        label = (Piece(page.label, Look.LABEL),) if page.label and not number else ()
        too_wide = wide(page.label, styles.LABEL) if label else False
        yield Para(Style.LEAD, (Piece(sentence),), label, too_wide)
    if page.ask:
        yield Para(Style.BODY, (Piece(page.ask),), keep=bool(page.decisions), before=_FACTS_BEFORE / 2)
    if page.decisions:
        yield Listing(ListKind.ASKED, tuple((Piece(text),) for text in page.decisions))
