"""What happened to a PDF is recognised and named: nothing, one byte, a page, bytes behind it, a signature less."""

import io
import subprocess
import sys
import zlib

import pikepdf
import pytest
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import DEFAULT_DIFF_POLICY, DiffResult

from desktop.verify.changes import what_changed
from desktop.verify.check import verify_pdf
from desktop.verify.lookup import LibraryLookUp
from desktop.verify.results import Checked, FileKind, Later, MarkState, NowState, Verdict
from desktop.verify.revisions import sha256_of
from desktop.verify.words import Tone, worded
from models.storage.errors import LibraryDamaged
from tests.desktop.signing.samples import DOSSIER, HASH, mark, report_pdf
from tests.desktop.verify.scenes import (
    Scene,
    encrypted,
    signed_elsewhere,
    with_content,
    with_false_stamp,
    with_other_mark,
    with_other_stream,
    with_other_title,
    with_page,
    with_revision,
    without_signatures,
)
from tests.models.storage.helpers import asking, hash_of, make_dossier


def said(found) -> str:
    words = worded(found)
    return " ".join((words.headline, *words.lines))


# --- what the library made


def test_a_file_of_the_library_is_equal_and_says_its_version(scene: Scene) -> None:
    found = verify_pdf(scene.made, scene.look_up)
    assert (found.verdict, found.in_order) == (Verdict.EQUAL, True)
    assert found.held is not None
    assert found.held.proven
    assert (found.held.version, found.held.now, found.held.exports) == (scene.revision, NowState.SAME, 1)
    assert found.file.mark is not None
    assert found.file.mark.dossier == "aa"
    words = said(found).replace("\N{NO-BREAK SPACE}", " ")
    assert "Dit bestand is gelijk aan wat Mijn dossiers heeft gemaakt." in words
    assert "Dit is versie 1 van “ICT van A en B”, vastgesteld op 2 april 2026 door raad van Linde." in words


def test_the_dossier_may_have_changed_since(scene: Scene) -> None:
    scene.library.save(asking(make_dossier(), "Iets anders"))
    found = verify_pdf(scene.made, scene.look_up)
    assert found.verdict is Verdict.EQUAL
    assert found.held is not None
    assert found.held.now is NowState.CHANGED
    assert "is daarna veranderd" in said(found)


def test_what_is_not_frozen_is_a_concept(scene: Scene) -> None:
    changed = asking(make_dossier(), "Iets anders")
    data = report_pdf(mark(dossier="aa", content_hash=hash_of(changed)))
    noted = scene.library.exports("aa")[0]
    changes = {"id": "e2", "sha256": sha256_of(data), "content_hash": hash_of(changed)}
    scene.library.add_export("aa", noted.model_copy(update=changes))
    found = verify_pdf(data, scene.look_up)
    assert found.verdict is Verdict.EQUAL
    assert "Dit is een concept van “ICT van A en B”." in said(found)
    assert "vastgesteld" not in said(found)


def test_what_the_file_says_of_its_version_does_not_count_where_the_library_knows_better(scene: Scene) -> None:
    data = report_pdf(mark(dossier="aa", version="7", content_hash=HASH))
    scene.note(data, key="liegt")
    found = verify_pdf(data, scene.look_up)
    assert found.verdict is Verdict.EQUAL
    assert found.held is not None
    assert found.held.version == scene.revision
    assert "Dit is versie 1 van" in said(found)


# --- what somebody changed


def test_one_flipped_byte_is_found_wherever_it_is(scene: Scene) -> None:
    for at in range(0, len(scene.made), 53):
        changed = bytearray(scene.made)
        changed[at] ^= 0x01
        found = verify_pdf(bytes(changed), scene.look_up)
        assert not found.in_order, at
        if found.held is not None and found.file.kind is FileKind.PDF:
            assert found.verdict in {Verdict.DIFFERENT, Verdict.ADDED}, at


def test_of_a_changed_file_is_said_what_cannot_be_known(scene: Scene) -> None:
    at = scene.made.index(b"/Lang (nl-NL)") + 7
    found = verify_pdf(scene.made[:at] + b"d" + scene.made[at + 1 :], scene.look_up)
    assert found.verdict is Verdict.DIFFERENT
    words = said(found)
    assert "geen van de bestanden die Mijn dossiers maakte" in words
    assert "Van deze inhoud maakte Mijn dossiers 1 bestand." in words
    assert "of het is op een andere computer gemaakt" in words
    assert "Het bestand zegt dat het versie 1 is van “ICT van A en B”." in words
    assert "Dit is versie" not in words


