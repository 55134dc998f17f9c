"""What interests and agenda say about overlap, in neutral sentences. Pure."""

from models.dossier import Dossier
from models.dutch import listed
from wizards.steps.options import partner_name

__all__ = ["overlap_in_words", "toggled"]

_MOST_NAMES = 6


def overlap_in_words(dossier: Dossier) -> tuple[str, ...]:
    """Which points all partners win by, who wins nowhere, and of whom no interest is known."""
    active = tuple(partner.id for partner in dossier.partners.active)
    agenda = dossier.opgave.agenda
    if len(active) < 2 or not agenda:
        return ()
    said = []
    shared = sum(set(active) <= set(item.partners) for item in agenda)
    if shared == len(agenda):
        said.append("Bij elk punt wint elke partner.")
    elif shared:
        said.append(f"Bij {shared} van de {len(agenda)} punten wint elke partner.")
    else:
        said.append("Er is nog geen punt waarbij elke partner wint.")
    winning = {partner for item in agenda for partner in item.partners}
    without = [partner for partner in active if partner not in winning]
    if without:
        said.append(f"Nog bij geen enkel punt: {_names(dossier, without)}.")
    told = {interest.partner for interest in dossier.opgave.interests if interest.text.strip()}
    untold = [partner for partner in active if partner not in told]
    if untold:
        said.append(f"Nog geen belang bekend van: {_names(dossier, untold)}.")
    return tuple(said)


def toggled(held: tuple[str, ...], partner: str, order: tuple[str, ...]) -> tuple[str, ...]:
    """The partners of a point after one was put in or taken out; partners that left stay where they were."""
    chosen = set(held) ^ {partner}
    return (*(p for p in held if p not in order), *(p for p in order if p in chosen))


def _names(dossier: Dossier, partners: list[str]) -> str:
    if len(partners) > _MOST_NAMES:
        return f"{len(partners)} partners"
    return listed([partner_name(dossier, partner) for partner in partners])
