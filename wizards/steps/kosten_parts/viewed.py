"""A page with more than one view: each is made when it is first shown, and a path leads to the right one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from models.dossier.edit import Path
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.grid import GridSpec
from wizards.page import StepPage
from wizards.widgets.boxes import Card, column
from wizards.widgets.buttons import Button, ButtonKind, focus_first
from wizards.widgets.grid import GridWidget

__all__ = ["View", "ViewedPage", "quiet_button"]


@dataclass(frozen=True, slots=True)
class View:
    """``title``: on the switch; ``build``: adds its widgets to the page; ``holds``: whether a path is shown here."""

    title: str
    build: Callable[["ViewedPage"], None]
    holds: Callable[[Path], bool]


class ViewedPage(StepPage):
    """Shows one view at a time; the notes and the foot of the page are under each of them."""

    def __init__(self, context: Context, step: StepId, views: Mapping[str, View]) -> None:
        super().__init__(context, step, tuple((key, view.title) for key, view in views.items()))
        self._views = views
        self._parts: dict[str, QWidget] = {}
        self.grids: list[GridWidget] = []
        self.shown_view = ""
        assert self.view is not None
        self.view.chosen.connect(self.show_view)
        self.show_view(next(iter(views)))

    def show_view(self, key: str) -> None:
        """Show the view ``key``."""
        if key == self.shown_view:
            return
        if self.shown_view in self._parts:
            self._parts[self.shown_view].hide()
        self.shown_view = key
        if key in self._parts:
            self._parts[key].show()
        else:
            self._build(key)
        assert self.view is not None
        self.view.choose(key)
        self.refresh()

    def _build(self, key: str) -> None:
        # All of a view stands in one widget: its parts may show and hide themselves without coming into another view.
        holder, outer = QWidget(), self.main
        self.main = column(self.context.look.space(14))
        holder.setLayout(self.main)
        outer.addWidget(holder)
        self._parts[key] = holder
        self._views[key].build(self)
        self.main = outer
        # A layout shows a new widget only with the next event; the focus may be put in it before that.
        holder.show()

    def add_grid(self, spec: GridSpec, *, most: int = 42) -> GridWidget:
        """Add a card with a table."""
        card = Card(self.context.look)
        grid = GridWidget(self.context, spec, most=most)
        card.body.addWidget(grid)
        self.grids.append(grid)
        self.add_widget(card, grid.refresh)
        return grid

    def reveal(self, path: Path) -> bool:
        """Show the view that holds ``path`` and put the focus there; tables go before lists of records."""
        views = self._views
        if not views[self.shown_view].holds(path):
            self.show_view(next((key for key, view in views.items() if view.holds(path)), self.shown_view))
        for grid in self.grids:
            if grid.isVisibleTo(self) and grid.reveal(path):
                self._show_focus_soon()
                return True
        if super().reveal(path):
            return True
        if path == (self.step.value,):
            focus_first(self)
            return True
        return False

    def _show_focus_soon(self) -> None:

        QTimer.singleShot(0, self, self._show_focus)


def quiet_button(context: Context, text: str, act: Callable[[], object], icon: str = "arrow-right") -> Button:
    """A quiet button that does ``act``."""
    button = Button(context.look, text, ButtonKind.QUIET, icon=icon)
    button.clicked.connect(lambda *_: act())
    return button
