"""What is seen of a signature in its field: some lines of text in our own embedded typeface.

pyHanko embeds fonts only with libraries that we do not need otherwise, so the subset is made with reportlab. PDF/A
asks that every sign has its width and its Unicode value in the file.
"""

import hashlib
import zlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.content import ResourceType
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.layout import BoxConstraints
from pyhanko.pdf_utils.writer import BasePdfFileWriter
from pyhanko.stamp import BaseStamp, BaseStampStyle
from reportlab.pdfbase import pdfmetrics

from desktop.report.fonts import Face, faces_for, printable
from models.figures import Weight

__all__ = ["LinesStyle", "StampLine"]

_LARGEST, _SMALLEST, _STEP = 9.5, 4.0, 0.5
_LEADING = 1.22
_ASCENT = 0.95
_INSET = 2.0
_MOST = 400
"""Signs of a line that are looked at; a field has no room for more."""

_MORE = "…"
_INK = b"0.07 0.16 0.17 rg"


@dataclass(frozen=True)
class StampLine:
    """A line of text; ``strong``: in semibold."""

    text: str
    strong: bool = False

    @property
    def weight(self) -> Weight:
        """The weight that it is printed in."""
        return Weight.SEMIBOLD if self.strong else Weight.REGULAR


@dataclass(frozen=True)
class LinesStyle(BaseStampStyle):
    """A stamp of some lines, as large as fits the field."""

    border_width: int = 0
    lines: tuple[StampLine, ...] = ()

    def create_stamp(self, writer: BasePdfFileWriter, box: BoxConstraints, text_params: dict[str, Any]) -> "_Lines":  # noqa: ARG002
        """The stamp for a field of the size of ``box``."""
        return _Lines(writer, self, box)


class _Lines(BaseStamp):
    def _render_inner_content(self) -> list[bytes]:
        size, lines = fitted(self.style.lines, self.box.width - 2 * _INSET, self.box.height - 2 * _INSET)
        fonts = {face: _Subset(face, text) for face, text in _texts_by_face(lines).items()}
        for at, (_face, font) in enumerate(fonts.items()):
            font.name = f"/VW{at}"
            self.set_resource(ResourceType.FONT, pdf_name(font.name), font.add_to(self._ensure_writer))
        commands = [b"BT", _INK]
        y = self.box.height - _INSET - size * _ASCENT
        for line in lines:
            x = _INSET
            for face, text in _stretches(line):
                font = fonts[face]
                commands.append(b"%s %.1f Tf 1 0 0 1 %.2f %.2f Tm" % (font.name.encode(), size, x, y))
                commands.append(b"<%s> Tj" % font.codes(text))
                x += face.width(text, size)
            y -= size * _LEADING
        return [*commands, b"ET"]


def fitted(lines: Sequence[StampLine], width: float, height: float) -> tuple[float, tuple[StampLine, ...]]:
    """The largest size at which ``lines`` fit the box, and the lines as broken for it; sizes in points.

    Where even the smallest size is too large, what does not fit is left out, and the last line says so.
    """
    size = _LARGEST
    while True:
        broken = tuple(part for line in lines for part in _broken(line, size, width))
        room = max(1, int(height / (size * _LEADING) + 0.15))
        if len(broken) <= room:
            return size, broken
        if size - _STEP < _SMALLEST:
            kept = broken[:room]
            last = StampLine(_shortened(kept[-1], size, width), kept[-1].strong)
            return size, (*kept[:-1], last)
        size -= _STEP


def _broken(line: StampLine, size: float, width: float) -> Iterator[StampLine]:
    """``line`` over as many lines as it needs; a word that is too long is cut."""
    now = ""
    for word in printable(" ".join(line.text[:_MOST].split())).split(" "):
        longer = f"{now} {word}" if now else word
        if _fits(longer, line, size, width):
            now = longer
            continue
        if now:
            yield StampLine(now, line.strong)
        now = word
        while len(now) > 1 and not _fits(now, line, size, width):
            cut = bisect_left(range(1, len(now)), True, key=lambda n: not _fits(now[:n], line, size, width))
            yield StampLine(now[: max(1, cut)], line.strong)
            now = now[max(1, cut) :]
    if now:
        yield StampLine(now, line.strong)


def _fits(text: str, line: StampLine, size: float, width: float) -> bool:
    return _width(StampLine(text, line.strong), size) <= width


def _shortened(line: StampLine, size: float, width: float) -> str:
    text = line.text
    while text and not _fits(text + _MORE, line, size, width):
        text = text[:-1]
    return text.rstrip() + _MORE


def _stretches(line: StampLine) -> tuple[tuple[Face, str], ...]:
    return faces_for(line.text.replace("\N{NO-BREAK SPACE}", " "), line.weight)


def _width(line: StampLine, size: float) -> float:
    return sum(face.width(text, size) for face, text in _stretches(line))


def _texts_by_face(lines: Sequence[StampLine]) -> dict[Face, str]:
    texts: dict[Face, str] = {}
    for line in lines:
        for face, text in _stretches(line):
            texts[face] = texts.get(face, "") + text
    return texts


