"""Hours in words: numbers, a sentence for every note, balances and settlements."""

import re
from decimal import Decimal
from fractions import Fraction

import pytest

from models.agreements.hours import footing_of, hours_outcome
from models.agreements.hours_lines import Freed
from models.agreements.hours_notes import OBSTACLES, HoursNote, HoursNoteKind
from models.dossier import Dossier, dossier_from_values
from models.wording import hours as words
from tests.models.samples import minimal


def _dossier(*entries: dict[str, object], **more: object) -> Dossier:
    partners = [{"id": "p", "name": "Aldermeer"}, {"id": "q", "name": "Brinkhoven"}, {"id": "r", "name": ""}]
    uren = {"entries": [{"id": str(n), **row} for n, row in enumerate(entries)], **more}
    return dossier_from_values(minimal(partners={"partners": partners}, uren=uren))


def _outcome(dossier: Dossier):
    return hours_outcome(dossier.uren, [p.id for p in dossier.partners.active])


ROWS = tuple({"role": f"Adviseur bestuur {n}", "partner": "p", "hours": "5"} for n in range(6))


@pytest.mark.parametrize("kind", HoursNoteKind)
@pytest.mark.parametrize("count", [1, 3, 6])
def test_every_note_has_short_sentences(kind: HoursNoteKind, count: int):
    dossier = _dossier(*ROWS)
    note = HoursNote(
        kind,
        tuple(str(n) for n in range(count)),
        ("p", "q", "r")[:count],
        ("productive_source", "rates_source", "overhead_source")[:count],
        Fraction(12_345, 2),
        1_234_56,
    )
    text = words.note_words(note, dossier)
    assert text.endswith(".")
    assert "!" not in text
    assert "None" not in text
    for sentence in re.split(r"(?<=[.:]) ", text):
        assert len(sentence.split()) <= 20, sentence


def test_obstacles_are_the_kinds_that_leave_something_unknown():
    assert HoursNote(HoursNoteKind.HOURS_MISSING).is_obstacle
    assert not HoursNote(HoursNoteKind.NOT_FREED).is_obstacle
    assert set(HoursNoteKind) > OBSTACLES


def test_numbers_as_dutch_readers_write_them():
    assert words.hours_of(Fraction(5110)) == "5.110"
    assert words.hours_of(Fraction(100)) == "100"
    assert words.hours_of(Fraction("0.005")) == "0,01"
    assert words.hours_of(None) == words.fte_of(None) == words.euros_of(None) == "–"
    assert words.fte_of(Fraction(1, 3)) == "0,33"
    assert words.signed_hours(Fraction(-3370)) == "− 3.370"
    assert words.signed_hours(Fraction("-0.001")) == "0"
    assert words.signed_fte(Fraction("3.749")) == "+ 3,75"
    assert words.signed_euros(-5) == "− €\u00a00,05"
    assert words.signed_euros(0) == "€\u00a00,00"
    assert words.percent_of(Fraction(1, 3)) == "33,3%"
    assert words.points_of(Fraction(-5, 2)) == "− 2,5"
    assert words.payment_words(0) == "niets te verrekenen"
    assert words.payment_words(-120_50) == "betaalt €\u00a0120,50"


def test_the_warning_about_a_driver_who_does_it_on_top():
    dossier = _dossier({"role": "Trekker", "partner": "p", "hours": "120", "freed": False})
    outcome = _outcome(dossier)
    (note,) = [n for n in outcome.notes if n.kind is HoursNoteKind.NOT_FREED]
    assert words.note_words(note, dossier) == (
        "Voor één rol is niet echt tijd vrijgemaakt. Het gaat om Trekker van Aldermeer. "
        "Dat zijn 120 uur per jaar. Een trekker die het erbij doet, komt niet vooruit."
    )
    assert words.freed_words(outcome).endswith(words.DRIVER_WARNING)
    assert words.freed_words(_outcome(_dossier())) == ""
    assert set(words.FREED_WORDS) == set(Freed)


def test_titles_say_the_outcome():
    brings, takes = {"partner": "p", "hours": "10"}, {"partner": "q", "hours": "10", "takes": True}

    def title(*rows: dict[str, object]) -> str:
        dossier = _dossier(*rows)
        return words.hours_title(_outcome(dossier), dossier)

    assert title() == "Er zijn nog geen uren ingevuld."
    assert title(brings, takes) == "Aldermeer brengt meer uren in dan het zelf gebruikt."
    assert title(brings, {**takes, "partner": "p"}) == "Iedereen brengt evenveel uren als hij gebruikt."
    assert title(brings) == "De partners brengen samen 10 uur per jaar in."
    assert title(takes) == "Er zijn meer uren gebruikt dan gebracht."
    assert title(brings, {**brings, "partner": "q"}, {**takes, "partner": "r"}).startswith("Twee partners brengen")
    assert title(brings, {"partner": "q"}) == "De uren zijn nog niet volledig."


def test_settlements_and_shares_in_sentences():
    rows = ({"partner": "p", "hours": "10", "rate": "50"}, {"partner": "q", "hours": "10", "rate": "50", "takes": True})
    dossier = _dossier(*rows)
    outcome = _outcome(dossier)
    assert outcome.invoice is not None
    assert outcome.in_kind is not None
    assert words.transfer_words(outcome.invoice.transfers, dossier) == ("Brinkhoven betaalt Aldermeer €\u00a0500,00.",)
    assert words.transfer_words(outcome.in_kind.transfers, dossier) == ("Brinkhoven is Aldermeer nog 10 uur schuldig.",)
    assert words.hours_in_words(outcome, dossier, 1) == (
        "Aldermeer brengt 10 uur meer in dan het gebruikt en ontvangt €\u00a0500.",
        "De andere 2 partners staan in de tabel.",
    )
    even = footing_of(outcome, {"p": Decimal(5), "q": Decimal(0), "r": Decimal(0)})
    assert words.footing_words(even, dossier).startswith("Elke partner brengt hetzelfde deel")
    uneven = footing_of(outcome, {"p": Decimal(5), "q": Decimal(5), "r": Decimal(0)})
    assert words.footing_words(uneven, dossier).startswith("Aldermeer brengt 100,0% van de uren en draagt 50,0%")
    assert words.footing_words(footing_of(outcome, None), dossier) == ""
