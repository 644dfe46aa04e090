"""What runs Dragoman elsewhere names only what there is."""

import re
import shutil
import subprocess
from dataclasses import fields
from importlib.resources import files
from pathlib import Path

import pytest

from web.settings import Settings, variable

DEPLOY = Path(__file__).parents[1] / "deploy"
CONTAINER = (DEPLOY / "Containerfile").read_text(encoding="utf-8")
UNIT = DEPLOY / "dragoman.service"
VERIFIER = shutil.which("systemd-analyze")
PACKAGES = ("data", "graph", "ingest", "web")


@pytest.mark.parametrize("page", sorted(DEPLOY.iterdir()), ids=lambda page: page.name)
def test_what_is_set_is_a_setting(page: Path) -> None:
    known = {variable(field.name) for field in fields(Settings)}
    named = set(re.findall(r"DRAGOMAN_[A-Z_]+", page.read_text(encoding="utf-8")))
    assert named
    assert named <= known


def test_what_is_set_can_be_used() -> None:
    unit = UNIT.read_text(encoding="utf-8")
    for text in (CONTAINER, unit):
        Settings.read(dict(re.findall(r"(DRAGOMAN_[A-Z_]+)=(\S+)", text)))


def test_the_container_takes_all_that_the_wheel_is_made_of() -> None:
    copied = {
        name for line in re.findall(r"^COPY (.+) \S+$", CONTAINER, re.M) for name in line.split()
    }
    assert copied >= {"pyproject.toml", "README.md", "LICENSE", "requirements.lock", *PACKAGES}
    there = {name for name in copied if (DEPLOY.parent / name).exists()}
    assert copied - there - set(PACKAGES) - {"--from=build", "/opt/dragoman"} == set()
    assert all(Path(str(files(name))).is_dir() for name in PACKAGES)


def test_the_container_runs_without_privileges_and_can_be_asked_whether_it_is_well() -> None:
    last = CONTAINER.rpartition("\nFROM ")[2]
    assert re.search(r"^USER dragoman$", last, re.M)
    (check,) = re.findall(r'^HEALTHCHECK .+\n +CMD \["python", "-c", "(.+)"\]$', last, re.M)
    compile(check, "HEALTHCHECK", "exec")
    assert "/health" in check


@pytest.mark.skipif(VERIFIER is None, reason="systemd-analyze is not installed")
def test_systemd_understands_the_unit(tmp_path: Path) -> None:
    unit = tmp_path / UNIT.name
    unit.write_text(re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", UNIT.read_text(), flags=re.M))
    done = subprocess.run(  # noqa: S603 - the program that `which` found
        [str(VERIFIER), "verify", str(unit)], capture_output=True, text=True, check=False
    )
    # Other units of the machine may have faults of their own.
    assert [line for line in done.stderr.splitlines() if UNIT.name in line] == []
