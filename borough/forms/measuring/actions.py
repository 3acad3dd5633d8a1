"""Counting. None of it is audited: a number is nobody's record."""

from collections import Counter

from django.db import connection, transaction
from django.utils import timezone

from borough.foundations import rows, vault

from ..definition.form import CompiledPage, Form
from ..models import Journey
from . import stopping
from .models import Opinion

# One statement each, so that any number of people at once are all counted. The rows of one come in a fixed order, so
# that two statements never wait for each other.
FOLD = """
    INSERT INTO measuring_stopped AS s (slug, day, channel, page, ended, count) VALUES (%s, %s, %s, %s, %s, 1)
    ON CONFLICT (slug, day, channel, page, ended) DO UPDATE SET count = s.count + 1
"""
REFUSE = """
    INSERT INTO measuring_refused AS r (version_id, slug, day, page, question, fault, count) VALUES {}
    ON CONFLICT (version_id, day, page, question, fault) DO UPDATE SET count = r.count + excluded.count
"""


def fold(*, journey: Journey) -> None:
    """Keep of a journey that is about to be deleted unsent that it was begun, and where it stopped.

    Call it in the transaction of the deletion: then it is counted once, here or there.
    """
    page, ended = stopping.place(journey.version_id, journey.answers, journey.changed_at)
    partner = journey.user.organisation_id if journey.user_id else None
    how = stopping.channel(journey.helped_by_id, partner)
    with connection.cursor() as cursor:
        cursor.execute(FOLD, [journey.slug, timezone.localdate(journey.started_at), how, page, ended])


def refused(*, form: Form, page: CompiledPage, errors: dict) -> None:
    """Count what a page refused: `errors` is field → Said. Which question and which fault, never what was typed."""
    owners = {field: question.name for question in page.questions.values() for field in question.fields()}
    faults = Counter(
        (owners[field], getattr(message, "fault", "invalid")) for field, message in errors.items() if field in owners
    )
    if faults and form.version is not None:
        day, counted = timezone.localdate(), []
        for (question, fault), count in sorted(faults.items()):
            counted += [form.version, form.slug, day, page.name, question, fault[:20], count]
        with connection.cursor() as cursor:
            cursor.execute(REFUSE.format(", ".join(["(%s, %s, %s, %s, %s, %s, %s)"] * len(faults))), counted)


def may_give_opinion(journey: Journey) -> bool:
    """Once each; and not an officer, of the work of their own team."""
    return journey.helped_by_id is None and rows.one(Opinion, once=_once(journey)) is None


def give_opinion(*, journey: Journey, score: int, words: str = "") -> bool:
    """Keep what somebody thought, 1 to 5. False if they had said already: the first holds."""
    new = {"slug": journey.slug, "day": timezone.localdate(), "score": score, "words": words}
    return Opinion.objects.get_or_create(once=_once(journey), defaults=new)[1]


def _once(journey) -> str:
    return vault.digest("opinion", str(journey.pk))


@transaction.atomic
def forget_words(*, before) -> int:
    """Take the words, and the tie to a journey, out of opinions older than the day `before`. Returns how many."""
    return Opinion.objects.filter(day__lt=before, once__isnull=False).update(words="", once=None)
