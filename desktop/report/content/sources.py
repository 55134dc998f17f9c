"""How the advice was computed, on what it rests, and the code that proves the content."""

import re
from collections.abc import Iterator

from pydantic import BaseModel

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.legal import iso_day
from desktop.report.content.versions import version_blocks
from desktop.report.tree import (
    Block,
    BulletList,
    Cell,
    Column,
    Heading,
    KeySentence,
    LabelledParagraph,
    Paragraph,
    ParagraphKind,
    Row,
    Run,
    Table,
    bold,
    cell,
    linked,
    plain,
)
from models.dutch import day, whole
from models.knowledge.base import Sourced
from models.knowledge.catalogue import SourceText
from models.knowledge.law import Statute
from models.wording.words import first_upper, number_words, sentence

__all__ = ["sources_chapter"]

_WORDS = re.compile(r"\w+")
_MODEL = (
    "Elke vorm vraagt bij elke stelling een bepaald antwoord. Past het antwoord, dan krijgt de vorm alle punten "
    "van die stelling. Past het niet, dan krijgt zij er minder, of geen. De score is wat een vorm haalt van wat zij "
    "kon halen, van 0 tot 100. Vraagt een vorm bij een stelling niets, dan telt die stelling bij haar niet mee."
)
_ROUNDED = (
    "Scores staan er zonder decimalen. Het verschil is berekend vóór het afronden. Daarom staat er soms “ongeveer” "
    "of “bijna” bij."
)


def sources_chapter(brief: Brief, said: str) -> Iterator[Block]:
    """Model, thresholds, statutes, sources, code; the terms of the glossary that the report uses (``said``)."""
    yield brief.heading(Chapter.SOURCES)
    yield KeySentence("Dit zijn de regels van het rekenen. Verandert een antwoord, dan verandert het advies mee.")
    yield LabelledParagraph("Het rekenmodel", plain(_MODEL))
    yield LabelledParagraph("Afronding", plain(_ROUNDED))
    yield _thresholds(brief)
    yield from _statutes(brief)
    yield _sources(brief)
    yield from version_blocks(brief)
    yield from _terms(brief, said.lower())


def _terms(brief: Brief, said: str) -> Iterator[Block]:
    explained = {form.name.lower() for form in brief.knowledge.form.values()}
    explained |= {basis.name.lower() for basis in brief.knowledge.basis.values()}
    words = f" {' '.join(_WORDS.findall(said))} "
    found = (t for t in brief.knowledge.glossary.terms if f" {' '.join(_WORDS.findall(t.term.lower()))} " in words)
    terms = [term for term in found if term.term.lower() not in explained]
    if terms:
        yield Heading(2, "Woorden", f"{brief.letters[Chapter.SOURCES]}1")
        runs = ((bold(f"{first_upper(term.term)}: "), Run(sentence(term.text))) for term in terms)
        yield BulletList(tuple(runs))


def _thresholds(brief: Brief) -> Table:
    limits = brief.knowledge.profiles.thresholds
    low, high = (number_words(100 * share) for share in (limits.perturbation_low, limits.perturbation_high))
    rows = (
        ("Genoeg beantwoord", f"{number_words(100 * limits.coverage)}% van het belang, samen en per vorm"),
        ("Duidelijke winnaar", f"een verschil van {number_words(limits.clear_margin)} punten of meer"),
        ("Stevig genoeg", f"bij {number_words(100 * limits.clear_first_share)} van 100 proeven bovenaan"),
        ("Belang", f"van 0 tot 10, en {limits.default_importance} waar niets is gekozen"),
        ("Net buiten wat de vorm vraagt", f"per punt verder minder, bij {number_words(limits.tolerance)} punten niets"),
        ("Proeven met ander belang", f"{whole(limits.samples)} keer, met vast begin: {limits.seed}"),
        ("Proeven rond uw belang", f"elk belang tussen {low}% en {high}% van uw keuze"),
        ("Verschil tussen partners", f"te bespreken vanaf {limits.spread} punten"),
        ("Kennis", f"versie {brief.knowledge.version}, nagekeken op {day(brief.knowledge.sources.checked_on)}"),
    )
    columns = (Column("Onderwerp"), Column("Waarde", 1))
    return Table("Uitgangspunten", columns, tuple(Row((cell(a), cell(b))) for a, b in rows))


def _statutes(brief: Brief) -> Iterator[Block]:
    legal = brief.advice.legal
    findings = [*brief.legal_notes, *(f for outcome in legal.outcomes for f in outcome.findings)]
    findings += [finding for _, beside in legal.beside for finding in beside]
    used = {finding.statute for finding in findings}
    statutes = [s for s in brief.knowledge.law.statutes if s.id in used]
    if statutes:
        columns = (Column("Tekst van"), Column("Wet en adres"))
        rows = tuple(Row((cell(iso_day(s.text_date)), _statute(s))) for s in statutes)
        yield Table("De wetten en de tekst die is gelezen", columns, rows)
    doubts = brief.knowledge.law.doubts
    if doubts:
        text = " ".join(sentence(doubt.text) for doubt in doubts[:3])
        yield Paragraph(plain(text), ParagraphKind.NOTE)


def _statute(statute: Statute) -> Cell:
    return Cell((Run(f"{_statute_name(statute)}\n"), linked(statute.url, statute.url)))


def _sources(brief: Brief) -> Table:
    used = _used(brief)
    sources = [source for source in brief.knowledge.sources.sources if source.id in used]
    columns = (Column("Datum"), Column("Bron en adres"))
    rows = (Row((cell(source.date or "zonder datum"), _source(source))) for source in sources)
    return Table("De bronnen achter dit advies", columns, tuple(rows))


def _source(source: SourceText) -> Cell:
    """The name, then the address on a line of its own; a site that is named by its address stands there once."""
    if source.url is None:
        return cell(source.name)
    address = linked(source.url, source.url)
    return Cell((address,)) if source.url.endswith(f"//{source.name}") else Cell((Run(f"{source.name}\n"), address))


def _used(brief: Brief) -> set[str]:
    """Ids of the sources behind the forms, the profiles, the rules and the cases that this report names."""
    knowledge, legal = brief.knowledge, brief.advice.legal
    findings = [*brief.legal_notes, *(f for outcome in legal.outcomes for f in outcome.findings)]
    warnings = [knowledge.warning[matched.warning] for matched in brief.advice.warnings]
    records: list[BaseModel] = [
        *knowledge.forms.forms,
        *(cell for profile in knowledge.profiles.profiles for cell in profile.cells.values()),
        *(knowledge.rule[f.rule] for f in findings if f.rule in knowledge.rule),
        *warnings,
        *(knowledge.case[case] for warning in warnings for case in warning.cases),
        *(() if brief.agreed is None else brief.agreed.records),
    ]
    named = (reference for record in records if isinstance(record, Sourced) for reference in record.sources)
    return {reference.split(" ", 1)[0].rstrip(":,") for reference in named}


def _statute_name(statute: Statute) -> str:
    return statute.name if statute.short == statute.name else f"{statute.name} ({statute.short})"
