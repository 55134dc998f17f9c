"""What is made: which document, for whom, with fields for signatures, in whose house style."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop.preview.making import KIND_WORDS
from desktop.report.edition import DocumentKind
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import Card, FlowLayout, column, row
from wizards.widgets.buttons import Button
from wizards.widgets.inputs import Check, Combo
from wizards.widgets.signs import Icon
from wizards.widgets.text import Label

__all__ = ["Choices"]

_INTERN = "Dit exemplaar is intern. Publiceer het niet: er staan interne notities in."
_ALWAYS_INTERN = "Een akkoordblad is altijd intern. Publiceer het niet."


class Choices(QWidget):
    """``changed``: another document is wanted; ``template_wanted``: somebody wants to change the template."""

    changed = Signal()
    template_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setAccessibleName("Keuzes voor het document")
        label = Label(look, "Document", TypeRole.BODY_BOLD, wrap=False)
        self.kind_box = Combo(look)
        self.kind_box.offer(tuple((kind.value, words) for kind, words in KIND_WORDS.items()))
        self.kind_box.removeItem(0)  # there is always one
        self.kind_box.setAccessibleName("Document")
        label.setBuddy(self.kind_box)
        self.intern = Check(look, "Intern exemplaar")
        self.fields = Check(look, "Velden voor handtekeningen")
        self.template = Button(look, "Sjabloon…", icon="settings")
        self.template.clicked.connect(lambda *_: self.template_wanted.emit())
        self.warning = Card(look, fill="intern_bg", border=None, bar="intern", padding=6)
        self._warning_words = Label(look, _INTERN, colour="intern")
        inside = row(look.space(8), (look.space(8), 0, 0, 0))
        inside.addWidget(Icon(look, "note-intern", "intern"))
        inside.addWidget(self._warning_words, 1)
        self.warning.body.addLayout(inside)
        flow = FlowLayout(look.space(14), centred=True)
        for widget in (label, self.kind_box, self.intern, self.fields, self.template):
            flow.addWidget(widget)
        whole = column(look.space(8))
        whole.addLayout(flow)
        whole.addWidget(self.warning)
        self.setLayout(whole)
        for signal in (self.kind_box.edited, self.intern.edited, self.fields.edited):
            signal.connect(self._tell)
        self._arrange()

    @property
    def kind(self) -> DocumentKind:
        """Which document."""
        return DocumentKind(self.kind_box.currentData())

    @property
    def internal(self) -> bool:
        """Whether it is for inside the house."""
        return self.intern.isChecked() or self.kind is DocumentKind.APPROVALS

    def choose(self, kind: DocumentKind) -> None:
        """Want this document."""
        if kind is not self.kind:
            self.kind_box.show_value(kind.value)
            self._tell()

    def _tell(self, *_: object) -> None:
        self._arrange()
        self.changed.emit()

    def _arrange(self) -> None:
        always = self.kind is DocumentKind.APPROVALS
        self.intern.setVisible(not always)
        self._warning_words.setText(_ALWAYS_INTERN if always else _INTERN)
        self.warning.setVisible(self.internal)
