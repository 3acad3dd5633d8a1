"""Reading the readings. They are public figures: anybody may see them."""

from .models import Reading


def readings(key: str):
    """One measure's readings, newest day first."""
    return Reading.objects.filter(key=key).order_by("-day")


def latest(keys=None) -> dict[str, Reading]:
    """The newest reading of each measure, or of each of these, by key. One query."""
    found = Reading.objects.order_by("key", "-day").distinct("key")
    return {reading.key: reading for reading in (found if keys is None else found.filter(key__in=keys))}


def newest(keys: list[str]) -> dict:
    """The newest value of each of these that has one, by key. One query."""
    rows = Reading.objects.filter(key__in=keys, value__isnull=False).order_by("key", "-day").distinct("key")
    return dict(rows.values_list("key", "value"))
