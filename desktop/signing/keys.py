"""Where a key to sign with is. A secret shows nowhere: not in a report of a fault, not in a log."""

from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Pkcs11", "Pkcs12", "SignatureText"]


@dataclass(frozen=True)
class Pkcs12:
    """A file with a certificate and its key (.p12 or .pfx)."""

    path: Path
    passphrase: str = field(repr=False)


@dataclass(frozen=True)
class Pkcs11:
    """A token. ``library``: the module of its maker; ``token``: its label, "" for the only one there is.

    ``certificate``: the label of the certificate on it.
    """

    library: Path
    certificate: str
    pin: str = field(repr=False)
    token: str = ""


@dataclass(frozen=True)
class SignatureText:
    """What is said with a signature. ``name``: as it is shown, "" for the name in the certificate.

    ``role``: as "burgemeester"; ``place``: where one signs; ``reason``: why.
    """

    name: str = ""
    role: str = ""
    place: str = ""
    reason: str = ""
