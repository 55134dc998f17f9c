"""The report itself, as the program makes it with empty fields: signed by two people and checked."""

import pytest

from desktop.report import build_report, render_pdf
from desktop.report.edition import Edition
from desktop.signing.sign import Pkcs12, SignatureText, sign_pdf, signature_fields
from desktop.verify.check import verify_pdf
from desktop.verify.results import Later, MarkState, Verdict
from models.advice.advise import advise
from models.advice.fingerprint import dossier_hash
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from tests.desktop.signing.samples import PASSPHRASE, certificate_file, faults
from tests.models.samples import example


@pytest.fixture(scope="module")
def content_and_report(knowledge: Knowledge) -> tuple[str, bytes]:
    dossier = dossier_from_values(example("lindestreek"))
    advice = advise(dossier, knowledge, samples=False)
    content = dossier_hash(dossier, advice, knowledge)
    document = build_report(dossier, advice, knowledge, content_hash=content, edition=Edition(fields=True))
    return content, render_pdf(document)


def test_the_mark_is_read(content_and_report: tuple[str, bytes]) -> None:
    content, report = content_and_report
    found = verify_pdf(report, None)
    assert (found.verdict, found.file.mark_state) == (Verdict.UNKNOWN, MarkState.FOUND)
    assert found.file.mark is not None
    assert (found.file.mark.content_hash, found.file.mark.kind) == (content, "advies")
    assert not found.file.repaired
    assert len(found.file.fields) > 1


def test_two_people_sign_the_report(content_and_report: tuple[str, bytes], tmp_path) -> None:
    data = content_and_report[1]
    fields = [field.name for field in signature_fields(data)[:2]]
    for number, (field, name) in enumerate(zip(fields, ("A. de Vries", "B. Jansen"), strict=True), 1):
        text = SignatureText(role="burgemeester", place="Linde")
        data = sign_pdf(data, field, Pkcs12(certificate_file(tmp_path, name), PASSPHRASE), text).data
        checks = verify_pdf(data, None).signatures.checks
        assert [check.later for check in checks] == [Later.SIGNATURES] * (number - 1) + [Later.NOTHING]
        # The checker wants each signature to cover the file to its last byte, which only the last of several can.
        found = [fault for fault in faults(data) if number == 1 or "SIGNATURE-BYTERANGE-001" not in fault]
        assert found == []
    assert verify_pdf(data, None).verdict is Verdict.SIGNATURES_HOLD
