"""Editions for the tests: a frozen version with decisions and signatures on it."""

from datetime import UTC, date, datetime

from desktop.report.edition import Edition
from models.signoff import SignOff
from models.storage.records import Adoption, Revision, Signature, SignatureAct
from tests.desktop.report.reading import HASH

__all__ = ["VERSION", "adoption", "frozen", "signature"]

VERSION = Revision(
    id="v3",
    number=3,
    name="Voor de colleges",
    created=datetime(2026, 6, 9, 12, tzinfo=UTC),
    content_hash=HASH,
    knowledge_version="1",
)
FIRST = VERSION.model_copy(update={"id": "v1", "number": 1, "name": "Eerste ontwerp", "content_hash": "ab" * 32})


def adoption(body: str, partner: str, day: int = 24, *, amendments: str = "", content_hash: str = HASH) -> Adoption:
    """A decision in November 2026."""
    return Adoption(
        id=f"a-{partner}-{day}-{body[:4].strip()}",
        content_hash=content_hash,
        revision="v3",
        body=body,
        partner=partner,
        adopted_on=date(2026, 11, day),
        number=f"2026-{day}",
        amendments=amendments,
    )


def signature(act: SignatureAct, partner: str, role: str, name: str, *, content_hash: str = HASH) -> Signature:
    """A signature of 30 November 2026."""
    return Signature(
        id=f"s-{partner}-{role.split()[-1]}-{act.value}",
        content_hash=content_hash,
        revision="v3",
        act=act,
        partner=partner,
        name=name,
        role=role,
        signed_on=date(2026, 11, 30),
    )


def frozen(
    adoptions: tuple[Adoption, ...] = (), signatures: tuple[Signature, ...] = (), *, fields: bool = False
) -> Edition:
    """An edition of the third version."""
    held = SignOff((FIRST, VERSION), (), adoptions, signatures, VERSION)
    return Edition(sign_off=held, fields=fields)
