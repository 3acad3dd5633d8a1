"""The embedded database starts whatever the last start left behind."""

import shutil
import subprocess
import sys

import psutil
import psycopg
import pytest

from .commands import environment

START = "from borough.config import database; print(database.url())"
STOP = "from borough.config import database; database.url(); print(database.stop_embedded())"


def said(code, home):
    return subprocess.run(
        [sys.executable, "-c", code], env=environment(BOROUGH_HOME=str(home)),
        capture_output=True, text=True, check=True, timeout=120,
    ).stdout.strip()  # fmt: skip


def answers(address):
    with psycopg.connect(address) as connection:
        return connection.execute("SELECT 1").fetchone() == (1,)


@pytest.fixture
def home(tmp_path):
    yield tmp_path / "home"
    said(STOP, tmp_path / "home")


def test_a_start_cut_short_is_begun_anew(home):
    (home / "postgres-half-made").mkdir(parents=True)
    (home / "postgres-half-made" / "PG_VERSION").write_text("18\n")
    assert answers(said(START, home))


def test_a_folder_deleted_under_its_server_is_made_anew(home):
    said(START, home)
    old = psutil.Process(int((home / "postgres/postmaster.pid").read_text().split()[0]))
    shutil.rmtree(home)
    assert answers(said(START, home))
    assert not old.is_running()


def test_a_note_of_a_server_that_died_is_not_believed(home):
    address = said(START, home)
    assert said(STOP, home) == "True"
    other = psutil.Process()  # some other program now has that number
    (home / "postgres/postmaster.pid").write_text(f"{other.pid}\n{home}/postgres\n0\n5432\n{home}\n\n0 0\nready\n")
    assert answers(said(START, home)), address


def test_it_stays_while_somebody_uses_it(home):
    with psycopg.connect(said(START, home)):
        assert said(STOP, home) == "False"
    assert said(STOP, home) == "True"
