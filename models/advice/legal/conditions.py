"""The conditions that several rules share, each a pure question to the facts."""

from models.advice.legal.logic import Tri, any_of, equals
from models.advice.legal.rule import Context
from models.dossier.legal_facts import PowerTransfer, RaadInfluence

__all__ = [
    "along_the_way",
    "binding_rules_needed",
    "delegation",
    "legal_personality_needed",
    "mandate",
    "nothing_handed_over",
    "private_capital",
    "private_parties",
    "profit",
    "raad_in_the_board",
    "rules_or_taxes",
    "staff_moves",
    "taxes_needed",
]


def legal_personality_needed(c: Context) -> Tri:
    """The cooperation itself needs staff, property or contracts."""
    return c.legal_personality


def nothing_handed_over(c: Context) -> Tri:
    """No power goes over, not even in mandate."""
    return equals(c.powers, PowerTransfer.NONE)


def mandate(c: Context) -> Tri:
    """Powers go over in mandate (Awb 10:1)."""
    return equals(c.powers, PowerTransfer.MANDATE)


def delegation(c: Context) -> Tri:
    """Powers go over by delegation (Awb 10:13)."""
    return equals(c.powers, PowerTransfer.DELEGATION)


def binding_rules_needed(c: Context) -> Tri:
    """The cooperation must make rules that bind everyone (algemeen verbindende voorschriften)."""
    return c.binding_rules


def taxes_needed(c: Context) -> Tri:
    """The cooperation must bring in taxes itself."""
    return c.taxes


def rules_or_taxes(c: Context) -> Tri:
    """Binding rules or taxes, both a matter of the raad."""
    return any_of(c.binding_rules, c.taxes)


def raad_in_the_board(c: Context) -> Tri:
    """The raad wants a seat in the board."""
    return equals(c.raad_influence, RaadInfluence.IN_THE_BOARD)


def along_the_way(c: Context) -> Tri:
    """The raad wants a say along the way."""
    return equals(c.raad_influence, RaadInfluence.ALONG_THE_WAY)


def private_parties(c: Context) -> Tri:
    """Private parties take part."""
    return c.private_parties


def private_capital(c: Context) -> Tri:
    """Private capital takes part."""
    return c.private_capital


def profit(c: Context) -> Tri:
    """The cooperation is to make and distribute profit."""
    return c.profit


def staff_moves(c: Context) -> Tri:
    """Whole teams go to another employer."""
    return c.staff_moves
