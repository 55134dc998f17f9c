"""The view of the say: votes and seats per partner, how the board decides, and what the votes mean."""

from PySide6.QtCore import Qt

from models.dossier.base import known
from models.dossier.edit import Path
from models.zeggenschap import voting_words
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.steps.sturing_parts.forms import BASE, budget_group, rule_group, share_words, shares, votes_of, votes_spec
from wizards.steps.views import ViewBody
from wizards.widgets.bars import ArmBars, Bar
from wizards.widgets.boxes import Card, column
from wizards.widgets.grid import GridWidget
from wizards.widgets.text import Heading, Label

__all__ = ["MeaningCard", "fill_votes"]


def fill_votes(body: ViewBody) -> None:
    """The cards of the view."""
    context = body.context
    card = Card(context.look)
    grid = GridWidget(context, votes_spec())
    card.body.addWidget(grid)
    body.add_widget(card, grid.refresh, lambda path: _reveal(grid, path))
    body.add_group(rule_group())
    meaning = MeaningCard(context)
    body.add_widget(meaning, meaning.refresh)
    body.add_group(budget_group())


def _reveal(grid: GridWidget, path: Path) -> bool:
    """Put the focus on a cell; on the first one of a partner or of the table where the path says no more."""
    if grid.reveal(path):
        return True
    if path[:2] != (*BASE, "votes"):
        return False
    if not grid.reveal((*path[:3], "votes")):
        grid.table.setFocus(Qt.FocusReason.OtherFocusReason)
    return True


class MeaningCard(Card):
    """What the votes mean in words, and each partner's share as an arm."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, fill="wash", border=None)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Wat de stemmen betekenen", 3))
        self._sentences = column(look.space(4))
        self.body.addLayout(self._sentences)
        self.labels: list[Label] = []
        self._shares = Label(look, "Aandeel van elke partner", TypeRole.BODY_BOLD)
        self.body.addWidget(self._shares)
        self.bars = ArmBars(look, "Aandeel van elke partner in stemmen en zetels")
        self.body.addWidget(self.bars)

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        dossier = self._context.editor.dossier
        names = {partner.id: partner.name for partner in dossier.partners.active}
        sturing, votes = dossier.sturing, votes_of(dossier)
        said = voting_words(names, votes, known(sturing.decision_rule), sturing.qualified_percentage)
        self._say(said)
        held = shares(dossier, "votes") or shares(dossier, "seats")
        bars = [
            Bar(names[partner], float(held[partner]), share_words(dossier, partner), leading=2 * held[partner] > 1)
            for partner in sorted(held, key=lambda key: -held[key])
        ]
        self.bars.show_bars(tuple(bars), "")
        self.bars.setVisible(bool(bars))
        self._shares.setVisible(bool(bars))

    def _say(self, said: tuple[str, ...]) -> None:
        while len(self.labels) < len(said):
            label = Label(self._context.look)
            self.labels.append(label)
            self._sentences.addWidget(label)
        for index, label in enumerate(self.labels):
            label.setVisible(index < len(said))
            label.setText(said[index] if index < len(said) else "")
