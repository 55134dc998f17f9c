"""The decisions that are asked for, each with its arguments and kanttekeningen; and the view of a minority."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter, numbered
from desktop.report.content.claims import claim
from desktop.report.content.notes import note_blocks
from desktop.report.content.standing import deciding
from desktop.report.tree import (
    Block,
    Heading,
    HeadingKind,
    KeySentence,
    LabelKind,
    LabelledParagraph,
    Paragraph,
    plain,
)
from models.dossier.agree import Beslispunt
from models.vocabulary import StepId
from models.wording.bodies import bodies_of, bodies_words
from models.wording.words import counted, first_upper, sentence, shortened

__all__ = ["decisions_chapter", "points_of"]

_HEADING = 300
_MISSING = "Er staan nog geen beslispunten in dit dossier."
_HOW = (
    "Schrijf op wat u vraagt te besluiten, en met welke argumenten. "
    "Dat doet u in het onderdeel Advies, akkoord en evaluatie."
)


def points_of(brief: Brief) -> tuple[Beslispunt, ...]:
    """The beslispunten with a text, in their order: their numbers are their places here."""
    return tuple(point for point in brief.dossier.vaststelling.beslispunten if point.text.strip())


def decisions_chapter(brief: Brief) -> Iterator[Block]:
    """Decision, who decides, arguments, kanttekeningen; then the other view."""
    points = points_of(brief)
    yield brief.heading(Chapter.DECISIONS)
    yield KeySentence(_key(brief, points))
    if points:
        yield Paragraph(plain(_where(brief)))
    else:
        yield Paragraph(plain(_HOW))
    for number, point in enumerate(points, start=1):
        yield from _point(brief, number, point)
    yield from numbered(brief.letters[Chapter.DECISIONS], (("Andere mening", _minority(brief)),))
    yield from note_blocks(brief, StepId.VASTSTELLING)


def _key(brief: Brief, points: tuple[Beslispunt, ...]) -> str:
    if not points:
        return _MISSING
    arguments = sum(len(_texts(point.arguments)) for point in points)
    remarks = sum(len(_texts(point.remarks)) for point in points)
    asked = f"{first_upper(counted(len(points), 'besluit', 'besluiten'))}"
    if not arguments and not remarks:
        return f"{asked}, nog zonder argumenten."
    parts = f"{counted(arguments, 'argument', 'argumenten')} en {counted(remarks, 'kanttekening', 'kanttekeningen')}"
    strongest = _strongest(brief)
    return f"{asked}, met {parts}.{f' {strongest}' if strongest else ''}"


def _strongest(brief: Brief) -> str:
    """What weighs most for the form that is advised; nothing where the people chose another."""
    form = brief.advice.form.recommended
    if form is None or brief.differs:
        return ""
    met = [c for c in brief.outcome(form).speaks_for if brief.cell(form, c.criterion)]
    return f"De sterkste reden voor de vorm: {brief.statements((met[0].criterion,))}." if met else ""


def _where(brief: Brief) -> str:
    letters = brief.letters
    return (
        f"De redenen voor de vorm staan in hoofdstuk {letters[Chapter.FORM]}. "
        f"Hoofdstuk {letters[Chapter.ALTERNATIVES]} zegt wat ook kan, en waarom dat niet is gekozen."
    )


def _point(brief: Brief, number: int, point: Beslispunt) -> Iterator[Block]:
    text = shortened(point.text, _HEADING)
    yield Heading(2, text, f"Besluit {number}", HeadingKind.DECISION)
    if text != " ".join(point.text.split()):
        yield Paragraph(plain(sentence(point.text)))
    arguments, remarks = _texts(point.arguments), _texts(point.remarks)
    for place, argument in enumerate(arguments, start=1):
        yield LabelledParagraph(f"Argument {number}.{place}", claim(argument))
    for place, remark in enumerate(remarks, start=1):
        yield LabelledParagraph(f"Kanttekening {number}.{place}", claim(remark), LabelKind.REMARK)
    if not arguments:
        yield LabelledParagraph("Argumenten", plain("Bij dit besluit staan nog geen argumenten."))
    yield LabelledParagraph("Wie besluit", plain(_who(brief, point)))


def _texts(texts: tuple[str, ...]) -> list[str]:
    return [text for text in texts if text.strip()]


def _who(brief: Brief, point: Beslispunt) -> str:
    bodies = bodies_of(brief.dossier.partners.active, point.bodies) if point.bodies else ()
    if not bodies:
        bodies = tuple(body for body in deciding(brief) if not body.consents)
    return sentence(first_upper(bodies_words(bodies))) if bodies else "Dat is nog niet ingevuld."


def _minority(brief: Brief) -> Iterator[Block]:
    view = brief.dossier.vaststelling.minority_view
    if view.strip():
        yield Paragraph(plain("Niet iedereen is het met dit voorstel eens. Dit is de andere mening:"), leads=True)
        yield Paragraph(plain(sentence(view)))
