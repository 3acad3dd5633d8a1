"""One archive that holds a borough: its database and its files, with a manifest of checksums. Never its keys.

The archive is a plain tar, so that any machine opens it: `manifest.json` last (it knows the sums by then),
`database.dump` in pg_dump's own form, `files/<storage>/<name>`.
"""

import json
import os
import tarfile
import tempfile
from collections.abc import Callable
from hashlib import file_digest
from io import BytesIO
from pathlib import Path

from django.db import connection, transaction
from django.utils import timezone

import borough

from . import postgres, stores

FORM = 1  # of the archive; a newer one than we know is refused
DUMP, MANIFEST = "database.dump", "manifest.json"


class Refused(Exception):
    """The archive cannot be made or used. Its words say what to do."""


def back_up(target: Path, say: Callable[[str], None]) -> dict:
    """Write everything to `target`, a file or a folder, and return the manifest with the archive's path.

    A half-written archive never has the name of a whole one. Raises Refused.
    """
    if target.is_dir():
        target = target / f"borough-{timezone.localtime():%Y-%m-%d-%H%M%S}.tar"
    if target.exists():
        raise Refused(f"{target} is there already. Name another file, or a folder.")
    if not target.parent.is_dir():
        raise Refused(f"There is no folder {target.parent}. Make it first.")
    half = target.with_name(target.name + ".part")
    try:
        with open(os.open(half, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "wb") as file:
            manifest = _write(file, say)
            os.fsync(file.fileno())
        half.rename(target)
    finally:
        half.unlink(missing_ok=True)
    return manifest | {"archive": str(target), "bytes": target.stat().st_size}


def _write(file, say):
    files = []
    with tarfile.open(fileobj=file, mode="w") as tar:

        def add(name, content, size):
            content.seek(0)
            entry = tarfile.TarInfo(name)
            entry.size, entry.mode, entry.mtime = size, 0o600, timezone.now().timestamp()
            files.append({"name": name, "size": size, "sha256": file_digest(content, "sha256").hexdigest()})
            content.seek(0)
            tar.addfile(entry, content)

        say("Copying the database")
        with tempfile.TemporaryDirectory() as folder:
            counts = _dump(Path(folder) / DUMP)
            with open(Path(folder) / DUMP, "rb") as content:
                add(DUMP, content, (Path(folder) / DUMP).stat().st_size)
        say("Copying the files")
        for alias, storage, name in stores.kept():  # after the database, so every file it names is there
            with storage.open(name) as content:
                add(f"files/{alias}/{name}", content, content.size)
        manifest = {
            "form": FORM, "made_at": timezone.now().isoformat(), "borough": borough.__version__,
            "postgres": connection.pg_version // 10000, "rows": counts, "files": files,
        }  # fmt: skip
        text = json.dumps(manifest, indent=1).encode()
        entry = tarfile.TarInfo(MANIFEST)
        entry.size, entry.mode = len(text), 0o600
        tar.addfile(entry, BytesIO(text))
    return manifest


def _dump(path):
    """Dump to `path`, and count the rows of every table in the very same moment."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        cursor.execute("SELECT pg_export_snapshot()")
        snapshot = cursor.fetchone()[0]
        postgres.run(
            "pg_dump", "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={snapshot}", f"--file={path}"
        )
        return rows(cursor)


def rows(cursor) -> dict[str, int]:
    """How many rows each table has."""
    counts = {}
    for table in sorted(connection.introspection.table_names(cursor)):
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608  our own table's name
        counts[table] = cursor.fetchone()[0]
    return counts
