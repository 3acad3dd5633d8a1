"""A demonstration: becoming each of the eight, and reading the messages."""

import pytest
from playwright.sync_api import expect

from borough.demonstration.cast import CAST
from borough.demonstration.load import load

from .accessible import check
from .hands import follow

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.browser.urls")]


@pytest.fixture
def borough(demonstration, transactional_db):
    """The demonstration borough, loaded: which takes its time."""
    load(say=lambda line: None)


def test_become_each_of_the_eight_and_read_the_messages(visit, borough):
    page = visit("narrow")
    page.goto("/")
    follow(page.get_by_role("link", name="Become somebody"))
    check(page)
    for part in CAST:
        page.goto("/demonstration/")
        with page.expect_navigation():
            page.get_by_role("button", name=f"Become {part.name}").click()
        assert page.url.endswith(part.start)
        if part.start != "/admin/":  # Django's own
            expect(page.get_by_role("heading", level=1)).to_be_visible()
            check(page)
    page.goto("/demonstration/messages/")
    check(page)
    page.get_by_label("Whose, or about what?").fill("rosa.hill@example.org")
    page.get_by_role("button", name="Find").click()
    expect(page.locator("details").first).to_be_visible()
    check(page)
    page.goto("/demonstration/")
    with page.expect_navigation():
        page.get_by_role("button", name="Stop being Sam Turner").click()


def test_the_lists_of_a_manager_of_a_whole_borough(visit, borough):
    page = visit("desktop")
    page.goto("/demonstration/")
    with page.expect_navigation():
        page.get_by_role("button", name="Become Tom Ashworth").click()
    for queue in ("", "cases/", "unassigned/", "late/"):
        page.goto(f"/work/{queue}")
        check(page)
    follow(page.locator("tbody a").first)
    check(page)
