"""``vormwijzer advies`` writes each document in each kind of file, for the public or not, with what was signed off."""

import io
import json
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from pypdf import PdfReader

from desktop.cli.advice_commands import EXAMPLES
from desktop.cli.documents import KINDS
from desktop.cli.knowledge import shipped_knowledge
from desktop.cli.main import main
from desktop.report.content.chapters import Chapter
from desktop.report.edition import DocumentKind
from desktop.report.template import Template, template_bytes
from models.advice.advise import advise
from models.advice.fingerprint import dossier_hash, exact_advice
from models.dossier import dossier_from_values
from models.storage.exchange import exchange_bytes
from models.storage.records import Approval, ExchangeContents, RevisionDocument, Verdict
from tests.models.samples import example
from tests.pdf_text import text_of_file

NETWERK = str(EXAMPLES / "netwerk.json")
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def run(capsys, *arguments):
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def frozen(path, *, changes_after=None, text_after=None):
    """An exchange file with one version and one akkoord; ``..._after``: what was typed after it was frozen."""
    knowledge = shipped_knowledge()
    dossier = dossier_from_values(example("netwerk"))
    advice = advise(dossier, knowledge, samples=False)
    exact = {"dated": dossier.dated.isoformat(), **exact_advice(advice)}
    code = dossier_hash(dossier, advice, knowledge)
    version = RevisionDocument(
        id="r1",
        number=3,
        name="Naar de raad",
        created=NOW,
        content_hash=code,
        knowledge_version=knowledge.version,
        document=dossier.as_json(),
        advice=json.loads(json.dumps(exact)),
    )
    approval = Approval(
        id="a1",
        content_hash=code,
        revision="r1",
        name="Kim de Wit",
        role="Gemeentesecretaris",
        verdict=Verdict.AGREED_WITH_REMARK,
        remark="Met een evaluatie na twee jaar.",
        given_on=date(2026, 11, 20),
    )
    values = dossier.as_json()
    if text_after is not None:
        values["vaststelling"]["summary"] = text_after
    if changes_after is not None:
        values["opgave"]["question"] = changes_after
    contents = ExchangeContents(dossier_from_values(values), revisions=(version,), approvals=(approval,))
    path.write_bytes(exchange_bytes(contents))
    return str(path)


def test_the_kinds_are_those_of_the_report():
    assert set(KINDS) == {kind.value for kind in DocumentKind}


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_as_pdf(capsys, tmp_path, kind):
    target = tmp_path / "stuk.pdf"
    code, out, err = run(capsys, "advies", NETWERK, "--stuk", kind, "--pdf", str(target))
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == f"{KINDS[kind]} staat in {target}."
    words = {"advies": "Advies over samenwerking", "oplegnotitie": "Oplegnotitie", "werksessie": "werksessie"}
    assert words.get(kind, "Akkoord") in text_of_file(target)


@pytest.mark.parametrize("kind", KINDS)
def test_every_document_in_all_files_at_once(capsys, tmp_path, kind):
    names = {form: tmp_path / f"stuk.{form}" for form in ("pdf", "docx", "odt")}
    files = [part for form, path in names.items() for part in (f"--{form}", str(path))]
    code, out, err = run(capsys, "advies", NETWERK, "--stuk", kind, *files)
    assert (code, err) == (0, "")
    assert [line.rsplit(".", 2)[1] for line in out.splitlines()[-3:]] == ["pdf", "docx", "odt"]
    assert names["pdf"].read_bytes().startswith(b"%PDF-")
    assert names["docx"].read_bytes().startswith(b"PK")
    assert names["odt"].read_bytes().startswith(b"PK")


def test_the_same_file_twice_gives_the_same_bytes(capsys, tmp_path):
    one, two = tmp_path / "a.pdf", tmp_path / "b.pdf"
    for target in (one, two):
        run(capsys, "advies", NETWERK, "--stuk", "oplegnotitie", "--pdf", str(target))
    assert one.read_bytes() == two.read_bytes()


