"""Running the real `borough` in a process of its own."""

import os
import subprocess
import sys

OURS = ("BOROUGH_", "DJANGO_", "DATABASE_URL", "EMAIL_", "MESSAGES_", "NOTIFY_", "PORT")


def environment(**values) -> dict[str, str]:
    """This machine's environment without what would tell a borough anything, and with `values`."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OURS)} | values


def borough(*arguments, **values) -> subprocess.CompletedProcess:
    """`borough ARGUMENTS`, to its end, with only `values` in its environment."""
    return subprocess.run(
        [sys.executable, "-m", "borough.config", *arguments],
        env=environment(**values), capture_output=True, text=True, timeout=180, check=False,
    )  # fmt: skip
