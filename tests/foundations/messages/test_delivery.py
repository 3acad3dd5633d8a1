"""The worker's round over the outbox: what is due is tried, and every outcome is kept."""

from datetime import timedelta
from types import SimpleNamespace

import pytest

from borough.foundations.audit import queries as audit
from borough.foundations.messages import queries
from borough.foundations.messages.channels import shown
from borough.foundations.messages.channels.base import Down, Later, Refused
from borough.foundations.messages.delivery import deliver_due

SECRET = {"sensitive": True, "body": "Your code is 4471"}


@pytest.fixture
def provider(monkeypatch):
    """A provider that does what the test says next: an exception to raise or an id to return."""
    stub = SimpleNamespace(outcomes=[], tried=[])

    def deliver(message):
        stub.tried.append(message.channel)
        outcome = stub.outcomes.pop(0) if stub.outcomes else "id-1"
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    monkeypatch.setattr(shown, "deliver", deliver)
    return stub


def test_a_delivered_message_is_sent(write, provider, clock):
    message = write()
    assert deliver_due(clock=clock) == 1
    message.refresh_from_db()
    assert (message.status, message.sent_at, message.provider_id) == ("sent", clock.now, "id-1")
    assert audit.of(message).first().action == "message.sent"
    assert deliver_due(clock=clock) == 0


def test_a_message_not_yet_due_waits(write, provider, clock):
    write()
    clock.advance(-timedelta(hours=1))
    assert deliver_due(clock=clock) == 0


def test_later_is_tried_again_when_its_wait_is_over(write, provider, clock):
    provider.outcomes = [Later("busy"), "id-2"]
    message = write()
    deliver_due(clock=clock)
    message.refresh_from_db()
    assert (message.status, message.error, message.due_at) == ("waiting", "busy", clock.now + timedelta(minutes=1))
    assert deliver_due(clock=clock) == 0
    clock.advance(timedelta(minutes=1))
    assert deliver_due(clock=clock) == 1
    message.refresh_from_db()
    assert (message.status, message.error, message.attempts) == ("sent", "", 2)


def test_after_three_days_of_later_it_has_failed_where_officers_see_it(write, provider, clock):
    provider.outcomes = [Later("busy")] * 100
    message, start = write(), clock.now
    while message.status == "waiting":
        clock.now = max(clock.now, message.due_at)
        deliver_due(clock=clock)
        message.refresh_from_db()
    assert list(queries.failed()) == [message]
    assert message.error == "We tried for three days. busy"
    assert timedelta(days=3) <= clock.now - start < timedelta(days=3, hours=6)


def test_refused_fails_at_once(write, provider, clock):
    provider.outcomes = [Refused("no such address")]
    message = write()
    deliver_due(clock=clock)
    message.refresh_from_db()
    assert (message.status, message.error) == ("failed", "no such address")
    assert audit.of(message).first().action == "message.failed"


def test_a_mistake_of_ours_is_tried_again_and_names_nobody(write, provider, clock, caplog):
    provider.outcomes = [ValueError("sam@example.org")]
    message = write()
    deliver_due(clock=clock)
    message.refresh_from_db()
    assert message.status == "waiting"
    assert message.error.startswith("ValueError at tests/foundations/messages/test_delivery.py:")
    assert "sam" not in caplog.text


def test_a_provider_that_is_down_rests_and_the_others_go_on(write, provider, clock):
    provider.outcomes = [Down("no answer")]
    write()
    write()
    write(channel="text", to="07700 900123")
    assert deliver_due(clock=clock) == 2
    assert provider.tried == ["email", "text"]


def test_a_secret_is_not_kept_once_sent(write, provider, clock):
    message = write(**SECRET)
    deliver_due(clock=clock)
    message.refresh_from_db()
    assert (message.status, message.body) == ("sent", "")


def test_a_secret_is_not_kept_once_failed(write, provider, clock):
    provider.outcomes = [Refused("no")]
    message = write(**SECRET)
    deliver_due(clock=clock)
    message.refresh_from_db()
    assert (message.status, message.body) == ("failed", "")


def test_a_round_ends_when_the_worker_is_stopping(write, provider, clock):
    write()
    assert deliver_due(clock=clock, stopping=lambda: True) == 0


def test_a_round_takes_no_more_than_it_is_told(write, provider, clock):
    write()
    write()
    assert deliver_due(clock=clock, most=1) == 1
