"""A message whose worker died goes back to waiting, once, and late news does not undo what happened since."""

from datetime import timedelta

from borough.foundations.messages import delivery
from borough.foundations.messages.delivery import claim, sweep


def test_a_claim_of_more_than_ten_minutes_goes_back(write, clock):
    message = write()
    claim(now=clock.now)
    assert sweep(now=clock.now + timedelta(minutes=10)) == 0
    assert sweep(now=clock.now + timedelta(minutes=11)) == 1
    message.refresh_from_db()
    assert (message.status, message.attempts) == ("waiting", 1)
    assert sweep(now=clock.now + timedelta(minutes=12)) == 0


def test_a_message_that_kills_every_worker_fails_in_the_end(write, clock):
    message = write()
    while message.status == "waiting":
        clock.now = max(clock.now, message.due_at)
        claim(now=clock.now)
        clock.advance(timedelta(minutes=11))
        sweep(now=clock.now)
        message.refresh_from_db()
    assert message.status == "failed"


def test_news_of_failure_that_comes_after_the_sweep_is_dropped(write, clock):
    message = write()
    slow = claim(now=clock.now)
    sweep(now=clock.now + timedelta(minutes=11))
    delivery.outbox.failed(slow, "too late")
    message.refresh_from_db()
    assert message.status == "waiting"


def test_news_of_sending_that_comes_after_the_sweep_counts(write, clock):
    message = write()
    slow = claim(now=clock.now)
    sweep(now=clock.now + timedelta(minutes=11))
    delivery.outbox.sent(slow, {"provider_id": "id"}, now=clock.now)
    message.refresh_from_db()
    assert message.status == "sent"
