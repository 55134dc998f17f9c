"""What macOS is told about the program: the Info.plist for BUNDLE in ``packaging/vormwijzer.spec``."""

import tomllib
from pathlib import Path
from typing import Any

__all__ = ["DOSSIER_TYPE", "info_plist"]

_PROJECT = Path(__file__).resolve().parents[2] / "pyproject.toml"
_NAME = "Vormwijzer"
_BUNDLE = "nl.vormwijzer.Vormwijzer"

DOSSIER_TYPE = "nl.vormwijzer.dossier"
"""The type identifier (UTI) of an exchange file."""

_DOSSIER_ICON = "vormwijzer-dossier.icns"
"""In Contents/Resources; packaging/icons.py draws it."""

_OLDEST = "13.0"
"""The oldest macOS on which Qt 6.11 is supported."""


def info_plist(version: str | None = None) -> dict[str, Any]:
    """The values that PyInstaller does not know by itself; ``version``: None for the one in pyproject.toml.

    Raises ``OSError`` or ``KeyError`` where pyproject.toml is missing or names no version.
    """
    version = version or _version()
    return {
        "CFBundleName": _NAME,
        "CFBundleDisplayName": _NAME,
        "CFBundleIdentifier": _BUNDLE,
        "CFBundleShortVersionString": version,
        "CFBundleVersion": version,
        "CFBundleDevelopmentRegion": "nl",
        "CFBundleLocalizations": ["nl"],  # Qt's own words and the panels of the system follow it
        "CFBundleDocumentTypes": [_document_type()],
        "UTExportedTypeDeclarations": [_exported_type()],
        "LSApplicationCategoryType": "public.app-category.productivity",
        "LSMinimumSystemVersion": _OLDEST,
        "NSHighResolutionCapable": True,
        "NSPrincipalClass": "NSApplication",
        "NSRequiresAquaSystemAppearance": False,  # light and dark are the program's own
        "NSHumanReadableCopyright": "De makers van Vormwijzer",
    }


def _version() -> str:
    version: str = tomllib.loads(_PROJECT.read_text(encoding="utf-8"))["project"]["version"]
    return version


def _document_type() -> dict[str, Any]:
    return {
        "CFBundleTypeName": "Dossier van Vormwijzer",
        "CFBundleTypeRole": "Editor",
        "CFBundleTypeIconFile": _DOSSIER_ICON,
        "LSItemContentTypes": [DOSSIER_TYPE],
        "LSHandlerRank": "Owner",
    }


def _exported_type() -> dict[str, Any]:
    return {
        "UTTypeIdentifier": DOSSIER_TYPE,
        "UTTypeDescription": "Dossier van Vormwijzer",
        # Not com.pkware.zip-archive: Finder would offer to unpack it.
        "UTTypeConformsTo": ["public.data", "public.content"],
        "UTTypeIconFile": _DOSSIER_ICON,
        "UTTypeTagSpecification": {
            "public.filename-extension": ["vormwijzer"],
            "public.mime-type": ["application/vnd.vormwijzer+zip"],
        },
    }
