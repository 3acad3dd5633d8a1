"""What officers say of their own digital skills, private to them; what they learned; what was seen in practice."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from borough.foundations.people.models import User

from .tasks import TASKS

KEYS = list(TASKS)


class Answer(models.Model):
    """What somebody says of one task, themselves. It goes with their account."""

    class Can(models.TextChoices):
        CAN = "can", "I can do this"
        CANNOT = "cannot", "I cannot do this"
        LEARN = "learn", "I want to learn this"

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="skills")
    task = models.CharField(max_length=20)
    can = models.CharField(max_length=10, choices=Can.choices)
    helps = models.BooleanField(default=False)  # would help others with it
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "task"], name="skill_once"),
            models.CheckConstraint(name="skill_task_known", condition=Q(task__in=KEYS)),
            models.CheckConstraint(name="skill_answer_known", condition=Q(can__in=["can", "cannot", "learn"])),
            models.CheckConstraint(name="skill_helps_who_can", condition=Q(helps=False) | Q(can="can")),
        ]

    def __str__(self):
        return f"{self.task}: {self.can}"


class Profile(models.Model):
    """Whether others may find somebody as a champion, and where. Nobody is listed who did not say so."""

    user = models.OneToOneField(User, primary_key=True, on_delete=models.CASCADE, related_name="skills_profile")
    listed = models.BooleanField(default=False)
    place = models.CharField(max_length=80, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="champion_is_somewhere", condition=Q(listed=False) | ~Q(place="")),
        ]

    def __str__(self):
        return f"Profile of {self.user_id}"


class Course(models.Model):
    """Something to learn from: a course, a session, a page to read."""

    title = models.CharField(max_length=160, unique=True)
    href = models.CharField(max_length=300, blank=True)
    tasks = ArrayField(models.CharField(max_length=20))
    day = models.DateField(null=True, blank=True)  # of a session; empty for what can be done at any time

    class Meta:
        ordering = [F("day").asc(nulls_last=True), "title"]
        constraints = [
            models.CheckConstraint(
                name="course_teaches_something", condition=Q(tasks__len__gt=0, tasks__contained_by=KEYS)
            )
        ]

    def __str__(self):
        return self.title


class Taken(models.Model):
    """A course that somebody took."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="courses_taken")
    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="taken")
    day = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "course", "day"], name="course_once_a_day")]

    def __str__(self):
        return f"{self.course} on {self.day}"


class Shown(models.Model):
    """A task that somebody was seen to do. Kept apart from what they say, and never by themselves."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="skills_shown")
    task = models.CharField(max_length=20)
    day = models.DateField()
    seen_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    seen_by_name = models.CharField(max_length=200)
    how = models.CharField(max_length=300)

    class Meta:
        verbose_name_plural = "shown"
        constraints = [
            models.UniqueConstraint(fields=["user", "task", "day"], name="shown_once_a_day"),
            models.CheckConstraint(name="shown_task_known", condition=Q(task__in=KEYS)),
            models.CheckConstraint(name="shown_to_somebody_else", condition=Q(seen_by=None) | ~Q(seen_by=F("user"))),
            models.CheckConstraint(name="shown_says_how", condition=~Q(how="")),
        ]

    def __str__(self):
        return f"{self.task} on {self.day}"
