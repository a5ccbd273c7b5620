"""The `age` program, which asks for a passphrase on a terminal and nowhere else: it is given one of its own."""

import os
import shutil
import subprocess
import sys

import pytest

needs_age = pytest.mark.skipif(
    shutil.which("age") is None and os.environ.get("AUDIT_APP_REQUIRE_AGE") != "1",
    reason="the age program is not installed; with AUDIT_APP_REQUIRE_AGE=1 that is a failure",
)

ON_A_TERMINAL = "import os, pty, sys; sys.exit(os.waitstatus_to_exitcode(pty.spawn(sys.argv[1:])))"


def age(*words: str, answers: str) -> None:
    """Runs `age` with these words, and types the answers, each ended by a new line."""
    command = [sys.executable, "-c", ON_A_TERMINAL, "age", *words]
    done = subprocess.run(command, input=answers.encode(), capture_output=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout.decode(errors="replace")