def test_a_page_more_is_found(scene: Scene) -> None:
    found = verify_pdf(with_page(scene.made), scene.look_up)
    assert (found.verdict, found.file.pages) == (Verdict.DIFFERENT, 2)


@pytest.mark.parametrize("tail", [b"\n", b"hallo", b"\n%%EOF\n", b"\0" * 5000])
def test_bytes_behind_the_end_are_found(scene: Scene, tail: bytes) -> None:
    found = verify_pdf(scene.made + tail, scene.look_up)
    assert found.verdict is Verdict.ADDED
    assert found.start is not None
    assert (found.start.length, found.signatures.since_start) == (len(scene.made), Later.OTHER)
    assert "Daarna is iets anders toegevoegd" in said(found)


def test_a_revision_behind_the_end_is_found(scene: Scene) -> None:
    found = verify_pdf(with_revision(scene.made), scene.look_up)
    assert found.verdict is Verdict.ADDED
    assert found.signatures.since_start is Later.OTHER
    assert found.held is not None
    assert found.held.proven
    assert "Dit is versie 1 van" in said(found)


def test_the_content_of_a_version_may_be_another_than_the_file_names(scene: Scene) -> None:
    found = verify_pdf(report_pdf(mark(dossier="aa", version="1", content_hash=HASH)), scene.look_up)
    assert found.verdict is Verdict.DIFFERENT
    assert found.held is not None
    assert (found.held.numbered, found.held.version, found.held.alike) == (scene.revision, None, 0)
    assert "Versie 1 in Mijn dossiers heeft een andere inhoud dan dit bestand noemt." in said(found)


# --- signatures


def test_signed_since_it_was_made(scene: Scene) -> None:
    one = scene.signed(scene.made, "burgemeester", "A. de Vries")
    two = scene.signed(one.data, "secretaris", "B. Jansen")
    for data, count in ((one.data, 1), (two.data, 2)):
        found = verify_pdf(data, scene.look_up)
        assert found.verdict is Verdict.SIGNED_SINCE
        assert found.start is not None
        assert (found.start.length, found.signatures.since_start) == (len(scene.made), Later.SIGNATURES)
        assert found.signatures.checked is Checked.DONE
        assert [check.intact for check in found.signatures.checks] == [True] * count
        assert "PKIoverheid" in said(found)
    checks = verify_pdf(two.data, scene.look_up).signatures.checks
    assert [(c.field, c.name, c.whole, c.later) for c in checks] == [
        ("burgemeester", "A. de Vries", False, Later.SIGNATURES),
        ("secretaris", "B. Jansen", True, Later.NOTHING),
    ]


def test_a_signed_file_that_the_library_noted_is_equal(scene: Scene) -> None:
    one = scene.signed(scene.made, "burgemeester", "A. de Vries")
    scene.note_signature(one.data, "A. de Vries")
    found = verify_pdf(one.data, scene.look_up)
    assert (found.verdict, found.known_signed) == (Verdict.EQUAL, True)
    assert "Dit is het ondertekende bestand dat Mijn dossiers kent." in said(found)
    assert found.held is not None
    assert found.held.version == scene.revision


def test_a_removed_signature_is_missed(scene: Scene) -> None:
    one = scene.signed(scene.made, "burgemeester", "A. de Vries")
    two = scene.signed(one.data, "secretaris", "B. Jansen")
    for signed, name in ((one, "A. de Vries"), (two, "B. Jansen")):
        scene.note(signed.data, key=name[:1])
        scene.note_signature(signed.data, name)
    assert verify_pdf(two.data, scene.look_up).verdict is Verdict.EQUAL
    for data, names in ((scene.made, ["A. de Vries", "B. Jansen"]), (one.data, ["B. Jansen"])):
        found = verify_pdf(data, scene.look_up)
        assert (found.verdict, found.in_order) == (Verdict.SIGNATURE_MISSING, False)
        assert found.held is not None
        assert [signature.name for signature in found.held.missing] == names
        assert all(name in said(found) for name in names)
    emptied = verify_pdf(without_signatures(two.data), scene.look_up)
    assert emptied.verdict is Verdict.DIFFERENT
    assert "Mijn dossiers kent een ondertekening van A. de Vries" in said(emptied)


