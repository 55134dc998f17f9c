"""What holds for the whole project: import contracts, what is committed, what is pinned, what loads late."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]


def _tracked():
    listing = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    if listing.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listing.stdout.splitlines() if (ROOT / name).is_file()]


def test_import_contracts_are_kept():
    code = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run(sys.argv[1:]))"
    command = [sys.executable, "-c", code, "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "0 broken" in done.stdout


def test_the_top_level_is_the_fixed_one():
    allowed = {"pyproject.toml", "desktop", "models", "wizards", "resources", "tests", "packaging", "README.md"}
    allowed |= {".ci", ".gitignore", "LICENSE", "CHANGELOG.md", "Makefile"}
    assert {path.relative_to(ROOT).parts[0] for path in _tracked()} <= allowed


def test_nothing_committed_names_a_registry_or_a_path_of_a_machine():
    forbidden = re.compile(rb"pypi\.org|pythonhosted|(?<!emit-)index-url|/root/|/work/")
    ours = Path(__file__)
    found = [p.name for p in _tracked() if p != ours and p.suffix != ".ttf" and forbidden.search(p.read_bytes())]
    assert found == []


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-sign.txt", "requirements-dev.txt"])
def test_every_dependency_is_pinned_with_hashes(name):
    text = (ROOT / "packaging" / name).read_text(encoding="utf-8")
    pinned = re.findall(r"^([a-z0-9-]+)==[^ ]+.*\\\n((?: {4}--hash=sha256:[0-9a-f]{64}.*\n)+)", text, re.MULTILINE)
    names = re.findall(r"^[a-z]", text, re.MULTILINE)
    assert len(pinned) == len(names) > 10
    assert {"pyside6-essentials", "sqlalchemy", "reportlab", "pydantic"} <= {row[0] for row in pinned}


def test_pyside_stays_below_the_version_that_drops_references_to_none():
    text = (ROOT / "packaging" / "requirements.txt").read_text(encoding="utf-8")
    version = re.search(r"^pyside6-essentials==(\d+)\.(\d+)", text, re.MULTILINE)
    assert version is not None
    assert (int(version[1]), int(version[2])) < (6, 12)


def test_a_command_loads_only_what_it_needs():
    code = """
import sys
from desktop.cli.main import main
main(["voorbeeld", "bar"])
heavy = {"sqlalchemy", "alembic", "reportlab", "PySide6", "yaml"}
print(sorted(heavy & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stderr.strip() == "[]"


def test_the_advice_needs_no_database_and_no_qt(tmp_path):
    code = f"""
import sys
from desktop.cli.main import main
main(["advies", "resources/examples/bar.json", "--pdf", {str(tmp_path / "a.pdf")!r}])
print(sorted({{"sqlalchemy", "alembic", "PySide6"}} & set(sys.modules)), file=sys.stderr)
"""
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert done.stderr.strip() == "[]"
