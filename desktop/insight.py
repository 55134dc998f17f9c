"""What follows from the answers, kept up to date: at once without robustness, and soon after with it."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.background import Background
from models.advice.advise import advise
from models.advice.form_advice import form_advice
from models.advice.from_dossier import joint_problem
from models.advice.problem import Problem
from models.advice.results import FormAdvice
from models.check import check_dossier
from models.dossier import Dossier
from models.knowledge import Knowledge
from wizards.editor import Insight

__all__ = ["InsightKeeper"]

IDLE_MS = 5
"""How long nobody edits before robustness is computed, in milliseconds."""


class InsightKeeper(QObject):
    """The insight in one dossier after another.

    The advice on the form rests on the problem alone (answers, importance, number of partners): an edit that leaves
    the problem as it was keeps the settled advice, so that typing a note costs no sampling and nothing flickers.
    """

    changed = Signal()

    def __init__(self, dossier: Dossier, knowledge: Knowledge, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dossier, self._knowledge = dossier, knowledge
        self._insight: Insight | None = None
        self._form: FormAdvice | None = None
        self._background = Background("vormwijzer-robustness", self)
        self._closed = False
        self._soon = _timer(self, 0, self._renew)
        self._idle = _timer(self, IDLE_MS, self._settle)
        self._soon.start()

    @property
    def insight(self) -> Insight:
        """The insight in the present dossier, without robustness where that takes time."""
        if self._insight is None:
            advice = advise(self._dossier, self._knowledge, form=self._form_now())
            findings = check_dossier(self._dossier, advice, self._knowledge)
            self._insight = Insight(advice, findings, settled=_settled(advice.form))
        return self._insight

    def look_at(self, dossier: Dossier) -> None:
        """From now on the insight is that in ``dossier``."""
        self._dossier, self._insight = dossier, None
        if not self._closed:
            self._idle.stop()
            self._soon.start()

    def close(self) -> None:
        """Stop; waits for what is being computed (a fraction of a second)."""
        self._closed = True
        self._soon.stop()
        self._idle.stop()
        self._background.wait()

    def _problem(self) -> Problem:
        return joint_problem(self._dossier, self._knowledge)

    def _form_now(self) -> FormAdvice:
        problem = self._problem()
        if self._form is None or self._form.problem != problem:
            self._form = form_advice(problem, self._knowledge.profiles.thresholds, samples=False)
        return self._form

    def _renew(self) -> None:
        settled = self.insight.settled
        self.changed.emit()
        if not settled and not self._closed:
            self._idle.start()

    def _settle(self) -> None:
        if self._background.busy:  # of an older dossier; the newest is taken up when that is done
            return
        problem, thresholds = self._problem(), self._knowledge.profiles.thresholds
        self._background.start(lambda: form_advice(problem, thresholds), self._take)

    def _take(self, form: FormAdvice) -> None:
        if self._closed:
            return
        if form.problem == self._problem():
            self._form, self._insight = form, None
            self._renew()
        elif not self._soon.isActive():
            self._idle.start()


def _settled(form: FormAdvice) -> bool:
    return form.robustness.uniform is not None


def _timer(parent: QObject, milliseconds: int, act: Callable[[], None]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(act)
    return timer
