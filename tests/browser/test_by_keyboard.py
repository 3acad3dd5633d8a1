"""A form sent with no pointer: Tab, arrows, Space and Enter, and the focus always to be seen."""

import pytest
from playwright.sync_api import expect

from borough.casework.models import Case

from .applying import Applicant
from .hands import Keys
from .routes import DEVICE, GRANT

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_device_is_asked_for_by_keyboard(desktop, services):
    reference = Applicant(desktop, "borrow-a-device", DEVICE, hands=Keys).start().to("check-answers").send()
    assert Case.objects.filter(reference=reference).exists()


def test_an_address_is_found_and_a_file_sent_by_keyboard(desktop, services):
    applicant = Applicant(desktop, "business-support-grant", GRANT, hands=Keys)
    assert applicant.jump("address").one().at == "rates"
    assert applicant.jump("evidence").one().at == "other-money"


def test_the_error_summary_has_the_focus_and_leads_to_the_field(desktop, services):
    applicant = Applicant(desktop, "borrow-a-device", DEVICE, hands=Keys).start().empty()
    expect(desktop.locator(".govuk-error-summary")).to_be_focused()
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Enter")
    expect(desktop.locator("[name=for_whom]").first).to_be_focused()
    applicant.one()


def test_the_skip_link_leads_past_the_menu(desktop, services):
    desktop.goto("/services/borrow-a-device/")
    desktop.keyboard.press("Tab")
    desktop.keyboard.press("Enter")
    expect(desktop.locator("#main")).to_be_focused()
