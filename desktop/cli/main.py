"""The entry point: reads the command line, runs one command, and words every error in one sentence."""

import gc
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "1")  # before pydantic: looking for plugins costs a tenth of the run

if TYPE_CHECKING:
    import argparse

__all__ = ["BAD_INPUT", "main", "run"]

BAD_INPUT = 2
_DOSSIER = ".vormwijzer"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns 0, 1 (the dossier does not carry an advice) or 2 (bad input).

    An error is one Dutch sentence on the error stream, never a traceback.
    """
    given = sys.argv[1:] if arguments is None else arguments
    files = _files_for_the_window(given)
    if files is not None:
        # The words of the command line, and the domain behind them, would keep the window waiting. So would looking
        # for garbage among what is being imported; the window looks for it itself, in its own thread.
        gc.disable()
        from desktop.app import run as show_window

        return show_window(files)
    _speak_utf8()
    return _command(given)


def _files_for_the_window(arguments: Sequence[str]) -> tuple[Path, ...] | None:
    """The dossiers to import where the window is asked for: no words at all, or only names of exchange files."""
    if all(word.lower().endswith(_DOSSIER) and not word.startswith("-") for word in arguments):
        return tuple(Path(word).absolute() for word in arguments)
    return None


def _command(arguments: Sequence[str]) -> int:
    from desktop.cli.errors import EXPECTED, CommandError, sentence_of
    from desktop.cli.parser import UsageError, make_parser

    try:
        options = make_parser().parse_args(arguments)
    except UsageError as error:
        return _complain(str(error))
    except SystemExit as ended:  # --help and --version
        return int(ended.code or 0)
    try:
        if getattr(options, "map", None):
            # Typed here, so meant from this folder on; the variable that it stands in for takes full paths only.
            known = os.path.expanduser(options.map)  # noqa: PTH111 - this one keeps a user that nobody knows
            options.map = str(Path(known).absolute())
        code = _run(options.command, options)
        sys.stdout.flush()  # a full disk shows here, not after the exit code is given
        return code
    except BrokenPipeError:  # the reader, such as "head", had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return _complain("Gestopt. Er is niets veranderd.")
    except CommandError as error:
        return _complain(str(error))
    except EXPECTED as error:
        return _complain(sentence_of(error))
    except OSError as error:
        return _give_up_writing(error)


def run() -> int:
    """The program itself: :func:`main`, without looking for garbage.

    A command lives for a second and makes next to none; looking for it costs a tenth of that second.
    """
    gc.disable()
    _replace_missing_streams()
    code = main()
    gc.freeze()
    return code


def _run(command: str, options: "argparse.Namespace") -> int:
    # Each command imports only what it needs: nobody waits for a database to see a schema.
    if command in {"importeer", "exporteer", "lijst"}:
        from desktop.cli import library_commands

        return library_commands.COMMANDS[command](options)
    if command == "verdeling":
        from desktop.cli import cost_commands

        return cost_commands.COMMANDS[command](options)
    if command == "kalender":
        from desktop.cli import calendar_command

        return calendar_command.COMMANDS[command](options)
    if command == "vragenlijst":
        from desktop.cli import questionnaire_command

        return questionnaire_command.COMMANDS[command](options)
    if command == "over":
        from desktop.cli import about_command

        return about_command.COMMANDS[command](options)
    if command in {"verifieer", "onderteken"}:
        from desktop.cli import verify_command

        return verify_command.COMMANDS[command](options)
    from desktop.cli import advice_commands

    return advice_commands.COMMANDS[command](options)


def _give_up_writing(error: OSError) -> int:
    """A name that the system does not take, or an output that is full."""
    import contextlib
    import errno

    if error.errno == errno.ENAMETOOLONG:
        return _complain("De naam van het bestand is te lang. Kies een kortere naam.")
    with contextlib.suppress(OSError, ValueError):  # what is left in the stream cannot be written either
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return _complain("Lezen of schrijven is niet gelukt. Controleer het bestand en de ruimte op de schijf.")


def _complain(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return BAD_INPUT


def _replace_missing_streams() -> None:
    """A windowed program of Windows has no streams: what is said there goes nowhere, and the exit code still counts."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 - open until the end


def _speak_utf8() -> None:
    """Whatever the locale: JSON is UTF-8, and no name of a partner may stop the program."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")
