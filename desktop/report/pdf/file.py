"""The file: what reportlab made of pages, fonts and pictures, with our tags, links, fields, outline and properties.

PDF 1.7, made to hold both PDF/UA-1 and PDF/A-2a. All objects but streams go into compressed object streams, and a
cross-reference stream says where: thousands of tags are then small. One pass, without a second library.
"""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from struct import pack

from desktop.report import tree
from desktop.report.pdf import rl
from desktop.report.pdf.canvas import ReportCanvas
from desktop.report.pdf.outline import outline_objects
from desktop.report.pdf.properties import info, metadata, pdf_text
from desktop.report.pdf.structure import Structure
from desktop.report.pdf.tags import Element, Field, Link

__all__ = ["written"]

_PROFILE = Path(__file__).resolve().parents[3] / "resources" / "colour" / "sRGB.icc"
_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_IN_ONE = 200
"""Objects in an object stream: few enough to read one of them fast."""

_LEVEL = 6


def written(canvas: ReportCanvas, meta: tree.Meta, root: Element) -> bytes:
    """The bytes of the file. The canvas must not be used after it."""
    pages = rl.pages_of(canvas)
    numbers = [rl.number_of(canvas, page) for page in pages]
    notes = list(_notes(root))
    places = {id(note): rl.reserved(canvas) for note in notes}
    for index, page in enumerate(pages):
        page.StructParents, page.Tabs = index, "/S"
        page.Annots = [f"{places[id(note)]} 0 R" for note in notes if note.page == index]
    objects = {
        "tree": rl.reserved(canvas),
        "metadata": rl.reserved(canvas),
        "profile": rl.reserved(canvas),
        "info": rl.reserved(canvas),
        "catalog": rl.reserved(canvas),
        "room": rl.reserved(canvas),
        "pages": rl.number_of(canvas, canvas._doc.Pages),
    }
    bodies = dict(rl.objects_of(canvas))
    for key, note in enumerate(notes, start=len(pages)):
        target = {place.key: (numbers[page], top) for page, top, place in reversed(canvas.places)}
        bodies[places[id(note)]] = _note(note, key, numbers[note.page], target, objects["room"])
    structure = Structure(root, numbers, places, objects["tree"], first=len(bodies) + 1)
    bodies.update(structure.objects())
    bodies[objects["tree"]] = structure.root()
    outline = outline_objects(canvas.places, numbers, first=len(bodies) + 1)
    bodies.update(outline)
    bodies[objects["metadata"]] = _stream("/Type/Metadata/Subtype/XML", metadata(meta), packed=False)
    bodies[objects["profile"]] = _stream("/N 3/Alternate/DeviceRGB", _PROFILE.read_bytes())
    bodies[objects["info"]] = info(meta)
    fields = [places[id(note)] for note in notes if isinstance(note, Field)]
    if fields:
        box = "/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<<>>"
        bodies[objects["room"]] = _stream(box, b"", packed=False)
    bodies[objects["catalog"]] = _catalog(meta, objects, min(outline, default=0), fields)
    return b"".join(_file(bodies, objects))


def _notes(element: Element) -> Iterator[Link | Field]:
    for kid in element.kids:
        if isinstance(kid, Element):
            yield from _notes(kid)
        elif isinstance(kid, Link | Field):
            yield kid


def _note(note: Link | Field, key: int, page: int, places: dict[str, tuple[int, float]], room: int) -> bytes:
    """An annotation: a link to a place or an address, or an empty signature field."""
    common = f"<</Type/Annot/F 4/P {page} 0 R/StructParent {key}"
    if isinstance(note, Field):
        left, bottom, right, top = note.box
        kind = f"/Subtype/Widget/FT/Sig/T{pdf_text(note.name)}/TU{pdf_text(note.words)}/AP<</N {room} 0 R>>"
        return f"{common}{kind}/Rect[{_numbers(left, bottom, right, top)}]>>".encode("ascii")
    lefts, bottoms, rights, tops = zip(*note.boxes, strict=True)
    area = _numbers(min(lefts), min(bottoms), max(rights), max(tops))
    corners = [_numbers(a, d, c, d, a, b, c, b) for a, b, c, d in note.boxes]
    quads = f"/QuadPoints[{' '.join(corners)}]" if len(corners) > 1 else ""
    kind = f"/Subtype/Link/Border[0 0 0]/Rect[{area}]{quads}/Contents{pdf_text(note.words)}"
    if note.address:
        return f"{common}{kind}/A<</S/URI/URI{pdf_text(note.address)}>>>>".encode("ascii")
    target, height = places.get(note.place, (page, 0.0))
    return f"{common}{kind}/Dest[{target} 0 R/XYZ 0 {_numbers(height + 14)} null]>>".encode("ascii")


