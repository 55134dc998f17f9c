"""Stands in for aiohttp in the package: the program opens no connection, so what would open one is not there.

pyHanko names these classes when it is imported, and makes one only to speak to a server of time stamps or of
certificates. That would be a mistake of ours, so it ends there. For the same reason it names ``ssl``, which is not
there either: an empty module takes its place, after asyncio has seen that there is none.
"""

import asyncio  # noqa: F401 - before the empty module, see above
import sys
from types import ModuleType

__all__ = [
    "BasicAuth",
    "ClientError",
    "ClientResponseError",
    "ClientSession",
    "ClientTimeout",
    "ContentTypeError",
]


class ClientError(Exception):
    """Never raised: there is no client."""


class ClientResponseError(ClientError):
    """Never raised."""

    status = 0


class ContentTypeError(ClientResponseError):
    """Never raised."""


class _Absent:
    def __init__(self, *_given: object, **_named: object) -> None:
        raise RuntimeError("this program has no network")


class BasicAuth(_Absent):
    """What one would log in with."""


class ClientSession(_Absent):
    """What would open connections."""


class ClientTimeout(_Absent):
    """How long one would wait."""


try:
    import ssl  # noqa: F401
except ImportError:
    sys.modules["ssl"] = ModuleType("ssl", "There is no network.")
