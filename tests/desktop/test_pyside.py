"""PySide6 6.12.0 dropped a reference to None at every void call on Python 3.11; the pinned one must not."""

import sys


def test_void_calls_keep_their_references_to_none(qapp):
    from PySide6.QtCore import QObject

    thing = QObject()
    thing.setObjectName("warm")
    before = sys.getrefcount(None)
    for _ in range(1000):
        thing.setObjectName("name")
    assert sys.getrefcount(None) > before - 100
