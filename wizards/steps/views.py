"""A page of which only a part is shown at a time: each view has one purpose and is made when it is first shown."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout, QWidget

from models.dossier.edit import Path
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.grid import GridSpec
from wizards.forms.spec import Group
from wizards.page import GroupCard, StepPage
from wizards.widgets.boxes import Card, column
from wizards.widgets.buttons import Pills, focus_first
from wizards.widgets.grid import GridWidget

__all__ = ["View", "ViewBody", "ViewsPage"]

_BESIDE_TITLE = 3


class ViewBody(QWidget):
    """What one view holds. Made like a page: cards from data, and widgets of its own."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._layout: QVBoxLayout = column(context.look.space(14))
        self.setLayout(self._layout)
        self._refreshers: list[Callable[[], None]] = []
        self._revealers: list[Callable[[Path], bool]] = []
        self._grids: list[GridWidget] = []
        self.put_in_order: Callable[[], None] = lambda: None
        """Ask the page for a new order of Tab, after a view moved its own controls."""
        self.show_focus: Callable[[], None] = lambda: None
        """Ask the page to scroll to what has the focus, after a view moved it."""

    def add_group(self, group: Group) -> GroupCard:
        """Add a card made from data."""
        card = GroupCard(self.context, group)
        self.add_widget(card, card.refresh, card.reveal)
        return card

    def add_grid(self, spec: GridSpec, *, most: int = 42) -> Card:
        """Add a card with a table of at most ``most`` rows in sight; the table is the first thing in the card."""
        card = Card(self.context.look)
        grid = GridWidget(self.context, spec, most=most)
        card.body.addWidget(grid)
        self._grids.append(grid)
        self.add_widget(card, grid.refresh)
        return card

    def add_widget(
        self,
        widget: QWidget,
        refresh: Callable[[], None] | None = None,
        reveal: Callable[[Path], bool] | None = None,
    ) -> None:
        """Add a widget; ``refresh`` after each change, ``reveal``: put the focus on a path."""
        self._layout.addWidget(widget)
        self.link(refresh, reveal)

    def link(self, refresh: Callable[[], None] | None = None, reveal: Callable[[Path], bool] | None = None) -> None:
        """Keep up to date what stands inside a widget that was added."""
        if refresh is not None:
            self._refreshers.append(refresh)
        if reveal is not None:
            self._revealers.append(reveal)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        for refresh in self._refreshers:
            refresh()

    def reveal(self, path: Path) -> bool:
        """Put the focus on the field at ``path``; whether it is here. Tables go before lists of the same records."""
        if any(grid.isVisibleTo(self) and grid.reveal(path) for grid in self._grids):
            return True
        return any(reveal(path) for reveal in self._revealers)


@dataclass(frozen=True, slots=True)
class View:
    """A view. ``fields``: the fields of the section that it shows, for :meth:`ViewsPage.reveal`.

    Two views may show the same field: the one on screen goes first, then the first of the page.
    """

    key: str
    words: str
    fields: tuple[str, ...]
    fill: Callable[[ViewBody], None]


class ViewsPage(StepPage):
    """A page with views. More than fit beside the title stand below it, where they wrap to a next line."""

    def __init__(self, context: Context, step: StepId, views: tuple[View, ...], first: str = "") -> None:
        """``first``: the view to begin with; else the first of ``views``."""
        words = tuple((view.key, view.words) for view in views)
        super().__init__(context, step, words if len(views) <= _BESIDE_TITLE else ())
        self._views = {view.key: view for view in views}
        self.bodies: dict[str, ViewBody] = {}
        self.current = first or views[0].key
        if self.view is None:
            self.view = Pills(context.look, "Weergave", words)
            self.main.addWidget(self.view)
        self.view.chosen.connect(self.open_view)
        self.refreshers.append(self._refresh_view)
        self.revealers.append(self._reveal_in_view)
        self.open_view(self.current)

    @property
    def views(self) -> tuple[str, ...]:
        """The keys of the views, in their order."""
        return tuple(self._views)

    def open_view(self, key: str) -> None:
        """Show a view."""
        self.context.editor.end_merge()
        before = self.bodies.get(self.current)
        if before is not None and key != self.current:
            before.hide()
        self.current = key
        assert self.view is not None
        self.view.choose(key)
        body = self.bodies.get(key)
        if body is None:
            body = self.bodies[key] = ViewBody(self.context)
            body.put_in_order = self.put_in_order
            body.show_focus = self._show_focus
            self._views[key].fill(body)
            self.main.addWidget(body)
        body.refresh()
        body.setVisible(True)
        self.put_in_order()

    def _refresh_view(self) -> None:
        self.bodies[self.current].refresh()

    def _reveal_in_view(self, path: Path) -> bool:
        if path[:1] != (self.step.value,):
            return False
        if len(path) == 1:
            assert self.view is not None
            focus_first(self.view)
            return True
        for view in (self._views[self.current], *self._views.values()):
            if path[1] in view.fields:
                if view.key == self.current:
                    self.context.editor.end_merge()
                    self._refresh_view()
                else:
                    self.open_view(view.key)
                return self.bodies[view.key].reveal(path)
        return False
