"""`borough run`, for real: its own folder, its own database, its own port."""

import os
import signal
import socket
import subprocess
import sys
import time
from urllib.request import urlopen

import psutil
import pytest

from .commands import borough, environment

pytestmark = pytest.mark.xdist_group("run")  # they share a folder, and the machine's attention
READY, STOPPED = 400, 10  # seconds


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """A deep folder with a space in its name, as people have."""
    folder = (
        tmp_path_factory.mktemp("A borough of my own, kept rather deep down where a socket's path is too long") / "x"
    )
    yield folder
    for process in psutil.process_iter(["name", "cmdline"]):
        if process.info["name"] == "postgres" and str(folder / "postgres") in " ".join(process.info["cmdline"] or []):
            process.kill()


@pytest.fixture
def port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(home, port, tmp_path):
    started = []

    def begin():
        words = tmp_path / f"said-{len(started)}"
        with open(words, "w") as said:
            process = subprocess.Popen(
                [sys.executable, "-m", "borough.config", "run"],
                env=environment(BOROUGH_HOME=str(home), BOROUGH_DEMONSTRATION="0", PORT=str(port)),
                stdout=subprocess.DEVNULL, stderr=said, stdin=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        started.append(process)
        wait_for(lambda: "Borough is at" in words.read_text() or process.poll() is not None, READY)
        assert f"Borough is at http://localhost:{port}/" in words.read_text(), words.read_text()
        return process

    yield begin
    for process in started:
        for one in family(process):
            one.kill()
        process.wait()


def wait_for(done, seconds):
    last = time.monotonic() + seconds
    while not done():
        assert time.monotonic() < last, f"not within {seconds} seconds"
        time.sleep(0.1)


def family(process):
    try:
        parent = psutil.Process(process.pid)
        return [parent, *parent.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def running(home):
    return (home / "postgres/postmaster.pid").exists()


def alive(processes):
    return [one for one in processes if one.is_running() and one.status() != psutil.STATUS_ZOMBIE]


def test_ctrl_c_stops_all_of_it(start, home, port):
    process = start()
    everyone = family(process)
    with urlopen(f"http://127.0.0.1:{port}/", timeout=10) as answer:
        assert answer.status == 200
        assert answer.url == f"http://127.0.0.1:{port}/"
    assert running(home)

    os.killpg(process.pid, signal.SIGINT)

    assert process.wait(timeout=STOPPED) == 0
    wait_for(lambda: not alive(everyone), STOPPED)
    assert not running(home)


def test_nothing_outlives_a_killed_run_but_the_database(start, home):
    process = start()
    children = family(process)[1:]
    process.kill()
    process.wait()
    wait_for(lambda: not alive(children), STOPPED)

    again = start()  # it finds the database, and the port is free
    os.kill(again.pid, signal.SIGTERM)  # as a service manager stops it
    assert again.wait(timeout=STOPPED) == 0
    assert not running(home)


def test_ctrl_c_while_it_starts_stops_it_too(tmp_path, port):
    process = subprocess.Popen(
        [sys.executable, "-m", "borough.config", "run"],
        env=environment(BOROUGH_HOME=str(tmp_path), BOROUGH_DEMONSTRATION="0", PORT=str(port)),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    wait_for(lambda: running(tmp_path), READY)
    os.killpg(process.pid, signal.SIGINT)
    process.wait(timeout=STOPPED)
    assert not running(tmp_path)


def test_a_taken_port_is_said_before_anything_starts(home, port):
    with socket.socket() as other:
        other.bind(("127.0.0.1", port))
        other.listen()
        done = borough("run", BOROUGH_HOME=str(home), PORT=str(port))
    assert done.returncode == 1
    assert f"Port {port} is in use by another program." in done.stderr
    assert "Traceback" not in done.stderr
