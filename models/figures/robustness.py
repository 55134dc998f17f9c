"""How often each form is first under other importance: one strip of a hundred, and a row per form.

[screens-look, "Advice"; advice-model, robustness (b)]
"""

from collections.abc import Iterator, Mapping
from itertools import accumulate

from models.advice.results import FormAdvice
from models.advice.smaa import Acceptability
from models.figures.figure import Figure, Twin
from models.figures.in_words import of_hundred
from models.figures.metrics import BODY, SMALL, fitted, text_width
from models.figures.parts import LETTERS, form_dash, form_role, key_line
from models.figures.shapes import Anchor, Line, Rect, Role, Shape, Text, Weight
from models.vocabulary import CooperationForm

__all__ = ["robustness_strip"]

_TITLE = "Hoe vaak staat elke vorm op plaats 1?"
_STRIP, _ROW, _SEAM = 22.0, 17.0, 1.5
_KEY, _NARROWEST = 54.0, 160.0
_NOT_YET = "Nog niet berekend."


def robustness_strip(
    advice: FormAdvice, names: Mapping[CooperationForm, str], width: float = 300.0, *, legend: bool = True
) -> Figure:
    """The shares of first places under random importance, ``width`` points wide (at least 160).

    A tie counts for each of its forms; the lengths are then shares of the sum. ``legend``: a row per form under
    the strip, with letter, line, name and share. Without samples the figure says that nothing was computed.
    """
    width = max(width, _NARROWEST)
    samples = advice.robustness.uniform
    if samples is None:
        words = Text(0, 10, _NOT_YET, SMALL, fill=Role.GREY)
        return Figure(_TITLE, _NOT_YET, width, 14, (words,), Twin(("Letter", "Vorm", "Op plaats 1"), ()))
    shapes: list[Shape] = [*_strip(advice, samples, width)]
    height = _STRIP
    if legend:
        shapes += _legend(advice, samples, names, width)
        height += 6 + _ROW * len(advice.forms)
    return Figure(_TITLE, _alt(advice, samples, names), width, height, tuple(shapes), _twin(advice, samples, names))


def _shares(advice: FormAdvice, samples: Acceptability) -> dict[CooperationForm, float]:
    """Of the forms that take part, lightest first."""
    return {outcome.form: samples.first(outcome.form) for outcome in advice.forms if outcome.rank is not None}


def _strip(advice: FormAdvice, samples: Acceptability, width: float) -> Iterator[Shape]:
    shares = {form: share for form, share in _shares(advice, samples).items() if share > 0}
    whole = sum(shares.values())
    if not whole:
        yield Rect(0.5, 0.5, width - 1, _STRIP - 1, Role.PAPER, Role.EDGE, 0.8, dashed=True)
        yield Text(8, 14.5, "Geen vorm doet mee", SMALL, fill=Role.GREY)
        return
    ends = list(accumulate(share / whole * width for share in shares.values()))
    for (form, share), start, end in zip(shares.items(), [0.0, *ends], ends, strict=False):
        room = max(end - start - (_SEAM if end < width - 0.01 else 0), 0.3)
        yield Rect(start, 0, room, _STRIP, form_role(form), radius=min(2.5, room / 2))
        long, short = f"{LETTERS[form]} {_count(share)}", LETTERS[form]
        label = next((text for text in (long, short) if text_width(text, BODY) + 7 <= room), None)
        if label is not None:
            yield Text(start + room / 2, 12.5, label, BODY, Weight.SEMIBOLD, Role.ON_FORM, Anchor.MIDDLE)
        if room > 9:
            yield Line(start + 3, 17.5, start + room - 3, 17.5, Role.ON_FORM, 1.2, dash=form_dash(form))


def _count(share: float) -> str:
    """The share as a bare number of a hundred, that never claims 0 or 100 where it is not exactly so."""
    words = of_hundred(share)
    if words.startswith("minder"):
        return "<1"
    return ">99" if words.startswith("meer") else words.split()[0]


def _legend(
    advice: FormAdvice, samples: Acceptability, names: Mapping[CooperationForm, str], width: float
) -> Iterator[Shape]:
    shares = _shares(advice, samples)
    for number, outcome in enumerate(advice.forms):
        form, y = outcome.form, _STRIP + 6 + number * _ROW + 12
        share = of_hundred(shares[form]) if form in shares else "doet niet mee"
        ink = Role.INK if form in shares else Role.GREY
        yield from key_line(form, 0, y - 3.5, _KEY - 24)
        yield Text(_KEY - 15, y, LETTERS[form], SMALL, Weight.BOLD, ink, Anchor.MIDDLE)
        name = fitted(names[form], SMALL, width - _KEY - text_width(share, SMALL) - 8)
        yield Text(_KEY, y, name, SMALL, fill=ink)
        yield Text(width, y, share, SMALL, Weight.SEMIBOLD if form in shares else Weight.REGULAR, ink, Anchor.END)


def _alt(advice: FormAdvice, samples: Acceptability, names: Mapping[CooperationForm, str]) -> str:
    shares = _shares(advice, samples)
    if not shares:
        return "Geen vorm doet mee, want elke vorm valt af of heeft nog geen score."
    ranked = sorted(shares.items(), key=lambda entry: -entry[1])
    lead, *rest = ranked
    parts = [f"Bij ander belang staat {names[lead[0]]} {of_hundred(lead[1])} keer op plaats 1."]
    parts += (f"{names[form]}: {of_hundred(share)}." for form, share in rest)
    parts += (f"{names[o.form]}: doet niet mee." for o in advice.forms if o.form not in shares)
    return " ".join(parts)


def _twin(advice: FormAdvice, samples: Acceptability, names: Mapping[CooperationForm, str]) -> Twin:
    shares = _shares(advice, samples)
    rows = (
        (LETTERS[o.form], names[o.form], of_hundred(shares[o.form]) if o.form in shares else "doet niet mee")
        for o in advice.forms
    )
    return Twin(("Letter", "Vorm", "Op plaats 1"), tuple(rows))
