"""What one revision of a PDF changed in another: only signatures, filled fields, or more.

pyHanko has a comparison of its own, which reads the whole file again for each signature: ten seconds for a report.
Here only the objects are looked at that were written anew. Whatever a reader sees differs only where such an object
does, so each must be as it was, apart from what signing needs: the value and the look of an empty signature field, the
list of fields and their places on pages, and the properties of the file. New objects show only through these.
"""

from collections.abc import Iterator
from typing import Any

from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.reader import HistoricalResolver, PdfFileReader

from desktop.verify.mark import MARK_ENTRY
from desktop.verify.results import Later

__all__ = ["what_changed"]

_ROOT = frozenset({"/AcroForm", "/Perms", "/Extensions", "/DSS", "/Metadata", "/Version"})
_FORM = frozenset({"/Fields", "/SigFlags", "/DA", "/DR"})
_SIGNED = frozenset({"/V", "/AP", "/AS", "/MK"})
_FILLED = frozenset({"/V", "/AP", "/AS", "/I", "/RV", "/MK"})
_MAX_CHANGED = 5000
_MAX_FIELDS = 500
_EDGES = 4


def what_changed(reader: PdfFileReader, base: int, last: int) -> Later:
    """What revision ``last`` changed since ``base``; both count from 0.

    May raise what pyHanko raises on a file that is not as it should be.
    """
    if base == last:
        return Later.NOTHING
    changes = _Changes(reader, base, last)
    if not changes.frame_is_kept():
        return Later.OTHER
    kinds = {changes.kind_of(ref) for ref in changes.rewritten()}
    return next((kind for kind in (Later.OTHER, Later.FORM, Later.PLACED) if kind in kinds), Later.SIGNATURES)


class _Changes:
    """The two states, and what may differ between them."""

    def __init__(self, reader: PdfFileReader, base: int, last: int) -> None:
        self._reader, self._base, self._last = reader, base, last
        self._old: HistoricalResolver = reader.get_historical_resolver(base)
        self._new: HistoricalResolver = reader.get_historical_resolver(last)
        self._places = list(self._signature_places())
        self._free = set(self._properties())

    def frame_is_kept(self) -> bool:
        """Whether it is still the same document: its root, our mark, and its form apart from the signatures."""
        old, new = self._old, self._new
        if old.trailer_view.raw_get("/Root") != new.trailer_view.raw_get("/Root") or _mark(new) not in {
            None,
            _mark(old),
        }:
            return False
        return _same(old.root, new.root, _ROOT) and self._form_is_kept()

    def rewritten(self) -> Iterator[generic.Reference]:
        """The objects that were there and were written anew, or freed."""
        seen = 0
        for revision in range(self._base + 1, self._last + 1):
            later: Any = self._reader.get_historical_resolver(revision)
            for ref in (*later.explicit_refs_in_revision(), *later.refs_freed_in_revision()):
                seen += 1
                if seen > _MAX_CHANGED:
                    raise ValueError("too many changes")
                if not self._old.is_ref_unassignable(ref):  # it was there; else it is new
                    yield ref

    def kind_of(self, ref: generic.Reference) -> Later:
        """What became of one object."""
        if ref in self._free:
            return Later.NOTHING
        before, after = self._old(ref), self._new(ref)
        if _equal(before, after):
            return Later.NOTHING
        if isinstance(before, generic.ArrayObject):
            return self._added(before, after)
        if not isinstance(before, generic.DictionaryObject) or isinstance(before, generic.StreamObject):
            return Later.OTHER
        if _entry(before, "/Type") == "/Page":
            return self._page(before, after)
        return self._field(before, after)

    def _page(self, before: generic.DictionaryObject, after: Any) -> Later:
        if not _same(before, after, frozenset({"/Annots"})):
            return Later.OTHER
        nothing = generic.ArrayObject()
        were, now = (_entry(page, "/Annots", nothing) for page in (before, after))
        return self._added(were, now)

    def _field(self, before: generic.DictionaryObject, after: Any) -> Later:
        kind = _inherited(before, "/FT")
        if kind == "/Sig":
            empty = _inherited(before, "/V") is None
            return _signatures_if(empty and _same(before, after, _SIGNED) and _signed_or_blank(after))
        if kind in {"/Tx", "/Btn", "/Ch"} and _same(before, after, _FILLED):
            return Later.FORM
        return Later.OTHER

    def _added(self, before: Any, after: Any) -> Later:
        """What was put behind a list: a new field that is seen can lie over the page as large as one likes."""
        if not self._grown(before, after):
            return Later.OTHER
        return Later.PLACED if any(map(_is_seen, _raw(after)[len(_raw(before)) :])) else Later.SIGNATURES

    def _grown(self, before: Any, after: Any) -> bool:
        """Whether ``after`` is ``before`` with signature fields behind it."""
        if not isinstance(before, generic.ArrayObject) or not isinstance(after, generic.ArrayObject):
            return False
        were, now = _raw(before), _raw(after)
        return now[: len(were)] == were and all(place in self._places for place in now[len(were) :])

    def _form_is_kept(self) -> bool:
        old, new = _entry(self._old.root, "/AcroForm"), _entry(self._new.root, "/AcroForm")
        if new is None:
            return old is None
        if old is None:
            return isinstance(new, generic.DictionaryObject) and not set(new) - _FORM and self._only_new(new)
        return _same(old, new, _FORM) and self._only_new(new, old)

    def _only_new(self, new: generic.DictionaryObject, old: generic.DictionaryObject | None = None) -> bool:
        nothing = generic.ArrayObject()
        before = _entry(old, "/Fields", nothing) if old is not None else nothing
        return self._grown(before, _entry(new, "/Fields", nothing))

    def _signature_places(self) -> Iterator[Any]:
        """How the signature fields, and what stands on a page for them, are referred to in the last revision."""
        form = _entry(self._new.root, "/AcroForm")
        fields = _entry(form, "/Fields") if isinstance(form, generic.DictionaryObject) else None
        if not isinstance(fields, generic.ArrayObject):
            return
        for place in _raw(fields)[:_MAX_FIELDS]:
            field = place.get_object()
            if not isinstance(field, generic.DictionaryObject) or _entry(field, "/FT") != "/Sig":
                continue
            kids = _entry(field, "/Kids")
            places = [place, *(_raw(kids)[:_MAX_FIELDS] if isinstance(kids, generic.ArrayObject) else ())]
            if all(_signed_or_blank(each.get_object()) for each in places):
                yield from places

    def _properties(self) -> Iterator[generic.Reference]:
        """Objects that may be written anew as a whole; the root and the form were looked at already."""
        old = self._old
        yield old.root_ref
        for holder, key in ((old.trailer_view, "/Info"), (old.root, "/Metadata"), (old.root, "/AcroForm")):
            value = holder.raw_get(key) if key in holder else None
            if isinstance(value, generic.IndirectObject):
                yield value.reference


