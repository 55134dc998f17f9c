"""Where the trials of the package take place: a bare Debian in which it is installed, or the folder by itself."""

import contextlib
import hashlib
import os
import selectors
import shutil
import signal
import subprocess
import time
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bare_root import BareRoot

__all__ = [
    "Done",
    "EmptyEnvironment",
    "Ground",
    "RootGround",
    "Situation",
    "TrialFailedError",
    "Window",
    "digest_of",
    "screen",
]

HOME_OF_PROGRAM = "/usr/lib/vormwijzer"
_DISPLAY = ":87"
_USERS = {"anna": 1001, "bert": 1002, "root": 0}
_PACKAGE = "/var/tmp/vormwijzer.deb"  # noqa: S108 - within the bare root


class TrialFailedError(Exception):
    """What was tried did not go as it should; the message says what was seen."""


@dataclass(frozen=True)
class Situation:
    """Who runs the program, and with what. ``home``: empty for the user's own; ``small``: size of a disk for it."""

    user: str = "anna"
    home: str = ""
    environment: Mapping[str, str] = field(default_factory=dict)
    small: str = ""

    @property
    def folder(self) -> str:
        """The home folder."""
        return self.home or f"/home/{self.user}"

    @property
    def values(self) -> dict[str, str]:
        """The whole environment: next to nothing, and a language that is none."""
        return {"HOME": self.folder, "USER": self.user, "LANG": "C", **self.environment}


@dataclass(frozen=True)
class Done:
    """How a command ended."""

    code: int
    out: str
    errors: str

    def must(self, code: int = 0) -> "Done":
        """Itself, when it ended with ``code``; raises :class:`TrialFailedError` else."""
        if self.code != code:
            raise TrialFailedError(f"exit code {self.code} and not {code}: {(self.errors or self.out).strip()[-600:]}")
        return self


