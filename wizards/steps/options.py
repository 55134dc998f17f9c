"""Choices that several pages share: partners, forms, legal bases."""

from models.dossier import Dossier
from models.knowledge import Knowledge
from wizards.forms.spec import Option

__all__ = ["basis_options", "form_options", "partner_name", "partner_options"]

_NAMELESS = "Partner zonder naam"


def partner_options(dossier: Dossier, _knowledge: Knowledge) -> tuple[Option, ...]:
    """The partners that take part."""
    return tuple(Option(partner.id, partner.name.strip() or _NAMELESS) for partner in dossier.partners.active)


def partner_name(dossier: Dossier, partner: str) -> str:
    """The name of a partner; of one that is gone the words say so."""
    named = {p.id: p.name.strip() or _NAMELESS for p in dossier.partners.partners}
    return named.get(partner, "Partner nog niet gekozen")


def form_options(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    """The five cooperation forms, lightest first."""
    return tuple(Option(form.id.value, form.name) for form in knowledge.form.values())


def basis_options(_dossier: Dossier, knowledge: Knowledge) -> tuple[Option, ...]:
    """The twelve legal bases, lightest first."""
    return tuple(Option(basis.id.value, basis.name) for basis in knowledge.basis.values())
