"""Signing: by several people one after another, visible, valid as PDF/UA and PDF/A, and told why it cannot be."""

import io
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.signing.errors import (
    CertificateExpired,
    CertificateUnusable,
    ExtraMissing,
    FieldTaken,
    NoSuchField,
    NoToken,
    PdfUnusable,
    SigningFailed,
    WrongPassphrase,
)
from desktop.signing.sign import Pkcs11, Pkcs12, SignatureText, sign_pdf, signature_fields
from desktop.signing.stamp import StampLine, _ending_well, fitted
from desktop.signing.target import signed_name, write_signed
from desktop.verify.check import verify_pdf
from desktop.verify.results import Later, Verdict
from desktop.verify.revisions import sha256_of
from tests.desktop.signing.samples import PASSPHRASE, certificate_file, faults, mark, report_pdf

_STRICT = "2a PDFA2A-SIGNATURE-BYTERANGE-001"
"""The checker wants each signature to cover the file to its last byte, which only the last of several can."""


@pytest.fixture
def key(tmp_path: Path) -> Pkcs12:
    return Pkcs12(certificate_file(tmp_path, "A. de Vries"), PASSPHRASE)


@pytest.fixture(scope="module")
def report() -> bytes:
    return report_pdf(mark(), fields=("burgemeester", "secretaris", "griffier"))


def test_the_file_to_sign_is_valid(report: bytes) -> None:
    assert faults(report) == []


def test_three_people_sign_one_after_another(report: bytes, tmp_path: Path) -> None:
    data, names = report, ("A. de Vries", "B. Jansen", "Ç. Yıldız-Ørsted")
    for number, (field, name) in enumerate(zip(("secretaris", "burgemeester", "griffier"), names, strict=True), 1):
        text = SignatureText(role=f"{field} van Linde", place="Linde", reason="besluit van 5 maart 2026")
        signed = sign_pdf(data, field, Pkcs12(certificate_file(tmp_path, name), PASSPHRASE), text)
        assert signed.data.startswith(data)
        assert (signed.field, signed.name) == (field, name)
        assert (signed.base_sha256, signed.sha256) == (sha256_of(data), sha256_of(signed.data))
        data = signed.data
        checks = verify_pdf(data, None).signatures.checks
        assert [check.name for check in checks] == list(names[:number])
        assert all(check.holds and check.in_time for check in checks)
        assert [check.whole for check in checks] == [False] * (number - 1) + [True]
        assert [check.later for check in checks] == [Later.SIGNATURES] * (number - 1) + [Later.NOTHING]
        found = faults(data)
        assert [fault for fault in found if not fault.startswith(_STRICT)] == []
        assert bool(found) == (number > 1)
    text_of_page = _text_of(data)
    for words in ("ondertekend in Linde op", *names, "griffier van Linde", "besluit van 5 maart 2026"):
        assert words in text_of_page


