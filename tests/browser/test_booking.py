"""Booking a time: by day, with and without JavaScript, until it is somebody else's."""

import pytest
from django.test import Client
from playwright.sync_api import expect

from borough.casework.models import Case
from borough.foundations.bookings.models import Booking
from tests import people
from tests.forms import made

from .accessible import check
from .hands import follow

pytestmark = pytest.mark.django_db(transaction=True)
BASE = "/apply/book-a-visit/"


@pytest.fixture
def form(transactional_db):
    return made.publish((made.HERE / "book-a-visit.yaml").read_text(), "book-a-visit")


def go_on(page):
    follow(page.get_by_role("button", name="Continue").last)


def begin(page):
    page.goto(f"{BASE}name")
    page.get_by_label("Your full name").fill("Ada Example")
    go_on(page)


def test_somebody_books_a_later_day_and_an_officer_sees_it(either, form, visit):
    begin(either)
    follow(either.get_by_role("button", name="Show later days"))
    first = either.get_by_role("radio").first
    first.check()
    time = first.get_attribute("value")
    either.get_by_label("What should we bring?").fill("A ladder")
    go_on(either)
    either.get_by_label("Your e-mail address").fill("ada@example.org")
    go_on(either)
    expect(either.get_by_text("9am to 9:30am")).to_be_visible()
    follow(either.get_by_role("button", name="Send"))
    assert Booking.objects.get().about == Case.objects.get().about
    page = visit("desktop", user=people.officer("visitors"))
    page.goto(f"/work/bookings/?day={time[:10]}")
    expect(page.get_by_role("link", name=Case.objects.get().reference)).to_be_visible()
    check(page)


def test_a_time_lost_meanwhile_is_said_and_all_else_kept(narrow, form):
    begin(narrow)
    check(narrow)
    first = narrow.get_by_role("radio").first
    other = Client()
    other.post(f"{BASE}name", {"full_name": "Bo"})
    other.post(f"{BASE}visit", {"visit": first.get_attribute("value"), "bring": "x"})
    first.check()
    narrow.get_by_label("What should we bring?").fill("A ladder")
    go_on(narrow)
    expect(narrow.locator(".govuk-error-summary")).to_contain_text("That time is no longer free. Choose another")
    expect(narrow.get_by_label("What should we bring?")).to_have_value("A ladder")
    narrow.locator(".govuk-error-summary a").click()
    assert narrow.evaluate("document.activeElement.name") == "visit"
    check(narrow)
    narrow.get_by_role("radio").first.check()
    go_on(narrow)
    assert narrow.url.endswith("/email")
