"""The view of the kinds of steering: weights, centre, and the questions of the other kinds."""

from models.dossier.base import NoAnswer, known
from models.dutch import listed
from models.vocabulary import SteeringKind
from wizards.context import Context
from wizards.page import GroupCard
from wizards.steps.sturing_parts.forms import main_group, others_group, weights_group
from wizards.steps.views import ViewBody
from wizards.widgets.bars import ArmBars, Bar
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["Questions", "WeightFigure", "fill_kinds"]


def fill_kinds(body: ViewBody) -> None:
    """The cards of the view."""
    context = body.context
    body.add_group(weights_group(context.editor.knowledge))
    figure = WeightFigure(context)
    body.add_widget(figure, figure.refresh)
    body.add_group(main_group(context.editor.knowledge))
    questions = Questions(context)
    body.add_widget(questions.head, questions.refresh)
    for card in questions.cards.values():
        body.add_widget(card, None, card.reveal)


class WeightFigure(Card):
    """The weights of the four kinds, and a word when the centre chosen is not the heaviest."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Waar ligt het gewicht?", 3))
        self.bars = ArmBars(look, "Het gewicht van de soorten sturing")
        self.body.addWidget(self.bars)
        self.differs = Notice(look, "", kind="warn")
        self.body.addWidget(self.differs)
        self.take = Button(look, "")
        self.take.clicked.connect(self._take)
        line = row()
        line.addWidget(self.take)
        line.addStretch(1)
        self.body.addLayout(line)
        self._heaviest: SteeringKind | None = None

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        editor = self._context.editor
        held, main = editor.dossier.sturing.weights, known(editor.dossier.sturing.main)
        names = {text.id: text.name for text in editor.knowledge.steering.steering}
        top = max(held.values(), default=0)
        first = [kind for kind in names if top and held.get(kind, 0) == top]
        bars = tuple(
            Bar(name, held.get(kind, 0) / 10, f"{held.get(kind, 0)} van 10", kind in first)
            for kind, name in names.items()
        )
        self.bars.show_bars(bars, _conclusion(first, names, top))
        self._heaviest = first[0] if len(first) == 1 else None
        other = main is not None and bool(first) and main not in first
        self.differs.setVisible(other)
        if other and main is not None:
            self.differs.say(
                f"Uw zwaartepunt is de {_low(names[main])}.",
                "Een andere soort weegt zwaarder. Klopt dat, of past u één van beide aan?",
            )
        offered = self._heaviest is not None and main is None
        self.take.setVisible(offered)
        if offered and self._heaviest is not None:
            self.take.setText(f"Maak de {_low(names[self._heaviest])} het zwaartepunt")

    def _take(self) -> None:
        if self._heaviest is not None:
            self._context.editor.put(("sturing", "main"), self._heaviest)


def _low(name: str) -> str:
    return name[0].lower() + name[1:]


def _conclusion(first: list[SteeringKind], names: dict[SteeringKind, str], top: int) -> str:
    if not first:
        return "Weeg eerst de vier soorten. Dan ziet u hier waar het gewicht ligt."
    if len(first) == 1:
        return f"De {_low(names[first[0]])} weegt het zwaarst: {top} van 10."
    return f"Even zwaar ({top} van 10): {listed([_low(names[kind]) for kind in first])}."


class Questions:
    """The questions that the other three kinds ask: a head, and a card for each kind."""

    def __init__(self, context: Context) -> None:
        self._context = context
        look, steering = context.look, context.editor.knowledge.steering
        self.head = Card(look, fill="wash", border=None)
        self.head.body.addWidget(Heading(look, "De vragen die de andere drie stellen", 3))
        self.said = Label(look)
        self.head.body.addWidget(self.said)
        groups = zip(steering.steering, others_group(context.editor.knowledge), strict=True)
        self.cards = {text.id: GroupCard(context, group) for text, group in groups}

    def refresh(self) -> None:
        """Show the cards of the kinds that are not the main one."""
        editor = self._context.editor
        main = editor.dossier.sturing.main
        names = {text.id: text.name for text in editor.knowledge.steering.steering}
        for kind, card in self.cards.items():
            card.setVisible(isinstance(main, NoAnswer) or (main is not None and main != kind))
            card.refresh()
        if main is None:
            self.said.setText("Kies eerst het zwaartepunt. Dan staan hier de vragen van de andere drie soorten.")
        elif isinstance(main, NoAnswer):
            self.said.setText("Het zwaartepunt is nog niet bekend. Hieronder staan daarom de vragen van alle vier.")
        else:
            self.said.setText(f"De {_low(names[main])} is het zwaartepunt. Beantwoord ook wat de andere vragen.")
