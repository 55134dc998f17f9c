"""How each partner would choose by its own answers, and how far they agree."""

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
from models.advice.results import PartnerView, Spread
from models.dutch import listed
from models.vocabulary import CooperationForm
from models.wording.advice import agreement_words, difference_words_of, partners_summary
from models.wording.words import bare_form, first_upper, score_words

__all__ = ["partners_blocks"]


def partners_blocks(brief: Brief) -> Iterator[Block]:
    """Empty where no partner answered for itself."""
    views = brief.advice.partners.views
    if not views:
        return
    yield Paragraph(plain(partners_summary(brief)))
    yield from _agreement(brief)
    yield _table(brief, views)
    differences = brief.advice.partners.differences
    if differences:
        yield Paragraph(plain("Over deze stellingen lopen de antwoorden ver uiteen. Bespreek ze samen:"), leads=True)
        yield BulletList(tuple(_difference(brief, spread) for spread in differences))


def _agreement(brief: Brief) -> Iterator[Block]:
    if text := agreement_words(brief):
        yield LabelledParagraph("Overeenstemming", plain(text))


def _table(brief: Brief, views: tuple[PartnerView, ...]) -> Table:
    columns = (
        Column("Partner"),
        *(Column(_head(form), 1, Align.RIGHT) for form in CooperationForm),
        Column("Bovenaan", 1.9),
    )
    names = brief.partner_names
    rows = tuple(Row(tuple(cell(text) for text in _row(names.get(view.partner, "–"), view))) for view in views)
    note = "Een streepje betekent: deze vorm valt af, of er is te weinig beantwoord." if views else ""
    if any(not view.counts for view in views):
        note += " Bij een partner met een * is te weinig beantwoord voor een oordeel over de overeenstemming."
    caption = "De score per vorm met de antwoorden van één partner"
    return Table(caption, columns, rows, unit="score van 0 tot 100", note=note)


def _head(form: CooperationForm) -> str:
    short = {CooperationForm.SSC: "SSC", CooperationForm.CENTRUM: "Centrum", CooperationForm.SETA: "Fusie"}
    return short.get(form, first_upper(bare_form(form)))


def _row(name: str, view: PartnerView) -> Iterator[str]:
    yield name if view.counts else f"{name} *"
    for form in CooperationForm:
        yield "–" if form in view.excluded else score_words(view.scores.get(form))
    yield listed([bare_form(form) for form, rank in view.ranks.items() if rank == 1]) or "–"


def _difference(brief: Brief, spread: Spread) -> tuple[Run, ...]:
    return (bold(f"{brief.label(spread.criterion)}: "), Run(difference_words_of(brief, spread)))
