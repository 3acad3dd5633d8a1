"""Publishing measures, and typing the numbers that nothing counts."""

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit
from borough.foundations.measures import registry
from borough.programme.workstreams import policy
from borough.programme.workstreams.actions import Refused, must_manage, signed

from .models import LONG, Published, Revision, TypedReading

FACTS = ("baseline", "baseline_on", "target", "target_on", "source", "method", "caveats", "every")


@transaction.atomic
def publish(*, key, workstream, by, typed=False, **facts) -> Published:
    """Make a measure public. Raises Refused: no manager, public already, a bad key, nothing counts it, no source.

    `facts` are fields of Published; a typed measure needs its title, unit and definition among them.
    """
    must_manage(by, to="publish a measure or change what it aims at")
    if not typed and registry.get(key) is None:
        raise Refused(f"Nothing counts “{key}”. Choose a measure from the list", "key")
    if typed and registry.get(key) is not None:
        raise Refused(f"“{key}” is counted already. Publish that, or choose another key", "key")
    _days(facts)
    made = Published(key=key, workstream=workstream, typed=typed, **facts)
    try:
        made.full_clean()
        made.save()
    except ValidationError as fault:
        field, words = next(iter(fault.message_dict.items()))
        raise Refused(words[0], field if field in FACTS or field == "key" else None) from None
    audit.record(action="measure.published", record=made, by=by, data={"key": key})
    return made


@transaction.atomic
def revise(*, measure, reason, by, **facts) -> Revision | None:
    """Change what is aimed at or said about a measure, and keep what it was. None where nothing changes."""
    must_manage(by, to="publish a measure or change what it aims at")
    reason = reason.strip()
    if not reason:
        raise Refused("Enter why it changes", "reason")
    _days(facts)
    measure = Published.objects.select_for_update().get(pk=measure.pk)
    changed = {name: value for name, value in facts.items() if name in FACTS and getattr(measure, name) != value}
    if not changed:
        return None
    words = "\n".join(f"{_called(name)} was {_said(getattr(measure, name))}" for name in changed)
    for name, value in changed.items():
        setattr(measure, name, value)
    measure.save(update_fields=list(changed))
    kept = Revision.objects.create(measure=measure, words=words, reason=reason[:LONG], **signed(by))
    audit.record(action="measure.revised", record=measure, by=by, reason=reason, data={"changed": sorted(changed)})
    return kept


@transaction.atomic
def type_in(*, measure, day, value, source, by, correction="") -> TypedReading:
    """Type the number of one day. A second one for the same day has to say why the first was wrong.

    Raises Refused: not theirs, counted and not typed, a day to come, no source, that day has a number already, too
    large a number. The same number for the same day, typed twice by a second click, is kept once.
    """
    if not policy.may_write(by, measure.workstream):
        raise Refused("Only a lead of its workstream or a programme manager can type a number.")
    if not measure.typed:
        raise Refused("This measure is counted, so nobody types it.")
    if day > timezone.localdate():
        raise Refused("This day is still to come. Give the day the number is of", "day")
    if abs(value) >= 10**16:
        raise Refused("This number is too large. Check it", "value")
    if not source.strip():
        raise Refused("Enter where the number is from", "source")
    Published.objects.select_for_update().get(pk=measure.pk)
    before = measure.typed_readings.filter(day=day).order_by("-pk").first()
    if before and before.value == value and not correction.strip():
        return before
    if before and not correction.strip():
        words = f"{before.by_name} typed {before.value.normalize():f} for this day already. If that is wrong, say why"
        raise Refused(words, "correction")
    try:
        made = TypedReading.objects.create(
            measure=measure, day=day, value=value, source=source.strip(), **signed(by),
            correction=correction.strip() if before else "",
        )  # fmt: skip
    except IntegrityError:
        raise Refused("Somebody typed a number for this day just now. Look at it first.") from None
    audit.record(action="measure.typed", record=measure, by=by, reason=made.correction, data={"day": day.isoformat()})
    return made


def _days(facts):
    for name, words in (("baseline", "the day of the baseline"), ("target", "the day of the target")):
        value, day = facts.get(name), facts.get(f"{name}_on")
        if (value is None) != (day is None):
            field = f"{name}_on" if day is None else name
            raise Refused(f"Enter {words} as well" if day is None else f"Enter the {name} as well", field)


def _called(name):
    return name.replace("_on", " day").capitalize()


def _said(value):
    if value in (None, ""):
        return "not given"
    return f"{value.day} {value:%B %Y}" if hasattr(value, "day") else f"“{value}”"
