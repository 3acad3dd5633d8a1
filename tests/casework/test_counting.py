"""What is counted of cases."""

import datetime

from django.utils import timezone

from borough.casework import actions, counting
from borough.casework.models import Case, TimelineEntry
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.measures import actions as measures
from borough.foundations.measures import registry

from . import world

DAY = datetime.timedelta(days=1)


def count(key, day=None):
    return registry.get(key).count(day or timezone.localdate())


def test_a_services_own_measures(form, ann, bob, pam):
    done, moving = world.case(form), world.case(form)
    world.case(form)
    for case in (done, moving):
        actions.move(case=case, move="check", by=ann)
    for task in ("identity", "premises"):
        actions.do_task(case=done, task=task, by=ann)
    actions.move(case=done, move="approve", by=bob, fields={"amount": 100})
    actions.move(case=done, move="pay", by=pam)
    assert (count("shops-asked"), count("shops-in-checks"), count("shops-helped")) == (3, 1, 1)


def test_a_day_gone_by_is_counted_as_it_was(form, ann):
    case = world.case(form)
    today = timezone.localdate()
    Case.objects.update(opened_at=timezone.now() - 5 * DAY)
    TimelineEntry.objects.update(at=timezone.now() - 5 * DAY)
    actions.move(case=case, move="check", by=ann)
    assert (count("shops-in-checks", today - DAY), count("shops-in-checks", today)) == (0, 1)
    assert (count("shops-asked", today - 6 * DAY), count("shops-asked", today - DAY)) == (0, 1)


def test_reopened_cases_are_not_counted_twice(form, ann, bob):
    case = world.case(form)
    for _ in range(2):
        actions.move(case=case, move="refuse", by=bob, reason="No")
        actions.reopen(case=case, by=ann, reason="They appealed")
    entered = counting.Count(entered="refused")
    assert entered(form.slug, timezone.localdate()) == 1


def test_open_late_and_in_time(form, ann, bob):
    today = timezone.localdate()
    late, good, bad, waiting = (world.case(form) for _ in range(4))
    Case.objects.filter(pk__in=[late.pk, bad.pk, waiting.pk]).update(due_on=today - DAY)
    actions.move(case=waiting, move="ask", by=ann, reason="More")
    for case in (good, bad):
        actions.move(case=case, move="refuse", by=bob, reason="No")
    assert (count("cases-open"), count("cases-late"), count("cases-in-time")) == (2, 1, 50)
    assert count("cases-late", today - 9 * DAY) is None


def test_nothing_closed_is_not_nought_per_cent(form):
    assert count("cases-in-time") is None


def test_a_snapshot_keeps_them(form, case):
    readings = measures.snapshot(day=timezone.localdate(), by=SYSTEM)
    assert {"shops-asked", "cases-open"} <= {reading.key for reading in readings if not reading.error}
