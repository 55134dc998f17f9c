"""How each partner would choose by its own answers, and how far they agree."""

from collections.abc import Iterator
from fractions import Fraction

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
from desktop.report.wording import bare_form, first_upper, score_words, sentence, spelled, the_form
from models.advice.results import PartnerView, Spread
from models.dutch import listed
from models.vocabulary import CooperationForm

__all__ = ["partners_blocks"]

_STRONG, _FAIR = Fraction(7, 10), Fraction(4, 10)


def partners_blocks(brief: Brief) -> Iterator[Block]:
    """Empty where no partner answered for itself."""
    views = brief.advice.partners.views
    if not views:
        return
    yield Paragraph(plain(_summary(brief, views)))
    yield from _agreement(brief)
    yield _table(brief, views)
    differences = brief.advice.partners.differences
    if differences:
        yield Paragraph(plain("Over deze stellingen lopen de antwoorden ver uiteen. Bespreek ze samen:"), leads=True)
        yield BulletList(tuple(_difference(brief, spread) for spread in differences))


def _summary(brief: Brief, views: tuple[PartnerView, ...]) -> str:
    form = brief.advice.form.recommended
    if form is None:
        return "Elke partner die zelf antwoordde, heeft een eigen rangorde."
    same = sum(1 for view in views if view.ranks.get(form) == 1)
    name = the_form(form)
    if same == len(views):
        return f"Bij elke partner apart staat {name} ook op plaats 1."
    if not same:
        return f"Bij geen enkele partner apart staat {name} op plaats 1. Het advies rust op de antwoorden samen."
    return f"Bij {spelled(same)} van de {spelled(len(views))} partners staat {name} ook apart op plaats 1."


def _agreement(brief: Brief) -> Iterator[Block]:
    w = brief.advice.partners.kendalls_w
    if w is None:
        return
    words = "sterk" if w >= _STRONG else "redelijk" if w >= _FAIR else "weinig"
    hundredths = int(w * 100 + Fraction(1, 2))
    shown = "1" if hundredths == 100 else f"0,{hundredths:02d}"
    text = f"De rangordes van de partners lijken {words} op elkaar: {shown} op een schaal van 0 tot 1 (Kendalls W)."
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
    names = brief.partner_names
    low, high = min(spread.answers.values()), max(spread.answers.values())
    lowest = listed([names[p] for p, value in spread.answers.items() if value == low and p in names])
    highest = listed([names[p] for p, value in spread.answers.items() if value == high and p in names])
    answers = f"{lowest} antwoordt {low}, {highest} antwoordt {high}"
    return (bold(f"{brief.label(spread.criterion)}: "), Run(sentence(answers)))
