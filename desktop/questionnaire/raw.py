"""What stands in the fields of a PDF, whatever program filled them, without trusting the file.

Programs differ: texts in UTF-16, UTF-8 or the encoding of PDF, a chosen button only in ``/V`` or only in ``/AS``,
names of buttons rewritten to numbers with the names in ``/Opt``. All of that is taken here; what a value means is
for :mod:`desktop.questionnaire.reading`.
"""

import codecs
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from desktop.questionnaire.errors import FormEncrypted, FormError, FormTooLarge, NotAPdf
from desktop.questionnaire.mark import INFO_KEY

__all__ = ["MAX_FORM", "RawField", "RawForm", "read_raw"]

MAX_FORM = 20_000_000
"""Bytes; a filled form has half a million."""

_MOST_FIELDS, _MOST_OBJECTS, _DEEPEST = 5_000, 200_000, 12
_MOST_INSIDE = 64_000_000
"""Bytes of one stream when unpacked."""
_MOST_NAME = 500


@dataclass(frozen=True, slots=True)
class RawField:
    """``values``: the different values that stand in it, none for an empty field. ``buttons``: it is a row of buttons.

    A value of buttons is the name of a state, or ``#3`` for the button at place 3 (from 0) where the name says nothing.
    """

    name: str
    values: tuple[str, ...]
    buttons: bool = False


@dataclass(frozen=True, slots=True)
class RawForm:
    """``marks``: the different texts of our mark that were found; ``fields``: by full name."""

    marks: tuple[str, ...]
    fields: Mapping[str, RawField]
    xfa: bool


def read_raw(data: bytes) -> RawForm:
    """Everything in the form in ``data``. Raises :class:`FormError`."""
    if len(data) > MAX_FORM:
        raise FormTooLarge
    if b"%PDF-" not in data[:1024]:
        raise NotAPdf
    try:
        with _limits(), pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            return _read(pdf)
    except pikepdf.PasswordError as error:
        raise FormEncrypted from error
    except FormError:
        raise
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, IndexError, AttributeError, RuntimeError) as error:
        # A file can be broken in any place; whatever pikepdf then raises means the same.
        raise NotAPdf from error


@contextmanager
def _limits() -> Iterator[None]:
    """A small file may not unpack to more than the machine holds."""
    before: dict[str, Any] = dict(pikepdf.settings.set_qpdf_limits(flate_max_memory=_MOST_INSIDE, doc_max_warnings=200))
    try:
        yield
    finally:
        pikepdf.settings.set_qpdf_limits(**before)


def _read(pdf: Pdf) -> RawForm:
    if len(pdf.objects) > _MOST_OBJECTS:
        raise FormTooLarge
    form = pdf.Root.get("/AcroForm")
    walk = _Walk()
    xfa = isinstance(form, Dictionary) and "/XFA" in form
    if isinstance(form, Dictionary):
        walk.fields(form.get("/Fields"), "", _Inherited(), 0)
    info = pdf.trailer.get("/Info")
    mark = _text(info.get(INFO_KEY)) if isinstance(info, Dictionary) else ""
    return RawForm((mark,) if mark else (), {name: made.finished(name) for name, made in walk.found.items()}, xfa)


@dataclass(frozen=True, slots=True)
class _Inherited:
    """What a field has from the fields above it."""

    kind: str = ""
    value: Object | None = None


class _Collected:
    """The values of one full name; a file may have more than one field of that name."""

    def __init__(self, *, buttons: bool) -> None:
        self.buttons = buttons
        self.values: dict[str, None] = {}

    def finished(self, name: str) -> RawField:
        return RawField(name, tuple(self.values), self.buttons)


