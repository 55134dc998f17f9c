"""The package: light to load, complete, and no name hidden by a module."""

import subprocess
import sys
from importlib import import_module
from io import BytesIO
from pkgutil import iter_modules
from types import ModuleType

import pytest

import models.figures
from desktop.report.pdf import rl
from desktop.report.pdf.drawing import draw_figure
from desktop.report.styles import COLOURS
from models.figures import Figure, Line, Rect, Role, Text, Twin


def test_shapes_load_without_pydantic() -> None:
    code = "import sys, models.figures.shapes, models.figures.figure; print('pydantic' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.strip() == "False"


def test_every_name_is_itself_after_all_modules_are_loaded() -> None:
    for module in iter_modules(models.figures.__path__):
        import_module(f"models.figures.{module.name}")
    for name in models.figures.__all__:
        assert not isinstance(getattr(models.figures, name), ModuleType), name
    with pytest.raises(AttributeError):
        models.figures.nothing  # noqa: B018


def test_the_report_has_a_colour_for_every_role() -> None:
    assert set(COLOURS) == set(Role)


def test_the_report_draws_what_is_new_in_the_shapes() -> None:
    shapes = (
        Line(5, 5, 90, 5, Role.NETWERK, 2, dash=(1, 2)),
        Text(10, 50, "Omhoog", turned=True),
        Rect(20, 20, 30, 10, Role.POINTER, Role.ON_POINTER, radius=3),
    )
    target = BytesIO()
    canvas = rl.Canvas(target, invariant=1, pageCompression=0)
    draw_figure(canvas, Figure("", "", 100, 60, shapes, Twin((), ())), 50, 700)
    canvas.showPage()
    canvas.save()
    content = target.getvalue()
    assert b"[2 4] 0 d" in content
    assert b"0 1 -1 0 60 650 cm" in content
