"""The icon: drawn in every size and format, and still to be read when it is small."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from wizards.look.tokens import LIGHT, contrast_ratio

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "packaging" / "icons.py"
SOURCES = ROOT / "resources" / "icons"


@pytest.fixture(scope="module")
def icons():
    # Not by its name: there is a module "packaging" on PyPI as well.
    spec = importlib.util.spec_from_file_location("recipe_icons", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("icons") / "new"
    done = subprocess.run([sys.executable, SCRIPT, folder], capture_output=True, text=True, check=True, timeout=120)
    assert done.stderr == ""
    assert all(Path(line).is_file() for line in done.stdout.splitlines())
    return folder


def shares(image):
    """Which part of the picture has the colour of the ground, the yellow arm, the white arm."""
    near = dict.fromkeys(("deep", "pointer", "surface"), 0)
    for count, pixel in image.getcolors(image.width * image.height):
        for role in near:
            wanted = (*bytes.fromhex(LIGHT.colour(role)[1:]), 255)
            if all(abs(one - other) < 24 for one, other in zip(pixel, wanted, strict=True)):
                near[role] += count
    return {role: count / (image.width * image.height) for role, count in near.items()}


def test_linux_gets_every_size_of_program_and_file(made, icons):
    kind = ElementTree.parse(ROOT / "packaging" / "linux" / "vormwijzer.mime.xml").getroot()[0].get("type")
    for place in ("apps/vormwijzer", f"mimetypes/{kind.replace('/', '-')}"):
        for size in icons.HICOLOR_SIZES:
            with Image.open(made / "hicolor" / f"{size}x{size}" / f"{place}.png") as image:
                assert image.size == (size, size)
                assert image.mode == "RGBA"
        assert (made / "hicolor" / "scalable" / f"{place}.svg").is_file()


@pytest.mark.parametrize("name", ["vormwijzer", "vormwijzer-dossier"])
def test_windows_and_macos_get_every_size_in_one_file(made, icons, name):
    with Image.open(made / f"{name}.ico") as image:
        assert image.info["sizes"] == {(size, size) for size in icons.ICO_SIZES}
    with Image.open(made / f"{name}.icns") as image:
        pixels = {width * scale for width, _, scale in image.info["sizes"]}
    assert pixels == set(icons.ICNS_SIZES)


@pytest.mark.parametrize("size", [16, 24, 32, 48, 256])
def test_both_arms_are_seen_at_every_size(icons, size):
    image = icons.draw("vormwijzer", size)
    found = shares(image)
    assert found["deep"] > 0.25
    assert found["pointer"] > 0.07
    assert found["surface"] > 0.07
    assert image.getpixel((0, 0))[3] < 128  # a rounded corner


def test_the_arms_stand_out_against_the_ground():
    for arm in ("pointer", "surface"):
        assert contrast_ratio(LIGHT.colour(arm), LIGHT.deep) > 4.5


def test_a_small_icon_has_its_own_drawing(icons):
    dots = (*bytes.fromhex(LIGHT.ink[1:]), 255)

    def has_dots(size):
        image = icons.draw("vormwijzer", size)
        return any(image.getpixel((x, y)) == dots for x in range(size) for y in range(size))

    assert [has_dots(size) for size in (16, 32, 48, 256)] == [False, False, True, True]


def test_macos_gets_a_margin(icons):
    image = icons.draw("vormwijzer", 1024, 824 / 1024)
    left, top, right, bottom = image.getbbox()
    assert left == top
    assert 100 <= left <= 125
    assert right - left == bottom - top == 1024 - 2 * left


def test_a_drawing_that_is_not_there_is_refused(icons):
    with pytest.raises(ValueError, match=r"bestaat-niet\.svg"):
        icons.draw("bestaat-niet", 16)


def test_without_a_folder_it_explains_itself():
    done = subprocess.run([sys.executable, SCRIPT], capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 2
    assert "FOLDER" in done.stderr


@pytest.mark.parametrize("path", sorted(SOURCES.glob("vormwijzer*.svg")), ids=lambda path: path.stem)
def test_the_sources_are_whole_and_draw_on_nothing_outside(path):
    text = path.read_text(encoding="utf-8")
    root = ElementTree.fromstring(text)
    assert root.findtext("{http://www.w3.org/2000/svg}title")
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"
    assert not re.search(r"href|<script|<image|<style|<text|url\(", text)
