"""Search finds services, pages, news and measures, also where they are spelled nearly right."""

import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from borough.programme.news.models import NewsPage, PostPage
from borough.website.models import ArticlePage, HomePage
from borough.website.search import documents, ranking
from tests.forms import made
from tests.programme import world


def document(title, summary="", body=""):
    return ranking.Document(title, summary, f"/{title}/", "Page", body)


DOCUMENTS = [
    document("Become a foster carer", "Give a child a home."),
    document("Borrow a device", "Ask to borrow a laptop, a tablet or mobile data."),
    document("Book a market stall", "For a day or a week.", "Traders sell food and clothes."),
    document("Help with council tax"),
]


def first(typed):
    hits = ranking.search(DOCUMENTS, typed)
    return hits[0].document.title if hits else None


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("foster", "Become a foster carer"),
        ("fostring", "Become a foster carer"),
        ("I want to borow a labtop", "Borrow a device"),
        ("LAPTOPS", "Borrow a device"),
        ("markt stal", "Book a market stall"),
        ("traders", "Book a market stall"),
        ("counciltax", "Help with council tax"),
        ("tax help", "Help with council tax"),
        ("xylophone", None),
        ("", None),
        ("?!", None),
    ],
)
def test_it_forgives(typed, title):
    assert first(typed) == title


def test_a_title_goes_before_a_word_further_down():
    found = ranking.search([document("Other", body="bins"), document("Bins")], "bins")
    assert [hit.document.title for hit in found] == ["Bins", "Other"]


@given(st.text(max_size=300))
def test_nothing_that_is_typed_breaks_it(typed):
    for hit in ranking.search(DOCUMENTS, typed):
        assert hit.score > 0


@given(st.text("abcdefghij", min_size=1, max_size=12), st.text("abcdefghij", min_size=1, max_size=12))
def test_likeness_is_a_share(one, other):
    score = ranking.likeness(ranking.trigrams(one), ranking.trigrams(other))
    assert 0 <= score <= 1
    assert score == ranking.likeness(ranking.trigrams(other), ranking.trigrams(one))
    assert ranking.likeness(ranking.trigrams(one), ranking.trigrams(one)) == 1


def test_a_thousand_pages_are_searched_in_a_moment():
    many = [document(f"Page {at} about thing{at}", "words " * 20, " ".join(f"word{n}" for n in range(at, at + 60)))
            for at in range(1000)]  # fmt: skip
    ranking.search(many, "thing1")  # the first search reads them
    started = time.perf_counter()
    assert ranking.search(many, "thnig999 abuot")
    assert time.perf_counter() - started < 3


@pytest.mark.django_db
def test_everything_is_found(client):
    made.publish(made.BIKE)
    front = HomePage.objects.get()
    front.add_child(instance=ArticlePage(title="Bicycle lanes", slug="lanes", summary="Where to ride.",
                    body=json.dumps([{"type": "text", "value": "<p>Beside the canal.</p>"}])))  # fmt: skip
    news = front.add_child(instance=NewsPage(title="News", slug="news"))
    news.add_child(instance=PostPage(title="A new bridge", slug="bridge", summary="It opens.", authors="x"))
    stream = world.workstream("everybody-online")
    world.typed(stream)
    for typed, href in (("bike", "/services/borrow-a-bike/"), ("canal", "/lanes/"), ("brige", "/news/bridge/"),
                        ("everybody", "/programme/workstreams/everybody-online/"),
                        ("halls", "/programme/measures/halls/"), ("cookie", "/cookies/")):  # fmt: skip
        assert f'href="{href}"' in client.get("/search/", {"q": typed}).content.decode(), typed


@pytest.mark.django_db
@pytest.mark.parametrize("asked", [{"q": "\0"}, {"q": "x" * 5000}, {"page": "99", "q": "privacy"}, {"q": "<script>"}])
def test_odd_questions_get_a_page(client, asked):
    answer = client.get("/search/", asked)
    assert answer.status_code == 200
    assert b"<script>:" not in answer.content


@pytest.mark.django_db
def test_nothing_found_says_what_to_do(client):
    made.publish(made.BIKE)
    page = client.get("/search/", {"q": "xylophone"}).content.decode()
    assert "Nothing found for “xylophone”" in page
    assert "/services/borrow-a-bike/" in page


@pytest.mark.django_db
def test_the_first_search_of_a_process_takes_few_queries(client, django_assert_max_num_queries):
    made.publish(made.BIKE)
    front = HomePage.objects.get()
    front.add_child(instance=ArticlePage(title="Lanes", slug="lanes", summary="Where to ride."))
    news = front.add_child(instance=NewsPage(title="News", slug="news"))
    news.add_child(instance=PostPage(title="A bridge", slug="bridge", summary="It opens.", authors="x"))
    world.typed(world.workstream())
    for asked in ({"q": "bridge"}, {"q": "xylophone"}, {}):
        documents.forget()
        with django_assert_max_num_queries(12):
            client.get("/search/", asked)
