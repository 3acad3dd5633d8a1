"""Saying what one can do, being listed as a champion, logging what was learned, and what was seen in practice.

The audit trail has that somebody answered, and never what.
"""

import datetime

from django.db import transaction
from django.utils import timezone

from borough.foundations.audit import actions as audit

from .models import Answer, Course, Profile, Shown, Taken
from .tasks import TASKS


class Refused(ValueError):
    """It cannot be done as asked. `field` is the form's field it is about, or None."""

    def __init__(self, words: str, field: str | None = None):
        super().__init__(words)
        self.field = field


@transaction.atomic
def answer(*, answers: dict[str, tuple[str, bool]], by) -> int:
    """Keep {task: (can, helps)}; what was said before is replaced, what is left out stays. Returns how many.

    Raises Refused: no such task or answer; helping with what one cannot do.
    """
    for task, (can, helps) in answers.items():
        if task not in TASKS or can not in Answer.Can.values:
            raise Refused("Choose an answer", task)
        if helps and can != "can":
            raise Refused(f"You can help others once you can do it: {TASKS[task]}", task)
    now = timezone.now()
    Answer.objects.bulk_create(
        [Answer(user=by, task=task, can=can, helps=helps, at=now) for task, (can, helps) in answers.items()],
        update_conflicts=True, unique_fields=["user", "task"], update_fields=["can", "helps", "at"],
    )  # fmt: skip
    audit.record(action="skills.answered", kind="skills", id=by.pk, by=by, data={"answers": len(answers)})
    return len(answers)


@transaction.atomic
def forget(*, by) -> None:
    """Delete all that somebody said of themselves."""
    Answer.objects.filter(user=by).delete()
    Profile.objects.filter(user=by).delete()
    audit.record(action="skills.forgotten", kind="skills", id=by.pk, by=by)


@transaction.atomic
def list_me(*, listed: bool, place: str, by) -> Profile:
    """Be found by others as a champion, or not any more. Raises Refused: nowhere, nothing to help with."""
    place = " ".join(place.split())[:80]
    if listed and not place:
        raise Refused("Enter where you work", "place")
    if listed and not Answer.objects.filter(user=by, helps=True).exists():
        raise Refused("First say above what you would help others with", "listed")
    profile, _ = Profile.objects.update_or_create(user=by, defaults={"listed": listed, "place": place})
    audit.record(action="skills.listed", kind="skills", id=by.pk, by=by, data={"listed": listed})
    return profile


@transaction.atomic
def take(*, course: Course, day: datetime.date, by) -> Taken:
    """Log a course that one took. Twice on one day is once. Raises Refused for a day to come."""
    if day > timezone.localdate():
        raise Refused("This day is still to come", "day")
    taken, made = Taken.objects.get_or_create(user=by, course=course, day=day)
    if made:
        audit.record(action="skills.learned", kind="skills", id=by.pk, by=by, data={"course": course.pk})
    return taken


@transaction.atomic
def see(*, user, task: str, how: str, by) -> Shown:
    """Say that a colleague was seen to do something. Raises Refused: oneself, no such task, not said how."""
    if user.pk == by.pk:
        raise Refused("Somebody else has to see it", "user")
    if task not in TASKS:
        raise Refused("Choose a task", "task")
    if not how.strip():
        raise Refused("Enter what you saw", "how")
    shown, made = Shown.objects.get_or_create(
        user=user, task=task, day=timezone.localdate(),
        defaults={"seen_by": by, "seen_by_name": by.actor.name, "how": how.strip()[:300]},
    )  # fmt: skip
    if made:
        audit.record(action="skills.seen", kind="skills", id=user.pk, by=by)
    return shown


@transaction.atomic
def offer(*, title: str, href: str, tasks: list[str], day, by) -> Course:
    """Add something to learn from. Raises Refused: nothing it teaches, an address nobody can follow, there already."""
    title = title.strip()
    if href and not href.startswith("https://"):
        raise Refused("Begin the address with https://", "href")
    if not tasks or any(task not in TASKS for task in tasks):
        raise Refused("Choose what it teaches", "tasks")
    if Course.objects.filter(title=title).exists():
        raise Refused("There is something of this name already", "title")
    course = Course.objects.create(title=title, href=href, tasks=list(dict.fromkeys(tasks)), day=day)
    audit.record(action="course.offered", record=course, by=by)
    return course
