"""What stands beside a page (the advice), or folds into a sheet where there is no room."""

from PySide6.QtWidgets import QWidget

from desktop.window.sheet import Sheet
from wizards.look.look import Look
from wizards.widgets.boxes import column

__all__ = ["Dock"]


class Dock(QWidget):
    """Holds the panel of the page that is shown. A folded one stays here unseen until the sheet opens."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__()
        self._look = look
        self.panel: QWidget | None = None
        self.folded = False
        self.sheet = Sheet(look, over)
        self._inside = column()
        self.setLayout(self._inside)
        self.setAccessibleName("Advies naast het onderdeel")
        self.sheet.shut.clicked.connect(self._keep_hidden)

    def take(self, panel: QWidget | None) -> None:
        """Show ``panel`` from now on; the one before is kept by its page."""
        if panel is self.panel:
            return
        self.shut_sheet()
        if self.panel is not None:
            self.panel.hide()
            self._inside.removeWidget(self.panel)
        self.panel = panel
        if panel is not None:
            self._inside.addWidget(panel)
            panel.setVisible(not self.folded)
        self.setVisible(panel is not None and not self.folded)

    def fold(self, folded: bool, width: int) -> None:
        """Beside the page in ``width``, or folded."""
        if self.panel is None:
            self.folded = folded
            self.hide()
            return
        self.setFixedWidth(width)
        if folded != self.folded:
            self.folded = folded
            if not folded:
                self.shut_sheet()
        if self.sheet.panel is None:
            self.panel.setVisible(not folded)
            self.setVisible(not folded)

    def open_sheet(self) -> None:
        """Show the folded panel over the page."""
        if self.panel is not None and self.folded and self.sheet.panel is None:
            self._inside.removeWidget(self.panel)
            self.sheet.open_panel(self.panel)

    def shut_sheet(self) -> bool:
        """Put the sheet away; whether it was open."""
        if self.sheet.panel is None:
            self.sheet.hide()
            return False
        self.sheet.close_panel()
        self._keep_hidden()
        return True

    def _keep_hidden(self) -> None:
        # The sheet let go of the panel: it belongs here again, unseen while folded.
        if self.panel is not None and self.panel.parentWidget() is None:
            self.panel.hide()
            self._inside.addWidget(self.panel)
            self.panel.setVisible(not self.folded)
