"""Making a borough ready: tables as the code wants them, and the demonstration where there is nothing yet."""

import sys
from contextlib import contextmanager

from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor

STARTING = 0x626F726F  # an advisory lock, so that web, worker and a command may start at once


def prepare(say=lambda line: print(line, file=sys.stderr)) -> None:  # noqa: T201
    """Migrate if needed; load the demonstration if this is one and it is empty. Does nothing in production."""
    if not settings.PREPARE_ON_START:
        return
    with alone():
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            say("Making the tables")
            call_command("migrate", verbosity=0, interactive=False)
        if settings.DEMONSTRATION:
            from borough.demonstration.load import load, loaded

            if not loaded():
                with transaction.atomic():  # half a demonstration would look like a whole one next time
                    load(say=say)


@contextmanager
def alone():
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [STARTING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [STARTING])
