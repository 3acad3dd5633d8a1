"""What a measurement was made on, to be kept beside its results."""

import os
import platform
from pathlib import Path

import django
import gunicorn
from django.db import connection


def machine() -> dict:
    """Its processor, memory and system, and the versions of what did the work."""
    cpu = [line.partition(": ")[2] for line in _lines("/proc/cpuinfo") if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_version")
        postgres = cursor.fetchone()[0]
    return {
        "processor": cpu[0] if cpu else platform.processor(),
        "cores": os.cpu_count(),
        "memory_gib": round(memory, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "django": django.__version__,
        "gunicorn": gunicorn.__version__,
        "postgresql": postgres.split()[0],
    }


def _lines(path):
    return Path(path).read_text().splitlines() if Path(path).exists() else []
