"""The policy file: all that it can say, and all that can be wrong with it, in one Dutch sentence."""

import re
import string
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.policy import MAX_POLICY, Policy, WrongValue, expand, load_policy, parse_policy
from desktop.settings import ZOOM_STEPS, Appearance, Settings, SettingsStore
from models.storage.errors import PolicyFailed
from models.vocabulary import Onlooker
from tests.models.storage.helpers import as_other_user, open_folder

HOME = {"HOME": "/home/k", "AFDELING": "Zaken"}
FULL = """
[plaatsen]
gegevens = '~/Documenten/Vormwijzer'
instellingen = '/net/$AFDELING/${AFDELING}/%AFDELING%'
vast = true

[standaard]
uiterlijk = "contrast-licht"
tekstgrootte = 125
beweging = false
wie_kijkt_mee = "raadslid"
sjabloon = '/net/sjabloon.json'

[beheer]
naam = "Servicedesk Lindestreek"
contact = "toestel 1234"
"""


def parse(text: str | bytes, environ=HOME, platform="linux") -> Policy:
    return parse_policy(text.encode() if isinstance(text, str) else text, environ, platform)


def test_all_that_it_can_say():
    assert parse(FULL) == Policy(
        data=Path("/home/k/Documenten/Vormwijzer"),
        settings=Path("/net/Zaken/Zaken/Zaken"),
        fixed=True,
        defaults=Settings(zoom=1.25, appearance=Appearance.LIGHT_CONTRAST, motion=False, onlooker=Onlooker.RAADSLID),
        template=Path("/net/sjabloon.json"),
        desk="Servicedesk Lindestreek",
        contact="toestel 1234",
    )


def test_an_empty_file_changes_nothing_and_a_mark_before_it_neither():
    assert parse("") == Policy()
    assert parse(b"\xef\xbb\xbf" + FULL.encode()) == parse(FULL)


@pytest.mark.parametrize("step", ZOOM_STEPS)
def test_every_size_of_text_can_be_named(step):
    assert parse(f"[standaard]\ntekstgrootte = {round(step * 100)}").defaults.zoom == step


def test_the_example_that_comes_along_is_good():
    example = Path(__file__).resolve().parents[2] / "packaging" / "beleid.voorbeeld.toml"
    if not example.is_file():
        pytest.skip("the example is not in this checkout")
    assert parse(example.read_bytes()).unknown == ()


def test_unknown_keys_stop_nothing_and_are_named():
    policy = parse('[plaatsen]\ngegeven = "/x"\n[nieuw]\na = 1\n[standaard]\nbeweging = false\n')
    assert policy.unknown == ("plaatsen.gegeven", "nieuw")
    assert policy.defaults.motion is False and policy.data is None


