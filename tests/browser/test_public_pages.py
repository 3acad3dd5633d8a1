"""The pages anybody may read, the ones that say what went wrong, and the banner on all of them."""

import pytest
from playwright.sync_api import expect

from .accessible import check
from .routes import ROUTES

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls("tests.browser.urls")]
PAGES = ["/", "/services/", "/accessibility/", "/privacy/", "/cookies/", "/your-applications/", "/sign-in/"]
PAGES += ["/your-applications/find/", "/your-applications/find/code/", "/sign-in/officer/"]
SERVICES = [f"/services/{slug}/{page}" for slug in ROUTES for page in ("", "privacy/")]
WRONG = {"/no-such-page/": 404, "/services/no-such-service/": 404, "/wrong/400/": 400, "/wrong/403/": 403}
WRONG |= {"/wrong/500/": 500, "/apply/borrow-a-device/name": 410}


@pytest.mark.parametrize("size", ["narrow", "desktop"])
def test_axe_finds_nothing(visit, services, size):
    page = visit(size)
    for path in [*PAGES, *SERVICES]:
        assert page.goto(path).status == 200
        check(page)


def test_pages_that_say_what_went_wrong(narrow, services):
    for path, status in WRONG.items():
        assert narrow.goto(path).status == status, path
        expect(narrow.get_by_role("heading", level=1)).to_have_count(1)
        check(narrow)


def without_token(page, button):
    page.locator("[name=csrfmiddlewaretoken]").first.evaluate("input => input.remove()")
    with page.expect_navigation():
        page.get_by_role("button", name=button).click()


def test_a_page_open_too_long_keeps_the_answer(narrow, services):
    narrow.goto("/apply/borrow-a-device/for-whom")
    narrow.get_by_label("Me", exact=True).check()
    without_token(narrow, "Continue")
    expect(narrow.locator(".govuk-error-summary")).to_contain_text("This page was open too long")
    expect(narrow.get_by_label("Me", exact=True)).to_be_checked()
    check(narrow)


def test_any_other_page_open_too_long_says_so(narrow, services):
    narrow.goto("/sign-in/")
    without_token(narrow, "Send me a code")
    expect(narrow.get_by_role("heading", level=1)).to_have_text("This page was open too long")
    check(narrow)


def test_every_page_says_that_it_is_a_demonstration(narrow, services, demonstration):
    for path in [*PAGES, "/apply/borrow-a-device/for-whom", "/no-such-page/", "/wrong/500/"]:
        narrow.goto(path)
        expect(narrow.get_by_text("This is not the council’s website.")).to_be_visible()
        check(narrow)
