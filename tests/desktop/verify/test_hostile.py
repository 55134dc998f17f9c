"""Whatever is done to the bytes: a check raises nothing, and calls nothing in order that is not."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.signing.sign import Pkcs12, sign_pdf
from desktop.verify.check import verify_pdf
from desktop.verify.lookup import LibraryLookUp
from desktop.verify.mark import read_mark
from desktop.verify.results import Verdict
from desktop.verify.revisions import endings, sha256_of
from desktop.verify.words import worded
from models.storage.library import Library
from tests.desktop.signing.samples import PASSPHRASE, certificate_file, mark, report_pdf
from tests.desktop.verify.scenes import make_scene
from tests.models.storage.helpers import Ticking, hash_of


@pytest.fixture(scope="module")
def look_up() -> Iterator[LibraryLookUp]:
    with TemporaryDirectory() as name, Library.open(Path(name) / "x.db", clock=Ticking()) as library:
        scene = make_scene(library, Path(name))
        for kind, data in _files().items():
            if kind != "bare":
                scene.note(data, key=kind)
        yield LibraryLookUp(library, hash_of)


@lru_cache(maxsize=1)
def _files() -> dict[str, bytes]:
    with TemporaryDirectory() as name:
        plain = report_pdf(mark(dossier="aa"))
        packed = report_pdf(mark(dossier="aa"), packed=True)
        one = sign_pdf(plain, "burgemeester", Pkcs12(certificate_file(Path(name), "A"), PASSPHRASE)).data
        two = sign_pdf(one, "secretaris", Pkcs12(certificate_file(Path(name), "B"), PASSPHRASE)).data
        other = sign_pdf(packed, "burgemeester", Pkcs12(certificate_file(Path(name), "C"), PASSPHRASE)).data
    return {"plain": plain, "packed": packed, "one": one, "two": two, "other": other, "bare": report_pdf(None)}


@st.composite
def mutated(draw: st.DrawFn) -> tuple[str, bytes]:
    """A file with some bytes flipped, cut out, doubled, put in or moved."""
    kind = draw(st.sampled_from(sorted(_files())))
    data = bytearray(_files()[kind])
    for _ in range(draw(st.integers(1, 5))):
        at = draw(st.integers(0, max(0, len(data) - 1)))
        length = draw(st.integers(1, 200))
        match draw(st.sampled_from(("flip", "cut", "double", "put", "truncate", "number"))):
            case "flip" if data:
                data[at] ^= 1 << draw(st.integers(0, 7))
            case "cut":
                del data[at : at + length]
            case "double":
                data[at:at] = data[at : at + length]
            case "put":
                data[at:at] = draw(st.binary(max_size=60))
            case "truncate":
                del data[at:]
            case "number":
                digits = [m.start() for m in re.finditer(rb"\d", bytes(data))]
                if digits:
                    where = digits[at % len(digits)]
                    data[where : where + 1] = draw(st.sampled_from((b"9", b"0", b"99999999", b"-1")))
    return kind, bytes(data)


@given(mutated())
def test_no_change_of_bytes_gets_through(look_up: LibraryLookUp, changed: tuple[str, bytes]) -> None:
    kind, data = changed
    found = verify_pdf(data, look_up)
    words = worded(found)
    assert words.headline
    if found.verdict is Verdict.EQUAL:
        assert data in _files().values()
    elif found.in_order:
        assert _signed_part(data) == _signed_part(_files()[kind])
    verify_pdf(data, None)


def _signed_part(data: bytes) -> bytes:
    """The bytes without the signatures themselves: how their digits are written is not covered by them."""
    return re.sub(rb"<[0-9a-fA-F]{500,}>", b"", data)


@given(st.binary(max_size=3000))
@example(b"%PDF-1.7")
@example(b"%PDF-1.7 trailer <</Root 1 0 R>> startxref 0 %%EOF")
@example(b"%PDF-1.7\nxref\n0 4294967295\ntrailer<</Size 4294967295/Root 1 0 R>>\nstartxref\n9\n%%EOF")
def test_any_bytes_are_read(data: bytes) -> None:
    for file in (data, b"%PDF-1.7\n" + data, b"%PDF-1.7\n" + data + b"\nstartxref\n9\n%%EOF\n"):
        assert not verify_pdf(file, None).in_order


@given(st.text(max_size=300) | st.dictionaries(st.text(max_size=12), st.text(max_size=40)).map(str))
def test_any_text_can_stand_in_the_place_of_the_mark(text: str) -> None:
    assert read_mark(text) is None


@given(st.lists(st.sampled_from([b"%%EOF", b"\n", b"\r", b"x", b"%%EO"]), max_size=30))
def test_the_beginnings_of_a_file(parts: list[bytes]) -> None:
    data = b"".join(parts)
    found = endings(data)
    assert [ending.length for ending in found] == sorted({ending.length for ending in found}, reverse=True)
    assert all(ending.sha256 == sha256_of(data[: ending.length]) for ending in found)
    assert {m.end() for m in re.finditer(b"%%EOF", data)} - {len(data)} <= {ending.length for ending in found}
