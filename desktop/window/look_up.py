"""The library to look in for a PDF that somebody checks: opened where it exists, never made for it. Light to import."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.library_session import LibrarySession
    from desktop.verify.lookup import LookUp
    from models.knowledge import Knowledge

__all__ = ["look_up_of"]


def look_up_of(
    session: "Callable[[], LibrarySession | None]", knowledge: "Callable[[], Knowledge]"
) -> "Callable[[], LookUp | None]":
    """What gives the library of the session of that moment; may be called from another thread."""

    def find() -> "LookUp | None":
        now = session()
        if now is None:
            return None
        from desktop.verify.view import session_look_up

        return session_look_up(now, knowledge())()

    return find
