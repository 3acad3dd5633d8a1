"""What must hold of each workflow, whatever else changes in it."""

import pytest

from borough.casework.workflow import Facts, Who, Workflow, why_not
from tests.services.words import SERVICES, read

every = pytest.mark.parametrize("path", SERVICES, ids=lambda path: path.parent.name)
WITH_THE_RESIDENT = {"lent"}  # a device that is out is given back, not withdrawn


def workflow(slug):
    path = next(path for path in SERVICES if path.parent.name == slug)
    return Workflow.model_validate(read(path)["workflow"])


def who(role, id="officer:1"):
    return Who("officer", id, frozenset({role}))


@every
def test_the_resident_can_stop_it_while_it_is_open(path):
    flow = Workflow.model_validate(read(path)["workflow"])
    still_open = {name for name, state in flow.states.items() if not state.ends} - WITH_THE_RESIDENT
    assert {"withdraw", "withdraw_for_them"} <= set(flow.moves)
    for name in ("withdraw", "withdraw_for_them"):
        assert set(flow.moves[name].from_) == still_open
    assert flow.moves["withdraw"].by == "resident"


@every
def test_every_state_can_be_reached_and_left(path):
    flow = Workflow.model_validate(read(path)["workflow"])
    reached = {flow.start} | {move.to for move in flow.moves.values()}
    assert reached == set(flow.states)
    for name, state in flow.states.items():
        assert state.ends == (not any(name in move.from_ for move in flow.moves.values())), name


@every
def test_every_ending_tells_the_resident(path):
    flow = Workflow.model_validate(read(path)["workflow"])
    silent = {"answered", "carry_on", "heard_back", "send_back"}  # our own to and fro, or what the resident did
    assert {name for name, move in flow.moves.items() if not move.message} <= silent
    assert all(move.message for move in flow.moves.values() if flow.states[move.to].ends)


@every
def test_a_no_always_has_a_reason(path):
    flow = Workflow.model_validate(read(path)["workflow"])
    refusals = [
        move for move in flow.moves.values() if flow.states[move.to].outcome in ("refused", "duplicate", "closed")
    ]
    assert refusals
    assert all(move.reason == "required" for move in refusals)


@every
def test_an_answer_from_the_resident_brings_the_case_back(path):
    flow = Workflow.model_validate(read(path)["workflow"])
    asked = {move.to for name, move in flow.moves.items() if name == "ask"}
    assert asked
    for state in asked:
        assert any(move.by == "system" and state in move.from_ for move in flow.moves.values())


def test_who_approves_a_grant_cannot_pay_it():
    grant = workflow("business-support-grant")
    approved = Facts("approved", history=(("recommend", "officer:1"), ("approve", "officer:2")))
    assert why_not(grant, "release", facts=approved, who=who("payer", "officer:3")) == []
    assert why_not(grant, "release", facts=approved, who=who("manager", "officer:2"))
    assert why_not(grant, "release", facts=approved, who=who("approver", "officer:4"))


def test_who_checks_a_grant_cannot_approve_it():
    grant = workflow("business-support-grant")
    panel = Facts("panel", history=(("recommend", "officer:1"),))
    assert why_not(grant, "approve", facts=panel, who=who("manager", "officer:1"))
    assert why_not(grant, "approve", facts=panel, who=who("officer", "officer:2"))
    assert why_not(grant, "approve", facts=panel, who=who("approver", "officer:2")) == []


def test_who_visited_does_not_decide_alone():
    foster = workflow("become-a-foster-carer")
    visited = Facts("visited", history=(("visit", "officer:1"),))
    assert why_not(foster, "go_forward", facts=visited, who=who("manager", "officer:1"))
    assert why_not(foster, "go_forward", facts=visited, who=who("manager", "officer:2")) == []


def test_a_device_is_made_ready_by_the_device_library_alone():
    device = workflow("borrow-a-device")
    assert why_not(device, "make_ready", facts=Facts("approved"), who=who("manager"))
    assert why_not(device, "make_ready", facts=Facts("approved"), who=Who("system")) == []
