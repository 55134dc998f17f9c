"""What the package has to do on a laptop that is as bare as can be: one function for each trial."""

import json
import shutil
import sqlite3
import subprocess
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import run
from ground import HOME_OF_PROGRAM, Ground, Situation, TrialFailedError, digest_of, screen

__all__ = ["TRIALS", "Trial"]

_EXAMPLES = f"{HOME_OF_PROGRAM}/_internal/resources/examples"
_LIBRARY = ".local/share/Vormwijzer/mijn-dossiers.db"
_OPTIONAL = ("libgtk-3", "libgdk-3", "libatk", "libcairo", "libpango", "libharfbuzz", "libgdk_pixbuf")
"""For one plugin only, which gives the colours of a GTK desktop where there is one."""


_FIRST_EXAMPLE = (856, 447)
"""Where the first example stands at the first use, in a window of 1280 by 720."""


@dataclass(frozen=True)
class Trial:
    """``installed``: it makes sense for an installed package only. ``carry_out`` returns what to say of it."""

    name: str
    words: str
    carry_out: Callable[[Ground], str | None]
    installed: bool = False


def _no_python(ground: Ground) -> str | None:
    if ground.do("sh", "-c", "command -v python3 || command -v python").code == 0:
        raise TrialFailedError("there is a Python here")
    return ground.do("vormwijzer", "--version").must().out.strip()


def _no_network(ground: Ground) -> str | None:
    """There is no TLS in the folder: no server of today would answer. Nothing asks one; see the unshared network."""
    names = [path.name for path in ground.path(HOME_OF_PROGRAM).rglob("*")]
    found = [name for name in names if name.startswith(("_ssl.", "libssl", "libcrypto", "libqopensslbackend"))]
    if found:
        raise TrialFailedError(", ".join(found))
    return None


def _libraries(ground: Ground) -> str | None:
    """Every library that a file of the program asks for must be found."""
    find = f"find {HOME_OF_PROGRAM} -type f \\( -name '*.so*' -o -name vormwijzer \\) -exec ldd {{}} +"
    inside = f"{HOME_OF_PROGRAM}/_internal"
    said = ground.do("sh", "-c", find, where=Situation(environment={"LD_LIBRARY_PATH": inside})).out
    missing = {line.split()[0] for line in said.splitlines() if "not found" in line}
    wrong = sorted(name for name in missing if not name.startswith(_OPTIONAL))
    if wrong or "libc.so" not in said:
        raise TrialFailedError("not found: " + (", ".join(wrong) or "anything at all"))
    return f"all found, but for the plugin of GTK ({len(missing)})" if missing else None


def _documents(ground: Ground) -> str | None:
    home = Situation(home="/home/anna/Mijn stukken één")
    _folder(ground, home.folder)
    example = f"{_EXAMPLES}/lindestreek.json"
    made = [f"{home.folder}/advies {kind}.{kind}" for kind in ("pdf", "docx", "odt", "xlsx", "ods", "ics")]
    pdf, docx, odt, xlsx, ods, ics = made
    form = f"{home.folder}/vragenlijst.pdf"
    words = ("advies", example, "--pdf", pdf, "--docx", docx, "--odt", odt, "--velden")
    ground.do("vormwijzer", *words, where=home).must()
    ground.do("vormwijzer", "verdeling", example, "--xlsx", xlsx, "--ods", ods, where=home).must()
    ground.do("vormwijzer", "kalender", example, "--ics", ics, where=home).must()
    ground.do("vormwijzer", "vragenlijst", example, "--pdf", form, where=home).must()
    small = [name for name in (*made, form) if ground.path(name).stat().st_size < 2_000]
    if small or not ground.path(pdf).read_bytes().startswith(b"%PDF-1.7"):
        raise TrialFailedError(f"next to nothing in {small or pdf}")
    return f"seven files in “{Path(home.folder).name}”; the report has {ground.path(pdf).stat().st_size} bytes"


