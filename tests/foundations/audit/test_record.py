"""An act and its event are kept or lost together."""

import pytest
from django.db import transaction

from borough.foundations.audit import actions, queries
from borough.foundations.audit.actors import RESIDENT, SYSTEM, Actor
from borough.foundations.audit.models import AuditEvent
from borough.foundations.people.models import Directorate


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_it_is_refused():
    with pytest.raises(RuntimeError, match="needs the transaction"):
        actions.record(action="case.moved", kind="case", id=1, by=SYSTEM)
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_act_and_event_are_kept_together():
    with transaction.atomic():
        place = Directorate.objects.create(slug="place", name="Place")
        actions.record(action="directorate.made", record=place, by=SYSTEM)
    assert queries.of(place).get().action == "directorate.made"


@pytest.mark.django_db(transaction=True)
def test_act_and_event_are_lost_together():
    def act_and_fail():
        with transaction.atomic():
            place = Directorate.objects.create(slug="place", name="Place")
            actions.record(action="directorate.made", record=place, by=SYSTEM)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        act_and_fail()
    assert not Directorate.objects.exists()
    assert not AuditEvent.objects.exists()


@pytest.mark.django_db
def test_a_record_with_events_can_be_deleted():
    place = Directorate.objects.create(slug="place", name="Place")
    actions.record(action="directorate.made", record=place, by=SYSTEM)
    id = place.pk
    place.delete()
    assert queries.named("directorate", id).count() == 1


@pytest.mark.django_db
def test_an_officers_name_is_kept_and_a_residents_is_not():
    officer = actions.record(action="a.b", kind="case", id=1, by=Actor("officer", "7", "Ada Wren"))
    resident = actions.record(action="a.b", kind="case", id=1, by=Actor("resident", "8", "Bo Finch"))
    nobody = actions.record(action="a.b", kind="case", id=1, by=RESIDENT)
    assert [e.actor_name for e in (officer, resident, nobody)] == ["Ada Wren", "Resident", "Resident"]
    assert resident.actor_id == "8"
