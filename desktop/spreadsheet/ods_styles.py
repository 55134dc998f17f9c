"""The looks of cells for .ods, and how a value is written where nothing calculates."""

from datetime import date
from typing import Any

from odf import number, style

from desktop.spreadsheet.workbook import Style
from models import dutch

__all__ = ["add_styles", "shown"]

_DUTCH = str.maketrans(",.", ".,")
_INPUT, _FIXED, _HEAD, _TOTAL = "#fff9e5", "#f3e3d3", "#e4edf4", "#f3f6f8"
_MONEY, _DIFFERENCE, _PERCENT, _SHARE, _NUMBER, _HELP, _WHOLE, _YEAR, _DATE = (
    "geld", "verschil", "procent", "aandeel", "getal", "hulp", "geheel", "jaar", "datum",
)  # fmt: skip

_LOOKS: dict[Style, tuple[str | None, dict[str, str], dict[str, str]]] = {
    Style.TITLE: (None, {}, {"fontweight": "bold", "fontsize": "16pt"}),
    Style.HEADING: (None, {}, {"fontweight": "bold", "fontsize": "12pt"}),
    Style.HEADER: (None, {"backgroundcolor": _HEAD, "wrapoption": "wrap"}, {"fontweight": "bold"}),
    Style.HEADER_RIGHT: (None, {"backgroundcolor": _HEAD, "wrapoption": "wrap"}, {"fontweight": "bold"}),
    Style.HEADER_YEAR: (_YEAR, {"backgroundcolor": _HEAD}, {"fontweight": "bold"}),
    Style.TEXT: (None, {}, {}),
    Style.WRAPPED: (None, {"wrapoption": "wrap"}, {}),
    Style.NOTE: (None, {}, {"fontstyle": "italic", "color": "#44525c"}),
    Style.WARNING: (None, {}, {"fontweight": "bold", "color": "#8a3b00"}),
    Style.LABEL_TOTAL: (None, {"backgroundcolor": _TOTAL}, {"fontweight": "bold"}),
    Style.MONEY: (_MONEY, {}, {}),
    Style.MONEY_INPUT: (_MONEY, {"backgroundcolor": _INPUT}, {}),
    Style.MONEY_TOTAL: (_MONEY, {"backgroundcolor": _TOTAL}, {"fontweight": "bold"}),
    Style.MONEY_FIXED: (_MONEY, {"backgroundcolor": _FIXED}, {"fontstyle": "italic"}),
    Style.DIFFERENCE: (_DIFFERENCE, {}, {}),
    Style.DIFFERENCE_TOTAL: (_DIFFERENCE, {"backgroundcolor": _TOTAL}, {"fontweight": "bold"}),
    Style.SHARE: (_SHARE, {}, {}),
    Style.SHARE_TOTAL: (_SHARE, {"backgroundcolor": _TOTAL}, {"fontweight": "bold"}),
    Style.PERCENT: (_PERCENT, {}, {}),
    Style.PERCENT_INPUT: (_PERCENT, {"backgroundcolor": _INPUT}, {}),
    Style.NUMBER: (_NUMBER, {}, {}),
    Style.NUMBER_INPUT: (_NUMBER, {"backgroundcolor": _INPUT}, {}),
    Style.NUMBER_TOTAL: (_NUMBER, {"backgroundcolor": _TOTAL}, {"fontweight": "bold"}),
    Style.NUMBER_FIXED: (_NUMBER, {"backgroundcolor": _FIXED}, {"fontstyle": "italic"}),
    Style.HELP: (_HELP, {}, {"color": "#5b6770"}),
    Style.HELP_WHOLE: (_WHOLE, {}, {"color": "#5b6770"}),
    Style.HELP_TOTAL: (_HELP, {"backgroundcolor": _TOTAL}, {"color": "#5b6770"}),
    Style.WHOLE: (_WHOLE, {}, {}),
    Style.WHOLE_INPUT: (_WHOLE, {"backgroundcolor": _INPUT}, {}),
    Style.YEAR: (_YEAR, {}, {}),
    Style.YEAR_INPUT: (_YEAR, {"backgroundcolor": _INPUT}, {}),
    Style.DATE: (_DATE, {}, {}),
}


