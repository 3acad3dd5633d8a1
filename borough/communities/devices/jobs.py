"""Periodic work: the queue, reminders, and what is kept no longer."""

from django.utils import timezone

from borough.forms.retention import delete_due
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.schedule.registry import every

from . import telling
from .actions import nudging
from .retention import KIND


@every("*/10 * * * *", name="devices.queue")
def look_at_the_queue():
    """Pass on what nobody came for, offer what is free, and tell whom a killed process did not."""
    telling.expire()
    telling.settle()


@every("30 9 * * 1-5", name="devices.remind")
def remind():
    for loan, kind in nudging.due(timezone.localdate()):
        nudging.remind(loan=loan, kind=kind, by=SYSTEM)


@every("50 3 * * *", name="devices.retention")
def erase_overdue():
    """Closed loans that have been kept for as long as the service says."""
    delete_due(by=SYSTEM, only=[KIND])
