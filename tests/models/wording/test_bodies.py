"""Which bodies decide, and what they are called for each kind of partner."""

from typing import Any

import pytest

from models.dossier import Dossier
from models.vocabulary import BodyKind, LegalBasis
from models.wording.bodies import bodies_of, bodies_words, body_nouns, deciding_bodies
from tests.models.samples import made, minimal

BVO, BV = LegalBasis.BEDRIJFSVOERINGSORGANISATIE, LegalBasis.BV


def _dossier(*kinds: str, **sections: Any) -> Dossier:
    rows = [{"id": f"p{n}", "name": f"Partner {n}", "kind": kind} for n, kind in enumerate(kinds, start=1)]
    return made(minimal(partners={"partners": rows}, **sections))


def _names(dossier: Dossier, basis: LegalBasis | None = BVO) -> list[str]:
    return [f"{body.name}{' (toestemming)' if body.consents else ''}" for body in deciding_bodies(dossier, basis)]


@pytest.mark.parametrize(
    ("kind", "nouns"),
    [
        ("raadsregeling", ["raad"]),
        ("collegeregeling", ["college", "raad"]),
        ("burgemeestersregeling", ["burgemeester", "raad"]),
        ("gemengde-regeling", ["college", "raad"]),
    ],
)
def test_the_kind_of_regeling_names_them(kind: str, nouns: list[str]) -> None:
    dossier = _dossier("gemeente", besluitvorming={"kind": kind})
    assert [body.noun for body in deciding_bodies(dossier, BVO)] == nouns


def test_the_raad_only_consents_to_a_regeling_of_colleges() -> None:
    dossier = _dossier("gemeente", besluitvorming={"kind": "collegeregeling"})
    assert _names(dossier) == ["college van Partner 1", "raad van Partner 1 (toestemming)"]
    assert _names(dossier, BV) == ["college van Partner 1"]
    asked = [{"id": "b", "text": "Stel vast", "bodies": ["raad"]}]
    both = _dossier("gemeente", besluitvorming={"kind": "collegeregeling"}, vaststelling={"beslispunten": asked})
    assert _names(both) == ["college van Partner 1", "raad van Partner 1"]


def test_powers_count_where_nobody_chose_a_kind() -> None:
    facts = {"facts": {"bodies": ["raad", "burgemeester"]}}
    assert _names(_dossier("gemeente", rechtsvorm=facts)) == ["burgemeester van Partner 1", "raad van Partner 1"]
    mixed = _dossier("gemeente", rechtsvorm=facts, besluitvorming={"kind": "gemengde-regeling"})
    assert _names(mixed) == ["burgemeester van Partner 1", "raad van Partner 1"]
    assert _names(_dossier("gemeente", besluitvorming={"kind": {"no_answer": "unknown"}})) == []


def test_other_partners_have_other_bodies() -> None:
    dossier = _dossier("waterschap", "provincie", "privaat", besluitvorming={"kind": "gemengde-regeling"})
    assert _names(dossier) == [
        "dagelijks bestuur van Partner 1",
        "gedeputeerde staten van Partner 2",
        "bestuur van Partner 3",
        "algemeen bestuur van Partner 1",
        "provinciale staten van Partner 2",
    ]


def test_words_put_bodies_of_the_same_partners_together() -> None:
    partners = _dossier("gemeente", "gemeente", "waterschap").partners.active
    bodies = bodies_of(partners, {BodyKind.COLLEGE, BodyKind.RAAD})
    said = "colleges en raden van Partner 1 en Partner 2; dagelijks bestuur en algemeen bestuur van Partner 3"
    assert bodies_words(bodies) == said
    assert body_nouns(bodies) == "de colleges, het dagelijks bestuur, de raden en het algemeen bestuur"
    assert body_nouns(bodies_of(partners[:1], {BodyKind.COLLEGE})) == "het college"
    assert bodies_words(()) == body_nouns(()) == ""


def test_many_partners_are_counted() -> None:
    partners = _dossier(*["gemeente"] * 40).partners.active
    words = bodies_words(bodies_of(partners, {BodyKind.RAAD}))
    assert words == "raden van Partner 1, Partner 2, Partner 3 en nog 37 partners"
