from datetime import timedelta

from django.utils import timezone

from borough.foundations.audit.actors import SYSTEM
from borough.foundations.schedule.registry import every

from .actions import snapshot


@every("10 2 * * *", name="measures.snapshot")
def yesterday():
    """Once the day is over, and the clocks' change at 1am with it."""
    snapshot(day=timezone.localdate() - timedelta(days=1), by=SYSTEM)
