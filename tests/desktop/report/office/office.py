"""LibreOffice as the judge: it opens the files and makes a PDF of each."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.pdf_text import page_texts
from tests.processes import run_office

__all__ = ["needs_writer", "pages_of"]

SOFFICE = shutil.which("soffice")
_WRITER = SOFFICE is not None and (Path(SOFFICE).resolve().parent / "libswlo.so").exists()
needs_writer = pytest.mark.skipif(
    not _WRITER, reason="LibreOffice Writer is not installed: the files are not opened (apt: libreoffice-writer-nogui)"
)


def pages_of(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """By name of the file, the text of each page of the PDF that LibreOffice makes of it; no two of one stem."""
    assert SOFFICE is not None and len({name.rpartition(".")[0] for name in files}) == len(files)
    out = folder / "out"
    paths = []
    for name, data in files.items():
        paths.append(folder / name)
        paths[-1].write_bytes(data)
    run_office([SOFFICE, "--convert-to", "pdf", "--outdir", str(out), *map(str, paths)], folder)
    return {path.name: page_texts((out / f"{path.stem}.pdf").read_bytes()) for path in paths}
