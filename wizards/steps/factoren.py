"""Wat helpt en wat hindert: the force field, the factors, what the answers suggest, and the success factors."""

from models.dossier.choose import FactorDirection
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.spec import Group
from wizards.page import StepSpec
from wizards.steps.factoren_parts.field_view import ForceFieldView
from wizards.steps.factoren_parts.forms import factors, groups, success_groups, success_rows
from wizards.steps.factoren_parts.picker import Picker
from wizards.steps.factoren_parts.suggested import SuggestedView
from wizards.steps.views import View, ViewBody, ViewsPage
from wizards.widgets.records import RecordsWidget

__all__ = ["SPEC", "FactorenPage"]

STEP = StepId.FACTOREN
_FIELD, _LIST, _SUGGESTED, _SUCCESS = "beeld", "lijst", "voorstellen", "vragen"


class FactorenPage(ViewsPage):
    """Four views: the picture, the list with the factors from practice, the suggestions, the check questions."""

    def __init__(self, context: Context) -> None:
        self.field: ForceFieldView | None = None
        self.picker: Picker | None = None
        self.suggested: SuggestedView | None = None
        views = (
            View(_FIELD, "Beeld", (), self._fill_field),
            View(_LIST, "Factoren", ("factors",), self._fill_list),
            View(_SUGGESTED, "Voorstellen", (), self._fill_suggested),
            View(_SUCCESS, "Controlevragen", ("success",), self._fill_success),
        )
        super().__init__(context, STEP, views)

    def _fill_field(self, body: ViewBody) -> None:
        self.field = ForceFieldView(self.context)
        self.field.wanted.connect(self._pick)
        body.add_widget(self.field, self.field.refresh)

    def _fill_list(self, body: ViewBody) -> None:
        card = body.add_group(Group("Factoren", (STEP.value,), (factors(),)))
        self.picker = Picker(self.context)
        self.picker.added.connect(lambda key: self._added(card.lists[0], key))
        body.add_widget(self.picker, self.picker.refresh)

    def _fill_suggested(self, body: ViewBody) -> None:
        self.suggested = SuggestedView(self.context)
        body.add_widget(self.suggested, self.suggested.refresh)

    def _fill_success(self, body: ViewBody) -> None:
        for group in success_groups(self.context.editor.knowledge):
            body.add_group(group)

    def _added(self, records: RecordsWidget, key: str) -> None:
        """Show the new factor in the form above, so that its strength can follow; the focus stays at the picker."""
        records.refresh()
        records.choose(key)

    def _pick(self, direction: str) -> None:
        self.open_view(_LIST)
        if self.picker is not None:
            self.picker.look_for(FactorDirection(direction))


SPEC = StepSpec(STEP, FactorenPage, groups, success_rows)
