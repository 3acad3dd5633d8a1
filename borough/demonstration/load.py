"""Loads the demonstration borough."""

from borough.foundations.people.models import Team


def loaded() -> bool:
    return Team.objects.exists()


def load(*, say=print, day=None) -> None:
    """Load everything, deterministically, with dates counted back from `day` (today unless given)."""
