"""Sjabloon van uw gemeente: what the advice is called, whose logo it bears, its chapters. Kept for this computer."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget

from desktop.dialogs.base import Choice, Dialog
from desktop.dialogs.template_chapters import NAME_LENGTH, ChaptersTable
from desktop.dialogs.template_files import choose_logo, choose_template, read_file, save_template_as
from desktop.report.template import (
    MAX_PICTURE,
    MAX_TEMPLATE,
    Template,
    TemplateError,
    read_template,
    template_bytes,
    with_logo,
)
from models.storage.errors import StorageError
from models.storage.files import write_atomically
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import FlowLayout, column
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.inputs import Line
from wizards.widgets.order import put_in_reading_order
from wizards.widgets.text import Heading, Label

__all__ = ["TemplateDialog"]

_WIDE, _HIGH = 720, 460
_FIELDS = (
    ("organisation", "Organisatie", "Zo heet uw gemeente op het akkoordblad, en bij het logo."),
    ("kind", "Naam van het advies", "Bijvoorbeeld: Raadsvoorstel. Leeg betekent: Advies over samenwerking."),
    ("portfolio", "Portefeuillehouder", "Geldt als het dossier zelf geen portefeuille noemt."),
    ("case_number", "Zaaknummer", "Geldt als het dossier zelf geen zaaknummer heeft."),
)
_READABLE = 0o644


class _LogoView(QWidget):
    """The logo on white paper, as it is printed."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._picture = look, QPixmap()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_picture(self, data: bytes, alt: str) -> None:
        """Another picture; nothing for none."""
        self._picture = QPixmap()
        if data:
            self._picture.loadFromData(data)
        self.setVisible(bool(data))
        self.setAccessibleName(alt)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A plane of paper."""
        return QSize(self._look.glyph(240), self._look.glyph(96))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paper, and the logo in the middle of it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        painter.setPen(QPen(self._look.colour("edge"), 1))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawRoundedRect(box, 4, 4)
        if self._picture.isNull():
            return
        edge = self._look.space(8)
        inside = box.adjusted(edge, edge, -edge, -edge)
        size = self._picture.size().scaled(inside.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left = inside.center().x() - size.width() / 2
        top = inside.center().y() - size.height() / 2
        painter.drawPixmap(QRectF(left, top, size.width(), size.height()), self._picture, QRectF(self._picture.rect()))


class TemplateDialog(Dialog):
    """``chosen``: ``leave`` or ``keep``; then :attr:`template` is what to keep.

    ``folder``: where file dialogs begin.
    """

    def __init__(self, look: Look, parent: QWidget | None, template: Template, folder: Path | None = None) -> None:
        choices = (Choice("leave", "Niet bewaren"), Choice("keep", "Bewaren", ButtonKind.SOLID))
        lines = ("Het sjabloon geldt voor alle stukken die u op deze computer maakt.",)
        super().__init__(look, parent, "Sjabloon van uw gemeente", lines, choices, safe="leave")
        self._folder, self._logo = folder, template
        self.fields: dict[str, Line] = {}
        inside = QWidget()
        self._inside = column(look.space(12), (0, 0, look.space(14), look.space(4)))
        inside.setLayout(self._inside)
        self._add_fields()
        self._add_logo()
        self._inside.addWidget(Heading(look, "Hoofdstukken", 3))
        self.chapters = ChaptersTable(look)
        self._inside.addWidget(self.chapters)
        self._add_files()
        self._inside.addStretch(1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(inside)
        for plane in (inside, self.area.viewport()):  # the ground of the dialog, not that of a window
            plane.setAutoFillBackground(False)
        self.body.addWidget(self.area, 1)
        self.message = Label(look, "", TypeRole.BODY, "danger")
        self.body.addWidget(self.message)
        self._say("")
        self.show_template(template)
        self._dress()
        put_in_reading_order(self)

    def _dress(self) -> None:
        super()._dress()
        screen = self.screen().availableGeometry()
        self.setMinimumWidth(min(max(self.minimumWidth(), self.look.glyph(_WIDE)), screen.width() - 40))
        if hasattr(self, "area"):
            self.area.setMinimumHeight(min(self.look.glyph(_HIGH), screen.height() - self.look.glyph(220)))

    # --- what is filled in

    @property
    def template(self) -> Template:
        """The template as it is filled in now."""
        values: dict[str, object] = {name: line.text().strip() for name, line in self.fields.items()}
        values |= {"headings": dict(self.chapters.names), "order": self.chapters.order, "logo": self._logo.logo}
        return Template.model_validate(values)

    def show_template(self, template: Template) -> None:
        """Fill in another one."""
        for name, line in self.fields.items():
            line.show_value(str(getattr(template, name)))
        self.chapters.take(template.order, template.headings)
        self._show_logo(template)

    def take_logo(self, path: Path) -> None:
        """Take a picture as the logo, or say why not."""
        try:
            self._show_logo(with_logo(Template(), read_file(path, MAX_PICTURE)))
        except TemplateError as error:
            self._say(error.reason)
            return
        self._say("")

    def remove_logo(self) -> None:
        """No logo any more."""
        self._show_logo(Template())
        self._say("")
        self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def take_file(self, path: Path) -> None:
        """Fill in what a file holds, or say why not."""
        try:
            template = read_template(read_file(path, MAX_TEMPLATE))
        except TemplateError as error:
            self._say(error.reason)
            return
        self.show_template(template)
        self._say("Het sjabloon is ingelezen. Kies Bewaren om het te gebruiken.", ok=True)

    def save_file(self, path: Path) -> None:
        """Write the template as it is filled in now to a file, for somebody else."""
        try:
            write_atomically(path, template_bytes(self.template), mode=_READABLE)
        except StorageError as error:
            self._say(error.reason)
            return
        self._say(f"Het sjabloon staat in {path.name}.", ok=True)

    def back_to_standard(self) -> None:
        """Empty all of it."""
        self.show_template(Template())
        self._say("Alles staat weer op de standaard. Kies Bewaren om dat te houden.", ok=True)

    def _say(self, text: str, *, ok: bool = False) -> None:
        self.message.recolour("ok" if ok else "danger")
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def _show_logo(self, template: Template) -> None:
        self._logo = template
        has = bool(template.logo)
        self.logo.show_picture(template.logo_bytes, "Zo staat het logo op papier")
        self.no_logo.setVisible(not has)
        self.choose.setText("Ander logo kiezen" if has else "Logo kiezen")
        self.remove.setEnabled(has)

    # --- how it is built

    def _add_fields(self) -> None:
        for name, words, why in _FIELDS:
            block = column(self.look.space(4))
            label = Label(self.look, words, TypeRole.BODY_BOLD)
            line = Line(self.look)
            line.setMaxLength(NAME_LENGTH)
            line.setAccessibleName(words)
            line.setAccessibleDescription(why)
            label.setBuddy(line)
            block.addWidget(label)
            block.addWidget(Label(self.look, why, TypeRole.CAPTION, "ink2"))
            block.addWidget(line)
            self._inside.addLayout(block)
            self.fields[name] = line

    def _add_logo(self) -> None:
        look = self.look
        self._inside.addWidget(Heading(look, "Logo", 3))
        self.no_logo = Label(look, "Er is nog geen logo. Kies een PNG of JPEG, het liefst op wit.", colour="ink2")
        self._inside.addWidget(self.no_logo)
        self.logo = _LogoView(look)
        self._inside.addWidget(self.logo)
        self.choose = self._button("Logo kiezen", lambda: choose_logo(self, self._folder, self.take_logo))
        self.remove = self._button("Logo weghalen", self.remove_logo)
        self._add_row(self.choose, self.remove)

    def _add_files(self) -> None:
        self._inside.addWidget(Heading(self.look, "Uitwisselen", 3))
        read = self._button(
            "Uit een bestand inlezen", lambda: choose_template(self, self._folder, self.take_file), "import"
        )
        save = self._button(
            "Bewaar als bestand",
            lambda: save_template_as(self, self._folder, "sjabloon.json", self.save_file),
            "export",
        )
        self._add_row(read, save, self._button("Terug naar de standaard", self.back_to_standard))

    def _button(self, words: str, work: Callable[[], object], icon: str | None = None) -> Button:
        button = Button(self.look, words, icon=icon)
        button.clicked.connect(lambda: work())
        return button

    def _add_row(self, *buttons: Button) -> None:
        held = QWidget()
        flow = FlowLayout(self.look.space(10))
        held.setLayout(flow)
        for button in buttons:
            flow.addWidget(button)
        self._inside.addWidget(held)
