"""After an unexpected error: what happened, that the work is saved, a report to copy."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop.dialogs.base import Choice
from desktop.dialogs.fitting import FittingDialog
from desktop.faults import TITLE, FaultReport, words
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.buttons import ButtonKind
from wizards.widgets.text import Label

__all__ = ["FaultDialog"]


class FaultDialog(FittingDialog):
    """``chosen``: ``go_on`` or ``leave``. ``saved``: whether all changes are on disk."""

    def __init__(self, look: Look, parent: QWidget | None, report: FaultReport, *, saved: bool) -> None:
        said, ways = words(saved)
        choices = (
            Choice("go_on", "Doorgaan"),
            Choice("leave", "Afsluiten"),
            Choice("copy", "Verslag kopiëren", ButtonKind.SOLID, stays=True),
        )
        super().__init__(look, parent, f"{TITLE}. Wilt u doorgaan?", (said, *ways), choices, safe="go_on")
        label = Label(look, "Verslag", TypeRole.BODY_BOLD)
        self.body.addWidget(label)
        self.report = QPlainTextEdit(report.as_text())
        self.report.setReadOnly(True)
        self.report.setTabChangesFocus(True)
        self.report.setAccessibleName("Verslag van de fout")
        self.report.setMinimumHeight(look.glyph(40))
        label.setBuddy(self.report)
        self.body.addWidget(self.report, 1)
        self._copied = Label(look, "", TypeRole.CAPTION, "ok")
        self.body.addWidget(self._copied)
        self.chosen.connect(self._copy)

    def _copy(self, key: str) -> None:
        if key == "copy":
            QGuiApplication.clipboard().setText(self.report.toPlainText())
            self._copied.setText("Het verslag staat op het klembord. U kunt het nu plakken, bijvoorbeeld in een mail.")
