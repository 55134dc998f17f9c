"""The Dutch that is not a rule text: questions about missing facts, figures and days in words, fixed sentences."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType

from models import dutch
from models.knowledge.law import LegalRuleText, Term

__all__ = [
    "FACT_QUESTIONS",
    "NOT_KNOWN",
    "listing",
    "no_valid_text",
    "percent",
    "term_text",
]

FACT_QUESTIONS: Mapping[str, str] = MappingProxyType(
    {
        "bodies": "Van welke organen zijn de bevoegdheden: raad, college of burgemeester?",
        "powers": "Wat gaat er over: niets, mandaat of delegatie?",
        "binding_rules": "Moet de samenwerking zelf regels maken die iedereen binden?",
        "taxes": "Moet de samenwerking zelf belastingen invoeren?",
        "task_kind": "Gaat het alleen om ondersteuning en uitvoering, of ook om beleid?",
        "legal_personality": "Heeft de samenwerking zelf personeel, bezit of contracten nodig?",
        "one_partner_runs": "Voert één partner het werk uit voor de andere?",
        "private_parties": "Doen er private partijen mee?",
        "private_capital": "Komt er geld van private partijen in de samenwerking?",
        "common_objectives": "Werken de partners samen aan een gezamenlijk doel, of koopt de een alleen een dienst?",
        "third_party_share": "Welk deel van de omzet komt van anderen dan de partners?",
        "profit": "Is het de bedoeling om winst te maken en te verdelen?",
        "civil_servants": "Moeten de medewerkers ambtenaar blijven?",
        "staff_moves": "Gaan hele teams naar een andere werkgever?",
        "raad_influence": "Welke invloed wil de raad houden?",
        "special_statute": "Schrijft een bijzondere wet de rechtsvorm voor?",
        "vat": "Hoe zit het met de btw op diensten tussen de partners?",
    }
)
"""One question per field of ``LegalFacts``."""

NOT_KNOWN = "(niet bekend op deze dag)"
"""Stands where no figure holds on the day; never an older one."""

_UNITS = {"dagen": ("dag", "dagen"), "weken": ("week", "weken"), "maanden": ("maand", "maanden")}


def percent(value: Decimal) -> str:
    """A percentage as ``20%`` or ``12,5%``."""
    plain = format(value.normalize(), "f")
    return plain.replace(".", ",") + "%"


def term_text(term: Term) -> str:
    """A term as ``8 weken``, ``4 tot 12 weken``, ``80%``, ``30 april`` or a bare number."""
    if term.unit == "dag-maand":
        in_leap_year = date(2000, term.value % 100, term.value // 100)
        return dutch.day(in_leap_year).removesuffix(" 2000")
    if term.unit == "procent":
        return percent(Decimal(term.value))
    number = str(term.value) if term.maximum is None else f"{term.value} tot {term.maximum}"
    if term.unit == "aantal":
        return number
    single, plural = _UNITS[term.unit]
    return f"{number} {single if number == '1' else plural}"


def no_valid_text(rule: LegalRuleText, day: date) -> str:
    """Says that no text of this rule is known for ``day``, and over which time the text that was read holds."""
    until = "" if rule.valid_until is None else f" tot en met {dutch.day(rule.valid_until)}"
    return (
        f"Voor {dutch.day(day)} is geen geldige tekst van deze regel bekend. "
        f"De gelezen tekst geldt vanaf {dutch.day(rule.valid_from)}{until}. Laat dit toetsen."
    )


def listing(names: Sequence[str]) -> str:
    """Names inside a sentence, as ``a, b en c``."""
    return dutch.listed([name[:1].lower() + name[1:] for name in names])
