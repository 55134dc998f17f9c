"""What the tests of planning share: a dossier to plan with, and a strategy for many of them."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from models.dossier import Dossier, dossier_from_values
from models.dossier.agree import RegelingKind
from models.planning.procedures import ALL_TERMS
from models.vocabulary import LegalBasis
from tests.models.samples import minimal

NO_TIME = {
    "principebesluit": 0,
    "or-advies": 0,
    "zienswijzen-verwerken": 0,
    "toestemming-raad": 0,
    "raadsbesluit-regeling": 0,
    "besluit-regeling": 0,
    "bekendmaking-regeling": 0,
    "register-regeling": 0,
}
"""Planning terms of nothing, so that only the law takes time."""


def plan_of(basis: LegalBasis | None = LegalBasis.OPENBAAR_LICHAAM, partners: int = 2, **section: Any) -> Dossier:
    """A dossier of municipalities p1, p2, ... with this section Besluitvorming; a collegeregeling from 11-1-2027."""
    rows = [{"id": f"p{n}", "name": f"Gemeente {n}"} for n in range(1, partners + 1)]
    values = {"kind": "collegeregeling", "start": "2027-01-11", "seat": "p1", "works_council": True, **section}
    rechtsvorm = {} if basis is None else {"choice": {"basis": basis.value}}
    return dossier_from_values(minimal(partners={"partners": rows}, besluitvorming=values, rechtsvorm=rechtsvorm))


_DAYS = st.dates(date(2026, 1, 1), date(2031, 12, 31))


@st.composite
def _raad(draw: st.DrawFn) -> dict[str, Any]:
    meetings = draw(st.lists(_DAYS, max_size=30))
    recess = [(day, day + timedelta(draw(st.integers(0, 60)))) for day in draw(st.lists(_DAYS, max_size=3))]
    return {
        "meetings": [day.isoformat() for day in meetings],
        "recess": [[first.isoformat(), last.isoformat()] for first, last in recess],
    }


@st.composite
def plans(draw: st.DrawFn, *, start: st.SearchStrategy[date] = _DAYS) -> dict[str, Any]:
    """The values of a section Besluitvorming that can be planned, for partners p1 to p3, with a kind and a start."""
    days = st.integers(0, 120)
    return {
        "kind": draw(st.sampled_from(RegelingKind)).value,
        "start": draw(start).isoformat(),
        "in_force": draw(st.none() | _DAYS.map(date.isoformat)),
        "terms": draw(st.dictionaries(st.sampled_from(ALL_TERMS), days, max_size=6)),
        "raad": draw(st.dictionaries(st.sampled_from(["p1", "p2", "p3"]), _raad(), max_size=3)),
        "works_council": draw(st.none() | st.booleans()),
        "leaving": "p2",
        "leaving_start": draw(start).isoformat(),
        "leaving_on": draw(st.none() | _DAYS.map(date.isoformat)),
        "notice_months": draw(st.none() | st.integers(0, 24)),
    }
