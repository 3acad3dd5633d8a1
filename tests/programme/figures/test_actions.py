"""Publishing measures and typing numbers."""

import datetime
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.audit.models import AuditEvent
from borough.programme.figures import actions, queries
from borough.programme.figures.models import Published, Revision, TypedReading
from borough.programme.workstreams.actions import Refused
from tests import people

from .. import world

pytestmark = pytest.mark.django_db
DAY = datetime.date(2026, 3, 2)


@pytest.fixture
def stream():
    return world.workstream()


def type_in(measure, by, value="7", day=DAY, source="Survey", **more):
    return actions.type_in(measure=measure, day=day, value=Decimal(value), source=source, by=by, **more)


def test_a_typed_number_has_its_source_and_person(stream):
    lead = world.lead(stream)
    type_in(world.typed(stream), lead)
    figure = queries.measure("halls")
    assert (figure.value, figure.as_at, figure.source) == (7, DAY, "Survey")
    assert queries.history(figure)[0].by == lead.name
    assert AuditEvent.objects.filter(action="measure.typed", actor_id=str(lead.pk)).exists()


def test_typed_twice_is_kept_once_unless_it_puts_the_first_right(stream):
    measure, lead = world.typed(stream), world.lead(stream)
    first = type_in(measure, lead)
    assert type_in(measure, lead) == first
    with pytest.raises(Refused, match=r"typed 7 for this day already") as refused:
        type_in(measure, lead, "8")
    assert refused.value.field == "correction"
    type_in(measure, lead, "8", correction="One hall was left out.")
    figure = queries.measure("halls")
    assert figure.value == 8
    assert [point.value for point in queries.history(figure)] == [8]
    assert [row.correction for row in queries.corrections(measure)] == ["One hall was left out."]
    assert TypedReading.objects.count() == 2


def test_an_earlier_day_typed_later_does_not_become_the_latest(stream):
    measure, lead = world.typed(stream), world.lead(stream)
    type_in(measure, lead, "9")
    type_in(measure, lead, "4", day=DAY - datetime.timedelta(days=30))
    assert queries.measure("halls").value == 9


def test_what_is_wrong_is_said(stream):
    measure, lead = world.typed(stream), world.lead(stream)
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    for wrong, words in (({"day": tomorrow}, "still to come"), ({"source": " "}, "where the number is from"),
                         ({"value": "1e17"}, "too large")):  # fmt: skip
        with pytest.raises(Refused, match=words):
            type_in(measure, lead, **wrong)
    with pytest.raises(Refused, match="counted, so nobody types"):
        type_in(world.counted(stream), lead)
    with pytest.raises(Refused, match="Only a lead"):
        type_in(measure, people.officer())


def test_a_manager_publishes_what_is_counted(stream, monkeypatch):
    world.declare(monkeypatch, things=12)
    actions.publish(key="things", workstream=stream, source="Casework", by=world.manager())
    world.snapshot()
    assert queries.measure("things").value == 12


def test_what_cannot_be_published(stream, monkeypatch):
    world.declare(monkeypatch, things=12)
    manager = world.manager()
    for facts, words in (
        ({"key": "nothing"}, "Nothing counts"),
        ({"key": "things", "typed": True}, "counted already"),
        ({"key": "Bad Key", "typed": True}, "small letters"),
        ({"key": "things", "target": Decimal(3)}, "day of the target"),
        ({"key": "things", "baseline_on": DAY}, "baseline as well"),
        ({"key": "things", "source": ""}, "blank"),
    ):
        with pytest.raises(Refused, match=words):
            actions.publish(**{"workstream": stream, "source": "x", "by": manager} | facts)
    with pytest.raises(Refused, match="Only a programme manager"):
        actions.publish(key="things", workstream=stream, source="x", by=world.lead(stream))
    assert not Published.objects.exists()


def test_a_target_that_changes_keeps_what_it_was(stream):
    measure = world.typed(stream, target=Decimal(20), target_on=DAY)
    manager = world.manager()
    actions.revise(measure=measure, target=Decimal(15), target_on=DAY, reason="Two halls closed.", by=manager)
    kept = Revision.objects.get()
    assert (kept.words, kept.reason) == ("Target was “20.0000”", "Two halls closed.")
    measure.refresh_from_db()
    assert measure.target == 15
    assert actions.revise(measure=measure, target=Decimal(15), target_on=DAY, reason="x", by=manager) is None
    with pytest.raises(Refused, match="why it changes"):
        actions.revise(measure=measure, target=None, target_on=None, reason="", by=manager)


def refused(what):
    with pytest.raises(IntegrityError), transaction.atomic():
        what()


def test_what_the_database_refuses(stream):
    measure, lead = world.typed(stream), world.lead(stream)
    rows = Published.objects.filter(pk=measure.pk)
    for wrong in ({"source": ""}, {"title": ""}, {"target": 3}, {"baseline": 3}, {"direction": "left"},
                  {"part_of": "halls"}):  # fmt: skip
        refused(lambda wrong=wrong: rows.update(**wrong))
    reading = type_in(measure, lead)
    again = {"measure": measure, "day": DAY, "value": 3, "at": timezone.now(), "by_name": "x"}
    refused(lambda: TypedReading.objects.create(source="x", **again))
    refused(lambda: TypedReading.objects.create(source="", correction="x", **again))
    refused(lambda: TypedReading.objects.filter(pk=reading.pk).update(value=9))
    refused(reading.delete)
    refused(lambda: Revision.objects.create(measure=measure, words="x", reason="", at=timezone.now(), by_name="x"))
