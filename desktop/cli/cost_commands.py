"""The command verdeling: what each partner pays under each key, as a table, as JSON or as a spreadsheet."""

import argparse
import textwrap
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from desktop.cli.errors import CommandError
from desktop.cli.files import check_target, print_json, read_dossier_file, write_result
from desktop.cli.knowledge import shipped_knowledge
from models.agreements.contributions import CostOutcome, work_out
from models.agreements.money import as_decimal, euros
from models.agreements.notes import Note
from models.agreements.outcome import Contribution, KeyOutcome, Payback, YearOutcome
from models.dossier import Dossier
from models.knowledge import Knowledge
from models.wording.costs import SIGN_CONVENTION, TO_THE_CENT, note_text, payback_text, sign_of
from models.wording.words import shortened

__all__ = ["COMMANDS"]

_WIDTH = 88
_NAME = 28
_AMOUNT = 16
_SIDE_BY_SIDE = 5
"""So many years fit beside each other."""

Names = Mapping[str, str]


def _verdeling(options: argparse.Namespace) -> int:
    """Work out all keys; print them, and write the spreadsheet."""
    targets = _targets(options)
    knowledge = shipped_knowledge()
    dossier = read_dossier_file(options.file, knowledge)
    outcome = work_out(dossier.kosten, dossier.partners.active)
    for write, path in targets:
        write_result(path, write(dossier, knowledge, outcome))
    if options.json:
        print_json(_document(dossier, knowledge, outcome))
    else:
        print("\n".join(_lines(dossier, knowledge, outcome)))
        for name in (options.xlsx, options.ods):
            if name is not None:
                print(f"Het rekenblad staat in {name}.")
    return 0 if any(key.years for key in outcome.keys) else 1


_Write = Callable[[Dossier, Knowledge, CostOutcome], bytes]


def _targets(options: argparse.Namespace) -> list[tuple[_Write, Path]]:
    """What to write where; refused before anything is worked out."""
    from desktop.spreadsheet import ods_of, xlsx_of

    found: list[tuple[_Write, Path]] = []
    for write, name in ((xlsx_of, options.xlsx), (ods_of, options.ods)):
        if name is not None:
            found.append((write, check_target(name, source=options.file)))
    if len({path for _, path in found}) < len(found):
        raise CommandError("--xlsx en --ods noemen hetzelfde bestand. Kies twee namen.")
    return found


# --- in words


def _names(dossier: Dossier) -> Names:
    return {p.id: shortened(p.name, 80) or "zonder naam" for p in dossier.partners.active}


def _key_name(key: KeyOutcome, knowledge: Knowledge) -> str:
    return key.name or next((text.name for text in knowledge.costs.keys if text.id == key.kind), str(key.kind))


def _lines(dossier: Dossier, knowledge: Knowledge, outcome: CostOutcome) -> Iterator[str]:
    names = _names(dossier)
    yield from textwrap.wrap(" ".join(dossier.title.split()), _WIDTH)
    yield from _noted("Let op", outcome.budget.remarks, names)
    if not outcome.keys:
        yield ""
        yield "Er zijn nog geen verdeelsleutels. Kies er een bij het onderdeel Kosten verdelen."
        return
    for key in outcome.keys:
        yield ""
        chosen = " (gekozen)" if key.key == outcome.chosen else ""
        yield from textwrap.wrap(f"Verdeelsleutel: {_key_name(key, knowledge)}{chosen}", _WIDTH)
        yield from _noted("Nog geen uitkomst", key.obstacles, names)
        if key.years:
            yield from _outcome(key, names)
    if any(key.years for key in outcome.keys):
        yield ""
        yield TO_THE_CENT


def _noted(head: str, notes: Sequence[Note], names: Names) -> Iterator[str]:
    for note in notes:
        yield from textwrap.wrap(f"{head}: {note_text(note, names)}", _WIDTH, subsequent_indent="  ")


def _outcome(key: KeyOutcome, names: Names) -> Iterator[str]:
    yield from _table("Bijdrage per jaar in euro’s (structureel, met btw)", key.years, names, _structural, True)
    if any(year.one_off for year in key.years):
        once = [year for year in key.years if year.one_off]
        yield from _table("Eenmalig in euro’s, met btw", once, names, _one_off, True)
    if any(c.difference is not None for year in key.years for c in year.contributions):
        yield from _table("Verschil met nu in euro’s, na btw die terugkomt", key.years, names, _difference, False)
        yield f"  {SIGN_CONVENTION}"
    together = key.payback.get("")
    if together is not None:
        yield from textwrap.wrap(payback_text(together), _WIDTH, initial_indent="  ", subsequent_indent="  ")
    for note in key.remarks:
        text = f"Let op: {note_text(note, names)}"
        yield from textwrap.wrap(text, _WIDTH, initial_indent="  ", subsequent_indent="    ")


def _structural(contribution: Contribution) -> Decimal | None:
    return contribution.structural


def _one_off(contribution: Contribution) -> Decimal | None:
    return contribution.one_off


def _difference(contribution: Contribution) -> Decimal | None:
    return contribution.difference


