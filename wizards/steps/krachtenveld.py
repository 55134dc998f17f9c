"""Krachtenveld: who has influence and interest, as a map, as rings, and as a table with all that is known."""

from models.vocabulary import StepId
from wizards.context import Context
from wizards.page import StepSpec
from wizards.steps.krachtenveld_parts.forms import groups, scored
from wizards.steps.krachtenveld_parts.map_view import MapView
from wizards.steps.krachtenveld_parts.rings_view import RingsView
from wizards.steps.krachtenveld_parts.table_view import TableView
from wizards.steps.views import View, ViewBody, ViewsPage

__all__ = ["SPEC", "KrachtenveldPage"]

STEP = StepId.KRACHTENVELD
MAP, RINGS, TABLE = "kaart", "ringen", "tabel"


class KrachtenveldPage(ViewsPage):
    """Three views on the same belanghebbenden; who is chosen in one is chosen in the others."""

    def __init__(self, context: Context) -> None:
        self.chosen: str | None = None
        self.map: MapView | None = None
        self.rings: RingsView | None = None
        self.table: TableView | None = None
        views = (
            View(MAP, "Kaart", ("scored_by", "scored_on"), self._fill_map),
            View(RINGS, "Ringen", (), self._fill_rings),
            View(TABLE, "Tabel", ("stakeholders", "relations"), self._fill_table),
        )
        super().__init__(context, STEP, views)

    def open_view(self, key: str) -> None:
        """Show a view, with the same one chosen."""
        if self.table is not None and self.current == TABLE:
            self.chosen = self.table.people.current
        super().open_view(key)
        held = {one.id for one in self.context.editor.dossier.krachtenveld.stakeholders}
        chosen = self.chosen if self.chosen in held else None
        if key == MAP and self.map is not None:
            self.map.choose(chosen)
        elif key == RINGS and self.rings is not None:
            self.rings.choose(chosen)
        elif self.table is not None and chosen is not None:
            self.table.people.choose(chosen)

    def _fill_map(self, body: ViewBody) -> None:
        view = self.map = MapView(self.context)
        view.chosen.connect(self._choose)
        view.more.connect(self._open_form)
        view.named.connect(self._open_form)
        body.add_widget(view, view.refresh)
        body.add_group(scored())

    def _fill_rings(self, body: ViewBody) -> None:
        view = self.rings = RingsView(self.context)
        view.chosen.connect(self._choose)
        body.add_widget(view, view.refresh)

    def _fill_table(self, body: ViewBody) -> None:
        view = self.table = TableView(self.context)
        body.add_widget(view, view.refresh, view.reveal)

    def _open_form(self) -> None:
        self.open_view(TABLE)
        if self.table is not None:
            self.table.people.fields[0].take_focus()

    def _choose(self, key: str) -> None:
        self.chosen = key


SPEC = StepSpec(STEP, KrachtenveldPage, groups)
