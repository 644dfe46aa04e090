"""Installs the built wheel away from the sources and runs the tests against what was installed.

    python -m tests.wheel build/wheel

What the sources hold and the wheel does not (a template, a table, the pipeline) is missed here and
nowhere else. The environment that is made sees the locked packages of the running one, but not its
editable install: ``.pth`` files count only in an environment's own folder.
"""

import shutil
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

ROOT = Path(__file__).parents[1]
BESIDE = (
    *("tests", "benchmarks", "docs", "deploy"),
    *("README.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml", "requirements.lock"),
)
"""What tests read besides the packages; the packages themselves must come from the wheel."""
MOST_BYTES = 25_000_000
"""What the wheel may weigh, the trained pipeline in it."""
CHECK = """
import importlib.util, pathlib, sys
for name in ("graph", "ingest", "web", "data"):
    found = pathlib.Path(importlib.util.find_spec(name).origin)
    assert pathlib.Path(sys.prefix) in found.parents, f"{name} comes from {found}, not the wheel"
"""


def install(wheel: Path, folder: Path) -> Path:
    """The Python of a new environment that holds the wheel and sees the locked packages."""
    shutil.rmtree(folder, ignore_errors=True)
    venv.create(folder, with_pip=False, symlinks=True)
    python = folder / "bin" / "python"
    _run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-deps", wheel)
    # Afterwards, or pip would find Dragoman there already.
    site = sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)})
    Path(site, "locked.pth").write_text(sysconfig.get_path("purelib") + "\n")
    return python


def lay_out(folder: Path) -> None:
    """Copies the tests, and what they read, to a folder that holds no packages."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in BESIDE:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder / name)


def main() -> int:
    """The exit status of the tests."""
    build = Path(sys.argv[1]).resolve()
    (wheel,) = build.glob("dragoman-*.whl")
    if (size := wheel.stat().st_size) > MOST_BYTES:
        sys.exit(f"{wheel.name}: has {size:,} bytes, more than {MOST_BYTES:,}; leave something out")
    python = install(wheel, build / "venv")
    away = build / "away"
    lay_out(away)
    _run(python, "-c", CHECK, cwd=away)
    return subprocess.call([python, "-m", "pytest", "tests"], cwd=away)  # noqa: S603 - our own


def _run(*command: str | Path, cwd: Path = ROOT) -> None:
    subprocess.run([str(part) for part in command], cwd=cwd, check=True)  # noqa: S603 - our own


if __name__ == "__main__":
    sys.exit(main())
