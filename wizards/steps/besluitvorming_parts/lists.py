"""The view with the two checklists: of the regeling, and of the dienstverleningsovereenkomst."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from models.dossier import Dossier
from models.dossier.edit import Path
from models.knowledge import Knowledge
from models.planning.checklists import ChecklistKind, agreement_expected
from models.vocabulary import LegalBasis
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.look.tokens import TypeRole
from wizards.steps.besluitvorming_parts.forms import BASE
from wizards.steps.besluitvorming_parts.worked import Worked
from wizards.widgets.boxes import Card, column, row
from wizards.widgets.buttons import Button
from wizards.widgets.checklist import ChecklistSpec, ChecklistWidget, checklist_rows
from wizards.widgets.text import Label

__all__ = ["AGREEMENT", "FIELDS", "REGELING", "ListsView", "list_rows"]

REGELING = ChecklistSpec(
    "Wat er in de regeling staat",
    (*BASE, "checklist"),
    ChecklistKind.REGELING,
    "De lijst volgt de rechtsvorm die u koos, of die het advies noemt. Anders ziet u alle punten.",
)
AGREEMENT = ChecklistSpec(
    "Wat er in de dienstverleningsovereenkomst staat",
    (*BASE, "agreement_checklist"),
    ChecklistKind.AGREEMENT,
    "Deze punten spreekt u af met elke partner die het werk afneemt of levert.",
)
FIELDS = ("checklist", "agreement_checklist")


def list_rows(dossier: Dossier, knowledge: Knowledge, basis: LegalBasis | None) -> Iterator[CheckRow]:
    """Rows of the check page: the points that hold here. ``basis``: the advised one, where none is chosen."""
    yield from checklist_rows(REGELING, dossier, knowledge, basis)
    if agreement_expected(dossier, basis):
        yield from checklist_rows(AGREEMENT, dossier, knowledge, basis)


class ListsView(QWidget):
    """The list of the regeling; that of the agreement where it belongs here or somebody asks for it."""

    def __init__(self, context: Context, worked: Worked) -> None:
        super().__init__()
        self._context, self._worked = context, worked
        look = context.look
        self._layout = column(look.space(14))
        self.setLayout(self._layout)
        self.regeling = ChecklistWidget(context, REGELING, partial(worked.checklist, ChecklistKind.REGELING))
        self._layout.addWidget(self.regeling)
        self.agreement: ChecklistWidget | None = None
        self._offer = Card(look, fill="wash", border=None)
        self._offer.body.addWidget(Label(look, "Sluit u ook een dienstverleningsovereenkomst?", TypeRole.BODY_BOLD))
        self.ask = Button(look, "Toon de lijst voor de overeenkomst", icon="list")
        self.ask.clicked.connect(lambda *_: self.show_agreement())
        line = row()
        line.addWidget(self.ask)
        line.addStretch(1)
        self._offer.body.addLayout(line)
        self._layout.addWidget(self._offer)
        self.refresh()

    def refresh(self) -> None:
        """Show what the dossier holds now."""
        self.regeling.refresh()
        if self.agreement is None and self._worked.agreement_expected():
            self.show_agreement()
        elif self.agreement is not None:
            self.agreement.refresh()

    def show_agreement(self) -> None:
        """Show the list of the agreement. It stays: nobody loses what was just in sight."""
        if self.agreement is None:
            read = partial(self._worked.checklist, ChecklistKind.AGREEMENT)
            self.agreement = ChecklistWidget(self._context, AGREEMENT, read)
            self._layout.addWidget(self.agreement)
        self._offer.hide()

    def reveal(self, path: Path) -> bool:
        """Put the focus on a point; whether it is here."""
        if path[:2] == AGREEMENT.path:
            self.show_agreement()
            assert self.agreement is not None
            return self.agreement.reveal(path)
        return self.regeling.reveal(path)
