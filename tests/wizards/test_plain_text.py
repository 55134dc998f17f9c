"""What a person typed is shown as typed: Qt reads tags in labels and tooltips and would draw local images."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from wizards.widgets.text import tooltip

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted(f for folder in ("wizards", "desktop") for f in (ROOT / folder).rglob("*.py") if "report" not in f.parts)
OWN = {"wizards/widgets/text.py"}
RICH = {"QTextBrowser", "QTextEdit", "QMessageBox", "QTextDocument"}


def calls(file: Path) -> Iterator[tuple[int, str, ast.Call]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield node.lineno, name, node


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_labels_are_ours_and_tooltips_are_escaped(file: Path) -> None:
    wrong = []
    for line, name, call in calls(file):
        if name == "QLabel" and str(file.relative_to(ROOT)) not in OWN:
            wrong.append(f"{line}: QLabel")
        if name in RICH or name in {"setHtml", "toHtml", "insertHtml"}:
            wrong.append(f"{line}: {name}")
        if name == "setToolTip" and not _is_safe(call.args[0]):
            wrong.append(f"{line}: setToolTip")
    assert wrong == []


def _is_safe(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Constant):
        return True
    return isinstance(argument, ast.Call) and getattr(argument.func, "id", "") == "tooltip"


def test_a_tooltip_shows_tags_as_text() -> None:
    assert tooltip("<img src='/etc/passwd'> R&D") == "<span>&lt;img src='/etc/passwd'&gt; R&amp;D</span>"
    assert tooltip("") == ""
