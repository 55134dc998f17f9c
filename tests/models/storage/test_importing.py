"""Bringing in an exchange file: never silently over what is there."""

from dataclasses import replace
from pathlib import Path

import pytest

from models.dossier import dossier_from_values
from models.storage.backups import list_backups
from models.storage.errors import ExchangeError, ImportConflict
from models.storage.exchange import exchange_bytes, read_any, read_exchange
from models.storage.library import Library
from models.storage.records import AuditAction, Conflict, ExchangeContents, ImportOutcome
from tests.models.storage.helpers import ADVICE, KNOWLEDGE, Ticking, asking, hash_of, make_dossier
from tests.models.storage.test_library_records import approval, frozen, sign_all


def carried(library: Library) -> ExchangeContents:
    """What reaches the other laptop."""
    return read_exchange(exchange_bytes(library.contents_for_exchange("aa")))


@pytest.fixture
def other(tmp_path: Path, clock: Ticking) -> Library:
    return Library.open(tmp_path / "other" / "o.db", clock=clock)


def test_a_dossier_arrives_with_all_its_records(library: Library, other: Library) -> None:
    sign_all(library, frozen(library))
    contents = carried(library)
    with other:
        result = other.import_exchange(contents)
        assert (result.outcome, result.records) == (ImportOutcome.ADDED, 4)
        assert replace(carried(other), created=None, audit=()) == replace(contents, created=None, audit=())
        assert other.audit("aa")[:-1] == contents.audit
        assert other.audit("aa")[-1].action is AuditAction.IMPORTED


def test_equal_content_is_a_no_op_that_is_reported(library: Library) -> None:
    sign_all(library, frozen(library))
    contents, before = carried(library), library.audit()
    for choice in Conflict:
        result = library.import_exchange(contents, choice)
        assert (result.outcome, result.records, result.restored) == (ImportOutcome.UNCHANGED, 0, False)
    assert library.audit() == before


def test_other_content_asks_first_and_changes_nothing(library: Library) -> None:
    library.save(make_dossier())
    contents = carried(library)
    library.save(asking(make_dossier(), "Intussen hier gewijzigd"))
    library.delete("aa")
    before = library.audit()
    with pytest.raises(ImportConflict) as caught:
        library.import_exchange(contents)
    assert caught.value.offered == contents.modified
    assert caught.value.stored > contents.modified  # type: ignore[operator]
    assert caught.value.deleted
    assert library.audit() == before and library.load("aa").opgave.question == "Intussen hier gewijzigd"


def test_newest_replaces_an_older_one_and_makes_a_backup_of_it(library: Library, other: Library) -> None:
    library.save(make_dossier())
    with other:
        other.import_exchange(carried(library))
        other.save(asking(make_dossier(), "Nieuwer"))
        contents = carried(other)
    result = library.import_exchange(contents, Conflict.NEWEST)
    assert result.outcome is ImportOutcome.REPLACED
    assert library.load("aa").opgave.question == "Nieuwer"
    assert library.list()[0].modified == contents.modified
    (backup,) = list_backups(library.path)
    with Library.open(backup.path) as kept:
        assert kept.load("aa") == make_dossier()


def test_newest_keeps_what_is_here_when_that_is_newer_but_takes_the_akkoord(library: Library, other: Library) -> None:
    revision = frozen(library)
    with other:
        other.import_exchange(carried(library))
        other.add_approval("aa", approval(revision))
        contents = carried(other)
    library.save(asking(make_dossier(), "Hier verder gewerkt"))
    result = library.import_exchange(contents, Conflict.NEWEST)
    assert (result.outcome, result.records) == (ImportOutcome.KEPT, 1)
    assert library.load("aa").opgave.question == "Hier verder gewerkt"
    assert library.approvals("aa") == (approval(revision),)


def test_both_makes_a_copy_with_ids_of_its_own(library: Library) -> None:
    revision = frozen(library)
    sign_all(library, revision)
    contents = carried(library)
    library.save(asking(make_dossier(), "Hier verder gewerkt"))
    result = library.import_exchange(contents, Conflict.BOTH)
    assert result.outcome is ImportOutcome.COPIED and result.dossier_id != "aa"
    copy = library.load(result.dossier_id)
    assert copy == make_dossier(result.dossier_id, "ICT van A en B (kopie)")
    (kept,) = library.revisions(copy.id)
    assert kept.id != revision.id and kept.content_hash == revision.content_hash == hash_of(copy)
    assert library.approvals(copy.id)[0].revision == kept.id
    assert library.load("aa").opgave.question == "Hier verder gewerkt"
    assert dossier_from_values(library.revision_document(kept.id).document).id == copy.id
    assert read_exchange(exchange_bytes(library.contents_for_exchange(copy.id))).dossier == copy


def test_a_plain_dossier_has_no_date_so_newest_asks(library: Library) -> None:
    library.save(make_dossier())
    from models.dossier import canonical_json

    contents = read_any(canonical_json(asking(make_dossier(), "Uit een script").as_json()))
    with pytest.raises(ImportConflict) as caught:
        library.import_exchange(contents, Conflict.NEWEST)
    assert caught.value.offered is None
    assert library.import_exchange(contents, Conflict.BOTH).outcome is ImportOutcome.COPIED


def test_an_import_brings_a_dossier_back_from_the_bin(library: Library) -> None:
    library.save(make_dossier())
    contents = carried(library)
    library.delete("aa")
    result = library.import_exchange(contents)
    assert (result.outcome, result.restored) == (ImportOutcome.UNCHANGED, True)
    assert [entry.id for entry in library.list()] == ["aa"]


def test_two_laptops_that_gave_out_the_same_number(library: Library, other: Library) -> None:
    library.save(make_dossier())
    with other:
        other.import_exchange(carried(library))
        theirs = other.freeze("aa", "Daar", hash_of(make_dossier()), KNOWLEDGE, ADVICE)
        contents = carried(other)
    ours = library.freeze("aa", "Hier", hash_of(make_dossier()), KNOWLEDGE, ADVICE)
    assert library.import_exchange(contents).records == 1
    assert [(r.number, r.id) for r in library.revisions("aa")] == [(1, ours.id), (2, theirs.id)]
    assert library.import_exchange(contents).records == 0


def test_a_record_that_differs_under_its_id_refuses_the_whole_import(library: Library, other: Library) -> None:
    revision = frozen(library)
    library.add_approval("aa", approval(revision))
    forged = approval(revision).model_copy(update={"name": "Iemand anders"})
    contents = replace(
        carried(library), approvals=(forged,), dossier=asking(make_dossier(), "Vervalst"), modified=Ticking().now
    )
    with other:
        newer = replace(contents, modified=library.list()[0].modified.replace(year=2030))
        before = library.audit()
        with pytest.raises(ExchangeError):
            library.import_exchange(newer, Conflict.NEWEST)
    assert library.load("aa") == make_dossier() and library.audit() == before
    assert library.approvals("aa") == (approval(revision),)


def test_a_record_of_another_dossier_cannot_be_taken_over(library: Library) -> None:
    revision = frozen(library)
    contents = carried(library)
    document = {**contents.revisions[0].document, "id": "bb"}
    stolen = replace(
        contents,
        dossier=make_dossier("bb"),
        revisions=(contents.revisions[0].model_copy(update={"document": document}),),
        audit=(),
    )
    with pytest.raises(ExchangeError):
        library.import_exchange(stolen)
    assert library.revisions("aa") == (revision,)
    assert [entry.id for entry in library.list()] == ["aa"]
