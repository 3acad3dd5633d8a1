"""PostgreSQL's own programs, pointed at this borough's database without its password on any command line."""

import os
import re
import subprocess
from pathlib import Path

from django.db import connection

from . import database

VARIABLES = {
    "host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD", "dbname": "PGDATABASE",
    "sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "sslcert": "PGSSLCERT", "sslkey": "PGSSLKEY",
}  # fmt: skip


class Missing(Exception):
    """No program new enough for the server. Its words say what to do."""


def program(name: str) -> Path:
    """`pg_dump` or `psql`, of the server's version or the next newer there is. Raises Missing."""
    server = connection.cursor().connection.info.server_version // 10000
    found = {}
    for folder in _folders():
        if (path := folder / name).is_file() and (version := _version(path)) >= server:
            found.setdefault(version, path)
    if not found:
        raise Missing(f"The server is PostgreSQL {server}, and there is no {name} {server} or newer on this machine.")
    return found[min(found)]


def environment() -> dict[str, str]:
    """What those programs need to find the database."""
    given = connection.get_connection_params()
    return os.environ | {VARIABLES[key]: str(value) for key, value in given.items() if key in VARIABLES and value}


def _folders():
    yield database.programs()
    yield from sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    yield from (Path(folder) for folder in os.get_exec_path())


def _version(path):
    said = subprocess.run([path, "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"(\d+)(\.\d+)?\s*", said.split(")")[-1])
    return int(found[1]) if found else 0


def run(name: str, *arguments: str, **options) -> subprocess.CompletedProcess:
    """Run it to its end. Raises subprocess.CalledProcessError with what it said, and Missing."""
    return subprocess.run(
        [program(name), *arguments], env=environment(), check=True, stderr=subprocess.PIPE, text=True, **options
    )
