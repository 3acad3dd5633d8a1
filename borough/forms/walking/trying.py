"""Forms walked in a database and a store of their own, dropped afterwards."""

import contextlib
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from django.core.files.storage import storages
from django.test.utils import override_settings

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.scratch import scratch_database

from .. import publishing, queries
from ..definition import load
from ..definition.faults import Fault
from ..definition.load import Loaded
from .team import a_team
from .visitor import walk_form


def walked(loaded: Iterable[Loaded], say) -> Iterator[tuple[Loaded, int, list[str]]]:
    """(definition, ways walked, what went wrong) for each. One with faults is not walked, and nothing is said of it."""
    with scratch_database(say), _scratch_documents():
        for one in loaded:
            if one.faults:
                yield one, 0, []
                continue
            say(f"Walking {one.slug}")
            queries.forget()
            a_team(one.form.service.team)
            publishing.publish(loaded=one, by=SYSTEM)
            yield one, *walk_form(queries.live(one.slug))
    queries.forget()


def definitions(paths: list[str]) -> tuple[list[Loaded], list[Fault]]:
    """Every definition in these files, folders and slugs (all services if none); a fault for each that holds none."""
    loaded, absent = [], []
    for text in paths or [str(settings.SERVICES)]:
        path = place(text)
        found = load.find([path]) if path else []
        if path is None:
            absent.append(Fault(text, 1, f"There is no file, folder or service called {text}"))
        elif not found:
            absent.append(Fault(text, 1, f"There is no service.yaml in {text}"))
        loaded += [load.load(p, name=said(p)) for p in found]
    return loaded, absent


def place(text: str) -> Path | None:
    """The file or folder meant: a path, or a service's slug. None if there is none."""
    path, slug = Path(text), Path(settings.SERVICES) / text / "service.yaml"
    try:
        found = path.resolve() if path.exists() else slug if slug.exists() else None
        return found if found and (found.is_dir() or found.is_file()) else None  # a device never ends
    except (OSError, ValueError):  # a name too long to be a file's, or with a NUL
        return None


def said(path: Path) -> str:
    """The path as somebody here would write it."""
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)


@contextlib.contextmanager
def _scratch_documents():
    """Files sent while walking go to a folder of their own, and away with it. Pages are walked as in production."""
    with tempfile.TemporaryDirectory() as folder:
        kept = settings.STORAGES | {
            "documents": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": folder}}
        }
        with override_settings(
            STORAGES=kept, SERVICES_RELOAD=False, SEND_LIMIT=(1_000_000, 60), ALLOWED_HOSTS=["localhost"]
        ):
            storages._storages.clear()
            yield
        storages._storages.clear()
