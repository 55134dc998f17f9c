"""A list of partners out of a spreadsheet, and into one. Pure: text in, a plan of what changes out.

The plan is shown before anything happens; carrying it out is one edit. A partner that is there already (same name)
is brought up to date with the cells that hold something, never doubled; one that was taken out takes part again.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from models.dossier import Dossier
from models.dossier.base import LATER, NOT_APPLICABLE, UNKNOWN, ImmutableDict, NoAnswer
from models.dossier.edit import fresh_id, path_key
from models.dossier.explore import Partner
from models.dossier.wording import reason_of
from models.folding import folded
from models.vocabulary import PartnerKind
from models.wording.words import PARTNER_KINDS
from wizards.forms.sheet import cells_of, sheet_text
from wizards.forms.spec import Kind
from wizards.forms.values import NO_ANSWER_WORDS, Unreadable, decimal_text, parse, shown

__all__ = ["COLUMNS", "KIND_WORDS", "MOST", "Outcome", "PastePlan", "PlannedRow", "partners_as_text", "plan_paste"]

MOST = 40
"""How many partners can take part at most."""

_MOST_ROWS = 500

KIND_WORDS: Mapping[PartnerKind, str] = {kind: word[0].upper() + word[1:] for kind, word in PARTNER_KINDS.items()}
"""Kind of organisation, as on a label and in a cell."""

COLUMNS: Mapping[str, str] = {
    "name": "naam",
    "kind": "soort",
    "inhabitants": "inwoners",
    "inhabitants_on": "peildatum",
    "inhabitants_source": "bron",
    "fte": "fte",
    "brings": "brengt in",
    "can_be_centre": "kan centrum zijn",
    "own_policy": "eigen beleid",
}
"""Field of a partner and the head of its column, in the order that holds without a head."""

_NAME_HEADS = frozenset(
    {
        *("naam", "naam partner", "naam gemeente", "naam organisatie", "gemeentenaam", "partner", "partners"),
        *("gemeente", "gemeenten", "organisatie", "organisaties", "deelnemer", "deelnemers"),
    }
)
_HEADS: tuple[tuple[str, str], ...] = (
    ("inhabitants_on", r"peildatum\b.*|datum( inwoners)?|per"),
    ("inhabitants_source", r"bron\b.*"),
    ("inhabitants", r"(aantal )?inwoners\b.*|inwonertal\b.*|inwoneraantal\b.*"),
    ("fte", r"(aantal )?fte\b.*|formatie\b.*"),
    ("kind", r"soort\b.*|type\b.*"),
    ("brings", r"brengt\b.*|inbreng\b.*"),
    ("can_be_centre", r"(kan )?centrum( zijn)?|centrumgemeente"),
    ("own_policy", r"(houdt )?eigen beleid"),
)
_MISSING: Mapping[str, NoAnswer] = {
    **{word: answer for word in ("weet ik niet", "onbekend", "?") for answer in (UNKNOWN,)},
    **{word: answer for word in ("niet van toepassing", "n.v.t.", "nvt") for answer in (NOT_APPLICABLE,)},
    **{word: answer for word in ("later invullen", "later") for answer in (LATER,)},
}
_ANSWERS = frozenset({"inhabitants", "fte", "can_be_centre", "own_policy"})
_KINDS: Mapping[str, PartnerKind] = {
    **{kind.value: kind for kind in PartnerKind},
    **{folded(word): kind for kind, word in KIND_WORDS.items()},
    "gr": PartnerKind.GEMEENSCHAPPELIJKE_REGELING,
    "bedrijf": PartnerKind.PRIVAAT,
    "anders": PartnerKind.OVERIG,
}
_YES_NO: Mapping[str, bool] = {"ja": True, "j": True, "nee": False, "n": False}
_TYPED = {"inhabitants": Kind.WHOLE, "fte": Kind.NUMBER, "inhabitants_on": Kind.DATE}


class Outcome(StrEnum):
    """What happens with a pasted row."""

    NEW = "new"
    UPDATE = "update"
    RETURN = "return"
    SAME = "same"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class PlannedRow:
    """One pasted row. ``number``: its line in the table, from 1. ``cells``: by field, as they were pasted.

    ``partner``: as it will be; None where the row is unreadable, and then ``reason`` says why (a Dutch sentence).
    """

    number: int
    cells: Mapping[str, str]
    outcome: Outcome
    partner: Partner | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PastePlan:
    """What pasting would do. ``columns``: the fields in the order of the table; ``skipped``: heads nobody knows."""

    columns: tuple[str, ...]
    rows: tuple[PlannedRow, ...]
    skipped: tuple[str, ...] = ()

    def count(self, *outcomes: Outcome) -> int:
        """How many rows end so."""
        return sum(row.outcome in outcomes for row in self.rows)

    @property
    def changes(self) -> bool:
        """Whether there is anything to do."""
        return self.count(Outcome.NEW, Outcome.UPDATE, Outcome.RETURN) > 0

    def carry_out(self, dossier: Dossier) -> Dossier:
        """The next dossier: known partners in their own place, new ones at the end."""
        made = {row.partner.id: row.partner for row in self.rows if row.partner is not None}
        kept = tuple(made.pop(partner.id, partner) for partner in dossier.partners.partners)
        section = dossier.partners.model_copy(update={"partners": (*kept, *made.values())})
        drafts = {key: text for key, text in dossier.drafts.items() if key not in self._filled()}
        return dossier.model_copy(update={"partners": section, "drafts": ImmutableDict(drafts)})

    def _filled(self) -> frozenset[str]:
        """The fields that get a value; what was typed there and was no answer goes."""
        pairs = ((row.partner, field) for row in self.rows for field, cell in row.cells.items() if cell)
        return frozenset(path_key(("partners", "partners", p.id, field)) for p, field in pairs if p is not None)


def plan_paste(text: str, dossier: Dossier) -> PastePlan:
    """What pasting ``text`` into ``dossier`` would do; never raises for a text."""
    lines = [(n, row) for n, row in enumerate(cells_of(text), 1) if any(row)]
    if not lines:
        return PastePlan((), ())
    heads = _heads(lines[0][1])
    places: tuple[str | None, ...]
    if heads is not None:
        places = heads
        skipped = tuple(cell for cell, field in zip(lines[0][1], heads, strict=True) if field is None and cell)
        lines = lines[1:]
    else:
        places, skipped = _by_order([row for _, row in lines]), ()
    planner = _Planner(dossier)
    rows = tuple(planner.row(number, _named(places, row)) for number, row in lines[:_MOST_ROWS])
    return PastePlan(tuple(place for place in places if place), rows, skipped)


def partners_as_text(partners: tuple[Partner, ...]) -> str:
    """The partners as a table that a spreadsheet takes, and that can be pasted back."""
    return sheet_text([list(COLUMNS.values()), *([_written(p, field) for field in COLUMNS] for p in partners)])


def _written(partner: Partner, field: str) -> str:
    value = getattr(partner, field)
    if isinstance(value, NoAnswer):
        return NO_ANSWER_WORDS[value.no_answer]
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, PartnerKind):
        return KIND_WORDS[value]
    if value is None:
        return ""
    if field in ("inhabitants", "fte"):
        return decimal_text(value)
    # A space that does not break is no space to a spreadsheet that looks for a date.
    return shown(Kind.DATE, value).replace("\u00a0", " ") if field == "inhabitants_on" else str(value)


def _heads(row: tuple[str, ...]) -> tuple[str | None, ...] | None:
    """The field of each column, where the first row is a head; None where it holds a partner already."""
    found: list[str | None] = []
    for cell in row:
        field = _head(cell)
        found.append(None if field in found else field)
    known = sum(field is not None for field in found)
    filled = sum(bool(cell) for cell in row)
    # "Barendrecht; gemeente" is a partner although "gemeente" could be a head.
    strict = _plain(row[0]) == "naam"
    return tuple(found) if "name" in found and (strict or known * 2 > filled) else None


def _head(cell: str) -> str | None:
    plain = _plain(cell)
    if plain in _NAME_HEADS:
        return "name"
    return next((field for field, pattern in _HEADS if re.fullmatch(pattern, plain)), None)


def _by_order(rows: list[tuple[str, ...]]) -> tuple[str | None, ...]:
    """Without a head the columns go by order; a second column of numbers is no kind but inhabitants."""
    fields = list(COLUMNS)
    second = [row[1] for row in rows if len(row) > 1 and row[1]]
    if second and not any(folded(cell) in _KINDS for cell in second) and any(c[0].isdigit() for c in second):
        fields.remove("kind")
    return tuple(fields)


def _named(places: tuple[str | None, ...], row: tuple[str, ...]) -> dict[str, str]:
    return {field: cell for field, cell in zip(places, row, strict=False) if field is not None}


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[^a-z0-9 ]", " ", folded(text)).split())


def _same(name: str) -> str:
    """By what a name is known: case, accents' spelling, spaces and "gemeente" before it make no other partner."""
    plain = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    return plain.removeprefix("gemeente ")


