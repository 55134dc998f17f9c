"""Voting sheets on paper for a werksessie: what they say, and the PDF to print. Knows no Qt."""

from collections.abc import Sequence
from datetime import date
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from models.knowledge import Knowledge
    from models.workshop.records import Subject

__all__ = ["voting_sheets_pdf"]


def voting_sheets_pdf(
    subjects: "Sequence[Subject]",
    codes: Sequence[str],
    knowledge: "Knowledge",
    title: str,
    *,
    dated: date,
    random: Random,
) -> bytes:
    """A slip for each of ``codes`` as a tagged PDF; see :func:`desktop.workshop_paper.slips.voting_sheets`."""
    from desktop.workshop_paper.paper import render_sheets
    from desktop.workshop_paper.slips import voting_sheets

    return render_sheets(voting_sheets(subjects, codes, knowledge, title, dated=dated, random=random))
