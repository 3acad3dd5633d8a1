"""Processes that live no longer than the one that started them."""

import ctypes
import signal
import subprocess
import sys
import time

PR_SET_PDEATHSIG = 1


def start(verb: str, env: dict) -> subprocess.Popen:
    """`borough VERB` as a child of its own group, so that Ctrl-C reaches it through us and in order."""
    return subprocess.Popen(
        [sys.executable, "-m", "borough.config", verb],
        env=env,
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_die_with_parent if sys.platform == "linux" else None,
    )


def stop(children: list[subprocess.Popen], seconds: float = 6) -> None:
    """Ask all of them to end, and end those that have not after `seconds`."""
    for child in children:
        child.terminate()
    last = time.monotonic() + seconds
    for child in children:
        try:
            child.wait(timeout=max(0, last - time.monotonic()))
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def _die_with_parent():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
