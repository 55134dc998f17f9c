"""The facts as chips, and the twelve legal bases in three columns: toegestaan, onder voorwaarden, uitgesloten."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QBoxLayout, QWidget

from models.advice.legal.results import BasisOutcome, LegalAdvice
from models.dossier.base import NoAnswer
from models.dossier.edit import Path
from models.dutch import day
from models.knowledge.law import BasisText
from models.vocabulary import LegalBasis, LegalStatus
from models.wording.words import first_upper, sentence
from wizards.context import Context
from wizards.forms.spec import Field
from wizards.forms.values import spoken
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.steps.rechtsvorm_parts.form import SHORT_NAMES
from wizards.widgets.boxes import Card, FlowLayout, Rule, arm_path, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Heading, Label

__all__ = ["BasisBoard", "FactChips"]

_HEADS = {
    LegalStatus.ALLOWED: ("Toegestaan", "ok"),
    LegalStatus.CONDITIONAL: ("Onder voorwaarden", "warn"),
    LegalStatus.EXCLUDED: ("Uitgesloten", "ink2"),
}


class _Chip(QAbstractButton):
    """A fact with its answer; an unanswered one says "nog niet bekend" with a sign."""

    def __init__(self, look: Look, name: str, answer: str, known: bool) -> None:
        super().__init__()
        self._look, self._name, self._answer, self._known = look, name, answer, known
        self.setAccessibleName(f"{name}: {answer}. Wijzig")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        look = self._look
        width = look.metrics(TypeRole.CAPTION).horizontalAdvance(self._name)
        width += look.metrics(TypeRole.BODY_BOLD).horizontalAdvance(self._answer) + look.space(30)
        if not self._known:
            width += look.glyph(18) + look.space(6)
        return QSize(round(width), look.control_height)

    def minimumSizeHint(self) -> QSize:
        """It may be cut."""
        return QSize(min(self.sizeHint().width(), self._look.glyph(200)), self._look.control_height)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw name and answer."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(look.colour("edge" if self._known else "warn"), 1.5))
        painter.setBrush(look.colour("surface" if self._known else "warn_bg"))
        painter.drawRoundedRect(box, 6, 6)
        x = box.left() + look.space(10)
        if not self._known:
            size = look.glyph(18)
            pixmap = look.pixmap("help", size, "warn", self.devicePixelRatioF())
            painter.drawPixmap(QPointF(x, box.center().y() - size / 2), pixmap)
            x += size + look.space(6)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(look.font(TypeRole.CAPTION))
        painter.setPen(look.colour("ink2"))
        painter.drawText(QRectF(x, box.top(), box.width(), box.height()), left, self._name)
        x += look.metrics(TypeRole.CAPTION).horizontalAdvance(self._name) + look.space(8)
        painter.setFont(look.font(TypeRole.BODY_BOLD))
        painter.setPen(look.colour("ink" if self._known else "warn"))
        room = box.right() - x - 4
        words = painter.fontMetrics().elidedText(self._answer, Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(QRectF(x, box.top(), room, box.height()), left, words)


class FactChips(QWidget):
    """All facts with their answers; a click leads to the question."""

    def __init__(self, context: Context, fields: tuple[tuple[Field, Path], ...], go: Callable[[Path], object]) -> None:
        super().__init__()
        self._context, self._fields, self._go = context, fields, go
        self._layout = FlowLayout(context.look.space(8))
        self.setLayout(self._layout)
        self._shown: tuple[tuple[str, bool], ...] = ()
        self._chips: list[_Chip] = []

    def refresh(self) -> None:
        """Show the answers as they are now."""
        editor = self._context.editor
        facts = editor.dossier.rechtsvorm.facts
        shown = []
        for field, _path in self._fields:
            value = getattr(facts, field.name)
            known = value is not None and not isinstance(value, NoAnswer)
            answer = spoken(field, value, editor.dossier, editor.knowledge) if value is not None else "nog niet bekend"
            shown.append((answer[:1].lower() + answer[1:], known))
        if tuple(shown) == self._shown:
            return
        self._shown = tuple(shown)
        for chip in self._chips:
            self._layout.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for (field, path), (answer, known) in zip(self._fields, shown, strict=True):
            chip = _Chip(self._context.look, SHORT_NAMES[field.name], answer, known)
            chip.clicked.connect(lambda *_, path=path: self._go(path))
            self._layout.addWidget(chip)
            self._chips.append(chip)


class _Sign(QWidget):
    """The yellow sign "Lichtste vorm die volstaat"."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look, self._text = look, text
        self.setAccessibleName(text)

    def sizeHint(self) -> QSize:
        """As wide as its words."""
        look = self._look
        height = look.metrics(TypeRole.CAPTION_BOLD).height() + look.space(9)
        width = look.metrics(TypeRole.CAPTION_BOLD).horizontalAdvance(self._text) + look.space(22) + height * 0.42
        return QSize(round(width), round(height))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the arm."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(0, 0, min(self.width(), self.sizeHint().width()), self.height()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(look.colour("on_pointer"), 1.25))
        painter.setBrush(look.colour("pointer"))
        painter.drawPath(arm_path(box))
        painter.setFont(look.font(TypeRole.CAPTION_BOLD))
        room = box.adjusted(look.space(10), 0, 0, 0)
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self._text)


