"""What stands in the header and the footer: words, tabs and fields."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop.report.office.clean import one_line
from desktop.report.tree import Meta

__all__ = ["FIELDS", "INTERNAL", "Field", "footer_parts", "header_parts"]

INTERNAL = " Intern, niet openbaar "

FIELDS: Mapping[str, str] = {
    "Soort": "kind",
    "Status": "status",
    "Versie": "version",
    "Datum": "dated",
    "Controlecode": "code",
}
"""Properties of the file that the running lines show, and where in the tree they stand."""


@dataclass(frozen=True, slots=True)
class Field:
    """A field: a property by its name, ``page`` or ``pages``; ``value``: what it shows now."""

    name: str
    value: str


def _field(name: str, meta: Meta) -> Field:
    return Field(name, one_line(getattr(meta, FIELDS[name])))


def header_parts(meta: Meta) -> tuple[Field | str, ...]:
    """Kind, and at the right end the status."""
    return (_field("Soort", meta), "\t", _field("Status", meta))


def footer_parts(meta: Meta) -> tuple[Field | str, ...]:
    """Version; date and code; page of pages."""
    return (
        _field("Versie", meta),
        "\t",
        _field("Datum", meta),
        "   ·   controlecode ",
        _field("Controlecode", meta),
        "\t",
        f"{one_line(meta.page_word)} ",
        Field("page", "1"),
        " van ",
        Field("pages", "1"),
    )
