"""The field of forces: who has influence and interest, what helps and what hinders.

Attitudes of stakeholders and internal factors stand in an internal copy only.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.notes import note_blocks
from desktop.report.content.success import success_blocks
from desktop.report.styles import FULL
from desktop.report.tree import (
    Align,
    Block,
    BulletList,
    Column,
    FigureBlock,
    KeySentence,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.dossier.base import known
from models.dossier.choose import FactorDirection, FactorEntry
from models.dossier.explore import Relation, Stakeholder
from models.dutch import day
from models.figures.answers import answer_words
from models.figures.force_field import PHASE_WORDS, force_field_figure
from models.figures.stakeholder_grid import approach_of, stakeholder_grid_figure
from models.vocabulary import StepId
from models.wording.words import counted, first_upper, sentence, shortened, spelled

__all__ = ["stakeholders_chapter"]

_GRID_HEIGHT = 320.0
_FIGURE_ROOM = 600.0
"""A figure that is higher leaves no room for its caption on a page; the table then says it alone."""

_NAME, _TEXT = 80, 600
_PLACED = (
    "Wie hoog staat, heeft veel invloed op het besluit. Wie rechts staat, heeft veel belang bij de samenwerking. "
    "De hoek zegt hoe de partners met hen omgaan."
)


def stakeholders_chapter(brief: Brief) -> Iterator[Block]:
    """Grid with its list, what they want, relations; force field with its list, checks."""
    yield brief.heading(Chapter.STAKEHOLDERS)
    yield KeySentence(_key(brief))
    sections = (
        ("Wie heeft invloed en wie heeft belang?", _grid(brief)),
        ("Wat helpt en wat hindert", _field(brief)),
        ("Wat nodig is om te slagen", success_blocks(brief)),
    )
    yield from numbered(brief.letters[Chapter.STAKEHOLDERS], sections)
    yield from note_blocks(brief, StepId.KRACHTENVELD, StepId.FACTOREN)


def _key(brief: Brief) -> str:
    people, factors = brief.dossier.krachtenveld.stakeholders, _factors(brief)
    parts = []
    if people:
        placed = [one for one in people if known(one.influence) is not None and known(one.interest) is not None]
        close = [o for o in placed if approach_of(known(o.influence) or 0, known(o.interest) or 0) == "Nauw betrekken"]
        told = counted(len(people), "belanghebbende staat", "belanghebbenden staan")
        parts.append(f"{first_upper(told)} in beeld; {spelled(len(close))} om nauw te betrekken.")
    if factors:
        helping = sum(factor.direction is FactorDirection.PROMOTING for factor in factors)
        hindering = len(factors) - helping
        helps = counted(helping, "factor helpt", "factoren helpen")
        parts.append(f"{first_upper(helps)}, {spelled(hindering)} {'hindert' if hindering == 1 else 'hinderen'}.")
    return " ".join(parts) or "De partners gingen na wat nodig is om te slagen."


# --- stakeholders


def _grid(brief: Brief) -> Iterator[Block]:
    held, internal = brief.dossier.krachtenveld, brief.edition.internal
    people = held.stakeholders
    if not people:
        return
    if any(known(one.influence) is not None and known(one.interest) is not None for one in people):
        yield Paragraph(plain(_PLACED))
        figure = stakeholder_grid_figure(people, FULL, _GRID_HEIGHT, internal=internal)
        yield FigureBlock(figure, figure.alt, unit="schaal van 1 (weinig) tot 5 (veel)")
    yield _people(people, internal=internal)
    if text := _scored(held.scored_by, held.scored_on):
        yield Paragraph(plain(text), ParagraphKind.NOTE)
    if not internal:
        text = "De houding van belanghebbenden is intern en staat hier niet."
        yield Paragraph(plain(text), ParagraphKind.NOTE)
    yield from _wants(people)
    yield from _relations(held.relations, {one.id: one.name for one in people})


def _scored(by: str, on: date | None) -> str:
    """Who filled in the scores, and when."""
    who = f" door {shortened(by, _NAME)}" if by.strip() else ""
    when = f" op {day(on)}" if on is not None else ""
    return sentence(f"Ingevuld{who}{when}") if who or when else ""


def _people(people: Sequence[Stakeholder], *, internal: bool) -> Table:
    """The rows of the figure, with the role beside them."""
    ranked = sorted(people, key=lambda one: -(known(one.influence) or 0) - (known(one.interest) or 0))
    twin = stakeholder_grid_figure(people, internal=internal).twin
    columns = [
        *(Column("Belanghebbende"), Column("Invloed", 0.7, Align.RIGHT), Column("Belang", 0.7, Align.RIGHT)),
        *(Column("Aanpak", 1.4), Column("Rol", 1.2)),
    ]
    columns += [Column("Houding (intern)", 1.2)] if internal else []
    rows = []
    for one, told in zip(ranked, twin.rows, strict=True):
        role = answer_words(one.participation)
        cells = (shortened(one.name, _NAME) or "zonder naam", *told[1:4], role, *told[4:])
        rows.append(Row(tuple(cell(text) for text in cells)))
    return Table("De belanghebbenden", tuple(columns), tuple(rows))


def _wants(people: Sequence[Stakeholder]) -> Iterator[Block]:
    told = [one for one in people if one.stake.strip() or one.approach.strip()]
    if told:
        columns = (Column("Belanghebbende"), Column("Wat voor hen telt", 2), Column("Hoe de partners hen betrekken", 2))
        rows = tuple(
            Row(tuple(cell(shortened(text, _TEXT) or "–") for text in (one.name, one.stake, one.approach)))
            for one in told
        )
        yield Table("Wat de belanghebbenden willen", columns, rows)


def _relations(relations: Sequence[Relation], names: Mapping[str, str]) -> Iterator[Block]:
    known_ones = [one for one in relations if one.source in names and one.target in names]
    if known_ones:
        yield Paragraph(plain("Zij hebben met elkaar te maken:"), leads=True)
        yield BulletList(tuple(_relation(one, names) for one in known_ones))


def _relation(one: Relation, names: Mapping[str, str]) -> tuple[Run, ...]:
    source, target = (shortened(names[key], _NAME) or "zonder naam" for key in (one.source, one.target))
    strength = known(one.strength)
    told = [f"sterkte {strength} van 5" if strength is not None else "", one.text.strip()]
    more = "; ".join(part for part in told if part)
    return bold(f"{source} en {target}{':' if more else '.'}"), Run(f" {sentence(more)}" if more else "")


# --- factors


def _factors(brief: Brief) -> list[FactorEntry]:
    return [factor for factor in brief.dossier.factoren.factors if brief.edition.internal or not factor.internal]


def _field(brief: Brief) -> Iterator[Block]:
    factors, internal = _factors(brief), brief.edition.internal
    if not factors:
        return
    names = {factor.id: factor.name for factor in brief.knowledge.factors.factors}
    goal = brief.dossier.doelen.result_definition.strip() or brief.dossier.opgave.question.strip()
    figure = force_field_figure(factors, shortened(goal, 200), names, FULL, internal=internal)
    if figure.height <= _FIGURE_ROOM:
        unit = "kracht van 1 tot 5 in de balk; de blokjes zeggen hoe goed het te veranderen is"
        yield FigureBlock(figure, figure.alt, unit=unit)
    yield _forces(factors, names, internal=internal)


def _forces(factors: Sequence[FactorEntry], names: Mapping[str, str], *, internal: bool) -> Table:
    columns = [
        *(Column("Factor"), Column("Werking", 0.9), Column("Kracht", 0.8, Align.RIGHT)),
        *(Column("Te veranderen", 1.25, Align.RIGHT), Column("Fase", 1.4), Column("Wat de partners doen", 2.2)),
    ]
    columns += [Column("Intern", 0.7)] if internal else []
    order = sorted(factors, key=lambda f: (f.direction is FactorDirection.BLOCKING, -(known(f.strength) or 0)))
    rows = []
    for entry in order:
        phase = known(entry.phase)
        cells = [
            shortened(entry.text or names.get(entry.factor or "", ""), _TEXT) or "zonder naam",
            "helpt" if entry.direction is FactorDirection.PROMOTING else "hindert",
            answer_words(entry.strength),
            answer_words(entry.influenceable),
            "niet ingevuld" if phase is None else PHASE_WORDS[phase],
            shortened(entry.measure, _TEXT) or "–",
        ]
        cells += ["ja" if entry.internal else "nee"] if internal else []
        rows.append(Row(tuple(cell(text) for text in cells)))
    return Table("Wat helpt en wat hindert", tuple(columns), tuple(rows), unit="schaal van 1 tot 5")
