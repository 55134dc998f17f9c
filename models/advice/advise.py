"""The whole advice on one dossier: form, partners, legal basis, warnings."""

from models.advice.form_advice import form_advice
from models.advice.from_dossier import joint_problem
from models.advice.legal import advise_on_basis
from models.advice.partners_view import partners_view
from models.advice.results import Advice, FormAdvice, MatchedWarning
from models.advice.warnings import match_warnings
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.vocabulary import CooperationForm, LegalBasis

__all__ = ["advise", "considered_form"]


def advise(dossier: Dossier, knowledge: Knowledge, *, samples: bool = True, form: FormAdvice | None = None) -> Advice:
    """Weigh everything in ``dossier``. ``samples``: also run the two SMAA runs (about 0.2 s).

    ``form``: the advice on the form, where somebody has it already for the joint problem of this dossier.
    """
    if form is None:
        form = form_advice(joint_problem(dossier, knowledge), knowledge.profiles.thresholds, samples=samples)
    considered = considered_form(dossier, form)
    kinds = [partner.kind for partner in dossier.partners.active]
    legal = advise_on_basis(dossier.rechtsvorm.facts, considered, kinds, dossier.dated, knowledge)
    basis = dossier.rechtsvorm.choice.basis if dossier.rechtsvorm.choice else legal.preferred

    def basis_of(other: CooperationForm) -> LegalBasis | None:
        if other is considered:
            return basis
        return advise_on_basis(dossier.rechtsvorm.facts, other, kinds, dossier.dated, knowledge).preferred

    return Advice(
        form=form,
        considered=considered,
        partners=partners_view(dossier, knowledge),
        legal=legal,
        warnings=match_warnings(dossier, considered, basis),
        warnings_by_form={f: _own_warnings(dossier, f, basis_of(f)) for f in CooperationForm},
    )


def considered_form(dossier: Dossier, advice: FormAdvice) -> CooperationForm | None:
    """The form that law and warnings are held against: the one that people chose, else the one advised."""
    choice = dossier.vorm.choice
    if choice is not None and choice.form != "doorgaan":
        return choice.form
    return advice.recommended


def _own_warnings(dossier: Dossier, form: CooperationForm, basis: LegalBasis | None) -> tuple[MatchedWarning, ...]:
    """The warnings that this form brings, beside those that hold whatever the form."""
    always = {warning.warning for warning in match_warnings(dossier, None, basis)}
    return tuple(w for w in match_warnings(dossier, form, basis) if w.warning not in always)
