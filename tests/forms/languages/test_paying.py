"""Paying in Welsh: the order's page, its lines, the provider's pages and the link in our message."""

import pytest

from borough.foundations.messages.models import Message
from borough.foundations.pay import links
from borough.foundations.pay.models import Order
from tests.foundations.pay import world

from .. import made
from . import bike

pytestmark = pytest.mark.django_db
FEES = "fees: [{label: Hire, amount: 12.50}, {label: A lock, amount: 2}]\nmessages:\n"
APPLY = "/apply/borrow-a-bike"


@pytest.fixture
def server(settings):
    with world.on(settings) as server:
        yield server


@pytest.fixture
def order(client, server):
    words = bike.WORDS | {"Hire": "Llogi", "A lock": "Clo"}
    text = made.bike("messages:\n", FEES).replace("Your reference is ((reference)).", "Pay here: ((pay))", 1)
    bike.publish(text, bike.po(words | {"Thank you, ((name)). Pay here: ((pay))": "Diolch, ((name)). Talwch: ((pay))"}))
    client.get(f"{APPLY}/who?lang=cy")
    made.fill(client)
    page = words_of(client.get(f"{APPLY}/check-answers"))
    assert "Llogi" in page
    assert "Cyfanswm i’w dalu" in page
    client.post(f"{APPLY}/send")
    return Order.objects.get()


def words_of(answer):
    return " ".join(answer.content.decode().split())


def test_the_provider_is_asked_for_welsh_pages(order, server):
    assert (server.last["language"], server.last["description"]) == ("cy", "Benthyg beic")


def test_what_is_kept_for_officers_is_english(order):
    assert (order.description, [line["label"] for line in order.lines]) == ("Borrow a bike", ["Hire", "A lock"])


def test_the_orders_page_is_welsh_and_can_be_read_in_english(order, server, client):
    server.put("failed")
    page = words_of(client.get(links.path(order) + "back/", follow=True))
    for said in (
        '<html lang="cy"',
        "Benthyg beic",
        "Llogi",
        "Talu £14.50",
        "Nid aeth eich taliad drwodd",
        "Gwrthododd",
    ):
        assert said in page
    english = words_of(client.get(links.path(order) + "?lang=en"))
    assert "Your payment did not go through." in english
    assert "Borrow a bike" in english


def test_once_paid_it_says_so_in_welsh(order, server, client):
    server.put("success")
    assert "Rydych wedi talu" in words_of(client.get(links.path(order) + "back/?lang=cy", follow=True))
    assert "Rydych wedi talu" in words_of(client.get(links.path(order)))


def test_the_link_in_our_message_opens_in_welsh(order):
    assert "/?lang=cy" in Message.objects.exclude(body="").latest("pk").body


def test_from_its_own_page_the_provider_is_asked_for_welsh_too(order, server, client):
    server.put("failed")
    client.post(links.path(order))
    assert (len(server.payments), server.last["language"]) == (2, "cy")
