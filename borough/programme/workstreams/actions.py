"""Everything that is ever said of a workstream."""

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone

from borough.foundations.audit import actions as audit

from . import policy
from .models import REASON, WORDS, Area, Forecast, Milestone, Rewording, Status, StatusChange, Update, Workstream

PARTS = {"why": "Why", "what": "What we will do", "outcomes": "Outcomes", "owner": "Owner"}


class Refused(ValueError):
    """It cannot be done as asked. Its words say what to do; `field` is the form's field they are about, or ""."""

    def __init__(self, words: str, field: str | None = None):
        super().__init__(words)
        self.field = field


def must_manage(by, *, to: str = "do this") -> None:
    """Raises Refused for anybody but a programme manager."""
    if not policy.manages(by):
        raise Refused(f"Only a programme manager can {to}.")


def signed(by, at=None) -> dict:
    """When something was said, and by whom: the fields of `Said`."""
    return {"at": at or timezone.now(), "by_name": by.actor.name}


def _check(user, workstream):
    if not policy.may_write(user, workstream):
        raise Refused("Only a lead of this workstream or a programme manager can do this.")


def _words(text: str, what: str, field: str, most: int) -> str:
    text = text.strip().replace("\0", "")
    if not text:
        raise Refused(f"Enter {what}", field)
    if len(text) > most:
        raise Refused(f"Make {what} {most:,} characters or fewer; it has {len(text):,}", field)
    return text


@transaction.atomic
def begin(*, key, title, areas, why, what, outcomes, owner, starts_on, update_every, directorates=(), by) -> Workstream:
    """Add a workstream, after the others. Raises Refused: no manager, no area, a key or a title that is taken."""
    must_manage(by, to="begin a workstream")
    if not areas or set(areas) - set(Area.values):
        raise Refused("Choose at least one area", "areas")
    taken = Workstream.objects.filter(Q(key=key) | Q(title__iexact=title.strip())).first()
    if taken:
        field = "key" if taken.key == key else "title"
        raise Refused(f"There is a workstream with this {'key' if field == 'key' else 'name'}", field)
    workstream = Workstream.objects.create(
        key=key, title=title.strip(), areas=list(areas), why=why, what=what, outcomes=outcomes, owner=owner,
        starts_on=starts_on, update_every=update_every, position=Workstream.objects.count() + 1,
    )  # fmt: skip
    workstream.directorates.set(directorates)
    audit.record(action="workstream.begun", record=workstream, by=by, data={"key": key})
    return workstream


@transaction.atomic
def change_status(*, workstream, status, reason, by, at=None) -> StatusChange:
    """Add the new status with its reason. Raises Refused: not theirs, no such status, no reason, the same as before."""
    _check(by, workstream)
    Workstream.objects.select_for_update().get(pk=workstream.pk)
    if status not in Status.values:
        raise Refused("Choose a status", "status")
    reason = _words(reason, "why the status changes", "reason", REASON)
    latest = workstream.statuses.first()
    if latest and latest.status == status:
        raise Refused(f"It is “{status}” already. Write an update to say more", "status")
    change = StatusChange.objects.create(workstream=workstream, status=status, reason=reason, **signed(by, at))
    before = latest.status if latest else ""
    audit.record(action="workstream.status", record=workstream, by=by, reason=reason,
                 data={"before": before, "after": status})  # fmt: skip
    return change


@transaction.atomic
def write_update(*, workstream, words, by, at=None) -> Update:
    """Tell of progress. The same words twice in a row are kept once: a second click says nothing new."""
    _check(by, workstream)
    Workstream.objects.select_for_update().get(pk=workstream.pk)
    words = _words(words, "the update", "words", WORDS)
    latest = workstream.updates.first()
    if latest and latest.words == words:
        return latest
    update = Update.objects.create(workstream=workstream, words=words, **signed(by, at))
    audit.record(action="workstream.updated", record=workstream, by=by, data={"update": update.pk})
    return update


