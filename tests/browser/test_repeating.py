"""A repeated group in a browser: add, change, remove, and go on; axe on each state."""

import pytest

from borough.forms.models import Submission
from tests.forms import made

from .accessible import check
from .hands import CONTINUE, Pointer, follow

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def party(transactional_db):
    return made.publish(made.PARTY, "party")


@pytest.fixture
def tasks(transactional_db):
    text = made.party("sections:", "task_list: true\nsections:").replace("- {go: check-answers}", "- {go: tasks}")
    return made.publish(text, "party")


def you(page):
    hands = Pointer(page)
    page.goto("/apply/party/your-name")
    hands.write("your_name", "Ada Example")
    hands.press()
    hands.write("your_email", "ada@example.org")
    hands.press()
    hands.choose("music", "no")
    hands.press()
    return hands


def stall(hands, name):
    hands.choose("stalls_more", "yes")
    hands.press()
    hands.write("stall_name", name)
    hands.press()
    hands.choose("food", "no")
    hands.press()
    hands.write("cost", "5")
    hands.press()


def test_a_list_is_filled_changed_and_sent(either, party):
    page, hands = either, you(either)
    stall(hands, "Cakes")
    stall(hands, "Pies")
    follow(page.get_by_role("link", name="Change Stall 2"))
    hands.write("stall_name", "Toys")
    for _ in range(3):
        hands.press()
    follow(page.get_by_role("link", name="Remove Stall 1"))
    follow(page.get_by_role("button", name="Yes, remove it"))
    assert page.locator("#entries").inner_text().split() == [
        "Stall",
        "1",
        "Toys",
        "Change",
        "Stall",
        "1",
        "Remove",
        "Stall",
        "1",
    ]
    hands.choose("stalls_more", "no")
    hands.press()
    hands.write("helpers", "0")
    hands.press()
    hands.press()
    follow(page.get_by_role("button", name="Send"))
    assert Submission.objects.get().answers["stalls"] == [{"stall_name": "Toys", "food": "no", "cost": 500}]


def test_each_state_of_a_list_is_accessible(narrow, party):
    hands = you(narrow)
    check(narrow)
    follow(narrow.locator(CONTINUE))  # nothing chosen
    check(narrow)
    hands.choose("stalls_more", "yes")
    hands.press()
    check(narrow)
    hands.write("stall_name", "Cakes")
    hands.press()
    narrow.goto("/apply/party/stalls")
    check(narrow)
    hands.choose("stalls_more", "no")
    hands.press()
    assert "Stall 1 is not finished" in narrow.locator(".govuk-error-summary").inner_text()
    check(narrow)
    follow(narrow.locator("#entries").get_by_role("link", name="Remove Stall 1"))
    check(narrow)


def test_the_list_of_tasks_is_accessible(narrow, tasks):
    narrow.goto("/apply/party/tasks")
    check(narrow)
    follow(narrow.get_by_role("link", name="About you"))
    Pointer(narrow).write("your_name", "Ada Example")
    Pointer(narrow).press()
    narrow.goto("/apply/party/tasks")
    assert "In progress" in narrow.locator("main").inner_text()
    check(narrow)