class _Subset:
    """The signs of ``text`` in one face, as a font of glyph numbers."""

    def __init__(self, face: Face, text: str) -> None:
        self.name = ""
        self._face, self._signs = face, sorted(set(text))
        self._font: Any = pdfmetrics.getFont(face.name).face
        self._glyphs: dict[str, int] = {}
        numbers: dict[int, int] = {}
        for sign in self._signs:  # in the order in which makeSubset gives glyphs their new numbers
            old = self._font.charToGlyph[ord(sign)]
            self._glyphs[sign] = numbers.setdefault(old, len(numbers) + 1)

    def codes(self, text: str) -> bytes:
        """``text`` as the numbers of its glyphs, in hex."""
        return b"".join(b"%04X" % self._glyphs[sign] for sign in text)

    def add_to(self, writer: BasePdfFileWriter) -> generic.IndirectObject:
        """Put the font in the file; deterministic for the same text."""
        data = _ending_well(self._font.makeSubset([ord(sign) for sign in self._signs]))
        file: Any = generic.StreamObject({pdf_name("/Length1"): _number(len(data))}, stream_data=data)
        file.compress()
        base = pdf_name(f"/{self._tag()}+{self._face.name}")
        descriptor = writer.add_object(self._descriptor(base, writer.add_object(file)))
        inner = _dictionary(
            {
                pdf_name("/Type"): pdf_name("/Font"),
                pdf_name("/Subtype"): pdf_name("/CIDFontType2"),
                pdf_name("/BaseFont"): base,
                pdf_name("/CIDSystemInfo"): _dictionary(
                    {
                        pdf_name("/Registry"): generic.pdf_string("Adobe"),
                        pdf_name("/Ordering"): generic.pdf_string("Identity"),
                        pdf_name("/Supplement"): _number(0),
                    }
                ),
                pdf_name("/CIDToGIDMap"): pdf_name("/Identity"),
                pdf_name("/FontDescriptor"): descriptor,
                pdf_name("/W"): self._widths(),
            }
        )
        unicode_map: Any = generic.StreamObject(stream_data=self._to_unicode())
        return writer.add_object(
            _dictionary(
                {
                    pdf_name("/Type"): pdf_name("/Font"),
                    pdf_name("/Subtype"): pdf_name("/Type0"),
                    pdf_name("/BaseFont"): base,
                    pdf_name("/Encoding"): pdf_name("/Identity-H"),
                    pdf_name("/DescendantFonts"): generic.ArrayObject([writer.add_object(inner)]),
                    pdf_name("/ToUnicode"): writer.add_object(unicode_map),
                }
            )
        )

    def _tag(self) -> str:
        digest = hashlib.sha256("".join(self._signs).encode()).digest()
        return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])

    def _descriptor(self, base: generic.NameObject, file: generic.IndirectObject) -> Any:
        font = self._font
        return _dictionary(
            {
                pdf_name("/Type"): pdf_name("/FontDescriptor"),
                pdf_name("/FontName"): base,
                pdf_name("/Flags"): _number(4),
                pdf_name("/FontBBox"): generic.ArrayObject([_number(edge) for edge in font.bbox]),
                pdf_name("/ItalicAngle"): _number(font.italicAngle),
                pdf_name("/Ascent"): _number(font.ascent),
                pdf_name("/Descent"): _number(font.descent),
                pdf_name("/CapHeight"): _number(font.capHeight),
                pdf_name("/StemV"): _number(font.stemV),
                pdf_name("/FontFile2"): file,
            }
        )

    def _widths(self) -> generic.ArrayObject:
        by_glyph = {glyph: self._face.advances[ord(sign)] for sign, glyph in self._glyphs.items()}
        widths = generic.ArrayObject([_number(by_glyph[glyph]) for glyph in sorted(by_glyph)])
        return generic.ArrayObject([_number(1), widths])

    def _to_unicode(self) -> bytes:
        by_glyph = {glyph: sign for sign, glyph in reversed(self._glyphs.items())}
        rows = [
            b"<%04X> <%s>" % (glyph, by_glyph[glyph].encode("utf-16-be").hex().upper().encode())
            for glyph in sorted(by_glyph)
        ]
        blocks = [rows[at : at + 100] for at in range(0, len(rows), 100)]
        middle = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(block), b"\n".join(block)) for block in blocks)
        return (
            b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            b"/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            + middle
            + b"\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
        )


def _ending_well(data: bytes) -> bytes:
    """``data`` with zeros behind it until, compressed, it does not end in a line end.

    PDF/A wants the length of a stream to be right, and a line end before "endstream" can be taken for none of it. The
    last byte of compressed data is the last of its checksum; zeros behind a font belong to no table of it.
    """
    while zlib.adler32(data) & 0xFF in b"\r\n":
        data += b"\0"
    return data


def _dictionary(values: dict[generic.NameObject, Any]) -> Any:
    made: Any = generic.DictionaryObject  # pyHanko gives its makers no types
    return made(values)


def _number(value: float) -> Any:
    made: Any = generic.NumberObject
    return made(round(value))
