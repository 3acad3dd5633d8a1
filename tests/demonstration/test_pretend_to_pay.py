"""Paying in a demonstration: without a card, without money, and nowhere else."""

import pytest

from borough.demonstration.pay import provider
from borough.foundations.audit.actors import Actor
from borough.foundations.pay import actions, links
from borough.foundations.pay.models import Order
from tests.foundations.pay import world

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.demonstration.urls")]


@pytest.fixture
def order(settings, here):
    settings.PAY = "pretend"
    return world.order()


def words(answer):
    return " ".join(answer.content.decode().split())


def end(client, order, how):
    """Go to pay, and say how it ends."""
    page = client.post(links.path(order), follow=True)
    assert "Pretend to pay £25" in words(page)
    return client.post(page.request["PATH_INFO"], {"do": how}, follow=True)


def test_it_pays(client, order):
    assert "You have paid" in words(end(client, order, "success"))
    assert Order.objects.get(pk=order.pk).paid


@pytest.mark.parametrize(("how", "why"), [("failed", "The bank said no"), ("cancelled", "You stopped it")])
def test_it_fails_and_can_be_tried_again(client, order, how, why):
    assert why in words(end(client, order, how))
    assert "You have paid" in words(end(client, order, "success"))
    assert order.attempts.count() == 2


def test_its_money_goes_back(client, order):
    end(client, order, "success")
    attempt = order.attempts.get()
    pam = Actor("officer", "2", "Pam Example")
    for pence in (1000, 1500):
        made = actions.finish(refund=actions.refund(attempt=attempt, pence=pence, reason="Not needed", by=pam))
        assert made.status == "success"
    attempt.refresh_from_db()
    assert attempt.left == provider.find(attempt.provider_id).available == 0


def test_it_is_nowhere_else(client, order, settings):
    page = client.post(links.path(order), follow=True).request["PATH_INFO"]
    settings.DEMONSTRATION = False
    assert client.post(page, {"do": "success"}).status_code == 404
    assert not Order.objects.get(pk=order.pk).paid


def test_a_payment_at_the_real_provider_cannot_be_ended_here(client, here, settings):
    with world.on(settings):
        order = world.order()
        world.pay(order)
        key = order.attempts.get().key
        assert client.post(f"/demonstration/pay/{key}/", {"do": "success"}).status_code == 404