def test_a_signature_on_the_report_is_not_missed_on_another_document(scene: Scene) -> None:
    one = scene.signed(scene.made, "burgemeester", "A. de Vries")
    scene.note(one.data, key="getekend")
    scene.note_signature(one.data, "A. de Vries")
    note = report_pdf(mark(dossier="aa", kind="oplegnotitie", content_hash=scene.revision.content_hash))
    scene.note(note, "oplegnotitie", key="nota")
    found = verify_pdf(note, scene.look_up)
    assert found.verdict is Verdict.EQUAL
    assert found.held is not None
    assert found.held.missing == ()


def test_a_byte_under_a_signature_breaks_it(scene: Scene) -> None:
    one = scene.signed(scene.made, "burgemeester", "A. de Vries")
    at = one.data.index(b"/Lang (nl-NL)") + 7
    changed = one.data[:at] + b"d" + one.data[at + 1 :]
    for library in (scene.look_up, None):
        found = verify_pdf(changed, library)
        assert found.verdict is Verdict.SIGNATURE_BROKEN
        assert [check.intact for check in found.signatures.checks] == [False]
        assert "Na de ondertekening is dit bestand veranderd." in said(found)


@pytest.mark.parametrize("change", [with_revision, lambda data: data + b"hallo"])
def test_a_change_after_the_signature_is_found(scene: Scene, change) -> None:
    one = scene.signed(scene.made, "burgemeester", "A. de Vries")
    found = verify_pdf(change(one.data), scene.look_up)
    assert found.verdict is Verdict.ADDED
    (check,) = found.signatures.checks
    assert (check.intact, check.holds, check.later) == (True, False, Later.OTHER)
    assert verify_pdf(change(one.data), None).verdict is Verdict.SIGNATURE_BROKEN


def test_the_room_of_a_signature_may_hold_nothing_else(scene: Scene) -> None:
    one = scene.signed(scene.made, "burgemeester", "A. de Vries")
    at = one.data.index(b"0" * 60) + 50
    changed = one.data[:at] + b"41" + one.data[at + 2 :]
    assert verify_pdf(changed, scene.look_up).verdict is Verdict.SIGNATURE_BROKEN


def test_a_signature_on_a_changed_file_does_not_make_it_ours(scene: Scene) -> None:
    changed = scene.made.replace(b"/Lang (nl-NL)", b"/Lang (de-NL)")
    signed = scene.signed(changed, "burgemeester", "A. de Vries").data
    assert verify_pdf(signed, scene.look_up).verdict is Verdict.DIFFERENT
    assert verify_pdf(signed, None).verdict is Verdict.SIGNATURES_HOLD


def test_without_the_extra_signatures_are_counted_and_bytes_compared(scene: Scene, monkeypatch) -> None:
    one = scene.signed(scene.made, "burgemeester", "A. de Vries")
    monkeypatch.setitem(sys.modules, "desktop.verify.with_hanko", None)
    found = verify_pdf(one.data, scene.look_up)
    assert found.verdict is Verdict.ADDED
    assert (found.signatures.checked, found.file.filled) == (Checked.NO_EXTRA, ("burgemeester",))
    assert "geteld, maar niet gecontroleerd" in said(found)
    assert worded(found).tone is Tone.WARN
    assert verify_pdf(scene.made, scene.look_up).verdict is Verdict.EQUAL
    assert verify_pdf(scene.made + b"x", scene.look_up).verdict is Verdict.ADDED


def test_a_service_may_bring_a_field_of_its_own(scene: Scene) -> None:
    bare = report_pdf(mark(dossier="aa", content_hash=scene.revision.content_hash), fields=())
    scene.note(bare, key="kaal")
    found = verify_pdf(signed_elsewhere(scene, bare), scene.look_up)
    assert (found.verdict, found.signatures.since_start) == (Verdict.SIGNED_SINCE, Later.SIGNATURES)


