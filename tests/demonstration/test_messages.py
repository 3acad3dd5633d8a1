"""Reading what was written to people."""

import pytest
from django.utils import timezone

from borough.casework.models import Case
from borough.foundations.messages.models import Message, Shown

pytestmark = [pytest.mark.usefixtures("borough", "here"), pytest.mark.urls("tests.demonstration.urls")]


def test_the_newest_come_first(client):
    newest = Message.objects.order_by("-created_at", "-pk").first()
    words = client.get("/demonstration/messages/").content.decode()
    assert newest.to.splitlines()[0] in words
    assert "page=2" in words


def test_one_persons(client):
    case = Case.objects.filter(person__user__email="rosa.hill@example.org").first()
    words = client.get("/demonstration/messages/", {"find": "rosa.hill"}).content.decode()
    assert case.reference in words
    assert "E-mail to rosa.hill@example.org" in words
    assert "E-mail to daniel.marsh@example.org" not in words


def test_a_code_can_be_read(client):
    now = timezone.now()
    message = Message.objects.create(
        channel="email", to="zed@example.org", subject="Your code", sensitive=True, status="sent", sent_at=now
    )
    Shown.objects.create(message=message, body="Your code is 482913")
    assert "482913" in client.get("/demonstration/messages/", {"find": "zed@"}).content.decode()


def test_what_somebody_typed_stays_text(client):
    Message.objects.create(channel="email", to="zed@example.org", subject="<b>x", body="<script>alert(1)</script>")
    words = client.get("/demonstration/messages/", {"find": "zed@"}).content.decode()
    assert "<script>alert" not in words
    assert "<b>x" not in words


@pytest.mark.parametrize("query", [{"find": "nobody at all"}, {"find": "%\0_"}, {"page": "9999"}, {"page": "x"}])
def test_odd_questions_get_an_answer(client, query):
    assert client.get("/demonstration/messages/", query).status_code == 200


def test_it_asks_the_database_little(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(3):
        client.get("/demonstration/messages/")
