"""From the blocks of the tree to parts: which style, which label, which tag, what stays together."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import assert_never

from desktop.report import styles, tree
from desktop.report.pdf.blocks import Block, FigurePart, Told, Trim
from desktop.report.pdf.drawing import MARK_ROOM
from desktop.report.pdf.forms import form_table, signatures
from desktop.report.pdf.opening import ContentsList, Opening, PanelHead
from desktop.report.pdf.parts import Break, Part, kept_with_next
from desktop.report.pdf.places import Place, places_of
from desktop.report.pdf.tables import facts_table, grid_table
from desktop.report.pdf.tags import Element
from desktop.report.pdf.texts import text
from desktop.report.styles import ALONG, AXIS, COLUMN, LINE, TextStyle
from models.figures import Role

__all__ = ["story_of"]

_KINDS = {
    tree.ParagraphKind.BODY: styles.BODY,
    tree.ParagraphKind.NOTE: styles.NOTE,
    tree.ParagraphKind.WORDS: styles.NOTE,
}
_LABELS = {tree.LabelKind.PLAIN: styles.LABEL, tree.LabelKind.REMARK: styles.LABEL_REMARK}
_HEADINGS = {1: styles.H1, 2: styles.H2}
_DEEPEST = 3
_BULLET = "•"
_BULLET_ROOM, _NUMBER_ROOM = 12.0, 18.0
_CHAPTER_ROOM = 12 * LINE
_HAIR = (Role.RULE, 0.5)
_ASK = "Gevraagd besluit"


def story_of(document: tree.Document, root: Element, told: Callable[[float], object]) -> list[Part]:
    """All parts of ``document`` in reading order, with their elements under ``root``; ``told``: how far, 0 to 1."""
    places = tuple(places_of(document))
    chapters = tuple(place for place in places if place.level == 1 and place.label)
    story = _Story(root, iter(places), chapters)
    made: list[Part] = []
    for number, block in enumerate(document.blocks):
        told(number / len(document.blocks))
        made += story.parts(block)
    return made


@dataclass(slots=True)
class _Story:
    """``root``: of all tags; ``section``: the chapter's; ``level``: of the last heading."""

    root: Element
    places: Iterator[Place]
    chapters: tuple[Place, ...]
    section: Element = field(init=False)
    level: int = 0

    def __post_init__(self) -> None:
        self.section = self.root

    def parts(self, block: tree.Block) -> Iterator[Part]:
        match block:
            case tree.Heading():
                yield self._heading(block)
            case tree.Panel():
                yield from self._panel(block)
            case tree.Contents():
                yield ContentsList(block, self.chapters, self.root.add("Sect"), before=14)
            case tree.Together():
                yield from _together([part for inner in block.blocks for part in self.parts(inner)])
            case tree.Table() | tree.FormTable():
                yield from self._table(block)
            case tree.FigureBlock():
                yield from self._figure(block)
            case tree.TitlePage():
                yield from self._title_page(block)
            case tree.SignatureBlock():
                yield from signatures(block, self.section.add("Sect"))
            case tree.PageBreak():
                yield Break()
            case _:
                yield from self._text(block)

    def _text(
        self,
        block: tree.KeySentence
        | tree.Paragraph
        | tree.LabelledParagraph
        | tree.BulletList
        | tree.NumberedList
        | tree.Entry,
    ) -> Iterator[Part]:
        match block:
            case tree.KeySentence():
                yield kept_with_next(self._block(block.text, styles.KEY))
            case tree.Paragraph():
                yield self._paragraph(block)
            case tree.LabelledParagraph():
                yield self._block(block.runs, styles.BODY, block.label, _LABELS[block.kind])
            case tree.BulletList():
                yield from self._items(block.items, [_BULLET] * len(block.items), _BULLET_ROOM, "Disc")
            case tree.NumberedList():
                signs = [f"{number}." for number in range(1, len(block.items) + 1)]
                yield from self._items(block.items, signs, _NUMBER_ROOM, "Decimal")
            case tree.Entry():
                yield self._entry(block)
            case _:
                assert_never(block)

    def _block(
        self, given: tree.Inline | str, style: TextStyle, label: str = "", label_style: TextStyle = styles.LABEL
    ) -> Block:
        """Text along the axis with a label in the margin: one paragraph."""
        element = self.section.add("P")
        left = _label(label, label_style, element)
        return Block([(text(given, style, ALONG), element)], left, before=style.before, after=style.after)

    def _paragraph(self, block: tree.Paragraph) -> Part:
        words = block.kind is tree.ParagraphKind.WORDS
        made = self._block((tree.bold("In woorden. "), *block.runs) if words else block.runs, _KINDS[block.kind])
        if not block.leads:
            return made
        made.after = styles.ITEM.after
        return kept_with_next(made)

    def _items(self, items: tuple[tree.Inline, ...], signs: list[str], room: float, numbering: str) -> Iterator[Part]:
        sign_style = replace(styles.ITEM, colour=Role.ACCENT, hyphenate=0)
        listed = self.section.add("L", numbering=numbering)
        for number, (runs, sign) in enumerate(zip(items, signs, strict=True), start=1):
            item = listed.add("LI")
            mark = (text(sign, sign_style, room), item.add("Lbl"))
            body = (text(runs, styles.ITEM, ALONG - room), item.add("LBody"))
            after = styles.BODY.after if number == len(items) else styles.ITEM.after
            yield Block([body], [mark], x=AXIS + room, left_x=AXIS, after=after)

    def _headed(self, level: int) -> Element:
        """The element of a heading: a level is never skipped, whatever the blocks say."""
        if level == 1:
            self.section = self.root.add("Sect")
        self.level = min(level, self.level + 1, _DEEPEST)
        return self.section.add(f"H{self.level}")

    def _heading(self, block: tree.Heading) -> Part:
        decision = block.kind is tree.HeadingKind.DECISION
        style = styles.DECISION if decision else _HEADINGS.get(block.level, styles.H3)
        element = self._headed(block.level)
        label_style = styles.DECISION_LABEL if decision else replace(style, colour=Role.ACCENT, balance=False)
        left = _label(block.label, label_style, element)
        body = [(text(block.text, style, ALONG), element)]
        place = next(self.places)
        if block.level > 1:
            under = Block(body, left, place=place, before=style.before, after=style.after)
            under.heads = True
            return kept_with_next(under)
        trim = Trim(rule=(Role.ACCENT, 1), top=10.5)
        made = Block(body, left, trim=trim, place=place, before=style.before, after=7)
        made.wants = _CHAPTER_ROOM
        return kept_with_next(made)

    def _caption(self, label: str, caption: str, unit: str, space: float, element: Element) -> Iterator[Part]:
        title = _captioned(caption, styles.CAPTION, element, _label(label, styles.LABEL, element))
        title.after = 0 if unit else space
        yield kept_with_next(title)
        if unit:
            line = _captioned(unit, styles.CAPTION_UNIT, element)
            line.after = space
            yield kept_with_next(line)

    def _table(self, table: tree.Table | tree.FormTable) -> Iterator[Part]:
        element = self.section.add("Table")
        yield from self._caption(f"Tabel {table.number}", table.caption, table.unit, 0, element.add("Caption"))
        if isinstance(table, tree.FormTable):
            yield form_table(table, element)
            return
        if not table.note:
            yield grid_table(table, element)
            return
        made = grid_table(table, element, after=0)
        note = self._block(table.note, styles.NOTE)
        made.tail = note.before + note.least
        yield kept_with_next(made) if made.whole else made
        yield note

    def _figure(self, block: tree.FigureBlock) -> Iterator[Part]:
        caption = list(
            self._caption(f"Figuur {block.number}", block.figure.title, block.unit, 7, self.section.add("Caption"))
        )
        caption[0].floats = True
        yield from caption
        element = self.section.add("Figure", alt=block.figure.alt or block.figure.title or f"Figuur {block.number}")
        yield kept_with_next(FigurePart(block.figure, element))
        yield self._paragraph(tree.Paragraph(tree.plain(block.words), tree.ParagraphKind.WORDS))

    def _entry(self, block: tree.Entry) -> Part:
        room = MARK_ROOM if block.mark is not None else 0
        head = self.section.add("P")
        left = [(text(block.label, styles.CELL_FIRST, COLUMN - room), head)]
        if block.note:
            left.append((text(block.note, styles.SMALL, COLUMN), head))
        body = [(text(block.title, styles.H3, ALONG), head)]
        body += [(text(runs, styles.BODY, ALONG), self.section.add("P")) for runs in block.paragraphs]
        trim = Trim(rule=_HAIR, top=6, mark=block.mark)
        return Block(body, left, trim=trim, after=7)

    def _panel(self, panel: tree.Panel) -> Iterator[Part]:
        element = self._headed(1)
        yield kept_with_next(PanelHead(panel, next(self.places), element, self.section))
        for number, row in enumerate(panel.rows, start=1):
            last = number == len(panel.rows)
            trim = Trim(rule=_HAIR, top=6, foot=10 if last else 6, tint=Role.PANEL, closing=last)
            told = self.section.add("P")
            body = [(text(row.runs, styles.BODY, ALONG), told)]
            left = [(text(row.question, styles.CELL_FIRST, COLUMN), told)]
            made = Block(body, left, trim=trim, after=21 if last else 0)
            made.whole = True
            yield made

    def _title_page(self, page: tree.TitlePage) -> Iterator[Part]:
        self.section, self.level = self.root.add("Sect"), 1
        yield Opening(page, self.section, after=35 if page.whole else 14)
        for number, sentence in enumerate(page.sentences):
            made = self._block(sentence, styles.KEY, "" if number else page.label, styles.LABEL_STRONG)
            made.after = 7
            yield made
        if page.ask:
            made = self._block(page.ask, styles.BODY, _ASK, styles.LABEL_STRONG)
            made.before = 28 if page.whole else 7
            yield kept_with_next(made) if page.decisions else made
        if page.decisions:
            yield from self._decisions(page.decisions, large=page.whole)
        if page.facts:
            facts = facts_table(page.facts, self.section.add("Table"), before=21)
            facts.sinks = page.whole
            yield facts

    def _decisions(self, decisions: tuple[str, ...], *, large: bool) -> Iterator[Part]:
        """A numbered list; large: each between hairlines, with a large numeral."""
        listed = self.section.add("L", numbering="Decimal")
        for number, decision in enumerate(decisions, start=1):
            item, last = listed.add("LI"), number == len(decisions)
            left = _label(str(number), styles.NUMERAL if large else styles.NUMBER, item.add("Lbl"))
            body = [(text(decision, styles.DECISION if large else styles.BODY, ALONG), item.add("LBody"))]
            trim = Trim(rule=_HAIR, top=5, foot=5, under=_HAIR if last else None) if large else None
            made = Block(body, left, trim=trim, after=styles.BODY.after if last and not large else 0)
            made.whole = True
            yield made


def _label(given: str, style: TextStyle, element: Element) -> tuple[Told, ...]:
    return ((text(given, style, COLUMN), element),) if given else ()


def _captioned(given: str, style: TextStyle, element: Element, left: tuple[Told, ...] = ()) -> Block:
    return Block([(text(given, style, ALONG), element)], left, before=style.before, after=style.after)


def _together(parts: list[Part]) -> Iterator[Part]:
    for part in parts[:-1]:
        yield kept_with_next(part)
    for part in parts[-1:]:
        part.whole = True
        yield part
