"""The view of legitimacy: the arrangements that follow from the steering, and when the raad has its turn."""

from models.dossier.base import known
from models.dutch import listed
from models.legitimacy import SuggestedArrangement, suggested_arrangements
from wizards.context import Context
from wizards.steps.sturing_parts.forms import BASE, legitimacy_text_group
from wizards.steps.views import ViewBody
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button
from wizards.widgets.columns import Columns
from wizards.widgets.text import Heading, Label
from wizards.widgets.ticks import Tick, TickList, ticked

__all__ = ["ArrangementsCard", "fill_legitimacy"]


def fill_legitimacy(body: ViewBody) -> None:
    """The cards of the view."""
    context, steering = body.context, body.context.editor.knowledge.steering
    arrangements = ArrangementsCard(context)
    body.add_widget(arrangements, arrangements.refresh, arrangements.ticks.reveal)
    moments = Card(context.look)
    moments.body.addWidget(Heading(context.look, "Wanneer is de raad aan zet?", 3))
    moments.body.addWidget(Label(context.look, "Kruis elk moment aan dat u wilt afspreken.", colour="ink2"))
    ticks = TickList(
        context, (*BASE, "raad_moments"), tuple(Tick(item.id, item.name, item.text) for item in steering.raad_moments)
    )
    columns = Columns(context.look, narrowest=260, most=3)
    for item in ticks.items.values():
        columns.add(item)
    moments.body.addWidget(columns)
    body.add_widget(moments, ticks.refresh, ticks.reveal)
    body.add_group(legitimacy_text_group())


class ArrangementsCard(Card):
    """The arrangements to tick; those that fit the steering say so."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look, steering = context.look, context.editor.knowledge.steering
        self.body.addWidget(Heading(look, "Hoe legt u verantwoording af?", 3))
        self.said = Label(look)
        self.body.addWidget(self.said)
        items = steering.legitimacy
        self.ticks = TickList(
            context, (*BASE, "legitimacy"), tuple(Tick(item.id, item.name, item.text) for item in items)
        )
        columns = Columns(look, narrowest=360, most=2)
        for item in self.ticks.items.values():
            columns.add(item)
        self.body.addWidget(columns)
        self.take = Button(look, "Neem de voorstellen over", icon="check")
        self.take.clicked.connect(self._take)
        line = row()
        line.addWidget(self.take)
        line.addStretch(1)
        self.body.addLayout(line)

    def suggested(self) -> tuple[SuggestedArrangement, ...]:
        """What fits the steering in the dossier."""
        editor = self._context.editor
        sturing = editor.dossier.sturing
        return suggested_arrangements(sturing.weights, known(sturing.main), editor.knowledge.steering.steering)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        self.ticks.refresh()
        suggested = self.suggested()
        why = {row.arrangement: row.kinds for row in suggested}
        for key, item in self.ticks.items.items():
            item.say(f"Past bij uw sturing: {listed([k.value for k in why[key]])}." if key in why else "")
        if suggested:
            self.said.setText("Uit uw sturing volgt een voorstel. Kruis aan wat u afspreekt.")
        else:
            self.said.setText("Weeg eerst de soorten sturing. Dan ziet u hier wat daarbij past.")
        self.take.setVisible(any(row.arrangement not in self.ticks.held for row in suggested))

    def _take(self) -> None:
        order = tuple(self.ticks.items)
        held = self.ticks.held
        for arrangement in self.suggested():
            held = ticked(held, arrangement.arrangement, True, order)
        self._context.editor.put(self.ticks.path, held)
