""" "Hoe staat het dossier ervoor": everything that contradicts, is missing or deserves attention, step by step."""

from PySide6.QtWidgets import QWidget

from desktop.window.check_view import FINDING_KINDS
from desktop.window.page_view import PageView, clear
from desktop.window.rows import LinkRow
from desktop.window.words import place_of
from models.check import Finding, FindingKind
from models.vocabulary import StepId
from wizards.context import Context
from wizards.widgets.boxes import Card
from wizards.widgets.buttons import Pills
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["FindingsView"]

_ORDER = (FindingKind.CONTRADICTION, FindingKind.MISSING, FindingKind.NOTICE)
_WORDS = {
    FindingKind.CONTRADICTION: ("tegenspraak", "tegenspraken"),
    FindingKind.MISSING: ("ontbreekt", "ontbreken"),
    FindingKind.NOTICE: ("aandachtspunt", "aandachtspunten"),
}


class FindingsView(PageView):
    """All findings, each leading to its field; one can look at one kind alone."""

    def __init__(self, context: Context) -> None:
        super().__init__(context.look, "Hoe sta ik ervoor?")
        self.context = context
        self._shown: object = None
        options = (("all", "Alles"), *((kind.value, _named(kind)) for kind in _ORDER))
        self.filter = Pills(context.look, "Wat wilt u zien?", options)
        self.filter.choose("all")
        self.filter.chosen.connect(lambda _key: self.refresh())
        self.counts = Label(context.look, colour="ink2")
        self.content.insertWidget(2, self.counts)
        self.content.insertWidget(3, self.filter)
        context.editor.insight_changed.connect(self._refresh_if_shown)

    def refresh(self) -> None:
        """Show what is found now."""
        editor = self.context.editor
        found, wanted = editor.insight.findings, self.filter.value()
        if (found, wanted) == self._shown:
            return
        self._shown = (found, wanted)
        self.counts.setText(_counted(found))
        clear(self.body)
        kept = [f for f in found if wanted in ("all", f.kind.value)]
        if not kept:
            self.body.addWidget(Notice(self.look, "Er ontbreekt niets en niets spreekt elkaar tegen."))
        places = {f: place_of(f, editor.dossier) for f in kept}
        for step, text in editor.knowledge.step.items():
            mine = [f for f in kept if places[f][0] is step]
            if mine:
                self.body.addWidget(self._card(step, text.title, mine))

    def _card(self, step: StepId, title: str, found: list[Finding]) -> QWidget:
        card = Card(self.look, padding=16, spacing=2)
        card.body.addWidget(Heading(self.look, title, 3))
        for finding in sorted(found, key=lambda f: _ORDER.index(f.kind)):
            said, icon, tone = FINDING_KINDS[finding.kind]
            _, path = place_of(finding, self.context.editor.dossier)
            link = LinkRow(self.look, finding.text, said, icon, tone)
            link.clicked.connect(lambda *_, path=path: self.context.navigator.open_step(step, path))
            card.body.addWidget(link)
        return card

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()


def _named(kind: FindingKind) -> str:
    return {
        FindingKind.CONTRADICTION: "Tegenspraken",
        FindingKind.MISSING: "Wat ontbreekt",
        FindingKind.NOTICE: "Aandachtspunten",
    }[kind]


def _counted(found: tuple[Finding, ...]) -> str:
    parts = []
    for kind in _ORDER:
        number = sum(f.kind is kind for f in found)
        if kind is FindingKind.MISSING:
            parts.append(f"{number} {'punt ontbreekt' if number == 1 else 'punten ontbreken'}")
        else:
            parts.append(f"{number} {_WORDS[kind][number != 1]}")
    return ", ".join(parts) + "."
