"""Moving a case: clock, message, reasons, four eyes, hooks."""

import datetime

import pytest
from django.utils import timezone

from borough.casework import actions, deadlines, hooks
from borough.casework.refusals import NotYours, Refused, StaleCase
from borough.foundations.audit import queries as audit
from borough.foundations.audit.actors import RESIDENT
from borough.foundations.messages.models import Message

from . import sample, world


@pytest.fixture
def checked(case, ann):
    """A case in checks, with its tasks done."""
    case = actions.move(case=case, move="check", by=ann)
    actions.do_task(case=case, task="identity", by=ann)
    return actions.do_task(case=case, task="premises", by=ann)


def test_a_move_is_written_everywhere(case, ann):
    moved = actions.move(case=case, move="check", by=ann, revision=case.revision)
    assert (moved.state, moved.revision) == ("checks", case.revision + 1)
    entry = moved.timeline.first()
    assert (entry.kind, entry.entered, entry.who_name, entry.data["from"]) == ("moved", "checks", "Ann", "received")
    assert audit.of(case).filter(action="case.moved", data__to="checks").exists()


def test_a_move_that_the_table_does_not_have(case, ann):
    with pytest.raises(Refused, match="cannot take the step"):
        actions.move(case=case, move="pay", by=ann)
    case.refresh_from_db()
    assert (case.state, case.revision) == ("received", 1)


def test_a_required_reason(case, ann):
    with pytest.raises(Refused, match="Say why"):
        actions.move(case=case, move="ask", by=ann, reason="  ")


def test_required_fields(checked, bob):
    with pytest.raises(Refused, match="How much"):
        actions.move(case=checked, move="approve", by=bob)


def test_fields_are_kept_and_said_in_the_message(checked, bob):
    case = actions.move(case=checked, move="approve", by=bob, fields={"amount": 125050})
    assert case.fields == {"amount": 125050}
    assert Message.objects.filter(about=case.about, body__startswith="You get £1,250.50.\n").exists()


def test_an_ending_closes_with_its_outcome(checked, bob, pam):
    case = actions.move(case=checked, move="approve", by=bob, fields={"amount": 100})
    case = actions.move(case=case, move="pay", by=pam)
    assert case.closed_at
    assert case.outcome == "paid"
    with pytest.raises(Refused, match="closed"):
        actions.move(case=case, move="refuse", by=bob, reason="No")


def test_who_approves_cannot_pay(checked, mo):
    case = actions.move(case=checked, move="approve", by=mo, fields={"amount": 100})
    with pytest.raises(Refused, match="somebody else"):
        actions.move(case=case, move="pay", by=mo)


def test_a_stranger_may_nothing(case, zoe):
    with pytest.raises(NotYours):
        actions.move(case=case, move="check", by=zoe)


def test_the_resident_withdraws(case):
    assert actions.move(case=case, move="withdraw", by=RESIDENT).outcome == "withdrawn"


def test_a_stale_form_changes_nothing(case, ann, bob):
    actions.note(case=case, text="Rang them", by=bob)
    with pytest.raises(StaleCase, match="Bob did"):
        actions.move(case=case, move="check", by=ann, revision=case.revision)
    case.refresh_from_db()
    assert case.state == "received"


def test_a_hook_runs_in_the_same_transaction(case, ann):
    def refuse(*, case, move, by):
        raise RuntimeError("the ledger is shut")

    hooks.moved.register(refuse)
    try:
        with pytest.raises(RuntimeError):
            actions.move(case=case, move="check", by=ann)
    finally:
        hooks.moved._known.remove(refuse)
    case.refresh_from_db()
    assert case.state == "received"


class TestTheClock:
    def wait(self, case, by):
        case = actions.move(case=case, move="ask", by=by, reason="Send a bank statement")
        case.paused_on = timezone.localdate() - datetime.timedelta(days=14)
        case.save()
        return case

    def test_it_stops_while_we_wait_for_them(self, case, ann):
        case = actions.move(case=case, move="ask", by=ann, reason="Send a bank statement")
        assert case.paused_on == timezone.localdate()
        assert Message.objects.filter(about=case.about, body__contains="Send a bank statement").exists()

    def test_it_starts_when_they_answer(self, case, ann):
        due = case.due_on
        case = actions.message_in(case=self.wait(case, ann), text="Here it is", by=RESIDENT)
        assert (case.paused_on, case.state) == (None, "checks")
        assert case.answered_at
        days = deadlines.working_days(timezone.localdate() - datetime.timedelta(days=14), timezone.localdate())
        assert deadlines.working_days(due, case.due_on) == days

    def test_an_answer_without_a_move_of_the_systems_starts_it_too(self, db, ann):
        data = sample.service()
        del data["workflow"]["moves"]["answered"]
        case = world.case(world.publish(data))
        case = actions.message_in(case=self.wait(case, ann), text="Here it is", by=RESIDENT)
        assert (case.paused_on, case.state) == (None, "waiting")

    def test_an_ending_needs_no_clock(self, case, ann, bob):
        case = actions.move(case=self.wait(case, ann), move="refuse", by=bob, reason="Nothing came")
        assert case.paused_on is None
        assert case.closed_at


class TestTheNewestWorkflow:
    def test_an_open_case_follows_it(self, case, ann):
        data = sample.service()
        data["workflow"]["moves"]["check"]["reason"] = "required"
        world.publish(data)
        with pytest.raises(Refused, match="Say why"):
            actions.move(case=case, move="check", by=ann)

    def test_a_state_that_has_gone_keeps_its_way_out(self, case, ann):
        case = actions.move(case=case, move="check", by=ann)
        data = sample.service()
        flow = data["workflow"]
        del flow["states"]["checks"]
        for move in flow["moves"].values():
            move["from"] = [state for state in move["from"] if state != "checks"] or ["received"]
            move["to"] = "waiting" if move["to"] == "checks" else move["to"]
        flow["moves"]["answered"]["to"] = "received"
        flow["moves"].pop("check")
        data["measures"] = []
        world.publish(data)
        case = actions.move(case=case, move="ask", by=ann, reason="Say more")
        assert case.state == "waiting"