@pytest.mark.parametrize("signed_before", [False, True])
def test_a_stamp_on_a_new_place_may_hide_text(signed_before: bool, scene: Scene) -> None:
    base = scene.signed(scene.made, "burgemeester", "A. de Vries").data if signed_before else scene.made
    stamped = signed_elsewhere(scene, base, box=(0, 0, 595, 842))
    found = verify_pdf(stamped, scene.look_up)
    assert (found.verdict, found.signatures.since_start) == (Verdict.STAMPED, Later.PLACED)
    assert found.signatures.hold
    assert not found.in_order
    assert "geen tekst of bedrag bedekt" in said(found)
    alone = verify_pdf(stamped, None)
    assert alone.verdict is (Verdict.STAMPED if signed_before else Verdict.SIGNATURES_HOLD)
    assert alone.in_order is not signed_before


def test_a_signature_behind_another_mark_does_not_cover_it_up(scene: Scene) -> None:
    for base in (scene.made, scene.signed(scene.made, "burgemeester", "A. de Vries").data):
        found = verify_pdf(signed_elsewhere(scene, with_other_mark(base)), scene.look_up)
        assert (found.verdict, found.signatures.since_start) == (Verdict.ADDED, Later.OTHER)


def test_a_record_of_a_signed_file_does_not_mend_its_signatures(scene: Scene) -> None:
    """The record may have come with the dossier from somebody else."""
    one = scene.signed(scene.made, "burgemeester", "A. de Vries").data
    changed = with_content(one)
    scene.note_signature(changed, "A. de Vries")
    found = verify_pdf(changed, scene.look_up)
    assert found.known_signed
    assert found.verdict is Verdict.SIGNATURE_BROKEN


def test_a_byte_flipped_in_how_the_signature_is_written_is_found(scene: Scene) -> None:
    """No signature covers itself: another case of a digit, or a space among zeros, means the same."""
    data = bytearray(scene.signed(scene.made, "burgemeester", "A. de Vries").data)
    start = data.rindex(b"/Contents <") + len(b"/Contents <")
    letter = next(at for at in range(start, len(data)) if chr(data[at]).isalpha())
    for at, flipped in ((letter, data[letter] ^ 0x20), (data.index(b">", start) - 9, 0x20)):
        changed = data.copy()
        changed[at] = flipped
        assert verify_pdf(bytes(data), None).in_order
        assert not verify_pdf(bytes(changed), None).in_order


def test_a_service_may_bring_nothing_else(scene: Scene) -> None:
    bare = report_pdf(mark(dossier="aa", content_hash=scene.revision.content_hash), fields=())
    scene.note(bare, key="kaal")
    found = verify_pdf(signed_elsewhere(scene, with_revision(bare)), scene.look_up)
    assert found.verdict is Verdict.ADDED
    assert all(check.holds for check in found.signatures.checks)
    for change in (with_content, with_other_stream):
        covered = verify_pdf(signed_elsewhere(scene, change(bare)), scene.look_up)
        assert (covered.verdict, covered.signatures.since_start) == (Verdict.ADDED, Later.OTHER)


@pytest.mark.parametrize("change", [with_revision, with_content, with_other_stream, with_false_stamp])
def test_a_later_signature_covers_up_no_change(change, scene: Scene) -> None:
    changed = change(scene.signed(scene.made, "burgemeester", "A. de Vries").data)
    for data in (signed_elsewhere(scene, changed), scene.signed(changed, "secretaris", "B. Jansen").data):
        first, last = verify_pdf(data, None).signatures.checks
        if change is with_false_stamp and last.field == "secretaris":
            assert first.later is Later.SIGNATURES  # the real signature took the place of the false look
            continue
        assert (first.intact, first.later, first.holds) == (True, Later.OTHER, False)
        assert (last.whole, last.holds) == (True, True)
        assert verify_pdf(data, None).verdict is Verdict.SIGNATURE_BROKEN
        assert verify_pdf(data, scene.look_up).verdict is Verdict.ADDED


def test_the_properties_may_change_with_a_signature(scene: Scene) -> None:
    one = with_other_title(scene.signed(scene.made, "burgemeester", "A. de Vries").data)
    assert not verify_pdf(one, scene.look_up).in_order  # but not behind the last
    two = scene.signed(one, "secretaris", "B. Jansen").data
    assert verify_pdf(two, scene.look_up).verdict is Verdict.SIGNED_SINCE


