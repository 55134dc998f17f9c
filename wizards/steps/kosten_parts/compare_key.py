"""One key over all years: who gains, what each pays per year, payback, and settling afterwards."""

from collections.abc import Callable, Mapping

from models.agreements.contributions import CostOutcome
from models.agreements.outcome import KeyOutcome
from models.wording.costs import note_text
from models.wording.words import shortened
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.kosten_parts.compare_cards import LONGEST, Options, Paragraphs, TitledTable
from wizards.steps.kosten_parts.compare_text import Unit
from wizards.steps.kosten_parts.compare_words import who_text, year_sentences
from wizards.steps.kosten_parts.compare_years import (
    gains_sheet,
    money_sheet,
    settled_sheet,
    shares_sheet,
    working_sheet,
)
from wizards.widgets.boxes import Card
from wizards.widgets.text import Heading, Label

__all__ = ["KeyYears"]

Names = Mapping[str, str]


class KeyYears(Card):
    """The card of one key. ``pick``: somebody wants to see another key."""

    def __init__(self, context: Context, pick: Callable[[str], None]) -> None:
        super().__init__(context.look)
        look = context.look
        self._shown_of: CostOutcome | None = None
        self._made_from: object = None
        self.body.addWidget(Heading(look, "Eén verdeelsleutel, alle jaren", 3))
        self.keys = Options(look, "Verdeelsleutel", pick)
        self.obstacles = Paragraphs(look)
        self.who = Label(look, "", TypeRole.BODY_BOLD)
        self.told = Paragraphs(look)
        self.money = TitledTable(context, "Bijdragen per jaar")
        self.gains = TitledTable(context, "Voordeel, nadeel en terugverdientijd")
        self.shares = TitledTable(context, "Aandeel en bedrag per inwoner")
        self.workings = TitledTable(context, "Zo werkt de verdeelsleutel per jaar")
        text = "Het voorschot, wat het werkelijk werd, en wat er nog volgt."
        self.settled = TitledTable(context, "Afrekening achteraf", text)
        for part in (self.keys, self.obstacles, self.who, self.told):
            self.body.addWidget(part)
        for table in (self.money, self.gains, self.shares, self.workings, self.settled):
            self.body.addWidget(table)

    def show_key(self, outcome: CostOutcome, key: KeyOutcome, key_names: Names, names: Names, unit: Unit) -> bool:
        """Show ``key``, one of ``outcome``; whether there are other controls now. The same again costs nothing."""
        made_from = (key.key, unit, key_names, names)
        if outcome is self._shown_of and made_from == self._made_from:
            return False
        self._shown_of, self._made_from = outcome, made_from
        new = self.keys.offer(tuple((k.key, shortened(key_names[k.key], LONGEST)) for k in outcome.keys), key.key)
        self.obstacles.say([note_text(note, names) for note in key.obstacles])
        self.who.setText(who_text(key, names) if key.years else "")
        self.who.setVisible(bool(key.years))
        self.told.say(year_sentences(key, names))
        self.money.take(money_sheet(key, names, unit))
        self.gains.take(gains_sheet(key, names, unit))
        self.shares.take(shares_sheet(key, names))
        self.workings.take(working_sheet(key, unit))
        self.settled.take(settled_sheet(key, names, unit))
        return new
