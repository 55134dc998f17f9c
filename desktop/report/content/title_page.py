"""The first page: what is advised, for whom, on which knowledge, with which code."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.tree import Meta, TitlePage
from models.advice.results import Outcome
from models.dutch import day, listed
from models.wording.words import code_of, counted, shortened, the_basis, the_form

__all__ = ["meta_of", "title_page"]

KIND = "Advies over samenwerking"
_NAMED = 4
"""More partners than this are counted instead of named in a sentence."""


def meta_of(brief: Brief) -> Meta:
    """Properties and running lines."""
    dossier = brief.dossier
    return Meta(
        title=shortened(dossier.title, 300),
        kind=KIND,
        status="Concept, verzonnen voorbeeld" if dossier.fictional else "Concept",
        version="Concept",
        dated=day(dossier.dated),
        code=code_of(brief.content_hash),
        content_hash=brief.content_hash,
        author=shortened(dossier.vaststelling.author, 120),
    )


def title_page(brief: Brief) -> TitlePage:
    """The first page."""
    meta = meta_of(brief)
    return TitlePage(
        kind=meta.kind,
        status=meta.status,
        title=meta.title,
        subtitle=_subtitle(brief),
        label="Het advies",
        sentences=tuple(_sentences(brief)),
        facts=tuple(_facts(brief)),
        form=brief.advice.form.recommended,
    )


def _subtitle(brief: Brief) -> str:
    names = [shortened(name, 40) for name in brief.partner_names.values()]
    about = "Advies over samenwerkingsvorm en rechtsvorm"
    if not names:
        return about
    if len(names) > _NAMED:
        return f"{about} voor {counted(len(names), 'partner', 'partners')}"
    return f"{about} voor {listed(names)}"


def _sentences(brief: Brief) -> Iterator[str]:
    advice = brief.advice.form
    if advice.outcome is Outcome.NO_ADVICE:
        yield "Er is nog geen advies: er zijn te weinig stellingen beantwoord."
        if advice.missing:
            yield f"Beantwoord eerst de stellingen over {brief.statements(advice.missing[:2])}."
        return
    if advice.recommended is None:
        yield "Er is geen advies: alle vijf de vormen vallen af."
        yield f"Hoofdstuk {brief.letters[Chapter.ALTERNATIVES]} noemt bij elke vorm de reden."
        return
    yield from _form_sentence(brief)
    basis = brief.advice.legal.preferred
    if basis is not None:
        lead = "Bij die keuze past" if brief.differs and brief.chosen_form is not None else "Als rechtsvorm past"
        yield f"{lead} {the_basis(basis)} het best."


def _form_sentence(brief: Brief) -> Iterator[str]:
    advice, choice = brief.advice.form, brief.dossier.vorm.choice
    assert advice.recommended is not None
    form = the_form(advice.recommended)
    if brief.differs and choice is not None:
        chosen = "doorgaan zoals nu" if choice.form == "doorgaan" else the_form(choice.form)
        yield f"Het advies is {form}. De partners kiezen voor {chosen}."
    elif advice.outcome is Outcome.NOT_CLEAR:
        yield f"Geen vorm wint duidelijk. De lichtste van de beste vormen heeft de voorkeur: {form}."
    else:
        yield f"Kies {form} als samenwerkingsvorm."


def _facts(brief: Brief) -> Iterator[tuple[str, str]]:
    dossier, section = brief.dossier, brief.dossier.vaststelling
    names = list(brief.partner_names.values())
    yield "Partners", listed(names) if names else "nog niet ingevuld"
    yield "Datum", day(dossier.dated)
    for label, text in (
        ("Opgesteld door", section.author),
        ("Portefeuille", section.portfolio),
        ("Zaaknummer", section.case_number),
    ):
        if text.strip():
            yield label, shortened(text, 200)
    checked = day(brief.knowledge.sources.checked_on)
    yield "Kennis", f"versie {brief.knowledge.version}, nagekeken op {checked}"
    explained = f"uitleg: hoofdstuk {brief.letters[Chapter.SOURCES]}"
    yield "Controlecode", f"{code_of(brief.content_hash)} ({explained})"
    if dossier.fictional:
        yield "Let op", "dit is een voorbeeld: de gegevens in dit dossier zijn verzonnen"
