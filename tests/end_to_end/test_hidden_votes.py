"""Two libraries that differ only in what people gave in an open round: everything that leaves them is the same."""

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.cli.main import main
from desktop.editor import DossierEditor
from desktop.report import build_report, render_pdf
from desktop.report.edition import DocumentKind, Edition
from desktop.report.office import render_docx, render_odt
from desktop.spreadsheet import ods_of, xlsx_of
from desktop.workshop.desk import WorkshopDesk
from models.advice.advise import advise
from models.dossier import Dossier, canonical_json, dossier_from_values
from models.knowledge import Knowledge
from models.storage.exchange import exchange_bytes
from models.storage.library import Library
from models.workshop.records import DotOption, Participant, Subject, SubjectKind, Vote
from tests.models.samples import example

IMPORTANCE = Subject(kind=SubjectKind.IMPORTANCE, ref="beleid", title="Hoe zwaar telt dit mee: beleid?")
DOTS = Subject(
    kind=SubjectKind.DOTS,
    ref="kansen",
    title="Kansen",
    options=(DotOption(id="a", text="Samen inkopen"), DotOption(id="b", text="Samen opleiden")),
    dots=3,
)
ONE = tuple(Vote(value=9) for _ in range(6))
OTHER = tuple(Vote(value=n) if n else Vote() for n in range(6))
ONE_DOTS = tuple(Vote(dots={"a": 3}) for _ in range(6))
OTHER_DOTS = tuple(Vote(dots={"b": 2}) for _ in range(6))


class Held:
    """A library with a dossier, a closed round in which people gave ``first``, and an open one with ``votes``."""

    def __init__(
        self,
        path: Path,
        knowledge: Knowledge,
        subject: Subject,
        votes: tuple[Vote, ...],
        first: tuple[int, ...] = (7,) * 6,
    ) -> None:
        self.path, self.knowledge = path, knowledge
        self.library = Library.open(path)
        self.dossier: Dossier = dossier_from_values(example("bar"))
        self.library.save(self.dossier)
        self.editor = DossierEditor(self.dossier, knowledge)
        self.desk = WorkshopDesk(self.editor, self.library)
        self.desk._keeper.wait_ready()
        self.desk.begin("Werksessie")
        people = tuple(Participant(id=f"d{n}", name=f"Deelnemer {n}") for n in range(6))
        self.desk.update(lambda held: held.model_copy(update={"participants": people}))
        self.desk.open_round(IMPORTANCE)
        for number, value in enumerate(first):
            self.desk.vote(f"d{number}", Vote(value=value))
        self.desk.close_round()
        self.desk.open_round(subject)
        for number, vote in enumerate(votes):
            self.desk.vote(f"d{number}", vote)
        self.desk._keeper._background.wait()

    def close(self) -> None:
        self.desk.close()
        self.editor.close()
        self.library.close()

    def exchanged(self) -> Iterator[bytes]:
        """The parts of an exchange file, without ids and moments, which differ from run to run."""
        contents = self.library.contents_for_exchange(self.dossier.id)
        assert len(contents.ballots) == 1 and contents.workshops
        assert exchange_bytes(contents)
        for record in contents.workshops:
            yield canonical_json({**record.payload, "id": ""})

    def documents(self) -> Iterator[bytes]:
        session = self.desk.session
        assert session is not None
        session = session._replace(workshop=session.workshop.model_copy(update={"id": "w"}))
        advice = advise(self.dossier, self.knowledge, samples=False)
        for kind in DocumentKind:
            edition = replace(Edition(kind), session=session)
            document = build_report(
                self.dossier, advice, self.knowledge, content_hash="0" * 64, problems=(), edition=edition
            )
            yield render_pdf(document)
            yield render_docx(document)
            yield render_odt(document)
        yield xlsx_of(self.editor.dossier, self.knowledge)
        yield ods_of(self.editor.dossier, self.knowledge)


@pytest.fixture(params=[(IMPORTANCE, ONE, OTHER), (DOTS, ONE_DOTS, OTHER_DOTS)], ids=["importance", "dots"])
def both(
    request: pytest.FixtureRequest,
    tmp_path: Path,
    knowledge: Knowledge,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> Iterator[tuple[Held, Held]]:
    caplog.set_level(logging.DEBUG)
    subject, one, other = request.param
    made = (
        Held(tmp_path / "a" / "m.db", knowledge, subject, one),
        Held(tmp_path / "b" / "m.db", knowledge, subject, other),
    )
    yield made
    for held in made:
        held.close()
    for name in ("models", "desktop", "wizards"):
        assert not [r for r in caplog.records if r.name.startswith(name)], "nothing of a round is logged"


def test_documents_and_exchange_files_are_the_same(both: tuple[Held, Held]) -> None:
    one, other = both
    assert list(one.documents()) == list(other.documents())
    assert list(one.exchanged()) == list(other.exchanged())


def test_the_command_line_tells_the_same(
    both: tuple[Held, Held], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for held in both:
        path = tmp_path / f"{held.path.parent.name}.vormwijzer"
        path.write_bytes(exchange_bytes(held.library.contents_for_exchange(held.dossier.id)))
        capsys.readouterr()
        main(["advies", str(path), "--json"])
        told.append(json.loads(capsys.readouterr().out))
    assert told[0] == told[1]


def test_the_file_of_the_library_shows_no_vote(both: tuple[Held, Held]) -> None:
    for held in both:
        assert held.desk._meeting is not None and held.desk._meeting.open is not None
        votes = held.desk._meeting.open.round.model_dump(mode="json")["votes"]
        files = b"".join(path.read_bytes() for path in held.path.parent.rglob("*") if path.is_file())
        assert b"Deelnemer 3" in files, "what is no secret can be read"
        for person, vote in votes.items():
            for shown in (canonical_json({person: vote}), json.dumps({person: vote}).encode()):
                assert shown.strip(b"{}") not in files


def test_what_a_fault_says_holds_no_vote(both: tuple[Held, Held]) -> None:
    one, other = both
    said = []
    for held in (one, other):
        with pytest.raises(ValueError) as refused:
            held.desk.vote("niemand", Vote(value=1))
        said.append((str(refused.value), repr(held.desk.polling)))
    assert said[0] == said[1]


def test_who_gave_which_answer_is_in_no_document_after_it_is_closed(
    tmp_path: Path, knowledge: Knowledge, qtbot: QtBot
) -> None:
    """The same answers, of other people."""
    answers = (0, 3, 3, 6, 8, 10)
    told = []
    for name, given in (("a", answers), ("b", answers[::-1])):
        held = Held(tmp_path / name / "m.db", knowledge, DOTS, (), given)
        told.append((list(held.documents()), held.desk.session and held.desk.session.rounds))
        held.close()
    assert told[0] == told[1]
