"""Dutch words around the outcomes: forms and bases in a sentence, numbers, answers, verdicts.

What is knowledge (reasons, texts of forms and rules) comes from the knowledge; here is only grammar and the few
fixed words that language.md sets. Numbers and lists come from :mod:`models.dutch`.
"""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from models.dossier.base import NoAnswer, NoAnswerKind
from models.dossier.explore import TaskNature
from models.dutch import listed, whole
from models.figures import of_hundred
from models.rounding import half_up
from models.vocabulary import CooperationForm, LegalBasis, LegalStatus, PartnerKind

__all__ = [
    "MOST_NAMED",
    "NATURE_WORDS",
    "NOT_YET",
    "PARTNER_KINDS",
    "STATUS_WORDS",
    "answer_words",
    "bare_form",
    "code_of",
    "counted",
    "first_upper",
    "number_words",
    "percentage",
    "score_words",
    "sentence",
    "shortened",
    "some_names",
    "spelled",
    "the_basis",
    "the_form",
    "times_of_hundred",
]

NOT_YET = "nog niet ingevuld"

MOST_NAMED = 4
"""Of more partners than these only three are named."""

_FORMS: Mapping[CooperationForm, tuple[str, str]] = {
    CooperationForm.NETWERK: ("het", "netwerk"),
    CooperationForm.CENTRUM: ("de", "centrumgemeente"),
    CooperationForm.MATRIX: ("de", "matrix"),
    CooperationForm.SSC: ("het", "shared service centrum"),
    CooperationForm.SETA: ("de", "ambtelijke fusie"),
}
_BASES: Mapping[LegalBasis, str] = {
    LegalBasis.CONVENANT: "het convenant",
    LegalBasis.OVEREENKOMST: "de overeenkomst",
    LegalBasis.REGELING_ZONDER_MEER: "de regeling zonder meer",
    LegalBasis.CENTRUMGEMEENTE: "de centrumregeling",
    LegalBasis.GEMEENSCHAPPELIJK_ORGAAN: "het gemeenschappelijk orgaan",
    LegalBasis.BEDRIJFSVOERINGSORGANISATIE: "de bedrijfsvoeringsorganisatie",
    LegalBasis.OPENBAAR_LICHAAM: "het openbaar lichaam",
    LegalBasis.VERENIGING: "de vereniging",
    LegalBasis.STICHTING: "de stichting",
    LegalBasis.COOPERATIE: "de coöperatie",
    LegalBasis.BV: "de bv",
    LegalBasis.NV: "de nv",
}
STATUS_WORDS: Mapping[LegalStatus, str] = {
    LegalStatus.ALLOWED: "toegestaan",
    LegalStatus.CONDITIONAL: "mag, als …",
    LegalStatus.EXCLUDED: "uitgesloten",
}
PARTNER_KINDS: Mapping[PartnerKind, str] = {
    PartnerKind.GEMEENTE: "gemeente",
    PartnerKind.PROVINCIE: "provincie",
    PartnerKind.WATERSCHAP: "waterschap",
    PartnerKind.RIJK: "Rijk",
    PartnerKind.GEMEENSCHAPPELIJKE_REGELING: "gemeenschappelijke regeling",
    PartnerKind.PRIVAAT: "private partij",
    PartnerKind.OVERIG: "andere organisatie",
}
NATURE_WORDS: Mapping[TaskNature, str] = {
    TaskNature.SUPPORT: "ondersteuning",
    TaskNature.EXECUTION: "uitvoering",
    TaskNature.POLICY: "beleid",
}
_NO_ANSWERS: Mapping[NoAnswerKind, str] = {
    NoAnswerKind.UNKNOWN: "weet ik niet",
    NoAnswerKind.NOT_APPLICABLE: "niet van toepassing",
    NoAnswerKind.LATER: "later invullen",
}
_SPELLED = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf")


def bare_form(form: CooperationForm) -> str:
    """``shared service centrum``: a form in a row of forms."""
    return _FORMS[form][1]


def the_form(form: CooperationForm) -> str:
    """``het shared service centrum``: a form in the middle of a sentence."""
    return " ".join(_FORMS[form])


def the_basis(basis: LegalBasis) -> str:
    """``de bedrijfsvoeringsorganisatie``: a legal basis in the middle of a sentence."""
    return _BASES[basis]


def first_upper(text: str) -> str:
    """``text`` with a capital, to begin a sentence; "één" becomes "Eén", as Dutch writes it."""
    if text.startswith("één"):
        return f"Eén{text[3:]}"
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """``text`` as a sentence: with a full stop unless it ends in a sign of its own."""
    bare = text.strip()
    return bare if not bare or bare[-1] in ".!?…:" else f"{bare}."


def spelled(number: int) -> str:
    """Numbers to twelve in letters."""
    return _SPELLED[number] if 0 <= number < len(_SPELLED) else whole(number)


def counted(number: int, one: str, more: str) -> str:
    """``één partner``, ``drie partners``."""
    return f"{spelled(number)} {one if number == 1 else more}"


def some_names(partners: Sequence[str], names: Mapping[str, str]) -> str:
    """The names of these partners, by id; of many, the first three and how many more."""
    found = [names.get(partner, partner).strip() or "een partner zonder naam" for partner in partners]
    if len(found) <= MOST_NAMED:
        return listed(found)
    return f"{', '.join(found[: MOST_NAMED - 1])} en nog {len(found) - MOST_NAMED + 1} partners"


def score_words(score: Fraction | None) -> str:
    """``93`` of 100, without decimals, or that there is none."""
    return "–" if score is None else str(half_up(score))


def percentage(share: Fraction) -> str:
    """A share of 1 as ``85%``; never 0% or 100% where it is not exactly so."""
    if 0 < share < Fraction(1, 200):
        return "minder dan 1%"
    if Fraction(199, 200) <= share < 1:
        return "bijna 100%"
    return f"{half_up(100 * share)}%"


def times_of_hundred(share: float) -> str:
    """``58 van de 100 keer``."""
    return of_hundred(share).replace(" van 100", " van de 100 keer")


def number_words(number: Decimal) -> str:
    """``1.234,5``: exactly the number that was typed, without needless zeros."""
    text = f"{number:,f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def answer_words(answer: object) -> str:
    """An answer on the scale, or the words for one of the four kinds of no answer."""
    if answer is None:
        return NOT_YET
    if isinstance(answer, NoAnswer):
        return _NO_ANSWERS[answer.no_answer]
    return str(answer)


def shortened(text: str, most: int) -> str:
    """``text`` on one line, cut at a word with "…" where it is longer than ``most`` signs."""
    flat = " ".join(text[: 4 * most + 400].split())
    if len(flat) <= most:
        return flat
    cut = flat[: most - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[most // 2 :] else cut).rstrip(" ,;:") + "…"


def code_of(content_hash: str) -> str:
    """The first eight digits of the hash, as ``7F3A-91C2``."""
    digits = content_hash[:8].upper()
    return f"{digits[:4]}-{digits[4:]}"
