"""Reading the readings. They are public figures: anybody may see them."""

from .models import Reading


def readings(key: str):
    """One measure's readings, newest day first."""
    return Reading.objects.filter(key=key).order_by("-day")


def latest() -> dict[str, Reading]:
    """The newest reading of each measure, by key."""
    return {reading.key: reading for reading in Reading.objects.order_by("key", "-day").distinct("key")}
