"""What the view Kosten asks, as data: start year, costs, savings, the costs of today, indexation."""

from datetime import UTC, datetime
from decimal import Decimal

from models import dutch
from models.agreements.budget import index_of, outcome_years
from models.agreements.money import as_decimal
from models.agreements.typed_sums import item_total
from models.dossier import Dossier
from models.dossier.base import NoAnswerKind, known
from models.dossier.costs import CostItem, CostItemKind, KostenSection, Saving
from models.dossier.edit import Path, fresh_id, value_at, without
from models.dossier.legal_facts import VatTreatment
from models.knowledge import Knowledge
from models.knowledge.law import Term
from models.vocabulary import StepId
from wizards.forms.grid import GridRow
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records
from wizards.forms.values import decimal_text
from wizards.steps.options import partner_name

__all__ = [
    "BASE",
    "ITEMS",
    "amount_years",
    "cost_groups",
    "index_group",
    "index_text",
    "index_years",
    "is_structural",
    "item_removed",
    "partner_rows",
    "savings_group",
    "start_group",
    "today_group",
    "vat_terms",
]

BASE = (StepId.KOSTEN.value,)
ITEMS: Path = (*BASE, "items")

KINDS = (
    Option("structural", "Elk jaar (structureel)"),
    Option("friction", "Frictiekosten"),
    Option("ict", "ICT"),
    Option("project", "Projectkosten"),
    Option("housing", "Huisvesting"),
    Option("vat", "Btw"),
    Option("other_one_off", "Anders, eenmalig"),
)
VAT = (
    Option("none", "Geen btw"),
    Option("compensable", "Btw terug via het BTW-compensatiefonds"),
    Option("cost", "Btw is een kostenpost"),
)
_KIND_WORDS = {option.value: option.label for option in KINDS}
_UNSURE = (NoAnswerKind.UNKNOWN, NoAnswerKind.LATER)
_GENERAL_RATE = "btw-algemeen"


def is_structural(item: CostItem) -> bool:
    """Whether a cost comes back each year."""
    return item.kind is CostItemKind.STRUCTURAL


def _one_off(item: CostItem) -> bool:
    return not is_structural(item)


def _compensable(dossier: Dossier, base: Path) -> bool:
    return value_at(dossier, (*base, "vat")) is VatTreatment.COMPENSABLE


def _taxed(dossier: Dossier, base: Path) -> bool:
    return known(value_at(dossier, (*base, "vat"))) in (VatTreatment.COMPENSABLE, VatTreatment.COST)


# --- years


def amount_years(kosten: KostenSection) -> tuple[int, ...]:
    """The years that the tables of amounts ask: those that are worked out, and every year with an amount."""
    filled = {year for item in kosten.items for year in item.amounts}
    return tuple(sorted({*outcome_years(kosten), *filled}))


def index_years(kosten: KostenSection) -> tuple[int, ...]:
    """The years whose index can matter: from the oldest amount on to the last year worked out."""
    worked_out = outcome_years(kosten)
    if not worked_out:
        return tuple(sorted(kosten.indices))
    oldest = [min(item.amounts) for item in kosten.items if is_structural(item) and item.amounts]
    if kosten.today_indexed and kosten.today_year is not None:
        oldest.append(kosten.today_year)
    first = min((*(year + 1 for year in oldest), worked_out[0]))
    return tuple(sorted({*range(first, worked_out[-1] + 1), *kosten.indices}))


def index_text(kosten: KostenSection, year: int) -> str:
    """The weighted index of a year, as ``2,2%``; nothing where it cannot be known."""
    found = index_of(kosten, year)
    return "" if found is None else f"{decimal_text(as_decimal(found))}%"


# --- cost items


def vat_terms(dossier: Dossier, knowledge: Knowledge) -> tuple[Term, ...]:
    """The general rate of VAT as the law has it on the date of the dossier; nothing where none is known to hold."""
    return tuple(t for t in knowledge.law.terms if t.id == _GENERAL_RATE and t.holds_on(dossier.dated))


def _rate_why(dossier: Dossier, knowledge: Knowledge) -> str:
    said = (
        f"Het algemene tarief is {term.value}% ({term.article}). Nagekeken op {dutch.day(term.checked_on)}."
        for term in vat_terms(dossier, knowledge)[:1]
    )
    return next(said, "Zie de factuur of de offerte.")


def _item_fields(dossier: Dossier, knowledge: Knowledge) -> tuple[Field, ...]:
    return (
        Field("name", "Naam van de kostenpost", required=True),
        Field("kind", "Soort", Kind.CHOICE, options=KINDS, required=True),
        Field("vat", "Btw", Kind.CHOICE, options=VAT, no_answers=ALL_NO_ANSWERS),
        Field(
            "vat_percentage",
            "Percentage btw",
            Kind.PERCENT,
            why=_rate_why(dossier, knowledge),
            no_answers=_UNSURE,
            visible=_taxed,
        ),
        Field(
            "bcf_percentage",
            "Deel dat u terugvraagt",
            Kind.PERCENT,
            why="Het deel van de btw dat het BTW-compensatiefonds teruggeeft.",
            no_answers=_UNSURE,
            visible=_compensable,
        ),
        Field(
            "wage_percentage",
            "Deel dat met de lonen meegroeit",
            Kind.PERCENT,
            why="De rest groeit mee met de prijzen. Leeg: het gewicht uit de tabel Indexatie.",
            no_answers=ALL_NO_ANSWERS,
        ),
        Field("source", "Bron", why="Bijvoorbeeld een begroting of een offerte, met de datum."),
    )


