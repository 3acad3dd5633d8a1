"""Periodic work: what an officer should know each working morning, and what is kept no longer."""

from borough.forms.retention import delete_due
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.schedule.registry import every

from . import digest
from .retention import KIND


@every("30 7 * * 1-5", name="casework.digest")
def daily_digest():
    digest.send()


@every("40 3 * * *", name="casework.retention")
def erase_overdue():
    """Closed cases that have been kept for as long as their service says."""
    delete_due(by=SYSTEM, only=[KIND])
