"""Akkoord: a loose sheet on which people say ja, ja als … or nee to one version. Never public.

What was given on just this content stands on it; the rest is to be filled in by hand. An akkoord that lapsed is named
with the reason, so that nobody takes an old one for a new one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.report.content.brief import Brief
from desktop.report.content.title_page import meta_of
from desktop.report.tree import (
    Block,
    Column,
    Document,
    FormCell,
    FormTable,
    Heading,
    KeySentence,
    LabelledParagraph,
    Meta,
    Paragraph,
    Row,
    Run,
    Table,
    bold,
    cell,
    numbered,
    plain,
)
from models.dossier import dossier_from_values
from models.dossier.errors import DossierError
from models.dutch import day
from models.signoff.approvals import ApprovalState, Standing, approval_states
from models.signoff.proposal import Proposal, proposal_of
from models.storage.records import Approval, Revision, RevisionDocument, Verdict
from models.wording.words import first_upper, sentence, shortened

__all__ = ["ROLES", "approval_sheet"]

ROLES = (
    "Steller",
    "Afdelingshoofd",
    "Juridisch adviseur",
    "Financieel adviseur",
    "Gemeentesecretaris",
    "Portefeuillehouder",
)
"""Who is asked, in the order in which a paper goes round."""

_VERDICTS = (Verdict.AGREED, Verdict.AGREED_WITH_REMARK, Verdict.NOT_AGREED)
_BOXES = ("ja", "ja, als …", "nee")
_HEADS = ("Rol", "Naam", "Oordeel", "Datum", "Opmerking")
_WEIGHTS = (1.0, 1.4, 0.95, 1.25, 1.75)
_NAME, _REMARK = 80, 300
_KEY = "Los blad voor intern gebruik. Het hoort niet bij de openbare versie en telt niet mee in de paginering."
_NO_VERSION = (
    "Dit dossier is nog geen versie. Een akkoord geldt alleen voor een versie. "
    "Leg daarom eerst een versie vast, en druk dit blad daarna opnieuw af."
)


def approval_sheet(brief: Brief) -> Document:
    """The sheet, numbered."""
    states = _states(brief)
    blocks = (*_head(brief), _form(states), *_lapsed(states))
    return numbered(Document(_meta(brief), blocks))


def _meta(brief: Brief) -> Meta:
    return replace(meta_of(brief), kind="Intern blad", internal=True, page_word="intern blad")


def _head(brief: Brief) -> Iterator[Block]:
    yield Heading(1, "Akkoord")
    yield KeySentence(_KEY)
    yield LabelledParagraph("Dossier", plain(shortened(brief.dossier.title, 300)))
    current = brief.edition.sign_off.current
    if current is None:
        yield Paragraph(plain(_NO_VERSION))
    else:
        code = meta_of(brief).code
        lead = (Run(f"Dit akkoord geldt alleen voor versie {current.number} met controlecode "), bold(code), Run(". "))
        lapses = "Verandert de inhoud of het voorstel, dan vervalt elk akkoord. Elke gemeente vult een eigen blad in."
        yield Paragraph((*lead, Run(lapses)))
    organisation = brief.edition.template.organisation.strip()
    yield FormTable(
        "Wie vult dit blad in?",
        ("Gevraagd", "Antwoord"),
        (1.0, 1.0),
        ((FormCell("Gemeente"), FormCell(organisation)),),
    )


# --- who agrees


def _states(brief: Brief) -> tuple[ApprovalState, ...]:
    held = brief.edition.sign_off

    def proposal(revision: Revision) -> Proposal | None:
        if held.current is not None and revision.id == held.current.id:
            return proposal_of(brief.dossier)
        return _frozen_proposal(revision)

    return approval_states(brief.dossier, brief.content_hash, held, proposal_of_revision=proposal)


def _frozen_proposal(revision: Revision) -> Proposal | None:
    """What was proposed in a version; None where its document is not here."""
    if not isinstance(revision, RevisionDocument):
        return None
    try:
        return proposal_of(dossier_from_values(revision.document))
    except DossierError:  # of a newer version of the program
        return None


def _form(states: Sequence[ApprovalState]) -> FormTable:
    holding = [state.approval for state in states if state.holds]
    rows: list[tuple[FormCell, ...]] = []
    for role in ROLES:
        mine = [approval for approval in holding if _is_role(approval, role)]
        rows += [_given(role, approval) for approval in mine] or [_open(role)]
    others = [approval for approval in holding if not any(_is_role(approval, role) for role in ROLES)]
    rows += [_given(shortened(first_upper(a.role), _NAME) or "Zonder rol", a) for a in others]
    return FormTable("Wie is akkoord?", _HEADS, _WEIGHTS, tuple(rows))


def _is_role(approval: Approval, role: str) -> bool:
    return " ".join(approval.role.casefold().split()) == role.casefold()


def _open(role: str) -> tuple[FormCell, ...]:
    return FormCell(role), FormCell(), FormCell(boxes=_BOXES), FormCell(), FormCell()


def _given(role: str, approval: Approval) -> tuple[FormCell, ...]:
    return (
        FormCell(role),
        FormCell(shortened(approval.name, _NAME)),
        FormCell(boxes=_BOXES, ticked=_VERDICTS.index(approval.verdict)),
        FormCell(day(approval.given_on)),
        FormCell(shortened(approval.remark, _REMARK)),
    )


# --- what does not count any more


def _lapsed(states: Sequence[ApprovalState]) -> Iterator[Block]:
    gone = [state for state in states if not state.holds]
    if not gone:
        return
    yield Heading(2, "Vervallen")
    yield Paragraph(plain("Deze akkoorden gelden niet meer. Vraag opnieuw om een akkoord."), leads=True)
    columns = (Column("Wie"), Column("Oordeel", 0.8), Column("Datum", 1.1), Column("Versie", 0.9), Column("Waarom", 2))
    yield Table("Welke akkoorden zijn vervallen?", columns, tuple(_gone(state) for state in gone))


def _gone(state: ApprovalState) -> Row:
    approval = state.approval
    role = f" ({shortened(approval.role, _NAME)})" if approval.role.strip() else ""
    number = "–" if state.revision is None else f"versie {state.revision.number}"
    texts = (
        f"{shortened(approval.name, _NAME) or 'Zonder naam'}{role}",
        _BOXES[_VERDICTS.index(approval.verdict)],
        day(approval.given_on),
        number,
        sentence(_why(state)),
    )
    return Row(tuple(cell(text) for text in texts))


def _why(state: ApprovalState) -> str:
    if state.standing is Standing.REPLACED:
        return "dezelfde persoon gaf later een ander oordeel"
    if state.standing is Standing.UNBOUND:
        return "vervallen: het hoort bij geen versie in dit dossier"
    if state.content_changed:
        return "vervallen: de inhoud is daarna veranderd"
    if state.proposal is None:
        return "vervallen: de tekst van die versie is hier niet te lezen"
    return "vervallen: de tekst van het voorstel is daarna veranderd"