@pytest.mark.parametrize("change", [with_revision, with_content, with_other_stream, with_false_stamp, with_other_title])
@pytest.mark.parametrize("packed", [False, True])
def test_changes_are_judged_as_pyhanko_judges_them(change, packed: bool, scene: Scene, caplog) -> None:
    """Its own comparison is ten times slower; it must not find what ours lets through."""
    signed = scene.signed(report_pdf(mark(), packed=packed), "burgemeester", "A. de Vries").data
    for data in (change(signed), scene.signed(signed, "secretaris", "B. Jansen").data):
        caplog.set_level("CRITICAL", "pyhanko")
        reader = PdfFileReader(io.BytesIO(data))
        first = reader.embedded_signatures[0]
        theirs = DEFAULT_DIFF_POLICY.review_file(reader, first.signed_revision)
        ours = what_changed(reader, first.signed_revision, reader.xrefs.total_revisions - 1)
        if not isinstance(theirs, DiffResult):
            assert ours is Later.OTHER
        elif change is not with_false_stamp:
            assert ours is Later.SIGNATURES


# --- files of others, and what is no file


@pytest.mark.parametrize("data", [b"", b"hallo", b"\x89PNG\r\n\x1a\n" + b"\0" * 900, b"PK\x03\x04" * 40])
def test_not_a_pdf(data: bytes, scene: Scene) -> None:
    found = verify_pdf(data, scene.look_up)
    assert (found.verdict, found.file.kind) == (Verdict.UNREADABLE, FileKind.NOT_PDF)
    assert said(found) == "Dit bestand is geen pdf."


def test_encrypted_is_not_opened(scene: Scene) -> None:
    for user in ("", "geheim"):
        found = verify_pdf(encrypted(scene.made, user), scene.look_up)
        assert (found.verdict, found.file.kind, found.file.mark) == (Verdict.UNREADABLE, FileKind.ENCRYPTED, None)
        assert "versleuteld" in said(found)


def test_an_encrypted_file_that_the_library_noted_is_still_known(scene: Scene) -> None:
    data = encrypted(scene.made, "geheim")
    scene.note(data, key="dicht")
    assert verify_pdf(data, scene.look_up).verdict is Verdict.EQUAL


