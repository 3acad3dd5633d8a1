"""An order's page: whoever has its link can see how it stands and pay; its address proves nothing."""

import pytest
from django.core import signing
from django.test import Client

from borough.foundations.pay import actions, hooks, links

from . import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def order(server):
    return world.order()


def words(answer):
    return " ".join(answer.content.decode().split())


def test_it_says_what_to_pay_and_leads_to_the_provider(server, client, order):
    here = links.path(order)
    assert "Pay £25" in words(client.get(here))
    away = client.post(here)
    assert away["Location"].startswith(f"{server.url}/secure/")
    assert server.last["return_url"].startswith("http://testserver/pay/")
    assert server.last["return_url"].endswith("/back/")


def test_its_form_may_lead_to_the_provider_and_nowhere_else(server, client, order):
    policy = client.get(links.path(order))["Content-Security-Policy"]
    assert f"form-action 'self' {server.url};" in policy + ";"


def test_coming_back_proves_nothing(server, client, order):
    client.post(links.path(order))
    page = words(client.get(links.path(order) + "back/?status=success&paid=yes", follow=True))
    assert "You have not paid yet" in page
    server.put("success")
    assert "You have paid" in words(client.get(links.path(order) + "back/", follow=True))


@pytest.mark.parametrize(
    ("ending", "said"),
    [("failed", "The bank said no"), ("expired", "It took too long"), ("cancelled_by_user", "You stopped it"),
     ("error", "Something went wrong at the bank")],
)  # fmt: skip
def test_one_that_failed_can_be_tried_again(server, client, order, ending, said):
    client.post(links.path(order))
    server.put(ending)
    page = words(client.get(links.path(order) + "back/", follow=True))
    assert said in page
    assert "Try again" in page
    assert client.post(links.path(order))["Location"].startswith(server.url)
    assert len(server.payments) == 2


def test_while_the_provider_is_away_it_says_so(server, client, order):
    server.misbehave("create", "down")
    page = words(client.post(links.path(order), follow=True))
    assert "We could not open the payment page just now" in page
    server.misbehave("search", "down")
    assert "We could not find out if you have paid" in words(client.get(links.path(order) + "back/", follow=True))


def test_paid_already_it_leads_nowhere(server, client, order):
    world.paid(server, order)
    assert "You have paid" in words(client.post(links.path(order), follow=True))
    assert len(server.payments) == 1


def test_paid_twice_it_says_what_we_do(server, client, order):
    world.pay(order)
    first = server.put("failed")
    world.paid(server, order)
    server.put("success", first)
    actions.ask(attempt=order.attempts.first())
    assert "You paid twice. We will pay £25 back" in words(client.get(links.path(order)))


def test_what_a_room_above_stops_is_not_paid(server, client, order, monkeypatch):
    monkeypatch.setattr(hooks, "_why_not", [lambda order: "You took it back."])
    assert "You took it back." in words(client.post(links.path(order), follow=True))
    assert not server.payments


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("token", ["1", "1.2.3", "x" * 500, "..", "1.é.x"])
def test_a_link_that_is_not_ours_opens_nothing(client, server, token, method):
    for path in (f"/pay/{token}/", f"/pay/{token}/back/"):
        assert getattr(client, method)(path).status_code in (404, 405, 410)


def test_another_signature_of_ours_opens_nothing(client, order):
    token = signing.TimestampSigner(sep=".", salt="something.else").sign(str(order.pk))
    assert client.get(f"/pay/{token}/").status_code == 410


def test_an_old_link_says_where_to_go(client, order, monkeypatch):
    here = links.path(order)
    monkeypatch.setattr(links, "LASTS", links.LASTS * -1)
    answer = client.get(here)
    assert answer.status_code == 410
    assert "/your-applications/" in words(answer)


def test_it_is_kept_by_no_cache_and_needs_a_token_of_ours(order):
    assert "no-store" in Client().get(links.path(order))["Cache-Control"]
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(links.path(order)).status_code == 403


def test_asking_very_often_is_stopped_kindly(server, client, order):
    answers = {client.get(links.path(order) + "back/").status_code for _ in range(201)}
    assert answers == {302, 429}
