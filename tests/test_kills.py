"""What writers leave that are killed at random moments; `make kills` kills more of them."""

import subprocess
import sys

KILLS = 50


def test_whoever_is_killed_at_any_moment_leaves_a_store_that_is_whole() -> None:
    run = subprocess.run(  # noqa: S603 - our own text, in our own interpreter
        [sys.executable, "-m", "tests.kills", "--kills", str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, f"{run.stdout}\n{run.stderr}"
    assert "each time the store was whole" in run.stdout
