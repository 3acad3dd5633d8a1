from datetime import date

import pytest

from borough.website.models import ArticlePage, HomePage

pytestmark = pytest.mark.django_db


@pytest.fixture
def article():
    page = ArticlePage(
        title="302 devices out",
        slug="devices-out",
        summary="What happened in October.",
        published_on=date(2026, 11, 3),
        body=[
            ("text", '<h2>Who</h2><p>Many.</p><script>alert("no")</script>'),
            ("quote", {"words": "It helped.", "who": "Sam"}),
        ],
    )
    return HomePage.objects.get().add_child(instance=page)


def test_an_article_is_read_at_its_own_address(client, article):
    answer = client.get("/devices-out/")
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "<title>302 devices out – Borough</title>" in words
    assert "3 November 2026" in words
    assert "<h2>Who</h2>" in words
    assert "It helped." in words


def test_nobody_reads_a_draft(client, article):
    article.unpublish()
    assert client.get("/devices-out/").status_code == 404


def test_a_published_one_is_on_the_site_map(client, article):
    assert "/devices-out/" in client.get("/sitemap.xml").content.decode()


def test_it_takes_few_queries(client, article, django_assert_max_num_queries):
    client.get("/devices-out/")
    with django_assert_max_num_queries(6):
        client.get("/devices-out/")
