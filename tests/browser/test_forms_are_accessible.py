"""Every page of every form, as it opens and with its faults, at the narrowest width: axe finds nothing."""

import pytest
from playwright.sync_api import expect

from .accessible import check
from .applying import Applicant
from .routes import DEVICE, FOSTER, GRANT, ROUTES

pytestmark = pytest.mark.django_db(transaction=True)
# Dead ends: the answers that lead there, and the last page answered.
ENDS = {
    "too-young": ("become-a-foster-carer", FOSTER | {"date_of_birth": "27 3 2015"}),
    "no-bedroom": ("become-a-foster-carer", FOSTER | {"bedroom": "none"}),
    "ask-them-first": ("borrow-a-device", DEVICE | {"agreed": "no"}),
    "lives-elsewhere": ("borrow-a-device", DEVICE | {"for_whom": "me", "lives_here": "no"}),
    "not-trading": ("business-support-grant", GRANT | {"trading": "no"}),
}


def look(applicant):
    """The page, and the page after sending it empty."""
    page = applicant.page
    check(page)
    if any(not question.optional for question in applicant.form.pages[applicant.at].page.questions):
        here = applicant.at
        applicant.empty()
        assert applicant.at == here, f"{here} goes on with nothing answered"
        assert page.title().startswith("Error: ")
        expect(page.locator(".govuk-error-summary")).to_be_focused()
        for link in page.locator(".govuk-error-summary a").all():
            assert page.locator(f"[id='{link.get_attribute('href')[1:]}']").count() == 1, link.get_attribute("href")
        check(page)


@pytest.mark.parametrize("slug", ROUTES)
def test_each_page_and_its_faults(narrow, services, slug):
    applicant = Applicant(narrow, slug, ROUTES[slug]).start()
    applicant.to("check-answers", look)
    check(narrow)
    applicant.send()
    check(narrow)
    narrow.goto(f"/apply/{slug}/{applicant.form.first.name}")
    check(narrow)


def test_where_a_form_stops(narrow, services):
    for end, (slug, answers) in ENDS.items():
        narrow.context.clear_cookies()
        Applicant(narrow, slug, answers).start().to(end)
        check(narrow)
        assert narrow.get_by_role("button").count() == 0


def test_the_pages_of_other_businesses(narrow, services):
    for kind in ("sole_trader", "partnership", "charity"):
        narrow.context.clear_cookies()
        look(Applicant(narrow, "business-support-grant", {"business_type": kind}).start().one())
