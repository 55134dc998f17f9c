"""A PDF that was signed here is recognised, and the signature is noted for the right paper."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.preview.saving import record_of
from desktop.report.edition import Edition
from desktop.report.tree import SignatureBlock, walk
from desktop.verify.sign_dialog import SignDialog, SignedFile
from desktop.window.main_window import MainWindow
from desktop.window.signed import signature_of
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.signoff.state import SignOff
from models.storage.library import Library
from models.storage.records import ExportRecord, SignatureAct
from tests.changed import replace
from tests.desktop.window.conftest import settle
from tests.models.samples import example

TODAY = date(2026, 11, 21)


def signed_file(field: str, base: str = "a" * 64) -> SignedFile:
    return SignedFile(Path("x.pdf"), "b" * 64, field, "J. de Vries", base)


def export() -> ExportRecord:
    return ExportRecord(id="e", kind="advies", sha256="a" * 64, content_hash="c" * 64, created=datetime.now(UTC))


def test_the_fields_of_a_report_say_which_paper_and_for_whom(knowledge: Knowledge) -> None:
    from desktop.preview.making import Wish, make

    dossier = dossier_from_values(example("lindestreek"))
    made = make(Wish(dossier, knowledge, replace(Edition(), fields=True)), lambda _part: None)
    lines = [line for block in walk(made.document) if isinstance(block, SignatureBlock) for line in block.lines]
    fields = [line.field for line in lines if line.field]
    assert len(fields) >= len(dossier.partners.active)
    names = {partner.id: partner.name for partner in dossier.partners.active}
    acts = set()
    for field in fields:
        record = signature_of(signed_file(field), export(), dossier, SignOff(), TODAY)
        assert record.act is not SignatureAct.OTHER, field
        assert record.partner is not None and names[record.partner].split()[0].lower() in field
        assert record.role.split()[0].lower() in field
        assert (record.name, record.signed_on, record.file_sha256) == ("J. de Vries", TODAY, "b" * 64)
        acts.add((record.act, record.partner, record.role))
    assert len(acts) == len(fields)


@pytest.mark.parametrize("field", ["", "handtekening1", "raad_van_elders_griffier", "Signature 2"])
def test_a_field_of_another_program_is_kept_as_it_is_called(field: str) -> None:
    dossier = dossier_from_values(example("lindestreek"))
    record = signature_of(signed_file(field), export(), dossier, SignOff(), TODAY)
    assert (record.act, record.role, record.partner) == (SignatureAct.OTHER, field, None)


def test_signing_notes_file_and_signature(
    window: MainWindow, knowledge: Knowledge, qtbot: QtBot, tmp_path: Path
) -> None:
    from desktop.preview.making import Wish, make

    library = Library.open(tmp_path / "library" / "m.db")
    dossier = dossier_from_values(example("netwerk"))
    library.save(dossier)
    made = make(Wish(dossier, knowledge, Edition()), lambda _part: None)
    library.add_export(dossier.id, record_of(made, datetime.now(UTC)))
    view = window.open_dossier(dossier, library)
    settle(qtbot)
    view.sign_pdf()
    dialog = view.window().findChild(SignDialog)
    assert dialog is not None
    dialog.signed.emit(signed_file("handtekening", made.sha256))
    qtbot.waitUntil(lambda: len(library.signatures(dossier.id)) == 1, timeout=10_000)
    found = library.find_export("b" * 64)
    assert found is not None and found[0] == dossier.id
    assert (found[1].kind, found[1].content_hash) == ("advies", made.content_hash)
    record = library.signatures(dossier.id)[0]
    assert (record.name, record.content_hash, record.file_sha256) == ("J. de Vries", made.content_hash, "b" * 64)
    dialog.signed.emit(replace(signed_file("handtekening", "d" * 64), sha256="e" * 64))
    qtbot.waitUntil(lambda: window.toast.words.text().startswith("Het eerste bestand is niet"), timeout=10_000)
    assert len(library.signatures(dossier.id)) == 1 and library.find_export("e" * 64) is None
    dialog.close()
    settle(qtbot)
    window.close_dossier()
    library.close()
