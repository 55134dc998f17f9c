"""Meeting days and recess of each raad."""

from collections.abc import Iterator

from models.dossier import Dossier
from models.dossier.edit import Path, value_at
from models.vocabulary import PartnerKind
from wizards.context import Context
from wizards.forms.rows import CheckRow
from wizards.look.tokens import TypeRole
from wizards.steps.besluitvorming_parts.forms import BASE
from wizards.widgets.boxes import Card, Rule, column
from wizards.widgets.columns import Columns
from wizards.widgets.days import DaysField, days_text
from wizards.widgets.text import Heading, Label

__all__ = ["Raden", "raad_rows"]

_NAMELESS = "Gemeente zonder naam"


def _raden(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    """The partners that have a raad: municipalities, by id and name."""
    return tuple((p.id, p.name.strip() or _NAMELESS) for p in dossier.partners.active if p.kind is PartnerKind.GEMEENTE)


def _path(partner: str, what: str) -> Path:
    return (*BASE, "raad", partner, what)


def raad_rows(dossier: Dossier) -> Iterator[CheckRow]:
    """Rows of the check page: the days of each raad."""
    for partner, name in _raden(dossier):
        for what, label in (("meetings", "vergaderingen van de raad"), ("recess", "reces")):
            path = _path(partner, what)
            answer = days_text(value_at(dossier, path) or ()).replace("\n", ", ") or "Niet ingevuld"
            yield CheckRow("Raden", f"{name}: {label}", answer, path)


class Raden(Card):
    """Meeting days and recess per raad."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        look = context.look
        self.body.addWidget(Heading(look, "Wanneer vergaderen de raden?", 3))
        self.body.addWidget(
            Label(look, "Zet elke dag op een eigen regel. Plakken uit een agenda mag ook.", colour="ink2")
        )
        self._none = Label(look, "Voeg eerst gemeenten toe bij Partners.", colour="ink2")
        self.body.addWidget(self._none)
        self._rows = column(look.space(14))
        self.body.addLayout(self._rows)
        self._raden: tuple[tuple[str, str], ...] = ()
        self.fields: list[DaysField] = []
        self.refresh()

    def refresh(self) -> None:
        """Show the raden of the partners that take part."""
        raden = _raden(self._context.editor.dossier)
        if raden != self._raden:
            self._raden = raden
            self._remake()
        self._none.setVisible(not raden)
        for field in self.fields:
            field.refresh()

    def _remake(self) -> None:
        while (entry := self._rows.takeAt(0)) is not None:
            if (old := entry.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.fields = []
        look = self._context.look
        for partner, name in self._raden:
            self._rows.addWidget(Rule(look))
            self._rows.addWidget(Label(look, name, TypeRole.LEAD_BOLD))
            beside = Columns(look, narrowest=320, most=2)
            self._rows.addWidget(beside)
            for what, label, why in (
                ("meetings", "Vergaderingen van de raad", "Bijvoorbeeld 12-1-2027."),
                ("recess", "Reces", "Bijvoorbeeld 20-7-2027 t/m 31-8-2027."),
            ):
                path = _path(partner, what)
                field = DaysField(self._context, f"{label} in {name}", path, periods=what == "recess", why=why)
                self.fields.append(field)
                beside.add(field)

    def reveal(self, path: Path) -> bool:
        """Put the focus on a field; whether it is here."""
        for field in self.fields:
            if field.path == path[: len(field.path)]:
                field.control.setFocus()
                return True
        return False
