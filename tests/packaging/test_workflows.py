"""The workflow files: well formed, pinned, and of one mind with the recipes that they call."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "packaging" / "workflows").glob("*.yml"))


@pytest.fixture(params=FILES, ids=lambda path: path.stem)
def path(request):
    return request.param


def job_of(path):
    (job,) = yaml.safe_load(path.read_text(encoding="utf-8"))["jobs"].values()
    return job


def test_there_is_one_per_system():
    assert [path.stem for path in FILES] == ["linux", "macos", "windows"]


def test_each_says_where_it_belongs_and_that_it_was_not_run(path):
    top = " ".join(line.lstrip("# ") for line in path.read_text("utf-8").splitlines() if line.startswith("#"))
    assert "To be copied to where the forge looks for workflows" in top
    assert "not run here" in top


def test_every_action_is_pinned_to_a_full_version(path):
    used = [step["uses"] for step in job_of(path)["steps"] if "uses" in step]
    assert [use.split("@")[0] for use in used] == [
        "actions/checkout",
        "actions/setup-python",
        "actions/upload-artifact",
    ]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", use) for use in used)


def test_nothing_runs_with_more_rights_than_reading(path):
    values = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert values["permissions"] == {"contents": "read"}
    assert set(values[True]) == {"workflow_dispatch", "push"}  # YAML reads "on" as true
    assert job_of(path)["steps"][0]["with"] == {"persist-credentials": False}


def test_a_secret_reaches_a_step_only_as_a_variable(path):
    text = path.read_text(encoding="utf-8")
    for step in job_of(path)["steps"]:
        assert "secrets." not in step.get("run", "")
    named = set(re.findall(r"secrets\.([A-Z_]+)", text))
    assert all(name in text.split("\nname:")[0] for name in named), "each secret is explained at the top"


def test_it_builds_tries_and_keeps_what_comes_out(path):
    text = path.read_text(encoding="utf-8")
    steps = "\n".join(step.get("run", "") for step in job_of(path)["steps"])
    assert re.search(r"python packaging/build\.py|packaging\\windows\\build\.ps1", steps)
    assert re.search(r"advies resources.examples.bar\.json --pdf out\.pdf", steps)
    assert "offscreen" in text
    assert "dist/SHA256SUMS" in job_of(path)["steps"][-1]["with"]["path"]


def test_every_file_that_a_step_names_is_there(path):
    steps = "\n".join(step.get("run", "") for step in job_of(path)["steps"]).replace("\\", "/")
    named = set(re.findall(r"\b(?:packaging|resources)/[\w./-]+", steps))
    assert named
    for name in named:
        assert (ROOT / name).is_file(), name


def linux_steps():
    (path,) = [path for path in FILES if path.stem == "linux"]
    return [step["run"] for step in job_of(path)["steps"] if "run" in step]


def test_the_tools_of_the_build_are_there_before_it_begins():
    steps = linux_steps()
    (build,) = [number for number, step in enumerate(steps) if "packaging/build.py" in step]
    installed = {word for step in steps[:build] for word in re.findall(r"[\w-]+", step)}
    assert {"binutils", "patchelf", "dpkg-dev", "lintian", "xvfb"} <= installed


def test_a_window_that_ends_by_itself_fails_the_run():
    # 124 is what timeout gives only when it had to send the signal; the program's own 0 must not come through.
    (step,) = [step for step in linux_steps() if "timeout" in step]
    assert "--preserve-status" not in step
    assert re.search(r"code=0\n.* timeout --signal=TERM .* \|\| code=\$\?\n", step)
    assert 'test "$code" -eq 124' in step


def test_what_cannot_fail_says_so():
    (path,) = [path for path in FILES if path.stem == "linux"]
    soft = [step["name"] for step in job_of(path)["steps"] if re.search(r"\|\| (true|echo|:)", step.get("run", ""))]
    assert soft == ["What lintian says (it only informs, and never fails the run)"]


def test_the_shell_steps_are_sound(path):
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    for step in job_of(path)["steps"]:
        if "run" in step and step.get("shell") != "pwsh":
            done = subprocess.run(
                [bash, "-n"], input=step["run"], capture_output=True, text=True, check=False, timeout=60
            )
            assert done.returncode == 0, done.stderr
