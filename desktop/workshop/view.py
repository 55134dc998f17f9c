"""The werksessie in the window of the facilitator: its parts, and beside them what the room sees."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QWidget

from desktop.editor import DossierEditor
from desktop.workshop.beamer import Beamer
from desktop.workshop.clock_bar import ClockBar
from desktop.workshop.desk import WorkshopDesk
from desktop.workshop.direction import Direction
from desktop.workshop.parts import PARTS, Part
from desktop.workshop.side import RoomSide
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import listed_lines
from models.wording.workshop import opening_page, rules_page, timer_words
from models.workshop.pages import Page
from models.workshop.records import Workshop
from wizards.context import Context
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button, ButtonKind, Pills
from wizards.widgets.inputs import Combo
from wizards.widgets.signs import Notice
from wizards.widgets.text import Heading, Label

__all__ = ["WorkshopView"]

_BESIDE = 1000
"""From this width, grown with the text, what the room sees stands beside the parts; else it is one of them."""
_SIDE = 330
_LARGE = 1.6
_ANY = 16_777_215
"""Qt's word for a width without bounds."""
_SEEN = "De zaal kijkt mee op dit scherm. Stem met handen of papier, of zet de beamer eerst uit."
_EXAMPLE = "Dit is een voorbeeld. U kunt alles proberen, maar de werksessie wordt niet bewaard."
_WHY = (
    "Met een werksessie kiest u samen. Deelnemers stemmen anoniem, de zaal ziet de uitslag, en de groep kiest het "
    "antwoord. Alles blijft op deze laptop."
)
_EVENING = (
    "Zet bij Deelnemers wie er is. Spreek daar ook af wanneer u het eens bent.",
    "Kies bij Zaal hoe groot de letters zijn, en start de beamer.",
    "Volg het Draaiboek. Open bij Stemmen een ronde per stelling.",
    "Kies bij Uitslag samen het antwoord. Bij Effect ziet u wat dat met het advies doet.",
    "Zet bij Afspraken wie wat doet, en maak het verslag.",
)
_UNUSED = "Deze werksessie is nog niet gebruikt. U hoeft geen nieuwe te maken."
_NEW = "Nieuwe werksessie met dezelfde deelnemers. De vorige kiest u bovenaan."


