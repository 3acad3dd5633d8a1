"""Every pair of state and move, allowed and refused."""

import pytest

from borough.casework.workflow import Facts, Who, in_force, moves_from, why_not

from .sample import data, workflow

SAMPLE = workflow()
ANYBODY = {
    "officer": Who("officer", "officer:1", frozenset({"manager"})),
    "resident": Who("resident", "resident:"),
    "system": Who("system", "system:"),
}
TABLE = {
    "received": {"check", "ask", "refuse", "withdraw"},
    "checks": {"ask", "approve", "refuse", "withdraw"},
    "waiting": {"answered", "refuse", "withdraw"},
    "approved": {"pay"},
    "paid": set(),
    "refused": set(),
    "withdrawn": set(),
}


@pytest.mark.parametrize("state", list(SAMPLE.states))
@pytest.mark.parametrize("move", list(SAMPLE.moves))
def test_every_pair(state, move):
    who = ANYBODY[SAMPLE.moves[move].by]
    refused = why_not(SAMPLE, move, facts=Facts(state, closed=SAMPLE.states[state].ends), who=who)
    assert (not refused) == (move in TABLE[state]), refused
    assert (move in moves_from(SAMPLE, state)) == (move in TABLE[state])


@pytest.mark.parametrize(
    ("role", "may"),
    [
        ("officer", {"check", "ask"}),
        ("approver", {"check", "ask", "refuse"}),
        ("payer", {"check", "ask"}),
        ("manager", {"check", "ask", "refuse"}),
    ],
)
def test_roles(role, may):
    who = Who("officer", "officer:1", frozenset({role}))
    assert {
        m for m in moves_from(SAMPLE, "received") if not why_not(SAMPLE, m, facts=Facts("received"), who=who)
    } == may


def test_an_officer_without_a_role_in_the_team_may_nothing():
    who = Who("officer", "officer:1")
    assert all(why_not(SAMPLE, move, facts=Facts("received"), who=who) for move in SAMPLE.moves)


@pytest.mark.parametrize("kind", ["officer", "system"])
def test_only_the_resident_withdraws(kind):
    assert why_not(SAMPLE, "withdraw", facts=Facts("received"), who=ANYBODY[kind]) == [
        "Only the resident can take this step."
    ]


def test_a_partner_acts_for_the_resident():
    assert not why_not(SAMPLE, "withdraw", facts=Facts("received"), who=Who("partner", "partner:4"))


def test_tasks_come_first():
    facts = Facts("checks", undone=frozenset({"identity"}))
    assert why_not(SAMPLE, "approve", facts=facts, who=ANYBODY["officer"]) == ["First do: Check who they are."]


def test_four_eyes_hold_for_managers_too():
    facts = Facts("approved", history=(("approve", "officer:1"),))
    (reason,) = why_not(SAMPLE, "pay", facts=facts, who=ANYBODY["officer"])
    assert reason == "You took the step “Approve”, so somebody else must take this one."
    other = Who("officer", "officer:2", frozenset({"payer"}))
    assert not why_not(SAMPLE, "pay", facts=facts, who=other)


def test_an_unknown_move_is_refused():
    assert why_not(SAMPLE, "fly", facts=Facts("received"), who=ANYBODY["officer"])


def test_an_outcome_is_the_state_unless_named():
    assert (SAMPLE.outcome("refused"), SAMPLE.outcome("paid"), SAMPLE.outcome("checks")) == ("refused", "paid", "")


class TestAStateThatHasGone:
    """The newest workflow rules, and what it no longer has keeps its way out."""

    def newest(self):
        new = data()
        del new["states"]["waiting"]
        for move in new["moves"].values():
            move["from"] = [state for state in move["from"] if state != "waiting"] or ["received"]
        new["moves"]["ask"]["to"] = "checks"
        return workflow(**new)

    def test_it_stays_readable(self):
        here = in_force(self.newest(), SAMPLE, "waiting")
        assert here.states["waiting"].label == "Waiting for information"
        assert here.states["waiting"].retired

    def test_it_keeps_its_ways_out(self):
        assert set(moves_from(in_force(self.newest(), SAMPLE, "waiting"), "waiting")) == {
            "answered",
            "refuse",
            "withdraw",
        }

    def test_but_not_to_where_nothing_is(self):
        older = data()
        older["states"]["limbo"] = {"label": "Limbo"}
        older["moves"]["float"] = {"label": "Float", "from": ["waiting"], "to": "limbo"}
        ways = moves_from(in_force(self.newest(), workflow(**older), "waiting"), "waiting")
        assert "float" not in ways

    def test_every_other_state_follows_the_newest(self):
        newest = self.newest()
        assert in_force(newest, SAMPLE, "checks") is newest

    def test_retired_and_left_without_moves_it_keeps_the_old_ones(self):
        new = data()
        new["states"]["waiting"]["retired"] = True
        for move in new["moves"].values():
            move["from"] = [state for state in move["from"] if state != "waiting"] or ["received"]
        new["moves"]["ask"]["to"] = "checks"
        assert "answered" in moves_from(in_force(workflow(**new), SAMPLE, "waiting"), "waiting")
