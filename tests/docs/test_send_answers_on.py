"""The guide for whoever takes our web hooks: its Python is run on what really leaves, and its shapes are ours."""

import json
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from borough.casework.webhooks import SHAPE as MOVED
from borough.forms import exporting
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks import registry, signing
from borough.foundations.webhooks.actions import announce, keep_destination
from borough.foundations.webhooks.delivery import deliver_due
from tests.forms import made
from tests.foundations.webhooks.receiver import Receiver

from .pages import blocks

PAGE = "docs/how-to/send-answers-on.md"
SECRET = signing.new_secret()
BODY = b'{"data": {"text": "Gwyl\xc3\xb7"}}'


@pytest.fixture
def checked():
    [written] = blocks(PAGE, "python")
    names = {}
    exec(compile(written, PAGE, "exec"), names)
    return names["checked"]


def headers(secret=SECRET, body=BODY, ago=0):
    return signing.headers(secret=secret, id="msg_1", timestamp=int(time.time()) - ago, body=body)


@pytest.mark.django_db
def test_it_takes_what_leaves_here(checked, monkeypatch):
    monkeypatch.setitem(registry.bodies, "thing.happened", lambda delivery: {"name": "Ada Example"})
    with Receiver() as office:
        _, secret = keep_destination(name="back-office", url=office.url, by=SYSTEM)
        announce(event="thing.happened", about="case:DEV-7QK-214", to=["back-office"], by=SYSTEM)
        deliver_due(clock=lambda: timezone.now() + timedelta(seconds=5))
    [(_, sent, body)] = office.got
    assert checked(body, sent, secret)["data"] == {"name": "Ada Example"}


def test_it_takes_one_of_several_signatures(checked):
    both = headers()
    both["webhook-signature"] = f"v1,bm90IHRoaXM= {both['webhook-signature']}"
    assert checked(BODY, both, SECRET)


@pytest.mark.parametrize(
    ("given", "body"),
    [
        (headers(secret=signing.new_secret()), BODY),
        (headers(), BODY + b" "),
        (headers() | {"webhook-id": "msg_2"}, BODY),
        (headers() | {"webhook-timestamp": str(int(time.time()) - 1)}, BODY),
        (headers(ago=3600), BODY),
        (headers() | {"webhook-signature": "v1,"}, BODY),
    ],
    ids=["another secret", "changed", "another id", "another time", "an old one", "none"],
)
def test_it_refuses_what_is_not_ours(checked, given, body):
    with pytest.raises(ValueError):
        checked(body, given, SECRET)


def test_the_shapes_it_shows_are_ours():
    sent, moved = (json.loads(block) for block in blocks(PAGE, "json"))
    assert (sent["data"]["shape"], moved["shape"]) == (exporting.SHAPE, MOVED)


def test_the_submission_it_shows_has_the_fields_there_are():
    at, bike = timezone.now(), made.loaded(made.BIKE).form
    real = exporting.exported(
        bike, exporting.Sent("BIKE-234-678", "a", "online", at, at, {"who": "me"}), address="https://x"
    )
    shown = json.loads(blocks(PAGE, "json")[0])["data"]
    assert list(shown) == list(real)
    assert list(shown["service"]) == list(real["service"])
    assert list(shown["answers"][0]) == list(real["answers"][0])
