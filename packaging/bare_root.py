"""A bare Debian in a folder, to try the package in as on a laptop that has never seen Python. Linux only, as root.

What runs in it sees no other files than its own, and no network unless it is asked for.
"""

import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

__all__ = ["BareRoot", "NoRootError", "make"]

_ENTER = """
set -e
root=$1; user=$2; shift 2
mount -t proc proc "$root/proc"
mount --rbind /dev "$root/dev"
if [ -n "$SMALL_HOME" ]; then mount -t tmpfs -o "size=$SMALL_HOME,mode=0777" tmpfs "$root$SMALL_AT"; fi
exec chroot --userspec="$user:$user" "$root" env -i "$@"
"""
"""Mounts last as long as the command: it has its own view of them."""

_NEEDED = ("unshare", "chroot", "mount")


class NoRootError(Exception):
    """A bare root cannot be made here; the message says why."""


class BareRoot:
    """A Debian below ``path``."""

    def __init__(self, path: Path) -> None:
        """``path``: a folder as :func:`make` left it."""
        self.path = path

    def run(
        self,
        *command: str,
        user: int = 0,
        environment: Mapping[str, str] | None = None,
        network: bool = False,
        small_home: tuple[str, str] | None = None,
        seconds: float = 300,
    ) -> "subprocess.CompletedProcess[str]":
        """Run ``command`` in it and give back what it said.

        ``environment``: all that it gets besides a search path. ``small_home``: size and path of a folder that is a
        small disk of its own, as ``("200k", "/home/vol")``. Raises ``subprocess.TimeoutExpired``.
        """
        return subprocess.run(
            self.words(command, user, environment or {}, network=network),
            env=_outer(small_home),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
        )

    def start(
        self, *command: str, user: int, environment: Mapping[str, str], small_home: tuple[str, str] | None = None
    ) -> "subprocess.Popen[str]":
        """Start ``command`` in it; whoever starts it ends it. Only for a screen it gets this machine's network."""
        return subprocess.Popen(
            self.words(command, user, environment, network="DISPLAY" in environment),
            env=_outer(small_home),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            start_new_session=True,
        )

    def words(self, command: Sequence[str], user: int, environment: Mapping[str, str], *, network: bool) -> list[str]:
        """The whole command, from outside."""
        alone = [] if network else ["--net"]
        inside = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", *(f"{name}={value}" for name, value in environment.items())]
        entering = ["sh", "-c", _ENTER, "sh", str(self.path), str(user)]
        return ["unshare", "--mount", "--kill-child", "--pid", "--fork", *alone, *entering, *inside, *command]

    def inside(self, path: str) -> Path:
        """Where ``path`` of the root stands from outside."""
        return self.path / path.lstrip("/")


def make(path: Path) -> BareRoot:
    """Make a bare Debian below ``path``, anew, of the release and from the archive that this machine uses.

    Raises :class:`NoRootError` where that cannot be done.
    """
    if os.name != "posix" or os.geteuid() != 0:
        raise NoRootError("only the administrator can make it")
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    if missing:
        raise NoRootError("missing: " + ", ".join(missing))
    tools = [name for name in ("mmdebstrap", "debootstrap") if shutil.which(name)]
    if not tools:
        raise NoRootError("neither mmdebstrap nor debootstrap is installed")
    shutil.rmtree(path, ignore_errors=True)
    path.parent.mkdir(parents=True, exist_ok=True)
    _must([*_making(tools[0]), _release(), str(path), *_sources(tools[0])])
    shutil.copyfile("/etc/resolv.conf", path / "etc/resolv.conf")
    root = BareRoot(path)
    if root.run("true").returncode:
        raise NoRootError("nothing can be run in it: " + root.run("true").stderr.strip())
    return root


def _making(tool: str) -> list[str]:
    return [tool, "--variant=apt", "--quiet"] if tool == "mmdebstrap" else [tool, "--variant=minbase"]


def _release() -> str:
    for line in Path("/etc/os-release").read_text(encoding="utf-8").splitlines():
        name, _equals, value = line.partition("=")
        if name == "VERSION_CODENAME":
            return value.strip('"')
    raise NoRootError("this is no Debian")


def _sources(tool: str) -> list[str]:
    """The archives of this machine, as its own apt has them."""
    if tool != "mmdebstrap":
        return []
    lists = (Path("/etc/apt/sources.list"), *sorted(Path("/etc/apt/sources.list.d").glob("debian*.sources")))
    return [str(path) for path in lists if path.is_file() and path.read_text(encoding="utf-8").strip()]


def _must(command: Sequence[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    if done.returncode:
        raise NoRootError((done.stderr or done.stdout).strip()[-1500:])


def _outer(small_home: tuple[str, str] | None) -> dict[str, str]:
    size, path = small_home or ("", "")
    return {**os.environ, "SMALL_HOME": size, "SMALL_AT": path}
