"""Signing a PDF: which file and field, with which certificate; the signed file is a new one beside it.

It stands here and not in ``desktop/signing``: that package knows no Qt.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.background import Background
from desktop.dialogs.base import Choice, Dialog
from desktop.signing.errors import ExtraMissing, SigningFailed
from desktop.signing.sign import Signed, sign_extra_there, sign_pdf, signature_fields
from desktop.signing.target import signed_name, write_signed
from desktop.verify.opening import read_pdf
from desktop.verify.sign_form import SignForm
from desktop.verify.view import announce_to, choose_pdf
from desktop.verify.words import one_line
from models.storage.errors import StorageError
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import row
from wizards.widgets.buttons import Button, ButtonKind
from wizards.widgets.signs import Notice
from wizards.widgets.text import Label

__all__ = ["SignDialog", "SignedFile", "open_signing"]

_TITLE = "pdf ondertekenen"
_LINES = (
    "Het beste ondertekent u met de ondertekendienst van uw gemeente.",
    "Alleen een gekwalificeerde handtekening staat gelijk aan een handtekening op papier (eIDAS).",
)
_FORM_HEIGHT, _FORM_LEAST = 330, 48
_WIDE = 640


@dataclass(frozen=True)
class SignedFile:
    """What was signed. ``sha256``: of the new file; ``base_sha256``: of the one that it was made of."""

    path: Path
    sha256: str
    field: str
    name: str
    base_sha256: str


def open_signing(parent: QWidget | None, look: Look, file: Path | None = None) -> "SignDialog":
    """Show the dialog; ``file``: the PDF to sign. Connect to ``signed`` to note what was signed."""
    dialog = SignDialog(look, parent)
    dialog.open()
    if file is not None:
        dialog.take_file(file)
    return dialog


class SignDialog(Dialog):
    """``signed``: a :class:`SignedFile`. ``chosen``: ``close``; ``sign`` leaves it open."""

    signed = Signal(object)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        choices = (
            Choice("close", "Sluiten"),
            Choice("sign", "Ondertekenen", ButtonKind.SOLID, icon="sign-off", stays=True),
        )
        super().__init__(look, parent, _TITLE, _LINES, choices, safe="close")
        self._background = Background("vormwijzer-ondertekenen", self)
        self._file: Path | None = None
        self._data = b""
        self.notice = Notice(look, "")
        self.notice.hide()
        self.body.addWidget(self.notice)
        line = row(look.space(10))
        self.file = Label(look, "Kies de pdf om te ondertekenen.", TypeRole.BODY_BOLD)
        line.addWidget(self.file, 1)
        self.choose_button = Button(look, "Kies een pdf", icon="pdf")
        self.choose_button.clicked.connect(lambda: choose_pdf(self, "pdf kiezen", "Kiezen", self.take_file))
        line.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(line)
        self.form = SignForm(look, self._choose_key_file)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.form)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Tab goes from control to control, and scrolls
        self.area.viewport().setAutoFillBackground(False)
        self.form.setAutoFillBackground(False)
        self.area.setMinimumHeight(self._form_height())
        self.body.addWidget(self.area, 1)
        self.setMinimumWidth(min(look.glyph(_WIDE), self._most_width()))
        self.form.setVisible(False)
        self.area.hide()
        self.chosen.connect(lambda key: self._sign() if key == "sign" else None)
        self.finished.connect(self._background.wait)
        if not sign_extra_there():
            self._warn(ExtraMissing().reason)

    @property
    def busy(self) -> bool:
        """Whether something is being signed."""
        return self._background.busy

    def wait(self) -> None:
        """Wait for what goes on in the background."""
        self._background.wait()

    def take_file(self, path: Path) -> None:
        """The PDF to sign."""
        try:
            data = read_pdf(path)
            fields = signature_fields(data)
        except (StorageError, SigningFailed) as error:
            self._warn(error.reason)
            return
        self._file, self._data = path, data
        self.file.setText(one_line(path.name))
        self.form.offer(fields)
        empty = any(not field.filled for field in fields)
        self.form.setVisible(empty)
        self.area.setVisible(empty)
        if empty:
            self.notice.hide()
        elif fields:
            self._warn("Alle velden in dit bestand zijn al ondertekend.")
        else:
            self._warn("Dit bestand heeft geen veld om in te ondertekenen. Maak de pdf opnieuw met lege velden.")
        self._grow()

    def sizeHint(self) -> QSize:
        """No higher than the screen: the form scrolls."""
        return super().sizeHint().boundedTo(QSize(10_000, self.screen().availableGeometry().height() - 60))

    def _grow(self) -> None:
        """Room for the words, as far as the screen has it."""
        room = self.screen().availableGeometry().height() - 60
        layout = self.layout()
        assert layout is not None
        if self.area.isVisible() and layout.totalHeightForWidth(self.width()) > room:
            for label in self.lines:  # they were read when the dialog opened; the screen is small for this zoom
                label.hide()
        self.area.setMinimumHeight(self._form_height())
        over = layout.totalHeightForWidth(self.width()) - room
        if self.area.isVisible() and over > 0:  # the form scrolls, so it gives way before the words do
            self.area.setMinimumHeight(max(self._form_height() - over, self.look.glyph(_FORM_LEAST)))
            layout.activate()
        super()._grow()
        self.resize(self.size().boundedTo(QSize(10_000, room)))

    def _form_height(self) -> int:
        return min(self.look.glyph(_FORM_HEIGHT), self.screen().availableGeometry().height() // 4)

    # --- signing

    def _sign(self) -> None:
        if self._background.busy:
            return
        source = self._file
        if source is None:
            self._warn("Kies eerst de pdf om te ondertekenen.", self.choose_button)
            return
        wanting = self.form.missing()
        if wanting is not None:
            self._warn(*wanting)
            return
        key, field, text, data = self.form.key(), self.form.chosen_field, self.form.text(), self._data
        assert key is not None
        self._say("info", "Het bestand wordt ondertekend.")

        def work() -> tuple[Path, Signed]:
            made = sign_pdf(data, field, key, text)
            target = signed_name(source)
            write_signed(target, source, made.data)
            return target, made

        self._background.start(work, self._done, self._failed)

    def _done(self, outcome: tuple[Path, Signed]) -> None:
        path, made = outcome
        self.form.secret.clear()
        words = f"{one_line(made.name)} heeft ondertekend in het veld “{one_line(self.form.label_of(made.field))}”."
        self.signed.emit(SignedFile(path, made.sha256, made.field, made.name, made.base_sha256))
        self.take_file(path)
        self._say(
            "info", words, f"Het ondertekende bestand is {one_line(path.name)}. Het eerste bestand is ongewijzigd."
        )

    def _failed(self, error: BaseException) -> None:
        if not isinstance(error, SigningFailed):
            raise error
        self.form.secret.clear()
        self._warn(error.reason, self.form.secret)

    # --- messages

    def _warn(self, words: str, where: QWidget | None = None) -> None:
        self._say("warn", words)
        if where is not None:
            where.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(where)

    def _say(self, kind: str, title: str, text: str = "") -> None:
        old = self.notice
        self.notice = Notice(self.look, title, text, kind)
        self.body.replaceWidget(old, self.notice)
        self.notice.show()
        old.hide()
        old.deleteLater()
        announce_to(self, f"{title} {text}".strip())
        self._grow()

    def _choose_key_file(self, title: str, then: Callable[[Path], object]) -> object:
        pattern = "Certificaten (*.p12 *.pfx)" if "ertificaat" in title else "Modules (*.so *.dll *.dylib)"
        return choose_pdf(self, title, "Kiezen", then, filters=(pattern, "Alle bestanden (*)"))
