"""Tries the built package as a new laptop would: in a bare Debian, without Python and network, as an ordinary user.

    python packaging/tryout.py           what build.py left in dist
    python packaging/tryout.py NAME ...  only the trials of these names

Prints a line for each trial and leaves pictures of the window in build/tryout. Where no bare root can be made, it says
so, and tries the folder itself with an empty environment instead.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

import bare_root
import run
from ground import EmptyEnvironment, Ground, RootGround, TrialFailedError
from trials import TRIALS, Trial

ROOT = run.ROOT
PICTURES = ROOT / "build" / "tryout"
TOOLS = {
    "mmdebstrap": "mmdebstrap",
    "xvfb": "Xvfb",
    "xdotool": "xdotool",
    "imagemagick": "import",
    "openssl": "openssl",
}
"""By package of Debian, the command that a trial needs."""


def main(arguments: Sequence[str]) -> int:
    """Run the trials; returns 1 where one failed."""
    if sys.platform != "linux":
        print("Here one tries it by hand: see packaging/README.md.")
        return 2
    install_tools()
    PICTURES.mkdir(parents=True, exist_ok=True)
    chosen = [trial for trial in TRIALS if not arguments or trial.name in arguments]
    with tempfile.TemporaryDirectory(prefix="vormwijzer-") as name:
        return carry_out(chosen, lay_ground(Path(name)))


def lay_ground(folder: Path) -> Ground:
    """A bare Debian with the package, or else the folder alone."""
    package = next(iter(sorted((ROOT / "dist").glob("vormwijzer_*.deb"))), None)
    if package is None:
        print("There is no package in dist: run build.py first.")
        raise SystemExit(2)
    try:
        print("Making a bare Debian …", flush=True)
        return RootGround(bare_root.make(ROOT / "build" / "root"), package, PICTURES)
    except bare_root.NoRootError as reason:
        print(f"No bare Debian can be made here ({reason}).")
        print("Instead the folder is tried with an empty environment; installing and removing are not.")
        return EmptyEnvironment(ROOT / "dist" / "vormwijzer", folder, PICTURES)


def carry_out(chosen: Sequence[Trial], ground: Ground) -> int:
    """Run each trial and say how it went."""
    failed = done = 0
    for trial in chosen:
        if trial.installed and not ground.installed:
            print(f"  -     {trial.name}: only where it is installed", flush=True)
            continue
        done += 1
        before = time.monotonic()
        try:
            said = trial.carry_out(ground)
        except (TrialFailedError, OSError, subprocess.SubprocessError) as error:
            failed += 1
            print(f"FAILED  {trial.name}: {error}", flush=True)
            continue
        print(f"  ok    {trial.name}: {said or trial.words} ({time.monotonic() - before:.1f} s)", flush=True)
    left = len(chosen) - done
    aside = f", {left} had no place here" if left else ""
    print(f"{done - failed} of {done} trials went well{aside}; pictures are in {PICTURES.relative_to(ROOT)}.")
    return 1 if failed else 0


def install_tools() -> None:
    """Have what the trials need, where this is a Debian and we may."""
    missing = [package for package, command in TOOLS.items() if shutil.which(command) is None]
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        run.run("apt-get", "update", "-qq")
        run.run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
