"""Taking a partner out of the dossier and letting it take part again. Pure."""

from models.dossier import Dossier
from models.dossier.edit import Path, with_value, without
from models.dossier.explore import Intake
from models.dossier.references import refers_to_partner

__all__ = ["LIST", "joined_again", "taken_out"]

LIST: Path = ("partners", "partners")


def taken_out(dossier: Dossier, path: Path) -> Dossier:
    """The next dossier, in which the partner at ``path`` takes no part.

    Where another section says something about it, or its intake was held, it stays, inactive, with all its answers.
    """
    partner = next((p for p in dossier.partners.partners if p.id == path[-1]), None)
    if partner is None:
        return dossier
    if partner.intake != Intake() or refers_to_partner(dossier, partner.id):
        return with_value(dossier, (*path, "removed"), True)
    return without(dossier, path)


def joined_again(dossier: Dossier, partner: str) -> Dossier:
    """The next dossier, in which a partner that was taken out takes part again, with its answers."""
    return with_value(dossier, (*LIST, partner, "removed"), False)
