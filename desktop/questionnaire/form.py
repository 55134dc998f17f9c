"""The questionnaire as a fillable PDF: the statements and the questions of S4's appendix."""

import re
from io import BytesIO
from typing import TYPE_CHECKING

from desktop.questionnaire import texts
from desktop.questionnaire.errors import PartnerGone
from desktop.questionnaire.mark import INFO_KEY, mark_for, mark_text
from models.dossier import Dossier
from models.knowledge import Knowledge

if TYPE_CHECKING:
    import pikepdf

__all__ = ["NAMELESS", "partner_name", "questionnaire_pdf"]

NAMELESS = "Partner zonder naam"
_NULL_CODE = re.compile(rb"<0000>")


def partner_name(dossier: Dossier, partner: str) -> str:
    """The name of a partner that takes part, on one line; raises :class:`PartnerGone`."""
    found = next((row for row in dossier.partners.active if row.id == partner), None)
    if found is None:
        raise PartnerGone
    return " ".join(found.name.split()) or NAMELESS


def questionnaire_pdf(dossier: Dossier, knowledge: Knowledge, partner: str | None = None) -> bytes:
    """An empty form for ``partner`` (an id), or one that asks who fills it in. The same input gives the same bytes.

    Raises :class:`PartnerGone`.
    """
    import pikepdf

    from desktop.questionnaire.fields import add_fields
    from desktop.questionnaire.layout import draw_questionnaire
    from desktop.questionnaire.tags import add_properties, add_structure

    name = None if partner is None else partner_name(dossier, partner)
    mark = mark_text(mark_for(dossier, knowledge, partner))
    code = mark[mark.index('"check":"') + 9 :][:8].upper()
    code = f"{code[:4]}-{code[4:]}"
    pages = draw_questionnaire(dossier.title, name, knowledge, code, 0).page + 1
    sheet = draw_questionnaire(dossier.title, name, knowledge, code, pages)
    with pikepdf.open(BytesIO(sheet.bytes())) as pdf:
        _mend_fonts(pdf)
        widgets = add_fields(pdf, sheet.spots, mark)
        add_structure(pdf, sheet.root, widgets)
        title = texts.KIND if name is None else f"{texts.KIND}: {name}"
        add_properties(pdf, _storable(title), {INFO_KEY: mark})
        written = BytesIO()
        pdf.remove_unreferenced_resources()
        pdf.save(
            written,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            compress_streams=True,
            recompress_flate=False,
        )
    return written.getvalue()


def _storable(title: str) -> str:
    """A title for the properties: XMP is XML, and knows no signs of direction at odd places."""
    return "".join(sign for sign in title if sign.isprintable())


def _mend_fonts(pdf: "pikepdf.Pdf") -> None:
    """reportlab's subsets map their first code to U+0000; a reader would find a sign that is none."""
    for found in pdf.objects:
        fonts = found.get("/ToUnicode") if isinstance(found, _dictionary()) else None
        if fonts is not None:
            data = fonts.read_bytes()
            fonts.write(_NULL_CODE.sub(b"<0020>", data))


def _dictionary() -> type:
    import pikepdf

    return pikepdf.Dictionary
