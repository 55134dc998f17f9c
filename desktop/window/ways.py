"""The ways on and back at the foot of a page, and their words."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from desktop.editor import DossierEditor
from desktop.window.errors import ErrorSummary, unread
from desktop.window.pages import spec_or_none
from desktop.window.places import Here, What
from models.flow import route
from models.vocabulary import StepId

__all__ = ["Way", "Ways", "neighbour"]

Way = tuple[str, Callable[[], None]]


class _Shell(Protocol):
    def open_step(self, step: StepId) -> None: ...

    def open_check(self, step: StepId) -> None: ...

    def show_tasks(self) -> None: ...


def neighbour(editor: DossierEditor, step: StepId, by: int) -> StepId | None:
    """The step of the route after (1) or before (-1) ``step``, which itself may be outside the route."""
    order = list(editor.knowledge.step)
    here = order.index(step)
    on_route = [order.index(s) for s in route(editor.dossier, editor.knowledge)]
    found = [i for i in on_route if (i - here) * by > 0]
    return order[min(found) if by > 0 else max(found)] if found else None


class Ways:
    """``check_waits``: the step whose check page somebody came from to change an answer."""

    def __init__(self, shell: _Shell, editor: DossierEditor, errors: ErrorSummary) -> None:
        self._shell, self._editor, self._errors = shell, editor, errors
        self._here = Here(What.TASKS)
        self._warned: tuple[tuple[tuple[str, ...], str], ...] = ()
        self.check_waits: StepId | None = None

    def arrive(self, here: Here) -> None:
        """Another page: what it warned of is its own."""
        self._here, self._warned = here, ()
        self._errors.hide()
        if here.step is not self.check_waits or here.what is not What.STEP:
            self.check_waits = None

    def of(self, page: QWidget | None) -> tuple[Way, Way]:
        """Back and on."""
        shell, step = self._shell, self._here.step
        if step is None:
            return ("Takenlijst", shell.show_tasks), ("Naar de takenlijst", shell.show_tasks)
        if self._here.what is What.CHECK:
            return ("Terug naar het onderdeel", lambda: shell.open_step(step)), self._next_of(step)
        back: Way = getattr(page, "secondary", None) or self._before(step)
        if self.check_waits is step:
            return back, ("Terug naar controleren", lambda: shell.open_check(step))
        return back, getattr(page, "primary", None) or self._next_of(step)

    def check_errors(self) -> None:
        """What was typed changed: is there still something that is no answer?"""
        if self._errors.isVisible() and not self._unread():
            self._errors.hide()

    def _next_of(self, step: StepId) -> Way:
        following = neighbour(self._editor, step, 1)
        if following is None:
            return "Naar de takenlijst", lambda: self._leave(self._shell.show_tasks)
        title = self._editor.knowledge.step[following].title
        return f"Volgende: {title}", lambda: self._leave(lambda: self._shell.open_step(following))

    def _before(self, step: StepId) -> Way:
        before = neighbour(self._editor, step, -1)
        if before is None:
            return "Takenlijst", self._shell.show_tasks
        return "Vorige", lambda: self._shell.open_step(before)

    def _leave(self, go: Callable[[], None]) -> None:
        # What was typed and is no answer is shown once; then the same button goes on.
        found = self._unread()
        if found and found != self._warned:
            self._warned = found
            self._errors.show_errors(found)
        else:
            go()

    def _unread(self) -> tuple[tuple[tuple[str, ...], str], ...]:
        step = self._here.step if self._here.what is What.STEP else None
        spec = spec_or_none(step) if step is not None else None
        return unread(spec, self._editor.dossier, self._editor.knowledge) if spec is not None else ()
