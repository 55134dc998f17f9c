"""The advice on the legal basis: typed rules, words and dated figures as data (advice-model, "Legal basis")."""

from models.advice.legal.engine import advise_from, advise_on_basis, notes_on
from models.advice.legal.results import BasisOutcome, Finding, LegalAdvice, LegalQuestion

__all__ = [
    "BasisOutcome",
    "Finding",
    "LegalAdvice",
    "LegalQuestion",
    "advise_from",
    "advise_on_basis",
    "notes_on",
]
