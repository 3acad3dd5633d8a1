"""Keys change, and everything sealed opens with the newest one alone."""

import pytest

from borough.foundations import resealing, vault
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.audit.models import AuditEvent
from borough.foundations.people.models import Person

OLD, NEW = "the-old-key-of-a-test-the-old-key", "the-new-key-of-a-test-the-new-key"
pytestmark = pytest.mark.django_db


@pytest.fixture
def holder(monkeypatch):
    """People whose address is sealed, as a room would register them."""
    monkeypatch.setattr(resealing, "holders", {})
    monkeypatch.setattr(resealing, "BATCH", 2)

    def reseal(person):
        if vault.is_newest(person.address):
            return []
        person.address = vault.reseal(person.address)
        return ["address"]

    resealing.register("addresses", rows=lambda: Person.objects.exclude(address=""), reseal=reseal)


@pytest.fixture
def people(settings, holder):
    settings.KEYS = [OLD]
    return Person.objects.bulk_create(Person(name=f"P{n}", address=vault.seal(f"{n} High Street")) for n in range(5))


def test_after_a_rotation_the_old_key_can_go(people, settings):
    settings.KEYS = [NEW, OLD]
    assert list(resealing.rotate(by=SYSTEM))[-1] == ("addresses", 5, 5)
    settings.KEYS = [NEW]
    assert {vault.unseal(person.address) for person in Person.objects.all()} == {f"{n} High Street" for n in range(5)}


def test_a_rotation_cut_short_goes_on(people, settings):
    settings.KEYS = [NEW, OLD]
    next(resealing.rotate(by=SYSTEM))
    assert list(resealing.rotate(by=SYSTEM))[-1] == ("addresses", 5, 3)


def test_each_batch_is_audited_with_its_count_alone(people, settings):
    settings.KEYS = [NEW, OLD]
    list(resealing.rotate(by=SYSTEM))
    events = AuditEvent.objects.filter(action="keys.rotated").order_by("pk")
    assert [event.data for event in events] == [{"rows": 2}, {"rows": 2}, {"rows": 1}]


def test_without_the_old_key_nothing_is_changed(people, settings):
    settings.KEYS = [NEW]
    with pytest.raises(vault.Unopenable):
        list(resealing.rotate(by=SYSTEM))
    settings.KEYS = [OLD]
    assert all(vault.unseal(person.address) for person in Person.objects.all())


def test_sealed_answers_are_found_wherever_they_are(settings):
    settings.KEYS = [OLD]
    answers = {"name": "Amina", "pay": [{"sealed": vault.seal("12345678"), "last": "5678", "digest": "old"}]}
    settings.KEYS = [NEW, OLD]
    after = resealing.renewed(answers, digest=lambda text: f"digest of {text}")
    assert after["name"] == "Amina"
    assert vault.is_newest(after["pay"][0]["sealed"])
    assert after["pay"][0]["digest"] == "digest of 12345678"
    assert resealing.renewed(after) is after