def _item_detail(item: CostItem, _dossier: Dossier, _knowledge: Knowledge) -> str:
    kind = () if is_structural(item) else (_KIND_WORDS[item.kind.value],)
    said = f"{dutch.euros(item_total(item))} ingevuld, zonder btw" if item.amounts else "nog geen bedragen"
    return ", ".join((*kind, said))


def item_removed(dossier: Dossier, path: Path) -> Dossier:
    """The next dossier without a cost item, and without what combinations say about it."""
    for key in dossier.kosten.keys:
        if path[-1] in key.item_keys:
            dossier = without(dossier, (*BASE, "keys", key.id, "item_keys", path[-1]))
    return without(dossier, path)


def _structural(fields: tuple[Field, ...]) -> Records:
    return Records(
        ITEMS,
        "Kosten die elk jaar terugkomen",
        "kostenpost",
        "Kostenpost verwijderd.",
        fields,
        make=lambda _dossier: CostItem(id=fresh_id(), kind=CostItemKind.STRUCTURAL),
        headline=lambda item, _dossier, _knowledge: item.name,
        detail=_item_detail,
        keep=is_structural,
        remove=item_removed,
        empty="Zet hier wat elk jaar geld kost. Begin met de grootste post, vaak de salarissen.",
    )


def _once(fields: tuple[Field, ...]) -> Records:
    return Records(
        ITEMS,
        "Eenmalige kosten",
        "eenmalige post",
        "Eenmalige post verwijderd.",
        fields,
        make=lambda _dossier: CostItem(id=fresh_id(), kind=CostItemKind.OTHER_ONE_OFF),
        headline=lambda item, _dossier, _knowledge: item.name,
        detail=_item_detail,
        keep=_one_off,
        remove=item_removed,
        why="Houd eenmalig en structureel uit elkaar. Anders lijkt het eerste jaar te duur en de rest te goedkoop.",
        empty="Denk aan frictie, ICT, projectleiding, huisvesting en btw.",
    )


# --- savings


def _savings() -> Records:
    return Records(
        (*BASE, "savings"),
        "Waarop u wilt besparen",
        "besparing",
        "Besparing verwijderd.",
        (
            Field("text", "Waarop bespaart u?", required=True),
            Field("year", "Vanaf jaar", Kind.YEAR, required=True, short=True),
            Field("amount", "Bedrag per jaar", Kind.MONEY, required=True, short=True),
            Field(
                "ramp_years",
                "Opbouw",
                Kind.WHOLE,
                unit="jaar",
                why="In hoeveel gelijke stappen groeit de besparing? Vul 0 in als zij meteen volledig is.",
            ),
        ),
        make=_new_saving,
        headline=lambda saving, _dossier, _knowledge: saving.text,
        detail=_saving_detail,
        why="De kosten gaan voor de baten uit. Schrijf op vanaf welk jaar u op het voordeel rekent.",
        empty="Rekent u op een besparing? Zet dan hier het jaar en het bedrag.",
    )


def _saving_detail(saving: Saving, _dossier: Dossier, _knowledge: Knowledge) -> str:
    ramp = f", opbouw in {saving.ramp_years} jaar" if saving.ramp_years > 1 else ""
    return f"{dutch.euros(saving.amount)} per jaar vanaf {saving.year}{ramp}"


def _new_saving(dossier: Dossier) -> Saving:
    year = dossier.kosten.start_year or datetime.now(tz=UTC).year
    return Saving(id=fresh_id(), year=year, amount=Decimal(0))


# --- cards


def start_group() -> Group:
    """From when on, and how many years."""
    return Group(
        "Uitgangspunten",
        BASE,
        (
            Field("start_year", "In welk jaar begint de samenwerking?", Kind.YEAR, required=True, short=True),
            Field("years", "Hoeveel jaar rekent u door?", Kind.WHOLE, unit="jaar", required=True, short=True),
        ),
        why="Reken minstens vier jaar door, en hoogstens tien.",
    )


def savings_group() -> Group:
    """Savings, and whether they count."""
    subtract = Field("subtract_savings", "Trek besparingen af van de kosten die u verdeelt", Kind.TOGGLE)
    return Group("Besparingen", BASE, (_savings(), subtract))


def today_group() -> Group:
    """Of which year the costs of today are, and whether they grow."""
    return Group(
        "De kosten van nu",
        BASE,
        (
            Field("today_year", "Van welk jaar zijn de kosten van nu?", Kind.YEAR),
            Field("today_indexed", "Laat de kosten van nu meegroeien met de index", Kind.TOGGLE),
        ),
        why="Zo vergelijkt u met doorgaan zoals nu, in hetzelfde jaar.",
    )


def index_group() -> Group:
    """How the weighted index is rounded."""
    return Group(
        "Afronden van de index",
        BASE,
        (
            Field(
                "index_decimals",
                "Decimalen van de gewogen index",
                Kind.WHOLE,
                why="Leeg: de index wordt niet afgerond. Rond af als uw begroting dat ook doet.",
            ),
        ),
    )


def cost_groups(dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """The cards of the view Kosten that are no tables."""
    fields = _item_fields(dossier, knowledge)
    return (
        start_group(),
        Group("Structurele kosten", BASE, (_structural(fields),)),
        Group("Eenmalige kosten", BASE, (_once(fields),)),
        savings_group(),
        today_group(),
        index_group(),
    )


def partner_rows(dossier: Dossier, _knowledge: Knowledge) -> tuple[GridRow, ...]:
    """The partners that take part, as rows of a table."""
    return tuple(GridRow(p.id, partner_name(dossier, p.id)) for p in dossier.partners.active)
