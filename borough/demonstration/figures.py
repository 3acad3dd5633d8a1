"""How people got on with the forms: those who gave up, answers not taken, and what they thought of it."""

import datetime
from random import Random

from django.utils import timezone

from borough.forms import mistakes, queries
from borough.forms.measuring.models import Opinion, Refused, Stopped

DAYS = 120
SAID = (
    (5, "It was quick, and I knew what would happen next."),
    (5, "Easy on my phone."),
    (4, "I had to look for my papers first. Say so earlier."),
    (3, "It did not know my new address, so I typed it."),
    (2, "I had to start again because I closed the page."),
    (1, "I wanted to talk to somebody."),
)


def load(rng: Random, day: datetime.date) -> None:
    """Numbers up to `day` for every service that is live."""
    stopped, refused, opinions = [], [], []
    for form in queries.services():
        for ago in range(DAYS):
            on = day - datetime.timedelta(days=ago)
            stopped += _stopped(rng, form, on)
            refused += _refused(rng, form, on)
            opinions += _opinions(rng, form, on)
    Stopped.objects.bulk_create(stopped)
    Refused.objects.bulk_create(refused)
    Opinion.objects.bulk_create(opinions)


def _stopped(rng, form, on):
    """Two in five days somebody gives up, mostly early and where papers are asked for."""
    if rng.random() < 0.4:
        pages = [page for page in form.pages.values() if not page.end]
        weights = [4 if not page.steady else 3 if at < 3 else 1 for at, page in enumerate(pages)]
        page = rng.choices(pages, weights)[0]
        yield Stopped(slug=form.slug, day=on, channel="online", page=page.name, count=1)
    ends = [page.name for page in form.pages.values() if page.end]
    if ends and rng.random() < 0.1:
        yield Stopped(slug=form.slug, day=on, channel="online", page=rng.choice(ends), ended=True, count=1)


def _refused(rng, form, on):
    question = rng.choice(list(form.questions.values()))
    faults = sorted({said.fault for said in mistakes.messages(question, timezone.localdate())})
    if faults and rng.random() < 0.7:
        yield Refused(
            version_id=form.version, slug=form.slug, day=on, page=form.page_of[question.name].name,
            question=question.name, fault=rng.choice(["missing", *faults]), count=rng.randint(1, 3),
        )  # fmt: skip


def _opinions(rng, form, on):
    if rng.random() < 0.5:
        score, words = rng.choices(SAID, (5, 4, 3, 2, 1, 1))[0]
        yield Opinion(slug=form.slug, day=on, score=score, words=words if rng.random() < 0.4 else "")
