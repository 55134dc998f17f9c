"""Partners: who takes part, two to forty, and what each says in its intake."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from models.dossier import Dossier
from models.dossier.edit import Path, fresh_id
from models.dossier.explore import Partner
from models.knowledge import Knowledge
from models.vocabulary import StepId
from wizards.context import Context
from wizards.forms.paste import KIND_WORDS, partners_as_text
from wizards.forms.spec import ALL_NO_ANSWERS, Field, Group, Kind, Option, Records
from wizards.page import StepPage, StepSpec
from wizards.steps.partners_parts.compare import inhabitants_in_words
from wizards.steps.partners_parts.empty import EmptyTable
from wizards.steps.partners_parts.intake import IntakeView, intake_groups, intake_rows
from wizards.steps.partners_parts.paste_panel import PastePanel
from wizards.steps.partners_parts.removed import RemovedPartners
from wizards.steps.partners_parts.table import PartnerDelegate, TableHead, described
from wizards.steps.partners_parts.taking_part import LIST, taken_out
from wizards.widgets.boxes import Card
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.records import RecordsWidget
from wizards.widgets.signs import letters_of
from wizards.widgets.text import Label

__all__ = ["SPEC", "PartnersPage"]

STEP = StepId.PARTNERS
_FEWEST = 2
_EXAMPLE = "case:bar"

_KINDS = tuple(Option(kind.value, word) for kind, word in KIND_WORDS.items())


def _records() -> Records:
    return Records(
        LIST,
        "Partners",
        "partner",
        "Partner verwijderd.",
        (
            Field("name", "Naam", Kind.LINE, required=True),
            Field("kind", "Soort organisatie", Kind.CHOICE, options=_KINDS, required=True, short=True),
            Field("inhabitants", "Aantal inwoners", Kind.WHOLE, no_answers=ALL_NO_ANSWERS, short=True),
            Field("inhabitants_on", "Peildatum", Kind.DATE, short=True),
            Field("inhabitants_source", "Bron", Kind.LINE, short=True),
            Field("fte", "Formatie die het betreft", Kind.NUMBER, unit="fte", no_answers=ALL_NO_ANSWERS, short=True),
            Field("brings", "Wat brengt deze partner in?", Kind.AREA, why="Zoals kennis, systemen, mensen of geld."),
            Field(
                "can_be_centre",
                "Kan deze partner het werk voor de anderen doen, als centrumgemeente?",
                Kind.YES_NO,
                no_answers=ALL_NO_ANSWERS,
            ),
            Field(
                "own_policy",
                "Houdt deze partner eigen beleid en eigen werkwijzen?",
                Kind.YES_NO,
                no_answers=ALL_NO_ANSWERS,
            ),
        ),
        make=lambda _dossier: Partner(id=fresh_id(), name=""),
        headline=lambda partner, _dossier, _knowledge: partner.name,
        detail=lambda partner, _dossier, _knowledge: described(partner),
        why="Alle organisaties die meedoen, van twee tot veertig.",
        remove=taken_out,
        keep=lambda partner: not partner.removed,
    )


def groups(dossier: Dossier, knowledge: Knowledge) -> tuple[Group, ...]:
    """For the check page: the partners, and each intake that was begun."""
    return (Group("Partners", ("partners",), (_records(),)), *intake_groups(dossier, knowledge))


class PartnersPage(StepPage):
    """Two views on the partners: the list, and the intake of each."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, STEP, views=(("partners", "Partners"), ("intake", "Intake per partner")))
        look = context.look
        self.empty = EmptyTable(look)
        self.empty.example.clicked.connect(lambda: context.navigator.open_help(_EXAMPLE))
        self.empty.add.clicked.connect(self._add)
        self.empty.paste.clicked.connect(lambda: self.open_paste())
        self.list_card = Card(look, padding=20)
        self.records = RecordsWidget(context, _records(), delegate=PartnerDelegate(look), stacked=True)
        self._dress_list()
        self.list_card.body.addWidget(self.records)
        self.paste = PastePanel(context)
        self.paste.closed.connect(self._close_paste)
        self.removed = RemovedPartners(context)
        self.intake = IntakeView(context)
        for widget in (self.empty, self.paste, self.list_card, self.removed):
            self.add_widget(widget)
        self.add_widget(self.intake, self._refresh_views, self._reveal)
        self.paste.hide()
        self._pasting = False
        assert self.view is not None
        self.view.chosen.connect(lambda _key: self._refresh_views())
        self._keys()
        self._refresh_views()

    # --- making

    def _dress_list(self) -> None:
        look, records = self.context.look, self.records
        self._compared = Label(look)
        paste = Button(look, "Plakken uit een rekenblad", ButtonKind.QUIET, icon="import")
        paste.clicked.connect(lambda: self.open_paste())
        copy = Button(look, "Kopieer als tabel", ButtonKind.QUIET, icon="export")
        copy.clicked.connect(self.copy)
        records.put_above_list(TableHead(look))
        records.put_below_list(self._compared)
        records.put_beside_add(paste)
        records.put_beside_add(copy)

    def _keys(self) -> None:
        for keys, act in (
            (QKeySequence.StandardKey.Copy, self.copy),
            (QKeySequence.StandardKey.Paste, lambda: self.open_paste(take=True)),
            (QKeySequence(Qt.Key.Key_Return), self._edit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self.records.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(act)

    # --- doing

    def copy(self) -> None:
        """Put the list on the clipboard, for a spreadsheet."""
        QGuiApplication.clipboard().setText(partners_as_text(self.context.editor.dossier.partners.active))
        self.context.navigator.say("De lijst is gekopieerd. U kunt haar in een rekenblad plakken.")

    def open_paste(self, *, take: bool = False) -> None:
        """Open the panel to paste in; ``take``: with what is on the clipboard."""
        self._pasting = True
        self._refresh_views()
        self.paste.open_with_clipboard(take=take)

    def _close_paste(self) -> None:
        self._pasting = False
        self._refresh_views()
        target = self.records.list if self.records.model.rows else self.empty.add
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add(self) -> None:
        self.list_card.show()
        self.records.add()

    def _edit(self) -> None:
        self.records.fields[0].take_focus()

    # --- showing

    def _refresh_views(self) -> None:
        partners = self.context.editor.dossier.partners
        active = partners.active
        on_list = self.view is None or self.view.value() != "intake"
        if on_list:
            self.records.refresh()
            self.removed.refresh()
            self.empty.show_taken(letters_of(tuple(p.name for p in active)))
            said = inhabitants_in_words(active)
            self._compared.setText(" ".join(said))
            self._compared.setVisible(bool(said))
        else:
            self.intake.prepare()
            self.intake.refresh()
        if self._pasting and on_list:
            self.paste.refresh()
        self.empty.setVisible(on_list and len(active) < _FEWEST and not self._pasting)
        self.list_card.setVisible(on_list and bool(active))
        self.paste.setVisible(on_list and self._pasting)
        self.removed.setVisible(on_list and len(active) < len(partners.partners))
        self.intake.setVisible(not on_list)

    def _show_view(self, key: str) -> None:
        assert self.view is not None
        self.view.choose(key)
        self._refresh_views()

    def _reveal(self, path: Path) -> bool:
        if path[:1] != LIST[:1] or path[1:2] == ("notes",):
            return False
        if path[1:2] != LIST[1:]:
            path = (*LIST, *path[1:])  # findings name a partner as partners/<id>
        if len(path) > len(LIST) + 1 and path[len(LIST) + 1] == "intake":
            self._show_view("intake")
            return self.intake.reveal(path)
        self._show_view("partners")
        key = path[len(LIST)] if len(path) > len(LIST) else ""
        if key in self.removed.buttons:
            self.removed.buttons[key].setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if not self.records.model.rows:
            self.empty.add.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        return self.records.reveal(path)


SPEC = StepSpec(STEP, PartnersPage, groups, intake_rows)
