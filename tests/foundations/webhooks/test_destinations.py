"""Administrators keep destinations: the secret is sealed, shown once, and every change is audited."""

import pytest
from django.db import IntegrityError, transaction

from borough.foundations import resealing, vault
from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.webhooks import signing
from borough.foundations.webhooks.actions import Refused, keep_destination
from borough.foundations.webhooks.models import Delivery, Destination
from tests import people

pytestmark = pytest.mark.django_db
URL = "https://backoffice.example/hooks?code=quiet"


def test_a_secret_is_made_sealed_and_said_once():
    destination, secret = keep_destination(name="back-office", url=URL, by=SYSTEM)
    assert signing.usable(secret)
    assert secret not in str(Destination.objects.values().get())
    assert vault.unseal(destination.secret["sealed"]) == secret
    assert keep_destination(name="back-office", url=URL, by=SYSTEM)[1] == ""
    event = audit.of(destination).first()
    assert (event.action, event.data) == ("destination.changed", {"host": "backoffice.example", "new_secret": False})


@pytest.mark.parametrize(("url", "secret"), [("nonsense", ""), (URL, "short"), ("ftp://x.example", "")])
def test_what_will_not_do_is_refused(url, secret):
    with pytest.raises(Refused):
        keep_destination(name="back-office", url=url, secret=secret, by=SYSTEM)


def test_its_secret_is_sealed_anew_when_a_key_changes(settings):
    destination, secret = keep_destination(name="back-office", url=URL, by=SYSTEM)
    settings.KEYS = ["a-new-key-a-new-key-a-new-key-a-new", *settings.KEYS]
    list(resealing.rotate(by=SYSTEM))
    destination.refresh_from_db()
    assert vault.is_newest(destination.secret["sealed"])
    assert vault.unseal(destination.secret["sealed"]) == secret


def test_an_administrator_makes_one_in_the_admin():
    client = people.signed_in(people.administrator())
    page = client.post("/admin/webhooks/destination/add/", {"name": "finance", "url": URL}, follow=True)
    destination = Destination.objects.get(name="finance")
    secret = vault.unseal(destination.secret["sealed"])
    assert secret in page.content.decode().replace("&quot;", '"')
    page = client.get(f"/admin/webhooks/destination/{destination.pk}/change/").content.decode()
    assert secret not in page
    client.post(f"/admin/webhooks/destination/{destination.pk}/change/", {"url": URL + "2"})
    destination.refresh_from_db()
    assert destination.url == URL + "2"
    assert vault.unseal(destination.secret["sealed"]) == secret


def test_the_admin_says_what_will_not_do():
    client = people.signed_in(people.administrator())
    page = client.post("/admin/webhooks/destination/add/", {"name": "Not A Name", "url": "x", "secret": "y"})
    words = page.content.decode()
    assert all(said in words for said in ("lower-case letters", "not a web address", "whsec_"))
    assert not Destination.objects.exists()


def test_officers_do_not_get_there():
    assert people.signed_in(people.officer(role="manager")).get("/admin/webhooks/destination/").status_code != 200


SEALED = {"sealed": "x"}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("destination_secret_is_sealed", {"name": "a", "url": URL, "secret": {"open": "x"}}),
        ("destination_is_on_the_web", {"name": "a", "url": "file:///etc/passwd", "secret": SEALED}),
    ],
)
def test_the_database_refuses(name, fields):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Destination.objects.create(**fields)


GOOD = {"destination": "back-office", "event": "thing.happened"}


@pytest.mark.parametrize(
    ("name", "fields"),
    [
        ("delivery_goes_somewhere", {"destination": ""}),
        ("delivery_goes_somewhere", {"event": ""}),
        ("delivery_status_known", {"status": "lost"}),
        ("delivery_sent_has_time", {"status": "sent"}),
        ("delivery_sending_is_claimed", {"status": "sending"}),
    ],
)
def test_the_database_refuses_a_delivery(name, fields):
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        Delivery.objects.create(**GOOD | fields)


def test_the_database_takes_a_key_once():
    Delivery.objects.create(**GOOD, key="k")
    with pytest.raises(IntegrityError, match="delivery_key_once"), transaction.atomic():
        Delivery.objects.create(**GOOD, key="k")
