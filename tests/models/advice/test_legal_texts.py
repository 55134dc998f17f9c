"""The law as data: law.md §0, §6, §7, §8 and §9 in full, and the Dutch as language.md asks it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import BaseModel

from models.advice.legal.words import FACT_QUESTIONS
from models.knowledge import Knowledge
from models.knowledge.law import Term
from models.vocabulary import LegalBasis

STATUTES = {
    "wgr": "2025-02-12",
    "wgr-2015": "2015-01-01",
    "wgr-2013": "2013-07-01",
    "gemeentewet": "2026-06-04",
    "awb": "2026-01-01",
    "aanbestedingswet": "2026-04-30",
    "mededingingswet": "2025-09-01",
    "ambtenarenwet": "2025-07-01",
    "wor": "2023-02-18",
    "bw7": "2021-04-01",
    "wet-ob": "2026-01-01",
    "wet-bcf": "2023-01-01",
    "wet-vpb": "2026-01-01",
    "archiefwet": "2024-06-19",
    "atw": "2010-10-10",
    "woo": "2025-02-12",
    "jeugdwet": "2026-01-01",
}
"""Law.md §0: the version in which each law was read."""

BANNED = (
    "middels",
    "inzake",
    "teneinde",
    "conform",
    "indien",
    "reeds",
    "dienaangaande",
    "betreffende",
    "faciliteren",
    "stakeholders",
    "commitment",
    "uitrollen",
    "borgen",
    "handvatten",
    "aanvliegroute",
    "ten behoeve van",
    "draagvlak creëren",
)


def term(knowledge: Knowledge, key: str) -> Term:
    return next(t for t in knowledge.law.terms if t.id == key)


def test_law_0_statutes_with_the_version_that_was_read(knowledge: Knowledge) -> None:
    for key, day in STATUTES.items():
        assert knowledge.statute[key].text_date == day
        assert knowledge.statute[key].url.startswith("https://wetten.overheid.nl/BWBR")
    for key, statute in knowledge.statute.items():
        if key not in STATUTES:
            assert statute.text_date == "niet gelezen" and statute.note, "said in words where it was not read"


@pytest.mark.parametrize(
    ("key", "value", "unit", "since"),
    [
        ("zienswijze-ontwerp-regeling", 8, "weken", "2022-07-01"),
        ("ontwerpbegroting-naar-raden", 12, "weken", "2022-07-01"),
        ("kaders-naar-raden", 3004, "dag-maand", "2022-07-01"),
        ("begroting-naar-gs", 1509, "dag-maand", "2022-07-01"),
        ("jaarrekening-naar-gs", 1507, "dag-maand", "2015-01-01"),
        ("or-opschorting", 1, "maanden", "2023-02-18"),
        ("quasi-inbesteden-aandeel", 80, "procent", "2016-07-01"),
        ("samenwerking-markt-aandeel", 20, "procent", "2016-07-01"),
    ],
)
def test_law_6_statutory_terms(knowledge: Knowledge, key: str, value: int, unit: str, since: str) -> None:
    row = term(knowledge, key)
    assert (row.value, row.unit, row.kind, row.valid_from.isoformat()) == (value, unit, "wettelijk", since)
    assert row.article and row.mark == "V"


@pytest.mark.parametrize(
    ("key", "value", "maximum"),
    [
        ("principebesluit", 4, 12),
        ("or-advies", 6, None),
        ("zienswijzen-verwerken", 2, 6),
        ("toestemming-raad", 6, 10),
        ("besluit-regeling", 1, 2),
        ("bekendmaking-regeling", 1, None),
        ("register-regeling", 2, None),
        ("inrichting-lichaam", 4, 12),
        ("entiteit-voorbereiding", 8, 16),
        ("wensen-bedenkingen", 6, 8),
        ("kvk-inschrijving", 1, None),
    ],
)
def test_law_6_planning_values_are_no_law(knowledge: Knowledge, key: str, value: int, maximum: int | None) -> None:
    row = term(knowledge, key)
    assert (row.value, row.maximum, row.unit, row.kind, row.article) == (value, maximum, "weken", "planning", None)


def test_terms_of_a_planning_value_and_dates_are_sound(knowledge: Knowledge) -> None:
    for row in knowledge.law.terms:
        assert row.maximum is None or row.maximum > row.value
        if row.unit == "dag-maand":
            assert 1 <= row.value % 100 <= 12 and 1 <= row.value // 100 <= 31
        if row.kind == "wettelijk":
            assert row.article


def test_atw_3_names_all_nine_holidays(knowledge: Knowledge) -> None:
    assert len([t for t in knowledge.law.terms if t.id.startswith("feestdag-")]) == 9


@pytest.mark.parametrize(
    ("key", "now", "since"),
    [
        ("bvo-in-werking", "bestaat", "1 januari 2015"),
        ("wgr-plus", "afgeschaft", "1 januari 2015"),
        ("centrum-oefent-uit", "alleen in mandaat", "1 januari 2015"),
        ("raad-alleen-toestemming", "8 weken", "1 juli 2022"),
        ("begroting-termijnen", "12 weken", "1 juli 2022"),
        ("goedkeuring-gs", "bestaat niet meer", "1 februari 2016"),
        ("quasi-inbesteden", "80% en 20%", "1 juli 2016"),
        ("koepelvrijstelling", "1 januari 2018", "2018"),
        ("jeugd-los", "verplicht", "1 januari 2026"),
    ],
)
def test_law_8_points(knowledge: Knowledge, key: str, now: str, since: str) -> None:
    row = next(o for o in knowledge.law.outdated if o.id == key)
    assert now in row.now
    assert since in row.since


def test_law_8_every_row_and_law_9_every_doubt(knowledge: Knowledge, shared: Path) -> None:
    text = (shared / "law.md").read_text(encoding="utf-8")
    table = text.split("## 8.")[1].split("## 9.")[0]
    rows = [line for line in table.splitlines() if line.startswith("|")][2:]
    assert len(knowledge.law.outdated) == len(rows)
    doubts = re.findall(r"^\d+\. ", text.split("## 9.")[1], re.MULTILINE)
    assert len(knowledge.law.doubts) == len(doubts)


BODIES = {"openbaar-lichaam", "bedrijfsvoeringsorganisatie", "gemeenschappelijk-orgaan"}


@pytest.mark.parametrize(
    ("article", "bases"),
    [
        ("artikel 10, eerste lid, Wgr", set()),
        ("artikel 9, eerste lid, Wgr", set()),
        ("artikel 11a Wgr", set()),
        ("artikel 26, derde lid, Wgr", set()),
        ("artikel 10, tweede lid, Wgr", BODIES),
        ("artikel 30, tweede lid, Wgr", BODIES),
        ("artikel 10, derde lid, Wgr", {"openbaar-lichaam", "gemeenschappelijk-orgaan"}),
        ("artikel 10, vijfde lid, Wgr", BODIES),
        ("artikel 10, zevende lid, Wgr", BODIES),
        ("artikel 17, eerste lid, Wgr", BODIES),
        ("artikel 40, eerste lid, Archiefwet 1995", {"openbaar-lichaam", "gemeenschappelijk-orgaan"}),
        ("artikel 9, tweede lid, Wgr", {"openbaar-lichaam", "bedrijfsvoeringsorganisatie"}),
        ("artikel 8, vierde lid, Wgr", {"centrumgemeente"}),
    ],
)
def test_law_7_contents_of_a_regeling(knowledge: Knowledge, article: str, bases: set[str]) -> None:
    rows = [row for row in knowledge.checklists.regeling if row.article == article]
    assert rows
    for row in rows:
        assert {b.value for b in row.for_bases} == bases
        assert row.statutory and not row.optional


def test_law_7_usual_clauses_are_not_called_law(knowledge: Knowledge) -> None:
    rows = {row.id: row for row in knowledge.checklists.regeling}
    for usual in (
        "bestuur-en-zetel-bvo",  # the law names the other two; law.md §7 asks it of this one too
        "verdeelsleutel",
        "garantie",
        "geschillen",
        "uittreedsom",
        "dvo-per-deelnemer",
        "reserves",
        "personeel",
    ):
        assert not rows[usual].statutory
    assert sum(row.optional for row in rows.values()) >= 10


def test_checklist_points_that_are_law_name_their_article(knowledge: Knowledge) -> None:
    lists = knowledge.checklists
    for row in (*lists.regeling, *lists.dienstverleningsovereenkomst, *lists.staff):
        assert row.article or not row.statutory, row.id


def test_ux_6_dvo_contents(knowledge: Knowledge) -> None:
    assert [row.id for row in knowledge.checklists.dienstverleningsovereenkomst] == [
        "partijen",
        "overwegingen",
        "begrippen",
        "taken",
        "mandaat",
        "looptijd",
        "afstemming",
        "personeel",
        "kosten",
        "indexering",
        "betaling",
        "rapportage",
        "avg",
        "wijziging",
        "opzegging",
        "geschillen",
        "aansprakelijkheid",
        "bijlagen",
    ]


def test_bases_in_order_with_their_kinds_of_regeling(knowledge: Knowledge) -> None:
    assert [b.id for b in sorted(knowledge.legal_bases.bases, key=lambda b: b.order)] == list(LegalBasis)
    assert [item.id for item in knowledge.legal_bases.beside] == ["mandaat", "detachering"]
    assert [item.id for item in knowledge.legal_bases.regeling_kinds] == [
        "raadsregeling",
        "collegeregeling",
        "burgemeestersregeling",
        "gemengde-regeling",
    ]
    assert [b.value for b in knowledge.basis[LegalBasis.BEDRIJFSVOERINGSORGANISATIE].bodies] == ["college"]


def _texts(value: object, key: str = "") -> Iterator[str]:
    if isinstance(value, str):
        if key not in ("id", "url", "sources", "article", "statute", "name", "short"):
            yield value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), name)
    elif isinstance(value, tuple):
        for entry in value:
            yield from _texts(entry, key)


def test_language_md_short_plain_sentences(knowledge: Knowledge) -> None:
    texts = [*FACT_QUESTIONS.values()]
    for file in (knowledge.law, knowledge.legal_bases, knowledge.checklists):
        texts += _texts(file)
    for text in texts:
        assert "!" not in text
        for word in BANNED:
            assert not re.search(rf"\b{word}\b", text, re.IGNORECASE), (word, text)
        for sentence in re.split(r"(?<=[.?:;])\s+", text):
            assert len(sentence.split()) <= 20, sentence