def add_styles(document: Any) -> dict[str, str]:
    """Add all looks to the document; returns their names by :class:`Style`.

    As named styles: odfpy drops an automatic one that no element of its own uses.
    """
    made = _formats(document)
    names = {}
    for look, (kind, cell, words) in _LOOKS.items():
        held = style.Style(name=f"c-{look}", family="table-cell", datastylename=made[kind] if kind else None)
        if cell:
            held.addElement(style.TableCellProperties(**cell))
        if look is Style.HEADER_RIGHT:
            held.addElement(style.ParagraphProperties(textalign="end"))
        if words:
            held.addElement(style.TextProperties(**words))
        document.styles.addElement(held)
        names[look.value] = f"c-{look}"
    return names


def _formats(document: Any) -> dict[str, Any]:
    def add(element: Any, *parts: Any) -> Any:
        for part in parts:
            element.addElement(part)
        document.styles.addElement(element)
        return element

    def figure(decimals: int, least: int | None = None, grouped: bool = True) -> Any:
        made = number.Number(decimalplaces=str(decimals), minintegerdigits="1", grouping="true" if grouped else "false")
        if least is not None:
            made.setAttrNS("urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0", "min-decimal-places", str(least))
        return made

    def words(text: str) -> Any:
        return number.Text(text=text)

    better = add(number.NumberStyle(name="verschil-v", volatile="true"), words("V "), figure(2))
    worse = add(number.NumberStyle(name="verschil-n", volatile="true"), words("N "), figure(2))
    difference = number.NumberStyle(name=_DIFFERENCE)
    difference.addElement(figure(2))
    difference.addElement(style.Map(condition="value()>0", applystylename=better))
    difference.addElement(style.Map(condition="value()<0", applystylename=worse))
    document.styles.addElement(difference)
    return {
        _MONEY: add(number.NumberStyle(name=_MONEY), words("€ "), figure(2)),
        _DIFFERENCE: difference,
        _PERCENT: add(number.NumberStyle(name=_PERCENT), figure(4, 2), words("%")),
        _SHARE: add(number.PercentageStyle(name=_SHARE), figure(2, 2, False), words("%")),
        _NUMBER: add(number.NumberStyle(name=_NUMBER), figure(6, 2)),
        _HELP: add(number.NumberStyle(name=_HELP), figure(4, 2)),
        _WHOLE: add(number.NumberStyle(name=_WHOLE), figure(0)),
        _YEAR: add(number.NumberStyle(name=_YEAR), figure(0, None, False)),
        _DATE: add(
            number.DateStyle(name=_DATE, language="nl", country="NL"),
            number.Day(),
            words(" "),
            number.Month(style="long", textual="true"),
            words(" "),
            number.Year(style="long"),
        ),
    }


def shown(value: int | float | date, look: Style) -> str:
    """A value as Dutch readers write it, for programs that show what stands in the file."""
    if isinstance(value, date):
        return dutch.day(value)
    kind = _LOOKS[look][0]
    if kind == _DIFFERENCE:
        sign = "V " if value > 0 else "N " if value < 0 else ""
        return sign + _figure(abs(value), 2)
    if kind == _MONEY:
        return ("-" if value < 0 else "") + "€ " + _figure(abs(value), 2)
    if kind == _SHARE:
        return _figure(value * 100, 2) + "%"
    if kind in {_YEAR, _WHOLE} or kind is None:
        return str(round(value)) if kind != _WHOLE else dutch.whole(round(value))
    return _figure(value, 2 if kind != _HELP else 4) + ("%" if kind == _PERCENT else "")


def _figure(value: float, decimals: int) -> str:
    return f"{value:,.{decimals}f}".translate(_DUTCH)
