"""What the provider tells us by itself: only what it signed, and only as a hint to go and ask."""

import pytest

from borough.foundations.audit.actors import RESIDENT
from borough.foundations.pay import actions
from borough.foundations.pay.models import Attempt
from borough.foundations.pay.providers.base import Silent
from borough.foundations.pay.reconciling import ask_due
from tests.foundations.together import at_once

from . import world

pytestmark = pytest.mark.django_db


def tell(client, said, **changes):
    body, signature = said
    headers = {"HTTP_PAY_SIGNATURE": signature} | changes
    return client.post("/pay/webhook/", body, content_type="application/json", **headers).status_code


def test_a_success_is_asked_about_and_pays(server, client):
    order = world.order()
    world.pay(order)
    server.put("success")
    assert tell(client, server.hook()) == 204
    order.refresh_from_db()
    assert not order.paid  # the web hook itself is not believed
    assert ask_due() == 1
    order.refresh_from_db()
    assert order.paid


def test_one_that_lies_changes_nothing(server, client):
    order = world.order()
    world.pay(order)
    body, signature = server.hook(resource={"state": {"status": "success", "finished": True}})
    assert tell(client, (body, signature)) == 204
    ask_due()
    assert order.attempts.get().status == "created"


@pytest.mark.parametrize("signature", ["", "0" * 64, "é", "nonsense"])
def test_a_wrong_signature_is_refused(server, client, signature):
    world.pay(world.order())
    before = Attempt.objects.get().due_at
    assert tell(client, (server.hook()[0], signature)) == 403
    assert Attempt.objects.get().due_at == before


def test_another_secret_is_refused(server, client):
    world.pay(world.order())
    assert tell(client, server.hook(secret="another")) == 403


def test_without_a_secret_of_ours_nothing_is_taken(server, client, settings):
    world.pay(world.order())
    settings.GOVUK_PAY_WEBHOOK_SECRET = ""
    assert tell(client, server.hook(secret="")) == 403


def test_a_body_changed_on_the_way_is_refused(server, client):
    world.pay(world.order())
    body, signature = server.hook()
    assert tell(client, (body.replace(b"2500", b"2501"), signature)) == 403


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"{", b"\xff", b'{"resource_id": 4}', b'{"resource": []}'])
def test_signed_nonsense_is_no_fault_of_ours(server, client, body):
    import hmac

    signature = hmac.new(b"stand-in-signing-secret", body, "sha256").hexdigest()
    assert tell(client, (body, signature)) in (204, 400)
    assert not Attempt.objects.exists()


def test_twice_and_out_of_order_is_once(server, client):
    order = world.order()
    world.pay(order)
    server.put("success")
    for event in ("card_payment_settled", "card_payment_captured", "card_payment_succeeded", "card_payment_succeeded"):
        assert tell(client, server.hook(event)) == 204
    while ask_due():
        pass
    order.refresh_from_db()
    assert order.paid
    assert order.attempts.count() == 1


def test_one_about_a_payment_that_is_not_ours_is_let_be(server, client):
    world.order()
    world.pay(world.order("LIC-222-222", about="case:LIC-222-222"))
    server.last["reference"], server.last["payment_id"] = "COUNCIL-TAX-1", "f" * 26
    assert tell(client, server.hook()) == 204
    assert Attempt.objects.count() == 1


def test_one_about_a_payment_whose_answer_was_lost_finds_its_attempt(server, client):
    order = world.order()
    server.misbehave("create", "lose")
    with pytest.raises(Silent):
        world.pay(order)
    server.forget_in_searches()
    server.put("success")
    assert tell(client, server.hook()) == 204
    ask_due()
    order.refresh_from_db()
    assert order.paid
    assert order.attempts.count() == 1


def test_a_payment_opened_twice_behind_our_back_is_adopted_and_seen(server, client):
    order = world.order()
    server.misbehave("create", "lose")
    with pytest.raises(Silent):
        world.pay(order)
    first = server.last
    server.forget_in_searches()  # so that the second press cannot find it
    world.pay(order)
    server.put("success")
    actions.ask(attempt=order.attempts.get())
    server.put("success", first)
    assert tell(client, server.hook(payment=first)) == 204
    while ask_due():
        pass
    order.refresh_from_db()
    assert order.paid_by.provider_id != first["payment_id"]
    extra = order.attempts.get(adopted=True)
    assert (extra.provider_id, extra.left) == (first["payment_id"], 2500)


@pytest.mark.django_db(transaction=True)
def test_twenty_at_once_about_an_unknown_payment_adopt_it_once(server, client):
    order = world.order()
    actions.pay(order=order, return_url=world.BACK, by=RESIDENT)
    server.last["payment_id"] = "e" * 26
    server.last["metadata"] = {}
    said = server.hook()
    from django.test import Client

    assert set(at_once(20, lambda _: tell(Client(), said))) == {204}
    assert order.attempts.count() == 2
