"""Where the document stands: concept, a frozen version, or decided by the bodies; and who decided what."""

from functools import lru_cache

from desktop.report.content.brief import Brief
from models.dutch import day
from models.signoff.approvals import adoptions_of
from models.signoff.signing import act_of_body
from models.storage.records import Adoption, Signature, SignatureAct
from models.wording.bodies import DecidingBody, deciding_bodies

__all__ = ["adoption_of", "adoptions", "deciding", "mark_of", "signatures", "status", "version"]


def deciding(brief: Brief) -> tuple[DecidingBody, ...]:
    """The bodies that decide, under the legal basis that is held."""
    return deciding_bodies(brief.dossier, brief.held_basis)


def adoptions(brief: Brief) -> tuple[Adoption, ...]:
    """The decisions on just this content and these beslispunten."""
    current = brief.edition.sign_off.current
    return () if current is None else adoptions_of(brief.edition.sign_off, current)


def signatures(brief: Brief) -> tuple[Signature, ...]:
    """The signatures under just this content and these beslispunten."""
    held = brief.edition.sign_off
    if held.current is None:
        return ()
    known = held.current.id
    return tuple(s for s in held.signatures if s.content_hash == brief.content_hash and s.revision == known)


def adoption_of(brief: Brief, body: DecidingBody) -> Adoption | None:
    """The last decision of one body. Somebody typed its name, so only the words with which it begins count."""
    mine = [a for a in adoptions(brief) if a.partner == body.partner and _same(a.body, body)]
    return max(mine, key=lambda adoption: adoption.adopted_on, default=None)


def _same(typed: str, body: DecidingBody) -> bool:
    act = act_of_body(body.noun)
    if act is SignatureAct.OTHER:
        return typed.strip().casefold().removeprefix("de ").startswith(body.noun)
    return act_of_body(typed) is act


def version(brief: Brief) -> str:
    """ "Versie 3", or "Concept" while the dossier as it is now is not frozen."""
    current = brief.edition.sign_off.current
    return "Concept" if current is None else f"Versie {current.number}"


def status(brief: Brief) -> str:
    """ "Vastgesteld op 24 november 2026" only where every body decided on just this content, else the version."""
    decided = _decided(brief)
    if not brief.dossier.fictional:
        return decided or version(brief)
    return f"{decided}, voorbeeld" if decided else f"{version(brief)}, verzonnen voorbeeld"


def _decided(brief: Brief) -> str:
    held = adoptions(brief)
    if not held:
        return ""
    last = day(max(adoption.adopted_on for adoption in held))
    if all(adoption_of(brief, body) is not None for body in deciding(brief)):
        return f"Vastgesteld op {last}"
    return f"{version(brief)}, deels vastgesteld"


def mark_of(brief: Brief) -> tuple[tuple[str, str], ...]:
    """What a reader of the file finds in it: from which dossier, version and content it was made."""
    current = brief.edition.sign_off.current
    return (
        ("dossier", brief.dossier.id),
        ("kind", brief.edition.kind.value),
        ("version", "" if current is None else str(current.number)),
        ("content_hash", brief.content_hash),
        ("knowledge", brief.knowledge.version),
        ("dated", brief.dossier.dated.isoformat()),
        ("made_with", _program()),
    )


@lru_cache(maxsize=1)
def _program() -> str:
    from desktop.about.build import read_build

    return read_build().version
