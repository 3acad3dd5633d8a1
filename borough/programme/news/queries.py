"""Reading the news: published posts are for everybody, subscribers for nobody."""

import datetime

from django.core.paginator import Paginator
from django.db.models import Q

from borough.programme.workstreams.models import Area

from .models import NewsPage, PostPage, Subscriber

ON_A_PAGE = 10


def front() -> NewsPage | None:
    return NewsPage.objects.live().public().first()


def posts(area: str = ""):
    """What is published, newest first; of one area: its own and those of its workstreams."""
    found = PostPage.objects.live().public().order_by("-published_on", "-pk")
    if area in Area.values:
        found = found.filter(Q(areas__contains=[area]) | Q(workstreams__areas__contains=[area])).distinct()
    return found


def post(slug: str) -> PostPage | None:
    return PostPage.objects.live().public().filter(slug=slug).first()


def listed(asked) -> dict:
    """What the page of all posts shows: {posts: a Django page of them, area}."""
    area = asked.get("area", "")
    area = area if area in Area.values else ""
    return {"posts": Paginator(posts(area), ON_A_PAGE).get_page(asked.get("page")), "area": area}


def of_workstream(workstream, most: int = 5):
    return list(posts().filter(workstreams=workstream)[:most])


def published(first: datetime.datetime, end: datetime.datetime) -> list[PostPage]:
    """What was first published from `first` up to and not including `end`, newest first."""
    found = PostPage.objects.live().public().filter(first_published_at__gte=first, first_published_at__lt=end)
    return list(found.order_by("-first_published_at").prefetch_related("workstreams"))


def areas_of(post: PostPage) -> set[str]:
    return {*post.areas, *(area for stream in post.workstreams.all() for area in stream.areas)}


def confirmed():
    return Subscriber.objects.exclude(confirmed_at=None)
