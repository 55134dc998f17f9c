"""The decision of the people where it differs from the advice, with the reason."""

from collections.abc import Iterator

from desktop.report.content.brief import Brief
from desktop.report.tree import Block, LabelKind, LabelledParagraph, plain
from models.dutch import day
from models.wording.words import sentence, shortened, the_basis, the_form

__all__ = ["form_difference", "legal_difference"]

_NO_REASON = "De reden ontbreekt nog. Wie anders kiest dan het advies, schrijft op waarom."


def form_difference(brief: Brief) -> Iterator[Block]:
    """Under the outcome on the form; nothing where the people follow it, or chose nothing."""
    choice, advised = brief.dossier.vorm.choice, brief.advice.form.recommended
    if choice is None or not brief.differs or advised is None:
        return
    chosen = "doorgaan zoals nu" if choice.form == "doorgaan" else the_form(choice.form)
    text = f"De partners kiezen {chosen}. Het advies is {the_form(advised)}."
    yield from _difference(text, choice.reason)


def legal_difference(brief: Brief) -> Iterator[Block]:
    """Under the outcome on the legal basis: what was chosen by whom, and how that compares."""
    choice, preferred = brief.dossier.rechtsvorm.choice, brief.advice.legal.preferred
    if choice is None:
        return
    who = f", door {shortened(choice.by, 120)}" if choice.by.strip() else ""
    when = f", op {day(choice.chosen_on)}" if choice.chosen_on is not None else ""
    text = f"De partners kiezen {the_basis(choice.basis)}{who}{when}."
    if preferred is not None and choice.basis is not preferred:
        yield from _difference(f"{text} Het advies is {the_basis(preferred)}.", choice.reason)
        return
    compared = "Dat is gelijk aan het advies." if preferred else "Er is geen advies om dit mee te vergelijken."
    reason = f" {sentence(choice.reason)}" if choice.reason.strip() else ""
    yield LabelledParagraph("De keuze", plain(f"{text} {compared}{reason}"))


def _difference(text: str, reason: str) -> Iterator[Block]:
    yield LabelledParagraph("Anders dan het advies", plain(text), LabelKind.REMARK)
    told = sentence(reason) if reason.strip() else _NO_REASON
    yield LabelledParagraph("De reden", plain(told))
