import pytest

from borough.programme.news.models import NewsPage, PostPage
from borough.website.models import HomePage


@pytest.fixture
def news(db):
    """The page of all posts."""
    return HomePage.objects.get().add_child(instance=NewsPage(title="News", slug="news"))


@pytest.fixture
def post(news):
    """post("slug", **fields) -> a published post."""

    def made(slug="first", workstreams=(), **fields):
        fields = {"title": slug.capitalize(), "summary": f"About {slug}.", "authors": "Meera Patel"} | fields
        page = news.add_child(instance=PostPage(slug=slug, **fields))
        page.workstreams.set(workstreams)
        page.save_revision().publish()
        return page

    return made