class _Walk:
    def __init__(self) -> None:
        self.found: dict[str, _Collected] = {}
        self._seen: set[tuple[int, int]] = set()
        self._count = 0

    def fields(self, given: Any, above: str, inherited: _Inherited, depth: int) -> None:
        """Every field of a list; a field that was seen is not looked at again, so no circle is endless."""
        if not isinstance(given, Array) or depth > _DEEPEST:
            return
        for field in given:
            if not isinstance(field, Dictionary) or not self._is_new(field):
                continue
            self._count += 1
            if self._count > _MOST_FIELDS:
                raise FormTooLarge
            self._field(field, above, inherited, depth)

    def _is_new(self, field: Object) -> bool:
        key = field.objgen
        if key == (0, 0):
            return True
        if key in self._seen:
            return False
        self._seen.add(key)
        return True

    def _field(self, field: Object, above: str, inherited: _Inherited, depth: int) -> None:
        part = _text(field.get("/T"))[:_MOST_NAME]
        name = ".".join(filter(None, (above, part)))[:_MOST_NAME]
        kind = field.get("/FT")
        value = field.get("/V")
        mine = _Inherited(
            str(kind) if isinstance(kind, Name) else inherited.kind, inherited.value if value is None else value
        )
        below = field.get("/Kids")
        named = isinstance(below, Array) and any(isinstance(kid, Dictionary) and "/T" in kid for kid in below)
        if named:
            self.fields(below, name, mine, depth + 1)
        elif name:
            self._take(name, field, mine)

    def _take(self, name: str, field: Object, mine: _Inherited) -> None:
        buttons = mine.kind == "/Btn"
        held = self.found.setdefault(name, _Collected(buttons=buttons))
        held.buttons = held.buttons or buttons
        values = _pressed(field, mine.value) if buttons else _typed(mine.value)
        held.values |= dict.fromkeys(value for value in values if value.strip())


# --- values


def _typed(value: Any) -> Iterator[str]:
    if isinstance(value, Array):  # more than one choice of a list
        for entry in value:
            yield _text(entry)
    else:
        yield _text(value)


def _pressed(field: Object, value: Any) -> Iterator[str]:
    """The states of a row of buttons that are on: what the field says, and what the buttons show."""
    kids = field.get("/Kids")
    widgets = [kid for kid in kids if isinstance(kid, Dictionary)] if isinstance(kids, Array) else [field]
    names = [_state_of(widget) for widget in widgets]
    exported = field.get("/Opt")
    options = [_text(entry) for entry in exported] if isinstance(exported, Array) else []
    told = _text(value).lstrip("/")
    if told and told != "Off" and names.count(told) < 2:  # a name that buttons share says nothing
        yield _meant(told, names, options)
    for place, widget in enumerate(widgets):
        shown = widget.get("/AS")
        on = str(shown).lstrip("/") if isinstance(shown, Name) else "Off"
        if on == "Off":
            continue
        if names.count(on) > 1 or not on:
            yield f"#{place}"
        else:
            yield _meant(on, names, options)


def _meant(told: str, names: list[str], options: list[str]) -> str:
    """What the value ``told`` stands for: itself, an exported name, or the place of a button."""
    if told.isascii() and told.isdigit() and int(told[:4]) < len(options):
        return options[int(told[:4])]
    if names.count(told) == 1 and told.isascii() and told.isdigit():
        return f"#{names.index(told)}"
    return told


def _state_of(widget: Object) -> str:
    """The name of the state in which a button is on; empty where it has none."""
    looks = widget.get("/AP")
    normal = looks.get("/N") if isinstance(looks, Dictionary) else None
    if not isinstance(normal, Dictionary) or isinstance(normal, Stream):
        return ""
    return next((str(key).lstrip("/") for key in normal if str(key) != "/Off"), "")


def _text(value: Any) -> str:
    """The text of a value: a string in any encoding, a name, a number, a stream."""
    if isinstance(value, String):
        return _decoded(bytes(value))
    if isinstance(value, Stream):
        return _decoded(value.read_bytes())
    if isinstance(value, Name):
        return str(value).lstrip("/")
    if isinstance(value, bool) or value is None or isinstance(value, Object):
        return ""
    return str(value)


_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_BE, "utf-16-be"), (codecs.BOM_UTF16_LE, "utf-16-le"))


_FIRST_ACCENT, _LAST_ACCENT = 0x18, 0x1F
"""The accents ˘ to ˜ that stand alone, in PDFDocEncoding (ISO 32000-1, annex D.2)."""


def _decoded(data: bytes) -> str:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data.isascii():
        if len(data) > 1 and not any(data[::2]):  # UTF-16 without its mark
            return data.decode("utf-16-be", "replace")
        if any(_FIRST_ACCENT <= byte <= _LAST_ACCENT for byte in data):  # accents in PDF, control signs in ASCII
            return data.decode("pdfdoc", "replace")
        return data.decode("ascii")
    try:
        return data.decode("utf-8")  # against the rules, but done; other text is next to never valid UTF-8
    except UnicodeDecodeError:
        return data.decode("pdfdoc", "replace")
