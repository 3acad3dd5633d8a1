"""`borough worker` as its own process, on the test database."""

import os
import subprocess
import sys
from contextlib import contextmanager

from django.db import connection

from borough.config.database import ROOT


@contextmanager
def worker(*options, **settings):
    """Starts it with these `settings` in its environment; kills it at the end if it still runs."""
    server, _, query = os.environ["DATABASE_URL"].partition("?")
    url = f"{server.rpartition('/')[0]}/{connection.settings_dict['NAME']}?{query}"
    env = os.environ | settings | {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "tests.foundations.workersettings"}
    command = [sys.executable, "-m", "borough.config", "worker", *options]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stderr=subprocess.PIPE, text=True)
    try:
        yield process
    finally:
        process.kill()
        process.communicate()
