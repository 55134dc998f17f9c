"""The first page: what is advised, for whom, on which knowledge, with which code."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.content.standing import deciding, mark_of, status, version
from desktop.report.edition import DocumentKind
from desktop.report.tree import Logo, Meta, TitlePage
from models.advice.results import Outcome
from models.dutch import day, listed
from models.figures.metrics import text_width
from models.wording.bodies import bodies_words, body_nouns
from models.wording.words import code_of, counted, shortened, the_basis, the_form

__all__ = ["decision_texts", "logo_of", "meta_of", "title_page"]

_KINDS = {
    DocumentKind.ADVICE: "Advies over samenwerking",
    DocumentKind.COVER_NOTE: "Oplegnotitie",
    DocumentKind.WORKSHOP: "Verslag van de werksessie",
    DocumentKind.APPROVALS: "Akkoordblad",
}
_NAMED = 4
"""More partners than this are counted instead of named in a sentence."""

_PARTNERS = 360
"""Signs of the names of all partners on the first page."""

_DECISION, _LINE, _WIDTH = 220, 57, 331
"""Signs of a decision on the first page, signs that surely fit on a line, points that do; the chapter has it all."""

_ROOM = 686
"""The height of the text of a page in points. What stands there beside title, decisions and facts takes so much:"""

_FIXED, _SENTENCE, _ASK, _TITLE, _SUBTITLE, _ONE, _FACT = 166, 18, 14, 34, 21, 18, 20


def meta_of(brief: Brief) -> Meta:
    """Properties and running lines, for every kind of document."""
    dossier, edition = brief.dossier, brief.edition
    own = edition.template.kind.strip() if edition.kind is DocumentKind.ADVICE else ""
    return Meta(
        title=shortened(dossier.title, 300),
        kind=own or _KINDS[edition.kind],
        status=status(brief),
        version=version(brief),
        dated=day(dossier.dated),
        code=code_of(brief.content_hash),
        content_hash=brief.content_hash,
        author=shortened(dossier.vaststelling.author, 120),
        internal=edition.internal or edition.kind is DocumentKind.APPROVALS,
        mark=mark_of(brief),
    )


def title_page(brief: Brief) -> TitlePage:
    """The first page: the advice, and the decisions that it asks for."""
    meta, facts, sentences = meta_of(brief), tuple(_facts(brief)), tuple(_sentences(brief))
    asked = decision_texts(brief)
    short = tuple(shortened(text, _LINE) for text in asked)
    decisions = next((texts for texts in (asked, short) if _fits(meta.title, sentences, facts, texts)), ())
    return TitlePage(
        kind=meta.kind,
        status=meta.status,
        title=meta.title,
        subtitle=_subtitle(brief),
        label="Het advies",
        sentences=(" ".join(sentences),) if decisions else sentences,
        facts=facts,
        form=brief.advice.form.recommended,
        ask=_ask(brief, len(asked), named=bool(decisions)),
        decisions=decisions,
        logo=logo_of(brief),
    )


def _fits(
    title: str, sentences: tuple[str, ...], facts: tuple[tuple[str, str], ...], decisions: tuple[str, ...]
) -> bool:
    """Whether all of it stays on the first page, by the signs that go on a line of each kind."""
    height = _FIXED + _TITLE * _lines(title, 24) + 2 * _SUBTITLE + _ASK
    height += _SENTENCE * _lines(" ".join(sentences), 56) + sum(20 + _ONE * _decision_lines(text) for text in decisions)
    return height + sum(_FACT - 12 + 12 * _lines(value, 72) for _, value in facts) <= _ROOM


def _decision_lines(text: str) -> int:
    return 1 if text_width(text, 12) <= _WIDTH else max(2, _lines(text, 56))


def _lines(text: str, signs: int) -> int:
    return -(-len(text) // signs)


def logo_of(brief: Brief) -> Logo | None:
    """The mark of the municipality that prints it."""
    template = brief.edition.template
    if not template.logo:
        return None
    return Logo(template.logo_bytes, template.organisation.strip() or "Logo")


def decision_texts(brief: Brief) -> tuple[str, ...]:
    """The texts of the beslispunten, short enough for a first page."""
    texts = [point.text for point in brief.dossier.vaststelling.beslispunten if point.text.strip()]
    return tuple(shortened(text, _DECISION) for text in texts)


def _ask(brief: Brief, number: int, *, named: bool) -> str:
    """Who is asked for how many decisions; ``named``: they stand on the page."""
    if not number:
        return ""
    letter = brief.letters[Chapter.DECISIONS]
    who = body_nouns(deciding(brief)) or "de partners"
    asked = f"Dit advies vraagt {who} om {counted(number, 'besluit', 'besluiten')}"
    return f"{asked} (hoofdstuk {letter})." if named else f"{asked}. Hoofdstuk {letter} noemt ze, met de argumenten."


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
    dossier, section, template = brief.dossier, brief.dossier.vaststelling, brief.edition.template
    bodies, names = deciding(brief), list(brief.partner_names.values())
    if bodies:
        yield "Voor", bodies_words(bodies)
    if not bodies or len(names) > _NAMED:
        yield "Partners", _partners(brief, names)
    author = shortened(section.author, 200)
    yield ("Opgesteld", f"op {day(dossier.dated)} door {author}") if author else ("Datum", day(dossier.dated))
    for label, text in (
        ("Portefeuille", section.portfolio if section.portfolio.strip() else template.portfolio),
        ("Zaaknummer", section.case_number if section.case_number.strip() else template.case_number),
    ):
        if text.strip():
            yield label, shortened(text, 200)
    if not any(point.text.strip() for point in section.beslispunten):
        checked = day(brief.knowledge.sources.checked_on)
        yield "Kennis", f"versie {brief.knowledge.version}, nagekeken op {checked}"
    yield _version(brief)
    if dossier.fictional:
        yield "Let op", "dit is een voorbeeld: de gegevens in dit dossier zijn verzonnen"


def _partners(brief: Brief, names: list[str]) -> str:
    """Their names; of more than a first page holds, how many and where they stand."""
    if not names:
        return "nog niet ingevuld"
    told = listed(names)
    return told if len(told) <= _PARTNERS else f"{len(names)} partners (hoofdstuk {brief.letters[Chapter.QUESTION]})"


def _version(brief: Brief) -> tuple[str, str]:
    explained = f"(uitleg: hoofdstuk {brief.letters[Chapter.SOURCES]})"
    code, current = code_of(brief.content_hash), brief.edition.sign_off.current
    if current is None:
        return "Controlecode", f"{code} {explained}"
    return "Versie", f"versie {current.number} van {day(current.created.date())}, controlecode {code} {explained}"
