"""Officers' keyboard shortcuts: listed, off while typing, and off altogether for whoever wants that (WCAG 2.1.4)."""

import pytest

from tests import people

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def work(visit):
    page = visit("desktop", user=people.officer())
    page.goto("/work/")
    return page


def test_they_are_listed_behind_a_question_mark(work, axe):
    work.keyboard.press("?")
    assert work.get_by_role("dialog").is_visible()
    axe(work)
    work.keyboard.press("Escape")
    assert not work.locator("dialog").is_visible()


def test_two_keys_lead_somewhere(work):
    work.keyboard.press("g")
    work.keyboard.press("f")
    work.wait_for_url("**/work/find/")


def test_they_keep_still_while_somebody_types(work):
    work.keyboard.press("/")
    work.keyboard.type("g?")
    assert work.locator("[name=q]").input_value() == "g?"
    assert not work.locator("dialog").is_visible()


def test_they_can_be_turned_off_for_good(work):
    work.get_by_role("button", name="Keyboard shortcuts").click()
    work.get_by_label("Use shortcuts on this computer").uncheck()
    work.get_by_role("button", name="Close").click()
    work.reload()
    work.keyboard.press("?")
    assert not work.locator("dialog").is_visible()


def test_without_scripts_nothing_promises_them(visit):
    page = visit("desktop", javascript=False, user=people.officer())
    page.goto("/work/")
    assert not page.get_by_role("button", name="Keyboard shortcuts").is_visible()
