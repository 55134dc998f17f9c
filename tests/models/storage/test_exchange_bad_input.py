"""Files that must be refused: each with one Dutch sentence, and a library that stays as it is."""

import contextlib
import json
import re
import struct
import zipfile
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier import canonical_json, sha256
from models.storage import archive
from models.storage.errors import ExchangeError, ExchangeNewer
from models.storage.exchange import exchange_bytes, read_any
from models.storage.library import Library
from models.storage.records import AuditEntry
from tests.models.storage.helpers import make_dossier, members_of, picture, resealed, zipped
from tests.models.storage.test_exchange import full_contents

GOOD = exchange_bytes(full_contents())


def dossier_with(**fields: Any) -> bytes:
    values = {**make_dossier().as_json(), **fields}
    return json.dumps(values).encode()


def encrypted() -> bytes:
    """The good file with the flag of encryption on each member, in both headers."""
    data = bytearray(GOOD)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(signature), GOOD):
            data[found.start() + offset] |= 1
    return bytes(data)


def doubled() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as zipped_file, pytest.warns(UserWarning, match="Duplicate"):
        for content in (b"{}", dossier_with()):
            zipped_file.writestr("dossier.json", content)
    return target.getvalue()


def symlink() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as zipped_file:
        info = zipfile.ZipInfo("dossier.json")
        info.external_attr = 0o120777 << 16
        zipped_file.writestr(info, "/etc/passwd")
    return target.getvalue()


def bomb(size: int) -> bytes:
    return zipped({**members_of(GOOD), "audit.json": b"[" + b" " * size + b"]"})


def lying_bomb() -> bytes:
    """A bomb whose headers say that it is small."""
    data = bytearray(bomb(80 * 1024 * 1024))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        for found in re.finditer(re.escape(signature), bytes(data)):
            struct.pack_into("<I", data, found.start() + offset, 100)
    return bytes(data)


def lzma() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as zipped_file:
        zipped_file.writestr("dossier.json", "{}")
    return target.getvalue()


def with_manifest(**changes: Any) -> bytes:
    members = members_of(GOOD)
    members["manifest.json"] = canonical_json({**json.loads(members["manifest.json"]), **changes})
    return zipped(members)


def with_revision(**changes: Any) -> bytes:
    (revision,) = full_contents().revisions
    text = json.dumps([revision.model_dump(mode="json") | changes])
    return resealed(full_contents(), revisions=text.replace("12345", "1e999").encode())


def with_approval(**changes: Any) -> bytes:
    members = members_of(GOOD)
    values = json.loads(members["approvals.json"])
    values["approvals"][0] |= changes
    return resealed(full_contents(), approvals=json.dumps(values).encode())


def without(name: str) -> bytes:
    return zipped({key: content for key, content in members_of(GOOD).items() if key != name})