@transaction.atomic
def reword(*, workstream, part, words, reason, by) -> Rewording | None:
    """Change what a workstream says of itself, and keep what it said. None where the words are the same.

    Raises Refused: no manager, no such part, no words, no reason.
    """
    must_manage(by, to="change what a workstream says of itself")
    if part not in PARTS:
        raise Refused("Choose what to change", "part")
    most = 120 if part == "owner" else WORDS
    words = _words(words, "the new words", "words", most)
    reason = _words(reason, "why it changes", "reason", REASON)
    workstream = Workstream.objects.select_for_update().get(pk=workstream.pk)
    before = getattr(workstream, part)
    if before == words:
        return None
    setattr(workstream, part, words)
    workstream.save(update_fields=[part])
    kept = Rewording.objects.create(workstream=workstream, part=part, before=before, reason=reason, **signed(by))
    audit.record(action="workstream.reworded", record=workstream, by=by, reason=reason, data={"part": part})
    return kept


@transaction.atomic
def set_leads(*, workstream, leads, by) -> None:
    """Say who leads it. Raises Refused for anybody but a programme manager, and for somebody who is no officer."""
    must_manage(by, to="say who leads a workstream")
    if any(lead.kind != "officer" for lead in leads):
        raise Refused("Only officers can lead a workstream", "leads")
    workstream.leads.set(leads)
    audit.record(action="workstream.leads", record=workstream, by=by, data={"leads": sorted(str(u.pk) for u in leads)})


@transaction.atomic
def plan(*, workstream, title, planned_for, by) -> Milestone:
    """Add a milestone. Raises Refused: not theirs, before the workstream starts, one of that name is there."""
    _check(by, workstream)
    title = _words(title, "what will be reached", "title", 160)
    if planned_for < workstream.starts_on:
        raise Refused(f"The workstream starts on {_day(workstream.starts_on)}. Give that day or a later one",
                      "planned_for")  # fmt: skip
    try:
        with transaction.atomic():
            milestone = Milestone.objects.create(
                workstream=workstream, title=title, starts_on=workstream.starts_on, planned_for=planned_for
            )
    except IntegrityError:
        raise Refused("There is a milestone with this name. Give it another name", "title") from None
    audit.record(action="milestone.planned", record=milestone, by=by, data={"planned_for": planned_for.isoformat()})
    return milestone


@transaction.atomic
def forecast(*, milestone, day, reason, by) -> Forecast:
    """Say when a milestone is now expected. The first plan and every forecast stay to be seen.

    Raises Refused: not theirs, reached already, before its start, no reason.
    """
    _check(by, milestone.workstream)
    milestone = Milestone.objects.select_for_update().get(pk=milestone.pk)
    if milestone.reached_on:
        raise Refused(f"It was reached on {_day(milestone.reached_on)}, so there is nothing to expect.")
    if day < milestone.starts_on:
        raise Refused(f"Work on it starts on {_day(milestone.starts_on)}. Give that day or a later one", "day")
    reason = _words(reason, "why the day changes", "reason", REASON)
    told = Forecast.objects.create(
        milestone=milestone, starts_on=milestone.starts_on, day=day, reason=reason, **signed(by),
    )  # fmt: skip
    audit.record(action="milestone.forecast", record=milestone, by=by, reason=reason, data={"day": day.isoformat()})
    return told


@transaction.atomic
def reach(*, milestone, day, by) -> None:
    """Say on which day a milestone was reached. Raises Refused: not theirs, told already, in the future, too early."""
    _check(by, milestone.workstream)
    milestone = Milestone.objects.select_for_update().get(pk=milestone.pk)
    if milestone.reached_on:
        raise Refused(f"It was reached on {_day(milestone.reached_on)}. What was told stays told.")
    if day > timezone.localdate():
        raise Refused("This day is still to come. Give the day it was reached", "day")
    if day < milestone.starts_on:
        raise Refused(f"Work on it started on {_day(milestone.starts_on)}. Give that day or a later one", "day")
    milestone.reached_on = day
    milestone.save(update_fields=["reached_on"])
    audit.record(action="milestone.reached", record=milestone, by=by, data={"day": day.isoformat()})


def _day(day):
    return f"{day.day} {day:%B %Y}"
