"""A database to try things in, dropped afterwards, so that nothing tried is ever taken for real."""

import os
import sys
from contextlib import contextmanager, suppress
from hashlib import sha256

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor


@contextmanager
def scratch_database(say=lambda line: None):
    """Everything inside happens in a new database with empty tables. The one in use is not touched."""
    name = f"borough_scratch_{os.getpid()}"
    copied = pattern(say)
    real = settings.DATABASES["default"]["NAME"]
    with _maintenance() as cursor:
        cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE "{copied}"')
    try:
        _use(name)
        yield
    finally:
        _use(real)
        with _maintenance() as cursor:
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')


def pattern(say) -> str:
    """A database with today's tables and no rows, made once for each set of migrations and copied from then on."""
    executor = MigrationExecutor(connection)
    leaves = sorted(executor.loader.graph.nodes)
    files = sha256(repr(leaves).encode())
    for key in leaves:
        module = executor.loader.get_migration(*key).__class__.__module__
        path = getattr(sys.modules.get(module), "__file__", None)
        if path and "/borough/" in path:
            with open(path, "rb") as source:
                files.update(source.read())
    name = f"borough_pattern_{files.hexdigest()[:12]}"
    with _maintenance() as cursor:
        cursor.execute("SELECT pg_advisory_lock(7265)")
        cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if cursor.fetchone():
            return name
        say("Making an empty database to copy (once)")
        making = f"{name}_making"
        cursor.execute(f'DROP DATABASE IF EXISTS "{making}" WITH (FORCE)')
        cursor.execute(f'CREATE DATABASE "{making}" TEMPLATE template0')
        real = settings.DATABASES["default"]["NAME"]
        try:
            _use(making)
            call_command("migrate", verbosity=0, interactive=False)
        finally:
            _use(real)
        cursor.execute(f'ALTER DATABASE "{making}" RENAME TO "{name}"')
        _clear_old(cursor, name)
    return name


def _clear_old(cursor, newest: str) -> None:
    """Drop the patterns of earlier migrations; one that is just being copied goes another time."""
    cursor.execute(
        r"SELECT datname FROM pg_database WHERE datname LIKE 'borough\_pattern\_%%' AND datname <> %s", [newest]
    )
    for (name,) in cursor.fetchall():
        with suppress(psycopg.errors.ObjectInUse):
            cursor.execute(f'DROP DATABASE IF EXISTS "{name}"')


@contextmanager
def _maintenance():
    """A connection of its own to the server, outside any transaction."""
    parameters = connection.get_connection_params()
    parameters = {k: v for k, v in parameters.items() if k in ("host", "port", "user", "password", "dbname")}
    with psycopg.connect(**parameters | {"dbname": "postgres"}, autocommit=True) as server, server.cursor() as cursor:
        yield cursor


def _use(name: str) -> None:
    connections["default"].close()
    settings.DATABASES["default"]["NAME"] = name
    connections["default"].settings_dict["NAME"] = name
