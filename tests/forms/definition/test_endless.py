"""Definitions that would take for ever, or never end: refused with their line, or answered as fast as any other."""

import time

import pytest

from borough.forms.walking.visitor import walk_form

from ..made import BIKE, bike, fill, loaded, party, publish

pytestmark = pytest.mark.django_db
SOON = 5  # seconds, on a busy machine


def calculated(*formulas: str) -> str:
    """Values a0, a1 and so on, one a line from line 37."""
    lines = [f"  - {{name: a{n}, label: A, value: '{formula}'}}\n" for n, formula in enumerate(formulas)]
    return BIKE.replace("messages:\n", f"calculated:\n{''.join(lines)}messages:\n")


@pytest.fixture(autouse=True)
def soon():
    started = time.monotonic()
    yield
    assert time.monotonic() - started < SOON


@pytest.mark.parametrize("formula", ["a{0} + a{0} + a{0}", "a{0} * a{1} - a{0}", "-" * 90 + "a{0}"])
def test_values_that_each_use_the_one_before_twice(client, formula):
    """A hundred of them, worked out anew for each use, would be 2 to the power of 100 sums."""
    lines = [formula.format(n - 1, max(n - 2, 0)) for n in range(1, 100)]
    form = publish(calculated("1", *lines).replace('who is "cat"', "a99 > 5 or a98 < 0"))
    fill(client)
    assert client.get("/apply/borrow-a-bike/check-answers").status_code == 200
    assert walk_form(form)[0]


@pytest.mark.parametrize(
    ("definition", "line", "words"),
    [
        (calculated("1", "a1 + 1"), 38, "“a1” is not a number asked for outside a group, nor a value calculated above"),
        (calculated("a1", "a0"), 37, "“a1” is not a number"),
        (calculated("-" * 300 + "1"), 37, "nests, or adds up, more than 100 times"),
        (calculated("(" * 1_990 + "1"), 37, "stops making sense"),
        (bike('who is "cat"', "not " * 50 + 'who is "cat"'), 23, "nests more than 40 deep"),
        (bike('who is "cat"', "(" * 1_500 + 'who is "cat"' + ")" * 1_499), 23, "stops making sense"),
        (bike("go: no-cats", "go: who"), 23, "The pages go round in a circle"),
        (
            bike("go: no-cats", "go: name").replace("  - name: email\n", "  - name: email\n    next: [{go: name}]\n"),
            27,
            "circle",
        ),
        (
            party("most: 3\n      pages:", "most: 3\n      times: cost\n      pages:"),
            37,
            "“cost” has not been asked yet",
        ),
    ],
)
def test_what_refers_to_itself_or_nests(definition, line, words):
    faults = [(fault.line, fault.message) for fault in loaded(definition).faults]
    assert any(words in message and (not line or at == line) for at, message in faults), faults


NUMBER = "{name: full_name, type: number, label: How many?, MORE}"


@pytest.mark.parametrize(
    "more",
    ["min: '1e999999999'", "max: '-1e999999999'", "min: '1e-999999999'", f"max: {'9' * 400}", "max: .inf", "max: .nan"],
)
def test_numbers_that_nobody_could_write_out(more):
    faults = loaded(bike("{name: full_name, type: text, label: Your full name}", NUMBER.replace("MORE", more))).faults
    assert [fault.line for fault in faults] == [25], faults


@pytest.mark.parametrize(
    "pattern", ["((a{999}){999}){999}", "(a|a)*b", "(a+)+b", "(.*)*x", "[a-z", "(a)\\1", "a{99999}{99}"]
)
def test_patterns_that_never_end(pattern):
    text = f"{{name: full_name, type: text, label: Your full name, pattern: '{pattern}', example: a}}"
    faults = loaded(bike("{name: full_name, type: text, label: Your full name}", text)).faults
    assert faults
    assert {fault.line for fault in faults} == {25}
    assert "`pattern`" in faults[0].message


def test_a_slow_pattern_costs_little_to_answer(client):
    text = "{name: full_name, type: text, label: Your full name, pattern: 'a*a*a*a*a*a*a*a*b', example: aab}"
    publish(bike("{name: full_name, type: text, label: Your full name}", text))
    client.post("/apply/borrow-a-bike/who", {"who": "me"})
    response = client.post("/apply/borrow-a-bike/name", {"full_name": "a" * 200})
    assert response.status_code == 200
    assert "There is a problem" in response.content.decode()


def test_a_page_of_more_boxes_than_a_browser_may_send():
    """Django takes so many fields and no more: a whole page of rows would be refused when it is sent."""
    columns = ", ".join(f"{{name: c{n}, type: date, label: Day}}" for n in range(20))
    table = f"{{name: full_name, type: table, label: Days, most: 50, columns: [{columns}]}}"
    text = bike("{name: full_name, type: text, label: Your full name}", table).replace(", ((full_name))", "")
    faults = [fault for fault in loaded(text).faults if "boxes" in fault.message]
    assert [fault.line for fault in faults] == [25]
    assert "3,001 boxes" in faults[0].message
