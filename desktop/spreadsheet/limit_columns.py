"""Floors and ceilings in columns: each round fixes who is outside a limit, and divides what is left over the others.

The rule is that of ``models/agreements/limits.py``; there are as many rounds as the program needed in any year.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.spreadsheet.block import Block, Cents, apportioned, in_cents
from desktop.spreadsheet.formulas import At, Expr, Run, blank, call, either, number, rounded, total
from desktop.spreadsheet.workbook import Style
from models.dossier.costs import AbsorbRule

__all__ = ["LimitCells", "limit_columns"]


@dataclass(frozen=True, slots=True)
class LimitCells:
    """The limits per partner (empty cells: none), who bears the rest, and how many rounds each year gets."""

    low: Run
    high: Run
    rule: AbsorbRule
    absorber: int | None
    rounds: int


def limit_columns(block: Block, parts: Run, limits: LimitCells, rounds: Sequence[tuple[int, ...]], whole: int) -> Run:
    """The contributions within the limits; ``rounds``: what the program found after each; ``whole``: cents."""
    if limits.rule is AbsorbRule.PARTNER and limits.absorber is not None:
        return _one_absorbs(block, parts, limits, limits.absorber, rounds)
    current, fixed = parts, None
    last = rounds[-1] if rounds else None
    for place in range(limits.rounds):
        expected = rounds[place] if place < len(rounds) else last
        current, fixed = _round(block, parts, current, fixed, limits, place + 1, expected, whole)
    return current


def _clamped(block: Block, parts: Run, current: Run, limits: LimitCells) -> Expr:
    """Within the limits: without a floor never below zero, unless the part was that already."""
    low, high = block.on(limits.low), block.on(limits.high)
    least = either(blank(low), call("MIN", block.on(parts), 0), low)
    most = either(blank(high), block.on(current), call("MIN", block.on(current), high))
    return call("MAX", least, most)


def _one_absorbs(block: Block, parts: Run, limits: LimitCells, absorber: int, rounds: Sequence[tuple[int, ...]]) -> Run:
    within = block.add("Binnen de grenzen", _clamped(block, parts, parts, limits))
    expected: Cents | None = rounds[-1] if rounds else None
    rest = rounded(total(parts.area) - total(within.area) + block.on(within))
    return block.add("Na grenzen", block.on(within), expected=expected, other=(absorber, rest))


def _round(
    block: Block,
    parts: Run,
    current: Run,
    fixed: Run | None,
    limits: LimitCells,
    place: int,
    expected: Sequence[int] | None,
    whole: int,
) -> tuple[Run, Run]:
    title = f"Ronde {place}"
    clamped = _clamped(block, parts, current, limits)
    free_move = rounded(clamped - block.on(current))
    move = free_move if fixed is None else either(block.on(fixed).compared("=", 1), 0, free_move)
    moved = block.add(f"{title}: verschuiving", move, Style.HELP)
    pressed = block.fact(f"{title}: druk van de grenzen", rounded(total(moved.area)), Style.HELP)
    same_side = call("OR", pressed.compared("=", 0), (block.on(moved) * pressed).compared(">", 0))
    held = either(call("AND", block.on(moved).compared("<>", 0), same_side), 1, 0)
    if fixed is not None:
        held = either(block.on(fixed).compared("=", 1), 1, held)
    now = block.add(f"{title}: vast (1 = ja)", held, Style.HELP_WHOLE, summed=False)
    is_fixed = block.on(now).compared("=", 1)
    kept = block.add(
        f"{title}: vast bedrag", either(is_fixed, rounded(block.on(current) + block.on(moved)), 0), Style.HELP
    )
    free = block.add(f"{title}: vrij bedrag", either(is_fixed, 0, block.on(parts)), Style.HELP)
    left = block.fact(f"{title}: te verdelen over de anderen", rounded(total(parts.area) - total(kept.area)))
    proportional = limits.rule is AbsorbRule.PROPORTIONAL and abs(block.value(_below(block, free))) > 1e-6
    if proportional:
        share = block.add(f"{title}: aandeel", block.on(free) / total(free.area), Style.SHARE)
        to_share: Expr = in_cents(left)
        base: Expr = block.on(kept)
    else:
        count = call("COUNTIF", now.area, 0)
        even = either(is_fixed, 0, either(count.compared("=", 0), 0, number(1) / count))
        share = block.add(f"{title}: aandeel", even, Style.SHARE)
        to_share = in_cents(left - total(free.area))
        base = block.on(kept) + block.on(free)
    more = apportioned(block, f"{title}: verdeeld", to_share, float(whole), share, 100)
    head = f"Na grenzen, {title.lower()}"
    return block.add(head, rounded(base + block.on(more)), expected=expected), now


def _below(block: Block, run: Run) -> At:
    return block.grid.at(block.first + block.count, run.column)