class _Planner:
    """Reads row after row, and knows which names there were."""

    def __init__(self, dossier: Dossier) -> None:
        self._known: dict[str, Partner] = {}
        for partner in sorted(dossier.partners.partners, key=lambda partner: not partner.removed):
            self._known[_same(partner.name)] = partner
        self._room = MOST - len(dossier.partners.active)
        self._seen: set[str] = set()

    def row(self, number: int, cells: dict[str, str]) -> PlannedRow:
        """The plan for one row."""
        try:
            outcome, partner = self._read(cells)
        except Unreadable as error:
            return PlannedRow(number, cells, Outcome.UNREADABLE, None, error.advice)
        return PlannedRow(number, cells, outcome, partner)

    def _read(self, cells: dict[str, str]) -> tuple[Outcome, Partner]:
        name = " ".join(cells.get("name", "").split())
        if not name:
            raise Unreadable("De naam ontbreekt.")
        key = _same(name)
        if key in self._seen:
            raise Unreadable("Deze naam staat er twee keer in.")
        values = {f: _value(f, cell) for f, cell in cells.items() if f != "name" and cell not in ("", "-")}
        old = self._known.get(key)
        try:
            made = Partner.model_validate(
                {**(old.__dict__ if old else {"id": fresh_id(), "name": name}), **values, "removed": False}
            )
        except ValidationError as error:
            said = reason_of(error.errors(include_url=False)[0])[1]
            raise Unreadable(f"Dit past niet: {said}.") from error
        if old is None or old.removed:
            if self._room <= 0:
                raise Unreadable(f"Er passen hoogstens {MOST} partners in een dossier.")
            self._room -= 1
        self._seen.add(key)
        if old is None:
            return Outcome.NEW, made
        return (Outcome.RETURN if old.removed else Outcome.SAME if made == old else Outcome.UPDATE), made


def _value(field: str, cell: str) -> Any:
    plain = " ".join(folded(cell).split())
    if field in _ANSWERS and plain in _MISSING:
        return _MISSING[plain]
    if field == "kind":
        return _choice(_KINDS, plain, cell, "geen soort partner. Schrijf bijvoorbeeld gemeente of waterschap.")
    if field in ("can_be_centre", "own_policy"):
        return _choice(_YES_NO, plain, cell, "geen ja of nee.")
    if field in _TYPED:
        bare = re.sub(r"\s*(inwoners|fte)$", "", cell, flags=re.IGNORECASE)
        try:
            return parse(_TYPED[field], bare)
        except Unreadable as error:
            raise Unreadable(f"Bij {COLUMNS[field]} staat “{_short(cell)}”. {error.advice}") from error
    return cell


def _choice(choices: Mapping[str, Any], plain: str, cell: str, complaint: str) -> Any:
    if plain not in choices:
        raise Unreadable(f"“{_short(cell)}” is {complaint}")
    return choices[plain]


def _short(text: str) -> str:
    return text if len(text) <= 30 else text[:29] + "…"
