"""The bar over the window: the sign of the program, where one is, how saving goes, and what one can always do."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop.settings import Settings
from desktop.window.menus import ExportMenu, SettingsMenu, ZoomMenu, more_menu
from desktop.window.place import Place
from desktop.window.saving import SaveSign
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import arm_path, row
from wizards.widgets.buttons import Button, ButtonKind, IconButton
from wizards.widgets.signs import Icon
from wizards.widgets.text import Label, tooltip

__all__ = ["Crumb", "Logo", "TopBar"]

NARROW_WIDTH = 1100
"""Below this width (grown with the text) the bar keeps the few things of every minute."""
NARROW_ZOOM = 1.6


class Logo(QWidget):
    """The arm with three dots, and the name of the program."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self.named = look, True
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Arm and word."""
        words = self._look.metrics(TypeRole.LEAD_BOLD).horizontalAdvance("Vormwijzer") + self._look.space(12)
        return QSize(round(self._look.glyph(40) + (words if self.named else 0)), self._look.glyph(26))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw."""
        look = self._look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        arm = QRectF(1, 2.5, look.glyph(36), self.height() - 5)
        painter.setPen(QPen(look.colour("on_pointer"), 1.75))
        painter.setBrush(look.colour("pointer"))
        painter.drawPath(arm_path(arm))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.colour("on_pointer"))
        for i in range(3):
            painter.drawEllipse(
                QPointF(arm.left() + arm.width() * (0.22 + i * 0.21), arm.center().y()), *[arm.height() * 0.115] * 2
            )
        if not self.named:
            return
        painter.setFont(look.font(TypeRole.LEAD_BOLD))
        painter.setPen(look.colour("ink"))
        room = QRectF(arm.right() + look.space(11), 0, self.width(), self.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, "Vormwijzer")