def test_damaged(scene: Scene) -> None:
    found = verify_pdf(b"%PDF-1.7\n" + b"x" * 500, scene.look_up)
    assert (found.verdict, found.file.kind) == (Verdict.UNREADABLE, FileKind.DAMAGED)
    assert "beschadigd" in said(found)
    half = verify_pdf(scene.made[: len(scene.made) // 2], scene.look_up)
    assert not half.in_order
    assert half.file.repaired or half.file.kind is FileKind.DAMAGED


def test_of_another_program(scene: Scene) -> None:
    found = verify_pdf(report_pdf(None, fields=()), scene.look_up)
    assert (found.verdict, found.file.mark_state) == (Verdict.FOREIGN, MarkState.NONE)
    assert said(found) == "Deze pdf komt niet uit Vormwijzer."


@pytest.mark.parametrize(
    "entry",
    [
        "",
        "geen json",
        "[]",
        "[" * 3000,
        '{"dossier": "aa"}',
        '{"dossier": "../../etc/passwd", "kind": "advies", "content_hash": "' + HASH + '"}',
        '{"dossier": 7, "kind": "advies", "content_hash": "' + HASH + '"}',
        '{"dossier": "aa", "kind": "<b>", "content_hash": "' + HASH + '"}',
        '{"dossier": "aa", "kind": "advies", "version": "-1", "content_hash": "' + HASH + '"}',
        '{"dossier": "aa", "kind": "advies", "version": "9999999", "content_hash": "' + HASH + '"}',
        '{"dossier": "aa", "kind": "advies", "content_hash": "xyz"}',
        '{"dossier": "aa", "kind": "advies", "content_hash": "' + HASH + '", "dated": "' + "x" * 5000 + '"}',
    ],
)
def test_a_faulty_mark_is_no_mark(entry: str, scene: Scene) -> None:
    found = verify_pdf(report_pdf(entry), scene.look_up)
    assert (found.verdict, found.file.mark_state, found.file.mark) == (Verdict.FOREIGN, MarkState.FAULTY, None)
    assert "is niet te lezen" in said(found)


def test_a_mark_of_a_newer_program_is_read(scene: Scene) -> None:
    found = verify_pdf(report_pdf(mark(dossier="aa", nieuw="iets")), scene.look_up)
    assert found.file.mark_state is MarkState.FOUND


def test_a_dossier_that_is_not_here(scene: Scene) -> None:
    found = verify_pdf(report_pdf(mark()), scene.look_up)
    assert (found.verdict, found.held) == (Verdict.UNKNOWN, None)
    assert f"het dossier met nummer {DOSSIER}. Dat staat niet in Mijn dossiers" in said(found)


def test_a_dossier_of_which_nothing_was_made(scene: Scene) -> None:
    scene.library.save(make_dossier("bb"))
    found = verify_pdf(report_pdf(mark(dossier="bb")), scene.look_up)
    assert found.verdict is Verdict.UNKNOWN
    assert "maakte van dit dossier geen bestand" in said(found)


def test_without_a_library(scene: Scene) -> None:
    found = verify_pdf(scene.made, None)
    assert (found.verdict, found.library_used) == (Verdict.UNKNOWN, False)
    assert "staat nog geen Mijn dossiers" in said(found)


def test_a_library_that_fails_stops_nothing(scene: Scene) -> None:
    class Broken(LibraryLookUp):
        def title(self, dossier_id: str) -> str | None:
            raise LibraryDamaged(scene.library.path)

    found = verify_pdf(scene.made, Broken(scene.library, hash_of))
    assert (found.verdict, found.library_used) == (Verdict.UNKNOWN, False)
    assert "beschadigd" in found.library_fault
    assert found.library_fault in said(found)


def test_objects_may_be_packed(scene: Scene) -> None:
    data = report_pdf(mark(dossier="aa"), packed=True)
    state = verify_pdf(data, scene.look_up).file
    assert state.mark_state is MarkState.FOUND
    assert state.fields == ("burgemeester", "secretaris")
    signed = scene.signed(data, "secretaris", "B. Jansen").data
    assert verify_pdf(signed, None).verdict is Verdict.SIGNATURES_HOLD


# --- what is made to do harm


def bomb(size: int) -> bytes:
    """A cross-reference stream of zeros that grows to ``size`` bytes."""
    body = zlib.compress(b"\0" * size, 9)
    head = b"%%PDF-1.7\n1 0 obj\n<</Type/XRef/Size 3/W[1 4 2]/Root 2 0 R/Filter/FlateDecode/Length %d>>\nstream\n"
    return head % len(body) + body + b"\nendstream\nendobj\nstartxref\n9\n%%EOF\n"


def test_a_bomb_is_not_unpacked() -> None:
    found = verify_pdf(bomb(100_000_000), None)
    assert (found.verdict, found.file.kind) == (Verdict.UNREADABLE, FileKind.DAMAGED)


@pytest.mark.parametrize("name", [b"/LZWDecode", b"/#4cZW#44ecode", b"/LZW "])
def test_what_grows_without_bound_is_not_opened(name: bytes, scene: Scene) -> None:
    data = scene.made + b"% /Type /Obj#53tm /Filter " + name + b"\n"
    assert verify_pdf(data, None).file.kind is FileKind.TOO_COMPLEX


def test_a_file_of_ends_only() -> None:
    found = verify_pdf(b"%PDF-1.7\n" + b"startxref\n9\n%%EOF\n" * 20_000, None)
    assert found.verdict is Verdict.UNREADABLE


def test_a_form_that_goes_round_is_left(scene: Scene) -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(scene.made)) as pdf:
        field = pdf.Root.AcroForm.Fields[0]
        field.Kids = pikepdf.Array([field, field])
        pdf.save(out)
    assert verify_pdf(out.getvalue(), scene.look_up).file.kind is FileKind.PDF


def test_a_check_needs_no_qt_and_no_pyhanko(tmp_path, scene: Scene) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(report_pdf(mark(), fields=()))
    code = (
        "import sys, pathlib; from desktop.verify.check import verify_pdf; from desktop.verify.words import worded;"
        f"worded(verify_pdf(pathlib.Path({str(path)!r}).read_bytes(), None));"
        "print([m for m in ('PySide6', 'pyhanko', 'sqlalchemy', 'reportlab') if m in sys.modules])"
    )
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert out.stdout.strip() == "[]"
