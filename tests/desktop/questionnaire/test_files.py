"""Empty forms into a folder, and filled ones from files, many at once."""

from pathlib import Path

import pytest

from desktop.questionnaire import raw
from desktop.questionnaire.form import questionnaire_pdf
from desktop.questionnaire.incoming import Incoming, read_incoming, said, taken_in
from desktop.questionnaire.merging import OnDifference
from desktop.questionnaire.reading import read_questionnaire
from desktop.questionnaire.saving import file_name, save_all
from models.dossier import dossier_from_values
from models.knowledge import Knowledge
from models.storage.errors import StorageError
from models.vocabulary import CriterionId
from tests.desktop.questionnaire.forms import by_pikepdf, dossier_with
from tests.models.samples import minimal


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        (None, "vragenlijst.pdf"),
        ("", "vragenlijst.pdf"),
        ("Één & Twee", "vragenlijst-een-twee.pdf"),
        ("../../etc/passwd", "vragenlijst-etc-passwd.pdf"),
        ("日本", "vragenlijst.pdf"),
        ("a" * 500, f"vragenlijst-{'a' * 60}.pdf"),
        ("C:\\x\0y", "vragenlijst-c-x-y.pdf"),
    ],
)
def test_names_of_files(name: str | None, wanted: str) -> None:
    assert file_name(name) == wanted


def test_a_form_for_each_partner_and_none_replaced(knowledge: Knowledge, tmp_path: Path) -> None:
    rows = [{"id": "a", "name": "Dubbel"}, {"id": "b", "name": "dubbel"}, {"id": "c", "name": "Weg", "removed": True}]
    dossier = dossier_from_values(minimal(partners={"partners": rows}))
    (tmp_path / "vragenlijst-dubbel.pdf").write_text("van een ander")
    heard: list[float] = []
    written = save_all(dossier, knowledge, tmp_path, heard.append)
    assert [path.name for path in written] == ["vragenlijst-dubbel-2.pdf", "vragenlijst-dubbel-3.pdf"]
    assert [read_questionnaire(path.read_bytes()).mark.partner for path in written] == ["a", "b"]
    assert (tmp_path / "vragenlijst-dubbel.pdf").read_text() == "van een ander"
    assert heard == [0.0, 0.5, 1.0]


def test_a_folder_that_is_not_there(knowledge: Knowledge, tmp_path: Path) -> None:
    with pytest.raises(StorageError):
        save_all(dossier_with(), knowledge, tmp_path / "nergens")


def test_forms_are_taken_in_one_after_the_other(knowledge: Knowledge, tmp_path: Path) -> None:
    dossier = dossier_with()
    for number, state in ((1, "antwoord-2"), (2, "antwoord-5")):
        data = questionnaire_pdf(dossier, knowledge, "p1")
        filled = by_pikepdf(data, {"stelling.routine.antwoord": state})
        (tmp_path / f"{number}.pdf").write_bytes(filled)
    (tmp_path / "3.pdf").write_text("kapot")
    forms = [read_incoming(tmp_path / f"{number}.pdf", dossier) for number in (1, 2, 3)]
    after, outcomes = taken_in(dossier, knowledge, forms)
    assert after.vorm.answers[CriterionId.ROUTINE].partners == {"p1": 2}
    first, second, third = outcomes
    assert first.report is not None and len(first.report.taken) == 1
    assert second.report is not None and len(second.report.kept) == 1
    assert third.report is None
    assert "geen goede pdf" in third.reason
    assert said(outcomes) == "2 vragenlijsten overgenomen."
    assert said(outcomes[:1]) == "Vragenlijst van Gemeente 1 overgenomen."
    replacing = Incoming(forms[1].name, forms[1].filled, partner="p1", on_difference=OnDifference.REPLACE)
    after, _ = taken_in(dossier, knowledge, [forms[0], replacing])
    assert after.vorm.answers[CriterionId.ROUTINE].partners == {"p1": 5}


@pytest.mark.parametrize("name", ["bestaat-niet.pdf", "map"])
def test_a_file_that_cannot_be_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "map").mkdir()
    form = read_incoming(tmp_path / name, dossier_with())
    assert form.filled is None
    assert form.reason.endswith(".")


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "groot.pdf"
    with path.open("wb") as file:
        file.truncate(raw.MAX_FORM + 1)
    assert "te groot voor een ingevulde vragenlijst" in read_incoming(path, dossier_with()).reason
