"""Topics, articles, contact, services by area, addresses that moved, and what editors have to read again."""

import datetime

import pytest
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect

from borough.website import jobs, queries
from borough.website.models import ArticlePage, HomePage, TopicPage
from tests import people
from tests.forms import made

pytestmark = pytest.mark.django_db


def topic(**fields):
    fields = {"title": "Getting online", "slug": "getting-online", "summary": "How to begin."} | fields
    return HomePage.objects.get().add_child(instance=TopicPage(**fields))


def read(client, path):
    answer = client.get(path)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_topic_leads_to_its_articles_and_services(client):
    made.publish(made.BIKE)
    found = topic(services="borrow-a-bike gone-long-ago")
    found.add_child(instance=ArticlePage(title="Cheap data", slug="cheap-data", summary="Where to get it."))
    page = read(client, "/getting-online/")
    assert 'href="/services/borrow-a-bike/"' in page
    assert 'href="/getting-online/cheap-data/"' in page
    assert "Cheap data" in read(client, "/getting-online/cheap-data/")
    assert "Getting online" in read(client, "/")
    assert "/getting-online/" in read(client, "/sitemap.xml")


def test_services_by_area(client):
    made.publish(made.BIKE)
    assert "Borrow a bike" in read(client, "/services/")
    areas = {area: "Borrow a bike" in read(client, f"/services/?area={area}") for area in ("communities", "place", "x")}
    assert areas["x"]
    assert areas["communities"] != areas["place"]


def test_whom_to_ring(client, settings):
    settings.AUTHORITY = {"phone": "0161 496 0100", "email": "hello@borough.example"}
    page = read(client, "/contact/")
    assert "0161 496 0100" in page
    assert "hello@borough.example" in page


def test_an_address_that_moved(client):
    Redirect.objects.create(old_path="/old-page", redirect_link="/contact/")
    answer = client.get("/old-page/")
    assert (answer.status_code, answer["Location"]) == (301, "/contact/")
    assert client.get("/no-page/").status_code == 404


def test_what_is_due_to_be_read_again(signed_in):
    today = timezone.localdate()
    topic(review_on=today, title="Due today")
    topic(review_on=today + datetime.timedelta(days=1), title="Not due", slug="not-due")
    assert [page.title for page in queries.to_review(today)] == ["Due today"]
    page = signed_in(people.administrator()).get("/editor/").content.decode()
    assert "Due today" in page
    assert "Not due" not in page


def test_a_page_is_published_when_its_hour_has_come(client):
    page = topic(live=False)
    page.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    page.save_revision(approved_go_live_at=page.go_live_at)
    jobs.publish_scheduled()
    assert client.get("/getting-online/").status_code == 404
    past = timezone.now() - datetime.timedelta(minutes=1)
    page.go_live_at = past
    page.save_revision(approved_go_live_at=past)
    jobs.publish_scheduled()
    assert client.get("/getting-online/").status_code == 200


def test_tasks_people_come_for_most_go_first(client):
    from borough.foundations.measures.models import Reading

    made.publish(made.BIKE)
    made.publish(made.EVERYTHING, "everything")
    for slug, count in (("borrow-a-bike", 5), ("everything", 90)):
        Reading.objects.create(
            key=f"{slug}-transactions", day=timezone.localdate(), value=count, counted_at=timezone.now()
        )
    page = read(client, "/")
    assert page.index("/services/everything/") < page.index("/services/borrow-a-bike/")
