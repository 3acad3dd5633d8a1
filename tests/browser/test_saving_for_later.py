"""Save and come back: a link by e-mail opens the form where it was left, in another browser."""

import re

import pytest
from playwright.sync_api import expect

from borough.foundations.messages.models import Message

from .accessible import check
from .applying import Applicant
from .hands import follow
from .routes import FOSTER

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_saved_form_opens_elsewhere(visit, services, live_server):
    first = visit("phone")
    Applicant(first, "become-a-foster-carer", FOSTER).jump("partner")
    follow(first.get_by_role("link", name="Save and come back later"))
    check(first)
    first.get_by_role("button", name="Send me the link").click()
    expect(first.locator(".govuk-error-summary")).to_be_visible()
    check(first)
    first.get_by_label("Your e-mail address").fill("rosa@example.org")
    first.get_by_role("button", name="Send me the link").click()
    expect(first.get_by_role("heading", level=1)).to_contain_text("We have sent you the link")
    check(first)

    second = visit("desktop", javascript=False)
    second.goto(link())
    with second.expect_navigation():
        second.get_by_role("button", name="Open my form").click()
    applicant = Applicant(second, "become-a-foster-carer", FOSTER)
    assert applicant.at == "partner"
    second.get_by_role("link", name="Back", exact=True).click()
    expect(second.get_by_label("What is your full name?")).to_have_value("Rosa Example")


def test_a_link_that_no_longer_works_says_so(narrow, services):
    narrow.goto("/resume/no-such-link")
    check(narrow)
    with narrow.expect_navigation():
        narrow.get_by_role("button", name="Open my form").click()
    expect(narrow.get_by_role("heading", level=1)).to_contain_text("This link no longer works")
    check(narrow)


def link() -> str:
    """The path in the last message of the outbox."""
    return re.search(r"https?://[^/\s]+(/resume/\S+)", Message.objects.latest("pk").body)[1]
