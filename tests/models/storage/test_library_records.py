"""Revisions, akkoord, vaststelling, ondertekening, exports, ballots: bound to a hash, and never changed."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from models.dossier import dossier_from_values, sha256
from models.storage.backups import list_backups
from models.storage.errors import AlreadyExists, ContentChanged, ExchangeError, NotFound
from models.storage.library import Library
from models.storage.records import (
    Adoption,
    Approval,
    AuditAction,
    Ballot,
    Conflict,
    ExportRecord,
    Revision,
    Signature,
    SignatureAct,
    Verdict,
    WorkshopRecord,
)
from tests.models.storage.helpers import ADVICE, KNOWLEDGE, Ticking, asking, hash_of, make_dossier, on_day

MOMENT = datetime(2026, 3, 6, 9, 0, tzinfo=UTC)


def frozen(library: Library, name: str = "Naar het college") -> Revision:
    dossier = make_dossier()
    library.save(dossier)
    return library.freeze("aa", name, hash_of(dossier), KNOWLEDGE, ADVICE)


def approval(revision: Revision, key: str = "ap1") -> Approval:
    return Approval(
        id=key,
        content_hash=revision.content_hash,
        revision=revision.id,
        name="J. de Vries",
        role="secretaris",
        verdict=Verdict.AGREED,
        given_on=on_day("2026-03-06"),
    )


def test_a_revision_keeps_what_was_frozen(library: Library) -> None:
    revision = frozen(library)
    library.save(asking(make_dossier(), "Iets anders"))
    kept = library.revision_document(revision.id)
    assert dossier_from_values(kept.document) == make_dossier()
    assert kept.advice == ADVICE
    assert library.revisions("aa") == (revision,)


def test_revisions_are_numbered_within_the_dossier(library: Library) -> None:
    assert [frozen(library, name).number for name in ("een", "twee", "drie")] == [1, 2, 3]
    assert [revision.name for revision in library.revisions("aa")] == ["een", "twee", "drie"]


def test_freezing_another_content_than_the_user_saw_is_refused(library: Library) -> None:
    seen = make_dossier()
    library.save(asking(seen, "Intussen gewijzigd"))
    with pytest.raises(ContentChanged) as caught:
        library.freeze("aa", "Versie", hash_of(seen), KNOWLEDGE, ADVICE)
    assert caught.value.expected == hash_of(seen) != caught.value.stored
    assert library.revisions("aa") == ()


@pytest.mark.parametrize("table", ["revisions", "approvals", "adoptions", "signatures"])
def test_what_was_agreed_cannot_be_changed_in_the_database_either(library: Library, table: str) -> None:
    revision = frozen(library)
    sign_all(library, revision)
    with closing(sqlite3.connect(library.path)) as connection, pytest.raises(sqlite3.IntegrityError):
        connection.execute(f"UPDATE {table} SET content_hash = 'x'")


def sign_all(library: Library, revision: Revision) -> tuple[Approval, Adoption, Signature]:
    agreed = approval(revision)
    adopted = Adoption(
        id="ad1",
        content_hash=revision.content_hash,
        revision=revision.id,
        body="raad van Aalsmeer",
        partner="a",
        adopted_on=on_day("2026-04-02"),
        number="2026/17",
        amendments="Amendement 3",
    )
    signed = Signature(
        id="si1",
        content_hash=revision.content_hash,
        act=SignatureAct.RAAD,
        name="M. Bakker",
        role="griffier",
        signed_on=on_day("2026-04-03"),
        file_sha256=sha256(b"pdf"),
    )
    library.add_approval("aa", agreed)
    library.add_adoption("aa", adopted)
    library.add_signature("aa", signed)
    return agreed, adopted, signed


def test_akkoord_vaststelling_and_ondertekening_come_back(library: Library) -> None:
    agreed, adopted, signed = sign_all(library, frozen(library))
    assert library.approvals("aa") == (agreed,)
    assert library.adoptions("aa") == (adopted,)
    assert library.signatures("aa") == (signed,)
    actions = [line.action for line in library.audit("aa")]
    assert actions[-3:] == [AuditAction.APPROVED, AuditAction.ADOPTED, AuditAction.SIGNED]


def test_signing_changes_nothing_that_was_signed(library: Library) -> None:
    revision = frozen(library)
    sign_all(library, revision)
    assert hash_of(library.load("aa")) == revision.content_hash


def test_a_record_is_bound_to_its_own_version(library: Library) -> None:
    revision = frozen(library)
    library.save(make_dossier("other"))
    with pytest.raises(ContentChanged):
        library.add_approval("aa", approval(revision).model_copy(update={"content_hash": sha256(b"other")}))
    with pytest.raises(NotFound):
        library.add_approval("other", approval(revision))
    library.add_approval("aa", approval(revision))
    with pytest.raises(AlreadyExists):
        library.add_approval("aa", approval(revision))
    assert len(library.approvals("aa")) == 1


def test_an_export_is_recognised_by_its_bytes(library: Library) -> None:
    revision = frozen(library)
    export = ExportRecord(
        id="e1", kind="pdf", sha256=sha256(b"%PDF"), content_hash=revision.content_hash, created=MOMENT
    )
    library.add_export("aa", export)
    assert library.exports("aa") == (export,)
    assert library.find_export(sha256(b"%PDF")) == ("aa", export)
    assert library.find_export(sha256(b"other")) is None


def test_a_ballot_can_change_until_it_closes_and_an_open_one_stays_inside(library: Library) -> None:
    library.save(make_dossier())
    ballot = Ballot(id="b1", created=MOMENT, payload="Z2VoZWlt")
    library.put_ballot("aa", ballot)
    changed = ballot.model_copy(update={"payload": "YW5kZXJz"})
    library.put_ballot("aa", changed)
    assert library.contents_for_exchange("aa").ballots == ()
    closed = changed.model_copy(update={"closed_at": MOMENT})
    library.put_ballot("aa", closed)
    assert library.ballots("aa") == (closed,) == library.contents_for_exchange("aa").ballots
    with pytest.raises(AlreadyExists):
        library.put_ballot("aa", ballot)


def test_an_open_ballot_can_be_forgotten_and_a_closed_one_not(library: Library) -> None:
    library.save(make_dossier())
    library.save(make_dossier("bb"))
    ballot = Ballot(id="b1", created=MOMENT, payload="Z2VoZWlt")
    library.put_ballot("aa", ballot)
    for dossier, key in (("bb", "b1"), ("aa", "b2")):
        with pytest.raises(NotFound):
            library.drop_ballot(dossier, key)
    library.drop_ballot("aa", "b1")
    assert library.ballots("aa") == ()
    library.put_ballot("aa", ballot.model_copy(update={"closed_at": MOMENT}))
    with pytest.raises(AlreadyExists):
        library.drop_ballot("aa", "b1")


def test_a_werksessie_is_written_over_and_goes_along(library: Library, tmp_path: Path, clock: Ticking) -> None:
    library.save(make_dossier("aa"))
    library.save(make_dossier("bb"))
    held = WorkshopRecord(id="w1", created=MOMENT, modified=MOMENT, payload={"id": "w", "name": "Eerste"})
    library.put_workshop("aa", held)
    later = held.model_copy(update={"modified": MOMENT + timedelta(hours=1), "payload": {"id": "w", "name": "Tweede"}})
    library.put_workshop("aa", later)
    assert library.workshops("aa") == (later,)
    with pytest.raises(AlreadyExists):
        library.put_workshop("bb", held)
    contents = library.contents_for_exchange("aa")
    assert contents.workshops == (later,)
    with Library.open(tmp_path / "other" / "o.db", clock=clock) as other:
        other.import_exchange(replace(contents, workshops=(held,)))
        assert other.import_exchange(contents).records == 1
        assert other.workshops("aa") == (later,)
        assert other.import_exchange(replace(contents, workshops=(held,))).records == 0
        assert other.workshops("aa") == (later,)
        with pytest.raises(ExchangeError):
            other.import_exchange(replace(contents, workshops=(later.model_copy(update={"payload": {"id": "x"}}),)))
        copied = other.import_exchange(replace(contents, dossier=asking(contents.dossier, "Anders")), Conflict.BOTH)
        (copy,) = other.workshops(copied.dossier_id)
        assert copy.payload == later.payload
        assert copy.id != later.id


def test_a_clock_that_was_set_back_lets_no_older_werksessie_win(library: Library, tmp_path: Path) -> None:
    library.save(make_dossier("aa"))
    held = WorkshopRecord(id="w1", created=MOMENT, modified=MOMENT, payload={"id": "w", "name": "Eerste"})
    library.put_workshop("aa", held)
    contents = library.contents_for_exchange("aa")
    early = held.model_copy(update={"payload": {"id": "w", "name": "Tweede"}})  # at the same moment, or before it
    library.put_workshop("aa", early)
    (kept,) = library.workshops("aa")
    assert kept.payload["name"] == "Tweede" and kept.modified > MOMENT
    assert library.import_exchange(contents).records == 0
    assert library.workshops("aa") == (kept,)
    library.put_workshop("aa", kept.model_copy(update={"modified": MOMENT + timedelta(hours=1)}))
    assert library.workshops("aa") == (kept,), "what is the same is not written again"


def test_an_error_of_the_database_names_no_value(library: Library) -> None:
    library.save(make_dossier("aa"))
    with pytest.raises(SQLAlchemyError) as refused, library._database.writing() as session:
        session.execute(text("INSERT INTO ballots (id, payload) VALUES (:a, :b)"), {"a": "b1", "b": "GEHEIM"})
    assert "GEHEIM" not in str(refused.value)


def test_before_a_newer_werksessie_comes_in_a_backup_is_made(library: Library) -> None:
    library.save(make_dossier("aa"))
    held = WorkshopRecord(id="w1", created=MOMENT, modified=MOMENT, payload={"id": "w", "name": "Van hier"})
    library.put_workshop("aa", held)
    library.put_ballot("aa", Ballot(id="b1", created=MOMENT, payload="Z2VoZWlt"))
    contents = library.contents_for_exchange("aa")
    library.import_exchange(contents)
    assert list_backups(library.path) == ()
    newer = held.model_copy(update={"modified": MOMENT + timedelta(hours=1), "payload": {"id": "w", "name": "Ander"}})
    library.import_exchange(replace(contents, workshops=(newer,)))
    assert len(list_backups(library.path)) == 1
    closed = Ballot(id="b1", created=MOMENT, closed_at=MOMENT, payload="YW5kZXJz")
    library.import_exchange(replace(contents, workshops=(newer,), ballots=(closed,)))
    assert len(list_backups(library.path)) == 2 and library.ballots("aa") == (closed,)
    with Library.open(list_backups(library.path)[1].path) as before:
        assert before.workshops("aa") == (held,)
