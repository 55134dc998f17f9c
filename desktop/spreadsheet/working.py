"""Formulas worked out with the binary numbers of a spreadsheet, for the values that are kept beside them."""

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from desktop.spreadsheet.formulas import Area, At, Binary, Call, Expr, Number

__all__ = ["Values", "compiled"]


class Values(Protocol):
    """Where the value of a cell is looked up."""

    def column_of(self, sheet: str, column: int) -> Mapping[int, Any]:
        """The values of a column by row, as they come in; an empty cell is not there."""
        ...


Worked = Callable[[int], Any]


def compiled(expr: Expr, values: Values) -> Worked:
    """A function that gives the value of ``expr`` in a row, with the arithmetic of a spreadsheet (binary numbers).

    What does not hang on the row is worked out once, at the first call: cells must not change in between.
    """
    return _compiled(expr, values)[0]


def _compiled(expr: Expr, values: Values) -> tuple[Worked, bool]:
    """The function, and whether it hangs on the row."""
    if isinstance(expr, At):
        return _cell(expr, values)
    if isinstance(expr, Binary):
        one, moves = _compiled(expr.left, values)
        other, moves_too = _compiled(expr.right, values)
        return _kept(_signed(_SIGNS[expr.sign], one, other), moves or moves_too)
    if isinstance(expr, Number):
        value = expr.value
        return (lambda _row: value), False
    if isinstance(expr, Call):
        made = [_compiled(argument, values) for argument in expr.arguments]
        return _kept(_called(expr.name, [work for work, _ in made]), any(moves for _, moves in made))
    assert isinstance(expr, Area)
    return _area(expr, values)


def _cell(at: At, values: Values) -> tuple[Worked, bool]:
    held, fixed, shift = values.column_of(at.sheet, at.column), at.row, at.shift
    if fixed is None:
        return (lambda row: held.get(row + shift)), True
    return (lambda _row: held.get(fixed)), False


def _area(area: Area, values: Values) -> tuple[Worked, bool]:
    columns = [values.column_of(area.sheet, column) for column in range(area.left, area.right + 1)]
    if area.top is not None and area.bottom is not None:
        rows = range(area.top, area.bottom + 1)
        return _once(lambda _row: [held.get(r) for r in rows for held in columns]), False
    top = area.top or 0
    return (lambda row: [held.get(r) for r in range(top, row + 1) for held in columns]), True


def _kept(work: Worked, moves: bool) -> tuple[Worked, bool]:
    return (work if moves else _once(work)), moves


def _once(work: Worked) -> Worked:
    found: list[Any] = []

    def again(row: int) -> Any:
        if not found:
            found.append(work(row))
        return found[0]

    return again


def _signed(sign: Callable[[Any, Any], Any], one: Worked, other: Worked) -> Worked:
    def work(row: int) -> Any:
        a, b = one(row), other(row)
        if isinstance(a, list):  # an area against a number, inside SUMPRODUCT
            return [sign(value or 0, b or 0) for value in a]
        return sign(0 if a is None else a, 0 if b is None else b)

    return work


def _number(value: Any) -> Any:
    """An empty cell counts as zero."""
    return 0 if value is None else value


def _called(name: str, arguments: Sequence[Worked]) -> Worked:
    if name == "IF":
        condition, then, otherwise = arguments
        return lambda row: then(row) if condition(row) else otherwise(row)
    function = _FUNCTIONS[name]
    if len(arguments) == 1:
        (only,) = arguments
        return lambda row: function(only(row))
    return lambda row: function(*(argument(row) for argument in arguments))


def _numbers(held: Sequence[Any]) -> list[Any]:
    return [value for value in held if isinstance(value, (int, float))]


def _round(value: Any, decimals: int) -> float:
    value = _number(value)
    scale = 10.0**decimals
    # As spreadsheets do: what differs from a half by binary noise only is a half.
    whole = math.floor(abs(value) * scale * (1 + 2**-50) + 0.5)
    return math.copysign(whole, value) / scale if whole else 0.0


def _sum(*areas: Any) -> float:
    found: list[Any] = []
    for area in areas:
        found += _numbers(area) if isinstance(area, list) else [_number(area)]
    return _clean(math.fsum(found))


def _clean(value: float) -> float:
    """Without the binary noise of adding."""
    return round(value, 9)


def _products(*areas: Sequence[Any]) -> float:
    return _clean(math.fsum(math.prod(value or 0 for value in row) for row in zip(*areas, strict=True)))


def _rank(value: Any, area: Sequence[Any], _order: int) -> int:
    return 1 + len([other for other in area if other > value])


def _average(area: Sequence[Any]) -> float:
    found = _numbers(area)
    return math.fsum(found) / len(found)


def _sum_if(condition: Sequence[Any], wanted: Any, area: Sequence[Any]) -> float:
    return _sum([value for test, value in zip(condition, area, strict=True) if test == wanted])


_FUNCTIONS: Mapping[str, Callable[..., Any]] = {
    "ROUND": _round,
    "SUM": _sum,
    "INT": lambda value: math.floor(_number(value)),
    "MIN": lambda *held: min(_number(value) for value in held),
    "MAX": lambda *held: max(_number(value) for value in held),
    "ABS": lambda value: abs(_number(value)),
    "AVERAGE": _average,
    "SUMIF": _sum_if,
    "SUMPRODUCT": _products,
    "RANK": _rank,
    "COUNTIF": lambda area, wanted: area.count(wanted),
    "ISBLANK": lambda value: value is None,
    "ISNUMBER": lambda value: isinstance(value, (int, float)),
    "AND": lambda *held: all(held),
    "OR": lambda *held: any(held),
}

_SIGNS: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "=": lambda a, b: a == b,
    "<>": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    ">": lambda a, b: a > b,
    "<=": lambda a, b: a <= b,
    ">=": lambda a, b: a >= b,
}
