"""What a person may type: every script and sign that is a sign, up to 200,000 of them."""

import typing
import unicodedata
from typing import Annotated, Any, get_args, get_origin

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import AfterValidator, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from models.dossier import DossierError, base, read_dossier
from models.dossier.base import MAX_TEXT, Frozen, Text
from tests.models.samples import made, minimal
from tests.strategies import texts

TEXT = TypeAdapter(Text)


def _read(text: str) -> str:
    return made(minimal(opgave={"question": text})).opgave.question


def _reason(text: str) -> tuple[str, str]:
    with pytest.raises(DossierError) as caught:
        _read(text)
    return caught.value.where, caught.value.reason


@pytest.mark.parametrize(
    "text",
    [
        "👩\u200d👩\u200d👧 🇳🇱 👍🏽",
        "مرحبا بكم في البلدية",
        "שלום",
        "e\u0301 n\u0303 Zo\u0308",
        "\u200flinks\u200e rechts \u202eomgekeerd\u202c \u2067los\u2069",
        "日本語",
        "kolom\tkolom",
        "regel\nregel\n\nalinea\n",
        "zacht\u00adafbreken, vaste\u00a0spatie, \u2028regel\u2029alinea",
        "\U0001d54f \U0010fffd \ue000",
        "R&D <b>vet</b> {x} %s ${y} '; --",
        " spaties ",
        "",
    ],
)
def test_text_in_any_script_stays_as_it_was_typed(text):
    assert _read(text) == text


@given(texts(60))
def test_valid_text_is_never_changed(text):
    assert TEXT.validate_python(text) == text


@pytest.mark.parametrize(
    ("typed", "kept"), [("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("\r\n\r\n", "\n\n"), ("a\n\rb", "a\n\nb"), ("\r", "\n")]
)
def test_every_line_end_becomes_one_newline(typed, kept):
    assert _read(typed) == kept


@given(st.text(st.sampled_from("\r\na\té"), max_size=12))
def test_what_was_read_once_does_not_change_when_it_is_read_again(text):
    once = TEXT.validate_python(text)
    assert TEXT.validate_python(once) == once
    assert "\r" not in once


CONTROLS = [
    chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) == "Cc" and chr(code) not in "\t\n\r"
]


def test_the_control_characters_are_those_that_everyone_fears():
    assert {"\0", "\x1b", "\x7f", "\x08", "\x0c", "\x85", "\x9b"} <= set(CONTROLS)


def test_every_control_character_is_refused_wherever_it_stands():
    wanted = ("opgave.question", "de tekst bevat een besturingsteken")
    accepted = [
        text for sign in CONTROLS for text in (sign, f"a{sign}", f"{sign}é", f"é{sign}b") if _reason(text) != wanted
    ]
    assert accepted == []


@pytest.mark.parametrize("text", ["\ud800", "a\udfffb", "\udc00\ud800", "\ud83d"])
def test_a_lone_surrogate_is_refused(text):
    assert _reason(text) == ("opgave.question", "de tekst bevat een half teken (los surrogaat)")


def test_a_pair_of_surrogates_in_json_is_one_emoji_and_half_a_pair_is_refused():
    document = b'{"format_version":1,"id":"d","title":"\\ud83d\\ude00","dated":"2026-01-01"}'
    assert read_dossier(document).title == "😀"
    with pytest.raises(DossierError, match="half teken"):
        read_dossier(document.replace(b"\\ude00", b""))


def test_the_last_two_codes_of_every_plane_are_no_signs():
    for code in (plane << 16 | low for plane in range(17) for low in (0xFFFE, 0xFFFF)):
        sign = chr(code)
        assert _reason(f"a{sign}") == ("opgave.question", "de tekst bevat een code die geen teken is")


@pytest.mark.parametrize("sign", ["\ufffd", "\ufdcf", "\U0001fffd", "\u0378"])
def test_the_codes_beside_them_are_accepted(sign):
    assert _read(sign) == sign


@pytest.mark.parametrize("sign", ["x", "é", "😀"])
def test_two_hundred_thousand_signs_are_accepted_and_one_more_is_not(sign):
    assert MAX_TEXT == 200_000
    assert len(_read(sign * 200_000)) == 200_000
    assert _reason(sign * 200_001) == ("opgave.question", "de tekst is te lang: hoogstens 200.000 tekens")


def test_ten_megabytes_are_refused_before_any_sign_is_looked_at(monkeypatch):
    class Unread:
        def category(self, sign: str) -> str:
            raise AssertionError("looked at a sign")

    monkeypatch.setattr(base, "unicodedata", Unread())
    assert _reason("é" * 10_000_000) == ("opgave.question", "de tekst is te lang: hoogstens 200.000 tekens")


def _leaves(hint: Any, marks: tuple[Any, ...] = ()) -> list[tuple[Any, tuple[Any, ...]]]:
    """The plain types inside a type hint, each with what is annotated on it."""
    if get_origin(hint) is Annotated:
        inner, *more = get_args(hint)
        return _leaves(inner, (*marks, *more))
    parts = [leaf for part in get_args(hint) for leaf in _leaves(part)]
    return parts or [(hint, marks)]


def _models(parent: type[Frozen] = Frozen) -> list[type[Frozen]]:
    return [
        m
        for child in parent.__subclasses__()
        for m in (child, *_models(child))
        if m.__module__.startswith("models.dossier.")
    ]


def _is_guarded(marks: tuple[Any, ...]) -> bool:
    flat = [part for mark in marks for part in (mark.metadata if isinstance(mark, FieldInfo) else [mark])]
    safe = any(isinstance(part, AfterValidator) and part.func is base._safe_text for part in flat)
    return safe or any(getattr(part, "pattern", None) for part in flat)


def test_every_text_of_every_section_is_safe_text_or_an_id():
    bare, count = [], 0
    for model in _models():
        for name, hint in typing.get_type_hints(model, include_extras=True).items():
            for leaf, marks in _leaves(hint):
                count += leaf is str
                if leaf is str and not _is_guarded(marks):
                    bare.append(f"{model.__name__}.{name}")
    assert bare == []
    assert count > 100


@pytest.mark.parametrize("value", [1, 1.5, True, [], {}, ["tekst"]])
def test_what_is_no_text_is_not_made_into_text(value):
    with pytest.raises(ValidationError):
        TEXT.validate_python(value)
    with pytest.raises(DossierError, match="hier hoort tekst te staan"):
        made(minimal(opgave={"question": value}))


@pytest.mark.parametrize("text", ["a\0", "\ud800", "x" * 200_001])
def test_keys_that_are_text_are_guarded_as_well(text):
    with pytest.raises(DossierError) as caught:
        made(minimal(drafts={text: "x"}))
    assert caught.value.where.startswith("drafts.")
    assert "\0" not in caught.value.where
    assert len(caught.value.where) < 100
