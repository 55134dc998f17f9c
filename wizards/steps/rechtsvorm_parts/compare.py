"""Some legal bases side by side: what each brings and asks."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QScrollArea, QWidget

from models.advice.legal.results import LegalAdvice
from models.knowledge.law import BasisText
from models.vocabulary import LegalBasis, LegalStatus
from wizards.context import Context
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, Rule, column
from wizards.widgets.inputs import Check
from wizards.widgets.text import Heading, Label

__all__ = ["BasisComparison"]

_ASPECTS: tuple[tuple[str, str], ...] = (
    ("Wat het is", "summary"),
    ("Rechtspersoon", "legal_personality"),
    ("Personeel", "staff"),
    ("Bestuur", "board"),
    ("Bevoegdheden", "powers"),
    ("Invloed van de raad", "raad_influence"),
    ("Uittreden", "leaving"),
    ("Btw", "vat"),
    ("Vennootschapsbelasting", "corporate_tax"),
    ("Aanbesteden", "procurement"),
    ("Ondernemingsraad", "works_council"),
    ("Archief", "archive"),
    ("Wie besluit", "decided_by"),
    ("Wat het brengt", "pros"),
    ("Wat het kost", "cons"),
)
_WORDS = {
    LegalStatus.ALLOWED: "toegestaan",
    LegalStatus.CONDITIONAL: "onder voorwaarden",
    LegalStatus.EXCLUDED: "uitgesloten",
}


def _text(basis: BasisText, aspect: str) -> str:
    value = getattr(basis, aspect)
    return value if isinstance(value, str) else "\n".join(value) or "–"


class BasisComparison(Card):
    """Tick the bases to compare; the table below has a row per aspect and a column per basis."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look)
        self._context = context
        self._boxes: dict[LegalBasis, Check] = {}
        self._picked: tuple[LegalBasis, ...] | None = None
        look = context.look
        self.body.addWidget(Heading(look, "Naast elkaar", 3))
        self.body.addWidget(Label(look, "Kies de rechtsvormen die u wilt vergelijken.", colour="ink2"))
        flow = FlowLayout(look.space(12))
        for basis, text in context.editor.knowledge.basis.items():
            box = Check(look, text.name)
            box.edited.connect(lambda on, basis=basis: self._pick(basis, on))
            self._boxes[basis] = box
            flow.addWidget(box)
        self.body.addLayout(flow)
        self._scroller = QScrollArea()
        self._scroller.setWidgetResizable(True)
        self._scroller.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroller.setAccessibleName("Vergelijking van rechtsvormen")
        self.body.addWidget(self._scroller)
        self._shown: object = None

    def refresh(self) -> None:
        """Show the chosen bases with what the law says of them now."""
        legal = self._context.editor.insight.advice.legal
        picked = self._picked if self._picked is not None else self._first(legal)
        for basis, box in self._boxes.items():
            box.show_value(basis in picked)
        statuses = tuple((o.basis, o.status) for o in legal.outcomes if o.basis in picked)
        if statuses != self._shown:
            self._shown = statuses
            self._scroller.setWidget(self._table(statuses))
            self._fit()

    def _first(self, legal: LegalAdvice) -> tuple[LegalBasis, ...]:
        """To begin with: the choice, the preferred one and the lightest that the law does not rule out."""
        choice = self._context.editor.dossier.rechtsvorm.choice
        may = [o.basis for o in legal.outcomes if o.status is not LegalStatus.EXCLUDED and o.fits_form is not False]
        wanted = [choice.basis if choice else None, legal.preferred, *may]
        return tuple(dict.fromkeys(basis for basis in wanted if basis is not None))[:3]

    def _pick(self, basis: LegalBasis, on: bool) -> None:
        legal = self._context.editor.insight.advice.legal
        now = self._picked if self._picked is not None else self._first(legal)
        self._picked = (*now, basis) if on and basis not in now else tuple(b for b in now if b is not basis or on)
        self.refresh()

    def _table(self, statuses: tuple[tuple[LegalBasis, LegalStatus], ...]) -> QWidget:
        look, knowledge = self._context.look, self._context.editor.knowledge
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.space(20))
        grid.setVerticalSpacing(look.space(6))
        top = Qt.AlignmentFlag.AlignTop
        for place, (basis, status) in enumerate(statuses, 1):
            head = column(0)
            head.addWidget(Label(look, knowledge.basis[basis].name, TypeRole.BODY_BOLD))
            head.addWidget(Label(look, _WORDS[status], TypeRole.CAPTION, "ink2"))
            grid.addLayout(head, 0, place)
            grid.setColumnMinimumWidth(place, look.glyph(180))
            grid.setColumnStretch(place, 1)
        for number, (name, aspect) in enumerate(_ASPECTS):
            line = 2 * number + 1
            grid.addWidget(Rule(look), line, 0, 1, len(statuses) + 1)
            grid.addWidget(Label(look, name, TypeRole.BODY_BOLD, "ink2", wrap=False), line + 1, 0, top)
            for place, (basis, _status) in enumerate(statuses, 1):
                grid.addWidget(Label(look, _text(knowledge.basis[basis], aspect)), line + 1, place, top)
        if not statuses:
            grid.addWidget(Label(look, "Er is nog geen rechtsvorm gekozen om te vergelijken.", colour="ink2"), 1, 0)
        return holder

    def _fit(self) -> None:
        """As high as the table at this width: the page scrolls, sideways the card does."""
        widget = self._scroller.widget()
        if widget is None:
            return
        layout = widget.layout()
        assert layout is not None
        width = max(self._scroller.viewport().width(), layout.minimumSize().width())
        bar = 16 if width > self._scroller.viewport().width() else 0
        self._scroller.setFixedHeight(layout.heightForWidth(width) + bar + 4)

    def resizeEvent(self, event: object) -> None:
        """Another width makes other lines."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()
