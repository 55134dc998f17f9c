"""What sentences about one dossier are written from, and the few look-ups that all of them need."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from models.advice.results import Advice, FormOutcome
from models.dossier import Dossier
from models.dossier.choose import CriterionAnswers
from models.dutch import listed
from models.knowledge import Knowledge
from models.knowledge.forms import Cell
from models.vocabulary import CooperationForm, CriterionId
from models.wording.words import counted, shortened, the_form

__all__ = ["NAME_LENGTH", "About"]

NAME_LENGTH = 80
"""Signs of a name in a table or sentence; the whole name stands in the table of partners."""

_NOTHING = CriterionAnswers()


@dataclass(frozen=True)
class About:
    """Dossier, advice and knowledge."""

    dossier: Dossier
    advice: Advice
    knowledge: Knowledge

    @property
    def partner_names(self) -> Mapping[str, str]:
        """Names of the partners that take part, by id; a long name is shortened."""
        return {p.id: shortened(p.name, NAME_LENGTH) or "zonder naam" for p in self.dossier.partners.active}

    @property
    def differs(self) -> bool:
        """Whether the people chose something else than is advised."""
        choice = self.dossier.vorm.choice
        return choice is not None and choice.form != self.advice.form.recommended

    def name(self, form: CooperationForm) -> str:
        """The name of a form as a heading or in a table."""
        return self.knowledge.form[form].name

    def label(self, criterion: CriterionId | str) -> str:
        """The short name of a statement."""
        return self.knowledge.criterion[CriterionId(criterion)].label

    def statements(self, criteria: tuple[CriterionId, ...]) -> str:
        """Statements in a sentence: ``soort werk en geld om te starten``."""
        labels = [self.label(criterion) for criterion in criteria]
        return listed([label[:1].lower() + label[1:] for label in labels])

    def cell(self, form: CooperationForm, criterion: CriterionId) -> Cell | None:
        """What ``form`` asks of ``criterion``, None where it asks nothing."""
        return self.knowledge.profile[form].get(criterion)

    def answers(self, criterion: CriterionId) -> CriterionAnswers:
        """What was answered to a statement."""
        return self.dossier.vorm.answers.get(criterion, _NOTHING)

    def outcome(self, form: CooperationForm) -> FormOutcome:
        """The outcome of one form."""
        return self.advice.form.form(form)

    def reasons(self, outcome: FormOutcome) -> tuple[str, ...]:
        """Why an excluded form drops out, each to end "valt af, omdat ..."; empty for the others."""
        cells = (self.cell(outcome.form, criterion) for criterion in outcome.excluded_by)
        texts = [cell.excluded_because.rstrip(".") for cell in cells if cell is not None and cell.excluded_because]
        return tuple(dict.fromkeys(texts)) or (("een grens is overschreden",) if outcome.excluded_by else ())

    def reason(self, outcome: FormOutcome) -> str:
        """The first of :meth:`reasons`, and how many there are more; empty for a form that takes part."""
        reasons = self.reasons(outcome)
        more = f" (en om nog {counted(len(reasons) - 1, 'reden', 'redenen')})" if len(reasons) > 1 else ""
        return f"{reasons[0]}{more}" if reasons else ""

    def forms(self, forms: tuple[str, ...] | tuple[CooperationForm, ...]) -> str:
        """Forms in a sentence: ``het netwerk en de matrix``."""
        return listed([the_form(CooperationForm(form)) for form in forms])

    @property
    def form_names(self) -> Mapping[CooperationForm, str]:
        """The names of all forms, for a figure."""
        return {outcome.form: self.name(outcome.form) for outcome in self.advice.form.forms}

    @property
    def form_reasons(self) -> Mapping[CooperationForm, str]:
        """Why each form drops out, for a figure; empty for the others."""
        return {outcome.form: self.reason(outcome) for outcome in self.advice.form.forms}

    @property
    def needed(self) -> Fraction:
        """The coverage below which there is no advice."""
        return Fraction(self.knowledge.profiles.thresholds.coverage)
