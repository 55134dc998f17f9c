"""The n-of-N meter: which partners recognise a pain point or chance. Without Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.dossier import Dossier
from models.dossier.edit import Path
from models.dossier.explore import ThemeMark
from models.dutch import listed
from models.knowledge import Knowledge
from models.knowledge.catalogue import NamedByN
from wizards.forms.rows import CheckRow
from wizards.steps.doelen_parts.forms import BASE

__all__ = [
    "THEMES",
    "count_words",
    "mark_of",
    "most_recognised",
    "recognising",
    "source_words",
    "theme_rows",
    "themes_in_words",
    "with_partners",
    "with_remark",
]

THEMES: Path = (*BASE, "themes")


@dataclass(frozen=True, slots=True)
class _Counted:
    theme: NamedByN
    count: int


def mark_of(dossier: Dossier, theme: str) -> ThemeMark:
    """The mark of a theme, an empty one where there is none yet."""
    return next((mark for mark in dossier.doelen.themes if mark.theme == theme), ThemeMark(theme=theme))


def recognising(dossier: Dossier, theme: str) -> tuple[str, ...]:
    """The partners that take part and recognise a theme, in the order of the dossier."""
    held = set(mark_of(dossier, theme).partners)
    return tuple(partner.id for partner in dossier.partners.active if partner.id in held)


def with_partners(dossier: Dossier, theme: str, partners: tuple[str, ...]) -> tuple[ThemeMark, ...]:
    """All marks, with these active partners at ``theme``; partners that no longer take part keep their mark."""
    active = {partner.id for partner in dossier.partners.active}
    mark = mark_of(dossier, theme)
    gone = tuple(partner for partner in mark.partners if partner not in active)
    return _with_mark(dossier, mark.model_copy(update={"partners": (*gone, *partners)}))


def with_remark(dossier: Dossier, theme: str, remark: str) -> tuple[ThemeMark, ...]:
    """All marks, with this remark at ``theme``."""
    return _with_mark(dossier, mark_of(dossier, theme).model_copy(update={"remark": remark}))


def _with_mark(dossier: Dossier, mark: ThemeMark) -> tuple[ThemeMark, ...]:
    held = dossier.doelen.themes
    kept = mark.partners or mark.remark
    if any(other.theme == mark.theme for other in held):
        return tuple(
            mark if other.theme == mark.theme else other for other in held if other.theme != mark.theme or kept
        )
    return (*held, mark) if kept else held


def most_recognised(dossier: Dossier, themes: tuple[NamedByN, ...]) -> tuple[NamedByN, ...]:
    """The themes, most recognised first; equal ones in the order of the source."""
    return tuple(sorted(themes, key=lambda theme: -len(recognising(dossier, theme.id))))


def count_words(count: int, partners: int) -> str:
    """ "5 van 6 partners"."""
    return f"{count} van {partners} {'partner' if partners == 1 else 'partners'}"


def source_words(theme: NamedByN) -> str:
    """How many organisations named it in the source."""
    if theme.n is None:
        return f"In het onderzoek: {theme.n_note}" if theme.n_note else "In het onderzoek: aantal niet bekend."
    return f"In het onderzoek: {theme.n} van de {theme.out_of} organisaties."


def themes_in_words(dossier: Dossier, knowledge: Knowledge) -> str:
    """What the partners recognise most, in one or two sentences; empty while nothing is marked."""
    partners = len(dossier.partners.active)
    said = []
    for words, themes in (("pijnpunt", knowledge.themes.pain_points), ("kans", knowledge.themes.chances)):
        counted = [_Counted(theme, len(recognising(dossier, theme.id))) for theme in themes]
        most = max(row.count for row in counted)
        if most:
            names = listed([f"“{row.theme.name}”" for row in counted if row.count == most][:3])
            said.append(f"Meest herkende {words}: {names} ({count_words(most, partners)}).")
    return " ".join(said)


def theme_rows(dossier: Dossier, knowledge: Knowledge) -> Iterator[CheckRow]:
    """The rows of the check page: one for each theme."""
    partners = dossier.partners.active
    names = {partner.id: partner.name for partner in partners}
    for theme in (*knowledge.themes.pain_points, *knowledge.themes.chances):
        who, remark = recognising(dossier, theme.id), mark_of(dossier, theme.id).remark
        said = []
        if who:
            said.append(f"{count_words(len(who), len(partners))}: {listed([names[key] for key in who])}")
        if remark:
            said.append(f"Opmerking: {remark}")
        yield CheckRow("Thema’s", theme.name, "\n".join(said) or "Niet ingevuld", (*THEMES, theme.id))
