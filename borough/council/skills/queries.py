"""Reading skills: each their own; a team's manager totals of five people or more; champions those who said so."""

import datetime
from collections import Counter

from django.db.models import Q
from django.utils import timezone

from borough.foundations import small
from borough.foundations.people import queries as people
from borough.foundations.people.models import User

from .models import Answer, Course, Profile, Shown, Taken
from .tasks import PARTS, TASKS

LASTS = datetime.timedelta(days=365)  # after a year we ask again
CANS = tuple(Answer.Can.values)


def own(user) -> dict:
    """{answers, taken, shown, profile, suggested}: everything of one's own."""
    answers = {one.task: one for one in Answer.objects.filter(user=user)}
    return {
        "answers": answers,
        "old": bool(answers) and min(one.at for one in answers.values()) < timezone.now() - LASTS,
        "taken": list(Taken.objects.filter(user=user).select_related("course").order_by("-day")),
        "shown": list(Shown.objects.filter(user=user).order_by("-day")),
        "profile": Profile.objects.filter(user=user).first(),
        "suggested": suggested(answers),
    }


def suggested(answers: dict[str, Answer]) -> list[Course]:
    """What teaches something they want to learn or cannot do: what they want first, the nearest session first."""
    wants = {task for task, one in answers.items() if one.can == "learn"}
    lacks = {task for task, one in answers.items() if one.can == "cannot"}
    coming = Q(day=None) | Q(day__gte=timezone.localdate())
    found = [one for one in Course.objects.filter(coming) if (wants | lacks) & set(one.tasks)]
    return sorted(found, key=lambda one: -len(wants & set(one.tasks)))


def champions(task: str = "", place: str = "") -> list[User]:
    """Colleagues who said that they help and may be found, with `helps_with`; near first if a place is given."""
    answers = Answer.objects.filter(helps=True, user__skills_profile__listed=True, user__is_active=True)
    helping: dict[int, list[str]] = {}
    for user, known in answers.values_list("user", "task"):
        helping.setdefault(user, []).append(known)
    found = User.objects.filter(pk__in=helping).select_related("skills_profile").order_by("name")
    for one in found:
        one.helps_with = [words for key, words in TASKS.items() if key in helping[one.pk]]
    listed = [one for one in found if not task or task in helping[one.pk]]
    return sorted(listed, key=lambda one: one.skills_profile.place.casefold() != place.strip().casefold())


def places() -> list[str]:
    return sorted(set(Profile.objects.filter(listed=True).values_list("place", flat=True)), key=str.casefold)


def team(team) -> dict:
    """{people, answered, parts: [(title, [{task, words, can, cannot, learn}])]} of one team.

    Nothing for fewer than five who answered; else each number from 1 to 4 hidden, and another with it where it could
    be worked out from how many answered.
    """
    here = list(people.officers(team).values_list("pk", flat=True))
    fresh = Answer.objects.filter(user__in=here, at__gte=timezone.now() - LASTS)
    answered = fresh.values("user").distinct().count()
    if answered < small.FEW:
        return {"people": len(here), "answered": None, "parts": []}
    counts: dict[str, Counter] = {}
    for task, can in fresh.values_list("task", "can"):
        counts.setdefault(task, Counter())[can] += 1
    parts = [
        (title, [{"words": words} | _shown(counts.get(task, Counter())) for task, words in tasks.items()])
        for title, tasks in PARTS.values()
    ]
    return {"people": len(here), "answered": answered, "parts": parts}


def _shown(counts: Counter) -> dict:
    values = {can: counts[can] for can in CANS} | {"all": counts.total()}
    hidden = small.hidden(values, {*CANS, "all"}, dict.fromkeys(CANS, "all"))
    return {can: None if can in hidden else values[can] for can in CANS}


def assessed(day: datetime.date) -> int:
    """How many people have answered in the year up to the end of that day, as far as it is still known."""
    end = timezone.make_aware(datetime.datetime.combine(day + datetime.timedelta(days=1), datetime.time()))
    return Answer.objects.filter(at__gte=end - LASTS, at__lt=end).values("user").distinct().count()


def sessions(day: datetime.date) -> int:
    return Taken.objects.filter(day__gt=day - LASTS, day__lte=day).count()
