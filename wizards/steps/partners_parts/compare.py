"""What the numbers of inhabitants say about the partners, in neutral sentences. Pure."""

from models.dossier.base import known
from models.dossier.explore import Partner
from models.dutch import listed, whole

__all__ = ["inhabitants_in_words"]


def inhabitants_in_words(partners: tuple[Partner, ...]) -> tuple[str, ...]:
    """Total, largest and smallest, and a partner with more than half; nothing for fewer than two known numbers."""
    told = [(count, name_of(p)) for p in partners if (count := known(p.inhabitants)) is not None]
    if len(told) < 2:
        return ()
    total, most, least = sum(n for n, _ in told), max(n for n, _ in told), min(n for n, _ in told)
    said = [f"Samen {whole(total)} inwoners."]
    if len(told) < len(partners):
        said[0] = f"Samen {whole(total)} inwoners, van {len(told)} van de {len(partners)} partners."
    if most == least:
        said.append(f"Elke partner heeft er {whole(most)}.")
    else:
        said.append(f"De grootste: {_named(told, most)}. De kleinste: {_named(told, least)}.")
    if len(told) == len(partners) and most * 2 > total:
        share = most * 100 // total
        largest = next(name for count, name in told if count == most)
        said.append(f"{largest} heeft meer dan de helft van de inwoners ({share}%).")
    return tuple(said)


def name_of(partner: Partner) -> str:
    """The name, or words for a partner that has none yet."""
    return partner.name.strip() or "partner zonder naam"


def _named(told: list[tuple[int, str]], count: int) -> str:
    names = [name for number, name in told if number == count]
    shown = listed(names) if len(names) <= 3 else f"{len(names)} partners"
    return f"{shown} ({whole(count)})"