def _signing(ground: Ground) -> str | None:
    """With a certificate that is made here; nothing is asked over a network."""
    home = Situation()
    folder = ground.path(f"{home.folder}/tekenen")
    _folder(ground, f"{home.folder}/tekenen")
    _certificate(folder)
    pdf, signed = f"{home.folder}/tekenen/advies.pdf", f"{home.folder}/tekenen/ondertekend.pdf"
    ground.do("vormwijzer", "advies", f"{_EXAMPLES}/bar.json", "--pdf", pdf, "--velden", where=home).must()
    fields = ground.do("vormwijzer", "onderteken", pdf, "--velden", where=home).must().out
    field = fields.split()[0] if fields.split() else ""
    words = ("onderteken", pdf, "--veld", field, "--certificaat", f"{home.folder}/tekenen/sleutel.p12")
    knowing = Situation(environment={"VORMWIJZER_WACHTZIN": "geheim"})
    ground.do("vormwijzer", *words, "--uit", signed, where=knowing).must()
    said = ground.do("vormwijzer", "verifieer", signed, "--json", where=home).out
    if '"signatures": []' in said or "Proefpersoon" not in said:
        raise TrialFailedError(f"the signature is not there: {said[:400]}")
    return None


def _first_start(ground: Ground) -> str | None:
    """Without a screen, and in the bare Debian without network: from nothing to a library."""
    home = Situation(home="/home/anna/eerste keer")
    _folder(ground, home.folder)
    with ground.window("vormwijzer", where=home) as window:
        _wait_for(ground.path(f"{home.folder}/{_LIBRARY}"))
        window.must_stay(1)
    said = ground.do("vormwijzer", "lijst", where=home).must().out
    if "leeg" not in said:
        raise TrialFailedError(said)
    return "makes a library, offscreen and without network" if ground.installed else None


def _on_screen(ground: Ground) -> str | None:
    """A picture at 1280 × 720, and one at 200 %."""
    for size, scale, name in (("1280x720", "1", "start"), ("2560x1440", "2", "start-200")):
        home = Situation(home=f"/home/anna/scherm {scale}")
        _folder(ground, home.folder)
        with screen(size) as shown:
            where = Situation(home=home.folder, environment={**shown, "QT_SCALE_FACTOR": scale})
            with ground.window("vormwijzer", where=where) as window:
                window.must_stay(4)
                _must_have_title(shown, "Mijn dossiers")
                _picture(ground, shown, name)
                if scale == "1":
                    _click(shown, *_FIRST_EXAMPLE)
                    window.must_stay(3)
                    _must_have_title(shown, "Barendrecht")
                    _picture(ground, shown, "voorbeeld")
    return "from an empty folder to the window, and an example with one click"


def _double_click(ground: Ground) -> str | None:
    """The desktop knows the file type and its program; the program takes the file in."""
    home = Situation(home="/home/anna/dubbelklik")
    _folder(ground, home.folder)
    file = f"{home.folder}/Lindestreek é.vormwijzer"
    ground.do("vormwijzer", "voorbeeld", "lindestreek", "--uit", file, where=home).must()
    if ground.installed:
        kind = ground.do("gio", "info", "-a", "standard::content-type", file, where=home).must().out
        media = kind.strip().rpartition(" ")[2]
        opener = ground.do("gio", "mime", media, where=home).out
        if "vormwijzer" not in media or "vormwijzer.desktop" not in opener:
            raise TrialFailedError(f"{media}: {opener}")
    with ground.window("vormwijzer", file, where=home) as window:
        window.must_stay(4)
    listed = ground.do("vormwijzer", "lijst", where=home).must().out
    if "Lindestreek" not in listed:
        raise TrialFailedError(f"the dossier was not taken in: {listed}")
    return None


def _portable(ground: Ground) -> str | None:
    """A copy of the folder on a stick with a space and an é: all data lands beside it."""
    stick, home = "/home/anna/stick één/vormwijzer", Situation(home="/home/anna/leeg")
    _folder(ground, home.folder)
    shutil.copytree(ground.path(HOME_OF_PROGRAM), ground.path(stick), symlinks=True)
    _folder(ground, f"{stick}/gegevens")
    with ground.window(f"{stick}/vormwijzer", where=home) as window:
        _wait_for(ground.path(f"{stick}/gegevens/mijn-dossiers.db"))
        window.must_stay(1)
    left = [path for path in ground.path(home.folder).rglob("*") if path.is_file() and "Vormwijzer" in path.parts]
    shutil.rmtree(ground.path(stick))
    if left:
        raise TrialFailedError(f"left in the home folder: {left}")
    return None