def _signatures_if(allowed: bool) -> Later:
    return Later.SIGNATURES if allowed else Later.OTHER


def _entry(holder: generic.DictionaryObject, key: str, otherwise: Any = None) -> Any:
    """An entry itself, not a reference to it, which ``get`` would give."""
    return holder[key] if key in holder else otherwise  # noqa: SIM401


def _raw(values: generic.ArrayObject) -> list[Any]:
    return [values.raw_get(at) for at in range(len(values))]


def _inherited(field: generic.DictionaryObject, key: str) -> Any:
    """An entry of a field or of the one above it, for a widget that stands apart from its field."""
    parent = _entry(field, "/Parent") if "/T" not in field else None
    above = _entry(parent, key) if isinstance(parent, generic.DictionaryObject) else None
    return _entry(field, key, above)


def _signed_or_blank(field: Any) -> bool:
    """Whether a place for a signature shows one that is there, or nothing: it could show anything else."""
    if not isinstance(field, generic.DictionaryObject):
        return False
    if isinstance(_inherited(field, "/V"), generic.DictionaryObject):
        return True
    looks = _entry(field, "/AP")
    shown = _entry(looks, "/N") if isinstance(looks, generic.DictionaryObject) else None
    if not isinstance(shown, generic.StreamObject):
        return shown is None
    return not shown.encoded_data or not shown.data.strip()


def _is_seen(place: Any) -> bool:
    """Whether a place for a signature shows anything, as far as can be told."""
    field = place.get_object()
    looks = _entry(field, "/AP")
    shown = _entry(looks, "/N") if isinstance(looks, generic.DictionaryObject) else None
    empty = shown is None or (isinstance(shown, generic.StreamObject) and not shown.data.strip())
    if empty and not _entry(field, "/MK"):
        return False
    edges = [float(edge) for edge in _entry(field, "/Rect", ())]
    return len(edges) != _EDGES or (edges[0] != edges[2] and edges[1] != edges[3])


def _mark(state: HistoricalResolver) -> Any:
    """Our mark. It may be lost, as a program that signs may write properties of its own, but not become another."""
    trailer = state.trailer_view
    properties = trailer.raw_get("/Info") if "/Info" in trailer else None
    if isinstance(properties, generic.IndirectObject):
        properties = state(properties.reference)  # the trailer itself would give those of today
    return _entry(properties, MARK_ENTRY) if isinstance(properties, generic.DictionaryObject) else None


def _equal(before: Any, after: Any) -> bool:
    if isinstance(before, generic.StreamObject):  # these compare equal whatever is in them
        same = isinstance(after, generic.StreamObject) and _same(before, after, frozenset())
        return same and before.encoded_data == after.encoded_data
    return type(before) is type(after) and bool(before == after)


def _same(before: generic.DictionaryObject, after: Any, but: frozenset[str]) -> bool:
    if not isinstance(after, generic.DictionaryObject):
        return False
    keys = (set(before) | set(after)) - but
    return all(key in before and key in after and before.raw_get(key) == after.raw_get(key) for key in keys)
