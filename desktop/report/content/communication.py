"""Who hears what, and who takes part."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.content.chapters import Chapter
from desktop.report.tree import Block, KeySentence, LabelledParagraph, Paragraph, ParagraphKind, plain
from models.vocabulary import LegalBasis
from models.wording.words import sentence

__all__ = ["communication_chapter"]

_WITH_PARTICIPATION = frozenset(
    {
        LegalBasis.OPENBAAR_LICHAAM,
        LegalBasis.BEDRIJFSVOERINGSORGANISATIE,
        LegalBasis.GEMEENSCHAPPELIJK_ORGAAN,
    }
)
"""Where the regeling says how inhabitants take part (Wgr 10(7))."""


def communication_chapter(brief: Brief) -> Iterator[Block]:
    """Both texts; one that is missing is a sentence."""
    planned = brief.dossier.besluitvorming
    told, asked = bool(planned.communication.strip()), bool(planned.participation.strip())
    yield brief.heading(Chapter.COMMUNICATION)
    yield KeySentence(_key(told=told, asked=asked))
    for label, text, missing in (
        ("Communicatie", planned.communication, "Over communicatie staat nog niets in dit dossier."),
        ("Participatie", planned.participation, "Over participatie staat nog niets in dit dossier."),
    ):
        yield LabelledParagraph(label, plain(sentence(text) if text.strip() else missing))
    if brief.held_basis in _WITH_PARTICIPATION:
        text = "De regeling zegt hoe inwoners en andere belanghebbenden meedoen (artikel 10, zevende lid, Wgr)."
        yield Paragraph(plain(text), ParagraphKind.NOTE)


def _key(*, told: bool, asked: bool) -> str:
    if told and asked:
        return "De partners legden vast wie wat hoort, en wie meepraat."
    if told:
        return "De partners legden vast wie wat hoort. Wie meepraat, staat er nog niet."
    return "De partners legden vast wie meepraat. Wie wat hoort, staat er nog niet."
