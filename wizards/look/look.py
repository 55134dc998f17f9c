"""The look that a window wears now: colours, fonts, spaces and icons. Widgets get it handed; there is no global."""

from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from wizards.look.stylesheet import stylesheet
from wizards.look.tokens import TYPE_SCALE, Appearance, Palette, TypeRole, palette_of

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon

__all__ = ["FAMILY", "ZOOM_STEPS", "Look", "Space", "load_fonts"]

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
FAMILY = "Source Sans Pro"
ZOOM_STEPS = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5)
_SAMPLE = "Gemeenten werken samen aan de opgave van de regio en delen de kosten."
_SMALLEST_BODY = 11.0
"""Points; the body text is never smaller at zoom 1."""


class Space(IntEnum):
    """Distances, in pixels at zoom 1."""

    XS = 4
    S = 8
    M = 12
    L = 16
    XL = 20
    XXL = 24
    H = 32
    HH = 40


def load_fonts(names: tuple[str, ...] = ("SourceSansPro-Regular", "SourceSansPro-Semibold")) -> None:
    """Make the program's typeface known to Qt. The window needs two styles; the rest can follow later."""
    for name in names:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / f"{name}.ttf"))


class Look(QObject):
    """Colours, type and spaces for one appearance and zoom.

    ``changed``: emitted when either changed; a widget then takes fonts and colours again. ``motion``: whether bars
    may move. ``system_points``: the size of the system's font in points.
    """

    changed = Signal()

    def __init__(
        self,
        appearance: Appearance = Appearance.LIGHT,
        zoom: float = 1.0,
        *,
        system_points: float = 9.0,
        motion: bool = True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.appearance, self.zoom, self.motion = appearance, zoom, motion
        self._system_points = system_points
        self._pixmaps: dict[tuple[str, int, str], QPixmap] = {}
        self._svg: dict[str, str] = {}
        self.icons_wait = False
        """Whether icons are left out for now: to read and draw the first ones takes a tenth of the first window."""
        self._nothing = QPixmap()
        self._fonts: dict[TypeRole, QFont] = {}
        self._metrics: dict[TypeRole, QFontMetricsF] = {}
        self._letters: dict[TypeRole, float] = {}

    @property
    def palette(self) -> Palette:
        """The colours of this appearance."""
        return palette_of(self.appearance)

    def wear(self, appearance: Appearance | None = None, zoom: float | None = None) -> None:
        """Change appearance or zoom, and tell everybody when that made a difference."""
        before = (self.appearance, self.zoom)
        self.appearance = appearance if appearance is not None else self.appearance
        self.zoom = zoom if zoom is not None else self.zoom
        if (self.appearance, self.zoom) != before:
            self._fonts, self._metrics, self._letters = {}, {}, {}
            self.changed.emit()

    def colour(self, role: str) -> QColor:
        """The colour of a role, such as ``ink``."""
        return QColor(self.palette.colour(role))

    @property
    def body_points(self) -> float:
        """The size of body text in points."""
        return max(_SMALLEST_BODY, 1.2 * self._system_points) * self.zoom

    def font(self, role: TypeRole = TypeRole.BODY) -> QFont:
        """The font of a place in the type scale."""
        if role not in self._fonts:
            scale, bold = TYPE_SCALE[role]
            font = self._fonts[role] = QFont(FAMILY)
            font.setPointSizeF(self.body_points * scale)
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return QFont(self._fonts[role])

    def metrics(self, role: TypeRole = TypeRole.BODY) -> QFontMetricsF:
        """Measures of a font."""
        if role not in self._metrics:
            self._metrics[role] = QFontMetricsF(self.font(role))
        return self._metrics[role]

    def letter_width(self, role: TypeRole = TypeRole.BODY) -> float:
        """The mean width of a letter in running text, in pixels: labels ask for it by the thousand."""
        if role not in self._letters:
            self._letters[role] = self.metrics(role).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return self._letters[role]

    def space(self, pixels: float) -> int:
        """A distance; grows a little with the text."""
        return round(pixels * (1 + (self.zoom - 1) * 0.25))

    def glyph(self, pixels: float) -> int:
        """The size of a sign or control that stands beside text; grows with it."""
        return round(pixels * (1 + (self.zoom - 1) * 0.75))

    @property
    def control_height(self) -> int:
        """Height of a field or button."""
        return max(32, round(self.metrics().height() + self.space(13)))

    def pixmap(self, name: str, size: int, role: str, ratio: float = 1.0) -> QPixmap:
        """An icon of ``resources/icons`` in the colour of ``role``; ``size`` in logical pixels."""
        if self.icons_wait:
            return self._nothing
        colour = self.palette.colour(role)
        key = (name, round(size * ratio), colour)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._drawn(name, round(size * ratio), colour)
        pixmap = self._pixmaps[key]
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def icon(self, name: str, role: str = "ink2", size: int = 20) -> "QIcon":
        """The same as an icon, for menus."""
        from PySide6.QtGui import QIcon  # not needed before the first menu

        return QIcon(self.pixmap(name, size, role, 2.0))

    def _drawn(self, name: str, size: int, colour: str) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer  # not needed before the first icon

        if name not in self._svg:
            self._svg[name] = (RESOURCES / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        pixmap = QPixmap(QSize(size, size))
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        svg = self._svg[name].replace("currentColor", colour)
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, size, size))
        painter.end()
        return pixmap

    def qt_palette(self) -> QPalette:
        """Qt's own palette from the tokens, for the controls that we do not draw."""
        palette = QPalette()
        for role, name in _QT_ROLES.items():
            palette.setColor(role, self.colour(name))
        return palette

    def apply_to(self, app: QApplication) -> None:
        """Give the whole program this look; nothing happens where it already has it."""
        font, sheet = self.font(), stylesheet(self.palette, self.control_height, self.space)
        if app.font() != font:
            app.setFont(font)
        app.setPalette(self.qt_palette())
        if app.styleSheet() != sheet:
            # Each control is dressed again: a tenth of a second with many of them.
            app.setStyleSheet(sheet)


_QT_ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "sunken",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "danger",
    QPalette.ColorRole.Highlight: "select",
    QPalette.ColorRole.HighlightedText: "on_select",
    QPalette.ColorRole.ToolTipBase: "deep",
    QPalette.ColorRole.ToolTipText: "on_deep",
    QPalette.ColorRole.Link: "action",
    QPalette.ColorRole.LinkVisited: "action",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
}
