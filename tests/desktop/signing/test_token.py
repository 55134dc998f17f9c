"""Signing with a token: SoftHSM, which is one in software, stands in for a card or a stick."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    pkcs12,
)

from desktop.signing.errors import NoToken, WrongPassphrase
from desktop.signing.sign import Pkcs11, SignatureText, sign_pdf
from desktop.verify.check import verify_pdf
from tests.desktop.signing.samples import PASSPHRASE, certificate_file, mark, report_pdf

_MODULES = ("/usr/lib/softhsm/libsofthsm2.so", "/usr/lib64/libsofthsm2.so", "/opt/homebrew/lib/softhsm/libsofthsm2.so")
MODULE = next((Path(name) for name in _MODULES if Path(name).exists()), None)
UTILITY = shutil.which("softhsm2-util")
pytestmark = pytest.mark.skipif(
    MODULE is None or UTILITY is None, reason="SoftHSM is not installed: no token is tried (apt: softhsm2)"
)
PIN, LABEL, NAME = "4711", "Proef", "A. de Vries"


@pytest.fixture(scope="module")
def token(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A token with a key and its certificate, made once: the module reads its settings when it is loaded."""
    pkcs11 = pytest.importorskip("pkcs11")
    folder = tmp_path_factory.mktemp("token")
    (folder / "tokens").mkdir()
    settings = folder / "softhsm2.conf"
    settings.write_text(f"directories.tokendir = {folder / 'tokens'}\nobjectstore.backend = file\nlog.level = ERROR\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOFTHSM2_CONF", str(settings))
        _fill(folder, pkcs11)
        yield LABEL


def _fill(folder: Path, pkcs11: Any) -> None:
    """Put a key and its certificate on a new token."""
    assert UTILITY is not None
    words = ["--init-token", "--free", "--label", LABEL, "--so-pin", "0815", "--pin", PIN]
    subprocess.run([UTILITY, *words], check=True, capture_output=True, timeout=120)
    held = pkcs12.load_pkcs12(certificate_file(folder, NAME).read_bytes(), PASSPHRASE.encode())
    assert held.key is not None and held.cert is not None
    pem = held.key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "key.pem").write_bytes(pem)
    subprocess.run(
        [UTILITY, "--import", str(folder / "key.pem"), "--token", LABEL, "--label", NAME, "--id", "A1", "--pin", PIN],
        check=True,
        capture_output=True,
        timeout=120,
    )
    from pkcs11.util.x509 import decode_x509_certificate

    der = held.cert.certificate.public_bytes(Encoding.DER)
    with pkcs11.lib(str(MODULE)).get_token(token_label=LABEL).open(rw=True, user_pin=PIN) as session:
        values = decode_x509_certificate(der)
        values |= {pkcs11.Attribute.LABEL: NAME, pkcs11.Attribute.ID: b"\xa1", pkcs11.Attribute.TOKEN: True}
        session.create_object(values)


def key(token: str, *, pin: str = PIN, certificate: str = NAME) -> Pkcs11:
    assert MODULE is not None
    return Pkcs11(MODULE, certificate, pin, token)


def test_a_token_signs(token: str) -> None:
    report = report_pdf(mark(), fields=("burgemeester",))
    signed = sign_pdf(report, "burgemeester", key(token), SignatureText(role="burgemeester van Linde"))
    check = verify_pdf(signed.data, None).signatures.checks[0]
    assert check.holds and check.whole and check.name == NAME == signed.name


def test_a_wrong_pin_is_said(token: str) -> None:
    with pytest.raises(WrongPassphrase, match="pincode past niet"):
        sign_pdf(report_pdf(mark()), "burgemeester", key(token, pin="9999"))


def test_another_certificate_or_token_is_said(token: str) -> None:
    with pytest.raises(NoToken, match="Controleer de naam"):
        sign_pdf(report_pdf(mark()), "burgemeester", key(token, certificate="Iemand anders"))
    with pytest.raises(NoToken):
        sign_pdf(report_pdf(mark()), "burgemeester", key("Nergens"))
