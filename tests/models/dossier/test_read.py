"""From bytes to a dossier and back; everything that can be wrong gives a field and a Dutch reason."""

import random
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dossier import (
    Dossier,
    DossierError,
    NewerVersionError,
    canonical_json,
    dossier_from_values,
    read_dossier,
    sha256,
)
from models.dossier import read as reading
from models.dossier.read import parse_json
from tests.models.dossier.bad_values import JUNK, LABELS, is_dutch
from tests.models.samples import changed, example, full, made, minimal, paths
from tests.strategies import dossiers

FULL = full()
PATHS = sorted(".".join(path) for path in paths(FULL))


def _refused(data: bytes) -> DossierError:
    with pytest.raises(DossierError) as caught:
        read_dossier(data)
    return caught.value


def _refused_values(values: object) -> DossierError:
    with pytest.raises(DossierError) as caught:
        dossier_from_values(values)
    return caught.value


def _shuffled(value: Any, order: random.Random) -> Any:
    """The same JSON value with the keys of every object in another order."""
    if isinstance(value, dict):
        keys = list(value)
        order.shuffle(keys)
        return {key: _shuffled(value[key], order) for key in keys}
    return [_shuffled(entry, order) for entry in value] if isinstance(value, list) else value


@settings(max_examples=40)
@given(dossiers())
def test_a_dossier_that_is_written_and_read_is_the_same(dossier):
    data = canonical_json(dossier.as_json())
    again = read_dossier(data)
    assert again == dossier
    assert canonical_json(again.as_json()) == data


@settings(max_examples=20)
@given(dossiers(), st.randoms(use_true_random=False))
def test_the_same_content_gives_the_same_bytes_whatever_the_order_of_the_keys(dossier, order):
    values = dossier.as_json()
    other = _shuffled(values, order)
    assert canonical_json(other) == canonical_json(values)
    again = dossier_from_values(other)
    assert again == dossier
    assert canonical_json(again.as_json()) == canonical_json(values)


@pytest.mark.parametrize("name", ["matrix", "netwerk", "bar", "aalsmeer-amstelveen"])
def test_examples_survive_writing_and_reading(name):
    dossier = made(example(name))
    assert read_dossier(canonical_json(dossier.as_json())) == dossier


def test_canonical_json_is_sorted_compact_utf_8():
    assert canonical_json({"b": [1, 2], "a": "é\n"}) == '{"a":"é\\n","b":[1,2]}'.encode()


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_canonical_json_writes_no_number_that_json_does_not_have(number):
    with pytest.raises(ValueError, match="JSON"):
        canonical_json({"a": number})


