"""The fields of the form: names in a tree, widgets on their spots, and the font for what is typed.

The font is Source Sans Pro, embedded whole, in Windows encoding: so € and the letters of Dutch names work in every
viewer, also those that the form does not hold yet.
"""

import struct
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from desktop.questionnaire.questions import MARK_FIELD
from desktop.questionnaire.sheet import Spot, SpotKind
from desktop.report.fonts import FONT_FOLDER, base_face
from models.figures import Weight

__all__ = ["add_fields"]

_FONT = "/SourceSansPro"
_SIZE = 10
_LOOK = f"{_FONT} {_SIZE} Tf 0.106 0.141 0.157 rg"
_MULTILINE, _RADIO, _COMBO = 1 << 12, 1 << 15, 1 << 17
_READ_ONLY, _NO_EXPORT = 1, 1 << 2
_PRINT = 4
_NUMBERS = (" ", *map(str, range(11)))
_FIRST, _LAST = 32, 255


def add_fields(pdf: Pdf, spots: Sequence[Spot], mark: str) -> tuple[Object, ...]:
    """Put a field on every spot; returns the widgets, in the order of ``spots``. ``mark``: kept in a field too."""
    font = pdf.make_indirect(_font(pdf))
    tree = _Tree(pdf)
    widgets = []
    shared: dict[tuple[float, float], Object] = {}
    for spot in spots:
        widget = pdf.make_indirect(_widget(spot, pdf, font))
        if spot.kind is SpotKind.BUTTON:
            radio = tree.radio(spot)
            widget.Parent = radio
            radio.Kids.append(widget)
            widget.AP = Dictionary(N=Dictionary({f"/{spot.state}": _dot(pdf, spot, shared), "/Off": _empty(pdf, spot)}))
        else:
            tree.add(spot.field, widget)
        page = pdf.pages[spot.page].obj
        if Name.Annots not in page:
            page.Annots = Array()
        page.Annots.append(widget)
        widgets.append(widget)
    hidden = pdf.make_indirect(
        Dictionary(FT=Name.Tx, Ff=_READ_ONLY | _NO_EXPORT, V=String(mark), TU=String("Merkteken"))
    )
    tree.add(MARK_FIELD, hidden)
    fonts = Dictionary({_FONT: font})
    pdf.Root.AcroForm = pdf.make_indirect(
        Dictionary(Fields=tree.roots, DA=String(_LOOK), DR=Dictionary(Font=fonts), SigFlags=0)
    )
    return tuple(widgets)


