"""The two places that a key to sign with can be in: a file (PKCS#12) or a token (PKCS#11)."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any

from asn1crypto import x509  # type: ignore[import-untyped]
from asn1crypto.pkcs12 import Pfx  # type: ignore[import-untyped]
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import pkcs12
from pyhanko.sign.signers import Signer, SimpleSigner

from desktop.signing.errors import CertificateExpired, CertificateUnusable, ExtraMissing, NoToken, WrongPassphrase
from desktop.signing.keys import Pkcs11, Pkcs12
from models.dutch import day
from models.storage.errors import StorageError
from models.storage.files import read_limited

__all__ = ["opened"]

_MAX_CERTIFICATE = 1024 * 1024
_NO_CERTIFICATE = "Het certificaat staat niet op dit token. Controleer de naam."
_HASHING = {"rsa": "SHA256_RSA_PKCS", "ec": "ECDSA_SHA256"}
"""By kind of key, how a token hashes and signs in one go; not every token can."""


@contextmanager
def opened(key: Pkcs12 | Pkcs11) -> Iterator[Signer]:
    """A signer that is ready, with a certificate that is valid now; a token is let go of at the end."""
    if isinstance(key, Pkcs12):
        from_file = _from_file(key)
        _check_dates(from_file.signing_cert)
        yield from_file
        return
    with _from_token(key) as from_token:
        _check_dates(from_token.signing_cert)
        yield from_token


def _from_file(key: Pkcs12) -> SimpleSigner:
    try:
        data = read_limited(key.path, _MAX_CERTIFICATE)
    except StorageError as error:
        raise CertificateUnusable(
            "Het bestand met het certificaat is niet te lezen. Kies een ander bestand."
        ) from error
    try:
        Pfx.load(data, strict=True).native["version"]
    except (ValueError, TypeError, KeyError) as error:
        raise CertificateUnusable from error
    passphrase = key.passphrase.encode()
    try:
        # pyHanko says of every failure the same; a wrong passphrase must be told apart.
        private, certificate, _others = pkcs12.load_key_and_certificates(data, passphrase)
    except UnsupportedAlgorithm as error:
        raise CertificateUnusable("Dit certificaat gebruikt een techniek die het programma niet kent.") from error
    except (ValueError, TypeError) as error:
        raise WrongPassphrase from error
    if private is None or certificate is None:
        raise CertificateUnusable("In dit bestand ontbreekt het certificaat of de sleutel.")
    try:
        signer: SimpleSigner = SimpleSigner.load_pkcs12_data(data, other_certs=(), passphrase=passphrase)
    except (ValueError, TypeError, NotImplementedError) as error:
        raise CertificateUnusable from error
    return signer


@contextmanager
def _from_token(key: Pkcs11) -> Iterator[Signer]:
    if not key.library.is_file():
        raise NoToken("Het stuurprogramma van het token staat niet op de plek die u noemt.")
    try:
        library: Any = importlib.import_module("pkcs11")
        token_signing: Any = importlib.import_module("pyhanko.sign.pkcs11")
        criteria: Any = importlib.import_module("pyhanko.config.pkcs11").TokenCriteria
    except ImportError as error:
        raise ExtraMissing(
            "Ondertekenen met een token vraagt “python-pkcs11”, en dat ontbreekt hier. Vraag uw beheerder daarom."
        ) from error
    try:
        session = token_signing.open_pkcs11_session(
            str(key.library), token_criteria=criteria(label=key.token) if key.token else None, user_pin=key.pin
        )
    except (library.PinIncorrect, library.PinInvalid, library.PinLenRange) as error:
        raise WrongPassphrase("De pincode past niet bij dit token. Na enkele keren raakt het token op slot.") from error
    except library.PinLocked as error:
        raise NoToken("Het token zit op slot. Vraag uw beheerder om het vrij te geven.") from error
    except (library.PKCS11Error, OSError, RuntimeError) as error:
        raise NoToken from error
    with session:
        signer = _token_signer(token_signing.PKCS11Signer, session, key.certificate, library)
        try:
            yield signer
        except library.PKCS11Error as error:
            raise NoToken("Het token kon niet ondertekenen. Zit het er nog in? Probeer het opnieuw.") from error


def _token_signer(kind: Any, session: Any, label: str, library: Any) -> Signer:
    """The signer on a token; what a token cannot hash by itself is hashed here."""
    try:
        signer: Signer = kind(session, cert_label=label)
        certificate = signer.signing_cert
        if certificate is None:
            raise NoToken(_NO_CERTIFICATE)
        hashing = _HASHING.get(certificate.public_key.algorithm)
        known = {mechanism.name for mechanism in session.token.slot.get_mechanisms() if hasattr(mechanism, "name")}
        if hashing is not None and hashing not in known:
            signer = kind(session, cert_label=label, use_raw_mechanism=True)
            assert signer.signing_cert is not None  # it is looked up when it is first asked for
    except (library.PKCS11Error, RuntimeError) as error:
        raise NoToken(_NO_CERTIFICATE) from error
    return signer


def _check_dates(certificate: x509.Certificate) -> None:
    now = datetime.now(UTC)
    if certificate.not_valid_after < now:
        raise CertificateExpired(
            f"Dit certificaat is verlopen op {_day(certificate.not_valid_after)}. Vraag een nieuw certificaat aan."
        )
    if certificate.not_valid_before > now:
        raise CertificateExpired(f"Dit certificaat geldt pas vanaf {_day(certificate.not_valid_before)}.")


def _day(moment: datetime) -> str:
    return day(moment.astimezone().date())
