"""What the front page shows."""

from .models import ArticlePage, HomePage


def home() -> HomePage | None:
    return HomePage.objects.live().first()


def articles():
    """Everything an editor published, for the site map."""
    return ArticlePage.objects.live().public().order_by("path")
