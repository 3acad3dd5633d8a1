"""What may be said of a workstream, by whom, and that nothing said is lost."""

import datetime

import pytest
from django.utils import timezone

from borough.foundations.audit.models import AuditEvent
from borough.programme.workstreams import actions, queries
from borough.programme.workstreams.models import Rewording, StatusChange, Update
from tests import people

from .. import world

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


@pytest.fixture
def stream():
    return world.workstream()


def test_a_change_of_status_is_a_dated_row_with_a_reason_and_who(stream):
    lead = world.lead(stream)
    actions.change_status(workstream=stream, status="on track", reason="It began.", by=lead)
    actions.change_status(workstream=stream, status="late", reason="A hall is closed.", by=lead)
    rows = list(StatusChange.objects.values_list("status", "reason", "by_name"))
    assert rows == [("late", "A hall is closed.", lead.name), ("on track", "It began.", lead.name)]
    assert queries.standing(stream.key).status == "late"
    event = AuditEvent.objects.filter(action="workstream.status").latest("pk")
    assert (event.actor_id, event.data) == (str(lead.pk), {"before": "on track", "after": "late"})


@pytest.mark.parametrize(
    ("status", "reason", "words"),
    [("green", "x", "Choose a status"), ("late", " ", "Enter why"), ("late", "x" * 1001, "1,000 characters or fewer")],
)
def test_what_is_wrong_with_it_is_said(stream, status, reason, words):
    with pytest.raises(actions.Refused, match=words):
        actions.change_status(workstream=stream, status=status, reason=reason, by=world.manager())


def test_the_same_status_again_says_nothing_new(stream):
    manager = world.manager()
    actions.change_status(workstream=stream, status="late", reason="x", by=manager)
    with pytest.raises(actions.Refused, match="already"):
        actions.change_status(workstream=stream, status="late", reason="y", by=manager)


def test_a_second_click_keeps_one_update(stream):
    for _ in range(2):
        actions.write_update(workstream=stream, words="Ten lent.", by=world.lead(stream))
    assert Update.objects.count() == 1


@pytest.mark.parametrize("who", ["other lead", "officer", "resident", "partner"])
def test_nobody_else_writes(stream, who):
    other = {
        "other lead": lambda: world.lead(world.workstream("other")),
        "officer": people.officer,
        "resident": people.resident,
        "partner": people.partner,
    }[who]()
    milestone = actions.plan(workstream=stream, title="Ten", planned_for=world.STARTS + 9 * DAY, by=world.manager())
    for asked in (
        lambda: actions.write_update(workstream=stream, words="x", by=other),
        lambda: actions.change_status(workstream=stream, status="late", reason="x", by=other),
        lambda: actions.plan(workstream=stream, title="x", planned_for=world.STARTS, by=other),
        lambda: actions.forecast(milestone=milestone, day=world.STARTS, reason="x", by=other),
        lambda: actions.reach(milestone=milestone, day=world.STARTS, by=other),
        lambda: actions.reword(workstream=stream, part="why", words="x", reason="x", by=other),
        lambda: actions.set_leads(workstream=stream, leads=[], by=other),
    ):
        with pytest.raises(actions.Refused, match="Only a"):
            asked()


def test_a_slipped_milestone_keeps_its_first_plan_and_every_forecast(stream):
    lead = world.lead(stream)
    milestone = actions.plan(workstream=stream, title="Ten halls", planned_for=world.STARTS + 30 * DAY, by=lead)
    actions.forecast(milestone=milestone, day=world.STARTS + 51 * DAY, reason="No keys.", by=lead)
    actions.forecast(milestone=milestone, day=world.STARTS + 65 * DAY, reason="Snow.", by=lead)
    (shown,) = queries.standing(stream.key).milestones
    assert shown.milestone.planned_for == world.STARTS + 30 * DAY
    assert [told.reason for told in shown.forecasts] == ["Snow.", "No keys."]
    assert shown.slip == "5 weeks later than first planned"
    actions.reach(milestone=milestone, day=world.STARTS + 66 * DAY, by=lead)
    (shown,) = queries.standing(stream.key).milestones
    assert shown.milestone.reached_on == world.STARTS + 66 * DAY
    assert shown.expected == world.STARTS + 65 * DAY


def test_a_milestone_does_not_move_before_its_start(stream):
    lead = world.lead(stream)
    with pytest.raises(actions.Refused, match="starts on 5 January 2026"):
        actions.plan(workstream=stream, title="Early", planned_for=world.STARTS - DAY, by=lead)
    milestone = actions.plan(workstream=stream, title="Ten", planned_for=world.STARTS + DAY, by=lead)
    with pytest.raises(actions.Refused, match="starts on 5 January 2026") as refused:
        actions.forecast(milestone=milestone, day=world.STARTS - DAY, reason="x", by=lead)
    assert refused.value.field == "day"
    with pytest.raises(actions.Refused, match="started on"):
        actions.reach(milestone=milestone, day=world.STARTS - DAY, by=lead)
    with pytest.raises(actions.Refused, match="still to come"):
        actions.reach(milestone=milestone, day=timezone.localdate() + DAY, by=lead)


def test_a_reached_milestone_is_told(stream):
    lead = world.lead(stream)
    milestone = actions.plan(workstream=stream, title="Ten", planned_for=world.STARTS, by=lead)
    actions.reach(milestone=milestone, day=world.STARTS, by=lead)
    for again in (
        lambda: actions.reach(milestone=milestone, day=world.STARTS + DAY, by=lead),
        lambda: actions.forecast(milestone=milestone, day=world.STARTS + DAY, reason="x", by=lead),
    ):
        with pytest.raises(actions.Refused, match="It was reached on"):
            again()
    with pytest.raises(actions.Refused, match="another name"):
        actions.plan(workstream=stream, title="Ten", planned_for=world.STARTS, by=lead)


def test_words_that_change_keep_what_they_were(stream):
    manager = world.manager()
    actions.reword(workstream=stream, part="why", words="Because.", reason="Plainer.", by=manager)
    stream.refresh_from_db()
    assert stream.why == "Because."
    kept = Rewording.objects.get()
    assert (kept.before, kept.reason) == ("Too many are not online.", "Plainer.")
    assert actions.reword(workstream=stream, part="why", words="Because.", reason="Again.", by=manager) is None
    with pytest.raises(actions.Refused, match="what to change"):
        actions.reword(workstream=stream, part="key", words="x", reason="x", by=manager)


def test_only_officers_lead(stream):
    with pytest.raises(actions.Refused, match="Only officers"):
        actions.set_leads(workstream=stream, leads=[people.resident()], by=world.manager())


def test_what_somebody_said_stays_when_their_account_goes(stream):
    lead = world.lead(stream)
    name = lead.name
    actions.write_update(workstream=stream, words="Ten lent.", by=lead)
    lead.delete()
    assert queries.standing(stream.key).workstream.told == "Ten lent."
    assert queries.story(stream)[0]["by_name"] == name
