"""Without what could open a connection, everything of the program can still be imported and used."""

import subprocess
import sys

from tests.packaging.scripts import PACKAGING, ROOT

_TRY = """
import importlib, sys
sys.path[:0] = [sys.argv[1] + "/standins", sys.argv[1]]
import trim

left_out = set(trim.EXCLUDED_MODULES)

def is_left_out(name):
    return any(name == one or name.startswith(one + ".") for one in left_out)

class Absent:
    def find_spec(self, name, path=None, target=None):
        if is_left_out(name):
            raise ModuleNotFoundError(name, name=name)

for name in [name for name in sys.modules if is_left_out(name)]:
    del sys.modules[name]
sys.meta_path.insert(0, Absent())
for name in sys.argv[2:]:
    importlib.import_module(name)
import aiohttp
for kind in (aiohttp.ClientSession, aiohttp.BasicAuth, aiohttp.ClientTimeout):
    try:
        kind()
    except RuntimeError as error:
        print(error)
print(sorted(name for name in sys.modules if is_left_out(name) and vars(sys.modules[name]).get("__file__")))
"""


def test_signing_and_checking_need_no_network_library() -> None:
    names = ("desktop.signing.sign", "desktop.signing.signers", "desktop.verify.with_hanko", "pyhanko.sign.pkcs11")
    done = subprocess.run(
        [sys.executable, "-c", _TRY, str(PACKAGING), *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["this program has no network"] * 3 + ["[]"]


def test_every_module_of_ours_can_be_imported_without_what_is_left_out() -> None:
    names = [
        ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for folder in ("models", "wizards", "desktop")
        for path in sorted((ROOT / folder).rglob("*.py"))
        if "migrations" not in path.parts and path.name != "__main__.py"
    ]
    assert len(names) > 600
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", _TRY, str(PACKAGING), *names],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "[]"
