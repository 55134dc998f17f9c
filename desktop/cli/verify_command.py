"""The commands on PDFs: verifieer says what a file is and what holds, onderteken signs in an empty field."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.cli.errors import CommandError
from desktop.cli.files import check_target, print_json, write_result
from desktop.cli.knowledge import shipped_knowledge
from desktop.cli.library_place import library_path
from desktop.verify.opening import look_up_at, read_pdf
from models.storage.errors import PolicyFailed, StorageError

if TYPE_CHECKING:
    from desktop.signing.keys import Pkcs11, Pkcs12
    from desktop.verify.lookup import LookUp
    from desktop.verify.results import Verification
    from desktop.verify.words import Worded

__all__ = ["COMMANDS", "PASSPHRASE"]

PASSPHRASE = "VORMWIJZER_WACHTZIN"  # noqa: S105 - the name of a variable, not a secret
"""Environment variable with the passphrase or the PIN, for scripts; an argument would be seen by everybody."""

_BAD_INPUT = 2


def _verifieer(options: argparse.Namespace) -> int:
    """Say what a PDF is; 0 where it is in order, 1 where it changed or cannot be told, 2 where it cannot be read."""
    data = read_pdf(Path(options.file))
    from desktop.verify.check import verify_pdf
    from desktop.verify.results import Verdict
    from desktop.verify.words import worded

    found = _with_library(options, lambda library: verify_pdf(data, library))
    words = worded(found)
    if options.json:
        print_json(_as_json(found, words))
    else:
        print(words.as_text())
    if found.verdict is Verdict.UNREADABLE:
        return _BAD_INPUT
    return 0 if found.in_order else 1


def _with_library(options: argparse.Namespace, check: "Callable[[LookUp | None], Verification]") -> "Verification":
    from dataclasses import replace

    try:
        path = library_path(options)
    except PolicyFailed as error:  # nobody knows which library is meant: the file can be looked at anyway
        return replace(check(None), library_fault=error.reason)
    if options.map is not None and not path.is_file():
        raise CommandError(f"In de map {options.map} staat geen Mijn dossiers.")
    opened: AbstractContextManager[LookUp | None] = nullcontext(None)
    if path.is_file():
        opened = look_up_at(path, shipped_knowledge())
    found: Verification | None = None
    fault = ""
    try:
        with opened as library:
            found = check(library)
    except StorageError as error:  # the library does not open, or cannot be closed: the file can be looked at anyway
        fault = error.reason
    return found or replace(check(None), library_fault=fault)


def _as_json(found: "Verification", words: "Worded") -> dict[str, Any]:
    values: dict[str, Any] = _plain(asdict(found, dict_factory=_fields))
    said = {"tone": words.tone.value, "word": words.word, "headline": words.headline, "lines": list(words.lines)}
    return {"in_order": found.in_order, **values, "words": said}


def _fields(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    return dict(pairs)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, datetime | date):
        return value.isoformat()
    if hasattr(value, "model_dump"):
        return value.model_dump(mode="json")
    return value


def _onderteken(options: argparse.Namespace) -> int:
    """Sign a PDF into a new file, or list its fields."""
    from desktop.signing.errors import SigningFailed

    data = read_pdf(Path(options.file))
    try:
        return _list_fields(data) if options.velden else _sign(options, data)
    except SigningFailed as error:
        raise CommandError(error.reason) from error


def _list_fields(data: bytes) -> int:
    from desktop.signing.sign import signature_fields
    from desktop.verify.words import one_line

    fields = signature_fields(data)
    if not fields:
        print("Dit bestand heeft geen veld om in te ondertekenen.")
    for field in fields:
        label = f"  {one_line(field.label)}" if field.label != field.name else ""
        print(f"{one_line(field.name)}  ({'ondertekend' if field.filled else 'leeg'}){label}")
    return 0 if fields else 1


def _sign(options: argparse.Namespace, data: bytes) -> int:
    if options.veld is None:
        raise CommandError("Noem het veld met --veld. Met --velden ziet u welke er zijn.")
    if options.certificaat is None:
        raise CommandError("Noem uw certificaat met --certificaat.")
    from desktop.signing.sign import SignatureText, sign_pdf
    from desktop.signing.target import signed_name

    name = options.uit or str(signed_name(Path(options.file)))
    target = check_target(name, source=options.file, replace=options.vervang)
    text = SignatureText(role=options.rol or "", place=options.plaats or "", reason=options.reden or "")
    signed = sign_pdf(data, options.veld, _key(options), text)
    write_result(target, signed.data)
    print(f"{signed.name} heeft ondertekend in het veld {signed.field}.")
    print(f"Het ondertekende bestand staat in {name}.")
    return 0


def _key(options: argparse.Namespace) -> "Pkcs12 | Pkcs11":
    from desktop.signing.keys import Pkcs11, Pkcs12

    if options.token is not None:
        return Pkcs11(Path(options.token), options.certificaat, _secret("Pincode van het token: "))
    return Pkcs12(Path(options.certificaat), _secret("Wachtzin van het certificaat: "))


def _secret(question: str) -> str:
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    if sys.stdin is None or not sys.stdin.isatty():
        raise CommandError(f"Er is niemand om de wachtzin te vragen. Zet haar in {PASSPHRASE}.")
    try:
        return getpass.getpass(question)
    except EOFError as error:
        raise CommandError("Er is geen wachtzin gegeven.") from error


COMMANDS: Mapping[str, Callable[[argparse.Namespace], int]] = {"verifieer": _verifieer, "onderteken": _onderteken}
"""By name, what each command does; it returns the exit code."""
