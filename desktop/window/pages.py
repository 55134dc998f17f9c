"""The pages of a dossier, each made when it is first shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.window.check_view import CheckView
from desktop.window.findings_view import FindingsView
from desktop.window.page_view import PageView
from desktop.window.search_view import SearchView
from models.dossier.edit import Path
from models.vocabulary import StepId
from wizards.context import Context
from wizards.page import StepPage, StepSpec
from wizards.registry import spec_of
from wizards.widgets.signs import Notice

__all__ = ["Pages", "reveal_nearest", "spec_or_none"]


def spec_or_none(step: StepId) -> StepSpec | None:
    """The form of a step; None where no module of that name is there."""
    try:
        return spec_of(step)
    except ModuleNotFoundError as error:
        if error.name != f"wizards.steps.{step.value}":
            raise
        return None


class Pages:
    """Makes and keeps the pages in ``stack``."""

    def __init__(self, context: Context, stack: QStackedWidget) -> None:
        self._context, self._stack = context, stack
        self._made: dict[StepId, QWidget] = {}
        self._checks: dict[StepId, CheckView] = {}
        self._findings: FindingsView | None = None
        self._search: SearchView | None = None

    def page(self, step: StepId) -> QWidget:
        """The page of ``step``: a :class:`StepPage`, or a notice where there is none yet."""
        if step not in self._made:
            spec = spec_or_none(step)
            made = spec.page(self._context) if spec is not None else self._notice(step)
            self._made[step] = made
            self._stack.addWidget(made)
        return self._made[step]

    def check(self, step: StepId, change: Callable[[Path], None], done: Callable[[], None]) -> CheckView | None:
        """The check page of ``step``; None where there is no page. ``change`` and ``done``: what its links do."""
        if step not in self._checks:
            spec = spec_or_none(step)
            if spec is None:
                return None
            made = self._checks[step] = CheckView(self._context, spec, change, done)
            self._stack.addWidget(made)
        return self._checks[step]

    def findings(self) -> FindingsView:
        """What is missing or contradicts."""
        if self._findings is None:
            self._findings = FindingsView(self._context)
            self._stack.addWidget(self._findings)
        return self._findings

    def search(self) -> SearchView:
        """The search over all texts."""
        if self._search is None:
            self._search = SearchView(self._context)
            self._stack.addWidget(self._search)
        return self._search

    def made(self) -> tuple[StepPage, ...]:
        """The pages that exist."""
        return tuple(page for page in self._made.values() if isinstance(page, StepPage))

    def _notice(self, step: StepId) -> PageView:
        page = PageView(self._context.look, self._context.editor.knowledge.step[step].title)
        page.body.addWidget(Notice(self._context.look, "Dit onderdeel is er nog niet."))
        return page


def reveal_nearest(page: StepPage, path: Path) -> bool:
    """The focus to ``path``, or to the nearest thing around it that the page has."""
    return any(page.reveal(path[:length]) for length in range(len(path), 1, -1))