def _two_users(ground: Ground) -> str | None:
    for user in ("anna", "bert"):
        ground.do(
            "vormwijzer",
            "importeer",
            f"{_EXAMPLES}/{'bar' if user == 'anna' else 'matrix'}.json",
            where=Situation(user),
        ).must()
    hers, his = (ground.do("vormwijzer", "lijst", where=Situation(user)).must().out for user in ("anna", "bert"))
    if hers == his:
        raise TrialFailedError("both see the same dossiers")
    if ground.do("cat", f"/home/anna/{_LIBRARY}", where=Situation("bert")).code == 0:
        raise TrialFailedError("one can read the dossiers of the other")
    return None


def _policy(ground: Ground) -> str | None:
    """One file for all: where the dossiers stand, and whom to call."""
    file = ground.path("/etc/vormwijzer/beleid.toml")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text('[plaatsen]\ngegevens = "$HOME/Dossiers"\nvast = true\n[beheer]\nnaam = "Servicedesk"\n', "utf-8")
    try:
        told = json.loads(ground.do("vormwijzer", "over", "--json").must().out)
        library = next(place for place in told["places"] if place["key"] == "library")
        if (library["path"], library["origin"]) != ("/home/anna/Dossiers/mijn-dossiers.db", "policy"):
            raise TrialFailedError(str(library))
        file.write_text("[plaatsen\n", "utf-8")
        refused = ground.do("vormwijzer", "lijst").must(2)
        _one_sentence(refused.errors)
        return refused.errors.strip()
    finally:
        file.unlink()


def _full_disk(ground: Ground) -> str | None:
    """A home folder without any room: one sentence, and a window that stays."""
    home = Situation(home="/home/vol", small="24k")
    ground.path(home.folder).mkdir(exist_ok=True)
    refused = ground.do("vormwijzer", "importeer", f"{_EXAMPLES}/bar.json", where=home).must(2)
    _one_sentence(refused.errors)
    with screen("1280x720") as shown:
        seen = Situation(home=home.folder, small=home.small, environment=shown)
        _tell_of_a_full_disk(ground, seen, shown)
    return refused.errors.strip()


def _tell_of_a_full_disk(ground: Ground, where: Situation, shown: dict[str, str]) -> None:
    with ground.window("vormwijzer", where=where) as window:
        window.must_stay(4)
        _must_have_title(shown, "Mijn dossiers kan niet open")
        _picture(ground, shown, "volle-schijf")


def _older(ground: Ground) -> str | None:
    """A library of the first version: backed up, brought up to date, and the next start finds it so."""
    home = Situation(home="/home/anna/ouder")
    library = _library_of_version(ground, home, "0001")
    said = ground.do("vormwijzer", "lijst", where=home).must().out
    versions = [_version_of(path) for path in (library.parent / "reservekopieen").glob("*.db")]
    if "0001" not in versions or _version_of(library) == "0001":
        raise TrialFailedError(f"backups of {versions}; {said}")
    return None


