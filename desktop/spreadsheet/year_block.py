"""The working of one year under one key: charge, transition, floors and ceilings, one-off cost."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.spreadsheet.block import Block, Cents, Divided, divided, rounded_share_run, settled
from desktop.spreadsheet.formulas import At, Expr, Run, either, number, rounded, total
from desktop.spreadsheet.limit_columns import LimitCells, limit_columns
from desktop.spreadsheet.recipe_table import LineCells, RecipeTable
from desktop.spreadsheet.workbook import Style
from models.agreements.outcome import YearOutcome

__all__ = ["Amounts", "Worked", "YearMaker"]


@dataclass(frozen=True, slots=True)
class Amounts:
    """What one recipe divides in one year: structural and one-off, in euros."""

    structural: At
    one_off: At


@dataclass(frozen=True, slots=True)
class Worked:
    """Where the outcome of a year stands; ``charges`` and ``once_parts``: per recipe of the key."""

    final: Run
    once: Run | None
    charges: tuple[Run, ...]
    once_parts: tuple[Run, ...]


@dataclass
class YearMaker:
    """Makes the columns of one year."""

    block: Block
    year: YearOutcome
    recipes: Sequence[RecipeTable]
    amounts: Sequence[Amounts]
    level: At | None
    phase: At | None
    today: Run | None
    limits: LimitCells | None

    def make(self) -> Worked:
        """All columns, and the check that nothing got lost."""
        self.rests: list[At] = []
        self.uncovered: list[At] = []
        charges = tuple(self._charged(place) for place in range(len(self.recipes)))
        before = (
            charges[0] if len(charges) == 1 else self._added("Volgens de verdeelsleutel", charges, self.year.before)
        )
        final = before
        if self.phase is not None and self.today is not None:
            final = self._blended(before)
        if self.limits is not None:
            whole = sum(self.year.blended)
            final = limit_columns(self.block, final, self.limits, self.year.rounds, whole)
        once_parts = tuple(self._once(place, charges[place]) for place in range(len(self.recipes)))
        held = tuple(run for run in once_parts if run is not None)
        once = self._once_sum(held)
        self._check(final)
        return Worked(final, once, charges, held)

    def make_early(self, start: Worked) -> Worked:
        """A year before the start: nobody pays yet, one-off cost follows the key of the start year."""
        self.rests, self.uncovered = [], []
        final = self.block.add("Bijdrage (nog niet begonnen)", number(0), expected=[0] * self.block.count)
        once_parts = tuple(self._once(place, start.charges[place]) for place in range(len(self.recipes)))
        held = tuple(run for run in once_parts if run is not None)
        return Worked(final, self._once_sum(held), (final,) * len(self.recipes), held)

    def charge(self, title: str, recipe: RecipeTable, whole: At, expected: Cents) -> Run:
        """What a key alone charges of a sum: for settling afterwards."""
        self.rests, self.uncovered = [], []
        return self._by_recipe(recipe, whole, title, expected).run

    def _only(self, cents: Sequence[int]) -> Cents | None:
        """The expected cents of the key where it has one recipe."""
        return list(cents) if len(self.recipes) == 1 else None

    def _added(self, head: str, runs: Sequence[Run], expected: Cents) -> Run:
        block = self.block
        expr: Expr = block.on(runs[0])
        for run in runs[1:]:
            expr = expr + block.on(run)
        return block.add(head, rounded(expr), expected=expected)

    def _charged(self, place: int) -> Run:
        recipe, whole = self.recipes[place], self.amounts[place].structural
        expected = self._only(self.year.before)
        title = "Bijdrage" if len(self.recipes) == 1 else recipe.name
        done = self._by_recipe(recipe, whole, title, expected)
        if done.rest is not None and not self._blends_alone:
            self.rests.append(done.rest)
        return done.run

    @property
    def _blends_alone(self) -> bool:
        """Whether shares of the key itself are blended, so that the rounding of the key alone counts for nothing."""
        one = len(self.recipes) == 1 and self.recipes[0].proportional
        return self.phase is not None and one and self.recipes[0].rounding.rate_decimals is None

    def _by_recipe(self, recipe: RecipeTable, whole: At, title: str, expected: Cents | None) -> Divided:
        if not recipe.proportional:
            return self._priced(recipe, whole, title, expected)
        assert recipe.share is not None and recipe.rounded_share is not None
        if recipe.rounding.rate_decimals is not None:
            return self._by_rate(recipe, whole, title, expected)
        return divided(self.block, title, whole, recipe.rounded_share, recipe.rounding, expected)

    def _by_rate(self, recipe: RecipeTable, whole: At, title: str, expected: Cents | None) -> Divided:
        """Each component as a rate a piece, rounded before it is applied."""
        block, decimals = self.block, recipe.rounding.rate_decimals or 0
        parts = []
        for name, part, quantity in recipe.components:
            held: Expr = number(block.count) if quantity is None else total(quantity.area)
            rate = block.fact(f"Tarief: {name}", rounded(part / 100 * whole / held, decimals), Style.NUMBER)
            each: Expr = rate if quantity is None else rate * block.on(quantity)
            parts.append(block.add(f"{title}: {name}", rounded(each)))
        together = parts[0]
        if len(parts) > 1:
            expr: Expr = block.on(parts[0])
            for run in parts[1:]:
                expr = expr + block.on(run)
            together = block.add(f"{title}: samen", rounded(expr))
        assert recipe.share is not None
        return settled(block, title, whole, together, recipe.share, recipe.rounding, expected)

    # --- priced

    def _priced(self, recipe: RecipeTable, whole: At, title: str, expected: Cents | None) -> Divided:
        block = self.block
        done: list[Divided] = [
            self._line(recipe, line) for line in recipe.lines if line.price is not None or line.pool is not None
        ]
        taken: Expr = number(0)
        for each in done:
            taken = taken + total(each.run.area)
            if each.rest is not None:
                taken = taken + each.rest
        left = block.fact(f"{title}: rest na prijzen en bedragen", rounded(whole - taken))
        open_line = next((line for line in recipe.lines if line.price is None and line.pool is None), None)
        if open_line is None:
            self.uncovered.append(left)
        else:
            done.append(self._pooled(recipe, open_line, left))
        self.rests += [each.rest for each in done if each.rest is not None]
        if len(done) == 1:
            expr: Expr = block.on(done[0].run)
        else:
            expr = block.on(done[0].run)
            for each in done[1:]:
                expr = expr + block.on(each.run)
        return Divided(block.add(title, rounded(expr), expected=expected))

    def _line(self, recipe: RecipeTable, line: LineCells) -> Divided:
        block, decimals = self.block, recipe.rounding.rate_decimals
        if line.price is None:
            assert line.pool is not None
            pool: Expr = line.pool if self.level is None else line.pool * self.level
            return self._pooled(recipe, line, block.fact(f"Bedrag: {line.name}", rounded(pool)))
        price: Expr = line.price if self.level is None else line.price * self.level
        applied = price if decimals is None else rounded(price, decimals)
        rate = block.fact(f"Prijs: {line.name}", applied, Style.NUMBER)
        return Divided(block.add(line.name, rounded(rate * block.on(line.quantity))))

    def _pooled(self, recipe: RecipeTable, line: LineCells, pool: At) -> Divided:
        block, rounding = self.block, recipe.rounding
        assert line.share is not None
        if rounding.rate_decimals is None:
            return divided(block, line.name, pool, rounded_share_run(block, line.share, rounding), rounding)
        held = total(line.quantity.area)
        rate = block.fact(f"Tarief: {line.name}", rounded(pool / held, rounding.rate_decimals), Style.NUMBER)
        parts = block.add(f"{line.name}: afgerond", rounded(rate * block.on(line.quantity)))
        return settled(block, line.name, pool, parts, line.share, rounding)

    # --- transition

    def _blended(self, before: Run) -> Run:
        block, recipe = self.block, self.recipes[0]
        assert self.phase is not None and self.today is not None
        own: Expr
        if self._blends_alone:
            assert recipe.rounded_share is not None
            whole, own = self.amounts[0].structural, block.on(recipe.rounded_share)
        else:
            whole = block.fact("Te verdelen bij ingroei", rounded(total(before.area)))
            own = block.on(before) / whole
        mixed = (number(1) - self.phase) * block.on(self.today) + self.phase * own
        share = block.add("Aandeel bij ingroei", mixed, Style.SHARE)
        share = rounded_share_run(block, share, recipe.rounding)
        done = divided(block, "Na ingroei", whole, share, recipe.rounding, list(self.year.blended))
        if done.rest is not None:
            self.rests.append(done.rest)
        return done.run

    # --- one-off

    def _once(self, place: int, charged: Run) -> Run | None:
        """The one-off cost of a recipe; a priced key has no price for it, so it follows what that charges."""
        if not self.year.one_off:
            return None
        recipe, whole = self.recipes[place], self.amounts[place].one_off
        title = "Eenmalig" if len(self.recipes) == 1 else f"Eenmalig, {recipe.name}"
        expected = self._only([c.one_off_cents for c in self.year.contributions])
        if recipe.proportional:
            done = self._by_recipe(recipe, whole, title, expected)
        else:
            everything = total(charged.area)
            block = self.block
            part = either(everything.compared("=", 0), 0, block.on(charged) / everything)
            share = block.add("Aandeel in de bijdragen", part, Style.SHARE)
            done = divided(block, title, whole, share, recipe.rounding, expected)
        return done.run

    def _once_sum(self, runs: Sequence[Run]) -> Run | None:
        if len(runs) < 2:
            return runs[0] if runs else None
        return self._added("Eenmalig", runs, [c.one_off_cents for c in self.year.contributions])

    def _check(self, final: Run) -> None:
        """Charged, rest and what is not covered add up to what there was to share."""
        expr: Expr = total(final.area)
        for cell in (*self.rests, *self.uncovered):
            expr = expr + cell
        for amounts in self.amounts:
            expr = expr - amounts.structural
        self.block.fact("Controle: dit hoort 0 te zijn", rounded(expr), expected=0)
