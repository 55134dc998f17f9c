"""The advice panel: what the program says beside the answers, and how firmly it says so.

Its words and numbers are those of the report (:mod:`models.wording`).
"""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from models.advice.results import Advice, Outcome
from models.dossier.edit import Path
from models.figures import robustness_strip
from models.figures.figure import Figure
from models.vocabulary import CriterionId, StepId
from models.wording.about import About
from models.wording.advice import (
    advice_in_brief,
    advice_title,
    agreement_words,
    change_words,
    difference_words_of,
    firmness,
    not_enough,
    partners_summary,
    smallest_tip,
    tip_outcome,
)
from models.wording.words import first_upper
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.panels.advice_head import AdviceHead
from wizards.panels.form_detail import FormDetail
from wizards.panels.parts import Lines, Point
from wizards.panels.ranking import RankingView
from wizards.panels.warning_card import ACCEPTED, WarningCard, take_back
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.figure_view import FigureView
from wizards.widgets.signs import Icon
from wizards.widgets.text import Heading, Label

__all__ = ["AdvicePanel"]

_MISSING, _TIPS = 5, 4
PENDING = "Hoe stevig dit is, wordt berekend."


class AdvicePanel(QWidget):
    """Stands beside a page. It follows the editor; a link leads to a statement."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        look, knowledge = context.look, context.editor.knowledge
        self._settled: Advice | None = None
        self._stale = True
        self.setAccessibleName("Advies op dit moment")
        self.head = AdviceHead(look, float(knowledge.profiles.thresholds.clear_margin))
        self.scroller = QScrollArea()
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        outer = column()
        outer.addWidget(self.head)
        outer.addWidget(self.scroller, 1)
        self.setLayout(outer)
        inner = _Wash(context)
        side = look.space(20)
        self._body = column(look.space(14), (side, look.space(16), side, look.space(20)))
        inner.setLayout(self._body)
        self.scroller.setWidget(inner)
        self._add_missing()
        self.ranking = RankingView(look)
        self._body.addWidget(self.ranking)
        self._body.addWidget(Rule(look, "edge"))
        self._add_firm()
        self.detail = FormDetail(context)
        self._body.addWidget(self.detail)
        self._add_warnings()
        self._add_partners()
        self._body.addStretch(1)
        self._soon, self._rest = QTimer(self), QTimer(self)
        for timer, act in ((self._soon, self.refresh), (self._rest, self._refresh_rest)):
            timer.setSingleShot(True)
            timer.setInterval(0)
            timer.timeout.connect(act)
        context.editor.insight_changed.connect(self._changed)

    @property
    def summary(self) -> str:
        """The advice in a few words: ``Matrix past het best``, ``Geen duidelijke winnaar: Matrix 92, Netwerk 90``."""
        editor = self.context.editor
        about = About(editor.dossier, editor.insight.advice, editor.knowledge)
        clear = editor.insight.advice.form.outcome in (Outcome.CLEAR, Outcome.PROVISIONAL)
        return advice_title(about) if clear else advice_in_brief(about)

    # --- making

    def _add_missing(self) -> None:
        look = self.context.look
        self.missing = QWidget()
        body = column(look.space(8))
        body.addWidget(Heading(look, "Wat mist het meest?", 3))
        self.lacks = Label(look)
        self.missing_links = Lines(look)
        body.addWidget(self.lacks)
        body.addWidget(self.missing_links)
        self.missing.setLayout(body)
        self._body.addWidget(self.missing)

    def _add_firm(self) -> None:
        look = self.context.look
        self.firm = QWidget()
        body = column(look.space(8))
        body.addWidget(Heading(look, "Hoe stevig is dit advies?", 3))
        self.pending = Label(look, PENDING, colour="ink2")
        self.firm_words = Lines(look)
        self.strip = FigureView(look, show_title=False, paper="wash")
        for widget in (self.pending, self.firm_words, self.strip):
            body.addWidget(widget)
        self.tip = Card(look, border="edge", padding=12, spacing=4)
        line = row(look.space(10))
        line.addWidget(Icon(look, "pointer", "ink"), 0, Qt.AlignmentFlag.AlignTop)
        words = column(look.space(4))
        words.addWidget(Label(look, "Wat het advies doet kantelen", TypeRole.CAPTION_BOLD, "ink2"))
        self.tip_text = Label(look)
        self.tip_more = Lines(look)
        words.addWidget(self.tip_text)
        words.addWidget(self.tip_more)
        line.addLayout(words, 1)
        self.tip.body.addLayout(line)
        body.addWidget(self.tip)
        self.firm.setLayout(body)
        self._body.addWidget(self.firm)

    def _add_warnings(self) -> None:
        look = self.context.look
        self.warnings_head = Heading(look, "Lessen uit de praktijk", 3)
        self._body.addWidget(self.warnings_head)
        holder = QWidget()
        self._warnings = column(look.space(10))
        holder.setLayout(self._warnings)
        self._body.addWidget(holder)
        self.cards: dict[str, WarningCard] = {}
        self.no_warnings = Label(look, "Geen waarschuwing uit de praktijk past bij de feiten in dit dossier.")
        self._body.addWidget(self.no_warnings)
        self.gone = Lines(look)
        self._body.addWidget(self.gone)

    def _add_partners(self) -> None:
        look = self.context.look
        self.partners = QWidget()
        body = column(look.space(8))
        body.addWidget(Heading(look, "Hoe kijken de partners?", 3))
        self.partners_words = Lines(look)
        self.differences_head = Label(look, "Bespreek deze stellingen samen:", TypeRole.BODY_BOLD)
        self.differences = Lines(look)
        for widget in (self.partners_words, self.differences_head, self.differences):
            body.addWidget(widget)
        self.partners.setLayout(body)
        self._body.addWidget(self.partners)

    # --- showing

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def showEvent(self, event: object) -> None:
        """Catch up with what changed while the panel was away."""
        super().showEvent(event)  # type: ignore[arg-type]
        if self._stale:
            self.refresh_all()

    def refresh(self) -> None:
        """Show what follows from the answers now."""
        self._stale = False
        editor = self.context.editor
        insight = editor.insight
        about = About(editor.dossier, insight.advice, editor.knowledge)
        if insight.settled:
            self._settled = insight.advice
        self.head.say(about)
        self._say_missing(about)
        self.ranking.say(about)
        self._say_firm(about, settled=insight.settled)
        # The verdict is painted first; what explains it follows at once.
        self._rest.start()

    def refresh_all(self) -> None:
        """Show everything at once, without waiting for the window to be painted."""
        self.refresh()
        self._rest.stop()
        self._refresh_rest()

    def _refresh_rest(self) -> None:
        editor = self.context.editor
        about = About(editor.dossier, editor.insight.advice, editor.knowledge)
        self.detail.say(about)
        self._say_warnings(about)
        self._say_partners(about)

    def _say_missing(self, about: About) -> None:
        advice = about.advice.form
        none = advice.outcome is Outcome.NO_ADVICE
        self.missing.setVisible(none)
        self.lacks.setText(" ".join(not_enough(about)) if none else "")
        open_ones = [c for c in advice.missing if not about.knowledge.criterion[c].derived][:_MISSING]
        links = tuple(Point(about.label(c), "arrow-right", act=partial(self._open, c), key=c.value) for c in open_ones)
        self.missing_links.say(links if none else ())

    def _open(self, criterion: CriterionId) -> None:
        path = (StepId.VORM.value, "answers", criterion.value, "joint")
        self.context.navigator.open_step(StepId.VORM, path)

    def _say_firm(self, about: About, *, settled: bool) -> None:
        advice = about.advice.form
        alone = len(advice.standing.ranks) < 2
        self.firm.setVisible(advice.recommended is not None)
        self.pending.setVisible(not settled and not alone)
        # Until the new figures are there, the former ones stay: nothing jumps while somebody answers.
        shown = about if settled else About(about.dossier, self._settled or about.advice, about.knowledge)
        said = [text for _, text in firmness(shown)]
        if alone:
            said = ["Er is maar één vorm over. Ander belang verandert daar niets aan."]
        self.firm_words.say(tuple(Point(text) for text in said))
        samples = shown.advice.form.robustness.uniform
        self.strip.setVisible(samples is not None and not alone)
        form, names = shown.advice.form, shown.form_names

        def make(width: float) -> Figure:
            return robustness_strip(form, names, width)

        self.strip.show_made(make, key=(id(samples), tuple(form.standing.ranks)))
        self.tip_text.setText(smallest_tip(about))
        tips = advice.robustness.tipping[1:_TIPS]
        more = (f"Of {change_words(about, tip.change)}. {first_upper(tip_outcome(tip))}" for tip in tips)
        self.tip_more.say(tuple(Point(text) for text in more))
        self.tip.setVisible(bool(self.tip_text.text()))

    def _say_warnings(self, about: About) -> None:
        matched = {warning.warning: warning for warning in about.advice.warnings}
        for key in [key for key in self.cards if key not in matched]:
            card = self.cards.pop(key)
            self._warnings.removeWidget(card)
            card.hide()
            card.deleteLater()
        for key, warning in matched.items():
            if key not in self.cards:
                self.cards[key] = WarningCard(self.context, key)
                self._warnings.addWidget(self.cards[key])
            self.cards[key].show_matched(warning)
        self.no_warnings.setVisible(not matched)
        stale = [a for a in about.dossier.vorm.accepted_warnings if a.warning not in matched]
        self.gone.say(tuple(point for accepted in stale for point in self._gone_points(about, accepted.warning)))

    def _gone_points(self, about: About, warning: str) -> tuple[Point, Point]:
        title = about.knowledge.warning[warning].title if warning in about.knowledge.warning else warning

        def act() -> None:
            self.context.editor.apply(lambda d: take_back(d, warning), "Aanvaarde waarschuwing verwijderd.")

        told = f"U aanvaardde deze waarschuwing, maar zij past niet meer bij dit dossier: {title}"
        return Point(told, "warning"), Point("Verwijder uit het dossier", "close", act=act, key=warning)

    def _say_partners(self, about: About) -> None:
        said = tuple(text for text in (partners_summary(about), agreement_words(about)) if text)
        self.partners.setVisible(bool(said))
        self.partners_words.say(tuple(Point(text) for text in said))
        differences = about.advice.partners.differences
        self.differences_head.setVisible(bool(differences))
        points: list[Point] = []
        for spread in differences:
            key = spread.criterion
            points.append(Point(difference_words_of(about, spread), "warning", "warn"))
            points.append(Point(about.label(key), "arrow-right", act=partial(self._open, key), key=key.value))
        self.differences.say(tuple(points))

    def reveal(self, path: Path) -> bool:
        """Put the focus on an accepted warning at ``path``; whether there is one on the panel."""
        if path[: len(ACCEPTED)] != ACCEPTED or not self.isVisible():
            return False
        self.refresh_all()
        key = path[len(ACCEPTED)] if len(path) > len(ACCEPTED) else next(iter(self.cards), "")
        if key not in self.cards:
            return False
        self.cards[key].take_focus()
        QTimer.singleShot(0, self, lambda: self.scroller.ensureWidgetVisible(self.cards[key], 0, 20))
        return True


class _Wash(QWidget):
    """What scrolls, on the colour of what the program says."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._look = context.look
        self._look.changed.connect(self.update)

    def minimumSizeHint(self) -> QSize:
        """Any width will do; the parts give way."""
        return QSize(200, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the plane."""
        QPainter(self).fillRect(self.rect(), self._look.colour("wash"))
