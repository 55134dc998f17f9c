"""An empty form, made once."""

import pytest

from desktop.questionnaire.form import questionnaire_pdf
from models.knowledge import Knowledge
from tests.desktop.questionnaire.forms import dossier_with


@pytest.fixture(scope="session")
def empty(knowledge: Knowledge) -> bytes:
    """An empty form for p1."""
    return questionnaire_pdf(dossier_with(), knowledge, "p1")
