"""Running what is due."""

import logging
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from borough.foundations.faults import brief

from . import registry
from .models import Schedule

logger = logging.getLogger(__name__)


def run_due(*, clock=timezone.now) -> int:
    """Run every job that is due and that no other worker is running. Returns how many ran."""
    _know_jobs(clock())
    ran = 0
    while _run_one(clock()):
        ran += 1
    return ran


def _know_jobs(now):
    known = dict(Schedule.objects.values_list("name", "cron"))
    if gone := known.keys() - registry.jobs.keys():  # a day's grace, for workers of two versions side by side
        Schedule.objects.filter(name__in=gone, due_at__lt=now - timedelta(days=1)).delete()
    changed = [job for job in registry.jobs.values() if known.get(job.name) != job.cron]
    Schedule.objects.bulk_create(
        [Schedule(name=job.name, cron=job.cron, due_at=job.after(now)) for job in changed],
        update_conflicts=True, unique_fields=["name"], update_fields=["cron", "due_at"],
    )  # fmt: skip


@transaction.atomic
def _run_one(now) -> bool:
    """The claim, the work and the next time are one transaction: a worker killed midway leaves the job due."""
    due = Schedule.objects.filter(name__in=registry.jobs, due_at__lte=now).order_by("due_at", "name")
    row = due.select_for_update(skip_locked=True).first()
    if row is None:
        return False
    job = registry.jobs[row.name]
    row.last_started_at, row.due_at, row.last_error = now, job.after(now), ""
    try:
        with transaction.atomic():  # a job that fails is undone; that it failed is kept
            job.run()
    except Exception as fault:
        row.last_error = brief(fault)[:300]
        logger.error("The job %s failed: %s", row.name, row.last_error)
    row.save()
    return True
