"""profiles.yaml and legal_bases.yaml hold the tables of advice-model.md, cell by cell."""

from decimal import Decimal

from models.vocabulary import CooperationForm, CriterionId, LegalBasis

TABLE = """
reikwijdte 1–2 – 2–3 1–4 5[≥4]
beleid – 1–4 1–3 1–2 3–5
routine 1–4 – – 4–5 –
urgentie 1–3 2–5 1–4 1–4 1–4
investering – – – 3–5[≥2] 4–5[≥2]
overplaatsing 1–2 2–5 3–5 4–5[≥3] 4–5[≥3]
gelijkwaardigheid 3–5 1–3 3–5 3–5 3–5
centrum – 4–5[≥3] – – –
specialismen – – 4–5[≥3] – –
vertrouwen – 2–5 4–5 3–5 4–5
uittreden – 1–4 1–2 1–3 1–2
kwetsbaarheid 1–2 2–5 2–4 2–5 3–5
opdrachtgeverschap – 3–5 3–5 4–5 –
aantal_partners – – 2–4 3+ 2–4
"""


def _cell(text):
    """(low, high, hard_min) of a cell as printed, or None where the form asks nothing."""
    if text == "–":
        return None
    body, _, hard = text.partition("[≥")
    if body.endswith("+"):
        return int(body[:-1]), None, None
    low, _, high = body.partition("–")
    return int(low), int(high or low), int(hard[:-1]) if hard else None


def test_profiles_are_the_table_of_the_advice_model(knowledge):
    for line in TABLE.strip().splitlines():
        criterion, *cells = line.split()
        for form, printed in zip(CooperationForm, cells, strict=True):
            cell = knowledge.profile[form].get(CriterionId(criterion))
            found = None if cell is None else (cell.low, cell.high, cell.hard_min)
            assert found == _cell(printed), (criterion, form)


def test_the_table_here_is_the_one_of_the_advice_model(shared):
    text = (shared / "advice-model.md").read_text(encoding="utf-8")
    for line in TABLE.strip().splitlines():
        criterion, *cells = line.split()
        name = "number of partners" if criterion == "aantal_partners" else criterion
        wanted = [cell.replace("[", " [").replace("3+", "3 or more") for cell in cells]
        assert f"| {name} | {' | '.join(wanted)} |" in text


def test_thresholds_are_those_of_the_advice_model(knowledge):
    thresholds = knowledge.profiles.thresholds
    assert thresholds.tolerance == 2
    assert thresholds.clear_margin == 5
    assert thresholds.clear_first_share == Decimal("0.5")
    assert thresholds.coverage == Decimal("0.6")
    assert (thresholds.default_importance, thresholds.spread, thresholds.samples) == (5, 3, 10_000)
    assert (thresholds.perturbation_low, thresholds.perturbation_high) == (Decimal("0.5"), Decimal("1.5"))
    assert thresholds.agreement_partners == 3


FITS = {
    "netwerk": (
        {"convenant", "regeling-zonder-meer", "overeenkomst"},
        {"gemeenschappelijk-orgaan", "openbaar-lichaam"},
    ),
    "centrum": ({"centrumgemeente"}, {"overeenkomst"}),
    "matrix": ({"centrumgemeente"}, {"overeenkomst", "convenant", "openbaar-lichaam"}),
    "ssc": (
        {"bedrijfsvoeringsorganisatie"},
        {"openbaar-lichaam", "centrumgemeente", "stichting", "cooperatie", "bv", "nv"},
    ),
    "seta": ({"openbaar-lichaam"}, {"bedrijfsvoeringsorganisatie"}),
}


def test_form_by_legal_basis_is_the_table_of_the_advice_model(knowledge):
    for entry in knowledge.legal_bases.by_form:
        fits = {row.basis for row in entry.bases if row.fit == "fits"}
        conditional = {row.basis for row in entry.bases if row.fit == "conditional"}
        assert (fits, conditional) == tuple({LegalBasis(b) for b in side} for side in FITS[entry.form])
        assert all(row.conditions for row in entry.bases if row.fit == "conditional")
