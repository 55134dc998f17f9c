"""What a preview needs of the program around it."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop.preview.saving import ExportShelf
from desktop.report.template import TemplateStore
from desktop.signoff import DossierDesk
from desktop.verify.lookup import LookUp
from desktop.workshop.keeper import WorkshopStore

__all__ = ["Surroundings"]


def _nothing() -> LookUp | None:
    return None


def _nowhere() -> Path | None:
    return None


def _forget(_folder: Path) -> None:
    pass


def _unknown_audience() -> tuple[float, str]:
    return 1.0, ""


def _forget_audience(_zoom: float, _screen: str) -> None:
    pass


@dataclass(frozen=True)
class Surroundings:
    """``shelf``: where files that were made are kept; ``desk``: what was signed off; both None for an example.

    ``look_up``: gives the library to look in for a PDF that is checked, called from another thread.

    ``workshops``: where werksessies are kept; None: they are not. ``audience``: how large the room's text was last, and
    on which screen; ``keep_audience`` keeps both.

    ``templates``: where the template in use is; None: the standard one, always. ``folder`` and ``keep_folder``: where
    files were saved last.
    """

    shelf: ExportShelf | None = None
    templates: TemplateStore | None = None
    desk: DossierDesk | None = None
    look_up: Callable[[], LookUp | None] = _nothing
    folder: Callable[[], Path | None] = _nowhere
    keep_folder: Callable[[Path], object] = _forget
    workshops: WorkshopStore | None = None
    audience: Callable[[], tuple[float, str]] = _unknown_audience
    keep_audience: Callable[[float, str], object] = _forget_audience