BAD: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "no zip and no json": lambda: b"%PDF-1.7 ...",
    "text": lambda: b"Geachte raad,",
    "binary": lambda: bytes(range(256)),
    "cut off": lambda: GOOD[: len(GOOD) // 2],
    "cut off at the end": lambda: GOOD[:-1],
    "only the signature": lambda: b"PK",
    "zip without members": lambda: zipped({}),
    "manifest missing": lambda: without("manifest.json"),
    "dossier missing": lambda: without("dossier.json"),
    "audit missing": lambda: without("audit.json"),
    "bomb": lambda: bomb(40 * 1024 * 1024),
    "bomb over the limit": lambda: bomb(80 * 1024 * 1024),
    "bomb that lies": lying_bomb,
    "climbs": lambda: zipped({**members_of(GOOD), "../evil.py": b"x"}),
    "climbs inside": lambda: zipped({**members_of(GOOD), "a/../../evil.py": b"x"}),
    "absolute": lambda: zipped({**members_of(GOOD), "/etc/cron.d/x": b"x"}),
    "backslash": lambda: zipped({**members_of(GOOD), "..\\evil.exe": b"x"}),
    "drive": lambda: zipped({**members_of(GOOD), "C:evil.exe": b"x"}),
    "unknown member": lambda: zipped({**members_of(GOOD), "macro.js": b"x"}),
    "folder": lambda: zipped({**members_of(GOOD), "x/": b""}),
    "duplicate members": doubled,
    "symlink": symlink,
    "encrypted": encrypted,
    "unknown packing": lzma,
    "wrong hash": lambda: zipped({**members_of(GOOD), "dossier.json": dossier_with(title="Vervalst")}),
    "hash of another member": lambda: with_manifest(members={"dossier.json": sha256(b"")}),
    "manifest of another dossier": lambda: with_manifest(dossier="bb"),
    "manifest is a list": lambda: zipped({**members_of(GOOD), "manifest.json": b"[]"}),
    "manifest version is text": lambda: with_manifest(format_version="1"),
    "newer exchange file": lambda: with_manifest(format_version=3),
    "a part that its version has not": lambda: with_manifest(format_version=1),
    "newer dossier": lambda: resealed(full_contents(), dossier=dossier_with(format_version=2)),
    "newer plain dossier": lambda: dossier_with(format_version=2),
    "unknown field": lambda: dossier_with(extra=1),
    "unknown partner": lambda: dossier_with(opgave={"interests": [{"id": "i", "partner": "zz"}]}),
    "text for a number": lambda: dossier_with(vorm={"answers": {"beleid": {"joint": "vijf"}}}),
    "text for a number in a zip": lambda: resealed(
        full_contents(), dossier=dossier_with(vorm={"answers": {"beleid": {"joint": "vijf"}}})
    ),
    "NaN": lambda: dossier_with(opgave={"facts": [{"id": "f", "figure": float("nan")}]}),
    "infinity by exponent": lambda: dossier_with(opgave={"facts": [{"id": "f", "figure": 7}]}).replace(b"7", b"1e999"),
    "ten megabytes of text": lambda: dossier_with(opgave={"question": "x" * 10_000_000}),
    "control character": lambda: dossier_with(title="a\x00b"),
    "escape": lambda: dossier_with(title="a\x1b[31mb"),
    "lone surrogate": lambda: dossier_with(title="a\ud800b"),
    "a list": lambda: b"[]",
    "half a dossier": lambda: dossier_with()[:300],
    "deeply nested": lambda: b'{"a":' * 100_000,
    "double field": lambda: dossier_with().replace(b'{"format', b'{"title": "x", "format', 1),
    "huge integer": lambda: dossier_with().replace(b'"format_version": 1', b'"format_version": ' + b"9" * 5000),
    "changed revision": lambda: with_revision(advice={"ranking": []}),
    "revision of another dossier": lambda: with_revision(document=make_dossier("bb").as_json()),
    "revision that is no dossier": lambda: with_revision(document={"title": "x"}),
    "revision without a number": lambda: with_revision(number=0),
    "surrogate in the advice": lambda: with_revision(advice={"why": "\udc00"}),
    "infinity in the advice": lambda: with_revision(advice={"score": 12345}),
    "deep advice": lambda: with_revision(advice=nested(60)),
    "approval of nothing": lambda: with_approval(revision="r9"),
    "approval of another content": lambda: with_approval(content_hash=sha256(b"x")),
    "approval with an unknown verdict": lambda: with_approval(verdict="misschien"),
    "control character in a name": lambda: with_approval(name="J\x07"),
    "date that is none": lambda: with_approval(given_on="2026-02-30"),
    "open ballot": lambda: resealed(
        full_contents(), ballots=b'[{"id": "b", "created": "2026-03-05T10:00:00Z", "payload": "x"}]'
    ),
    "moment without a zone": lambda: resealed(full_contents(), ballots=b'[{"id": "b", "created": "2026-03-05T10:00"}]'),
    "moment outside time": lambda: with_manifest(created="9999-12-31T23:59:59-12:00"),
    "audit of another dossier": lambda: resealed(
        full_contents(),
        audit=b'[{"id":"l","at":"2026-03-05T10:00:00Z","action":"saved","dossier_id":"bb","detail":{}}]',
    ),
    "audit line twice": lambda: resealed(full_contents(), audit=twice(full_contents().audit[0])),
}


def nested(depth: int) -> dict[str, Any]:
    return {"a": nested(depth - 1)} if depth else {}


def twice(entry: AuditEntry) -> bytes:
    return json.dumps([entry.model_dump(mode="json")] * 2).encode()


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_refused_in_one_sentence_and_changes_nothing(library: Library, kind: str) -> None:
    library.save(make_dossier("kept"))
    before = picture(library.path.parent)
    with pytest.raises(ExchangeError) as caught:
        library.import_exchange(read_any(BAD[kind]()))
    assert picture(library.path.parent) == before
    reason = caught.value.reason
    assert reason.endswith(".") and "\n" not in reason and "Traceback" not in reason
    assert len(reason.split()) <= 20, reason
    assert isinstance(caught.value, ExchangeNewer) == kind.startswith("newer")


def test_the_refusal_says_what_and_where() -> None:
    with pytest.raises(ExchangeError) as caught:
        read_any(BAD["text for a number in a zip"]())
    assert (caught.value.member, caught.value.where) == ("dossier.json", "vorm.answers.beleid.joint")
    assert caught.value.reason.startswith("In dossier.json klopt vorm.answers.beleid.joint niet: hier hoort")


def test_a_file_that_was_cut_off_is_called_damaged_not_bad_json() -> None:
    for data in (GOOD[:200], GOOD[:-1], b"PK\x03\x04"):
        with pytest.raises(ExchangeError, match="beschadigd of niet volledig"):
            read_any(data)


def test_a_bomb_is_stopped_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    import tracemalloc

    data = bomb(80 * 1024 * 1024)
    tracemalloc.start()
    with pytest.raises(ExchangeError, match="te groot"):
        read_any(data)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 24 * 1024 * 1024
    monkeypatch.setattr(archive, "MAX_ARCHIVE", 1000)
    with pytest.raises(ExchangeError):
        read_any(GOOD)


@given(st.data())
def test_a_file_with_any_bytes_changed_is_read_as_it_was_or_refused(data: st.DataObject) -> None:
    changed = bytearray(GOOD)
    for place in data.draw(st.lists(st.integers(0, len(GOOD) - 1), min_size=1, max_size=4)):
        changed[place] = data.draw(st.integers(0, 255))
    cut = data.draw(st.one_of(st.just(len(GOOD)), st.integers(0, len(GOOD))))
    with contextlib.suppress(ExchangeError):
        assert read_any(bytes(changed[:cut])) == full_contents()


@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_at_all_are_refused_with_the_typed_error(data: bytes, as_zip: bool) -> None:
    with pytest.raises(ExchangeError):
        read_any(b"PK\x03\x04" + data if as_zip else data)
