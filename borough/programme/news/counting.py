"""What is counted of the news."""

import datetime

from django.utils import timezone

from borough.foundations.measures import registry

from . import queries

QUARTER = datetime.timedelta(days=90)


def declare() -> None:
    registry.declare(
        "news-subscribers", "People who get our news by e-mail", "people",
        "People who asked for the weekly e-mail and confirmed it, at the time of counting.", "up", subscribers,
    )  # fmt: skip
    registry.declare(
        "news-posts", "Posts in our news", "posts", "Posts published in the 90 days up to that day.", "up", posts
    )


def subscribers(day: datetime.date) -> int | None:
    """None for a day gone by: who ended it since is not kept."""
    if day < timezone.localdate() - datetime.timedelta(days=1):
        return None
    return queries.confirmed().count()


def posts(day: datetime.date) -> int:
    return queries.posts().filter(published_on__gt=day - QUARTER, published_on__lte=day).count()
