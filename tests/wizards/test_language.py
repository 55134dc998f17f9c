"""The words on screen: short sentences, plain words, one term per concept (language.md; ux.md S12)."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.models.knowledge.test_language import AVOID

ROOT = Path(__file__).resolve().parents[2]
FOLDERS = ("wizards", "desktop/window", "desktop/start", "desktop/help", "desktop/dialogs", "desktop/workshop")
FILES = sorted(
    {
        *(file for folder in FOLDERS for file in (ROOT / folder).rglob("*.py")),
        *(ROOT / "desktop").glob("*.py"),
        *(ROOT / "models" / "wording").glob("*.py"),
    }
)
MOST_WORDS = 20
AVOIDED = (
    *AVOID,
    *("workshop", "bibliotheek", "knock-out", "robuust", "kantelpunt", "weging", "exit", "draagvlak"),
)
DUTCH = re.compile(
    r"\b(de|het|een|en|van|voor|niet|geen|nog|uw|u|dit|deze|wat|wie|welke|hoe|is|zijn|met|bij|naar|uit|op|er)\b"
)


def docstrings(tree: ast.AST) -> set[int]:
    found = set()
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            found |= {id(s.value) for s in body if isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant)}
    return found


def texts(file: Path) -> Iterator[tuple[int, str]]:
    """The strings that read as Dutch; the places of an f-string count as one word."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    skipped = docstrings(tree)
    inside: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            inside |= {id(value) for value in node.values}
            parts = (v.value if isinstance(v, ast.Constant) and isinstance(v.value, str) else "X" for v in node.values)
            text = "".join(parts)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped | inside:
            text = node.value
        else:
            continue
        if " " in text.strip() and DUTCH.search(text.lower()):
            yield node.lineno, text


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_words_on_screen_are_plain(file: Path) -> None:
    wrong = []
    for line, text in texts(file):
        wrong += [
            f"{line}: {len(s.split())} woorden: {s}"
            for s in re.split(r"[.?:\n]\s", text)
            if len(s.split()) > MOST_WORDS
        ]
        # The middle half of the answers ("middelste") is no "middels".
        wrong += [f"{line}: {word}: {text}" for word in AVOIDED if re.search(rf"\b{word}(?!te\b)", text.lower())]
        if "!" in text:
            wrong.append(f"{line}: uitroepteken: {text}")
    assert wrong == []


def test_the_scan_sees_the_words_of_a_page() -> None:
    seen = {text for _line, text in texts(ROOT / "wizards" / "steps" / "opgave.py")}
    assert "Welke vraag wilt u samen beantwoorden?" in seen
