"""A signature in words: who, when, and what is known of it."""

from desktop.verify.results import Later, SignatureCheck
from models.dutch import day

__all__ = ["TRUST", "signature_words"]

TRUST = (
    "Of het certificaat echt van deze persoon is, is niet gecontroleerd.",
    "PKIoverheid en ingetrokken certificaten controleert uw gemeente via internet, dit programma niet.",
)

_LATER = {
    Later.NOTHING: "daarna is niets veranderd",
    Later.SIGNATURES: "daarna kwamen alleen ondertekeningen",
    Later.PLACED: "daarna kwam een ondertekening op een nieuwe plek",
    Later.FORM: "daarna zijn velden ingevuld",
    Later.OTHER: "daarna is iets anders veranderd",
    Later.UNKNOWN: "wat er daarna kwam, is niet te zeggen",
}


def signature_words(check: SignatureCheck) -> str:
    """As "A. de Vries, gemeente Linde; 5 maart 2026, 14.32 uur (eigen klok); klopt; daarna is niets veranderd"."""
    if not check.readable:
        return f"veld “{check.field}”; niet te controleren"
    who = ", ".join(filter(None, (check.name, check.organisation))) or "zonder naam"
    parts = [f"tijdstempel van {who}" if check.timestamp else who, f"veld “{check.field}”"]
    if check.claimed is not None:
        here = check.claimed.astimezone()
        clock = "" if check.timestamp else " volgens de klok van de ondertekenaar"
        parts.append(f"{day(here.date())}, {here.hour}.{here.minute:02} uur{clock}")
    parts.append("klopt" if check.intact else "klopt niet: wat ondertekend is, is veranderd")
    if check.weak:
        parts.append("met een techniek die niet meer veilig is")
    parts.append(_LATER[check.later])
    if check.in_time is False:
        parts.append("het certificaat gold toen niet")
    parts.append(f"certificaat van {check.issuer}" if check.issuer else "certificaat zonder uitgever")
    return "; ".join(parts)