class Window:
    """The program with its window open."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        """``process``: started with its output as one stream."""
        self._process = process
        self.said = ""

    def wait_until_shown(self) -> None:
        """Wait for the line that says so. Raises :class:`TrialFailedError`."""
        self._read(lambda: "shown " in self.said, 30)
        if "shown " not in self.said:
            raise TrialFailedError(f"no window: {self.said.strip()[-600:]}")

    def must_stay(self, seconds: float) -> None:
        """Let it work; raises :class:`TrialFailedError` when it ends or tells of a fault."""
        self._read(lambda: False, seconds)
        if self._process.poll() is not None or "Traceback" in self.said or "geen raad mee weet" in self.said:
            raise TrialFailedError(f"the program did not go on: {self.said.strip()[-600:]}")

    def _read(self, enough: Callable[[], bool], seconds: float) -> None:
        stream = self._process.stdout
        assert stream is not None
        end = time.monotonic() + seconds
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            while not enough() and (left := end - time.monotonic()) > 0:
                if not selector.select(left):
                    return
                data = os.read(stream.fileno(), 4096)
                if not data:
                    return
                self.said += data.decode(errors="replace")


class Ground(ABC):
    """``installed``: whether the package is installed here, with users anna and bert. ``pictures``: for screens.

    ``digest``: of the program's folder before anything was tried.
    """

    installed: bool
    digest: str

    def __init__(self, pictures: Path) -> None:
        """``pictures``: a folder."""
        self.pictures = pictures

    @abstractmethod
    def path(self, inside: str) -> Path:
        """Where ``inside``, as the program sees it, stands for us."""

    @abstractmethod
    def do(self, *command: str, where: Situation = Situation()) -> Done:
        """Run a command, without network."""

    @abstractmethod
    def _start(self, command: tuple[str, ...], where: Situation) -> "subprocess.Popen[str]": ...

    @abstractmethod
    def remove(self) -> str:
        """Take the package away again; what was said."""

    @contextmanager
    def window(self, *command: str, where: Situation = Situation()) -> Iterator[Window]:
        """Start the program with its window; it is ended with the block."""
        timing = {"VORMWIJZER_TIMING": "1", "QT_QPA_PLATFORM": "offscreen", **where.environment}
        if "DISPLAY" in timing:
            del timing["QT_QPA_PLATFORM"]
        with _ended(self._start(command, Situation(where.user, where.home, timing, where.small))) as process:
            window = Window(process)
            window.wait_until_shown()
            yield window


class RootGround(Ground):
    """The package, installed in a bare Debian."""

    installed = True

    def __init__(self, root: BareRoot, package: Path, pictures: Path) -> None:
        """Install ``package`` in ``root``; raises :class:`TrialFailedError` where that fails."""
        super().__init__(pictures)
        self._root = root
        shutil.copyfile(package, root.inside(_PACKAGE))
        for name, number in _USERS.items():
            if number:
                self._must("useradd", "--create-home", "--uid", str(number), name)
        self._must("apt-get", "update", "-qq")
        # A laptop with a desktop has these; they take up the file type and the menu entry.
        self._install("shared-mime-info", "desktop-file-utils", "libglib2.0-bin")
        self._install(_PACKAGE)
        self.digest = digest_of(self.path(HOME_OF_PROGRAM))

    def path(self, inside: str) -> Path:
        """Below the root."""
        return self._root.inside(inside)

    def do(self, *command: str, where: Situation = Situation()) -> Done:
        """Run it in the root."""
        small = (where.small, where.folder) if where.small else None
        done = self._root.run(*command, user=_USERS[where.user], environment=where.values, small_home=small)
        return Done(done.returncode, done.stdout, done.stderr)

    def remove(self) -> str:
        """By apt, as an administrator would."""
        return self.do("apt-get", "remove", "-y", "-q", "vormwijzer", where=Situation("root")).must().out

    def _start(self, command: tuple[str, ...], where: Situation) -> "subprocess.Popen[str]":
        small = (where.small, where.folder) if where.small else None
        return self._root.start(*command, user=_USERS[where.user], environment=where.values, small_home=small)

    def _install(self, *packages: str) -> None:
        self._must("apt-get", "install", "-y", "-qq", "--no-install-recommends", *packages)

    def _must(self, *command: str) -> None:
        reached = {name: value for name, value in os.environ.items() if name.lower().endswith("_proxy")}
        values = {**reached, "DEBIAN_FRONTEND": "noninteractive", "LANG": "C"}
        done = self._root.run(*command, environment=values, network=True)
        if done.returncode:
            raise TrialFailedError(f"{' '.join(command)}: {(done.stderr or done.stdout)[-1500:]}")


class EmptyEnvironment(Ground):
    """The folder as built, with nothing in the environment but a home; one user, and this machine's libraries."""

    installed = False

    def __init__(self, program: Path, folder: Path, pictures: Path) -> None:
        """``program``: the folder as built; ``folder``: for homes and files."""
        super().__init__(pictures)
        self._program, self._folder = program, folder
        self.digest = digest_of(program)

    def path(self, inside: str) -> Path:
        """Below the folder for trials, but for the program itself."""
        if inside.startswith(HOME_OF_PROGRAM):
            return self._program / inside.removeprefix(HOME_OF_PROGRAM).lstrip("/")
        return self._folder / inside.lstrip("/")

    def do(self, *command: str, where: Situation = Situation()) -> Done:
        """Run it with an empty environment."""
        done = subprocess.run(
            self._words(command),
            env=self._values(where),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=300,
            check=False,
        )
        return Done(done.returncode, done.stdout, done.stderr)

    def remove(self) -> str:
        """There is nothing to remove."""
        return ""

    def _start(self, command: tuple[str, ...], where: Situation) -> "subprocess.Popen[str]":
        return subprocess.Popen(
            self._words(command),
            env=self._values(where),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def _words(self, command: tuple[str, ...]) -> list[str]:
        known = ("/home", "/srv", "/etc/vormwijzer", HOME_OF_PROGRAM)
        words = [str(self.path(word)) if word.startswith(known) else word for word in command]
        return [str(self._program / "vormwijzer"), *words[1:]] if words[0] == "vormwijzer" else words

    def _values(self, where: Situation) -> dict[str, str]:
        home = self.path(where.folder)
        home.mkdir(parents=True, exist_ok=True)
        return {**where.values, "HOME": str(home), "PATH": "/usr/bin:/bin"}


def digest_of(folder: Path) -> str:
    """Names, dates and content of everything below ``folder``."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(f"{path.relative_to(folder)} {path.lstat().st_mtime_ns}\n".encode())
        if path.is_file() and not path.is_symlink():
            digest.update(path.read_bytes())
    return digest.hexdigest()


@contextmanager
def screen(size: str) -> Iterator[dict[str, str]]:
    """A virtual screen of ``size``, such as ``1280x720``; gives the environment that leads to it."""
    server = subprocess.Popen(
        ["Xvfb", _DISPLAY, "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        time.sleep(1.5)
        yield {"DISPLAY": _DISPLAY}
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def _ended(started: "subprocess.Popen[str]") -> Iterator["subprocess.Popen[str]"]:
    try:
        yield started
    finally:
        for how in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(started.pid, how)
            with contextlib.suppress(subprocess.TimeoutExpired):
                started.wait(5)
        if started.stdout is not None:
            started.stdout.close()