def test_so_many_unknown_keys_that_nobody_reads_them():
    policy = parse("".join(f"k{number} = 1\n" for number in range(500)))
    assert 0 < len(policy.unknown) <= 20


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("plaatsen = 3", "plaatsen hoort een tabel"),
        ("[plaatsen]\ngegevens = 3", "plaatsen.gegevens"),
        ("[plaatsen]\ngegevens = ''", "plaatsen.gegevens"),
        ("[plaatsen]\ngegevens = 'los/pad'", "heel pad"),
        ("[plaatsen]\ngegevens = '~anders/pad'", "heel pad"),
        ("[plaatsen]\ngegevens = '/x/$WEG/y'", "WEG"),
        ("[plaatsen]\ngegevens = '/x/%WEG%/y'", "WEG"),
        ('[plaatsen]\ngegevens = "/x\\u0000y"', "plaatsen.gegevens"),
        ('[plaatsen]\ngegevens = "/x\\new"', "enkele aanhalingstekens"),
        ('[plaatsen]\ngegevens = "/x/\\beheer"', "enkele aanhalingstekens"),
        ('[plaatsen]\ngegevens = "/x/\\n"', "enkele aanhalingstekens"),
        ('[plaatsen]\ngegevens = "%USERPROFILE%\\Users"', "(regel 2): zet Windows-paden tussen enkele"),
        ("[plaatsen]\nvast = 'true'", "plaatsen.vast"),
        ("[plaatsen]\nvast = 1", "plaatsen.vast"),
        ("[standaard]\nuiterlijk = 'sepia'", "kies uit systeem"),
        ("[standaard]\nuiterlijk = ['licht']", "standaard.uiterlijk"),
        ("[standaard]\ntekstgrootte = 130", "kies uit 80"),
        ("[standaard]\ntekstgrootte = true", "standaard.tekstgrootte"),
        ("[standaard]\ntekstgrootte = '125'", "standaard.tekstgrootte"),
        ("[standaard]\nwie_kijkt_mee = 'iedereen'", "kies uit gemeentesecretaris"),
        ("[beheer]\nnaam = 3", "beheer.naam"),
        (f"[beheer]\ncontact = '{'x' * 300}'", "200 tekens"),
        ("[plaatsen]\n[plaatsen]", "regel 2"),
        ("a = [", "TOML"),
        ("a = " + "[" * 20_000, "TOML"),
        (b"\xff\xfe[\x00", "UTF-8"),
        ("# " + "x" * MAX_POLICY, "te groot"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_of_it_used(tmp_path: Path, text, words):
    path = tmp_path / "beleid.toml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    with pytest.raises(PolicyFailed) as caught:
        load_policy(path, HOME, "linux")
    reason = caught.value.reason
    assert words in reason and str(path) in reason
    assert reason.endswith(".") and len(reason.split()) <= 20
    assert caught.value.path == path


def test_a_folder_in_its_place_and_no_file_at_all(tmp_path: Path):
    (tmp_path / "beleid.toml").mkdir()
    for path in (tmp_path / "beleid.toml", tmp_path / "weg.toml", Path("los.toml")):
        with pytest.raises(PolicyFailed) as caught:
            load_policy(path, HOME, "linux")
        assert str(path) in caught.value.reason


def test_a_file_that_nobody_may_read():
    with open_folder() as folder:
        path = folder / "beleid.toml"
        path.write_text(FULL)
        path.chmod(0)

        def refused() -> str:
            try:
                load_policy(path, HOME, "linux")
            except PolicyFailed as error:
                return error.reason
            return ""

        assert "mag het beleidsbestand" in as_other_user(refused)


# --- variables


@pytest.mark.parametrize(
    ("text", "path"),
    [
        (r"%USERPROFILE%\Documents", r"C:\Users\k\Documents"),
        (r"%userprofile%\Documents", r"C:\Users\k\Documents"),
        (r"~\Documents", r"C:\Users\k\Documents"),
        (r"\\server\home$\k", r"\\server\home$\k"),
        ("C:/a/$USERPROFILE", "C:/a/C:\\Users\\k"),
    ],
)
def test_windows(text, path):
    assert str(expand(text, {"USERPROFILE": r"C:\Users\k"}, "win32")) == str(Path(path))


@pytest.mark.parametrize("text", ["C:los", r"\zonder\schijf", "los"])
def test_windows_wants_a_drive(text):
    with pytest.raises(WrongValue):
        expand(text, {}, "win32")


@pytest.mark.parametrize("sign", '<>|?*"')
def test_windows_takes_some_signs_in_no_path(sign):
    with pytest.raises(WrongValue, match=re.escape(f"het teken {sign} ")):
        expand(f"C:/a{sign}b", {}, "win32")
    with pytest.raises(WrongValue):
        expand("C:/$A", {"A": f"a{sign}"}, "win32")
    assert expand(f"/a{sign}b", {}, "linux") == Path(f"/a{sign}b")


def test_spaces_around_a_path_do_not_count():
    assert parse("[plaatsen]\ngegevens = ' /x/met spatie '").data == Path("/x/met spatie")


NAMES = st.text(string.ascii_letters + "_", min_size=1, max_size=8)
SIGNS = string.ascii_letters + string.digits + string.punctuation + " "
PLAIN = st.text(string.ascii_letters + "/ .-", max_size=8)


@given(
    st.dictionaries(NAMES, st.text(SIGNS, min_size=1, max_size=10), min_size=1),
    st.lists(PLAIN, min_size=1, max_size=4),
    st.data(),
)
def test_each_way_of_naming_a_variable_gives_its_value_once(environ, parts, data):
    text, wanted = "/", "/"
    for part in parts:
        name = data.draw(st.sampled_from(sorted(environ)))
        form = data.draw(st.sampled_from(("%{}%", "${{{}}}")))
        text += f"{part}/{form.format(name)}"
        wanted += f"{part}/{environ[name]}"  # what a value holds is never filled in again
    assert PurePosixPath(expand(text, environ, "linux")) == PurePosixPath(wanted)


@given(st.text(string.printable, max_size=30), st.dictionaries(NAMES, PLAIN))
def test_whatever_stands_there_gives_a_whole_path_or_is_refused(text, environ):
    try:
        path = expand(text, environ, "linux")
    except WrongValue:
        return
    assert path.is_absolute() and str(path).isprintable()


# --- defaults and what a user set


def test_what_a_user_never_set_follows_the_policy(tmp_path: Path):
    dark, light = (Settings(appearance=look, zoom=1.25) for look in (Appearance.DARK, Appearance.LIGHT))
    store = SettingsStore(tmp_path, defaults=dark)
    assert store.save(store.load()._replace(motion=False))
    later = SettingsStore(tmp_path, defaults=light).load()
    assert (later.appearance, later.zoom, later.motion) == (Appearance.LIGHT, 1.25, False)
    text = (tmp_path / "settings.json").read_text(encoding="utf-8")
    assert "appearance" not in text and "zoom" not in text


def test_what_a_user_set_wins_also_when_they_went_back(tmp_path: Path):
    dark = Settings(appearance=Appearance.DARK)
    store = SettingsStore(tmp_path, defaults=dark)
    settings = store.load()._replace(appearance=Appearance.LIGHT)
    assert store.save(settings) and store.save(settings._replace(appearance=Appearance.DARK))
    assert SettingsStore(tmp_path).load().appearance is Appearance.DARK


def test_a_file_of_before_held_everything_and_counts_only_where_it_differs(tmp_path: Path):
    (tmp_path / "settings.json").write_text('{"version": 1, "zoom": 1.0, "appearance": "dark", "motion": true}')
    settings = SettingsStore(tmp_path, defaults=Settings(zoom=1.5, motion=False)).load()
    assert (settings.zoom, settings.appearance, settings.motion) == (1.5, Appearance.DARK, False)
