"""The .odt around the body: odfpy keeps the package, the styles, the properties and the list of files."""

import io
from hashlib import sha256
from typing import Any

from odf import config, dc, meta
from odf.element import Element
from odf.namespaces import nsdict
from odf.opendocument import OpenDocument

from desktop.report import tree
from desktop.report.office.archive import dated, moment_of
from desktop.report.office.clean import one_line
from desktop.report.office.items import Item
from desktop.report.office.odf_body import OdfBody
from desktop.report.office.odf_styles import add_styles
from desktop.report.office.running import FIELDS
from desktop.report.office.story import items_of

__all__ = ["odt_bytes"]

_KIND = "application/vnd.oasis.opendocument.text"
_PREFIXES = frozenset(
    (
        "config",
        "dc",
        "draw",
        "fo",
        "manifest",
        "meta",
        "number",
        "office",
        "ooo",
        "style",
        "svg",
        "table",
        "text",
        "xlink",
    )
)
_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class _Text(OpenDocument):  # type: ignore[misc]
    """A text whose content is text already: odfpy takes long for many elements, and drops styles it has not made."""

    def __init__(self) -> None:
        super().__init__(_KIND)
        self.content = b""

    def contentxml(self) -> bytes:
        return self.content


def odt_bytes(document: tree.Document) -> bytes:
    """The file; equal documents give equal bytes."""
    made: Any = _Text()
    # odfpy names the name spaces that any element in this process used: name the same ones each time.
    Element.namespaces.clear()
    Element.namespaces.update((space, prefix) for prefix, space in _spaces())
    add_styles(made, document.meta)
    _properties(made, document.meta)
    _settings(made)
    made.content = _content(made, tuple(items_of(document)))
    target = io.BytesIO()
    made.write(target)
    return dated(target.getvalue(), moment_of(document.meta.dated))


def _spaces() -> list[tuple[str, str]]:
    return sorted((prefix, space) for space, prefix in nsdict.items() if prefix in _PREFIXES)


def _content(made: Any, items: tuple[Item, ...]) -> bytes:
    def stored(data: bytes) -> str:
        name = f"Pictures/{sha256(data).hexdigest()[:16]}.png"
        return str(made.addPicture(name, "image/png", data))

    body = OdfBody(stored, "First_20_Page")
    words = body.xml(items)
    spaces = " ".join(f'xmlns:{prefix}="{space}"' for prefix, space in _spaces())
    fonts = io.StringIO()
    made.fontfacedecls.toXml(1, fonts)
    return (
        f'{_HEAD}<office:document-content {spaces} office:version="1.2">{fonts.getvalue()}<office:automatic-styles>'
        f"{body.automatic}</office:automatic-styles><office:body><office:text>{words}</office:text></office:body>"
        "</office:document-content>"
    ).encode()


def _properties(made: Any, given: tree.Meta) -> None:
    when = moment_of(given.dated).isoformat()
    for element in (
        dc.Title(text=one_line(given.title)),
        dc.Subject(text=one_line(given.kind)),
        meta.InitialCreator(text=one_line(given.author)),
        dc.Creator(text=one_line(given.author)),
        meta.CreationDate(text=when),
        dc.Date(text=when),
        dc.Language(text=given.language),
    ):
        made.meta.addElement(element)
    for name, field in FIELDS.items():
        made.meta.addElement(meta.UserDefined(name=name, valuetype="string", text=one_line(getattr(given, field))))


def _settings(made: Any) -> None:
    """Tab stops count from the indent, as ODF says."""
    held = config.ConfigItemSet(name="ooo:configuration-settings")
    held.addElement(config.ConfigItem(name="TabsRelativeToIndent", type="boolean", text="true"))
    made.settings.addElement(held)
