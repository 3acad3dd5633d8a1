"""Every file a borough keeps, wherever its storages keep them."""

from collections.abc import Iterator

from django.core.files.storage import Storage, storages

KEPT = ("documents", "default")  # what people uploaded; the website's pictures


def walk(storage: Storage, folder: str = "") -> Iterator[str]:
    """The name of every file in a storage, in order."""
    try:
        folders, files = storage.listdir(folder)
    except FileNotFoundError:  # nothing was ever kept
        return
    for name in sorted(filter(None, files)):
        yield f"{folder}/{name}" if folder else name
    for name in sorted(filter(None, folders)):
        yield from walk(storage, f"{folder}/{name}" if folder else name)


def kept() -> Iterator[tuple[str, Storage, str]]:
    """(alias, storage, name) of every file. Two aliases that share a place are walked once."""
    places = set()
    for alias in KEPT:
        storage = storages[alias]
        place = (type(storage), getattr(storage, "location", ""), getattr(storage, "bucket_name", ""))
        if place not in places:
            places.add(place)
            yield from ((alias, storage, name) for name in walk(storage))
