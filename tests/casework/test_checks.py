"""A workflow that could not work is named with its line."""

import json

import pytest

from borough.forms.definition import load

from . import sample


def faults(change) -> list:
    data = sample.service()
    change(data["workflow"], data)
    text = json.dumps(data, indent=1)
    return load.load_text(text, slug="s").faults, text.splitlines()


def put(*path):
    """A change that sets the last of `path` at the rest of it, in the workflow."""
    *keys, last, value = path

    def change(flow, data):
        part = flow
        for key in keys:
            part = part[key]
        part[last] = value

    return change


def test_the_sample_has_none():
    assert faults(lambda flow, data: None)[0] == []


@pytest.mark.parametrize(
    ("change", "says", "near"),
    [
        (put("start", "nowhere"), "there is no state “nowhere”", '"start"'),
        (put("start", "paid"), "ends the case", '"start"'),
        (put("moves", "check", "to", "nowhere"), "there is no state “nowhere”", '"to": "nowhere"'),
        (put("moves", "check", "from", ["nowhere"]), "there is no state “nowhere”", '"nowhere"'),
        (put("moves", "check", "from", ["paid"]), "nothing can move on", '"paid"'),
        (put("moves", "approve", "tasks", ["flying"]), "there is no task “flying”", '"flying"'),
        (put("moves", "pay", "not_by", "flying"), "there is no move “flying”", '"not_by"'),
        (put("moves", "pay", "not_by", "pay"), "cannot be kept from itself", '"not_by"'),
        (put("moves", "pay", "message", "flying"), "there is no message “flying”", '"message": "flying"'),
        (put("moves", "pay", "action", "flying.far"), "there is no action “flying.far”", '"action"'),
        (put("moves", "pay", "role", "king"), "king", '"role": "king"'),
        (put("moves", "pay", "label", "Approve"), "", ""),
        (put("moves", "ask", "label", "Start checks"), "could not tell them apart", '"label": "Start checks"'),
        (put("moves", "withdraw", "tasks", ["identity"]), "only officers do tasks", '"tasks"'),
        (put("moves", "withdraw", "role", "payer"), "only officers have a role", '"role"'),
        (put("states", "island", {"label": "Island", "ends": True}), "no move leads to “island”", '"island"'),
        (put("states", "approved", "retired", True), "retired, so no case can move there", '"to": "approved"'),
        (put("states", "checks", "outcome", "x"), "has no outcome", '"outcome": "x"'),
        (put("states", "paid", "waits", True), "cannot also wait", '"waits"'),
        (put("states", "checks", "resident", "Dear ((flying))"), "((flying)) would stay empty", '"resident"'),
        (put("tasks", "premises", "when", 'flying is "x"'), "there is no question “flying”", '"when"'),
        (put("tasks", "premises", "when", "kind is ((("), "stops making sense", '"when"'),
        (
            put("moves", "approve", "fields", [{"name": "kind", "type": "text", "label": "K"}]),
            "already",
            '"name": "kind"',
        ),
        (put("moves", "check", "fields", [{"name": "f", "type": "file", "label": "F"}]), "cannot ask a file", '"file"'),
        (put("moves", "check", "fields", [{"name": "f", "type": "sound", "label": "F"}]), "type of question", ""),
    ],
)
def test_each_fault_with_its_line(change, says, near):
    found, lines = faults(change)
    said = [fault for fault in found if says.lower() in fault.message.lower()]
    assert bool(said) == bool(says), found
    if near:
        around = "\n".join(lines[said[0].line - 1 : said[0].line + 6])
        assert near in around, (said[0], around)


def test_a_state_without_a_way_out():
    def change(flow, data):
        del flow["moves"]["pay"]

    assert any("“approved” has no way out" in fault.message for fault in faults(change)[0])


def test_a_circle_without_an_end():
    def change(flow, data):
        flow["states"]["round"] = {"label": "Round"}
        flow["moves"]["pay"]["to"] = "round"
        flow["moves"]["again"] = {"label": "Again", "from": ["round"], "to": "approved"}
        flow["moves"]["end"] = {"label": "End", "from": ["received"], "to": "paid"}

    assert any("can never end" in fault.message for fault in faults(change)[0])


def test_a_retired_state_keeps_a_way_out():
    def change(flow, data):
        flow["states"]["old"] = {"label": "Old", "retired": True}

    assert any("have no way out" in fault.message for fault in faults(change)[0])


def test_a_placeholder_that_nothing_fills():
    def change(flow, data):
        data["messages"]["approved"]["body"] = "You get ((amountt))"

    assert any("amountt" in fault.message for fault in faults(change)[0])


@pytest.mark.parametrize(
    ("key", "value", "says"),
    [
        ("deadline", "soon", "10 working days"),
        ("measures", [{"key": "a", "title": "A", "definition": "D", "count": {}}], "ount one thing"),
        ("measures", [{"key": "A b", "title": "A", "definition": "D", "count": {"submitted": True}}], "will not do"),
        (
            "measures",
            [{"key": "a", "title": "A", "definition": "D", "count": {"entered": "nowhere"}}],
            "no state “nowhere”",
        ),
    ],
)
def test_deadline_and_measures(key, value, says):
    found, _ = faults(lambda flow, data: data.update({key: value}))
    assert any(says in fault.message for fault in found), found


def test_a_service_without_a_workflow():
    found, _ = faults(lambda flow, data: data.pop("workflow"))
    assert any("workflow" in fault.message for fault in found)
