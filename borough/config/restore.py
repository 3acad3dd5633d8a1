"""Putting back what `backup` wrote: checked first, and the database all or nothing."""

import json
import os
import tarfile
import tempfile
from collections.abc import Callable
from hashlib import file_digest
from pathlib import Path

from django.core.files.storage import storages
from django.db import connection

from . import postgres, stores
from .backup import DUMP, FORM, MANIFEST, Refused, rows


def verify(tar: tarfile.TarFile) -> dict:
    """The manifest, once every file in the archive has been read and found to be what was put there. Raises Refused."""
    try:
        manifest = json.load(tar.extractfile(MANIFEST))
        listed = {file["name"]: file["sha256"] for file in manifest["files"]}
        form, strange = manifest["form"], [name for name in listed if not _ours(name)]
    except (KeyError, ValueError, TypeError, AttributeError):
        raise Refused("This is not a borough's backup: it has no manifest. Choose another archive.") from None
    if form > FORM:
        raise Refused("A newer Borough made this archive. Install that version first.")
    if strange:
        raise Refused(f"{strange[0]} has no place in a borough's backup. Use another archive.")
    for name, expected in listed.items():
        try:
            actual = file_digest(tar.extractfile(name), "sha256").hexdigest()
        except (KeyError, AttributeError):
            raise Refused(f"{name} is missing from the archive. Use another backup.") from None
        if actual != expected:
            raise Refused(f"{name} is not what was put in the archive: it is damaged. Use another backup.")
    return manifest


def _ours(name):
    return name == DUMP or (name.split("/")[0] == "files" and name.split("/")[1] in stores.KEPT)


def restore(source: Path, *, over: bool, say: Callable[[str], None]) -> dict:
    """Put back what `source` holds, all of the database or none of it. Raises Refused."""
    try:
        with tarfile.open(source, "r:") as tar:
            say("Checking the archive")
            manifest = verify(tar)
            _refuse_if_full(over)
            say("Putting the database back")
            _load(tar)
            say("Putting the files back")
            for file in manifest["files"]:
                if file["name"] != DUMP:
                    _put_back(tar, file["name"])
    except (OSError, tarfile.TarError) as fault:
        raise Refused(f"{source} cannot be read as an archive ({type(fault).__name__}). Choose another.") from fault
    with connection.cursor() as cursor:
        found = rows(cursor)
    if found != manifest["rows"]:
        raise Refused("The rows put back are not those that were counted. Restore another backup.")
    return manifest


def _refuse_if_full(over):
    with connection.cursor() as cursor:
        if connection.introspection.table_names(cursor) and not over:
            raise Refused("This database is not empty. Restore into a new one, or say --over to lose what is in it.")


def _load(tar):
    """One transaction empties the schema and fills it: a restore that fails leaves what was there."""
    connection.close()
    with tempfile.TemporaryDirectory() as folder:
        dump, script = Path(folder) / DUMP, Path(folder) / "restore.sql"
        with tar.extractfile(DUMP) as content, open(dump, "wb") as file:
            while part := content.read(1 << 20):
                file.write(part)
        postgres.run("pg_restore", "--no-owner", "--no-privileges", f"--file={script}", str(dump))
        empty = "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;"
        postgres.run(
            "psql", "--no-psqlrc", "--quiet", "--single-transaction", "--set=ON_ERROR_STOP=1",
            f"--command={empty}", f"--file={script}", f"--output={os.devnull}",
        )  # fmt: skip


def _put_back(tar, entry):
    _, alias, name = entry.split("/", 2)
    storage = storages[alias]
    if storage.exists(name):
        storage.delete(name)
    kept = storage.save(name, tar.extractfile(entry))
    if kept != name:
        raise Refused(f"{name} could not be put back under its own name. Empty the folder of files and try again.")
