"""What the front page shows, and what editors have to look at."""

import datetime

from django.db.models import Q

from borough.forms import queries as forms
from borough.foundations.measures import queries as measures
from borough.programme.news import queries as news

from .models import ArticlePage, HomePage, TopicPage

MOST_TASKS = 6


def home() -> HomePage | None:
    return HomePage.objects.live().first()


def front() -> dict:
    """{services: what people come for most, topics, posts}."""
    live = forms.services()
    used = measures.newest([f"{form.slug}-transactions" for form in live])
    tasks = sorted(live, key=lambda form: -(used.get(f"{form.slug}-transactions") or 0))
    return {"services": tasks[:MOST_TASKS], "topics": topics(), "posts": news.posts()[:3]}


def topics():
    return TopicPage.objects.live().public().order_by("path")


def articles():
    """Everything an editor published, for the site map."""
    return ArticlePage.objects.live().public().order_by("path")


def to_review(today: datetime.date) -> list:
    """Live pages whose day to be read again has come, longest ago first."""
    due = Q(live=True, review_on__lte=today)
    found = [page for model in (TopicPage, ArticlePage) for page in model.objects.filter(due)]
    return sorted(found, key=lambda page: (page.review_on, page.title))
