"""Every legal rule, in the order in which its finding is shown. Nothing registers itself."""

from models.advice.legal.notes import NOTES
from models.advice.legal.rule import Rule
from models.advice.legal.rules_partners import PARTNER_RULES, SPECIAL_RULES
from models.advice.legal.rules_regeling import BASIS_RULES, BODY_RULES, POWER_RULES, SOVEREIGN_RULES
from models.advice.legal.rules_side import (
    BESIDE_RULES,
    PRIVATE_RULES,
    PROCUREMENT_RULES,
    STAFF_RULES,
    TAX_RULES,
)

__all__ = ["ALL_RULES", "NOTES", "RULES"]

RULES: tuple[Rule, ...] = (
    *SPECIAL_RULES,
    *PARTNER_RULES,
    *POWER_RULES,
    *SOVEREIGN_RULES,
    *BODY_RULES,
    *PRIVATE_RULES,
    *PROCUREMENT_RULES,
    *STAFF_RULES,
    *TAX_RULES,
    *BASIS_RULES,
    *BESIDE_RULES,
)
"""The rules that decide on bases and on what stands beside them."""

ALL_RULES: tuple[Rule, ...] = (*RULES, *NOTES)
"""The rules and the notes: each has its words in ``law.yaml``."""
