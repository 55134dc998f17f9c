"""The legal basis: the advice, the twelve bases, who must decide, what holds whatever the basis."""

from collections.abc import Iterator, Sequence
from datetime import date

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.notes import note_blocks
from desktop.report.content.other_choice import legal_difference
from desktop.report.tree import (
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    KeySentence,
    LabelKind,
    LabelledParagraph,
    Mark,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
    cell,
    plain,
)
from models.advice.legal.results import BasisOutcome, Finding
from models.dutch import day, listed
from models.vocabulary import LegalBasis, LegalStatus, StepId
from models.wording.words import STATUS_WORDS, counted, first_upper, sentence, the_basis, the_form

__all__ = ["iso_day", "legal_chapter"]

_MARKS = {LegalStatus.ALLOWED: Mark.FULL, LegalStatus.CONDITIONAL: Mark.HALF, LegalStatus.EXCLUDED: Mark.STRUCK}
_NO_LAW_ADVICE = "Dit is geen juridisch advies. Laat een jurist de rechtsvorm toetsen voordat u besluit."


def legal_chapter(brief: Brief) -> Iterator[Block]:
    """Advice, table of twelve, what to decide, conditions, notes."""
    legal = brief.advice.legal
    yield brief.heading(Chapter.LEGAL)
    yield KeySentence(_key(brief))
    yield Paragraph(plain(sentence(legal.preferred_because)))
    yield LabelledParagraph("Let op", plain(_NO_LAW_ADVICE), LabelKind.REMARK)
    yield from _choice(brief)
    basis = brief.held_basis
    if basis is not None:
        yield from _decided_by(brief, basis)
    yield _table(brief)
    letter, number = brief.letters[Chapter.LEGAL], 1
    conditions = list(_conditions(brief))
    if conditions:
        yield Heading(2, "De voorwaarden", f"{letter}{number}")
        yield from conditions
        number += 1
    if legal.beside:
        yield Heading(2, "Wat ernaast kan", f"{letter}{number}")
        yield from _beside(brief)
        number += 1
    if brief.legal_notes:
        held = brief.held_basis
        title = "Wat de wet nog meer vraagt" if held is None else f"Wat de wet vraagt bij {the_basis(held)}"
        yield Heading(2, title, f"{letter}{number}")
        yield _notes(brief.legal_notes)
    yield from note_blocks(brief, StepId.RECHTSVORM)


def _key(brief: Brief) -> str:
    legal = brief.advice.legal
    if legal.preferred is None:
        return "Er is nog geen voorkeur voor een rechtsvorm."
    allowed = sum(1 for outcome in legal.outcomes if outcome.status is LegalStatus.ALLOWED)
    held = next(outcome for outcome in legal.outcomes if outcome.basis is legal.preferred)
    best = f"{first_upper(the_basis(legal.preferred))} past het best"
    best += ", onder voorwaarden." if held.status is LegalStatus.CONDITIONAL else "."
    if not allowed:
        return best
    may = first_upper(counted(allowed, "rechtsvorm mag", "rechtsvormen mogen"))
    return f"{may} zonder voorwaarden. {best}"


def _choice(brief: Brief) -> Iterator[Block]:
    choice = brief.dossier.rechtsvorm.choice
    yield from legal_difference(brief)
    if choice is None:
        return
    outcome = next(o for o in brief.advice.legal.outcomes if o.basis is choice.basis)
    if outcome.status is LegalStatus.EXCLUDED:
        finding = outcome.findings[0]
        text = f"Deze rechtsvorm is uitgesloten ({finding.article}). {sentence(finding.text)}"
        yield LabelledParagraph("Let op", plain(text), LabelKind.REMARK)


def _decided_by(brief: Brief, basis: LegalBasis) -> Iterator[Block]:
    yield Paragraph(plain(f"Wie moet wat besluiten bij {the_basis(basis)}?"), leads=True)
    yield BulletList(tuple(plain(sentence(line)) for line in brief.knowledge.basis[basis].decided_by))


def _table(brief: Brief) -> Table:
    held = brief.held_basis
    order = sorted(brief.advice.legal.outcomes, key=lambda o: (o.basis is not held, _rank(o.status)))
    columns = (Column("Rechtsvorm"), Column("Uitkomst", 1.5), Column("Waarom", 3.6), Column("Artikel", 1.8))
    considered = brief.advice.considered
    unit = "los van een vorm" if considered is None else f"voor {the_form(considered)}"
    rows = tuple(_rows(brief, order))
    note = f"Gelezen in de tekst van de datum die in hoofdstuk {brief.letters[Chapter.SOURCES]} staat."
    return Table("Twaalf rechtsvormen en wat de wet toestaat", columns, rows, unit=unit, note=note)


def _rank(status: LegalStatus) -> int:
    return (LegalStatus.ALLOWED, LegalStatus.CONDITIONAL, LegalStatus.EXCLUDED).index(status)