class BasisCard(Card):
    """One legal basis: name, reason, article; the lightest that suffices is large; "Meer" opens all findings."""

    def __init__(self, context: Context, outcome: BasisOutcome, legal: LegalAdvice, *, open_: bool) -> None:
        preferred = outcome.basis is legal.preferred
        chosen = context.editor.dossier.rechtsvorm.choice
        held = chosen is not None and chosen.basis is outcome.basis
        super().__init__(
            context.look,
            border="action" if preferred or held else "line",
            border_width=1.5 if preferred or held else 1.0,
            padding=14,
            spacing=6,
        )
        look, self._outcome = context.look, outcome
        text = context.editor.knowledge.basis[outcome.basis]
        quiet = outcome.status is LegalStatus.EXCLUDED
        if preferred:
            self.body.addWidget(_Sign(look, "Lichtste vorm die volstaat"), 0, Qt.AlignmentFlag.AlignLeft)
        if held:
            self.body.addWidget(Label(look, "Uw keuze", TypeRole.CAPTION_BOLD, "action"))
        if preferred:
            self.body.addWidget(Heading(look, text.name, 2))
        else:
            self.body.addWidget(Label(look, text.name, TypeRole.BODY_BOLD, "ink2" if quiet else "ink"))
        findings = outcome.telling
        reason = sentence(findings[0].text) if findings and not preferred else text.summary
        self.body.addWidget(Label(look, reason, colour="ink2" if quiet else "ink"))
        if preferred or open_:
            self._add_facts(look, text)
        if open_:
            self._add_findings(look, outcome)
        elif findings:
            self.body.addWidget(Label(look, findings[0].article, TypeRole.CAPTION, "ink2"))
        if outcome.fits_form is False and not quiet:
            self.body.addWidget(Label(look, "Past niet goed bij deze vorm.", TypeRole.CAPTION, "warn"))
        self.more = Button(look, "Minder tonen" if open_ else "Meer tonen", ButtonKind.QUIET)
        self.more.setAccessibleName(f"{self.more.words}: {text.name}")
        self.body.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        self.choose: Button | None = None
        if (preferred or open_) and not held:
            kind = ButtonKind.SOLID if preferred else ButtonKind.OUTLINE
            self.choose = Button(look, f"Kies {_short(text)}", kind)
            self.body.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_facts(self, look: Look, text: BasisText) -> None:
        self.body.addWidget(Rule(look))
        pairs = (("Personeel", text.staff), ("Bestuur", text.board), ("Raad", text.raad_influence))
        for name, words in (*pairs, ("Uittreden", text.leaving)):
            self.body.addWidget(Label(look, name, TypeRole.CAPTION_BOLD, "ink2"))
            self.body.addWidget(Label(look, words))

    def _add_findings(self, look: Look, outcome: BasisOutcome) -> None:
        self.body.addWidget(Rule(look))
        self.body.addWidget(Label(look, "Waarom", TypeRole.BODY_BOLD))
        for finding in outcome.findings:
            self.body.addWidget(Label(look, sentence(first_upper(finding.text))))
            if finding.question:
                self.body.addWidget(Label(look, f"Nog te beantwoorden: {finding.question}", colour="warn"))
            where = f"{finding.article} · tekst van {_day(finding.text_date)}"
            where += " · kijk deze regel na" if finding.recheck else ""
            self.body.addWidget(Label(look, where, TypeRole.CAPTION, "ink2"))
        for condition in outcome.form_conditions:
            self.body.addWidget(Label(look, f"Bij deze vorm hoort ook: {condition}"))


