"""What drives the partners, and what is there already."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.tree import (
    Align,
    Block,
    BulletList,
    Column,
    LabelledParagraph,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.dossier.base import known
from models.dossier.explore import ExistingCooperation, PillarScore
from models.dutch import listed
from models.knowledge.base import Item
from models.wording.words import answer_words, bare_form, sentence, shortened

__all__ = ["existing_blocks", "motive_blocks"]

_NAME, _TEXT = 80, 600
_NOTHING = PillarScore()


def motive_blocks(brief: Brief) -> Iterator[Block]:
    """Motives with their importance, what drives, themes that partners recognise, the result that they want."""
    held, texts = brief.dossier.doelen, brief.knowledge.motives
    chosen = [motive for motive in texts.motives if motive.id in held.motives]
    if chosen:
        chosen.sort(key=lambda motive: -held.motives[motive.id])
        columns = (Column("Motief"), Column("Belang", 0.6, Align.RIGHT), Column("Wat het is", 4))
        rows = tuple(Row((cell(m.name), cell(str(held.motives[m.id])), cell(m.text))) for m in chosen)
        yield Table("Waarom willen de partners samenwerken?", columns, rows, unit="belang van 0 tot 10")
    sub = [item for motive in texts.motives for item in motive.submotives if item.id in held.submotives]
    for lead, items in (
        ("Deze motieven noemen de partners erbij:", sub),
        ("Dit dwingt de partners:", [item for item in texts.push_factors if item.id in held.push_factors]),
        ("Dit trekt de partners:", [item for item in texts.pull_factors if item.id in held.pull_factors]),
    ):
        yield from _items(lead, items)
    if held.result_definition.strip():
        yield LabelledParagraph("Wat telt als resultaat", plain(sentence(held.result_definition)))
    yield from _themes(brief)


def _items(lead: str, items: list[Item]) -> Iterator[Block]:
    if items:
        yield Paragraph(plain(lead), leads=True)
        yield BulletList(tuple(plain(item.name) for item in items))


def _themes(brief: Brief) -> Iterator[Block]:
    """Which partners recognise which pain point or chance."""
    texts, names = brief.knowledge.themes, brief.partner_names
    known_themes = {item.id: item.name for item in (*texts.pain_points, *texts.chances)}
    marks = [mark for mark in brief.dossier.doelen.themes if mark.theme in known_themes]
    rows = []
    for mark in sorted(marks, key=lambda mark: -len([p for p in mark.partners if p in names])):
        number = sum(partner in names for partner in mark.partners)
        remark = shortened(mark.remark, _TEXT) or "–"
        rows.append(Row((cell(known_themes[mark.theme]), cell(f"{number} van {len(names)}"), cell(remark))))
    if rows:
        columns = (Column("Thema"), Column("Herkend door", 1), Column("Toelichting", 3))
        yield Table("Welke thema’s herkennen de partners?", columns, tuple(rows))


def existing_blocks(brief: Brief) -> Iterator[Block]:
    """The three pillars, and cooperations that there are."""
    held = brief.dossier.beginsituatie
    pillars = [t for t in brief.knowledge.steering.pillars if held.pillars.get(t.id, _NOTHING) != _NOTHING]
    if pillars:
        columns = (
            Column("Pijler"),
            Column("Score", 0.6, Align.RIGHT),
            Column("Wat goed gaat", 2),
            Column("Wat anders moet", 2),
        )
        rows = []
        for text in pillars:
            told = held.pillars[text.id]
            good, change = (shortened(part, _TEXT) or "–" for part in (told.good, told.change))
            rows.append(Row((cell(text.name), cell(answer_words(told.score)), cell(good), cell(change))))
        yield Table("Hoe staat de samenwerking er nu voor?", columns, tuple(rows), unit="score van 1 tot 5")
    there = [one for one in held.existing if one.name.strip() or one.text.strip()]
    if there:
        yield Paragraph(plain("Deze samenwerking is er al:"), leads=True)
        yield BulletList(tuple(_existing(brief, one) for one in there))


def _existing(brief: Brief, one: ExistingCooperation) -> tuple[Run, ...]:
    names, form, basis = brief.partner_names, known(one.form), known(one.basis)
    owners = [names[partner] for partner in one.partners if partner in names]
    parts = [
        bare_form(form) if form is not None else "",
        brief.knowledge.basis[basis].name.lower() if basis is not None else "",
        f"van {listed(owners)}" if owners else "",
    ]
    about = ", ".join(part for part in parts if part)
    more = f" {sentence(one.text)}" if one.text.strip() else ""
    name = shortened(one.name, _NAME) or "Zonder naam"
    return bold(f"{name}{f' ({about})' if about else ''}."), Run(more)
