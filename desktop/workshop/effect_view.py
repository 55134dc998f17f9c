"""What the rounds say together: how partners answered, where they differ, and what it does to the advice."""

from collections.abc import Callable

from desktop.workshop.effect_tables import advice_words, ranking_sheet, sheet_of, spread_rounds, spread_sheet
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import ViewPage, beamer_button, flowing
from models.wording.workshop import differences_page, effect_page, partners_page, tipping_page, tipping_words
from models.wording.workshop_words import label_of
from models.workshop.effect import Effect
from models.workshop.pages import Columns, Page
from models.workshop.revealed import Revealed
from models.workshop.session import Session
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card
from wizards.widgets.buttons import Button
from wizards.widgets.copy_table import CopyTable
from wizards.widgets.inputs import Combo
from wizards.widgets.read_table import Sheet
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["EffectView"]

_TRIAL = "Dit is een vooruitblik. Het dossier verandert pas als de groep een antwoord zet."
_THINKING = "Het advies wordt berekend."
_NO_ROUND = "Er is nog geen ronde gesloten. Na de eerste ronde staat hier de uitslag."


class EffectView(ViewPage):
    """Cards from the advice down to the answers under it; each can be shown in the room."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand, "Effect", "Wat de gesloten rondes zeggen, en wat ze met het advies doen.")
        self._context = Context(stand.look, stand.editor, stand.navigator)
        self._picked = ""
        self.trial = Notice(self.look, _TRIAL)
        self.nothing = Notice(self.look, _NO_ROUND)
        for widget in (self.nothing, self.trial):
            self.content.addWidget(widget)
        self.advice = self._make_advice()
        self.tips = self._make_tips()
        self.differences = self._make_differences()
        self.spreads = self._make_spreads()
        self._cards = (self.advice, self.tips, self.differences, self.spreads)
        for card in self._cards:
            self.content.addWidget(card)
        self.content.addStretch(1)
        self.follow(stand.desk.changed, stand.desk.effect_changed, stand.editor.changed)

    # --- making

    def _make_advice(self) -> Card:
        look = self.look
        card = Card(look, fill="wash", border=None)
        self.verdict = Label(look, "", TypeRole.LEAD_BOLD)
        self.changed = Label(look, "")
        self.ranking = CopyTable(self._context, "De plaats van elke samenwerkingsvorm")
        self.explained = Label(look, "", TypeRole.CAPTION, "ink2")
        self.show_effect = self._beamer("Toon in de zaal", "Vooruitblik op het advies", effect_page_of)
        card.body.addWidget(Heading(look, "Wat doet dit met het advies?", 3))
        for widget in (self.verdict, self.changed, self.ranking, self.explained):
            card.body.addWidget(widget)
        card.body.addLayout(flowing(look, self.show_effect))
        return card

    def _make_tips(self) -> Card:
        look = self.look
        card = Card(look)
        self.tipping = Label(look, "")
        self.show_tips = self._beamer("Toon in de zaal", "Wat het advies doet kantelen", tipping_page_of)
        card.body.addWidget(Heading(look, "Wat doet het advies kantelen?", 3))
        card.body.addWidget(self.tipping)
        card.body.addLayout(flowing(look, self.show_tips))
        return card

    def _make_differences(self) -> Card:
        look = self.look
        card = Card(look)
        self.apart = CopyTable(self._context, "Waar de partners het meest verschillen")
        self.alike = Label(look, "", colour="ink2")
        self.show_differences = beamer_button(
            look, "Toon in de zaal", self._show_differences, "Waar de partners het meest verschillen"
        )
        card.body.addWidget(Heading(look, "Waar verschillen de partners het meest?", 3))
        card.body.addWidget(self.apart)
        card.body.addWidget(self.alike)
        card.body.addLayout(flowing(look, self.show_differences))
        return card

    def _make_spreads(self) -> Card:
        look = self.look
        card = Card(look)
        self.table = CopyTable(self._context, "De antwoorden per partner")
        self.round = Combo(look, "Kies een onderwerp")
        self.round.setAccessibleName("Onderwerp voor de zaal")
        self.round.edited.connect(self._pick)
        label = Label(look, "Onderwerp", TypeRole.BODY_BOLD, wrap=False)
        label.setBuddy(self.round)
        self.show_round = beamer_button(look, "Toon in de zaal", self._show_round, "De antwoorden per partner")
        card.body.addWidget(Heading(look, "De antwoorden per partner", 3))
        card.body.addWidget(
            Label(
                look,
                "Het midden van de antwoorden. Tussen haakjes staat de middelste helft. "
                "Met weinig antwoorden staat er minder, zodat iedereen anoniem blijft.",
                colour="ink2",
            )
        )
        card.body.addWidget(self.table)
        card.body.addLayout(flowing(look, label, self.round, self.show_round))
        return card

    def _beamer(self, words: str, name: str, make: "_EffectPage") -> Button:
        stand = self.stand

        def page() -> Page | None:
            effect = stand.desk.effect
            return None if effect is None else make(stand, effect)

        return beamer_button(self.look, words, lambda: stand.direction.show(name, page), name)

    # --- showing

    def refresh(self) -> None:
        """Show what the closed rounds say now."""
        session = self.stand.desk.session
        rounds = session.rounds if session is not None else ()
        self.nothing.setVisible(not rounds)
        for widget in (self.trial, *self._cards):
            widget.setVisible(bool(rounds))
        if session is not None and rounds:
            self._show_effect(self.stand.desk.effect)
            self._show_session(session)

    def _show_effect(self, effect: Effect | None) -> None:
        ready = effect is not None
        for widget in (self.changed, self.explained, self.show_effect, self.show_tips):
            widget.setVisible(ready)
        if effect is None:
            self.verdict.setText(_THINKING)
            self.tipping.setText(_THINKING)
            self.ranking.take(Sheet())
            return
        dossier, knowledge = self.stand.editor.dossier, self.stand.knowledge
        first, *rest = advice_words(knowledge, effect)
        self.verdict.setText(first)
        self.changed.setText(" ".join(rest))
        self.ranking.take(ranking_sheet(dossier, effect))
        few = any(not view.counts for view in effect.after.partners.views)
        star = " Bij een * is nog te weinig beantwoord voor een oordeel." if few else ""
        self.explained.setText(
            "Eerst is zonder de rondes van deze werksessie, nu is met. Het cijfer is de plaats. "
            f"Tussen haakjes staan de punten, van 100.{star}"
        )
        tips = tipping_words(knowledge, effect)
        self.tipping.setText("\n".join(tips) or "Er is nog geen advies dat kan kantelen.")

    def _show_session(self, session: Session) -> None:
        dossier, knowledge = self.stand.editor.dossier, self.stand.knowledge
        page = differences_page(dossier, knowledge, session)
        if isinstance(page, Columns):
            self.apart.take(sheet_of(page))
            self.alike.setText(page.note)
        else:
            self.apart.take(Sheet())
            self.alike.setText(" ".join((*page.rows, page.note)).strip())
        self.table.take(spread_sheet(dossier, knowledge, session))
        rounds = spread_rounds(session)
        self.spreads.setVisible(bool(rounds))
        options = tuple((one.subject.key, label_of(dossier, knowledge, one.subject)) for one in rounds)
        self.round.offer(options)
        newest = next((one.subject.key for one in reversed(session.rounds) if one in rounds), "")
        # Until somebody picks one, the round that people just had is the one to show.
        self.round.show_value(self._picked if self._picked in dict(options) else newest)

    # --- doing

    def _pick(self, key: str) -> None:
        self._picked = key

    def _show_differences(self) -> None:
        stand = self.stand

        def page() -> Page | None:
            session = stand.desk.session
            return None if session is None else differences_page(stand.editor.dossier, stand.knowledge, session)

        stand.direction.show("Waar de partners verschillen", page)

    def _show_round(self) -> None:
        stand, key = self.stand, str(self.round.currentData() or "")

        def page() -> Page | None:
            one = self._round_of(key)
            return None if one is None else partners_page(stand.editor.dossier, stand.knowledge, one)

        if key:
            stand.direction.show(f"Per partner: {self.round.currentText()}", page)

    def _round_of(self, key: str) -> Revealed | None:
        session = self.stand.desk.session
        found = spread_rounds(session) if session is not None else ()
        return next((one for one in found if one.subject.key == key), None)


_EffectPage = Callable[[Stand, Effect], Page]


def effect_page_of(stand: Stand, effect: Effect) -> Page:
    """The look ahead for the room."""
    return effect_page(stand.editor.dossier, stand.knowledge, effect)


def tipping_page_of(stand: Stand, effect: Effect) -> Page:
    """What makes the advice tip, for the room."""
    return tipping_page(stand.knowledge, effect)
