"""The salience of a stakeholder: which of seven classes power, legitimacy and urgency make together.

[Mitchell, Agle and Wood 1997; ux.md]. One attribute is latent, two expect something, three are decisive.
"""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Salience", "SalienceWords", "salience_of", "salience_words"]


class Salience(StrEnum):
    """The seven classes."""

    DORMANT = "dormant"
    DISCRETIONARY = "discretionary"
    DEMANDING = "demanding"
    DOMINANT = "dominant"
    DANGEROUS = "dangerous"
    DEPENDENT = "dependent"
    DEFINITIVE = "definitive"


@dataclass(frozen=True, slots=True)
class SalienceWords:
    """A class in Dutch: its name, and one sentence that says what it means."""

    name: str
    text: str


_CLASSES = {
    (True, False, False): Salience.DORMANT,
    (False, True, False): Salience.DISCRETIONARY,
    (False, False, True): Salience.DEMANDING,
    (True, True, False): Salience.DOMINANT,
    (True, False, True): Salience.DANGEROUS,
    (False, True, True): Salience.DEPENDENT,
    (True, True, True): Salience.DEFINITIVE,
}

_WORDS = {
    Salience.DORMANT: SalienceWords(
        "Slapend", "Heeft macht, maar gebruikt die nu niet. Houd in de gaten of dat verandert."
    ),
    Salience.DISCRETIONARY: SalienceWords("Vrijblijvend", "Heeft recht van spreken, zonder macht of haast."),
    Salience.DEMANDING: SalienceWords("Vragend", "Heeft haast, zonder macht of recht van spreken."),
    Salience.DOMINANT: SalienceWords("Dominant", "Heeft macht en recht van spreken. Verwacht dat u luistert."),
    Salience.DANGEROUS: SalienceWords("Dwingend", "Heeft macht en haast, zonder recht van spreken. Kan druk zetten."),
    Salience.DEPENDENT: SalienceWords(
        "Afhankelijk", "Heeft recht van spreken en haast. Heeft de macht van een ander nodig."
    ),
    Salience.DEFINITIVE: SalienceWords("Beslissend", "Heeft macht, recht van spreken en haast. Gaat voor."),
}


def salience_of(*, power: bool, legitimacy: bool, urgency: bool) -> Salience | None:
    """The class; None for who has none of the three."""
    return _CLASSES.get((power, legitimacy, urgency))


def salience_words(salience: Salience) -> SalienceWords:
    """The class in Dutch."""
    return _WORDS[salience]