class _Tree:
    """Fields by their full name, each part of the name a field of its own."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self.roots = Array()
        self._holders: dict[str, Object] = {}
        self._radios: dict[str, Object] = {}

    def add(self, name: str, field: Object) -> None:
        """Hang a field under its name."""
        holder, _, last = name.rpartition(".")
        field.T = String(last)
        if holder:
            field.Parent = self._holder(holder)
            field.Parent.Kids.append(field)
        else:
            self.roots.append(field)

    def radio(self, spot: Spot) -> Object:
        """The field of a row of buttons."""
        if spot.field not in self._radios:
            made = Dictionary(FT=Name.Btn, Ff=_RADIO, TU=String(spot.question), Kids=Array(), V=Name.Off)
            self._radios[spot.field] = self._pdf.make_indirect(made)
            self.add(spot.field, self._radios[spot.field])
        return self._radios[spot.field]

    def _holder(self, name: str) -> Object:
        if name not in self._holders:
            self._holders[name] = self._pdf.make_indirect(Dictionary(Kids=Array()))
            self.add(name, self._holders[name])
        return self._holders[name]


def _widget(spot: Spot, pdf: Pdf, font: Object) -> Dictionary:
    widget = Dictionary(
        Type=Name.Annot,
        Subtype=Name.Widget,
        Rect=Array([round(side, 2) for side in spot.box]),
        F=_PRINT,
        P=pdf.pages[spot.page].obj,
        TU=String(spot.label),
        Contents=String(spot.label),
    )
    if spot.kind is SpotKind.BUTTON:
        widget.AS = Name.Off
        widget.MK = Dictionary(CA=String("l"))
        return widget
    widget.DA = String(_LOOK)
    widget.AP = Dictionary(N=_empty(pdf, spot, font))
    if spot.kind is SpotKind.NUMBER:
        widget.FT, widget.Ff, widget.Opt = Name.Ch, _COMBO, Array([String(number) for number in _NUMBERS])
    else:
        widget.FT, widget.Ff = Name.Tx, _MULTILINE if spot.kind is SpotKind.AREA else 0
    return widget


def _empty(pdf: Pdf, spot: Spot, font: Object | None = None) -> Object:
    """What a field shows that holds nothing; its frame is on the page itself."""
    fonts = Dictionary() if font is None else Dictionary(Font=Dictionary({_FONT: font}))
    return _shape(pdf, spot, b"" if font is None else b"/Tx BMC EMC", fonts)


def _dot(pdf: Pdf, spot: Spot, shared: dict[tuple[float, float], Object]) -> Object:
    """The dot of a button that is chosen."""
    width, height = _size(spot)
    if (width, height) not in shared:
        x, y, r = width / 2, height / 2, width / 2 - 5.5
        c = 0.5523 * r
        rows = (
            "0.047 0.290 0.341 rg",
            f"{x + r:.2f} {y:.2f} m",
            f"{x + r:.2f} {y + c:.2f} {x + c:.2f} {y + r:.2f} {x:.2f} {y + r:.2f} c",
            f"{x - c:.2f} {y + r:.2f} {x - r:.2f} {y + c:.2f} {x - r:.2f} {y:.2f} c",
            f"{x - r:.2f} {y - c:.2f} {x - c:.2f} {y - r:.2f} {x:.2f} {y - r:.2f} c",
            f"{x + c:.2f} {y - r:.2f} {x + r:.2f} {y - c:.2f} {x + r:.2f} {y:.2f} c f",
        )
        shared[width, height] = _shape(pdf, spot, "\n".join(rows).encode(), Dictionary())
    return shared[width, height]


def _shape(pdf: Pdf, spot: Spot, drawn: bytes, resources: Dictionary) -> Object:
    made = pdf.make_stream(drawn)
    made.Type, made.Subtype = Name.XObject, Name.Form
    made.BBox = Array([0, 0, *_size(spot)])
    made.Resources = resources
    return made


def _size(spot: Spot) -> tuple[float, float]:
    left, bottom, right, top = spot.box
    return round(right - left, 2), round(top - bottom, 2)


# --- the font


def _font(pdf: Pdf) -> Dictionary:
    data = (FONT_FOLDER / "SourceSansPro-Regular.ttf").read_bytes()
    file = pdf.make_stream(data)
    file.Length1 = len(data)
    return Dictionary(
        Type=Name.Font,
        Subtype=Name.TrueType,
        BaseFont=Name("/SourceSansPro-Regular"),
        Encoding=Name.WinAnsiEncoding,
        FirstChar=_FIRST,
        LastChar=_LAST,
        Widths=Array(_widths()),
        FontDescriptor=pdf.make_indirect(_descriptor(data, file)),
        ToUnicode=pdf.make_stream(_to_unicode()),
    )


def _descriptor(data: bytes, file: Object) -> Dictionary:
    metrics = _metrics(data)
    return Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name("/SourceSansPro-Regular"),
        FontFamily=String("Source Sans Pro"),
        Flags=32,
        FontBBox=Array(metrics["box"]),
        ItalicAngle=0,
        Ascent=metrics["ascent"],
        Descent=metrics["descent"],
        CapHeight=660,
        StemV=80,
        FontFile2=file,
    )


def _metrics(data: bytes) -> Mapping[str, Any]:
    """What the tables ``head`` and ``hhea`` of the file say, in thousandths of the size."""
    count = struct.unpack(">H", data[4:6])[0]
    rows = (struct.unpack(">4sLLL", data[12 + 16 * n : 28 + 16 * n]) for n in range(count))
    at = {tag: start for tag, _, start, _ in rows}
    units = struct.unpack(">H", data[at[b"head"] + 18 : at[b"head"] + 20])[0]
    box = struct.unpack(">4h", data[at[b"head"] + 36 : at[b"head"] + 44])
    ascent, descent = struct.unpack(">2h", data[at[b"hhea"] + 4 : at[b"hhea"] + 8])
    return {
        "box": [round(side * 1000 / units) for side in box],
        "ascent": round(ascent * 1000 / units),
        "descent": round(descent * 1000 / units),
    }


@lru_cache(maxsize=1)
def _signs() -> Mapping[int, str]:
    """The signs of the Windows encoding that are there, by code."""
    found = ((code, bytes([code]).decode("cp1252", "replace")) for code in range(_FIRST, _LAST + 1))
    return {code: sign for code, sign in found if sign != "\ufffd" and code != 127}


def _widths() -> list[float]:
    advances = base_face(Weight.REGULAR).advances
    signs = _signs()
    # 0x2022 stands for codes without a sign, as the standard has it
    return [round(advances.get(ord(signs.get(code, "\u2022")), 0)) for code in range(_FIRST, _LAST + 1)]


def _to_unicode() -> bytes:
    rows = [f"<{code:02X}> <{ord(sign):04X}>" for code, sign in _signs().items()]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    blocks = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
        "1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{blocks}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    ).encode()
