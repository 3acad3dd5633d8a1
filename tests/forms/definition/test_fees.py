"""What a form costs, in its definition."""

import datetime

import pytest

from borough.forms import fees

from .. import made

TODAY = datetime.date(2026, 11, 25)


ASKED = """  - name: days
    questions: [{name: days, type: number, label: How many days?}]
    next: [{go: check-answers}]
"""


def form(written):
    text = made.bike("  - name: no-cats\n", f"{ASKED}  - name: no-cats\n").replace("next: [{go: check-answers}]", "", 1)
    found = made.loaded(text.replace("messages:\n", f"fees: {written}\nmessages:\n", 1))
    assert not found.faults, [str(fault) for fault in found.faults]
    return found.form


def faults(written):
    found = made.loaded(made.bike("messages:\n", f"fees: {written}\nmessages:\n"))
    return [str(fault) for fault in found.faults]


@pytest.mark.parametrize(
    ("written", "pence"),
    [
        ("[{label: A, amount: 25}]", [2500]),
        ("[{label: A, amount: 25}, {label: B, amount: 0.05}]", [2500, 5]),
        ("[{label: A, amount: 25}, {label: Less, amount: -5}]", [2500, -500]),
        ("[{label: A, amount: 5}, {label: Less, amount: -5}]", []),
        ("[{label: A, amount: 5}, {label: Less, amount: -6}]", []),
        ("[{label: A, amount: 0}]", []),
        ("[{label: A, amount: 5, when: 'who is \"me\"'}]", [500]),
        ("[{label: A, amount: 5, when: 'who is \"cat\"'}]", []),
        ("[]", []),
        ("[{label: A, amount: days * 12.50}]", [3750]),
        ("[{label: A, amount: days * 1.115}]", [335]),  # 3.345: half a penny up
        ("[{label: A, amount: 'max(days - 2, 0) * 5 + 1'}]", [600]),
        ("[{label: A, amount: 10 / (days - 3)}]", []),  # no number at all
        ("[{label: A, amount: 10 / (days - 3)}, {label: B, amount: 2}]", [200]),
        ("[{label: A, amount: 5, when: days > 2}]", [500]),
    ],
)
def test_what_is_due(written, pence):
    assert [line["pence"] for line in fees.due(form(written), {"who": "me", "days": 3}, TODAY)] == pence


def test_a_calculated_value_may_be_owed():
    found = form("[{label: A, amount: price}]\ncalculated: [{name: price, label: Price, value: days * 4, kind: money}]")
    assert fees.due(found, {"days": 3}, TODAY) == [{"label": "A", "pence": 1200}]


@pytest.mark.parametrize("kept", [{"1": {"size": 2}, "5": {"size": 3}}, [{"size": 2}, {"size": 3}]])
def test_entries_of_a_group_are_counted_and_added_up(kept):
    """As a journey has them, and as they were sent."""
    written = "[{label: Each, amount: count(bags) * 2}, {label: By size, amount: sum(bags.size)}]"
    group = """  - name: bags
    title: Your bags
    repeat:
      row: bag
      pages: [{name: size, questions: [{name: size, type: number, label: Size}]}]
"""
    text = made.bike("messages:\n", f"{group}fees: {written}\nmessages:\n").replace(
        "next: [{go: check-answers}]", "next: [{go: bags}]", 1
    )
    text = text.replace(group, "").replace(
        "  - name: no-cats\n", group + "    next: [{go: check-answers}]\n  - name: no-cats\n"
    )
    found = made.loaded(text)
    assert not found.faults, [str(fault) for fault in found.faults]
    assert [line["pence"] for line in fees.due(found.form, {"bags": kept}, TODAY)] == [400, 500]


@pytest.mark.parametrize("amount", ["hours * 2", "full_name * 2", "5 pounds", "(", "sum(who.x)"])
def test_a_formula_that_cannot_be_worked_out_is_a_fault(amount):
    assert faults(f"[{{label: A, amount: '{amount}'}}]")


def test_a_condition_on_what_is_not_asked_is_a_fault():
    (fault,) = faults("[{label: A, amount: 5, when: 'how is \"x\"'}]")
    assert "there is no question “how”" in fault.lower()


@pytest.mark.parametrize("written", ["[{label: A}]", "[{amount: 5}]", "[{label: A, amount: five pounds}]", "5"])
def test_what_is_not_a_fee_is_a_fault(written):
    assert faults(written)
