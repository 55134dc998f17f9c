"""Why a PDF could not be signed, as typed errors. Each carries sentences for a person; nothing was written."""

# ruff: noqa: N818 - the names say what is the case, as in models.storage.errors

__all__ = [
    "CertificateExpired",
    "CertificateUnusable",
    "EarlierSignatureHarmed",
    "ExtraMissing",
    "FieldTaken",
    "NoSuchField",
    "NoToken",
    "PdfUnusable",
    "SigningFailed",
    "WrongPassphrase",
]


class SigningFailed(Exception):
    """Base of all. ``reason``: one or more short Dutch sentences; names in it come from files: plain text."""

    default = "Ondertekenen is niet gelukt. Er is niets veranderd."

    def __init__(self, reason: str = "") -> None:
        super().__init__(reason or self.default)
        self.reason = reason or self.default


class ExtraMissing(SigningFailed):
    """What is needed for signing is not installed."""

    default = "Ondertekenen vraagt een uitbreiding die hier ontbreekt. Vraag uw beheerder om “vormwijzer[sign]”."


class WrongPassphrase(SigningFailed):
    """The passphrase of the certificate, or the PIN of the token, is wrong."""

    default = "De wachtzin past niet bij dit certificaat. Probeer het opnieuw."


class CertificateUnusable(SigningFailed):
    """There is no certificate with a key to sign with."""

    default = "Dit bestand is geen certificaat met een sleutel. Kies een bestand dat eindigt op .p12 of .pfx."


class CertificateExpired(SigningFailed):
    """The certificate is not valid today."""

    default = "Dit certificaat is verlopen. Vraag een nieuw certificaat aan."


class NoSuchField(SigningFailed):
    """The PDF has no signature field of that name."""

    default = "Dit bestand heeft geen veld om in te ondertekenen."


class FieldTaken(SigningFailed):
    """Somebody signed in this field already."""

    default = "In dit veld staat al een ondertekening. Kies een leeg veld."


class PdfUnusable(SigningFailed):
    """The file cannot be signed: it is no PDF, or damaged, or encrypted."""

    default = "Dit bestand is geen pdf die te ondertekenen is."


class NoToken(SigningFailed):
    """The token, its library or its certificate is not there."""

    default = "Er is geen token gevonden. Sluit het token aan en probeer het opnieuw."


class EarlierSignatureHarmed(SigningFailed):
    """An earlier signature would not hold any more; so nothing was written."""

    default = "Een eerdere ondertekening zou hierdoor niet meer kloppen. Daarom is er niets geschreven."
