"""A form that is sent is told to the back offices its service names: in the same transaction, once."""

import json
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from borough.forms import actions, exporting, hooks, queries
from borough.forms.actions.erasing import erase_submission
from borough.forms.models import Submission
from borough.foundations.audit.actors import RESIDENT, SYSTEM
from borough.foundations.webhooks.actions import keep_destination
from borough.foundations.webhooks.delivery import deliver_due
from borough.foundations.webhooks.models import Delivery
from tests.foundations.webhooks.receiver import Receiver

from . import made

pytestmark = pytest.mark.django_db
HOOKS = "webhooks: [{to: bike-shed}, {to: counter, events: [sent, moved]}, {to: depot, events: [moved]}]\n"


@pytest.fixture
def sent(client):
    made.publish(HOOKS + made.BIKE)
    made.fill(client)
    client.post("/apply/borrow-a-bike/send")
    return Submission.objects.get()


def later():
    return timezone.now() + timedelta(seconds=5)


def test_each_that_wants_it_is_told_once(sent, client):
    client.post("/apply/borrow-a-bike/send")
    rows = Delivery.objects.order_by("destination").values_list("destination", "event", "about")
    about = f"case:{sent.reference}"
    assert list(rows) == [("bike-shed", "submission.sent", about), ("counter", "submission.sent", about)]


def test_the_back_office_gets_what_the_preview_shows(sent):
    with Receiver() as office:
        keep_destination(name="bike-shed", url=office.url, by=SYSTEM)
        deliver_due(clock=later)
    body = json.loads(office.got[0][2])
    assert body["data"] == exporting.of(sent, queries.version(sent.version_id))
    assert body["data"]["answers"][1]["value"] == "Ada Example"


def test_no_answer_is_kept_in_the_delivery(sent):
    kept = json.dumps(list(Delivery.objects.values()), default=str)
    assert "Ada" not in kept
    assert "example.org" not in kept


def test_nothing_is_told_of_a_form_that_was_not_kept(client, monkeypatch):
    made.publish(HOOKS + made.BIKE)
    made.fill(client)

    def broken(submission, form):
        raise RuntimeError

    monkeypatch.setattr(hooks.submitted, "_functions", [*hooks.submitted._functions, broken])
    journey = queries.Journey.objects.get()
    with pytest.raises(RuntimeError), transaction.atomic():
        actions.submit(token_hash=journey.token_hash, by=RESIDENT)
    assert not Delivery.objects.exists()


def test_what_was_erased_before_it_left_does_not_leave(sent):
    erase_submission(submission=sent, reason="Asked for it", by=SYSTEM)
    with Receiver() as office:
        keep_destination(name="bike-shed", url=office.url, by=SYSTEM)
        deliver_due(clock=later)
    assert office.got == []
    assert "erased" in Delivery.objects.get(destination="bike-shed").error


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("webhooks: [{to: a, url: 'https://x.example'}]", "we do not know “url” here"),
        ("webhooks: [{to: a, secret: s}]", "we do not know “secret” here"),
        ("webhooks: [{to: a}, {to: a, events: [moved]}]", "“a” is told twice"),
        ("webhooks: [{to: a, events: []}]", "at least 1"),
        ("webhooks: [{to: a, events: [born]}]", "born"),
        ("webhooks: [{to: 'https://x.example'}]", "lower-case letters, digits and -"),
        ("webhooks: a", "list"),
    ],
)
def test_faults_are_named_with_their_line(line, said):
    faults = made.loaded("# one\n" + line + "\n" + made.BIKE).faults
    assert [fault.line for fault in faults] == [2]
    assert said.lower() in faults[0].message.lower()
