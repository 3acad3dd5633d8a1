"""Posts in public, their feeds, and what the editor's form refuses."""

import datetime
import json
import xml.etree.ElementTree as ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail.blocks import StructBlockValidationError
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from borough.programme.news.models import PAST, Picture, PostPage

from .. import world

pytestmark = pytest.mark.django_db


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_it_answers_where_nothing_was_written(client):
    assert "No news yet" in read(client, "/news/")


def test_newest_first_and_by_area(client, post):
    stream = world.workstream("one", areas=["place"])
    post("older", published_on=datetime.date(2026, 1, 1), areas=["council"])
    post("newer", workstreams=[stream])
    page = read(client, "/news/")
    assert page.index("Newer") < page.index("Older")
    place = read(client, "/news/?area=place")
    assert "Newer" in place
    assert "Older" not in place
    assert "Newer" in read(client, "/programme/workstreams/one/")
    for odd in ("?area=sea", "?page=99", "?page=x", "?area=%00"):
        assert client.get(f"/news/{odd}").status_code == 200


def test_a_post_with_who_wrote_it_and_what_it_is_about(client, post):
    body = json.dumps([{"type": "text", "value": "<p>Ten lent.</p>"}])
    post("first", workstreams=[world.workstream("one")], body=body, areas=["council"])
    page = read(client, "/news/first/")
    for words in ("by Meera Patel", "Ten lent.", "/programme/workstreams/one/", "Digital Council"):
        assert words in page


def test_a_draft_is_not_there(client, news):
    news.add_child(instance=PostPage(slug="draft", title="Draft", summary="x", authors="x", live=False))
    assert client.get("/news/draft/").status_code == 404
    assert "Draft" not in read(client, "/news/")
    assert client.get("/news/none/").status_code == 404


def test_feeds(client, post):
    post("first", areas=["place"])
    post("second", areas=["council"])
    rss = ElementTree.fromstring(read(client, "/news/feed.rss"))
    assert {item.findtext("title") for item in rss.iter("item")} == {"First", "Second"}
    atom = ElementTree.fromstring(read(client, "/news/feed.atom?area=place"))
    spaces = {"a": "http://www.w3.org/2005/Atom"}
    assert [entry.findtext("a:title", namespaces=spaces) for entry in atom.findall("a:entry", spaces)] == ["First"]
    answer = client.get("/news/feed.rss")
    assert client.get("/news/feed.rss", headers={"if-none-match": answer["ETag"]}).status_code == 304


def test_pages_cost_the_same_however_many_posts(client, post, django_assert_max_num_queries):
    stream = world.workstream("one")
    for number in range(12):
        post(f"post-{number}", workstreams=[stream], areas=["place"])
    for path in ("/news/", "/news/post-3/", "/news/feed.rss", "/programme/workstreams/one/"):
        with django_assert_max_num_queries(12):
            read(client, path)


def test_a_picture_needs_words():
    picture = Image.objects.create(title="A van", file=get_test_image_file())
    block = Picture()
    picture.contextual_alt_text, picture.decorative = "", True
    with pytest.raises(StructBlockValidationError):
        block.clean(picture)
    picture.contextual_alt_text, picture.decorative = "A van in a car park", False
    assert block.clean(picture).contextual_alt_text == "A van in a car park"


def form(page, **typed):
    kind = PostPage.get_edit_handler().get_form_class()
    given = {"title": "x", "slug": "x", "summary": "x", "authors": "x", "published_on": "2026-01-01"}
    given |= {"body-count": "0", "comments-TOTAL_FORMS": "0", "comments-INITIAL_FORMS": "0"} | typed
    return kind(given, instance=page, parent_page=page.get_parent())


def test_a_post_is_not_scheduled_in_the_past(post):
    page = post("first")
    past = (timezone.now() - datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    made = form(page, go_live_at=past)
    made.is_valid()
    assert made.errors["go_live_at"] == [PAST]
    future = (timezone.now() + datetime.timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    made = form(page, go_live_at=future, areas=["place"])
    assert made.is_valid(), made.errors
    assert made.save(commit=False).areas == ["place"]


def test_areas_are_known(post):
    with pytest.raises(ValidationError):
        PostPage(title="x", slug="x", summary="x", authors="x", areas=["sea"]).full_clean()
