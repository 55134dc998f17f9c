"""What of Qt and of the system goes into the folder, and what stays out. Pure functions on names; see the spec.

PyInstaller takes whatever a library might need. Here it is told what this program needs: three windowing plugins where
Qt has nine, one language, no QML, no TLS. Libraries that only dropped parts asked for go as well.
"""

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

__all__ = ["EXCLUDED_MODULES", "SYSTEM_LIBRARIES", "keep_binary", "keep_data", "keep_hook", "reachable"]

EXCLUDED_MODULES = (
    # Others' optional parts.
    "PIL._avif",
    "PIL._imagingft",
    "PIL._imagingtk",
    "PIL._webp",
    "PIL.ImageQt",
    "PIL.ImageTk",
    "PySide6.QtDBus",
    "PySide6.QtOpenGL",
    "PySide6.QtQml",
    "PIL._imagingcms",
    "lxml.builder",
    "lxml.html",
    "lxml.isoschematron",
    "lxml.objectify",
    "lxml.sax",
    "pydantic.mypy",
    "pydantic.v1",
    "reportlab.graphics",
    "reportlab.platypus",
    "sqlalchemy.testing",
    # No network: there is no TLS, and nothing of the libraries for servers. Python has check sums without OpenSSL.
    "_hashlib",
    "_ssl",
    "ftplib",
    "imaplib",
    "poplib",
    "requests",
    "smtplib",
    "ssl",
    "telnetlib",
    "xmlrpc",
    # What a person with a keyboard at a prompt needs, and what only builds or tests need.
    "IPython",
    "_codecs_cn",
    "_codecs_hk",
    "_codecs_iso2022",
    "_codecs_jp",
    "_codecs_kr",
    "_codecs_tw",
    "_curses",
    "curses",
    "_pydecimal",
    "cffi",
    "distutils",
    "doctest",
    "ensurepip",
    "idlelib",
    "lib2to3",
    "multiprocessing",
    "numpy",
    "pdb",
    "pip",
    "pkg_resources",
    "pycparser",
    "pydoc",
    "pydoc_data",
    "pytest",
    "readline",
    "setuptools",
    "tkinter",
    "turtledemo",
    "unittest",
    "venv",
)
"""Modules that are left out, with all that only they need."""

_PLUGINS = {
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platforminputcontexts": {"composeplatforminputcontextplugin", "ibusplatforminputcontextplugin"},
    "platformthemes": {"qgtk3", "qxdgdesktopportal"},
    "wayland-decoration-client": {"bradient"},
    "wayland-shell-integration": {"xdg-shell"},
    "imageformats": {"qjpeg", "qsvg"},
    "iconengines": {"qsvgicon"},
    "printsupport": {"cupsprintersupport"},
    "styles": {"qmodernwindowsstyle", "qmacstyle"},
}
"""Plugins of Qt that stay, by their folder: screen, keyboard, the system's dialogs and colours, pictures, printers."""

_TRANSLATIONS = {"qtbase_nl.qm"}
_OF_THE_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")
_OF_PYTHON = re.compile(r"/python3(\.\d+)?/|/libpython3[^/]*$")
"""Debian's own Python stands among the libraries of the system."""

SYSTEM_LIBRARIES = (
    "libffi",
    "libsqlite3",
    "libxcb-cursor",
    "libxcb-icccm",
    "libxcb-image",
    "libxcb-keysyms",
    "libxcb-render-util",
    "libxcb-util",
)
"""Libraries of the Linux that builds which go along: another Linux may lack them or have other versions of them.

Everything else of the system (X, fonts, D-Bus, C) belongs to the machine that runs the program, whose own updates it
then gets."""


def keep_data(name: str) -> bool:
    """Whether the file ``name``, relative to the folder, goes along: no translations but Dutch, nothing of tests."""
    path = PurePosixPath(name.replace("\\", "/"))
    if "translations" in path.parts and "PySide6" in path.parts:
        return path.name in _TRANSLATIONS
    if path.parts[:2] == ("pyphen", "dictionaries"):
        return path.name == "hyph_nl_NL.dic"
    if path.parts[0].endswith(".dist-info"):
        return path.name == "METADATA"  # the rest says where it was installed from
    if path.parts[0] == "docx":
        # It finds its templates by a path through the folder "parts", which has to be there for that.
        return "templates" in path.parts or path.parts[1:] == ("parts", "__init__.py")
    return not {"tests", "testing", "qml", "metatypes", "__pycache__"} & set(path.parts)


def keep_hook(name: str) -> bool:
    """Whether the script ``name`` runs at the start: the program, and what tells Qt where its plugins stand."""
    return not name.startswith("pyi_rth_") or name == "pyi_rth_pyside6"


def keep_binary(name: str, source: str, system: str = sys.platform) -> bool:
    """Whether the binary ``name`` (in the folder) goes along. ``source``: the path where it was found.

    ``system``: as ``sys.platform``. On Linux, what stands among the system's libraries and is no part of Python stays
    there; elsewhere PyInstaller knows what belongs to the system.
    """
    path = PurePosixPath(name.replace("\\", "/"))
    if "plugins" in path.parts and "PySide6" in path.parts:
        return _stem(path.name) in _PLUGINS.get(path.parent.name, set())
    if system != "linux" or not source.startswith(_OF_THE_SYSTEM) or _OF_PYTHON.search(source):
        return True
    return path.name.startswith(SYSTEM_LIBRARIES)


def reachable(roots: Iterable[str], needs: Callable[[str], Iterable[str]], known: Mapping[str, str]) -> set[str]:
    """The names among ``known`` that ``roots`` need, and what those need in turn, the roots included.

    ``needs``: the file names of the libraries that the file of a name asks for; ``known``: name in the folder by file
    name.
    """
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name in found:
            continue
        found.add(name)
        waiting.extend(known[library] for library in needs(name) if library in known)
    return found


def _stem(name: str) -> str:
    stem = name.split(".")[0]
    return stem.removeprefix("lib")
