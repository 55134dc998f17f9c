"""``vormwijzer advies --stuk werksessie`` tells of the newest werksessie in the file, and of no vote that is open."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from desktop.cli.knowledge import shipped_knowledge
from desktop.cli.main import main
from models.storage.exchange import exchange_bytes
from models.storage.library import Library
from models.storage.records import Ballot, ExchangeContents
from models.workshop.records import Round, Subject, SubjectKind, Vote
from tests.desktop.report.office.reading import read
from tests.desktop.report.workshop_samples import (
    CODES,
    HIDDEN_NAME,
    MOMENT,
    NAMED,
    ballots_of,
    lindestreek,
    record_of,
    rich_workshop,
    rounds_of,
)
from tests.pdf_text import text_of_file

PLANTED = "Geheime vraag 4711"


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = main(list(arguments))
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def exchange(path: Path, **changes: object) -> str:
    """The rich werksessie as a file of somebody else."""
    dossier, workshop = lindestreek(), rich_workshop()
    ballots = ballots_of(rounds_of(workshop, dossier, shipped_knowledge()))
    values: dict[str, object] = {"workshops": (record_of(workshop),), "ballots": ballots, **changes}
    path.write_bytes(exchange_bytes(ExchangeContents(dossier, MOMENT, MOMENT, **values)))  # type: ignore[arg-type]
    return str(path)


def test_the_report_of_a_file_with_a_werksessie(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = exchange(tmp_path / "a.vormwijzer"), tmp_path / "a.pdf"
    code, out, err = run(capsys, "advies", source, "--stuk", "werksessie", "--pdf", str(target))
    assert (code, err) == (0, "")
    assert "Het verslag van de werksessie staat in" in out
    text = text_of_file(target)
    assert "Wat de groep antwoordde" in text
    assert "14 aanwezig, 1 afwezig" in text
    assert "Er is nog geen werksessie vastgelegd." not in text
    assert NAMED in text
    for hidden in (HIDDEN_NAME, *CODES):
        assert hidden not in text


def test_the_other_documents_tell_nothing_of_it(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = exchange(tmp_path / "a.vormwijzer"), tmp_path / "a.pdf"
    for kind in ("advies", "oplegnotitie", "akkoordblad"):
        run(capsys, "advies", source, "--stuk", kind, "--pdf", str(target))
        assert "Raadzaal van Lindervoort" not in text_of_file(target)
        assert NAMED not in text_of_file(target)


def test_the_newest_of_two_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    workshop = rich_workshop()
    newer = workshop.model_copy(update={"id": "w2", "place": "Dorpshuis van Zandmeer"})
    records = (record_of(newer, 9), record_of(workshop, 0))
    source, target = exchange(tmp_path / "a.vormwijzer", workshops=records), tmp_path / "a.pdf"
    run(capsys, "advies", source, "--stuk", "werksessie", "--pdf", str(target))
    assert "Dorpshuis van Zandmeer" in text_of_file(target)
    assert "Er is nog geen ronde gesloten." in text_of_file(target)


def test_without_a_werksessie_it_says_so(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    source, target = exchange(tmp_path / "a.vormwijzer", workshops=(), ballots=()), tmp_path / "a.pdf"
    run(capsys, "advies", source, "--stuk", "werksessie", "--pdf", str(target))
    assert "Er is nog geen werksessie vastgelegd." in text_of_file(target)


def test_a_werksessie_that_cannot_be_read_is_left_out(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    record = record_of(rich_workshop()).model_copy(update={"payload": {"later": "van een nieuwere versie"}})
    source, target = exchange(tmp_path / "a.vormwijzer", workshops=(record,)), tmp_path / "a.pdf"
    code, _, err = run(capsys, "advies", source, "--stuk", "werksessie", "--pdf", str(target))
    assert (code, err) == (0, "")
    assert "Er is nog geen werksessie vastgelegd." in text_of_file(target)


def test_a_ballot_that_cannot_be_read_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    bad = Ballot(id="x", created=MOMENT, closed_at=MOMENT, payload="2.iets anders")
    source, target = exchange(tmp_path / "a.vormwijzer", ballots=(bad,)), tmp_path / "a.pdf"
    run(capsys, "advies", source, "--stuk", "werksessie", "--pdf", str(target))
    assert "Eén ronde van dit dossier kon het programma niet lezen." in text_of_file(target)


def test_a_vote_that_is_open_in_the_library_is_in_no_file(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """From the library to the exchange file, and from there to every document and the JSON."""
    dossier, workshop = lindestreek(), rich_workshop()
    people = [one.id for one in workshop.participants]
    subject = Subject(kind=SubjectKind.SCORE, ref="vertrouwen", title=PLANTED)
    open_round = Round(workshop="w1", subject=subject, voters=tuple(people), votes={p: Vote(value=5) for p in people})
    (waiting,) = ballots_of([open_round], closed=False)
    closed = Ballot(
        id="done",
        created=MOMENT,
        closed_at=MOMENT + timedelta(minutes=1),
        payload=ballots_of([open_round.model_copy(update={"subject": _other()})])[0].payload,
    )
    with Library.open(tmp_path / "library") as library:
        library.save(dossier)
        library.put_workshop(dossier.id, record_of(workshop))
        for ballot in (waiting, closed):
            library.put_ballot(dossier.id, ballot)
        data = exchange_bytes(library.contents_for_exchange(dossier.id))
    source = tmp_path / "a.vormwijzer"
    source.write_bytes(data)
    targets = {form: tmp_path / f"a.{form}" for form in ("pdf", "docx", "odt")}
    options = [part for form, path in targets.items() for part in (f"--{form}", str(path))]
    assert run(capsys, "advies", str(source), "--stuk", "werksessie", *options)[0] == 0
    told = {form: read(form, path.read_bytes()).text for form, path in targets.items() if form != "pdf"}
    for text in (text_of_file(targets["pdf"]), *told.values()):
        assert "Mogelijk centrum" in text
        assert PLANTED not in text
        assert "Stellingen: de uitkomst" in text
    _, out, _ = run(capsys, "advies", str(source), "--json")
    assert json.loads(out)
    for hidden in (PLANTED, waiting.payload, "open0"):
        assert hidden not in out
        assert hidden.encode() not in data


def _other() -> Subject:
    return Subject(kind=SubjectKind.SCORE, ref="centrum", title="Is er een centrum?")