def _numbers(*values: float) -> str:
    return " ".join(f"{round(value, 2):g}" for value in values)


def _catalog(meta: tree.Meta, objects: dict[str, int], outline: int, fields: Sequence[int]) -> bytes:
    parts = [
        f"<</Type/Catalog/Pages {objects['pages']} 0 R/Lang{pdf_text(meta.language)}",
        f"/StructTreeRoot {objects['tree']} 0 R/MarkInfo<</Marked true>>/Metadata {objects['metadata']} 0 R",
        "/ViewerPreferences<</DisplayDocTitle true>>",
        "/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)",
        f"/DestOutputProfile {objects['profile']} 0 R>>]",
    ]
    if outline:
        parts.append(f"/Outlines {outline} 0 R/PageMode/UseOutlines")
    if fields:
        parts.append(f"/AcroForm<</SigFlags 1/Fields[{' '.join(f'{number} 0 R' for number in fields)}]>>")
    return "".join([*parts, ">>"]).encode("ascii")


def _stream(entries: str, content: bytes, *, packed: bool = True) -> bytes:
    """A stream; its end is marked by two signs, or data that ends in the first of them would seem one shorter."""
    data = zlib.compress(content, _LEVEL) if packed else content
    how = "/Filter/FlateDecode" if packed else ""
    return f"<<{entries}{how}/Length {len(data)}>>\nstream\n".encode("ascii") + data + b"\r\nendstream"


def _file(bodies: dict[int, bytes], objects: dict[str, int]) -> Iterator[bytes]:
    """Head, streams, object streams, cross-reference stream."""
    places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    offset, total, digest = len(_HEAD), len(bodies), hashlib.sha256(_HEAD)
    yield _HEAD
    loose = {number for number, body in bodies.items() if body.endswith(b"endstream")} | {objects["info"]}
    parts = [(number, bodies[number]) for number in sorted(loose)]
    inside = [number for number in sorted(bodies) if number not in loose]
    for start in range(0, len(inside), _IN_ONE):
        group, total = inside[start : start + _IN_ONE], total + 1
        places.update({number: (2, total, place) for place, number in enumerate(group)})
        parts.append((total, _object_stream([(number, bodies[number]) for number in group])))
    for number, body in parts:
        places[number] = (1, offset, 0)
        whole = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        digest.update(whole)
        offset += len(whole)
        yield whole
    yield _references(places, total + 1, offset, objects, digest.hexdigest()[:32])


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    heads, offset, kept = [], 0, [body.strip() for _, body in objects]
    for (number, _), body in zip(objects, kept, strict=True):
        heads.append(f"{number} {offset}")
        offset += len(body) + 1
    head = " ".join(heads).encode("ascii") + b"\n"
    return _stream(f"/Type/ObjStm/N {len(objects)}/First {len(head)}", head + b"\n".join(kept))


def _references(
    places: dict[int, tuple[int, int, int]], number: int, offset: int, objects: dict[str, int], identity: str
) -> bytes:
    places[number] = (1, offset, 0)
    rows = b"".join(pack(">BIH", *places[key]) for key in sorted(places))
    entries = (
        f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {objects['catalog']} 0 R/Info {objects['info']} 0 R"
        f"/ID[<{identity}><{identity}>]"
    )
    return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, _stream(entries, rows), offset)
