"""The view of the draaiknoppen: five knobs to turn, and nineteen practices with what they gave."""

from PySide6.QtWidgets import QWidget

from models.dossier.edit import Path
from models.dutch import listed
from models.knowledge import Knowledge
from models.knowledge.catalogue import Practice
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.doelen_parts.forms import BASE, pool_group
from wizards.steps.views import ViewBody
from wizards.widgets.boxes import Card, row
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.columns import Columns
from wizards.widgets.text import Heading, Label
from wizards.widgets.ticks import Tick, TickItem, TickList

__all__ = ["PracticesCard", "fill_knobs", "fill_pool"]

_ALL, _CHOSEN = "alle", "gekozen"
_WORLDS = {"zorg": "Zorg", "veilig": "Veiligheid", "overheid": "Overheid", "overig": "Andere sectoren"}


def fill_pool(body: ViewBody) -> None:
    """The choices of a pool, and what the research recommends."""
    context = body.context
    body.add_group(pool_group(context.editor.knowledge))
    card = Card(context.look)
    card.body.addWidget(Heading(context.look, "Wat het onderzoek aanraadt", 3))
    columns = Columns(context.look, narrowest=280, most=3)
    for item in context.editor.knowledge.themes.recommendations:
        one = Card(context.look, border=None, padding=0, spacing=4)
        one.body.addWidget(Label(context.look, item.name, TypeRole.BODY_BOLD))
        one.body.addWidget(Label(context.look, item.text, colour="ink2"))
        columns.add(one)
    card.body.addWidget(columns)
    body.add_widget(card)


def fill_knobs(body: ViewBody) -> None:
    """The knobs and the practices."""
    _add_knobs(body)
    practices = PracticesCard(body.context)
    body.add_widget(practices, practices.refresh, practices.reveal)


def _add_knobs(body: ViewBody) -> None:
    context, themes = body.context, body.context.editor.knowledge.themes
    card = Card(context.look)
    card.body.addWidget(Heading(context.look, "De vijf draaiknoppen", 3))
    why = "Een tekort aan mensen lost u op vijf manieren op. Kies aan welke knoppen u draait."
    card.body.addWidget(Label(context.look, why, colour="ink2"))
    knobs = tuple(Tick(knob.id, f"{knob.number}. {knob.name}", knob.text) for knob in themes.knobs)
    ticks = TickList(context, (*BASE, "knobs"), knobs)
    columns = Columns(context.look, narrowest=270, most=3)
    for item in ticks.items.values():
        columns.add(item)
    card.body.addWidget(columns)
    for note in themes.knob_notes:
        card.body.addWidget(Label(context.look, note.text, TypeRole.CAPTION, "ink2"))
    body.add_widget(card, ticks.refresh, ticks.reveal)


def _filters(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    knobs = tuple((str(knob.number), f"{knob.number}. {knob.name}") for knob in knowledge.themes.knobs)
    return ((_ALL, "Alle voorbeelden"), *knobs, (_CHOSEN, "Door u gekozen"))


def _knob_words(practice: Practice) -> str:
    world = _WORLDS[practice.world]
    if not practice.knobs:
        return f"{world}  ·  de bron noemt geen knop"
    word = "knop" if len(practice.knobs) == 1 else "knoppen"
    return f"{world}  ·  {word} {listed([str(number) for number in practice.knobs])}"


class PracticesCard(Card):
    """Practices to pick from, with what they gave; a filter by knob."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look, practices = context.look, context.editor.knowledge.themes.practices
        self.body.addWidget(Heading(look, "Voorbeelden uit de praktijk", 3))
        why = "Kruis aan welke voorbeelden u wilt meenemen. De cijfers komen uit een bron van 2023."
        self.body.addWidget(Label(look, why, colour="ink2"))
        self.filter = Pills(look, "Toon de voorbeelden bij een knop", _filters(context.editor.knowledge))
        self.filter.choose(_ALL)
        self.filter.chosen.connect(lambda *_: self._sift())
        self.body.addWidget(self.filter)
        self.count = Label(look, role=TypeRole.CAPTION, colour="ink2")
        self.body.addWidget(self.count)
        self.ticks = TickList(context, (*BASE, "practices"), tuple(Tick(p.id, p.name, p.what) for p in practices))
        self._columns = Columns(look, narrowest=380, most=2, spacing=20)
        self.more: dict[str, Button] = {}
        for practice in practices:
            self._complete(self.ticks.items[practice.id], practice)
            self._columns.add(self.ticks.items[practice.id])
        self.body.addWidget(self._columns)
        self._sift()

    def refresh(self) -> None:
        """Show what the dossier holds now; what one unticks stays until the filter is used again."""
        self.ticks.refresh()
        self._count()

    def reveal(self, path: Path) -> bool:
        """Put the focus on the practices."""
        if path[:2] != (*BASE, "practices"):
            return False
        self.filter.choose(_ALL)
        self._sift()
        return self.ticks.reveal(path)

    def _complete(self, item: TickItem, practice: Practice) -> None:
        look = self._context.look
        item.texts.insertWidget(0, Label(look, _knob_words(practice), TypeRole.CAPTION_BOLD, "ink2"))
        item.texts.addWidget(Label(look, f"Wat het gaf: {practice.gave}"))
        item.texts.addWidget(Label(look, f"Wat u kunt overnemen: {practice.take_over}"))
        more = Button(look, "Lees meer", ButtonKind.QUIET, icon="arrow-right")
        more.setAccessibleName(f"Lees meer over {practice.name}")
        more.clicked.connect(lambda: self._context.navigator.open_help(f"practice:{practice.id}"))
        self.more[practice.id] = more
        line = row()
        line.addWidget(more)
        line.addStretch(1)
        item.texts.addLayout(line)

    def _sift(self) -> None:
        wanted = self.filter.value() or _ALL
        held = self.ticks.held
        shown: set[QWidget] = set()
        for practice in self._context.editor.knowledge.themes.practices:
            fits = wanted == _ALL or (wanted == _CHOSEN and practice.id in held)
            if fits or (wanted.isdecimal() and int(wanted) in practice.knobs):
                shown.add(self.ticks.items[practice.id])
        self._columns.keep(shown)
        self._shown = len(shown)
        self._count()

    def _count(self) -> None:
        chosen = len(self.ticks.held)
        every = len(self.ticks.items)
        self.count.setText(f"U ziet {self._shown} van de {every} voorbeelden. Gekozen: {chosen}.")