def test_a_version_is_named_as_long_as_nothing_changed(capsys, tmp_path):
    target = tmp_path / "a.pdf"
    assert run(capsys, "advies", frozen(tmp_path / "a.vormwijzer"), "--pdf", str(target))[0] == 0
    assert "Versie 3" in text_of_file(target)
    for number, after in enumerate(({"text_after": "Anders."}, {"changes_after": "Een andere vraag?"})):
        source = frozen(tmp_path / f"{number}.vormwijzer", **after)
        assert run(capsys, "advies", source, "--pdf", str(target))[0] == 0
        assert "Versie 3" not in text_of_file(target)
        assert "Concept" in text_of_file(target)


def test_the_sheet_holds_the_akkoord_until_it_lapses(capsys, tmp_path):
    target = tmp_path / "a.pdf"
    run(capsys, "advies", frozen(tmp_path / "a.vormwijzer"), "--stuk", "akkoordblad", "--pdf", str(target))
    held = text_of_file(target)
    assert "Kim de Wit" in held
    assert "Vervallen" not in held
    source = frozen(tmp_path / "b.vormwijzer", text_after="Anders.")
    run(capsys, "advies", source, "--stuk", "akkoordblad", "--pdf", str(target))
    lapsed = text_of_file(target)
    assert "Vervallen" in lapsed
    assert "versie 3" in lapsed


def test_names_of_an_akkoord_stay_on_the_sheet(capsys, tmp_path):
    source, target = frozen(tmp_path / "a.vormwijzer"), tmp_path / "a.pdf"
    for kind in ("advies", "oplegnotitie", "werksessie"):
        run(capsys, "advies", source, "--stuk", kind, "--pdf", str(target))
        assert "Kim de Wit" not in text_of_file(target)


def test_an_internal_copy_says_so_and_has_the_notes(capsys, tmp_path):
    values = example("netwerk")
    values["opgave"] = {**values["opgave"], "notes": [{"id": "n1", "text": "Alleen voor ons.", "internal": True}]}
    source, target = tmp_path / "a.json", tmp_path / "a.pdf"
    source.write_text(json.dumps(values), encoding="utf-8")
    run(capsys, "advies", str(source), "--pdf", str(target))
    assert "Alleen voor ons" not in text_of_file(target)
    run(capsys, "advies", str(source), "--pdf", str(target), "--intern")
    internal = text_of_file(target)
    assert "Alleen voor ons" in internal
    assert "intern" in internal.lower()


def test_fields_for_signatures_come_only_where_asked(capsys, tmp_path):
    source, target = frozen(tmp_path / "a.vormwijzer"), tmp_path / "a.pdf"
    run(capsys, "advies", source, "--pdf", str(target))
    assert "/AcroForm" not in PdfReader(target).trailer["/Root"]
    assert run(capsys, "advies", source, "--pdf", str(target), "--velden")[0] == 0
    assert "/AcroForm" in PdfReader(target).trailer["/Root"]


def test_a_template_names_the_advice_and_its_chapters(capsys, tmp_path):
    template = Template(kind="Raadsvoorstel", headings={Chapter.LEGAL: "De juridische kant"}, case_number="Z-2026-14")
    path, target = tmp_path / "sjabloon.json", tmp_path / "a.pdf"
    path.write_bytes(template_bytes(template))
    code, out, _ = run(capsys, "advies", NETWERK, "--pdf", str(target), "--sjabloon", str(path))
    assert code == 0
    assert "Het advies staat in" in out
    for word in ("Raadsvoorstel", "De juridische kant", "Z-2026-14"):
        assert word in text_of_file(target)


def test_json_beside_a_file_is_json_only(capsys, tmp_path):
    target = tmp_path / "a.pdf"
    code, out, err = run(capsys, "advies", NETWERK, "--json", "--stuk", "werksessie", "--pdf", str(target), "--intern")
    assert (code, err) == (0, "")
    assert json.loads(out)
    assert target.exists()


