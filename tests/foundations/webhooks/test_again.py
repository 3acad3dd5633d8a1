"""Sending again: with the same id, audited, by hand and by command; and old deliveries go."""

import contextlib
import io
import json
from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone

from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks import actions
from borough.foundations.webhooks.delivery import claim, deliver_due
from borough.foundations.webhooks.models import Delivery

from .receiver import answer


def command(*words):
    out = io.StringIO()
    with contextlib.suppress(SystemExit):
        call_command("webhooks", *words, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_what_failed_goes_again_with_its_id(delivery, office, clock):
    office.acts = [answer(301, Location="/x")]
    deliver_due(clock=clock)
    actions.send_again(delivery=delivery, by=SYSTEM)
    assert audit.of(delivery).first().data == {"was": "failed"}
    deliver_due(clock=clock)
    delivery.refresh_from_db()
    assert delivery.status == "sent"
    assert len({headers["webhook-id"] for _, headers, _ in office.got}) == 1


def test_what_was_sent_can_go_again(delivery, office, clock):
    deliver_due(clock=clock)
    actions.send_again(delivery=delivery, by=SYSTEM)
    deliver_due(clock=clock)
    assert len(office.got) == 2


def test_what_is_leaving_cannot(delivery, clock):
    claim(now=clock.now)
    with pytest.raises(actions.Refused, match="at this moment"):
        actions.send_again(delivery=delivery, by=SYSTEM)


def test_the_command_lists_and_retries(delivery, office, clock):
    office.acts = [answer(410)]
    deliver_due(clock=clock)
    [row] = command("list", "--failed")["deliveries"]
    assert (row["id"], row["to"], row["status"]) == (delivery.pk, "back-office", "failed")
    assert command("retry", "--all") == {"retried": [delivery.pk], "problems": []}
    assert command("retry", "999")["problems"] == [{"id": 999, "message": "There is no such delivery."}]


def test_ended_ones_go_after_90_days(delivery, office, clock):
    deliver_due(clock=clock)
    assert actions.purge(now=timezone.now() + timedelta(days=80)) == 0
    assert actions.purge(now=timezone.now() + timedelta(days=91)) == 1
    assert not Delivery.objects.exists()
