"""What somebody fills in to sign: the field, the certificate, the passphrase, and what is shown with it."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.signing.keys import Pkcs11, Pkcs12, SignatureText
from desktop.signing.sign import FieldState
from desktop.verify.words import one_line
from wizards.look.look import Look
from wizards.look.tokens import TypeRole
from wizards.widgets.boxes import column, row
from wizards.widgets.buttons import Button, Switch
from wizards.widgets.inputs import Combo, Line
from wizards.widgets.text import Label

__all__ = ["SignForm"]

_FILE, _TOKEN = "bestand", "token"
_NOTHING = "Nog niets gekozen"


class SignForm(QWidget):
    """Knows no PDF and signs nothing. ``choose``: lets somebody choose a file, and calls back with its path.

    Each control has a label above it; secrets are shown as dots and are in no signal.
    """

    def __init__(self, look: Look, choose: Callable[[str, Callable[[Path], object]], object]) -> None:
        super().__init__()
        self._look, self._choose = look, choose
        self._certificate: Path | None = None
        self._module: Path | None = None
        self._body = column(look.space(8), (0, 0, look.space(12), 0))
        self.setLayout(self._body)
        self.field = Combo(look, "Kies een veld")
        self._add(self._body, "Veld om in te ondertekenen", self.field)
        label = Label(look, "Waar staat uw certificaat?", TypeRole.BODY_BOLD)
        self._body.addWidget(label)
        options = ((_FILE, "In een bestand"), (_TOKEN, "Op een token"))
        self.where = Switch(look, "Waar staat uw certificaat?", options)
        line = row()
        line.addWidget(self.where)
        line.addStretch(1)
        self._body.addLayout(line)
        self._file_part, self._token_part = QWidget(), QWidget()
        self._build_file_part()
        self._build_token_part()
        self.secret_label, self.secret = self._line(self._body, "Wachtzin van het certificaat")
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        _label, self.role = self._line(self._body, "Uw rol, zoals burgemeester van Linde (niet verplicht)")
        _label, self.place = self._line(self._body, "Plaats (niet verplicht)")
        self._body.addStretch(1)
        self.where.chosen.connect(lambda _key: self._arrange())
        self._arrange()

    # --- what is filled in

    def offer(self, fields: tuple[FieldState, ...]) -> None:
        """The fields of the PDF; those that are signed already are left out."""
        empty = tuple((field.name, one_line(field.label)) for field in fields if not field.filled)
        self.field.offer(empty)
        self.field.show_value(empty[0][0] if len(empty) == 1 else "")

    def label_of(self, name: str) -> str:
        """What the field ``name`` says of itself."""
        at = self.field.findData(name)
        return self.field.itemText(at) if at >= 0 else name

    @property
    def chosen_field(self) -> str:
        """The name of the field; empty where none is chosen."""
        return str(self.field.currentData() or "")

    def take_certificate(self, path: Path) -> None:
        """The file with the certificate."""
        self._certificate = path
        self.certificate.setText(one_line(path.name))

    def take_module(self, path: Path) -> None:
        """The module of the maker of the token."""
        self._module = path
        self.module.setText(one_line(path.name))

    def key(self) -> Pkcs12 | Pkcs11 | None:
        """Where the key is; None where that is not filled in yet."""
        if self.where.value() == _TOKEN:
            if self._module is None or not self.on_token.text().strip():
                return None
            return Pkcs11(self._module, self.on_token.text().strip(), self.secret.text())
        return Pkcs12(self._certificate, self.secret.text()) if self._certificate is not None else None

    def text(self) -> SignatureText:
        """What is shown with the signature."""
        return SignatureText(role=self.role.text().strip(), place=self.place.text().strip())

    def missing(self) -> tuple[str, QWidget] | None:
        """The first thing that is still to be filled in, in words, and where; None where all is there."""
        if not self.chosen_field:
            return "Kies het veld waarin u ondertekent.", self.field
        if self.key() is None and self.where.value() == _TOKEN:
            if self._module is None:
                return "Kies het stuurprogramma van het token.", self.module_button
            return "Vul de naam van het certificaat op het token in.", self.on_token
        if self.key() is None:
            return "Kies het bestand met uw certificaat.", self.certificate_button
        if not self.secret.text():
            return f"Vul de {'pincode' if self.where.value() == _TOKEN else 'wachtzin'} in.", self.secret
        return None

    # --- building

    def _build_file_part(self) -> None:
        inside = column(self._look.space(6))
        self._file_part.setLayout(inside)
        inside.addWidget(Label(self._look, "Bestand met uw certificaat (.p12 of .pfx)", TypeRole.BODY_BOLD))
        self.certificate, self.certificate_button = self._chooser(inside, "Certificaat kiezen", self.take_certificate)
        self._body.addWidget(self._file_part)

    def _build_token_part(self) -> None:
        inside = column(self._look.space(6))
        self._token_part.setLayout(inside)
        inside.addWidget(Label(self._look, "Stuurprogramma van het token (PKCS#11)", TypeRole.BODY_BOLD))
        self.module, self.module_button = self._chooser(inside, "Stuurprogramma kiezen", self.take_module)
        _label, self.on_token = self._line(inside, "Naam van het certificaat op het token")
        self._body.addWidget(self._token_part)

    def _chooser(self, layout: object, words: str, take: Callable[[Path], object]) -> tuple[Label, Button]:
        line = row(self._look.space(10))
        shown = Label(self._look, _NOTHING, colour="ink2")
        button = Button(self._look, words, icon="search")
        button.clicked.connect(lambda: self._choose(words, take))
        line.addWidget(shown, 1)
        line.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(line)  # type: ignore[attr-defined]
        return shown, button

    def _line(self, layout: object, words: str) -> tuple[Label, Line]:
        line = Line(self._look)
        return self._add(layout, words, line), line

    def _add(self, layout: object, words: str, control: QWidget) -> Label:
        label = Label(self._look, words, TypeRole.BODY_BOLD)
        label.setBuddy(control)
        control.setAccessibleName(words)
        layout.addWidget(label)  # type: ignore[attr-defined]
        layout.addWidget(control)  # type: ignore[attr-defined]
        return label

    def _arrange(self) -> None:
        token = self.where.value() == _TOKEN
        self._file_part.setVisible(not token)
        self._token_part.setVisible(token)
        words = "Pincode van het token" if token else "Wachtzin van het certificaat"
        self.secret_label.setText(words)
        self.secret.setAccessibleName(words)
