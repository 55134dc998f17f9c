"""Reading filled questionnaires: choose or drop forms, see what each changes, take them over as one edit."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop.dialogs.base import Choice, Dialog
from desktop.dialogs.questionnaire_card import FormCard
from desktop.dialogs.questionnaire_files import choose_forms
from desktop.questionnaire.incoming import Incoming, read_incoming, said, taken_in
from wizards.editor import Editor
from wizards.look.look import Look
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.text import Label

__all__ = ["QuestionnaireDialog"]

_LINES = (
    "Kies de ingevulde formulieren, of sleep ze naar dit venster.",
    "U ziet eerst wat er verandert.",
)
_NEVER_MORE = 100


class QuestionnaireDialog(Dialog):
    """``chosen``: ``neither`` or ``take``; with ``take`` the answers are in the dossier, as one step of undo."""

    def __init__(self, look: Look, parent: QWidget | None, editor: Editor, files: Sequence[Path] = ()) -> None:
        choices = (Choice("neither", "Niet overnemen"), Choice("take", "Overnemen", ButtonKind.SOLID))
        super().__init__(look, parent, "Welke vragenlijsten wilt u inlezen?", _LINES, choices, safe="neither")
        self._editor = editor
        self.forms: list[Incoming] = []
        self.cards: list[FormCard] = []
        self.setAcceptDrops(True)
        line = row(look.space(10))
        self.add = Button(look, "Formulieren kiezen", icon="import")
        self.add.clicked.connect(self.choose_files)
        line.addWidget(self.add)
        line.addStretch(1)
        self.body.addLayout(line)
        self.told = Label(look, "Er is nog geen formulier gekozen.", colour="ink2")
        self.body.addWidget(self.told)
        self._make_list()
        self.take(files)

    def _make_list(self) -> None:
        look = self.look
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setAccessibleName("Gekozen formulieren")
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        inside = QWidget()
        self._list = column(look.space(10), (0, 0, look.space(12), 0))
        self._list.addStretch(1)
        inside.setLayout(self._list)
        self._area.setWidget(inside)
        inside.setAutoFillBackground(False)
        self._area.viewport().setAutoFillBackground(False)
        self.body.addWidget(self._area, 100)
        self.body.addStretch(1)
        self._area.hide()

    # --- forms

    def choose_files(self) -> None:
        """Let somebody choose forms."""
        choose_forms(self, None, self.take)

    def take(self, files: Sequence[Path]) -> None:
        """Read files, beside those that are there."""
        for path in files[: max(0, _NEVER_MORE - len(self.forms))]:
            number = len(self.forms)
            self.forms.append(read_incoming(path, self._editor.dossier))
            card = FormCard(self.look, self._editor, self.forms[number])
            card.changed.connect(lambda form, number=number: self._changed(number, form))
            self.cards.append(card)
            self._list.insertWidget(number, card)
        if files and len(self.forms) >= _NEVER_MORE:
            self.told.setText(f"U kunt hoogstens {_NEVER_MORE} formulieren tegelijk inlezen.")
        self._show()

    def _changed(self, number: int, form: Incoming) -> None:
        self.forms[number] = form
        self._show()

    def _show(self) -> None:
        """What each form would do now: a form reckons with the ones before it."""
        _, outcomes = taken_in(self._editor.dossier, self._editor.knowledge, self.forms)
        for card, outcome in zip(self.cards, outcomes, strict=True):
            card.show_outcome(outcome)
        usable = sum(outcome.report is not None for outcome in outcomes)
        self.buttons["take"].setVisible(usable > 0)
        if self.forms:
            self.told.setText(f"{usable} van de {len(self.forms)} formulieren kunt u overnemen.")
            self._area.show()
            self._area.setMinimumHeight(min(self.look.glyph(260), self.screen().availableGeometry().height() // 4))
        QTimer.singleShot(0, self, self._fit)

    def sizeHint(self) -> QSize:
        """As high as its words, and no higher than the screen: the forms scroll."""
        return super().sizeHint().boundedTo(QSize(100_000, self.screen().availableGeometry().height() - 40))

    def _grow(self) -> None:
        self._fit()

    def _fit(self) -> None:
        self.resize(self.width(), max(self.height(), self.sizeHint().height()))

    def answer(self, key: str) -> None:
        """Take the answers over, when asked to, and close."""
        if key == "take":
            self._apply()
        super().answer(key)

    def _apply(self) -> None:
        editor, forms = self._editor, tuple(self.forms)
        _, outcomes = taken_in(editor.dossier, editor.knowledge, forms)
        editor.apply(lambda dossier: taken_in(dossier, editor.knowledge, forms)[0], said(outcomes))

    # --- dropping

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped."""
        if event.mimeData().hasUrls():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Read the files that were dropped."""
        names = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.take([Path(name) for name in names if name])
