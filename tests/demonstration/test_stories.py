"""A story writes the rows that casework's actions write."""

import datetime

import pytest
from django.utils import timezone

from borough.casework import actions, connections
from borough.casework.models import Case
from borough.demonstration.stories.rows import Rows
from borough.demonstration.stories.story import Story
from borough.forms import queries as forms
from borough.forms.models import DefinitionVersion, Submission
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.audit.models import AuditEvent
from borough.foundations.messages.models import Message
from borough.foundations.people.models import Person, Team, User

pytestmark = pytest.mark.usefixtures("borough")
AMINA, TOM = "amina.yusuf@borough.example", "tom.ashworth@borough.example"


def by_actions(submission, form, amina, tom):
    submission.save()
    case = connections.submitted(submission, form)
    actions.assign(cases=[case], to=amina, by=tom)
    actions.note(case=case, text="Rang.", by=amina)
    actions.move(case=case, move="ask", by=amina, reason="Which one?")
    actions.message_in(case=case, text="The blue one", by=RESIDENT)
    for task in ("consent_checked", "data_checked"):
        actions.do_task(case=case, task=task, by=amina)
    actions.set_priority(case=case, priority="high", by=amina)
    actions.restrict(case=case, restricted=True, reason="A colleague", by=tom)
    actions.move(case=case, move="approve", by=amina)
    ready = {"asset_tag": "BD-00001", "ready_where": "At the library."}
    assert actions.elsewhere(case=case, move="make_ready", by=amina, fields=ready)
    actions.ask(case=case, text="Can you come on Monday?", by=amina)
    actions.move(case=case, move="withdraw", by=RESIDENT, reason="I have one now")
    actions.reopen(case=case, reason="They changed their mind", by=amina)
    actions.transfer(case=case, team=Team.objects.get(slug="libraries"), reason="Theirs", by=tom)
    return Case.objects.get(pk=case.pk)


def by_story(submission, form, amina, tom):
    submission.save()
    rows = Rows(submissions=[], words={})
    story = Story(rows, form, Team.objects.get(slug="digital-inclusion"), submission)
    ready = {"asset_tag": "BD-00001", "ready_where": "At the library."}
    for tell in (
        lambda: story.assign(amina, tom),
        lambda: story.note("Rang.", amina),
        lambda: story.move("ask", amina, reason="Which one?"),
        lambda: story.message_in("The blue one"),
        lambda: story.do_task("consent_checked", amina),
        lambda: story.do_task("data_checked", amina),
        lambda: story.set_priority("high", amina),
        lambda: story.restrict("A colleague", tom),
        lambda: story.move("approve", amina),
        lambda: story.move("make_ready", amina, fields=ready),
        lambda: story.ask("Can you come on Monday?", amina),
        lambda: story.move("withdraw", RESIDENT, reason="I have one now"),
        lambda: story.reopen("They changed their mind", amina),
        lambda: story.transfer(Team.objects.get(slug="libraries"), "Theirs", tom),
    ):
        story.at += datetime.timedelta(milliseconds=1)
        tell()
    rows.save()
    return Case.objects.get(pk=story.case.pk)


@pytest.fixture
def pair():
    form = forms.live("borrow-a-device")
    sample = Submission.objects.filter(slug=form.slug, channel="online", answers__data="yes").first()
    now, found = timezone.now(), []
    answers = sample.answers | {"for_whom": "other", "teach": "no"}
    for reference, tell in (("DEV-222-222", by_actions), ("DEV-333-333", by_story)):
        person = Person.objects.create(
            name="Sam Example", email="sam@example.org", address="1 Lark Road\nStockport\nSK71 1AA", postcode="SK71 1AA"
        )
        submission = Submission(
            slug=form.slug, version=DefinitionVersion.objects.get(pk=form.version), reference=reference, person=person,
            answers=answers, email=person.email, started_at=now, submitted_at=now,
        )  # fmt: skip
        users = [User.objects.get(email=email) for email in (AMINA, TOM)]
        found.append(tell(submission, form, *users))
    return found


def plain(value, case):
    """Without what belongs to the one case: its reference, its person, the numbers of its rows."""
    if isinstance(value, dict):
        return {key: plain(part, case) for key, part in value.items() if key not in ("message", "person")}
    return value.replace(case.reference, "REF") if isinstance(value, str) else value


def rows(query, case, *fields):
    return [plain(row, case) for row in query.order_by("pk").values(*fields)]


def test_the_case(pair):
    one, two = (
        rows(Case.objects.filter(pk=case.pk), case, "slug", "title", "state", "fields", "priority", "restricted",
             "restricted_because", "due_on", "paused_on", "closed_at", "outcome", "team", "assignee", "revision",
             "answered_at", "postcode")
        for case in pair
    )  # fmt: skip
    assert one == two


def test_the_timeline(pair):
    fields = ("kind", "who_kind", "who_id", "who_name", "text", "entered", "data")
    one, two = (rows(case.timeline, case, *fields) for case in pair)
    assert one == two


def test_the_messages(pair):
    fields = ("channel", "to", "subject", "body", "key", "format")
    one, two = (rows(Message.objects.filter(about=case.about), case, *fields) for case in pair)
    assert len(one) >= 6
    assert one == two


def test_the_audit_trail(pair):
    fields = ("actor_kind", "actor_id", "actor_name", "action", "reason", "data")
    one, two = (
        rows(AuditEvent.objects.filter(record_kind="case", record_id=str(case.pk)), case, *fields) for case in pair
    )
    assert one == two


def test_tasks_and_match_keys(pair):
    one, two = (
        (
            rows(case.tasks_done, case, "name", "done_by"),
            sorted(case.match_keys.values_list("kind", "digest")),
        )
        for case in pair
    )
    assert one == two


def test_both_are_found_by_their_words(pair):
    for case in pair:
        assert Case.objects.filter(pk=case.pk, search="blue", search__isnull=False).exists()
