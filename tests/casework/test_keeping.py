"""Transfer, reopen, priority, restriction."""

import pytest

from borough.casework import actions
from borough.casework.refusals import NotYours, Refused
from borough.casework.visibility import visible_to
from borough.foundations.audit.actors import RESIDENT

from . import world


def test_a_transfer_changes_who_sees_it(case, ann, zoe):
    actions.assign(cases=[case], to=ann, by=ann)
    moved = actions.transfer(case=case, team=world.team("housing"), by=ann, reason="It is a flat")
    assert moved.assignee is None
    assert case not in visible_to(ann)
    assert case in visible_to(zoe)
    with pytest.raises(NotYours):
        actions.note(case=case, text="Mine still?", by=ann)


def test_not_to_the_same_team_nor_without_a_reason(case, ann):
    with pytest.raises(Refused, match="already"):
        actions.transfer(case=case, team=case.team, by=ann, reason="x")
    with pytest.raises(Refused, match="Say why"):
        actions.transfer(case=case, team=world.team("housing"), by=ann, reason=" ")


def test_reopening_goes_back_to_where_it_was(case, ann, bob):
    case = actions.move(case=case, move="check", by=ann)
    case = actions.move(case=case, move="refuse", by=bob, reason="Too late")
    case = actions.reopen(case=case, by=ann, reason="They appealed")
    assert (case.state, case.closed_at, case.outcome) == ("checks", None, "")
    with pytest.raises(Refused, match="open already"):
        actions.reopen(case=case, by=ann, reason="again")


def test_priority(case, ann):
    assert actions.set_priority(case=case, priority="urgent", by=ann).priority == "urgent"
    with pytest.raises(Refused):
        actions.set_priority(case=case, priority="now", by=ann)


def test_only_managers_restrict(case, ann, mo):
    with pytest.raises(Refused, match="manager"):
        actions.restrict(case=case, restricted=True, by=ann, reason="A councillor")
    actions.restrict(case=case, restricted=True, by=mo, reason="A councillor")
    assert case not in visible_to(ann)
    assert case in visible_to(mo)
    actions.assign(cases=[case], to=ann, by=mo)
    assert case in visible_to(ann)
    case = actions.restrict(case=case, restricted=False, by=mo, reason="Not any more")
    assert case.restricted_because == ""


def test_nobody_who_is_not_an_officer_sees_cases(case, django_user_model):
    resident = django_user_model.objects.create_user("sam@example.org")
    admin = django_user_model.objects.create_superuser("root@council.example", name="Root")
    assert not visible_to(resident).exists()
    assert not visible_to(admin).exists()


def test_a_closed_case_takes_no_answer(case):
    case = actions.move(case=case, move="withdraw", by=RESIDENT)
    with pytest.raises(Refused, match="closed"):
        actions.message_in(case=case, text="Wait", by=RESIDENT)