def _table(
    title: str,
    years: Sequence[YearOutcome],
    names: Names,
    amount: Callable[[Contribution], Decimal | None],
    plain: bool,
) -> Iterator[str]:
    """Partners by years, at most five years beside each other; ``plain``: with a minus, else with V and N."""
    write = _plain if plain else _signed
    for first in range(0, len(years), _SIDE_BY_SIDE):
        shown = years[first : first + _SIDE_BY_SIDE]
        yield ""
        yield f"  {title}"
        yield _row("Partner", [str(year.year) for year in shown])
        for place, partner in enumerate(c.partner for c in shown[0].contributions):
            yield _row(names[partner], [write(amount(year.contributions[place])) for year in shown])
        yield _row("Samen", [write(_sum(amount(c) for c in year.contributions)) for year in shown])


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    held = list(amounts)
    return None if None in held else sum((a for a in held if a is not None), Decimal(0))


def _plain(amount: Decimal | None) -> str:
    return "-" if amount is None else f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


def _signed(amount: Decimal | None) -> str:
    return "-" if amount is None else f"{sign_of(amount)} {_plain(abs(amount))}".strip()


def _row(name: str, cells: Sequence[str]) -> str:
    name = _fitted(" ".join(name.split()))
    return f"  {name}{' ' * (_NAME - _columns(name))}{''.join(cell.rjust(_AMOUNT) for cell in cells)}"


def _fitted(name: str) -> str:
    """The name, or as much of it as fits its column."""
    if _columns(name) <= _NAME:
        return name
    while _columns(name) > _NAME - 1:
        name = name[:-1]
    return f"{name}…"


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes: some signs take two, some take none."""
    return sum(
        0 if unicodedata.combining(sign) or unicodedata.category(sign) == "Cf" else 2 if _is_wide(sign) else 1
        for sign in text
    )


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in {"W", "F"}


# --- as JSON; amounts are text, so that no program reads them as binary numbers


def _document(dossier: Dossier, knowledge: Knowledge, outcome: CostOutcome) -> dict[str, Any]:
    names, budget = _names(dossier), outcome.budget
    return {
        "title": dossier.title,
        "dated": dossier.dated.isoformat(),
        "partners": [{"id": p.id, "name": p.name} for p in dossier.partners.active],
        "years": [
            {
                "year": year,
                "to_share": str(euros(budget.structural(place))),
                "one_off": str(euros(budget.one_off(place))),
                "savings": str(euros(budget.savings[place])),
            }
            for place, year in enumerate(budget.years)
        ],
        "remarks": _notes(budget.remarks, names),
        "chosen": outcome.chosen,
        "keys": [_key(key, knowledge, names) for key in outcome.keys],
    }


def _notes(notes: Sequence[Note], names: Names) -> list[dict[str, Any]]:
    return [{"kind": str(n.kind), "partners": list(n.partners), "text": note_text(n, names)} for n in notes]


def _key(key: KeyOutcome, knowledge: Knowledge, names: Names) -> dict[str, Any]:
    return {
        "id": key.key,
        "kind": str(key.kind),
        "name": _key_name(key, knowledge),
        "obstacles": _notes(key.obstacles, names),
        "remarks": _notes(key.remarks, names),
        "years": [_year(year) for year in key.years],
        "gains": list(key.gains),
        "loses": list(key.loses),
        "payback": None if "" not in key.payback else _payback(key.payback[""]),
        "payback_per_partner": {p: _payback(held) for p, held in key.payback.items() if p},
        "outside_corridor": [
            {"partner": b.partner, "year": b.year, "percentage": str(b.percentage)} for b in key.breaches
        ],
        "settled": [
            {
                "partner": s.partner,
                "estimate": str(s.estimate),
                "actual": str(s.actual),
                "still_to_pay": str(s.difference),
            }
            for s in key.settled
        ],
    }


def _payback(payback: Payback) -> dict[str, Any]:
    return {"one_off": str(payback.one_off), "year": payback.year, "balance": str(payback.balance)}


def _year(year: YearOutcome) -> dict[str, Any]:
    return {
        "year": year.year,
        "to_share": str(year.to_share),
        "one_off": str(year.one_off),
        "charged": str(year.charged),
        "uncovered": str(year.uncovered),
        "rest": str(year.rest),
        "one_off_rest": str(year.one_off_rest),
        "spread": str(year.spread),
        "one_off_spread": str(year.one_off_spread),
        "phase": _percent(year.phase),
        "odd_cents_to": list(year.cents_to),
        "at_floor": list(year.at_floor),
        "at_ceiling": list(year.at_ceiling),
        "difference": _text(year.difference),
        "contributions": [_contribution(c) for c in year.contributions],
    }


def _contribution(c: Contribution) -> dict[str, Any]:
    return {
        "partner": c.partner,
        "structural": str(c.structural),
        "one_off": str(c.one_off),
        "share": _percent(c.share),
        "per_inhabitant": _text(c.per_inhabitant),
        "vat_back": str(c.structural_back),
        "one_off_vat_back": str(c.one_off_back),
        "net": str(c.net),
        "today": _text(c.today),
        "difference": _text(c.difference),
    }


def _percent(share: Fraction) -> str:
    """A share as a percentage, to ten decimals."""
    return f"{as_decimal(share * 100):f}"


def _text(amount: Decimal | None) -> str | None:
    return None if amount is None else str(amount)


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {"verdeling": _verdeling}
"""By name, what each command does; it returns the exit code."""
