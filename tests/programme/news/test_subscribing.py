"""Getting the news by e-mail: said twice, written once, ended by one button."""

import datetime
import re

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.channels import smtp
from borough.foundations.messages.models import Message
from borough.programme.news import actions, digest
from borough.programme.news.models import Subscriber
from borough.programme.workstreams.models import Area

pytestmark = pytest.mark.django_db
WANTS = {"email": "Ada@Example.org", "areas": ["place"]}


def link(message) -> str:
    return re.search(r"/news/\w+/\S+", message.body)[0]


def newest() -> Message:
    return Message.objects.latest("pk")


@pytest.fixture
def subscriber(client):
    client.post("/news/subscribe/", WANTS)
    client.post(link(newest()))
    return Subscriber.objects.get()


def test_nothing_is_sent_until_the_button_is_pressed(client, post):
    assert "Look into your e-mail" in client.post("/news/subscribe/", WANTS).content.decode()
    asked = Subscriber.objects.get()
    assert (asked.email, asked.areas, asked.wanted, asked.confirmed_at) == ("ada@example.org", [], ["place"], None)
    confirm = link(newest())
    assert client.get(confirm).status_code == 200  # programs that open links confirm nothing
    asked.refresh_from_db()
    assert asked.confirmed_at is None
    assert "You get our news" in client.post(confirm).content.decode()
    asked.refresh_from_db()
    assert (asked.areas, asked.wanted) == (["place"], [])
    assert asked.confirmed_at


def test_confirming_twice_says_the_same(client, subscriber):
    confirm = link(Message.objects.earliest("pk"))
    for send in (client.get, client.post):
        assert "You get our news" in send(confirm).content.decode()
    assert AuditEvent.objects.filter(action="subscriber.confirmed").count() == 1


def test_the_link_gets_old(client):
    client.post("/news/subscribe/", WANTS)
    confirm = link(newest())
    Subscriber.objects.update(asked_at=timezone.now() - datetime.timedelta(days=8))
    assert client.get(confirm).status_code == 410
    assert client.post(confirm).status_code == 410
    assert actions.purge() == 1
    assert not Subscriber.objects.exists()
    assert not Message.objects.filter(to__icontains="ada").exists()


def test_the_page_says_the_same_to_whoever_subscribes_already(client, subscriber):
    first = Client().post("/news/subscribe/", {"email": "new@example.org", "areas": ["place"]}).content
    assert client.post("/news/subscribe/", WANTS).content == first
    assert newest().subject == "You get our news already"


def test_a_stranger_adds_no_area_to_somebody(client, subscriber):
    client.post("/news/subscribe/", {"email": "ada@example.org", "areas": ["council"]})
    subscriber.refresh_from_db()
    assert subscriber.areas == ["place"]
    client.post(link(newest()))
    subscriber.refresh_from_db()
    assert subscriber.areas == ["council", "place"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [({"email": "ada", "areas": ["place"]}, "in the correct format"), ({"email": "", "areas": ["place"]}, "Enter your"),
     ({"email": "ada@example.org"}, "Choose what"), ({"email": "a@example.org", "areas": ["x"]}, "Choose what")],
)  # fmt: skip
def test_what_is_wrong_is_said_and_kept(client, typed, words):
    page = client.post("/news/subscribe/", typed).content.decode()
    assert words in page
    assert typed["email"] in page
    assert not Subscriber.objects.exists()


def test_nobody_is_flooded(client):
    for _ in range(6):
        client.post("/news/subscribe/", WANTS)
    assert Message.objects.count() == 3


def test_the_digest_goes_once_to_those_who_want_it(client, subscriber, post):
    post("mine", areas=["place"])
    post("other", areas=["council"])
    post("everybody")
    Subscriber.objects.create(email="waits@example.org", wanted=["place"])
    until = timezone.now() + datetime.timedelta(minutes=1)
    assert digest.send(until=until) == 1
    assert digest.send(until=until) == 0
    message = newest()
    assert message.to == "ada@example.org"
    for words in ("# Mine", "# Everybody", "/news/mine/"):
        assert words in message.body
    assert "Other" not in message.body
    assert digest.send(until=until + datetime.timedelta(weeks=1)) == 0  # nothing new, nothing sent


def test_one_press_ends_it_and_deletes_the_address(subscriber, post):
    post("mine")
    digest.send(until=timezone.now() + datetime.timedelta(minutes=1))
    message = newest()
    email = smtp.compose(message)
    assert email.extra_headers["List-Unsubscribe"] == f"<{message.unsubscribe}>"
    assert email.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    path = link(message)
    strict = Client(enforce_csrf_checks=True)
    assert "End it" in strict.get(path).content.decode()
    assert Subscriber.objects.exists()
    assert strict.post(path, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscriber.objects.exists()
    assert not Message.objects.filter(to__icontains="ada").exists()
    assert strict.post(path).status_code == 200  # ending twice is ending once
    assert strict.post("/news/unsubscribe/guessed/").status_code == 404


def test_an_address_that_takes_nothing_is_written_to_no_more(subscriber):
    for at in range(3):
        Message.objects.create(channel="email", to="ada@example.org", body="x", about=f"subscriber:{subscriber.pk}",
                               status="failed", error="550", key=f"x{at}")  # fmt: skip
        ended = digest.look_for_bounces()
        assert ended == (1 if at == 2 else 0)
    assert not Subscriber.objects.exists()
    assert AuditEvent.objects.filter(action="subscriber.ended").latest("pk").reason.startswith("the address took")


def refused(what):
    with pytest.raises(IntegrityError), transaction.atomic():
        what()


def test_what_the_database_refuses(subscriber):
    refused(lambda: Subscriber.objects.create(email="ADA@example.org", wanted=["place"]))
    refused(lambda: Subscriber.objects.create(email="b@example.org", wanted=["sea"]))
    refused(lambda: Subscriber.objects.create(email="b@example.org", areas=["place"]))  # never confirmed
    refused(lambda: Subscriber.objects.filter(pk=subscriber.pk).update(areas=[]))


def test_all_areas_can_be_had(client):
    client.post("/news/subscribe/", {"email": "ada@example.org", "areas": list(Area.values)})
    assert Subscriber.objects.get().wanted == sorted(Area.values)