def _text_of(data: bytes) -> str:
    """What is drawn in the fields, by the Unicode values that their fonts give."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return " ".join(_decoded(field.AP.N) for field in pdf.Root.AcroForm.Fields)


def _decoded(shape: pikepdf.Object) -> str:
    fonts = {name: _unicode(font.ToUnicode.read_bytes()) for name, font in shape.Resources.Font.items()}
    words, now = [], {}
    for operands, operator in pikepdf.parse_content_stream(shape):
        if str(operator) == "Tf":
            now = fonts[str(operands[0])]
        elif str(operator) == "Tj":
            codes = bytes(operands[0])
            words.append("".join(now[codes[at : at + 2].hex().upper()] for at in range(0, len(codes), 2)))
    return " ".join(words)


def _unicode(table: bytes) -> dict[str, str]:
    rows = re.findall(rb"^<([0-9A-F]{4})> <([0-9A-F]+)>$", table, re.MULTILINE)
    return {code.decode(): bytes.fromhex(sign.decode()).decode("utf-16-be") for code, sign in rows if sign != b"FFFF"}


def test_a_second_signature_in_the_same_field_is_refused(report: bytes, key: Pkcs12) -> None:
    once = sign_pdf(report, "griffier", key).data
    states = [(field.name, field.filled) for field in signature_fields(once)]
    assert states == [("burgemeester", False), ("secretaris", False), ("griffier", True)]
    assert signature_fields(once)[0].label == "Ruimte voor ondertekening door de burgemeester"
    with pytest.raises(FieldTaken, match="staat al een ondertekening"):
        sign_pdf(once, "griffier", key)


def test_a_field_that_is_not_there(report: bytes, key: Pkcs12) -> None:
    with pytest.raises(NoSuchField, match="Kies uit: burgemeester, secretaris en griffier"):
        sign_pdf(report, "wethouder", key)
    with pytest.raises(NoSuchField, match="geen veld"):
        sign_pdf(report_pdf(mark(), fields=()), "burgemeester", key)


def test_a_wrong_passphrase(report: bytes, key: Pkcs12) -> None:
    for wrong in ("fout", ""):
        with pytest.raises(WrongPassphrase, match="wachtzin past niet"):
            sign_pdf(report, "griffier", Pkcs12(key.path, wrong))


@pytest.mark.parametrize(("days", "words"), [((-30, -1), "verlopen op"), ((2, 30), "geldt pas vanaf")])
def test_a_certificate_that_is_not_valid_today(report: bytes, tmp_path: Path, days, words: str) -> None:
    with pytest.raises(CertificateExpired, match=words):
        sign_pdf(report, "griffier", Pkcs12(certificate_file(tmp_path, "Oud", days=days), PASSPHRASE))


@pytest.mark.parametrize("data", [b"", b"geen certificaat", b"\x30\x82\x01\x00", b"%PDF-1.7"])
def test_a_file_that_is_no_certificate(report: bytes, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.p12"
    path.write_bytes(data)
    with pytest.raises(CertificateUnusable):
        sign_pdf(report, "griffier", Pkcs12(path, PASSPHRASE))
    with pytest.raises(CertificateUnusable, match="niet te lezen"):
        sign_pdf(report, "griffier", Pkcs12(tmp_path / "weg.p12", PASSPHRASE))


@given(st.integers(0, 5000), st.binary(min_size=1, max_size=6))
def test_a_damaged_certificate_gives_a_typed_error(at: int, put: bytes) -> None:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as name:
        path = certificate_file(Path(name), "A. de Vries")
        data = bytearray(path.read_bytes())
        at %= len(data)
        data[at : at + len(put)] = put
        path.write_bytes(data)
        base = report_pdf(mark())
        try:
            signed = sign_pdf(base, "secretaris", Pkcs12(path, PASSPHRASE))
        except SigningFailed:
            return
        assert signed.data.startswith(base)


def test_a_pdf_that_cannot_be_signed(report: bytes, key: Pkcs12) -> None:
    from tests.desktop.verify.scenes import encrypted

    for data, words in ((b"hallo", "geen pdf"), (encrypted(report), "versleuteld"), (report[:-300], "beschadigd")):
        with pytest.raises(PdfUnusable, match=words):
            sign_pdf(data, "griffier", key)
        with pytest.raises(PdfUnusable, match=words):
            signature_fields(data)


def test_a_token_that_is_not_there(report: bytes, tmp_path: Path) -> None:
    key = Pkcs11(tmp_path / "geen.so", "Mijn certificaat", "1234")
    with pytest.raises(NoToken, match="stuurprogramma"):
        sign_pdf(report, "griffier", key)


def test_what_a_token_needs_may_be_missing(report: bytes, tmp_path: Path, monkeypatch) -> None:
    module = tmp_path / "module.so"
    module.write_bytes(b"geen bibliotheek")
    monkeypatch.setitem(sys.modules, "pkcs11", None)
    with pytest.raises(ExtraMissing, match="token"):
        sign_pdf(report, "griffier", Pkcs11(module, "x", "1234"))


def test_without_the_extra(report: bytes, key: Pkcs12, monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "pyhanko.sign", None)
    with pytest.raises(ExtraMissing, match="vormwijzer\\[sign\\]"):
        sign_pdf(report, "griffier", key)


def test_a_secret_shows_nowhere(tmp_path: Path) -> None:
    assert "geheim" not in repr(Pkcs12(tmp_path, "geheim"))
    assert "1234" not in repr(Pkcs11(tmp_path, "x", "1234"))


def test_signing_goes_over_a_file_that_was_changed_after_a_signature(
    report: bytes, key: Pkcs12, tmp_path: Path
) -> None:
    from tests.desktop.verify.scenes import with_revision

    changed = with_revision(sign_pdf(report, "griffier", key).data)
    again = sign_pdf(changed, "secretaris", Pkcs12(certificate_file(tmp_path, "B. Jansen"), PASSPHRASE)).data
    found = verify_pdf(again, None)
    assert found.verdict is Verdict.SIGNATURE_BROKEN
    assert [check.holds for check in found.signatures.checks] == [False, True]


def test_what_needs_no_signing_loads_nothing_for_it() -> None:
    code = (
        "import sys, desktop.signing.sign, desktop.signing.target;"
        "print('pyhanko' in sys.modules, 'PySide6' in sys.modules)"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert out.stdout.split() == ["False", "False"]


# --- what is seen


@pytest.mark.parametrize("width", [40.0, 120.0, 300.0])
@pytest.mark.parametrize("height", [12.0, 30.0, 60.0])
@given(texts=st.lists(st.text(min_size=1, max_size=400), min_size=1, max_size=6))
def test_a_stamp_fits_its_field(width: float, height: float, texts: list[str]) -> None:
    lines = tuple(StampLine(text, strong=bool(at % 2)) for at, text in enumerate(texts))
    size, broken = fitted(lines, width, height)
    assert 4.0 <= size <= 9.5
    assert len(broken) <= max(1, int(height / (size * 1.22) + 0.15))


def test_a_name_without_end_is_cut_and_says_so() -> None:
    _size, lines = fitted((StampLine("x" * 5000),), 100, 20)
    assert lines[-1].text.endswith("…")


@given(st.binary(max_size=50))
def test_a_compressed_stream_never_ends_in_a_line_end(data: bytes) -> None:
    padded = _ending_well(data)
    assert padded.rstrip(b"\0") == data.rstrip(b"\0")
    assert zlib.compress(padded)[-1:] not in (b"\r", b"\n")


# --- where it goes


def test_the_signed_file_stands_beside_the_original(tmp_path: Path) -> None:
    source = tmp_path / "Advies.pdf"
    source.write_bytes(b"x")
    first = signed_name(source)
    assert first.name == "Advies - ondertekend.pdf"
    write_signed(first, source, b"een")
    second = signed_name(source)
    assert second.name == "Advies - ondertekend 2.pdf"
    assert signed_name(first).name == "Advies - ondertekend 2.pdf"
    with pytest.raises(SigningFailed, match="andere naam"):
        write_signed(source, source, b"twee")
    assert source.read_bytes() == b"x"
    with pytest.raises(SigningFailed):
        write_signed(tmp_path / "weg" / "x.pdf", source, b"twee")
