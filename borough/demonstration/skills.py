"""What officers of the demonstration said of their digital skills, and what they learned."""

import datetime
from random import Random

from borough.council.skills.models import Answer, Course, Profile, Shown, Taken
from borough.council.skills.tasks import TASKS

from .stories import days

DAY = datetime.timedelta(days=1)
PLACES = ("Town Hall", "Central Library", "Fred Perry House")
COURSES = (
    ("Spreadsheets without fear", ("spreadsheet", "numbers"), 12),
    ("Working on one document together", ("share", "save"), 20),
    ("Spot the trick: an hour on phishing", ("phishing", "password"), None),
    ("Plain English in letters", ("letters",), None),
    ("Pages that everybody can use", ("accessible", "research"), 33),
)


def load(rng: Random, day: datetime.date, users: dict) -> None:
    officers = [user for key, user in users.items() if user.email.endswith("@borough.example")][:26]
    answers, profiles, taken = [], [], []
    Course.objects.bulk_create(
        Course(title=title, tasks=list(tasks), day=day + ahead * DAY if ahead else None)
        for title, tasks, ahead in COURSES
    )
    courses = list(Course.objects.order_by("pk"))
    for user in officers:
        at = days.at(day - rng.randint(5, 200) * DAY, 12, rng.randint(0, 59))
        helps = False
        for task in TASKS:
            can = rng.choices(("can", "learn", "cannot"), (7, 2, 1))[0]
            offers = can == "can" and rng.random() < 0.12
            helps = helps or offers
            answers.append(Answer(user=user, task=task, can=can, helps=offers, at=at))
        if helps and rng.random() < 0.5:
            profiles.append(Profile(user=user, listed=True, place=rng.choice(PLACES)))
        if rng.random() < 0.6:
            taken.append(Taken(user=user, course=rng.choice(courses), day=day - rng.randint(3, 150) * DAY))
    Answer.objects.bulk_create(answers)
    Profile.objects.bulk_create(profiles)
    Taken.objects.bulk_create(taken)
    Shown.objects.create(user=users["amina.yusuf"], task="assist", day=day - 9 * DAY, seen_by=users["sunita.rao"],
                         seen_by_name="Sunita Rao", how="Filled in a form with a caller in six minutes.")  # fmt: skip
