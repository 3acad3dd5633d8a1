"""Taking readings."""

from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.faults import brief

from . import registry
from .models import Reading


@transaction.atomic
def snapshot(*, day, by, tell=lambda reading: None) -> list[Reading]:
    """Count every measure as at the end of `day` and keep the readings; counting a day again replaces them.

    Each measure stands alone: one that fails leaves a reading with an error and no value, and the rest go on.
    `tell(reading)` is called after each, to show progress.
    """
    readings = []
    for measure in registry.measures():
        readings.append(_read(measure, day))
        tell(readings[-1])
    failed = [reading.key for reading in readings if reading.error]
    data = {"counted": len(readings) - len(failed), "failed": failed}
    audit.record(action="measures.counted", kind="snapshot", id=day.isoformat(), by=by, data=data)
    return readings


def _read(measure, day) -> Reading:
    value, error = None, ""
    try:
        with transaction.atomic():
            value = measure.count(day)
            if value is not None and not isinstance(value, (int, Decimal)):
                raise TypeError(f"{measure.key} counted {type(value).__name__}, not a number")
            return _keep(measure, day, value, "")
    except Exception as fault:
        error = brief(fault)[:300]
    return _keep(measure, day, None, error)


def _keep(measure, day, value, error) -> Reading:
    new = {"value": value, "error": error, "counted_at": timezone.now()}
    return Reading.objects.update_or_create(key=measure.key, day=day, defaults=new)[0]