def _rows(brief: Brief, order: Sequence[BasisOutcome]) -> Iterator[Row]:
    """A basis with just the same findings as an earlier one refers to it instead of repeating them."""
    held, told = brief.held_basis, dict[tuple[str, ...], LegalBasis]()
    for outcome in order:
        telling = outcome.telling
        key = (outcome.status.value, *(finding.rule for finding in telling))
        same = told.setdefault(key, outcome.basis) if telling else outcome.basis
        as_before = same if same is not outcome.basis else None
        yield _row(brief, outcome, telling, as_before, chosen=outcome.basis is held)


def _row(
    brief: Brief, outcome: BasisOutcome, telling: Sequence[Finding], same: LegalBasis | None, *, chosen: bool
) -> Row:
    first = telling[0] if telling else None
    return Row(
        (
            cell(brief.knowledge.basis[outcome.basis].name),
            Cell(plain(STATUS_WORDS[outcome.status]), mark=_MARKS[outcome.status]),
            Cell(tuple(_why(brief, outcome, telling, same, chosen=chosen))),
            cell(first.article if first is not None else "–"),
        ),
        chosen=chosen,
    )


def _why(
    brief: Brief, outcome: BasisOutcome, telling: Sequence[Finding], same: LegalBasis | None, *, chosen: bool
) -> Iterator[Run]:
    if chosen:
        people = brief.dossier.rechtsvorm.choice is not None
        yield bold("De keuze. " if people else "Het advies. ")
    if same is not None:
        same_words = "Met dezelfde voorwaarden" if outcome.status is LegalStatus.CONDITIONAL else "Om dezelfde reden"
        yield Run(f"{same_words} als bij {the_basis(same)}.")
    else:
        yield Run(sentence(telling[0].text) if telling else brief.knowledge.basis[outcome.basis].summary)
    if same is None and outcome.status is LegalStatus.CONDITIONAL and len(telling) > 1:
        yield Run(f" Daarbij {counted(len(telling) - 1, 'andere voorwaarde', 'andere voorwaarden')}.")
    if outcome.fits_form is False and outcome.status is not LegalStatus.EXCLUDED:
        yield Run(" Past niet goed bij deze vorm.")


def _conditions(brief: Brief) -> Iterator[Block]:
    """Each condition once, with the bases that it holds for; the conditions of the form first."""
    legal, held = brief.advice.legal, brief.held_basis
    chosen = next((o for o in legal.outcomes if o.basis is held), None)
    if chosen is not None and chosen.form_conditions:
        yield Paragraph(plain(f"Bij {the_basis(chosen.basis)} hoort bij deze vorm ook:"), leads=True)
        yield BulletList(tuple(plain(sentence(text)) for text in chosen.form_conditions))
    bases: dict[tuple[str, str], list[str]] = {}
    findings: dict[tuple[str, str], Finding] = {}
    for outcome in legal.outcomes:
        if outcome.status is LegalStatus.EXCLUDED:
            continue
        for finding in outcome.findings:
            if finding.effect is LegalStatus.CONDITIONAL or finding.recheck:
                key = (finding.rule, finding.text)
                findings[key] = finding
                bases.setdefault(key, []).append(_short_name(brief, outcome.basis))
    if findings:
        columns = (Column("Geldt bij"), Column("Voorwaarde", 3.2), Column("Artikel en tekst van", 1.6))
        rows = tuple(_condition(findings[key], names) for key, names in bases.items())
        yield Table("Voorwaarden bij de rechtsvormen die mogen", columns, rows)


def _short_name(brief: Brief, basis: LegalBasis) -> str:
    return the_basis(basis).split(" ", 1)[1] if basis in brief.knowledge.basis else basis.value


def _condition(finding: Finding, bases: Sequence[str]) -> Row:
    runs = [Run(sentence(finding.text))]
    if finding.question:
        runs += [bold(" Nog te beantwoorden: "), Run(finding.question)]
    if finding.recheck:
        runs.append(bold(" Kijk deze regel na: de controle is langer dan een jaar geleden, of de regel is voorbij."))
    dated = f"{finding.article}, {iso_day(finding.text_date)}"
    return Row((cell(first_upper(listed(bases))), Cell(tuple(runs)), cell(dated)))


def iso_day(text: str) -> str:
    """A day in ISO form in words; another text as it stands."""
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text


def _beside(brief: Brief) -> Iterator[Block]:
    names = {item.id: item.name for item in brief.knowledge.legal_bases.beside}
    for key, findings in brief.advice.legal.beside:
        text = " ".join(sentence(finding.text) for finding in findings)
        articles = "; ".join(dict.fromkeys(finding.article for finding in findings))
        if text:
            yield LabelledParagraph(names.get(key, first_upper(key)), plain(f"{text} ({articles})"))


def _notes(findings: Sequence[Finding]) -> Table:
    columns = (Column("Artikel"), Column("Wat de wet vraagt", 4), Column("Tekst van", 1))
    rows = tuple(
        Row((cell(finding.article), Cell(tuple(_note(finding))), cell(iso_day(finding.text_date))))
        for finding in findings
    )
    return Table("Regels van de wet bij deze rechtsvorm", columns, rows)


def _note(finding: Finding) -> Iterator[Run]:
    yield Run(sentence(finding.text))
    if finding.recheck:
        yield bold(" Kijk deze regel na.")
