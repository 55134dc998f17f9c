"""The style sheet for Qt's own controls, from the tokens. It never names a font: fonts come through QFont only."""

from collections.abc import Callable

from wizards.look.tokens import Palette

__all__ = ["stylesheet"]

_TEMPLATE = """
QLineEdit, QAbstractSpinBox, QPlainTextEdit, QTextEdit {{
    background: {surface}; color: {ink}; border: 1.5px solid {edge}; border-radius: 6px;
    padding: 0 {pad}px; selection-background-color: {select}; selection-color: {on_select};
}}
QLineEdit {{ min-height: {inner}px; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; height: 0; subcontrol-origin: border; }}
QAbstractSpinBox QLineEdit {{ border: 0; padding: 0 0 0 {small}px; min-height: 0; background: transparent; }}
QPlainTextEdit, QTextEdit {{ padding: {small}px {pad}px; }}
QLineEdit[invalid="true"], QPlainTextEdit[invalid="true"] {{ border: 2px solid {danger}; }}
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] {{ background: {ground}; }}
QListView, QTableView, QTreeView {{
    background: {surface}; color: {ink}; border: 1px solid {line}; border-radius: 6px; outline: 0;
    gridline-color: {line}; selection-background-color: {select}; selection-color: {on_select};
    alternate-background-color: {surface};
}}
QTableView QTableCornerButton::section {{ background: {surface}; border: 0; }}
QHeaderView {{ background: {surface}; border: 0; }}
QHeaderView::section {{
    background: {surface}; color: {ink2}; border: 0; border-bottom: 1.5px solid {edge}; padding: {small}px {pad}px;
}}
QHeaderView::section:vertical {{ color: {ink}; border-bottom: 1px solid {line}; }}
QTableView QLineEdit {{ border-radius: 0; padding: 0 4px; min-height: 0; }}
QMenu {{ background: {surface}; color: {ink}; border: 1px solid {edge}; padding: {small}px 0; }}
QMenu::item {{ padding: {small}px {wide}px; min-height: 24px; }}
QMenu::item:selected {{ background: {select}; color: {on_select}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {small}px 0; }}
QComboBox QAbstractItemView {{ border: 1px solid {edge}; border-radius: 0; padding: 2px; }}
QComboBox QAbstractItemView::item {{ min-height: 28px; padding: 0 {small}px; }}
QToolTip {{ background: {deep}; color: {on_deep}; border: 1px solid {deep_line}; padding: {small}px; }}
QScrollArea {{ border: 0; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 14px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 14px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; margin: 3px; }}
QScrollBar::handle:vertical {{ min-height: 36px; }}
QScrollBar::handle:horizontal {{ min-width: 36px; }}
QScrollBar::handle:hover {{ background: {action}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""


def stylesheet(palette: Palette, control_height: int, space: Callable[[float], int]) -> str:
    """The style sheet for these colours; ``control_height`` in pixels."""
    colours = palette._asdict()
    return _TEMPLATE.format(**colours, pad=space(10), small=space(6), wide=space(20), inner=max(24, control_height - 4))
