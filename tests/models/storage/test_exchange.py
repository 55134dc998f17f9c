"""The exchange file: what goes in comes out, in the same bytes each time."""

import json
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.dossier import Dossier, canonical_json, sha256
from models.storage import exchange
from models.storage.errors import ExchangeError
from models.storage.exchange import exchange_bytes, read_any, read_exchange
from models.storage.records import (
    Approval,
    AuditAction,
    AuditEntry,
    Ballot,
    ExchangeContents,
    RevisionDocument,
    Verdict,
    WorkshopRecord,
    content_hash_of_document,
)
from tests.models.storage.helpers import ADVICE, KNOWLEDGE, hash_of, make_dossier, members_of, on_day
from tests.strategies import dossiers, texts

MOMENT = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)


def full_contents() -> ExchangeContents:
    """A dossier with a record of each kind."""
    dossier = make_dossier()
    revision = RevisionDocument(
        id="r1",
        number=1,
        name="Naar het college",
        created=MOMENT,
        content_hash=hash_of(dossier),
        knowledge_version=KNOWLEDGE,
        document=dossier.as_json(),
        advice=ADVICE,
    )
    approval = Approval(
        id="a1",
        content_hash=revision.content_hash,
        revision="r1",
        name="J. de Vries",
        verdict=Verdict.AGREED_WITH_REMARK,
        remark="Let op de kosten",
        given_on=on_day("2026-03-06"),
    )
    return ExchangeContents(
        dossier=dossier,
        created=MOMENT,
        modified=MOMENT,
        revisions=(revision,),
        approvals=(approval,),
        ballots=(Ballot(id="b1", created=MOMENT, closed_at=MOMENT, payload="eA=="),),
        workshops=(WorkshopRecord(id="w1", created=MOMENT, modified=MOMENT, payload={"id": "w", "parked": []}),),
        audit=(AuditEntry(id="l1", at=MOMENT, action=AuditAction.CREATED, dossier_id="aa", detail={"n": [1, None]}),),
    )


@given(dossiers(), texts(), st.datetimes(timezones=st.just(UTC)))
def test_every_dossier_goes_there_and_back(dossier: Dossier, text: str, moment: datetime) -> None:
    document = dossier.as_json()
    advice: dict[str, Any] = {"why": text, "score": 0.1, "deep": [{"x": None}]}
    revision = RevisionDocument(
        id="r1",
        number=3,
        name=text,
        created=moment,
        content_hash=content_hash_of_document(document, advice, text),
        knowledge_version=text,
        document=document,
        advice=advice,
    )
    contents = ExchangeContents(dossier, moment, moment, revisions=(revision,))
    assert read_exchange(exchange_bytes(contents)) == contents
    assert read_any(canonical_json(document)) == ExchangeContents(dossier)


def test_records_go_there_and_back_in_the_same_bytes() -> None:
    data = exchange_bytes(full_contents())
    assert read_any(data) == full_contents()
    assert exchange_bytes(read_exchange(data)) == data
    assert list(members_of(data)) == sorted(members_of(data))


def test_the_manifest_names_program_dossier_and_hashes() -> None:
    members = members_of(exchange_bytes(full_contents()))
    manifest = json.loads(members.pop("manifest.json"))
    assert (manifest["format_version"], manifest["program"], manifest["dossier"]) == (2, "Vormwijzer", "aa")
    assert manifest["members"] == {name: sha256(data) for name, data in members.items()}


def test_without_werksessies_it_is_a_file_of_the_first_version() -> None:
    without = replace(full_contents(), workshops=())
    members = members_of(exchange_bytes(without))
    assert json.loads(members["manifest.json"])["format_version"] == 1
    assert "workshops.json" not in members
    assert read_any(exchange_bytes(without)) == without


def test_an_open_ballot_never_leaves() -> None:
    contents = replace(full_contents(), ballots=(Ballot(id="b1", created=MOMENT, payload="geheim"),))
    with pytest.raises(ValueError, match="open ballot"):
        exchange_bytes(contents)


def test_very_repetitive_text_is_no_bomb() -> None:
    facts = [{"id": f"f{number}", "text": "a" * 200_000} for number in range(45)]
    contents = ExchangeContents(make_dossier(opgave={"facts": facts}), MOMENT, MOMENT)
    assert read_exchange(exchange_bytes(contents)) == contents


def test_what_nobody_could_read_back_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(exchange, "MAX_MEMBER", 1000)
    with pytest.raises(ExchangeError):
        exchange_bytes(full_contents())


@pytest.mark.parametrize("module", ["exchange", "files", "errors", "records", "backups", "library_location"])
def test_what_needs_no_database_loads_none(module: str) -> None:
    code = f"import sys, models.storage.{module}; print([m for m in ('sqlalchemy', 'alembic') if m in sys.modules])"
    root = Path(__file__).resolve().parents[3]
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stdout.strip() == "[]"