def _newer(ground: Ground) -> str | None:
    """A library of a version that does not exist yet: refused in one sentence, and left as it is."""
    home = Situation(home="/home/anna/nieuwer")
    library = _library_of_version(ground, home, "head")
    with closing(sqlite3.connect(library)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    before = library.read_bytes()
    refused = ground.do("vormwijzer", "lijst", where=home).must(2)
    _one_sentence(refused.errors)
    if library.read_bytes() != before:
        raise TrialFailedError("it was changed")
    return refused.errors.strip()


def _untouched(ground: Ground) -> str | None:
    """After all that was tried, the folder of the program is as it was before; also where one may write there."""
    home = Situation("root" if ground.installed else "anna", home="/home/anna/schrijven")
    _folder(ground, home.folder)
    ground.do("vormwijzer", "advies", f"{_EXAMPLES}/bar.json", where=home).must()
    with ground.window("vormwijzer", where=home) as window:
        window.must_stay(3)
    if digest_of(ground.path(HOME_OF_PROGRAM)) != ground.digest:
        raise TrialFailedError("something was written beside the program")
    if ground.installed:
        ground.do("dpkg", "--verify", "vormwijzer", where=Situation("root")).must()
    return None


def _removal(ground: Ground) -> str | None:
    said = ground.remove()
    if "blijven staan" not in said or not ground.path(f"/home/anna/{_LIBRARY}").is_file():
        raise TrialFailedError(f"not said where the dossiers are, or they are gone: {said[-600:]}")
    left = ground.path(HOME_OF_PROGRAM)
    if left.exists():
        raise TrialFailedError(f"{HOME_OF_PROGRAM} is still there")
    return next(line for line in said.splitlines() if "blijven staan" in line)


TRIALS = (
    Trial("python", "starts without Python", _no_python, installed=True),
    Trial("libraries", "finds every library", _libraries, installed=True),
    Trial("network", "has no TLS, and no library for servers", _no_network),
    Trial("documents", "makes every kind of document", _documents),
    Trial("signing", "signs a PDF", _signing),
    Trial("first-start", "makes a library, offscreen", _first_start),
    Trial("screen", "opens its window on a screen, also at 200 %", _on_screen),
    Trial("double-click", "is what opens .vormwijzer, and takes the file in", _double_click),
    Trial("portable", "keeps all data beside the program", _portable),
    Trial("users", "keeps the dossiers of two users apart", _two_users, installed=True),
    Trial("policy", "follows the policy of the organisation", _policy, installed=True),
    Trial("full-disk", "says that the disk is full", _full_disk, installed=True),
    Trial("older", "brings an older library up to date", _older),
    Trial("newer", "refuses a newer library", _newer),
    Trial("read-only", "writes nothing beside itself", _untouched),
    Trial("removal", "leaves the dossiers", _removal, installed=True),
)
"""In this order: the last one takes the package away."""


def _folder(ground: Ground, inside: str) -> None:
    """Make a folder that belongs to the user anna."""
    path = ground.path(inside)
    path.mkdir(parents=True, exist_ok=True)
    if ground.installed:
        shutil.chown(path, 1001, 1001)


def _certificate(folder: Path) -> None:
    """A key with a certificate of its own, in ``sleutel.p12``, with the password "geheim"."""
    key, mark = folder / "sleutel.pem", folder / "certificaat.pem"
    made = ("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "30", "-subj", "/CN=Proefpersoon")
    subprocess.run([*made, "-keyout", str(key), "-out", str(mark)], check=True, capture_output=True)
    packed = ("openssl", "pkcs12", "-export", "-inkey", str(key), "-in", str(mark), "-passout", "pass:geheim")
    subprocess.run([*packed, "-out", str(folder / "sleutel.p12")], check=True, capture_output=True)
    for path in folder.iterdir():
        path.chmod(0o644)


def _library_of_version(ground: Ground, home: Situation, version: str) -> Path:
    """A library as a program of ``version`` made it, made with the migrations themselves."""
    library = ground.path(f"{home.folder}/{_LIBRARY}")
    library.parent.mkdir(parents=True)
    library.touch()
    code = "import sys; from pathlib import Path; from models.storage.schema import migrate; "
    code += "migrate(Path(sys.argv[1]), busy_seconds=1.0, to=sys.argv[2])"
    python = str(run.python(run.ROOT / "build" / "venv"))
    subprocess.run([python, "-c", code, str(library), version], cwd=run.ROOT, check=True, capture_output=True)
    if ground.installed:
        for path in (ground.path(home.folder), *ground.path(home.folder).rglob("*")):
            shutil.chown(path, 1001, 1001)
    return library


def _version_of(library: Path) -> str:
    with closing(sqlite3.connect(library)) as connection:
        return str(connection.execute("SELECT version_num FROM alembic_version").fetchone()[0])


def _wait_for(path: Path) -> None:
    end = time.monotonic() + 20
    while not path.is_file():
        if time.monotonic() > end:
            raise TrialFailedError(f"{path.name} did not come")
        time.sleep(0.1)


def _picture(ground: Ground, shown: dict[str, str], name: str) -> None:
    target = str(ground.pictures / f"{name}.png")
    subprocess.run(["import", "-window", "root", target], env={**shown, "PATH": "/usr/bin:/bin"}, check=True)


def _click(shown: dict[str, str], x: int, y: int) -> None:
    words = ["xdotool", "mousemove", str(x), str(y), "click", "1"]
    subprocess.run(words, env={**shown, "PATH": "/usr/bin:/bin"}, check=True)


def _must_have_title(shown: dict[str, str], words: str) -> None:
    found = subprocess.run(
        ["xdotool", "search", "--onlyvisible", "--name", words],
        env={**shown, "PATH": "/usr/bin:/bin"},
        capture_output=True,
        check=False,
    )
    if found.returncode:
        raise TrialFailedError(f"no window is called “{words}”")


def _one_sentence(text: str) -> None:
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) != 1 or not lines[0].endswith(".") or "Traceback" in text:
        raise TrialFailedError(f"not one sentence: {text[-600:]}")
