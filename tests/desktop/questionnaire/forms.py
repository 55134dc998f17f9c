"""Filling forms as other programs do: pypdf, pikepdf, and raw edits; and dossiers to make forms for."""

import ctypes
import logging
import warnings
from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

import pikepdf
import pypdf
import pypdfium2
import pypdfium2.raw as pdfium

from desktop.questionnaire.filled import FilledForm, OddKind, StatementFilled
from desktop.questionnaire.questions import STATES
from models.dossier import Dossier, dossier_from_values
from models.dossier.base import NoAnswer
from tests.models.samples import minimal

PARTNERS = ("p1", "p2", "p3")


def dossier_with(partners: int = 3, **sections: Any) -> Dossier:
    """A dossier in which nobody answered anything yet."""
    rows = [{"id": f"p{n}", "name": f"Gemeente {n}"} for n in range(1, partners + 1)]
    return dossier_from_values(minimal(partners={"partners": rows}, **sections))


ANSWER, WEIGHT, REMARK = (f"stelling.routine.{part}" for part in ("antwoord", "belang", "opmerking"))
"""The fields of one statement."""


def one(filled: FilledForm) -> StatementFilled:
    """The only statement that was filled in."""
    assert len(filled.statements) == 1
    return filled.statements[0]


def odd(filled: FilledForm) -> list[tuple[OddKind, str]]:
    """What is odd, and where."""
    return [(entry.kind, entry.field) for entry in filled.odd]


def set_to(name: str, value: Any) -> Callable[[pikepdf.Pdf, dict[str, pikepdf.Object]], object]:
    """An edit that puts ``value`` in a field."""

    def edit(_pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        fields[name].V = value

    return edit


def terminal(pdf: pikepdf.Pdf) -> dict[str, pikepdf.Object]:
    """Every field that holds a value, by full name."""
    found: dict[str, pikepdf.Object] = {}

    def walk(fields: Any, above: str) -> None:
        for field in fields:
            name = f"{above}.{field.T}" if above else str(field.T)
            kids = field.get("/Kids")
            if kids is not None and any("/T" in kid for kid in kids):
                walk(kids, name)
            else:
                found[name] = field

    walk(pdf.Root.AcroForm.Fields, "")
    return found


def edited(data: bytes, edit: Callable[[pikepdf.Pdf, dict[str, pikepdf.Object]], object], **options: Any) -> bytes:
    """The form after ``edit`` had its way with the objects."""
    with pikepdf.open(BytesIO(data)) as pdf:
        edit(pdf, terminal(pdf))
        written = BytesIO()
        with warnings.catch_warnings():  # it warns of widgets without a field; some of these edits take fields out
            warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
            pdf.save(written, **options)
    return written.getvalue()


def by_pikepdf(data: bytes, values: Mapping[str, str], *, shown: bool = True) -> bytes:
    """Filled with pikepdf: buttons by state; ``shown``: the chosen button is put on too, as a viewer does."""

    def fill(_pdf: pikepdf.Pdf, fields: dict[str, pikepdf.Object]) -> None:
        for name, value in values.items():
            field = fields[name]
            if field.get("/FT") == pikepdf.Name.Btn:
                field.V = pikepdf.Name(f"/{value}")
                for kid in field.Kids if shown else ():
                    kid.AS = pikepdf.Name(f"/{value}") if f"/{value}" in kid.AP.N else pikepdf.Name.Off
            else:
                field.V = pikepdf.String(value)

    return edited(data, fill)


def by_pypdf(data: bytes, values: Mapping[str, str]) -> bytes:
    """Filled with pypdf, which also draws what the fields show."""
    logger = logging.getLogger("pypdf")
    before = logger.level
    logger.setLevel(logging.CRITICAL)  # it warns of signs that its own drawing lacks
    try:
        writer = pypdf.PdfWriter(clone_from=pypdf.PdfReader(BytesIO(data)))
        buttons = {name: f"/{value}" if name.endswith(".antwoord") else value for name, value in values.items()}
        for page in writer.pages:
            writer.update_page_form_field_values(page, buttons, auto_regenerate=False)
        written = BytesIO()
        writer.write(written)
    finally:
        logger.setLevel(before)
    return written.getvalue()


def by_pdfium(data: bytes, remark: tuple[str, str], button: tuple[str, int], choice: tuple[str, int]) -> bytes:
    """Filled as in Chrome: a text typed, a button clicked (by place), a number chosen (by place in the list)."""
    with pikepdf.open(BytesIO(data)) as pdf:
        fields = terminal(pdf)
        spots = {name: _spot(pdf, fields[name]) for name, _ in (remark, choice)}
        spots[button[0]] = _spot(pdf, fields[button[0]].Kids[button[1]])
    document = pypdfium2.PdfDocument(data)
    document.init_forms()
    environment = document.formenv.raw

    def at(name: str, act: Callable[[Any], object] = lambda _page: None) -> None:
        number, x, y = spots[name]
        page = document[number]
        pdfium.FORM_OnMouseMove(environment, page.raw, 0, x, y)
        pdfium.FORM_OnLButtonDown(environment, page.raw, 0, x, y)
        pdfium.FORM_OnLButtonUp(environment, page.raw, 0, x, y)
        act(page.raw)
        pdfium.FORM_ForceToKillFocus(environment)
        page.close()

    words = (ctypes.c_ushort * (len(remark[1]) + 1))(*map(ord, remark[1]), 0)
    typed = ctypes.cast(words, pdfium.FPDF_WIDESTRING)
    at(remark[0], lambda page: pdfium.FORM_ReplaceSelection(environment, page, typed))
    at(button[0])
    at(choice[0], lambda page: pdfium.FORM_SetIndexSelected(environment, page, choice[1], True))
    written = BytesIO()
    document.save(written)
    document.close()
    return written.getvalue()


def _spot(pdf: pikepdf.Pdf, widget: pikepdf.Object) -> tuple[int, float, float]:
    """The page of a widget and its middle."""
    left, bottom, right, top = (float(side) for side in widget.Rect)
    number = next(n for n, page in enumerate(pdf.pages) if page.obj.objgen == widget.P.objgen)
    return number, (left + right) / 2, (bottom + top) / 2


def state_of(answer: int | NoAnswer) -> str:
    """The state of the radio button that stands for ``answer``."""
    return next(state for state, meant in STATES.items() if meant == answer)
