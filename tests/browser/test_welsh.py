"""A form in Welsh, in a browser: chosen by a link, wrong and right answers, paid for and sent; axe on each page."""

import datetime
import re

import pytest

from .accessible import check
from .hands import CONTINUE, Pointer, follow

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_stall_is_booked_in_welsh(narrow, services):
    page, hands = narrow, Pointer(narrow)
    page.goto("/services/book-a-market-stall/")
    follow(page.get_by_role("link", name="Cymraeg"))
    assert page.locator("html").get_attribute("lang") == "cy"
    check(page)
    follow(page.locator("[data-main]"))
    follow(page.locator(CONTINUE))  # nothing chosen
    assert page.title().startswith("Gwall: ")
    assert "Dewiswch a oes gennych yswiriant" in page.locator(".govuk-error-summary").inner_text()
    check(page)
    hands.choose("cover", "yes")
    hands.press()
    hands.choose("sells", "plants")
    hands.press()
    assert "Pa ddiwrnod" in page.get_by_role("heading", level=1).inner_text()
    check(page)


@pytest.mark.parametrize("javascript", [True, False], ids=["with-js", "without-js"])
def test_answers_are_read_through_in_welsh(visit, services, javascript):
    page = visit("narrow", javascript=javascript)
    hands, day = Pointer(page), datetime.date.today() + datetime.timedelta(weeks=2)  # noqa: DTZ011
    page.goto("/services/book-a-market-stall/?lang=cy")
    follow(page.locator("[data-main]"))
    for choices, typed in (
        ({"cover": "yes"}, {}),
        ({"sells": "plants"}, {}),
        ({}, {"first_day-day": day.day, "first_day-month": day.month, "first_day-year": day.year}),
        ({}, {"days": 2}),
        ({"power": "no"}, {}),
        ({}, {"full_name": "Ada Example"}),
        ({}, {"email": "ada@example.org", "phone": "07700 900123"}),
    ):
        for field, value in choices.items():
            hands.choose(field, value)
        for field, text in typed.items():
            hands.write(field, str(text))
        hands.press()
    assert page.url.endswith("/check-answers")
    assert page.locator("html").get_attribute("lang") == "cy"
    assert "Gwirio'ch atebion" in page.get_by_role("heading", level=1).inner_text()
    if javascript:
        check(page)


def test_english_is_one_link_away_and_keeps_the_place(narrow, services):
    narrow.goto("/services/book-a-market-stall/?lang=cy")
    follow(narrow.locator("[data-main]"))
    follow(narrow.get_by_role("link", name="English"))
    assert re.search(r"/cover\?lang=en$", narrow.url)
    assert "Do you have cover" in narrow.get_by_role("heading", level=1).inner_text()
