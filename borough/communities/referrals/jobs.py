"""Periodic work of referrals: what is kept no longer."""

from borough.forms.retention import delete_due
from borough.foundations.audit.actors import SYSTEM
from borough.foundations.schedule.registry import every

from .holding import CALLS, KIND


@every("55 3 * * *", name="referrals.retention")
def erase_overdue():
    delete_due(by=SYSTEM, only=[KIND, CALLS])
