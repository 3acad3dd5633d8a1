"""Rows: kept as a list, faults named by row, rows added and removed without anything typed being lost."""

import datetime

import pytest

from borough.forms.drawing import draw
from borough.forms.questions import Invalid

from .kinds import make

TODAY = datetime.date(2026, 11, 22)
CHILDREN = make("table", row="child", short="your children")
ADA = {"q-0-called": "Ada", "q-0-born-day": "1", "q-0-born-month": "2", "q-0-born-year": "2020"}
BO = {"q-2-called": "Bo", "q-2-born-day": "3", "q-2-born-month": "4", "q-2-born-year": "2021", "q-2-costs": "5"}
KEPT = [{"called": "Ada", "born": "2020-02-01", "costs": None}, {"called": "Bo", "born": "2021-04-03", "costs": 500}]


def typed(*rows):
    whole = CHILDREN.typed(None)
    for row in rows:
        whole |= row
    return whole


def test_rows_are_a_list_and_empty_ones_are_passed_over():
    assert CHILDREN.clean(typed(ADA, BO), TODAY) == KEPT
    assert CHILDREN.display(KEPT) == "Ada, 1 February 2020\nBo, 3 April 2021, £5"
    assert CHILDREN.export(KEPT) == [KEPT[0], KEPT[1] | {"costs": "5.00"}]


def test_every_fault_is_said_with_its_row():
    with pytest.raises(Invalid) as wrong:
        CHILDREN.clean(typed({"q-0-called": "Ada"}, BO, {"q-2-costs": "lots"}), TODAY)
    assert wrong.value.said.keys() == {"q-0-born-day", "q-2-costs"}
    assert wrong.value.said["q-0-born-day"].startswith("Child 1: ")
    assert wrong.value.said["q-2-costs"].startswith("Child 3: ")


def test_too_few_says_how_many():
    with pytest.raises(Invalid, match="Add at least 2: child 2") as wrong:
        make("table", row="child", least=2).clean(typed(ADA), TODAY)
    assert wrong.value.field == "q-1-called"


def test_adding_a_row_keeps_what_was_typed_and_stops_at_the_most():
    question = make("table", most=2)
    after, wrong = question.pressed("add q", question.typed(None) | ADA | {"other": "kept"})
    assert not wrong
    assert question.shown(after) == 2
    assert (after["q-0-called"], after["other"]) == ("Ada", "kept")
    assert question.shown(question.pressed("add q", after)[0]) == 2


def test_removing_a_row_moves_the_others_up():
    after, _ = CHILDREN.pressed("remove q 0", typed(ADA, BO) | {"other": "kept"})
    assert after["other"] == "kept"
    assert CHILDREN.shown(after) == 2
    assert CHILDREN.clean(after, TODAY) == [KEPT[1]]
    assert CHILDREN.clean(CHILDREN.pressed("remove q 99", typed(ADA))[0], TODAY) == [KEPT[0]]


def test_other_buttons_are_not_its_own():
    assert all(CHILDREN.pressed(do, typed(ADA)) is None for do in ("continue", "add other", "remove q x", "remove q"))


@pytest.mark.parametrize("count", ["", "-1", "99", "x", "9" * 5_000, "٣"])
def test_a_count_that_is_tampered_with_stays_within_bounds(count):
    assert 1 <= CHILDREN.shown(typed() | {"q-rows": count}) <= CHILDREN.most


def test_only_some_rows_are_drawn_and_each_says_which_it_removes():
    html = str(draw(CHILDREN, typed(ADA) | {"q-rows": "2"}, {"q-1-called": "Child 2: Enter name"}))
    assert html.count('class="govuk-button govuk-button--secondary"') == 3
    assert 'value="remove q 1"' in html
    assert "child 2</span>" in html
    assert 'id="q-1-called"' in html
    assert 'id="q-2-called"' not in html
    assert "Child 2: Enter name" in html


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"least": 5, "most": 2}, "`least` is more than `most`"),
        ({"columns": [{"name": "a", "type": "text", "label": "A", "optional": True}]}, "one column at least"),
        ({"columns": [{"name": "a", "type": "text", "label": "A"}] * 2}, "two columns are called “a”"),
        ({"columns": [{"name": "a", "type": "number", "label": "A", "min": 2, "max": 1}]}, "no answer would do"),
    ],
)
def test_a_table_that_cannot_work_is_a_fault(more, said):
    assert any(said in message for _, message in make("table", **more).faults())