def test_a_dossier_without_an_advice_ends_with_one_and_still_writes(capsys, tmp_path):
    source, target = tmp_path / "leeg.json", tmp_path / "a.pdf"
    source.write_text('{"format_version": 1, "id": "leeg", "title": "Leeg", "dated": "2026-11-21"}')
    for kind in KINDS:
        code, _, err = run(capsys, "advies", str(source), "--stuk", kind, "--pdf", str(target))
        assert (code, err) == (1, "")
        assert target.read_bytes().startswith(b"%PDF-")
        target.unlink()


BAD = {
    "an unknown document": (["--stuk", "folder", "--pdf", "{t}/a.pdf"], "Kies uit"),
    "a document without a file": (["--stuk", "oplegnotitie"], "--stuk"),
    "internal without a file": (["--intern"], "--intern"),
    "fields without a file": (["--velden"], "--velden"),
    "fields in a document for Word": (["--velden", "--docx", "{t}/a.docx"], "--pdf"),
    "a template without a file": (["--sjabloon", "{t}/sjabloon.json"], "--sjabloon"),
    "a template that is not there": (["--pdf", "{t}/a.pdf", "--sjabloon", "{t}/nee.json"], "bestaat niet"),
    "a template from the input": (["--pdf", "{t}/a.pdf", "--sjabloon", "-"], "bestand"),
    "a template that is a dossier": (["--pdf", "{t}/a.pdf", "--sjabloon", NETWERK], "geen sjabloon"),
    "a template that is a folder": (["--pdf", "{t}/a.pdf", "--sjabloon", "{t}"], "map"),
    "one name for two files": (["--pdf", "{t}/a", "--odt", "{t}/a"], "eigen naam"),
    "a file over the template": (["--pdf", "{t}/sjabloon.json", "--sjabloon", "{t}/sjabloon.json"], "zelf"),
    "a folder that is not there": (["--odt", "{t}/nee/a.odt"], "bestaat niet"),
    "a folder as file": (["--docx", "{t}"], "map"),
    "nothing after an option": (["--docx"], "--docx"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_sentence_and_writes_nothing(capsys, tmp_path, name):
    words, said = BAD[name]
    (tmp_path / "sjabloon.json").write_bytes(template_bytes(Template()))
    before = (tmp_path / "sjabloon.json").read_bytes()
    code, out, err = run(capsys, "advies", NETWERK, *(word.format(t=tmp_path) for word in words))
    assert (code, out) == (2, "")
    assert said in err
    assert err.count("\n") == 1
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == ["sjabloon.json"]
    assert (tmp_path / "sjabloon.json").read_bytes() == before


def test_a_file_over_the_dossier_is_refused(capsys, tmp_path):
    source = tmp_path / "a.json"
    source.write_text(json.dumps(example("netwerk")), encoding="utf-8")
    before = source.read_bytes()
    for form in ("pdf", "docx", "odt"):
        code, _, err = run(capsys, "advies", str(source), f"--{form}", str(source))
        assert code == 2
        assert "dossier zelf" in err
        assert source.read_bytes() == before


def test_a_version_that_was_changed_is_refused(capsys, tmp_path):
    import zipfile

    source = tmp_path / "a.vormwijzer"
    frozen(source)
    with zipfile.ZipFile(source) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["revisions.json"] = members["revisions.json"].replace(b"Oeverdam", b"Oeverdom")
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    source.write_bytes(made.getvalue())
    code, _, err = run(capsys, "advies", str(source), "--stuk", "akkoordblad", "--pdf", str(tmp_path / "a.pdf"))
    assert code == 2
    assert "gewijzigd" in err
    assert not (tmp_path / "a.pdf").exists()


def test_the_command_line_starts_without_what_it_does_not_use():
    script = (
        "import sys; from desktop.cli.main import main; main(['advies', sys.argv[1], '--json']);"
        "heavy = {'reportlab', 'docx', 'odf', 'PIL', 'pikepdf', 'desktop.report.template'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, NETWERK], capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
