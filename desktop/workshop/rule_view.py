"""When people agree: fixed by the group before the first round, told in words after that."""

from PySide6.QtWidgets import QWidget

from desktop.workshop.people_sides import labelled
from desktop.workshop.stand import Stand
from models.wording.workshop import rule_words
from models.workshop.records import ConsensusKind, ConsensusRule
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, column
from wizards.widgets.buttons import Pills
from wizards.widgets.text import Heading, Label

__all__ = ["RuleView"]

_KINDS = (
    (ConsensusKind.MIDDLE_HALF.value, "De middelste helft ligt dicht bij elkaar"),
    (ConsensusKind.NEAR_MEDIAN.value, "De meesten zitten dicht bij het midden"),
)
_POINTS = (("0", "Gelijk"), ("1", "1 punt"), ("2", "2 punten"))
_SHARES = tuple((str(share), f"{share}%") for share in (60, 70, 80, 90, 100))
_WHY = "Spreek dit samen af voor de eerste stem. Daarna staat het vast."
_HALF = "De middelste helft: wat overblijft zonder het laagste en het hoogste kwart van de antwoorden."
_FIXED = "Vast sinds ronde 1. Zo weet iedereen dat de lat niet verschuift."


class RuleView(Card):
    """The rule of the werksessie at hand."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look, spacing=10)
        self._stand = stand
        self._fixed_in = ""
        look = stand.look
        self.body.addWidget(Heading(look, "Wanneer bent u het eens?", 3))
        self.words = Label(look, role=TypeRole.BODY_BOLD)
        self.state = Label(look, colour="ink2")
        self.half = Label(look, _HALF, TypeRole.CAPTION, "ink2")
        for widget in (self.words, self.half, self.state):
            self.body.addWidget(widget)
        self.choices = QWidget()
        layout = column(look.space(12))
        self.choices.setLayout(layout)
        self.kind = Pills(look, "Zo meet u of u het eens bent", _KINDS)
        self.points = Pills(look, "Hoe ver mogen de antwoorden uit elkaar liggen?", _POINTS)
        self.share = Pills(look, "Hoeveel van de antwoorden?", _SHARES)
        self._shares = QWidget()
        inside = column()
        inside.addWidget(labelled(look, "Hoeveel van de antwoorden?", self.share))
        self._shares.setLayout(inside)
        layout.addWidget(labelled(look, "Zo meet u of u het eens bent", self.kind))
        layout.addWidget(labelled(look, "Hoe ver mogen de antwoorden uit elkaar liggen?", self.points))
        layout.addWidget(self._shares)
        self.body.addWidget(self.choices)
        self.kind.chosen.connect(lambda key: self._set(kind=ConsensusKind(key)))
        self.points.chosen.connect(lambda key: self._set(points=int(key)))
        self.share.chosen.connect(lambda key: self._set(percentage=int(key)))

    def refresh(self) -> None:
        """Show the rule as it is now."""
        workshop = self._stand.desk.workshop
        if workshop is None:
            return
        fixed, rule = self._is_fixed(workshop.id), workshop.rule
        self.words.setText(rule_words(rule))
        self.state.setText(_FIXED if fixed else _WHY)
        self.half.setVisible(rule.kind is ConsensusKind.MIDDLE_HALF)
        self.choices.setVisible(not fixed)
        self.kind.choose(rule.kind.value)
        self.points.choose(str(rule.points))
        self.share.choose(str(rule.percentage))
        self._shares.setVisible(rule.kind is ConsensusKind.NEAR_MEDIAN)

    def _is_fixed(self, key: str) -> bool:
        """Whether there was a round. A closed one stays, so that nothing is worked out anew for each name typed."""
        desk = self._stand.desk
        if self._fixed_in == key or desk.polling is not None:
            return True
        session = desk.session
        if session is not None and session.rounds:
            self._fixed_in = key
        return self._fixed_in == key

    def _set(self, **values: object) -> None:
        workshop = self._stand.desk.workshop
        if workshop is not None:
            self._stand.desk.set_rule(ConsensusRule.model_validate({**dict(workshop.rule), **values}))
