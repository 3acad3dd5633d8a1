"""The drill: back up, lose everything, restore, and find all of it again. In a database and folders of its own."""

import json
import tarfile
from pathlib import Path

import psycopg
import pytest

from borough.config import database
from borough.config.backup import Refused, back_up
from borough.config.restore import restore

from .commands import borough

pytestmark = pytest.mark.xdist_group("backup")  # they share what was backed up
SCRIPT = """
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from borough.foundations.people.models import Person
Person.objects.bulk_create(Person(name=f"Resident {n}", email=f"r{n}@example.org") for n in range(25))
storages["documents"].save("ab/evidence.pdf", ContentFile(b"%PDF the evidence"))
"""
EVIDENCE = b"%PDF the evidence"


def fresh(name):
    """A new, empty database on the tests' server."""
    with psycopg.connect(database.url(), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        connection.execute(f'CREATE DATABASE "{name}"')


def found(places):
    """How many residents there are, and what the evidence says."""
    with psycopg.connect(places["DATABASE_URL"]) as connection:
        people = connection.execute("SELECT count(*) FROM people_person").fetchone()[0]
    return people, (Path(places["BOROUGH_HOME"]) / "documents/ab/evidence.pdf").read_bytes()


def address(name):
    base, _, query = database.url().partition("?")
    return f"{base.rsplit('/', 1)[0]}/{name}?{query}"


@pytest.fixture(scope="module")
def places(tmp_path_factory):
    name = f"drill_{tmp_path_factory.getbasetemp().name.replace('-', '_')}"
    fresh(name)
    yield {
        "DATABASE_URL": address(name),
        "BOROUGH_HOME": str(tmp_path_factory.mktemp("home")),
        "BOROUGH_DEMONSTRATION": "0",
    }
    with psycopg.connect(database.url(), autocommit=True) as connection:
        connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


@pytest.fixture(scope="module")
def archive(places, tmp_path_factory):
    done = borough("shell", "-v0", "-c", SCRIPT, **places)
    assert done.returncode == 0, done.stderr
    made = borough("backup", str(tmp_path_factory.mktemp("kept")), "--json", **places)
    assert made.returncode == 0, made.stderr
    return json.loads(made.stdout)


def test_lost_and_found(places, archive, tmp_path):
    new_home = places | {"BOROUGH_HOME": str(tmp_path)}
    fresh(places["DATABASE_URL"].partition("?")[0].rsplit("/", 1)[1])

    done = borough("restore", archive["archive"], "--json", **new_home)

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["rows"] == archive["rows"]
    assert archive["rows"]["people_person"] == 25
    assert found(new_home) == (25, EVIDENCE)


def test_what_is_there_is_not_lost_unasked(places, archive):
    done = borough("restore", archive["archive"], **places)
    assert done.returncode == 1
    assert "say --over" in done.stderr


def test_a_restore_over_takes_nothing_twice(places, archive):
    done = borough("restore", archive["archive"], "--over", **places)
    assert done.returncode == 0, done.stderr
    assert found(places) == (25, EVIDENCE)


def test_a_damaged_archive_changes_nothing(places, archive, tmp_path):
    damaged = tmp_path / "damaged.tar"
    damaged.write_bytes(Path(archive["archive"]).read_bytes().replace(b"%PDF the evidence", b"%PDF the Evidence"))
    done = borough("restore", str(damaged), "--over", **places)
    assert done.returncode == 1
    assert "damaged" in done.stderr
    assert found(places) == (25, EVIDENCE)


def test_what_is_no_backup_is_said(tmp_path):
    (tmp_path / "holiday.tar").write_bytes(b"not a tar at all")
    with pytest.raises(Refused, match="cannot be read as an archive"):
        restore(tmp_path / "holiday.tar", over=True, say=print)
    with tarfile.open(tmp_path / "other.tar", "w"):
        pass
    with pytest.raises(Refused, match="it has no manifest"):
        restore(tmp_path / "other.tar", over=True, say=print)


def test_a_backup_is_for_its_owner_only_and_never_overwritten(archive):
    assert Path(archive["archive"]).stat().st_mode & 0o077 == 0
    with pytest.raises(Refused, match="is there already"):
        back_up(Path(archive["archive"]), print)


def test_keys_are_not_in_it(archive):
    assert b"development-only" not in Path(archive["archive"]).read_bytes()
