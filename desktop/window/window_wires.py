"""What the bar and the keys of the window do, in one place."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from desktop.window.main_window import MainWindow
    from desktop.window.top_bar import TopBar

__all__ = ["wire_bar", "wire_keys"]


def wire_bar(window: "MainWindow", bar: "TopBar") -> None:
    """Have the bar do what it offers."""
    bar.home.connect(window.show_start)
    bar.back.connect(window.leave_help)
    bar.tasks.connect(lambda: window.with_view(lambda view: view.show_tasks()))
    bar.search.connect(window.search)
    bar.help.connect(window.help_here)
    bar.undo.connect(window.undo)
    bar.redo.connect(window.redo)
    bar.export.connect(lambda kind: window.with_view(lambda view: view.export(kind)))
    bar.workshop.connect(lambda: window.with_view(lambda view: view.show_workshop()))
    bar.zoom.connect(window.zoom)
    bar.appearance.connect(window.outfit.choose_appearance)
    bar.onlooker.connect(window.outfit.choose_onlooker)
    bar.motion.connect(window.outfit.choose_motion)
    bar.about.connect(window.about_wanted)


def wire_keys(window: "MainWindow") -> None:
    """The keys that work everywhere in the window."""
    for keys, act in (
        ("Ctrl+Z", window.undo),
        ("Ctrl+Y", window.redo),
        ("Ctrl+Shift+Z", window.redo),
        ("Ctrl+F", window.search),
        ("F1", window.help_here),
        ("Ctrl++", lambda: window.zoom(1)),
        ("Ctrl+=", lambda: window.zoom(1)),
        ("Ctrl+-", lambda: window.zoom(-1)),
        ("Ctrl+0", lambda: window.zoom(0)),
        ("F6", lambda: window.focus_way.go(1)),
        ("Shift+F6", lambda: window.focus_way.go(-1)),
        ("Escape", window.escape),
    ):
        QShortcut(QKeySequence(keys), window).activated.connect(act)
