"""Sets the text of the largest report with reportlab platypus and nothing else: what a report costs at the least.

Run by benchmark.py beside the real command: ``benchmark_report.py TEXT PDF`` reads the words, a paragraph on each
line, and writes them in our fonts on pages of the same size. ``benchmark_report.py --text DOSSIER TEXT`` makes the
words.
"""

import sys
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FONT = ROOT / "resources" / "fonts" / "SourceSansPro-Regular.ttf"
SIZE, LEADING = 10.5, 14.0
"""Size of the type and of its lines, in points."""


def main(arguments: list[str]) -> None:
    """Either make the words or set them."""
    if arguments[0] == "--text":
        Path(arguments[2]).write_text(words_of(Path(arguments[1])), encoding="utf-8")
    else:
        plain(Path(arguments[0]).read_text(encoding="utf-8").splitlines(), arguments[1])


def words_of(path: Path) -> str:
    """The words of the whole report on the dossier in ``path``, a line for each paragraph, cell or heading."""
    sys.path.insert(0, str(ROOT))
    from desktop.report import build_report
    from desktop.report.texts import texts_of
    from models.advice.advise import advise
    from models.dossier import read_dossier
    from models.knowledge import load_knowledge

    knowledge = load_knowledge()
    dossier = read_dossier(path.read_bytes())
    advice = advise(dossier, knowledge, samples=True)
    document = build_report(dossier, advice, knowledge, content_hash="0" * 64)
    return "\n".join(" ".join(text.split()) for block in document.blocks for text in texts_of(block) if text.strip())


def plain(lines: list[str], target: str) -> None:
    """``lines`` as paragraphs under each other, without tags, tables, links or hyphenation."""
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate

    pdfmetrics.registerFont(TTFont("Plain", str(FONT)))
    style = ParagraphStyle("plain", fontName="Plain", fontSize=SIZE, leading=LEADING, spaceAfter=LEADING / 2)
    story = [Paragraph(escape(line), style) for line in lines]
    SimpleDocTemplate(target, pagesize=A4, invariant=1, pageCompression=1).build(story)


if __name__ == "__main__":
    main(sys.argv[1:])
