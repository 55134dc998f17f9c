"""The check questions of the success factors, and what was answered."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.tree import Block, Column, Row, Table, cell
from models.dossier.base import NoAnswer
from models.dossier.choose import SuccessCheck
from models.wording.words import answer_words, shortened

__all__ = ["success_blocks"]

_REMARK = 400


def success_blocks(brief: Brief) -> Iterator[Block]:
    """Only the questions that somebody answered, in the order of the knowledge."""
    held, texts = brief.dossier.factoren.success, brief.knowledge.factors
    asked = [f for f in (*texts.success_factors, *texts.labour_success_factors) if _told(held.get(f.id))]
    if asked:
        columns = (Column("Succesfactor"), Column("De vraag", 2), Column("Antwoord", 0.8), Column("Toelichting", 1.6))
        rows = tuple(Row(tuple(cell(text) for text in _row(f.name, f.check_question, held[f.id]))) for f in asked)
        yield Table("Wat nodig is om te slagen", columns, rows)


def _told(check: SuccessCheck | None) -> bool:
    return check is not None and (check.met is not None or bool(check.remark.strip()))


def _row(name: str, question: str, check: SuccessCheck) -> tuple[str, ...]:
    met = check.met
    answer = answer_words(met) if met is None or isinstance(met, NoAnswer) else "ja" if met else "nee"
    return name, question, answer, shortened(check.remark, _REMARK) or "–"
