"""What stands in a form of a record and was not sent yet: going away asks first, for only what was sent is saved."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from models.vocabulary import StepId

if TYPE_CHECKING:
    from desktop.dialogs.base import Dialog
    from desktop.window.main_window import MainWindow
    from wizards.steps.vaststelling_parts.form import RecordForm

__all__ = ["Unsent"]

_QUESTION = "Eerst noteren wat u typte?"


class Unsent(QObject):
    """Of the dossier that is open in ``window``. ``dialog``: the question, while it is asked."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._agreed = False
        self.dialog: Dialog | None = None

    def asks(self, leave: Callable[[], object], verb: str) -> bool:
        """Whether there is something to ask; then the question is put, and ``leave`` is done when somebody says so.

        ``verb``: what the button says that goes away all the same.
        """
        form = None if self._agreed else self._first()
        if form is None:
            return False
        if self.dialog is None:
            self._ask(form, leave, verb)
        return True

    def _first(self) -> "RecordForm | None":
        from wizards.steps.vaststelling_parts.form import RecordForm

        view = self._window.dossier_view
        forms = () if view is None else view.findChildren(RecordForm)
        return next((form for form in forms if form.unsent), None)

    def _ask(self, form: "RecordForm", leave: Callable[[], object], verb: str) -> None:
        from desktop.dialogs.base import Choice, Dialog
        from models.dutch import listed

        assert self._window.dossier_view is not None
        title = self._window.dossier_view.editor.knowledge.step[StepId.VASTSTELLING].title
        labels = listed([f"“{form.label(key)}”" for key in form.unsent])
        lines = (f"Bij {title} vulde u {labels} in. Dat is nog niet genoteerd.", "Gaat u nu weg, dan is die tekst weg.")
        choices = (Choice("back", "Terug naar het formulier"), Choice("leave", verb))
        window = self._window
        dialog = self.dialog = Dialog(window.look, window, _QUESTION, lines, choices, safe="back")

        def answered(key: str) -> None:
            self.dialog = None
            if key == "leave":
                self._agreed = True
                leave()
                self._agreed = False
            else:
                self._show(form)

        dialog.chosen.connect(answered)
        dialog.open()

    def _show(self, form: "RecordForm") -> None:
        from wizards.steps.views import ViewsPage

        view = self._window.dossier_view
        if view is None:
            return
        keys = form.unsent
        view.open_step(StepId.VASTSTELLING)
        page = view.stack.currentWidget()
        assert isinstance(page, ViewsPage)
        for key, body in page.bodies.items():
            if body.isAncestorOf(form):
                page.open_view(key)
                form.focus(keys[0])
                body.show_focus()