def test_sha256_is_the_one_of_the_standard():  # FIPS 180-2, appendix B.1
    assert sha256(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


NO_DOCUMENT: list[tuple[str, bytes, str]] = [
    ("empty file", b"", "geldige JSON"),
    ("only a byte order mark", b"\xef\xbb\xbf", "geldige JSON"),
    ("cut off", b'{"format_version": 1, "id"', "geldige JSON"),
    ("two documents", b"{} {}", "geldige JSON"),
    ("not utf-8", '{"title": "é"}'.encode("latin-1"), "UTF-8"),
    ("utf-16", '{"title": "x"}'.encode("utf-16"), "UTF-8"),
    ("binary", bytes(range(256)), "UTF-8"),
    ("list", b"[]", "dossier"),
    ("text", b'"dossier"', "dossier"),
    ("number", b"1", "dossier"),
    ("null", b"null", "dossier"),
    ("NaN", b'{"a": NaN}', "NaN is geen geldig getal"),
    ("Infinity", b'{"a": Infinity}', "Infinity is geen geldig getal"),
    ("minus Infinity", b'{"a": [-Infinity]}', "-Infinity is geen geldig getal"),
    ("deep list", b"[" * 100_000 + b"]" * 100_000, "diep"),
    ("deep object", b'{"a":' * 100_000 + b"1" + b"}" * 100_000, "diep"),
    ("huge integer", b'{"a": ' + b"9" * 5000 + b"}", "te groot"),
    ("duplicate key", b'{"title": 1, "title": 2}', "twee keer"),
    ("duplicate key inside", b'{"a": [{"b": {"c": 1, "c": 1}}]}', "twee keer"),
]


@pytest.mark.parametrize(("data", "reason"), [row[1:] for row in NO_DOCUMENT], ids=[row[0] for row in NO_DOCUMENT])
def test_what_is_no_document_is_refused_with_a_dutch_reason(data, reason):
    error = _refused(data)
    assert reason in error.reason
    assert is_dutch(error.reason)
    assert str(error) == f"{error.where}: {error.reason}"


def test_a_byte_order_mark_does_no_harm():
    data = canonical_json(minimal())
    assert read_dossier(b"\xef\xbb\xbf" + data) == read_dossier(data)


def test_broken_json_names_the_line():
    assert _refused(b'{\n  "id": "x",\n  oeps\n}').where == "regel 3"


def test_a_duplicate_key_is_named():
    assert _refused(b'{"id": "a", "title": "b", "id": "c"}').where == "id"


def test_one_double_among_a_hundred_thousand_keys_is_found_without_comparing_them_pairwise():
    class Key(str):
        compared = 0

        def __eq__(self, other):
            Key.compared += 1
            return str.__eq__(self, other)

        __hash__ = str.__hash__

    keys = [Key(number) for number in range(3000)]
    with pytest.raises(DossierError, match="2999"):
        reading._no_doubles([(key, 1) for key in (*keys, Key("2999"))])
    assert Key.compared < 10 * len(keys)


def test_a_document_over_the_limit_is_refused_unread(monkeypatch):
    monkeypatch.setattr(reading, "MAX_DOCUMENT", 10)
    assert parse_json(b'{"a": 123}') == {"a": 123}
    with pytest.raises(DossierError, match="te groot"):
        parse_json(b"x" * 11)


def test_deep_nesting_inside_a_field_is_refused_by_its_name():
    deep = b"[" * 900 + b"]" * 900
    data = canonical_json(minimal(opgave={"question": "DEEP"})).replace(b'"DEEP"', deep)
    assert _refused(data).where == "opgave.question"


@pytest.mark.parametrize("version", [2, 3, 10**6, 10**400])
def test_a_newer_version_is_recognised_whatever_else_is_in_it(version):
    error = _refused_values({"format_version": version, "iets": "nieuws"})
    assert isinstance(error, NewerVersionError)
    assert (error.found, error.newest, error.where) == (version, 1, "format_version")


@pytest.mark.parametrize("version", [None, 0, -1, True, False, "1", 1.0, [1], {}])
def test_a_version_that_is_no_whole_number_from_one_is_refused(version):
    error = _refused_values(minimal(format_version=version))
    assert not isinstance(error, NewerVersionError)
    assert error.where == "format_version"


def test_a_missing_version_is_refused():
    values = minimal()
    del values["format_version"]
    assert _refused_values(values).where == "format_version"


P = {"partners": {"partners": [{"id": "p", "name": "P"}]}}
BAD_FIELDS: list[tuple[str, Any, str]] = [
    ("partners.partners.0.inhabitants", "veel", "geheel getal"),
    ("partners.partners.0.inhabitants", "30000", "geheel getal"),
    ("partners.partners.0.inhabitants", 30000.5, "geheel getal"),
    ("partners.partners.0.inhabitants", -1, "0 of meer"),
    ("partners.partners.0.inhabitants", 10**400, "20000000 of minder"),
    ("partners.partners.0.fte", "tien", "getal"),
    ("partners.partners.0.fte", "-0.01", "0 of meer"),
    ("partners.partners.0.fte", "1e25", "cijfers"),
    ("partners.partners.0.fte", "1e999999999", "getal"),
    ("partners.partners.0.fte", "NaN", "gewoon getal"),
    ("partners.partners.0.can_be_centre", "misschien", "ja of nee"),
    ("partners.partners.0.kind", "dorp", "deze waarde is onbekend; mogelijk is 'gemeente'"),
    ("partners.partners.0.name", None, "tekst"),
    ("partners.partners", {}, "rij"),
    ("partners", [], "groep velden"),
    ("kosten.today.p", "1.234", "twee cijfers"),
    ("kosten.start_year", "ooit", "geheel getal"),
    ("kosten.start_year", 1989, "1990 of meer"),
    ("kosten.start_year", 2201, "2200 of minder"),
    ("kosten.chosen", "een sleutel", "deze sleutel mag alleen"),
    ("sturing.qualified_percentage", 101, "100 of minder"),
    ("uren.productive_hours.p", 0, "groter dan 0"),
    ("besluitvorming.start", "5 maart 2026", "datum"),
    ("besluitvorming.start", "2026-02-30", "datum"),
    ("besluitvorming.start", "2026-03-05T10:00", "een datum"),
    ("created", "gisteren", "datum met tijd"),
    ("vorm.answers.beleid.importance", 11, "10 of minder"),
    ("vorm.answers.beleid.joint", "drie", "geheel getal"),
    ("vorm.choice.form", "fusie", "onbekend"),
    ("vorm.choice", {}, "ontbreekt"),
    ("besluitvorming.raad.p.recess.0", ["2026-01-01", "2026-02-01", "2026-03-01"], "te lang"),
    ("title", "", "hier hoort iets"),
    ("verzonnen[0]", 1, "bestaat niet"),
    ("kosten.keys.0.drivers.opp [m2].p", "x", "getal"),
]


@pytest.mark.parametrize(("path", "value", "reason"), BAD_FIELDS)
def test_a_wrong_field_is_named_and_explained(path, value, reason):
    values = minimal(
        **P, kosten={"keys": [{"id": "k", "kind": "equal"}]}, besluitvorming={"raad": {"p": {"recess": [0]}}}
    )
    if "recess" not in path:
        values["besluitvorming"] = {}
    error = _refused_values(changed(values, {path: value}))
    where = f"{path}.form" if value == {} and path == "vorm.choice" else path
    assert error.where == where
    assert reason in error.reason
    assert is_dutch(error.reason)


@pytest.mark.parametrize("value", ["a\x1b[2J", "a\nb", "\x00"])
def test_the_name_of_a_field_holds_nothing_that_could_steer_a_terminal(value):
    assert _refused_values(minimal(**{value: 1})).where.isprintable()


def _named(where: str, path: str) -> bool:
    """Whether ``where`` is the field of ``path``, stands inside it, or is the group that holds it."""
    return where == path or where.startswith(f"{path}.") or path.startswith(f"{where}.")


@settings(max_examples=150)
@given(st.sampled_from(PATHS), JUNK)
def test_junk_in_any_place_is_accepted_or_refused_in_dutch_by_name(path, junk):
    try:
        dossier = dossier_from_values(changed(FULL, {path: junk}))
    except DossierError as error:
        assert is_dutch(error.reason), error.reason
        assert not LABELS.search(error.where), error.where
        if not error.reason.startswith(("onbekende ", "het id ")):  # references are named where they stand
            assert _named(error.where, path), (error.where, path)
    else:
        assert read_dossier(canonical_json(dossier.as_json())) == dossier


@settings(max_examples=100)
@given(st.binary(max_size=40))
def test_no_bytes_make_the_reader_fall_over(data):
    with suppress(DossierError):
        parse_json(data)


@settings(max_examples=150)
@given(st.data())
def test_a_damaged_document_is_read_or_refused(data):
    whole = canonical_json(FULL)
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, min(len(whole), start + 40)))
    with suppress(DossierError):
        assert isinstance(read_dossier(whole[:start] + data.draw(st.binary(max_size=4)) + whole[end:]), Dossier)
