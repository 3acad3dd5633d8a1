import pytest
from django.core.files.storage import storages

from borough.foundations.audit.actors import RESIDENT
from borough.foundations.documents import access, actions, kinds

from . import files


@pytest.fixture(autouse=True)
def storage(settings, tmp_path):
    """An empty folder for documents, for each test its own."""
    backend = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": str(tmp_path)}}
    settings.STORAGES = settings.STORAGES | {"documents": backend}
    return storages["documents"]


@pytest.fixture
def keep():
    """Keep a file as a resident: keep("a.pdf", content), anything allowed unless said."""

    def keep(name="letter.pdf", content=files.PDF, *, allowed=kinds.KINDS, max_bytes=10_000_000, about="", by=RESIDENT):
        file = files.sent(name, content)
        return actions.keep(file=file, allowed=set(allowed), max_bytes=max_bytes, about=about, by=by)

    return keep


@pytest.fixture
def rule(monkeypatch):
    """Register an access rule for this test only."""
    monkeypatch.setattr(access, "_rules", [])
    return access.register


def stored(storage, folder=""):
    """The keys of every file in storage."""
    folders, names = storage.listdir(folder)
    keys = {f"{folder}/{name}".lstrip("/") for name in names}
    return keys.union(*(stored(storage, f"{folder}/{inner}".lstrip("/")) for inner in folders))