def _day(text_date: str) -> str:
    try:
        return day(date.fromisoformat(text_date))
    except ValueError:  # "niet gelezen": the knowledge says so in words
        return text_date


def _short(text: BasisText) -> str:
    return text.name[:1].lower() + text.name[1:] if not text.name.isupper() else text.name


class _Column(QWidget):
    def __init__(self, look: Look, status: LegalStatus, count: int) -> None:
        super().__init__()
        self._look, self._tone = look, _HEADS[status][1]
        self.body = column(look.space(8))
        self.setLayout(self.body)
        head = row(look.space(8))
        head.addWidget(_StatusSign(look, status))
        head.addWidget(Heading(look, _HEADS[status][0], 3), 1)
        head.addWidget(Label(look, str(count), colour="ink2", wrap=False))
        self.body.addLayout(head)
        line = Rule(look, self._tone)
        line.setFixedHeight(2)
        self.body.addWidget(line)


class _StatusSign(QWidget):
    """Disc with check, triangle, or square with cross: the status without colour."""

    def __init__(self, look: Look, status: LegalStatus) -> None:
        super().__init__()
        self._look, self._status = look, status
        self.setFixedSize(look.glyph(22), look.glyph(22))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the sign."""
        look, side = self._look, self.width()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1, 1, side - 2, side - 2)
        if self._status is LegalStatus.ALLOWED:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("ok"))
            painter.drawEllipse(box)
            size = round(side * 0.7)
            painter.drawPixmap(QPointF((side - size) / 2, (side - size) / 2), look.pixmap("check", size, "surface"))
        elif self._status is LegalStatus.CONDITIONAL:
            painter.drawPixmap(QPointF(0, 0), look.pixmap("warning", side, "warn", self.devicePixelRatioF()))
        else:
            painter.setPen(QPen(look.colour("ink2"), 1.5))
            painter.drawRect(box)
            size = round(side * 0.7)
            painter.drawPixmap(QPointF((side - size) / 2, (side - size) / 2), look.pixmap("close", size, "ink2"))


class BasisBoard(QWidget):
    """The twelve bases in three columns, one below the other where there is no room."""

    def __init__(self, context: Context, choose: Callable[[LegalBasis], object]) -> None:
        super().__init__()
        self._context, self._choose = context, choose
        self._open: LegalBasis | None = None
        self._shown: object = None
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(context.look.space(20))
        self.setLayout(self._layout)
        self._cards: dict[LegalBasis, BasisCard] = {}

    def refresh(self) -> None:
        """Show what the rules say now."""
        editor = self._context.editor
        legal = editor.insight.advice.legal
        state = (legal, editor.dossier.rechtsvorm.choice, self._open)
        if state == self._shown:
            return
        self._shown = state
        # Where the focus is now, not where it once was on this board.
        focus = QApplication.focusWidget()
        focused = next((b for b, card in self._cards.items() if focus is not None and card.isAncestorOf(focus)), None)
        while (item := self._layout.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._cards = {}
        for status in LegalStatus:
            outcomes = sorted(
                (o for o in legal.outcomes if o.status is status), key=lambda o: o.basis is not legal.preferred
            )
            self._layout.addWidget(self._column(status, tuple(outcomes), legal), 1)
        if focused in self._cards:
            self._cards[focused].more.setFocus()

    def _column(self, status: LegalStatus, outcomes: tuple[BasisOutcome, ...], legal: LegalAdvice) -> QWidget:
        made = _Column(self._context.look, status, len(outcomes))
        for outcome in outcomes:
            card = BasisCard(self._context, outcome, legal, open_=outcome.basis is self._open)
            card.more.clicked.connect(lambda *_, basis=outcome.basis: self._toggle(basis))
            if card.choose is not None:
                card.choose.clicked.connect(lambda *_, basis=outcome.basis: self._choose(basis))
            self._cards[outcome.basis] = card
            made.body.addWidget(card)
        if not outcomes:
            made.body.addWidget(Label(self._context.look, "Geen.", colour="ink2"))
        made.body.addStretch(1)
        return made

    def _toggle(self, basis: LegalBasis) -> None:
        self._open = None if self._open is basis else basis
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns beside each other where each gets a readable width."""
        super().resizeEvent(event)
        wide = self.width() >= self._context.look.glyph(680)
        direction = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._layout.direction() != direction:
            self._layout.setDirection(direction)

    def changeEvent(self, event: QEvent) -> None:
        """A new font or palette: draw anew at the next refresh."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._shown = None
