"""The ranking in the advice panel; its bars move when an answer changes."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from models.advice.results import FormAdvice
from models.figures.bars import ranking_bars
from models.vocabulary import CooperationForm
from models.wording.about import About
from wizards.look.look import Look
from wizards.panels.parts import glide
from wizards.widgets.figure_view import FigureView

__all__ = ["RankingView"]


class RankingView(FigureView):
    """The five forms, best first."""

    def __init__(self, look: Look) -> None:
        super().__init__(look, show_title=False, paper="wash")
        self._motion = look
        self._scores: Mapping[CooperationForm, Fraction | None] = {}
        self._from: Mapping[CooperationForm, Fraction | None] = {}
        self._about: About | None = None
        self._glide = glide(self, self._step)

    def say(self, about: About) -> None:
        """Show the ranking as it is now."""
        before, self._about = self._scores, about
        self._scores = {outcome.form: outcome.score for outcome in about.advice.form.forms}
        advice, names, reasons = about.advice.form, about.form_names, about.form_reasons
        places = tuple((o.form, o.score, o.rank, o.excluded_by) for o in advice.forms)
        key = (places, advice.recommended, advice.outcome, id(advice.robustness.uniform))
        self.show_made(lambda width: ranking_bars(advice, names, reasons, width), key=key)
        if before and before != self._scores and self._motion.motion and self.isVisible():
            self._from = before
            self._glide.start()

    def _step(self, part: float) -> None:
        about = self._about
        if about is None or part >= 1:
            self.pass_by(None)
            return
        advice = self._between(about.advice.form, part)
        names, reasons = about.form_names, about.form_reasons
        self.pass_by(lambda width: ranking_bars(advice, names, reasons, width))

    def _between(self, advice: FormAdvice, part: float) -> FormAdvice:
        """The advice with scores on their way to where they belong."""
        forms = []
        for outcome in advice.forms:
            before = self._from.get(outcome.form)
            if outcome.score is not None and before is not None:
                score = before + (outcome.score - before) * Fraction(part).limit_denominator(1000)
                outcome = replace(outcome, score=score)
            forms.append(outcome)
        return replace(advice, forms=tuple(forms))