class WorkshopView(QWidget):
    """``sheets_wanted``: somebody wants the voting sheets on paper; ``report_wanted``: the report of the werksessie;
    ``said``: a message.
    """

    sheets_wanted = Signal()
    report_wanted = Signal()
    said = Signal(str)

    def __init__(self, context: Context, editor: DossierEditor, desk: WorkshopDesk, beamer: Beamer) -> None:
        super().__init__()
        self.context, self.editor, self.desk, self.beamer = context, editor, desk, beamer
        self.direction = Direction(desk, editor, beamer, timer_words, self)
        self.stand = Stand(context.look, editor, desk, self.direction, context.navigator, context.privacy)
        self.parts: dict[str, QWidget] = {}
        self.cover: QWidget | None = None
        self.current = ""
        self.setAccessibleName("Werksessie")
        self._make_parts()
        self._lay_out()
        desk.changed.connect(self.refresh)
        context.privacy.changed.connect(self._uncover_when_seen)
        context.look.changed.connect(self._arrange)
        self.direction.show("Welkom", self._welcome)
        self.refresh()

    # --- putting together

    def _make_parts(self) -> None:
        look = self.context.look
        self.title = Heading(look, "Werksessie", 2)
        self.choice = Combo(look)
        self.choice.setAccessibleName("Welke werksessie")
        self.choice.edited.connect(self._choose_session)
        self.choice_words = Label(look, "Welke?", wrap=False)
        self.choice_words.setBuddy(self.choice)
        self.report = Button(look, "Verslag", ButtonKind.QUIET, icon="pdf")
        self.report.setAccessibleDescription("Opent het verslag van de werksessie in het afdrukvoorbeeld.")
        self.report.clicked.connect(lambda *_: self.report_wanted.emit())
        self.new = Button(look, "Nieuwe werksessie", ButtonKind.QUIET, icon="plus")
        self.new.clicked.connect(lambda *_: self.begin_another())
        self.room = Button(look, "Wat ziet de zaal?", icon="projector")
        self.room.setCheckable(True)
        self.room.toggled.connect(lambda *_: self._arrange())
        self.tabs = Pills(look, "Deel van de werksessie", tuple((part.key, part.words) for part in PARTS))
        self.tabs.chosen.connect(self.open_part)
        self.tab_choice = Combo(look)
        self.tab_choice.setAccessibleName("Deel van de werksessie")
        self.tab_words = Label(look, "Deel", wrap=False)
        self.tab_words.setBuddy(self.tab_choice)
        self.tab_choice.offer(tuple((part.key, part.words) for part in PARTS))
        self.tab_choice.edited.connect(lambda key: self.open_part(key or self.current))
        self.stack = QStackedWidget()
        self.clock = ClockBar(self.stand)
        self.side = RoomSide(look, self.stand, self.beamer, self.clock, self._pages())
        self.side_area = _area(self.side)
        self.begin = self._begin_card()

    def _begin_card(self) -> QWidget:
        look = self.context.look
        card = Card(look, padding=24, spacing=12)
        card.body.addWidget(Heading(look, "Begin een werksessie", 2))
        card.body.addWidget(Label(look, _WHY))
        card.body.addWidget(listed_lines(look, _EVENING))
        if not self.desk.kept:
            card.body.addWidget(Notice(look, _EXAMPLE))
        button = Button(look, "Begin een werksessie", ButtonKind.SOLID, icon="workshop")
        button.clicked.connect(lambda *_: self._begin())
        card.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.begin_button = button
        holder = QWidget()
        layout = column(0, (look.space(28), look.space(8), look.space(28), look.space(16)))
        layout.addWidget(card)
        layout.addStretch(1)
        holder.setLayout(layout)
        return holder

    def _lay_out(self) -> None:
        look = self.context.look
        edge = look.space(28)
        head = FlowLayout(look.space(12), centred=True)
        for widget in (
            self.title,
            self.tab_words,
            self.tab_choice,
            self.choice_words,
            self.choice,
            self.room,
            self.report,
            self.new,
        ):
            head.addWidget(widget)
        above = column(look.space(8), (edge, look.space(10), edge, look.space(6)))
        above.addLayout(head)
        above.addWidget(self.tabs)
        middle = row()
        middle.addWidget(self.begin, 1)
        middle.addWidget(self.stack, 1)
        middle.addWidget(self.side_area)
        whole = column()
        whole.addLayout(above)
        whole.addLayout(middle, 1)
        self.setLayout(whole)

    def _pages(self) -> tuple[tuple[str, Callable[[], Page | None]], ...]:
        """What one can always show the room."""
        return ("Welkom", self._welcome), ("Spelregels", self._rules)

    def _welcome(self) -> Page | None:
        workshop = self.desk.workshop
        return None if workshop is None else opening_page(self.editor.dossier, workshop)

    def _rules(self) -> Page | None:
        workshop = self.desk.workshop
        return None if workshop is None else rules_page(self.editor.knowledge, workshop)

    # --- what it does

    def refresh(self) -> None:
        """Show what there is now."""
        begun = self.desk.workshop is not None
        self.clock.setVisible(begun)
        self.report.setVisible(begun)
        # Rarely wanted: beside the people that the next werksessie takes over, and nowhere in the way.
        self.new.setVisible(begun and self.current in ("", PARTS[0].key))
        self.begin_button.setEnabled(self.desk.ready)
        sessions = self.desk.workshops
        for widget in (self.choice_words, self.choice):
            widget.setVisible(len(sessions) > 1)
        self.choice.offer(tuple((one.id, one.name or f"Werksessie {number}") for number, one in enumerate(sessions, 1)))
        if self.desk.workshop is not None:
            self.choice.show_value(self.desk.workshop.id)
            if not self.current:
                self.open_part(PARTS[0].key)
        self._arrange()

    def open_part(self, key: str) -> None:
        """Show a part; it is made when it is first shown."""
        self.current = key
        self.tabs.choose(key)
        self.tab_choice.show_value(key)
        self.room.setChecked(False)
        self.new.setVisible(key == PARTS[0].key)
        if key not in self.parts:
            part = next(one for one in PARTS if one.key == key)
            made = self.parts[key] = self._make(part)
            self.stack.addWidget(made)
        self.stack.setCurrentWidget(self.parts[key])

    def go_to(self, key: str) -> None:
        """Show a part, with the focus on what one does there: what had it is gone."""
        self.open_part(key)
        take_focus = getattr(self.parts[key], "take_focus", None)
        if take_focus is not None:
            take_focus()

    def begin_another(self) -> None:
        """Begin another werksessie, unless nothing happened in the one at hand."""
        workshop, session = self.desk.workshop, self.desk.session
        rounds = session is not None and bool(session.rounds)
        if workshop is not None and not rounds and self.desk.polling is None and _unused(workshop):
            self.said.emit(_UNUSED)
            return
        self.desk.begin()
        self.go_to(PARTS[0].key)
        self.said.emit(_NEW)

    def toggle_beamer(self) -> None:
        """Start or stop the beamer (F5)."""
        beamer = self.beamer
        if not beamer.running and not beamer.one_screen and not beamer.screen_key:
            self.side.controls.ask_screen()
        else:
            beamer.toggle()

    def close_view(self) -> None:
        """Keep what was typed. The view is of no use afterwards."""
        self._uncover()
        self.stack.hide()

    def show_cover(self, page: QWidget) -> None:
        """Let ``page`` cover the whole screen until its signal ``left``: whoever holds the laptop sees nothing else.

        It is a window of its own, so that no key of this window works there.
        """
        if self.context.privacy.hidden:
            page.deleteLater()
            self.said.emit(_SEEN)
            return
        self._uncover()
        self.cover = page
        page.setParent(None)
        page.setWindowTitle("Geef de laptop door")
        page.left.connect(self._uncover)  # type: ignore[attr-defined]
        here = self.window().windowHandle()
        if here is not None:
            page.setGeometry(here.screen().geometry())
        page.showFullScreen()
        page.activateWindow()

    def _uncover_when_seen(self) -> None:
        """A screen was mirrored while the laptop goes round: what somebody chooses would be on the beamer."""
        if self.cover is not None and self.context.privacy.hidden:
            self._uncover()
            self.said.emit(_SEEN)

    def _uncover(self) -> None:
        page, self.cover = self.cover, None
        if page is not None:
            page.hide()
            page.deleteLater()
            self.window().activateWindow()

    def _begin(self) -> None:
        self.desk.begin()
        self.go_to(PARTS[0].key)

    def _choose_session(self, key: object) -> None:
        self.desk.choose(str(key))

    def _make(self, part: Part) -> QWidget:
        made = part.make(self.stand, self.beamer)
        acts: dict[str, Callable[..., object]] = {
            "sheets_wanted": self.sheets_wanted.emit,
            "page_wanted": self.show_cover,
            "outcome_wanted": self._show_outcome,
            "subject_wanted": self._show_subject,
            "vote_wanted": lambda: self.go_to("stemmen"),
            "people_wanted": lambda: self.go_to("deelnemers"),
            "rule_wanted": self._show_rule,
        }
        for name, act in acts.items():
            signal = getattr(made, name, None)
            if signal is not None:
                signal.connect(act)
        return made

    def _show_outcome(self, key: str) -> None:
        self.open_part("uitkomst")
        self.parts["uitkomst"].show_subject(key)  # type: ignore[attr-defined]
        self.go_to("uitkomst")

    def _show_subject(self, key: str) -> None:
        self.open_part("stemmen")
        self.parts["stemmen"].show_subject(key)  # type: ignore[attr-defined]
        self.go_to("stemmen")

    def _show_rule(self) -> None:
        self.open_part("deelnemers")
        self.parts["deelnemers"].show_rule()  # type: ignore[attr-defined]

    # --- room

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What the room sees stands beside the parts where there is room."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        look = self.context.look
        beside = self.width() >= look.glyph(_BESIDE)
        begun, side = self.desk.workshop is not None, beside or self.room.isChecked()
        large = look.zoom >= _LARGE  # the tabs would take a third of the window
        self.tabs.setVisible(begun and not large)
        for widget in (self.tab_words, self.tab_choice):
            widget.setVisible(begun and large)
        self.room.setVisible(not beside)
        self.side_area.setMinimumWidth(look.glyph(_SIDE))
        self.side_area.setMaximumWidth(look.glyph(_SIDE) if beside else _ANY)
        self.side_area.setVisible(side)
        self.begin.setVisible(not begun and (beside or not side))
        self.stack.setVisible(begun and (beside or not side))


def _unused(workshop: Workshop) -> bool:
    return not (workshop.agreements or workshop.parked or workshop.snapshots or workshop.script_done)


def _area(inner: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inner)
    return area
