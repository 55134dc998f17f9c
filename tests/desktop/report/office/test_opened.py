"""LibreOffice opens both files: pages, texts, running lines, numbers of pages in the contents."""

import re

import pytest

from desktop.report import tree
from desktop.report.office import render_docx, render_odt
from models.knowledge import Knowledge
from tests.desktop.report.office.office import needs_writer, pages_of
from tests.desktop.report.office.samples import META, every_block
from tests.desktop.report.office.test_attacks import TYPED
from tests.desktop.report.office.test_read_back import example

WRITERS = {"docx": render_docx, "odt": render_odt}
Pages = dict[str, list[str]]
"""By name of the document and kind of file, such as ``advies.odt``: the text of each page."""


def bare(text: str) -> str:
    """Letters and digits only: a line may break anywhere, and a hyphen may come."""
    return re.sub(r"[\W_]", "", text)


@pytest.fixture(scope="module")
def documents(knowledge: Knowledge) -> dict[str, tree.Document]:
    """The documents that are opened, by name."""
    long = "x" * 20_000
    table = tree.Table("t", (tree.Column("a"), tree.Column("b")), (tree.Row((tree.cell("a"), tree.cell(long))),))
    rows = tuple(tree.Row((tree.cell("y" * 1190), tree.cell("b"))) for _ in range(8))
    high = tree.Table("hoger dan een pagina", (tree.Column("a"), tree.Column("b")), rows)
    end = tree.Paragraph(tree.plain("Het einde"))
    return {
        "advies": example("lindestreek", knowledge),
        "blokken": every_block(),
        "aanval": every_block(" ".join(TYPED)),
        "lang": tree.Document(META, (tree.Paragraph(tree.plain(long)), table, high, end)),
    }


@pytest.fixture(scope="module")
def opened(documents: dict[str, tree.Document], tmp_path_factory: pytest.TempPathFactory) -> Pages:
    """All of them in both kinds, opened at once: to start LibreOffice takes longer than to open a file."""
    files = {f"{name}-{k}.{k}": write(made) for name, made in documents.items() for k, write in WRITERS.items()}
    found = pages_of(files, tmp_path_factory.mktemp("opened"))
    return {f"{name}.{kind}": found[f"{name}-{kind}.{kind}"] for name in documents for kind in WRITERS}


@needs_writer
@pytest.mark.parametrize("kind", list(WRITERS))
def test_an_example_opens_with_all_its_text(kind: str, documents: dict[str, tree.Document], opened: Pages) -> None:
    document, pages = documents["advies"], opened[f"advies.{kind}"]
    assert len(pages) > 20
    whole = bare("".join(pages))
    for block in tree.walk(tree.numbered(document)):
        match block:
            case tree.Heading():
                assert bare(block.text) in whole
            case tree.Paragraph() if len(tree.text_of(block.runs)) < 400:
                assert bare(tree.text_of(block.runs))[:40] in whole
            case tree.Table():
                assert bare(block.caption) in whole
    for number, page in enumerate(pages, start=1):
        assert bare(f"pagina {number} van {len(pages)}") in bare(page)
        assert bare(document.meta.code) in bare(page)
        assert (number == 1) or bare(document.meta.kind) in bare(page)
    if kind == "odt":  # in a .docx Word works them out
        assert_contents_lead_to_chapters(document, pages)


@needs_writer
@pytest.mark.parametrize("kind", list(WRITERS))
def test_every_block_and_attack_opens(kind: str, opened: Pages) -> None:
    blocks = bare("".join(opened[f"blokken.{kind}"]))
    for text in ("Besluit 1", "Argument 1.2", "Kanttekening 1.1", "Besluit 2", "Argument 2.1", "de burgemeester"):
        assert bare(text) in blocks
    assert "/etc/passwd" in "".join(opened[f"aanval.{kind}"])
    assert "root:" not in "".join(opened[f"aanval.{kind}"])
    assert "".join(opened[f"lang.{kind}"]).count("x") >= 40_000
    assert "".join(opened[f"lang.{kind}"]).count("y") >= 8 * 1190
    assert "Het einde" in opened[f"lang.{kind}"][-1]


def assert_contents_lead_to_chapters(document: tree.Document, pages: list[str]) -> None:
    first = next(number for number, page in enumerate(pages) if "Inhoud" in page)
    contents = "\n".join(pages[first : first + 2])
    chapters = [b for b in tree.walk(document) if isinstance(b, tree.Heading) and b.level == 1]
    assert len(chapters) > 5
    for chapter in chapters:
        found = re.search(rf"{re.escape(chapter.text)}\s+(\d+)\s*$", contents, re.MULTILINE)
        assert found is not None, chapter.text
        assert bare(chapter.text) in bare(pages[int(found[1]) - 1])
