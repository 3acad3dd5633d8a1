"""What is counted of the news."""

from borough.foundations.measures import registry


def declare() -> None:
    registry.declare(
        "news-subscribers", "People who get our news by e-mail", "people",
        "People who asked for the weekly e-mail and confirmed it, at the time of counting.", "up", subscribers,
    )  # fmt: skip
    registry.declare(
        "news-posts", "Posts in our news", "posts", "Posts published in the 90 days up to that day.", "up", posts
    )


def subscribers(day) -> int | None:
    """None for a day gone by: who ended it since is not kept."""
    import datetime

    from django.utils import timezone

    from . import queries

    if day < timezone.localdate() - datetime.timedelta(days=1):
        return None
    return queries.confirmed().count()


def posts(day) -> int:
    import datetime

    from . import queries

    return queries.posts().filter(published_on__gt=day - datetime.timedelta(days=90), published_on__lte=day).count()
