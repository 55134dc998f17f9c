"""The rail: all steps of the route with their status, one click away; a list for the keyboard."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desktop.window.nodes import draw_node
from desktop.window.words import STATUS_WORDS
from models.flow import Status, StepStatus
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Rule, arm_path, column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Label, tooltip

__all__ = ["Rail", "RailRow"]


class RailRow(QPushButton):
    """One step. ``first`` and ``last``: of its phase, for the line that joins the nodes."""

    def __init__(self, look: Look, step: StepId, title: str, *, first: bool, last: bool) -> None:
        super().__init__()
        self._look, self.step, self._title, self._first, self._last = look, step, title, first, last
        self._status, self._current = Status.NOT_STARTED, False
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setToolTip(tooltip(title))
        look.changed.connect(self.updateGeometry)
        self._name()

    def show_status(self, status: Status, *, current: bool) -> None:
        """Show how the step stands, and whether it is the one on screen."""
        self._status, self._current = status, current
        self._name()
        self.update()

    def _name(self) -> None:
        here = ", u bent hier" if self._current else ""
        self.setAccessibleName(f"{self._title}, {STATUS_WORDS[self._status].lower()}{here}")

    def sizeHint(self) -> QSize:
        """Node and title."""
        words = self._look.metrics(TypeRole.BODY_BOLD).horizontalAdvance(self._title)
        return QSize(
            round(words) + self._look.glyph(76), max(31, round(self._look.metrics().height()) + self._look.space(11))
        )

    def minimumSizeHint(self) -> QSize:
        """The title may be cut where there is no room; the tooltip has it."""
        return QSize(self._look.glyph(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw arm, line, node and title."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._current:
            painter.setPen(QPen(look.colour("on_pointer"), 1.25))
            painter.setBrush(look.colour("pointer"))
            painter.drawPath(arm_path(box.adjusted(look.space(9), 2, -3, -2)))
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("select"))
            painter.drawRoundedRect(box.adjusted(look.space(9), 1, -8, -1), 6, 6)
        side = look.glyph(17)
        node = QRectF(look.space(21), box.center().y() - side / 2, side, side)
        self._route(painter, node, box)
        draw_node(painter, node, self._status, look, "pointer" if self._current else "sunken")
        left = node.right() + look.space(11)
        room = QRectF(left, 0, box.right() - look.space(16 if self._current else 8) - left, box.height())
        painter.setFont(look.font(TypeRole.BODY_BOLD if self._current else TypeRole.BODY))
        tone = "on_pointer" if self._current else "on_select" if self.underMouse() else "ink"
        painter.setPen(look.colour(tone))
        words = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)

    def _route(self, painter: QPainter, node: QRectF, box: QRectF) -> None:
        if self._current:
            return
        painter.setPen(QPen(self._look.colour("edge"), 2))
        middle = node.center().x()
        if not self._first:
            painter.drawLine(QPointF(middle, 0), QPointF(middle, node.top() - 1))
        if not self._last:
            painter.drawLine(QPointF(middle, node.bottom() + 1), QPointF(middle, box.bottom()))


class Rail(QWidget):
    """Task list and steps. ``chosen``: a step; ``tasks``: the task list."""

    chosen = Signal(str)
    tasks = Signal()

    def __init__(self, look: Look, knowledge: Knowledge) -> None:
        super().__init__()
        self._look, self._knowledge = look, knowledge
        self.rows: list[RailRow] = []
        self._route: tuple[StepId, ...] = ()
        self.setAccessibleName("Onderdelen")
        self.head = Button(look, "Takenlijst", ButtonKind.QUIET, icon="list")
        self.head.clicked.connect(lambda *_: self.tasks.emit())
        self.count = Label(look, "", TypeRole.CAPTION, "ink2", wrap=False)
        top = row(0, (look.space(10), look.space(5), look.space(16), look.space(5)))
        top.addWidget(self.head)
        top.addStretch(1)
        top.addWidget(self.count)
        scroller = QScrollArea()
        scroller.setWidgetResizable(True)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller, self._inner = scroller, QWidget()
        self._list: QVBoxLayout = column(0, (0, look.space(6), 0, look.space(8)))
        self._inner.setLayout(self._list)
        scroller.setWidget(self._inner)
        for plane in (self._inner, scroller.viewport()):
            plane.setAutoFillBackground(False)
        layout = column()
        layout.addLayout(top)
        layout.addWidget(Rule(look))
        layout.addWidget(scroller, 1)
        self.setLayout(layout)

    @property
    def natural_width(self) -> int:
        """The width in which every title fits."""
        return max((r.sizeHint().width() for r in self.rows), default=0)

    def show_steps(self, statuses: tuple[StepStatus, ...], current: StepId | None) -> None:
        """Show the route and how each step stands."""
        route = tuple(status.step for status in statuses)
        if route != self._route:
            self._route = route
            self._rebuild()
        done = sum(status.status is Status.FINISHED for status in statuses)
        self.count.setText(f"{done} van {len(statuses)} afgerond")
        for made, status in zip(self.rows, statuses, strict=True):
            made.show_status(status.status, current=status.step is current)
            entry = made.step is current or (current not in route and made is self.rows[0])
            made.setFocusPolicy(Qt.FocusPolicy.StrongFocus if entry else Qt.FocusPolicy.ClickFocus)
            if made.step is current:
                self._scroller.ensureWidgetVisible(made, 0, 40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, Home and End go through the steps; Enter opens."""
        focus = self.focusWidget()
        here = next((i for i, r in enumerate(self.rows) if r is focus), None)
        last = len(self.rows) - 1
        key = event.key()
        if here is None:
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.rows[here].click()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End):
            ways = {Qt.Key.Key_Down: here + 1, Qt.Key.Key_Up: here - 1, Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}
            to = ways[Qt.Key(key)]
            to = min(max(to, 0), last)
            self.rows[to].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroller.ensureWidgetVisible(self.rows[to], 0, 40)
        else:
            super().keyPressEvent(event)

    def _rebuild(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for phase in self._knowledge.steps.phases:
            steps = [s for s in self._route if self._knowledge.step[s].phase is phase.id]
            if not steps:
                continue
            caption = Label(self._look, phase.title, TypeRole.CAPTION_BOLD, "ink2", wrap=False)
            caption.setContentsMargins(self._look.space(20), self._look.space(7), 0, self._look.space(3))
            self._list.addWidget(caption)
            for step in steps:
                self._add(step, first=step is steps[0], last=step is steps[-1])
        self._list.addStretch(1)

    def _add(self, step: StepId, *, first: bool, last: bool) -> None:
        made = RailRow(self._look, step, self._knowledge.step[step].title, first=first, last=last)
        made.clicked.connect(lambda *_: self.chosen.emit(step.value))
        # The arrow keys come to a button first, which would move among its neighbours without an order.
        made.installEventFilter(self)
        self.rows.append(made)
        self._list.addWidget(made)

    def eventFilter(self, watched: object, event: object) -> bool:
        """The keys of a row are those of the list."""
        keys = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() is QKeyEvent.Type.KeyPress and event.key() in keys:
            self.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """The sunken plane."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("sunken"))
        if self._look.palette.sunken == self._look.palette.ground:
            painter.fillRect(self.width() - 1, 0, 1, self.height(), self._look.colour("line"))
