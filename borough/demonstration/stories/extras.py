"""What happens to a few cases only: restricted, urgent, transferred, opened again, linked, warned about."""

import datetime
from random import Random

from borough.casework.models import CaseLink, WarningNote

from . import days
from .officers import Officers
from .rows import Rows
from .sayings import WARNINGS
from .telling import Telling

RESTRICTED = ("Works for the council, in another team", "Is married to a councillor", "Is a councillor")


def add(rng: Random, rows: Rows, stories: list, teams: dict, officers: Officers, telling: Telling, day: datetime.date):
    quiet = [s for s in stories if not s.submission.person.user_id and s.case.merged_into is None]
    still_open = [s for s in quiet if s.case.closed_at is None and s.case.assignee]
    rng.shuffle(still_open)
    yesterday = days.working_days_before(day, 1)

    def now(story):
        telling.tick(story, days.office(rng, yesterday))

    for reason in RESTRICTED:
        story = still_open.pop()
        now(story)
        story.restrict(reason, officers.any(story.case.team.slug, "manager"))
    for priority in ["high"] * 9 + ["urgent"] * 3:
        story = still_open.pop()
        now(story)
        story.set_priority(priority, story.case.assignee)
    for slug, team, reason in (
        ("business-support-grant", "revenues", "It is about a rates bill, not a grant"),
        ("become-a-foster-carer", "family-help", "They already care for a nephew: that is family help"),
    ):
        story = next(s for s in still_open if s.form.slug == slug)
        still_open.remove(story)
        now(story)
        story.transfer(teams[team], reason, story.case.assignee)
    for state, reason in (("refused", "They rang with new papers"), ("withdrawn", "They changed their mind again")):
        story = next(s for s in quiet if s.case.state == state and s.history)
        now(story)
        story.reopen(reason, story.case.assignee)
    for slug in ("borrow-a-device", "business-support-grant"):
        story = next(s for s in still_open if s.form.slug == slug)
        now(story)
        story.ask("You asked when you will hear from us. We will ring you tomorrow morning.", story.case.assignee)
    _warnings(rng, rows, still_open, yesterday)
    _links(rows, quiet)
    for message, error in zip(rng.sample(rows.messages, 2), ("The mailbox is full", "No such address"), strict=True):
        message.status, message.sent_at, message.attempts, message.error = "failed", None, 8, error


def _warnings(rng, rows, stories, yesterday):
    for text, story in zip(WARNINGS, stories, strict=False):
        review = yesterday + datetime.timedelta(days=rng.randint(20, 180))
        note = WarningNote(
            person=story.case.person, text=text, made_on=yesterday, review_on=review, made_by=story.case.assignee
        )
        story.at = days.office(rng, yesterday)
        rows.warnings.append(note)
        data = {"person": str(story.case.person.pk), "review_on": str(review)}
        story.audit("warning.made", note, story.case.assignee, **data)


def _links(rows, stories):
    """The first three pairs of cases from one home."""
    homes: dict[int, object] = {}
    for story in stories:
        person = story.case.person
        other = homes.setdefault(person.uprn, story)
        if other is not story and other.submission.person != person and len(rows.links) < 3:
            rows.links.append(CaseLink(a=other.case, b=story.case, kind="household"))
