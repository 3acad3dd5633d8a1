"""Rows that are added and removed, and matches to choose from: axe finds nothing on the way."""

import pytest

from tests.forms import made

from .accessible import check
from .hands import follow

pytestmark = pytest.mark.django_db(transaction=True)


def opened(page, name):
    made.publish(made.everything_from(name), "everything")
    page.goto(f"/apply/everything/{name}")
    return page


def sent(page):
    follow(page.get_by_role("button", name="Continue").last)
    assert page.title().startswith("Error: ")
    for link in page.locator(".govuk-error-summary a").all():
        assert page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1, link.get_attribute("href")
    check(page)


def test_matches_to_choose_from(narrow, transactional_db):
    opened(narrow, "where")
    narrow.get_by_label("Which street is it in?").fill("New Lane")
    sent(narrow)
    narrow.get_by_label("Use what I typed").check()
    follow(narrow.get_by_role("button", name="Continue"))
    assert not narrow.title().startswith("Error: ")


def test_rows_are_added_and_removed(visit, transactional_db):
    page = opened(visit("narrow", javascript=False), "children")
    page.get_by_label("Name").fill("Ada")
    page.get_by_role("button", name="Add another child").click()
    page.get_by_label("Name").last.fill("Bo")
    page.get_by_role("button", name="Remove child 1").click()
    assert page.get_by_label("Name").input_value() == "Bo"


def test_enter_in_a_row_removes_nothing(narrow, transactional_db):
    opened(narrow, "children").get_by_role("button", name="Add another child").click()
    narrow.get_by_label("Name").first.fill("Ada")
    check(narrow)
    narrow.get_by_label("Name").first.press("Enter")
    narrow.wait_for_url("**/children")
    assert narrow.get_by_label("Name").first.input_value() == "Ada"
    assert narrow.get_by_text("There is a problem").count() == 1
