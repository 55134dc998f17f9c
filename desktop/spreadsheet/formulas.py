"""Formulas as small trees that refer to cells: written as Excel or OpenFormula text, and worked out for cached values.

A reference without a row means the row of the formula itself, so that one tree serves a whole column.
"""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

__all__ = [
    "Area",
    "At",
    "Binary",
    "Call",
    "Expr",
    "Formula",
    "Number",
    "Pattern",
    "Place",
    "Run",
    "Span",
    "blank",
    "call",
    "column_name",
    "either",
    "number",
    "pattern_of",
    "rounded",
    "total",
]


@dataclass(frozen=True, slots=True, eq=False)
class Expr:
    """A part of a formula; the signs of arithmetic make larger ones."""

    def __add__(self, other: "Expr | int | float | Decimal") -> "Expr":
        return Binary("+", self, _expr(other))

    def __sub__(self, other: "Expr | int | float | Decimal") -> "Expr":
        return Binary("-", self, _expr(other))

    def __mul__(self, other: "Expr | int | float | Decimal") -> "Expr":
        return Binary("*", self, _expr(other))

    def __truediv__(self, other: "Expr | int | float | Decimal") -> "Expr":
        return Binary("/", self, _expr(other))

    def compared(self, sign: str, other: "Expr | int | float | Decimal") -> "Expr":
        """A comparison, such as ``cell.compared("<=", 3)``."""
        return Binary(sign, self, _expr(other))


@dataclass(frozen=True, slots=True, eq=False)
class Number(Expr):
    """A number that stands in the formula itself."""

    value: int | float


@dataclass(frozen=True, slots=True, eq=False)
class At(Expr):
    """One cell; ``row`` None: ``shift`` rows below the row of the formula."""

    sheet: str
    row: int | None
    column: int
    shift: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Area(Expr):
    """A block of cells; ``bottom`` or ``top`` None: the row of the formula."""

    sheet: str
    top: int | None
    bottom: int | None
    left: int
    right: int


@dataclass(frozen=True, slots=True)
class Run:
    """``count`` cells below each other: one for each partner, or for each cost item."""

    sheet: str
    top: int
    column: int
    count: int

    @property
    def area(self) -> Area:
        """All of them."""
        return Area(self.sheet, self.top, self.top + self.count - 1, self.column, self.column)

    @property
    def until_here(self) -> Area:
        """From the first to the one on the row of the formula, which stands on the same rows."""
        return Area(self.sheet, self.top, None, self.column, self.column)

    def on(self, top: int) -> At:
        """The one that belongs to the row of a formula, in a column that begins at ``top``."""
        return At(self.sheet, None, self.column, self.top - top)

    def cell(self, place: int) -> At:
        """One of them."""
        return At(self.sheet, self.top + place, self.column)


@dataclass(frozen=True, slots=True, eq=False)
class Call(Expr):
    """A function of the spreadsheet."""

    name: str
    arguments: tuple[Expr, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Binary(Expr):
    """Two parts and the sign between them."""

    sign: str
    left: Expr
    right: Expr


def _expr(value: "Expr | int | float | Decimal") -> Expr:
    return value if isinstance(value, Expr) else number(value)


def number(value: int | float | Decimal) -> Expr:
    """A number in a formula."""
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else float(value)
    return Number(value)


def call(name: str, *arguments: "Expr | int | float | Decimal") -> Expr:
    """A call of a function by its English name."""
    return Call(name, tuple(_expr(argument) for argument in arguments))


def rounded(value: Expr, decimals: int = 2) -> Expr:
    """Half up, away from zero, like ``models.agreements.money``.

    LibreOffice rounds to whole numbers without regard to binary noise (measured in 7.4): first to eight decimals then.
    """
    return call("ROUND", call("ROUND", value, 8) if decimals == 0 else value, decimals)


def total(area: Expr) -> Expr:
    """The sum of an area."""
    return call("SUM", area)


def either(condition: Expr, then: "Expr | int | float", otherwise: "Expr | int | float") -> Expr:
    """``then`` where the condition holds."""
    return call("IF", condition, then, otherwise)


def blank(cell: Expr) -> Expr:
    """Whether a cell is empty."""
    return call("ISBLANK", cell)


# --- as text


@dataclass(frozen=True, slots=True)
class Place:
    """A reference to a cell; ``sheet`` None: this sheet; ``row`` None: ``shift`` below the row of the formula."""

    sheet: str | None
    row: int | None
    column: int
    shift: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A reference to an area."""

    sheet: str | None
    top: int | None
    bottom: int | None
    left: int
    right: int


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """The tokens of a formula, shared by all rows of a column; ``,`` stands between arguments."""

    tokens: tuple[str | Place | Span, ...]


@dataclass(frozen=True, slots=True)
class Formula:
    """A pattern in one row."""

    pattern: Pattern
    row: int


_BINDS = {"=": 0, "<": 0, ">": 0, "<=": 0, ">=": 0, "<>": 0, "+": 1, "-": 1, "*": 2, "/": 2}


def pattern_of(expr: Expr, sheet: str) -> Pattern:
    """The tokens of ``expr`` as it stands on ``sheet``."""
    tokens: list[str | Place | Span] = []
    _write(expr, sheet, tokens)
    return Pattern(tuple(tokens))


def _write(expr: Expr, sheet: str, tokens: list[str | Place | Span]) -> None:
    match expr:
        case Number(value):
            tokens.append(repr(value) if value >= 0 else f"({value!r})")
        case At(where, row, column, shift):
            tokens.append(Place(None if where == sheet else where, row, column, shift))
        case Area(where, top, bottom, left, right):
            tokens.append(Span(None if where == sheet else where, top, bottom, left, right))
        case Call(name, arguments):
            tokens.append(f"{name}(")
            for place, argument in enumerate(arguments):
                if place:
                    tokens.append(",")
                _write(argument, sheet, tokens)
            tokens.append(")")
        case Binary(sign, left, right):
            _side(left, _BINDS[sign], sheet, tokens)
            tokens.append(sign)
            _side(right, _BINDS[sign] + 1, sheet, tokens)


def _side(expr: Expr, binds: int, sheet: str, tokens: list[str | Place | Span]) -> None:
    loose = isinstance(expr, Binary) and _BINDS[expr.sign] < binds
    if loose:
        tokens.append("(")
    _write(expr, sheet, tokens)
    if loose:
        tokens.append(")")


@cache
def column_name(column: int) -> str:
    """ "A" for 0, "AB" for 27."""
    name, left = "", column + 1
    while left:
        left, sign = divmod(left - 1, 26)
        name = chr(65 + sign) + name
    return name
