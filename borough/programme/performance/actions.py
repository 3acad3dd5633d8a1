"""What officers say of a service's costs, of what came on paper, and of services still to be built."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from borough.forms import queries as forms
from borough.foundations.audit import actions as audit
from borough.foundations.people import queries as people
from borough.programme.workstreams import policy
from borough.programme.workstreams.actions import Refused, must_manage, signed

from .models import ELSEWHERE, REASON, Channel, ChannelCost, Elsewhere, Stage, StageChange


def may_cost(user, form) -> bool:
    """A programme manager, or somebody of the service's own team."""
    return policy.manages(user) or people.teams_of(user).filter(slug=form.service.team).exists()


@transaction.atomic
def set_cost(*, form, channel, pence, from_day, source, by) -> ChannelCost:
    """Say what one transaction costs by one way, from a day on. What was said before stays to be seen.

    Raises Refused: not theirs, no such way, no source, a cost below nothing.
    """
    _check(by, form)
    if channel not in Channel.values:
        raise Refused("Choose how it comes", "channel")
    if not 0 <= pence <= 10_000_000:
        raise Refused("Enter a cost from £0 to £100,000", "pence")
    source = _source(source)
    told = ChannelCost.objects.create(
        slug=form.slug, channel=channel, pence=pence, from_day=from_day, source=source, **signed(by)
    )
    audit.record(action="cost.set", record=told, by=by, data={"service": form.slug, "channel": channel})
    return told


@transaction.atomic
def count_elsewhere(*, form, channel, first_day, end_day, count, source, by) -> Elsewhere:
    """Say how many came by a way that no form sees, from `first_day` up to and not including `end_day`.

    Raises Refused: not theirs, no such way, no days, days to come, told already, no source.
    """
    _check(by, form)
    if channel not in ELSEWHERE:
        raise Refused("Choose how they came", "channel")
    if end_day <= first_day:
        raise Refused("The day after the last one must be later than the first day", "end_day")
    if end_day > timezone.localdate():
        raise Refused("These days are not over yet", "end_day")
    if count < 0:
        raise Refused("Enter how many came, 0 or more", "count")
    source = _source(source)
    days = {"first_day__lt": end_day, "end_day__gt": first_day}
    if Elsewhere.objects.filter(slug=form.slug, channel=channel, **days).exists():
        raise Refused("Some of these days were counted already", "first_day")
    try:
        with transaction.atomic():
            told = Elsewhere.objects.create(
                slug=form.slug, channel=channel, first_day=first_day, end_day=end_day, count=count, source=source,
                **signed(by),
            )  # fmt: skip
    except IntegrityError:
        raise Refused("Somebody counted these days just now", "first_day") from None
    audit.record(action="elsewhere.counted", record=told, by=by, data={"service": form.slug})
    return told


@transaction.atomic
def set_stage(*, key, title, directorate, stage, reason, by) -> StageChange:
    """Say how far a service has come that Borough does not run.

    Raises Refused: no manager, one that Borough runs (its definition says its stage), the same stage again, no reason.
    """
    must_manage(by, to="say how far a service has come")
    if key in {one["slug"] for one in forms.stages()}:
        raise Refused("Borough runs this service: its definition says how far it has come", "key")
    if stage not in Stage.values:
        raise Refused("Choose how far it has come", "stage")
    if not reason.strip():
        raise Refused("Enter what happened", "reason")
    latest = StageChange.objects.filter(key=key).order_by("-at", "-pk").first()
    if latest and latest.stage == stage:
        raise Refused(f"It is in “{stage}” already", "stage")
    told = StageChange.objects.create(
        key=key, title=title.strip(), directorate=directorate, stage=stage, reason=reason.strip()[:REASON], **signed(by)
    )
    audit.record(action="service.stage", record=told, by=by, reason=reason, data={"key": key, "stage": stage})
    return told


def _check(by, form):
    if not may_cost(by, form):
        raise Refused("Only the service’s own team or a programme manager can do this.")


def _source(source):
    if not source.strip():
        raise Refused("Enter where the number is from", "source")
    return source.strip()
