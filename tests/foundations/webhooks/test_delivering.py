"""Whatever the other side does, a delivery ends delivered or in a state that people see, and always with one id."""

import json
from datetime import timedelta

import pytest

from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks import posting, registry
from borough.foundations.webhooks.actions import announce, keep_destination
from borough.foundations.webhooks.delivery import deliver_due, sweep
from borough.foundations.webhooks.models import Delivery

from .conftest import DATA
from .receiver import answer, drip, hang_up, silence


def again(delivery):
    delivery.refresh_from_db()
    return delivery


def test_it_is_posted_once_and_kept_as_sent(delivery, office, clock):
    assert deliver_due(clock=clock) == 1
    assert (again(delivery).status, delivery.answer, delivery.error) == ("sent", "200 ok", "")
    [(path, headers, body)] = office.got
    assert path == "/hooks"
    assert headers["Content-Type"] == "application/json"
    assert json.loads(body) == {
        "type": "thing.happened",
        "timestamp": f"{delivery.created_at:%Y-%m-%dT%H:%M:%SZ}",
        "data": DATA,
    }
    assert audit.of(delivery).first().action == "delivery.sent"
    assert deliver_due(clock=clock) == 0


@pytest.mark.parametrize("act", [answer(500), answer(401), answer(404), answer(429), answer(503), hang_up])
def test_what_may_change_is_tried_again_with_the_same_id(delivery, office, clock, act):
    office.acts = [act]
    deliver_due(clock=clock)
    assert again(delivery).status == "waiting"
    assert delivery.error
    assert delivery.due_at == clock.now + timedelta(minutes=1)
    clock.advance(timedelta(minutes=1))
    deliver_due(clock=clock)
    assert again(delivery).status == "sent"
    assert len({headers["webhook-id"] for _, headers, _ in office.got}) == 1
    assert len({body for _, _, body in office.got}) == 1


def test_a_redirect_is_not_followed(delivery, office, clock):
    office.acts = [answer(302, Location=office.url + "/elsewhere")]
    deliver_due(clock=clock)
    assert again(delivery).status == "failed"
    assert "302" in delivery.error
    assert len(office.got) == 1


def test_whoever_wants_no_more_is_left_alone(delivery, office, clock):
    office.acts = [answer(410)]
    deliver_due(clock=clock)
    assert again(delivery).status == "failed"


@pytest.mark.parametrize("act", [silence, drip])
def test_a_slow_one_is_given_up_in_time(delivery, office, clock, monkeypatch, act):
    monkeypatch.setattr(posting, "LONGEST", 0.5)
    office.acts = [act]
    deliver_due(clock=clock)
    assert again(delivery).status == "waiting"
    assert "seconds" in delivery.error


def test_one_that_does_not_answer_rests_with_all_its_deliveries_and_holds_up_no_other(delivery, office, clock):
    second = announce(event="thing.happened", about="case:DEV-7QK-215", to=["back-office", "nowhere"], by=SYSTEM)
    office.acts = [hang_up]
    deliver_due(clock=clock)
    assert len(office.got) == 1
    assert (again(second[0]).status, second[0].attempts) == ("waiting", 0)
    assert again(second[1]).status == "failed"
    clock.advance(timedelta(minutes=1))
    deliver_due(clock=clock)
    assert {again(delivery).status, again(second[0]).status} == {"sent"}


def test_after_three_days_it_has_failed(delivery, office, clock):
    office.acts = [answer(500)] * 40
    while again(delivery).status == "waiting":
        clock.now = max(clock.now, delivery.due_at)
        deliver_due(clock=clock)
    assert delivery.status == "failed"
    assert "three days" in delivery.error
    assert len(office.got) == delivery.attempts > 10


def test_a_destination_that_nobody_keeps_is_said(db, clock, office):
    [delivery] = announce(event="thing.happened", about="case:DEV-7QK-214", to=["finance"], by=SYSTEM)
    deliver_due(clock=clock)
    assert again(delivery).status == "failed"
    assert "“finance”" in delivery.error


def test_nothing_leaves_of_what_was_erased(delivery, office, clock, monkeypatch):
    def gone(delivery):
        raise registry.Gone

    monkeypatch.setitem(registry.bodies, "thing.happened", gone)
    deliver_due(clock=clock)
    assert again(delivery).status == "failed"
    assert office.got == []


def test_a_lost_worker_costs_a_duplicate_with_the_same_id(delivery, office, clock):
    from borough.foundations.webhooks.delivery import claim, hand_over

    hand_over(claim(now=clock.now))  # and the worker dies before it can say so
    assert sweep(now=clock.now + timedelta(minutes=11)) == 1
    clock.advance(timedelta(minutes=20))
    deliver_due(clock=clock)
    assert again(delivery).status == "sent"
    assert [headers["webhook-id"] for _, headers, _ in office.got] == [f"msg_{delivery.uid.hex}"] * 2


def test_announcing_twice_with_a_key_is_announcing_once(destination):
    for _ in range(2):
        announce(event="thing.happened", about="case:DEV-7QK-214", to=["back-office"], key="once", by=SYSTEM)
    assert Delivery.objects.count() == 1


def test_a_lost_key_is_said(delivery, destination, office, clock, settings):
    settings.KEYS = ["another-key-another-key-another-key"]
    deliver_due(clock=clock)
    assert "new secret" in again(delivery).error


def test_the_answer_is_kept_without_what_people_told_us(delivery, office, clock):
    office.acts = [
        answer(422, 'Invalid: "zeb@example.org" of Zebedee QUILLFEATHER, born 1990-02-01, ring 07700 900123')
    ]
    deliver_due(clock=clock)
    kept = again(delivery).error.lower()
    assert "422" in kept
    assert "invalid" in kept
    assert not any(word in kept for word in ("zeb", "quill", "1990", "07700"))


def test_a_new_address_is_used_at_once(delivery, office, clock):
    keep_destination(name="back-office", url=office.url + "/new?key=1", by=SYSTEM)
    deliver_due(clock=clock)
    assert office.got[0][0] == "/hooks/new?key=1"
