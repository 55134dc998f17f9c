"""Photos of the netwerkopstelling: taken, kept in the werksessie, shown alone or two beside each other."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop.window.toast import announce
from desktop.workshop.setup_changes import NOW, photo_words, standing_now, taken_words
from desktop.workshop.stand import Stand
from desktop.workshop.view_page import Undone, beamer_button, change_workshop, flowing
from models.dossier.edit import fresh_id
from models.figures.answers import name_of
from models.wording.workshop import setup_page, snapshot_of
from models.workshop.pages import Page
from models.workshop.records import Snapshot, Workshop
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, Rule, column, row
from wizards.widgets.buttons import Button, IconButton
from wizards.widgets.inputs import Combo, Line
from wizards.widgets.text import Heading, Label

__all__ = ["PhotosCard"]

_BEFORE, _AFTER = "Voor", "Na"
_SIDES = ("Links", "Rechts")


class PhotosCard(Card):
    """The photos of the werksessie at hand, oldest first."""

    def __init__(self, stand: Stand) -> None:
        super().__init__(stand.look)
        self._stand = stand
        self._shown: tuple[Snapshot, ...] | None = None
        self._picked: set[str] = set()
        look = stand.look
        self.body.addWidget(Heading(look, "Foto’s van de opstelling", 3))
        self.body.addWidget(
            Label(look, "Een foto bewaart wie waar staat. Zo vergelijkt u voor en na het gesprek.", colour="ink2")
        )
        self._make_camera()
        self._list = column(look.space(6))
        self.body.addLayout(self._list)
        self.undone = Undone(look)
        self.body.addWidget(self.undone)
        self.rows: dict[str, tuple[Button, IconButton]] = {}
        self._make_beside()

    def _make_camera(self) -> None:
        look = self._stand.look
        self.before = Button(look, f"Foto maken: {_BEFORE}", icon="plus")
        self.after = Button(look, f"Foto maken: {_AFTER}", icon="plus")
        self.before.clicked.connect(lambda *_: self.take(_BEFORE))
        self.after.clicked.connect(lambda *_: self.take(_AFTER))
        label = Label(look, "Eigen naam", TypeRole.BODY_BOLD, wrap=False)
        self.name = Line(look, characters=18)
        self.name.setAccessibleName("Eigen naam van de foto")
        self.name.returnPressed.connect(self.take_named)
        label.setBuddy(self.name)
        self.named = Button(look, "Foto maken", icon="plus")
        self.named.clicked.connect(lambda *_: self.take_named())
        own, line = QWidget(), row(look.space(8))
        for widget in (label, self.name, self.named):
            line.addWidget(widget)
        own.setLayout(line)
        self.body.addLayout(flowing(look, self.before, self.after, own, spacing=14))

    def _make_beside(self) -> None:
        look = self._stand.look
        self._beside = QWidget()
        stack = column(look.space(8))
        self._beside.setLayout(stack)
        self.left, self.right = (self._side(words) for words in _SIDES)
        self.both = beamer_button(look, "Toon naast elkaar in de zaal", self.show_both)
        stack.addWidget(Rule(look))
        pairs = []
        for words, combo in zip(_SIDES, (self.left, self.right), strict=True):
            pair, line = QWidget(), row(look.space(8))
            label = Label(look, words, TypeRole.BODY_BOLD, wrap=False)
            label.setBuddy(combo)
            line.addWidget(label)
            line.addWidget(combo)
            pair.setLayout(line)
            pairs.append(pair)
        stack.addLayout(flowing(look, *pairs, self.both, spacing=14))
        self.body.addWidget(self._beside)

    def _side(self, words: str) -> Combo:
        combo = Combo(self._stand.look, "Kies een foto")
        combo.setAccessibleName(f"{words} in de zaal")
        combo.edited.connect(lambda _key: self._picked.add(words))
        return combo

    # --- showing

    def refresh(self) -> None:
        """Show the photos that there are."""
        workshop = self._stand.desk.workshop
        photos = workshop.snapshots if workshop is not None else ()
        self._beside.setVisible(bool(photos))
        if photos == self._shown:
            return
        self._shown = photos
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.rows = {}
        for photo in photos:
            made = self._row(photo)
            self._list.addWidget(made)
            made.show()
        now = self._stand.desk.now
        options = (*((photo.id, photo_words(photo, now)) for photo in photos), (NOW, "Nu, zoals het staat"))
        for words, combo, usual in zip(_SIDES, (self.left, self.right), self._usual(photos), strict=True):
            held = str(combo.currentData() or "")
            combo.offer(options)
            # What a person picked stays; else the newest photos come forward.
            stays = words in self._picked and held in {key for key, _ in options}
            combo.show_value(held if stays else usual)

    @staticmethod
    def _usual(photos: tuple[Snapshot, ...]) -> tuple[str, str]:
        """What one wants beside each other: the last "Voor" and the last "Na"; else the first photo and now."""
        last = {photo.name: photo.id for photo in photos}
        first = photos[0].id if photos else NOW
        return last.get(_BEFORE, first), last.get(_AFTER, NOW)

    def _row(self, photo: Snapshot) -> QWidget:
        look, now = self._stand.look, self._stand.desk.now
        words = photo_words(photo, now)
        show = beamer_button(look, "Toon in de zaal", lambda: self.show_photos(photo.id), words)
        remove = IconButton(look, "close", f"Foto verwijderen: {words}")
        remove.clicked.connect(lambda *_: self.remove(photo.id))
        self.rows[photo.id] = show, remove
        widget, line = QWidget(), row(look.space(8))
        said = column()
        said.addWidget(Label(look, name_of(photo.name), TypeRole.BODY_BOLD))
        said.addWidget(Label(look, taken_words(photo, now), TypeRole.CAPTION, "ink2"))
        line.addLayout(said, 1)
        line.addWidget(show)
        line.addWidget(remove)
        widget.setLayout(line)
        return widget

    # --- doing

    def take(self, name: str) -> None:
        """Keep the netwerkopstelling as it stands now."""
        desk = self._stand.desk
        photo = snapshot_of(self._stand.editor.dossier, id=fresh_id(), name=name, taken=desk.now)
        self.undone.withdraw()
        self._change(lambda photos: (*photos, photo))
        announce(self, f"Foto gemaakt: {name_of(name)}.")

    def take_named(self) -> None:
        """The same under a name of one's own; without one the focus goes to the field for it."""
        name = self.name.text().strip()
        if name:
            self.name.clear()
            self.take(name)
        else:
            self.name.setFocus()

    def remove(self, key: str) -> None:
        """Take a photo out; it can be brought back."""
        photos = self._photos()
        place = next((place for place, one in enumerate(photos) if one.id == key), None)
        if place is None:
            return
        gone = photos[place]
        self._change(lambda held: tuple(one for one in held if one.id != key))
        self.undone.offer("Foto verwijderd.", lambda: self._change(lambda held: (*held[:place], gone, *held[place:])))

    def show_photos(self, *keys: str) -> None:
        """Let the room see one photo, or two beside each other; :data:`NOW` is how it stands."""
        names = {photo.id: name_of(photo.name) for photo in self._photos()} | {NOW: "Nu"}
        title = " en ".join(names.get(key, "") for key in keys)
        self._stand.direction.show(f"Netwerkopstelling: {title}", lambda: self._page(keys))

    def show_both(self) -> None:
        """Let the room see what is chosen at the left and at the right."""
        keys = tuple(str(combo.currentData() or "") for combo in (self.left, self.right))
        chosen = tuple(key for key in dict.fromkeys(keys) if key)
        if chosen:
            self.show_photos(*chosen)

    def _page(self, keys: tuple[str, ...]) -> Page | None:
        dossier, now = self._stand.editor.dossier, self._stand.desk.now
        held = {photo.id: photo for photo in self._photos()} | {NOW: standing_now(dossier, now)}
        if not held.keys() >= set(keys):
            return None  # one of them is gone: the room keeps what it saw
        return setup_page(dossier, () if keys == (NOW,) else tuple(held[key] for key in keys))

    def _photos(self) -> tuple[Snapshot, ...]:
        workshop = self._stand.desk.workshop
        return workshop.snapshots if workshop is not None else ()

    def _change(self, change: Callable[[tuple[Snapshot, ...]], tuple[Snapshot, ...]]) -> None:
        def changed(workshop: Workshop) -> Workshop:
            return workshop.model_copy(update={"snapshots": change(workshop.snapshots)})

        change_workshop(self._stand, changed)
