"""The template of a municipality: its logo, what it calls the chapters, their order, what stands on the first page.

A JSON file that people can hand to each other. Whatever it holds is checked when it is read: it comes from somebody
else. A chapter that this version does not know is left out, so that a template outlives a version; a chapter that
stands twice in the order counts where it stands first.
"""

import json
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from logging import getLogger
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError

from desktop.report.content.chapters import Chapter
from models.dossier.base import EMPTY, Frozen, FrozenDict, ImmutableDict, Text
from models.dossier.errors import DossierError
from models.dossier.read import parse_json
from models.dossier.wording import reason_of
from models.storage.errors import StorageError
from models.storage.files import error_of, read_limited, write_atomically

__all__ = [
    "MAX_PICTURE",
    "MAX_TEMPLATE",
    "TEMPLATE_SUFFIX",
    "Template",
    "TemplateError",
    "TemplateStore",
    "read_template",
    "template_bytes",
    "with_logo",
]

TEMPLATE_SUFFIX = ".json"
MAX_TEMPLATE = 3_000_000
"""Bytes of a template file: the largest logo and room for the words."""

MAX_PICTURE = 10_000_000
"""Bytes of a picture that somebody chooses as a logo; what is kept of it is smaller."""

_VERSION = 1
_SHORTEST, _FILE, _DAMAGED = 120, "template.json", "template.damaged.json"
_SIGNATURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")


class TemplateError(Exception):
    """A template cannot be read; ``reason``: one Dutch sentence that says what is wrong and what to do."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _picture(text: str) -> str:
    """Base64 of something that begins as a PNG or JPEG; :mod:`desktop.report.template_logo` looks further."""
    try:
        data = b64decode(text, validate=True)
    except (Base64Error, ValueError) as error:
        raise ValueError("het logo is geen afbeelding in base64") from error
    if data and not data.startswith(_SIGNATURES):
        raise ValueError("het logo is geen PNG of JPEG")
    return text


def _each_once(order: tuple[Chapter, ...]) -> tuple[Chapter, ...]:
    return tuple(dict.fromkeys(order))


def _named(headings: dict[Chapter, str]) -> dict[Chapter, str]:
    """Without the chapters that keep their own name."""
    return ImmutableDict({chapter: name for chapter, name in headings.items() if name})


_Short = Annotated[Text, Field(max_length=_SHORTEST), AfterValidator(_one_line)]


class Template(Frozen):
    """``headings``: another name for a chapter; ``order``: chapters that come first, in this order, the others after.

    ``logo``: a PNG or JPEG picture in base64; ``organisation``: whose template it is, also the words for the logo;
    ``kind``: what the advice is called ("Raadsvoorstel"); ``portfolio`` and ``case_number``: used where the dossier
    has none.
    """

    organisation: _Short = ""
    kind: _Short = ""
    headings: Annotated[FrozenDict[Chapter, _Short], AfterValidator(_named)] = EMPTY
    order: Annotated[tuple[Chapter, ...], AfterValidator(_each_once)] = ()
    portfolio: _Short = ""
    case_number: _Short = ""
    logo: Annotated[Text, Field(max_length=2_000_000), AfterValidator(_picture)] = ""

    @property
    def logo_bytes(self) -> bytes:
        """The picture; empty without one."""
        return b64decode(self.logo)


def with_logo(template: Template, data: bytes) -> Template:
    """The same with another logo (PNG or JPEG, empty for none), made plain. Raises :class:`TemplateError`."""
    from desktop.report.template_logo import LogoError, plain_logo

    try:
        logo = b64encode(plain_logo(data)).decode() if data else ""
    except LogoError as error:
        raise TemplateError(str(error)) from error
    return Template.model_validate({**template.model_dump(), "logo": logo})


def template_bytes(template: Template) -> bytes:
    """The file that :func:`read_template` reads; equal templates give equal bytes."""
    values = {"format_version": _VERSION, **template.model_dump(mode="json")}
    return (json.dumps(values, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()


def read_template(data: bytes) -> Template:
    """The template in ``data``, everything checked, the picture of its logo too. Raises :class:`TemplateError`."""
    values = _values(data)
    for name, held in (("headings", dict), ("order", list)):
        if not isinstance(values.get(name, held()), held):
            raise TemplateError(f"Dit sjabloon klopt niet bij {name}. Vraag het opnieuw op.")
    known = {chapter.value for chapter in Chapter}
    values["headings"] = {key: name for key, name in values.get("headings", {}).items() if key in known}
    values["order"] = [key for key in values.get("order", []) if isinstance(key, str) and key in known]
    try:
        template = Template.model_validate(values)
    except ValidationError as error:
        where, why = reason_of(error.errors(include_url=False)[0])
        raise TemplateError(f"Dit sjabloon klopt niet bij {where}: {why}.") from error
    return with_logo(template, template.logo_bytes) if template.logo else template


def _values(data: bytes) -> dict[str, Any]:
    if len(data) > MAX_TEMPLATE:
        raise TemplateError("Dit bestand is te groot voor een sjabloon. Kies een kleiner logo.")
    try:
        values = parse_json(data)
    except DossierError as error:
        raise TemplateError(_NO_TEMPLATE) from error
    if not isinstance(values, dict):
        raise TemplateError(_NO_TEMPLATE)
    version = values.pop("format_version", None)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1 or "title" in values:
        raise TemplateError(_NO_TEMPLATE)
    if version > _VERSION:
        raise TemplateError("Dit sjabloon is gemaakt met een nieuwere versie van Vormwijzer. Werk het programma bij.")
    return values


_NO_TEMPLATE = "Dit is geen sjabloon van Vormwijzer. Kies een bestand dat u met “Bewaar als bestand” hebt gemaakt."


class TemplateStore:
    """The template of this computer, as ``template.json`` in ``folder``, the folder of the settings.

    ``standard``: the file of a house style for who keeps none there; None for the program's own.
    """

    def __init__(self, folder: Path, standard: Path | None = None) -> None:
        self.folder, self._standard = folder, standard

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / _FILE

    def load(self) -> Template:
        """The template as kept, the standard where there is none.

        A file that cannot be read never stops the program: it is put aside, with a record in the log.
        """
        if not self.path.is_file():
            return self._house_style()
        try:
            data = read_limited(self.path, MAX_TEMPLATE)
        except StorageError as error:
            getLogger(__name__).warning("the template cannot be read: %s", type(error).__name__)
            return Template()
        try:
            return read_template(data)
        except TemplateError:
            getLogger(__name__).warning("the template is damaged and was put aside")
            self._put_aside(data)
            return Template()

    def save(self, template: Template) -> None:
        """Keep ``template``, whole or not at all. Raises :class:`models.storage.errors.StorageError`."""
        self._write(self.path, template_bytes(template))

    def _house_style(self) -> Template:
        if self._standard is None:
            return Template()
        try:
            return read_template(read_limited(self._standard, MAX_TEMPLATE))
        except (StorageError, TemplateError) as error:
            getLogger(__name__).warning("the house style cannot be used: %s", type(error).__name__)
            return Template()

    def _put_aside(self, data: bytes) -> None:
        try:
            self._write(self.folder / _DAMAGED, data)
        except StorageError as error:
            getLogger(__name__).warning("no copy of the template could be kept: %s", type(error).__name__)

    def _write(self, path: Path, data: bytes) -> None:
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        except OSError as error:
            raise error_of(error, self.folder) from error
        write_atomically(path, data)
