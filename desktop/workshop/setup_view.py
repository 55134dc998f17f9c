"""The netwerkopstelling: the network of the krachtenveld step, placed, turned and connected together in the room."""

from PySide6.QtWidgets import QWidget

from desktop.workshop.setup_card import ChosenFigure
from desktop.workshop.setup_photos import PhotosCard
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import Sides, ViewPage, beamer_button, flowing
from models.vocabulary import StepId
from models.wording.workshop import setup_page
from wizards.context import Context
from wizards.steps.krachtenveld_parts.map_view import FigureCard
from wizards.steps.krachtenveld_parts.rings import Rings
from wizards.widgets.boxes import column
from wizards.widgets.buttons import quiet_button
from wizards.widgets.signs import Notice

__all__ = ["SetupView"]

_KEYS = (
    "Kies met de pijltjes of klik. Sleep een figuur, of druk op Ctrl en een pijltje. Met Shift gaat het in kleine "
    "stappen. R: verbinden. [ en ]: draaien. Backspace: terug naar de ring."
)


class SetupView(ViewPage):
    """Every change is an edit of the dossier: it is undone like any other."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(
            stand, "Netwerkopstelling", "Zet de belanghebbenden samen op hun plaats. Dichtbij is sterk betrokken."
        )
        self.rings = Rings(Context(stand.look, stand.editor, stand.navigator))
        self.rings.setAccessibleName("Netwerkopstelling: wie staat waar")
        self.picture = FigureCard(self.rings.context, self.rings, _KEYS)
        self.beamer = beamer_button(self.look, "Toon de opstelling in de zaal", self.show_in_room)
        self.picture.tools.addWidget(self.beamer)
        self.chosen = ChosenFigure(stand, self.rings)
        self.photos = PhotosCard(stand)
        self.nobody = self._make_nobody()
        self._whole = QWidget()
        stack = column(self.look.space(14))
        self._whole.setLayout(stack)
        stack.addWidget(Sides(self.look, self.picture, self.chosen, (2, 1)))
        stack.addWidget(self.photos)
        self.content.addWidget(self.nobody)
        self.content.addWidget(self._whole)
        self.content.addStretch(1)
        self.rings.chosen.connect(lambda _key: self.chosen.refresh())
        self.rings.activated.connect(lambda _index: self.chosen.moves[0].setFocus())
        self.chosen.wanted.connect(self.choose)
        self.follow(stand.desk.changed, stand.editor.changed)

    def _make_nobody(self) -> Notice:
        notice = Notice(self.look, "Er staat nog niemand", "Voeg eerst belanghebbenden toe bij het krachtenveld.")
        name = self.stand.knowledge.step[StepId.KRACHTENVELD].title
        self.to_step = quiet_button(
            self.look, f"Naar {name}", lambda: self.stand.navigator.open_step(StepId.KRACHTENVELD)
        )
        notice.body.addLayout(flowing(self.look, self.to_step))
        return notice

    def choose(self, key: str | None) -> None:
        """Show a figure as chosen."""
        self.rings.choose(key)
        self.chosen.refresh()

    def refresh(self) -> None:
        """Show how the dossier and the photos stand now."""
        people = self.stand.editor.dossier.krachtenveld.stakeholders
        self.nobody.setVisible(not people)
        self._whole.setVisible(bool(people))
        if self.rings.current is not None and all(one.id != self.rings.current for one in people):
            self.rings.leave_off()
            self.rings.choose(None)
        self.rings.refresh()
        self.picture.show_table()
        self.chosen.refresh()
        self.photos.refresh()

    def show_in_room(self) -> None:
        """Let the room see the netwerkopstelling as it stands, while people move."""
        editor = self.stand.editor
        self.stand.direction.show("Netwerkopstelling", lambda: setup_page(editor.dossier))
