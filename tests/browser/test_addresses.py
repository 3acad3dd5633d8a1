"""An address: found by its postcode, or typed."""

import pytest
from playwright.sync_api import expect

from .accessible import check
from .applying import Applicant
from .routes import FOSTER, FOUND, TYPED

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def asked(either, services):
    return Applicant(either, "become-a-foster-carer", FOSTER).jump("address")


def test_found_and_then_typed_after_all(asked):
    asked.answers = asked.answers | {"address": FOUND}
    asked.one()
    asked.page.get_by_role("link", name="Back", exact=True).click()
    expect(asked.page.get_by_text("2 Lark Road")).to_be_visible()
    asked.answers["address"] = TYPED
    asked.one()
    asked.page.get_by_role("link", name="Back", exact=True).click()
    expect(asked.page.get_by_label("Address line 1")).to_have_value("12 Example Street")


def test_a_postcode_with_no_addresses_says_so_and_keeps_it(narrow, services):
    asked = Applicant(narrow, "become-a-foster-carer", FOSTER).jump("address")
    asked.hand.write("address-find", "SK9 9ZZ")
    asked.hand.press("button[value^=find]")
    expect(asked.summary).to_contain_text("We have no addresses at SK9 9ZZ")
    expect(narrow.get_by_label("Postcode", exact=True)).to_have_value("SK9 9ZZ")
    check(narrow)


def test_found_and_none_chosen(narrow, services):
    asked = Applicant(narrow, "become-a-foster-carer", FOSTER).jump("address")
    asked.hand.write("address-find", "sk11aa")
    asked.hand.press("button[value^=find]")
    check(narrow)
    asked.hand.press()
    expect(asked.summary).to_contain_text("Choose the address")
    check(narrow)