class Crumb(QPushButton):
    """A part of the way here: a link, or (``last``) the words of where one is. Words that do not fit end in "…",
    unless they must be ``whole``."""

    def __init__(self, look: Look, text: str = "", *, last: bool = False, whole: bool = False) -> None:
        super().__init__()
        self._look, self._last, self.whole, self._words = look, last, whole, ""
        self.say(text)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if last else Qt.FocusPolicy.StrongFocus)
        if not last:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        look.changed.connect(self.updateGeometry)

    def say(self, text: str) -> None:
        """Take other words."""
        self._words = text
        self.setText(text.replace("&", "&&"))
        self.setAccessibleName(text)
        self.setToolTip(tooltip(text))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """The words, uncut."""
        return self._words

    def _role(self) -> TypeRole:
        return TypeRole.BODY_BOLD if self._last else TypeRole.BODY

    def sizeHint(self) -> QSize:
        """All words."""
        width = self._look.metrics(self._role()).horizontalAdvance(self._words)
        return QSize(round(width) + 3, max(28, self._look.control_height))

    def minimumSizeHint(self) -> QSize:
        """A few letters, where it may be cut."""
        if self.whole:
            return self.sizeHint()
        return QSize(min(self.sizeHint().width(), self._look.glyph(48)), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the words."""
        painter = QPainter(self)
        font = self._look.font(self._role())
        font.setUnderline(self.underMouse() and not self._last)
        painter.setFont(font)
        painter.setPen(self._look.colour("ink" if self._last else "action"))
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)


class TopBar(QWidget):
    """The bar. What it offers is emitted; the window acts."""

    home = Signal()
    tasks = Signal()
    back = Signal()
    undo = Signal()
    redo = Signal()
    search = Signal()
    help = Signal()
    zoom = Signal(int)
    export = Signal(str)
    workshop = Signal()
    appearance = Signal(str)
    onlooker = Signal(str)
    motion = Signal(bool)
    about = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._place, self._narrow, self._folded, self._read_only = Place.START, False, False, False
        self.setAccessibleName("Bovenbalk")
        self._title, self._has_part = "", False
        self.logo = Logo(look)
        self.tasks_button = Button(look, "Takenlijst", ButtonKind.QUIET, icon="list")
        self.back_button = Button(look, "Terug", ButtonKind.QUIET, icon="arrow-left")
        self.crumb_home = Crumb(look, "Mijn dossiers", whole=True)
        self.arrow_1, self.arrow_2 = Icon(look, "chevron-right", "ink3", 16), Icon(look, "chevron-right", "ink3", 16)
        self.dossier = Crumb(look)
        self.part = Crumb(look, "Mijn dossiers", last=True)
        self.saved = SaveSign(look)
        self.label_read_only = Label(look, "Voorbeeld, niet te wijzigen", TypeRole.CAPTION, "ink2", wrap=False)
        self.undo_button = IconButton(look, "undo", "Ongedaan maken (Ctrl+Z)")
        self.redo_button = IconButton(look, "redo", "Opnieuw doen (Ctrl+Y)")
        self.search_button = IconButton(look, "search", "Zoeken in dit dossier (Ctrl+F)")
        self.export_button = IconButton(look, "export", "Exporteren")
        self.workshop_button = IconButton(look, "projector", "Werksessie en beamer (Ctrl+B)")
        self.zoom_button = IconButton(look, "zoom", "Tekstgrootte")
        self.help_button = IconButton(look, "help", "Naslag en hulp (F1)")
        self.settings_button = IconButton(look, "settings", "Instellingen")
        self.more_button = IconButton(look, "more", "Meer")
        self.zoom_menu = ZoomMenu(self)
        self.export_menu = ExportMenu(self)
        self.settings_menu = SettingsMenu(self)
        menus = (self.zoom_menu, self.settings_menu, self.export_menu)
        self.more = more_menu(self, *menus, self.search.emit, self.help.emit, self.workshop.emit)
        self._lay_out()
        self._connect()
        look.changed.connect(self._resize)
        self._resize()

    def show_place(self, place: Place, *, title: str = "", read_only: bool = False) -> None:
        """Show what belongs to start, dossier or help."""
        self._place, self._read_only = place, read_only
        self._title = title
        self.saved.setVisible(place is Place.DOSSIER and self.saved.state is not None)
        self.label_read_only.setVisible(place is Place.DOSSIER and read_only)
        if place is not Place.DOSSIER:
            self.part.say("Mijn dossiers" if place is Place.START else "Naslag")
        self._arrange()

    def show_dossier(self, title: str, part: str, *, folded: bool) -> None:
        """The way within a dossier: ``part`` is empty at the task list; ``folded``: the rail is not shown."""
        self._folded = folded and bool(part)
        self._title = title
        self.dossier.say(title)
        self.part.whole = bool(part)  # the title of the dossier gives way first
        self.part.say(part or title)
        self._has_part = bool(part)
        self._arrange()

    def show_settings(self, settings: Settings) -> None:
        """Show what is chosen in the menus."""
        self.zoom_menu.show_zoom(settings.zoom)
        self.settings_menu.show_settings(settings)

    def arrange(self, width: int) -> None:
        """Fold what does not fit in ``width``."""
        grown = self._look.glyph(NARROW_WIDTH)
        self._narrow = self._look.zoom >= NARROW_ZOOM or width < grown
        self._arrange()

    # --- inside

    def _lay_out(self) -> None:
        look = self._look
        line = row(look.space(10), (look.space(20), 0, look.space(16), 0))
        self.setLayout(line)
        line.addWidget(self.logo)
        line.addSpacing(look.space(14))
        for widget in (self.back_button, self.tasks_button, self.crumb_home, self.arrow_1, self.dossier, self.arrow_2):
            line.addWidget(widget)
        line.addWidget(self.part)
        line.addStretch(1)
        line.addWidget(self.label_read_only)
        line.addWidget(self.saved)
        line.addSpacing(look.space(6))
        for button in self._icons():
            line.addWidget(button)
        line.setSpacing(look.space(6))

    def _icons(self) -> tuple[IconButton, ...]:
        return (
            self.undo_button,
            self.redo_button,
            self.search_button,
            self.export_button,
            self.workshop_button,
            self.zoom_button,
            self.help_button,
            self.settings_button,
            self.more_button,
        )

    def _connect(self) -> None:
        for source, target in (
            (self.crumb_home.clicked, self.home),
            (self.dossier.clicked, self.tasks),
            (self.tasks_button.clicked, self.tasks),
            (self.back_button.clicked, self.back),
            (self.undo_button.clicked, self.undo),
            (self.redo_button.clicked, self.redo),
            (self.search_button.clicked, self.search),
            (self.help_button.clicked, self.help),
            (self.workshop_button.clicked, self.workshop),
        ):
            source.connect(lambda *_, signal=target: signal.emit())
        self.zoom_menu.chosen.connect(self.zoom)
        self.export_menu.chosen.connect(self.export)
        self.settings_menu.appearance.connect(self.appearance)
        self.settings_menu.onlooker.connect(self.onlooker)
        self.settings_menu.motion.connect(self.motion)
        self.settings_menu.about.connect(self.about)
        for button, menu in (
            (self.export_button, self.export_menu),
            (self.zoom_button, self.zoom_menu),
            (self.settings_button, self.settings_menu),
            (self.more_button, self.more),
        ):
            button.clicked.connect(lambda *_, b=button, m=menu: m.popup(b.mapToGlobal(QPoint(0, b.height() + 4))))

    def _resize(self) -> None:
        self.setFixedHeight(max(52, self._look.control_height + self._look.space(20)))

    def _arrange(self) -> None:
        dossier, narrow = self._place is Place.DOSSIER, self._narrow
        part, folded = self._has_part and dossier, self._folded and dossier
        self.logo.named = not narrow
        self.logo.updateGeometry()
        self.tasks_button.setVisible(folded)
        self.back_button.setVisible(self._place is Place.HELP)
        self.crumb_home.setVisible(dossier and not folded)
        self.arrow_1.setVisible(dossier and not folded)
        self.dossier.setVisible(part and not folded)
        self.arrow_2.setVisible(part and not folded)
        self.part.setVisible(not folded)
        for button in (self.undo_button, self.redo_button):
            button.setVisible(dossier and not self._read_only)
        for button in (self.search_button, self.export_button, self.workshop_button):
            button.setVisible(not narrow and dossier)
        self.export_menu.menuAction().setVisible(dossier)
        for button in (self.zoom_button, self.help_button, self.settings_button):
            button.setVisible(not narrow)
        self.help_button.setVisible(not narrow and self._place is not Place.HELP)
        self.more_button.setVisible(narrow)
        self.saved.shorten(narrow)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A white plane with a hairline under it."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._look.colour("line"))
