"""The template of a municipality: what a file may hold, what is left out, its logo, where it is kept."""

import json
import logging
import struct
import warnings
import zlib
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from desktop.report import template_logo
from desktop.report.content.chapters import Chapter
from desktop.report.template import (
    MAX_TEMPLATE,
    Template,
    TemplateError,
    TemplateStore,
    read_template,
    template_bytes,
    with_logo,
)
from desktop.report.template_logo import LogoError, plain_logo
from models.storage.errors import FileFailed, StorageError
from tests.strategies import texts


def picture(size=(40, 20), mode="RGB", kind="PNG", **options) -> bytes:
    made = BytesIO()
    Image.new(mode, size, "navy").save(made, kind, **options)
    return made.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def bomb(side: int) -> bytes:
    """A PNG of some bytes that says it is ``side`` by ``side`` points."""
    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    parts = (_chunk(b"IHDR", header), _chunk(b"IDAT", zlib.compress(bytes(1000))), _chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


FULL = with_logo(
    Template(
        organisation="Gemeente Aalten",
        kind="Raadsvoorstel",
        headings={Chapter.COSTS: "Financiën"},
        order=(Chapter.LEGAL, Chapter.COSTS),
        portfolio="bedrijfsvoering",
        case_number="Z-14",
    ),
    picture(),
)


def changed(**values) -> bytes:
    return json.dumps({**json.loads(template_bytes(FULL)), **values}).encode()


def test_a_file_gives_the_same_template():
    assert read_template(template_bytes(FULL)) == FULL
    assert template_bytes(read_template(template_bytes(FULL))) == template_bytes(FULL)
    assert read_template(template_bytes(Template())) == Template()


short = texts().map(lambda text: " ".join(text.split())[:120].strip())


@given(
    st.builds(
        Template,
        organisation=short,
        kind=short,
        portfolio=short,
        case_number=short,
        headings=st.dictionaries(st.sampled_from(Chapter), short),
        order=st.lists(st.sampled_from(Chapter)).map(tuple),
    )
)
def test_every_template_survives_a_file(template):
    assert read_template(template_bytes(template)) == template


def test_a_chapter_of_another_version_is_left_out():
    made = read_template(changed(headings={"costs": "Geld", "later": "x"}, order=["later", "legal", 3, "costs"]))
    assert made.headings == {Chapter.COSTS: "Geld"}
    assert made.order == (Chapter.LEGAL, Chapter.COSTS)


def test_a_chapter_counts_where_it_stands_first():
    assert read_template(changed(order=["costs", "legal", "costs"])).order == (Chapter.COSTS, Chapter.LEGAL)
    assert Template(order=(Chapter.COSTS, Chapter.COSTS)).order == (Chapter.COSTS,)


def test_a_name_stands_on_one_line_and_an_empty_one_is_none():
    made = Template(kind="Voorstel\naan de raad", headings={Chapter.COSTS: " ", Chapter.LEGAL: "a\tb"})
    assert (made.kind, made.headings) == ("Voorstel aan de raad", {Chapter.LEGAL: "a b"})


BAD = {
    "nothing": (b"", "geen sjabloon"),
    "text": (b"Beste collega,", "geen sjabloon"),
    "a list": (b"[]", "geen sjabloon"),
    "an empty object": (b"{}", "geen sjabloon"),
    "a dossier": (b'{"format_version": 1, "id": "a", "title": "b", "dated": "2026-01-01"}', "geen sjabloon"),
    "a version that is a word": (changed(format_version="1"), "geen sjabloon"),
    "a newer version": (changed(format_version=2), "nieuwere versie"),
    "an unknown field": (changed(script="rm"), "script"),
    "a number for a name": (changed(kind=3), "kind"),
    "headings as a list": (changed(headings=[]), "headings"),
    "an order as text": (changed(order="costs"), "order"),
    "a name that is too long": (changed(kind="x" * 121), "kind"),
    "a control character": (changed(kind="a\x07b"), "kind"),
    "a lone surrogate": (changed(kind="\ud800"), "kind"),
    "a logo that is no base64": (changed(logo="niet waar"), "logo"),
    "a logo of another kind": (changed(logo=b64encode(b"GIF89a").decode()), "logo"),
    "a broken logo": (changed(logo=b64encode(picture()[:50]).decode()), "niet te lezen"),
    "a bomb": (changed(logo=b64encode(bomb(60_000)).decode()), "beeldpunten"),
    "a deep nest": (b'{"format_version":1,"headings":' + b"[" * 100_000 + b"}", "geen sjabloon"),
    "much too large": (b" " * (MAX_TEMPLATE + 1), "te groot"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_one_sentence(name):
    data, word = BAD[name]
    with pytest.raises(TemplateError) as raised:
        read_template(data)
    reason = raised.value.reason
    assert word in reason
    assert reason.endswith(".")
    assert "\n" not in reason


@given(st.binary(max_size=400))
def test_no_bytes_at_all_break_it(data):
    with pytest.raises(TemplateError):
        read_template(data)


@given(st.binary(max_size=300), st.integers(0, 200))
def test_no_picture_at_all_breaks_it(data, at):
    good = picture()
    try:
        plain_logo(good[:at] + data + good[at:])
    except LogoError as error:
        assert str(error).endswith(".")


@pytest.mark.parametrize(
    "data",
    [
        picture(mode="RGBA"),
        picture(mode="P"),
        picture(mode="L", kind="JPEG"),
        picture(mode="CMYK", kind="JPEG"),
        picture(size=(3000, 100)),
        picture(dpi=(300, 300)),
    ],
    ids=["clear", "palette", "grey photo", "printer's colours", "wide", "with a resolution"],
)
def test_a_logo_is_made_plain(data):
    made = plain_logo(data)
    with opened(made) as image:
        assert (image.format, image.mode, image.info) == ("PNG", "RGB", {})
        assert max(image.size) <= 1200
    assert plain_logo(made) == made


def test_what_is_clear_in_a_logo_is_paper():
    made = BytesIO()
    Image.new("RGBA", (4, 4), (0, 0, 0, 0)).save(made, "PNG")
    with opened(plain_logo(made.getvalue())) as image:
        assert image.getpixel((0, 0)) == (255, 255, 255)


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    for side in (6_000, 12_000, 60_000):
        with pytest.raises(LogoError, match="beeldpunten"):
            plain_logo(bomb(side))
    monkeypatch.setattr(template_logo, "_MOST_BYTES", 10)
    with pytest.raises(LogoError, match="te groot"):
        plain_logo(picture())


def test_no_logo_is_no_picture():
    assert with_logo(FULL, b"").logo == ""
    assert with_logo(FULL, b"").logo_bytes == b""
    assert with_logo(FULL, b"").kind == FULL.kind


def test_the_store_keeps_it(tmp_path: Path):
    store = TemplateStore(tmp_path / "nieuw")
    assert store.load() == Template()
    store.save(FULL)
    assert store.load() == FULL
    assert [path.name for path in store.folder.iterdir()] == ["template.json"]


def test_a_house_style_holds_for_who_keeps_none(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    house = tmp_path / "huisstijl.json"
    house.write_bytes(template_bytes(FULL))
    store = TemplateStore(tmp_path / "eigen", house)
    assert store.load() == FULL
    assert not store.folder.exists()
    store.save(Template(kind="Raadsvoorstel"))
    assert store.load().kind == "Raadsvoorstel"
    for data in (b"stuk", None):
        house.unlink() if data is None else house.write_bytes(data)
        assert TemplateStore(tmp_path / "leeg", house).load() == Template()
    assert "house style" in caplog.text
    caplog.clear()


def test_a_damaged_one_is_put_aside(tmp_path: Path, caplog: pytest.LogCaptureFixture):
    store = TemplateStore(tmp_path)
    store.path.write_bytes(b"stuk")
    with caplog.at_level(logging.WARNING):
        assert store.load() == Template()
    assert (tmp_path / "template.damaged.json").read_bytes() == b"stuk"
    assert "damaged" in caplog.text
    caplog.clear()


def test_a_place_that_takes_no_file_says_so(tmp_path: Path):
    (tmp_path / "geen-map").write_bytes(b"")
    with pytest.raises(StorageError) as raised:
        TemplateStore(tmp_path / "geen-map" / "dieper").save(FULL)
    assert isinstance(raised.value, FileFailed)
    assert raised.value.reason.endswith(".")


def test_a_warning_of_pillow_stays_inside():
    with warnings.catch_warnings(record=True) as heard:
        warnings.simplefilter("always")
        with pytest.raises(LogoError):
            plain_logo(bomb(10_000))
    assert heard == []
