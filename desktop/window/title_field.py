"""The title of the dossier, which can be changed where it stands."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from models.dossier.edit import InvalidValueError
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import row
from wizards.widgets.buttons import IconButton
from wizards.widgets.inputs import clean
from wizards.widgets.text import Heading

__all__ = ["TitleField"]

_LONGEST = 300


class TitleField(QWidget):
    """A heading with a way to change it; kept at each key, as every field; Escape gives the old title back."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        look = context.look
        self._context, self._before = context, ""
        line = row(look.space(12))
        self.heading = Heading(look, "", 1)
        self.field = QLineEdit()
        self.field.setMaxLength(_LONGEST)
        self.field.setAccessibleName("Naam van het dossier")
        self.change = IconButton(look, "sign-off", "Naam wijzigen")
        line.addWidget(self.heading, 1)
        line.addWidget(self.field, 1)
        line.addWidget(self.change, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(line)
        self.field.hide()
        self.change.setVisible(not context.editor.read_only)
        policy = self.heading.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Preferred)
        self.heading.setSizePolicy(policy)
        self.heading.installEventFilter(self)
        self.field.installEventFilter(self)
        self.field.textEdited.connect(self._take)
        self.field.editingFinished.connect(self._keep)
        self.change.clicked.connect(lambda *_: self.begin())
        look.changed.connect(self._dress)
        self._dress()

    def show_title(self, title: str) -> None:
        """Show the title as it is now."""
        self.heading.setText(title)
        if not self.field.isVisible():
            self.field.setText(title)

    def begin(self) -> None:
        """Start to change it."""
        if self._context.editor.read_only:
            return
        self._before = self._context.editor.dossier.title
        self.field.setText(self._before)
        self._swap(True)
        self.field.selectAll()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on the heading starts; Escape stops."""
        if watched is self.heading and isinstance(event, QMouseEvent):
            if event.type() is QEvent.Type.MouseButtonDblClick:
                self.begin()
        elif watched is self.field and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self._put(self._before)
                self._context.editor.end_merge()
                self._swap(False)
                self.change.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        if not self.field.isVisible():
            return
        held = self.field.hasFocus()
        self._swap(False)
        if held:
            self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self._take(self.field.text())
        self._context.editor.end_merge()

    def _take(self, text: str) -> None:
        # A dossier always has a title: an emptied field leaves the last one.
        if title := clean(text).strip():
            self._put(title)

    def _put(self, title: str) -> None:
        try:
            self._context.editor.put(("title",), title, merge=True)
        except InvalidValueError as error:
            self._context.navigator.say(f"Deze naam kan niet: {error.reason}.")

    def _swap(self, editing: bool) -> None:
        self.field.blockSignals(True)
        self.heading.setVisible(not editing)
        self.change.setVisible(not editing)
        self.field.setVisible(editing)
        self.field.blockSignals(False)

    def _dress(self) -> None:
        self.field.setFont(self._context.look.font(TypeRole.H2))
