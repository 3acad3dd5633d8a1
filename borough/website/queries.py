"""What the front page shows."""

from borough.forms import queries as forms

from .models import ArticlePage, HomePage


def home() -> HomePage | None:
    return HomePage.objects.live().first()


def services() -> list:
    """The services people can use now: forms with slug, title and `service`, which has summary, area and minutes."""
    return forms.services()


def articles():
    """Everything an editor published, for the site map."""
    return ArticlePage.objects.live().public().order_by("path")
