"""What a form costs, in its definition."""

import datetime

import pytest

from borough.forms import fees

from .. import made

TODAY = datetime.date(2026, 11, 25)


def form(written):
    found = made.loaded(made.bike("messages:\n", f"fees: {written}\nmessages:\n"))
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
    ],
)
def test_what_is_due(written, pence):
    assert [line["pence"] for line in fees.due(form(written), {"who": "me"}, TODAY)] == pence


def test_a_condition_on_what_is_not_asked_is_a_fault():
    (fault,) = faults("[{label: A, amount: 5, when: 'how is \"x\"'}]")
    assert "there is no question “how”" in fault.lower()


@pytest.mark.parametrize("written", ["[{label: A}]", "[{amount: 5}]", "[{label: A, amount: five pounds}]", "5"])
def test_what_is_not_a_fee_is_a_fault(written):
    assert faults(written)
