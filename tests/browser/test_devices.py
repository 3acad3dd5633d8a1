"""The device library: a resident asks, the counter lends, takes back, wipes, checks and lends again."""

import re

import pytest
from playwright.sync_api import expect

from borough.casework import actions as casework
from borough.casework import policy
from borough.casework.models import Case
from borough.communities.devices import telling
from borough.communities.devices.models import Device, Loan, Request
from tests.communities.devices import world as library

from .accessible import check
from .applying import Applicant
from .hands import follow
from .routes import DEVICE
from .sending import sent

pytestmark = pytest.mark.django_db(transaction=True)
HOME = "/work/devices/"
LISTS = ("", "queue/", "loans/", "stock/", "takes/", "donations/", "data/", "figures/")
FORMS = ("add/", "import/", "labels/", "donations/offer/", "data/add/")


@pytest.fixture
def amy(services):
    return library.staff(name="Amy Example")


@pytest.fixture
def ben(services):
    return library.staff(name="Ben Example")


@pytest.fixture
def tablet(amy, ben):
    return library.ready(amy, ben, kind="tablet", tag="BD-90007", maker="Example", model="Slate 9")


def approve(case, by) -> Request:
    """They are in the queue, and told of what there is for them."""
    for task in policy.plan(case).tasks:
        casework.do_task(case=case, task=task, by=by)
    casework.move(case=case, move="approve", by=by)
    telling.settle()
    return Request.objects.get(case=case)


def scan(page, label):
    """As a hand scanner does: it types into the box, which has the focus, and presses Enter."""
    page.goto(HOME)
    expect(page.get_by_label("Scan or type a label")).to_be_focused()
    page.keyboard.type(label)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def scan_ours(page, label):
    scan(page, label)
    expect(page.get_by_role("heading", level=1)).to_have_text(label)
    check(page)


def press(page, button):
    with page.expect_navigation():
        page.get_by_role("button", name=button, exact=True).click()


@pytest.mark.parametrize("size", ["phone", "tablet", "desktop"])
def test_from_a_request_to_the_second_loan(visit, amy, ben, tablet, size):
    Applicant(visit("phone"), "borrow-a-device", DEVICE).jump("check-answers").send()
    first = approve(Case.objects.get(), amy)
    second = approve(sent("borrow-a-device", full_name="Nia Example"), amy)
    assert library.offer(first).device == tablet
    assert library.offer(second) is None

    page = visit(size, user=amy)
    scan_ours(page, tablet.tag)
    expect(page.get_by_text("I will give it back by")).to_be_visible()
    press(page, "Lend it")
    expect(page.locator(".govuk-error-summary")).to_contain_text("They must write their name to sign")
    check(page)
    page.get_by_label("Their name, to sign").fill("Ivy Example")
    press(page, "Lend it")
    expect(page.get_by_text(f"{tablet.tag} is lent to Ivy Example")).to_be_visible()

    scan_ours(page, tablet.tag)
    page.get_by_label("Good", exact=True).check()
    page.get_by_label(re.compile("may be wiped|wipe")).first.check()
    page.get_by_label("Their name, to sign").fill("Ivy Example")
    page.get_by_label("It helped a lot").check()
    press(page, "Take it back")
    expect(page.get_by_text("It waits to be wiped")).to_be_visible()

    scan_ours(page, tablet.tag)
    page.get_by_label("Storage erased with an erasing tool").check()
    page.get_by_label("What shows it?").fill("Certificate 12")
    for words in ("The SIM is out", "The memory card is out", "It is signed out"):
        page.get_by_label(re.compile(words)).check()
    press(page, "It is wiped")
    expect(page.get_by_text("Somebody else must check it")).to_be_visible()

    scan_ours(page, tablet.tag)
    page.get_by_label("Yes, it may be lent").check()
    press(page, "Save")
    expect(page.locator(".govuk-error-summary")).to_be_visible()  # who wiped it may not check it
    other = visit(size, user=ben)
    scan_ours(other, tablet.tag)
    other.get_by_label("Yes, it may be lent").check()
    press(other, "Save")
    expect(other.get_by_text("may be lent again")).to_be_visible()

    telling.settle()
    scan_ours(other, tablet.tag)
    expect(other.get_by_text("Kept for Nia Example")).to_be_visible()
    other.get_by_label("Their name, to sign").fill("Nia Example")
    press(other, "Lend it")
    expect(other.get_by_text(f"{tablet.tag} is lent to Nia Example")).to_be_visible()
    assert Loan.objects.filter(device=tablet).count() == 2


def test_the_borrower_signs_on_their_own_phone(visit, amy, tablet):
    approve(sent("borrow-a-device"), amy)
    page, phone = visit("tablet", user=amy), visit("phone")
    scan_ours(page, tablet.tag)
    press(page, "They sign on their own phone")
    check(page)
    phone.goto(page.locator(".app-reference").inner_text())
    check(phone)
    press(phone, "Sign")
    expect(phone.locator(".govuk-error-summary")).to_be_visible()
    check(phone)
    phone.get_by_label("I agree").check()
    phone.get_by_label("Write your name to sign").fill("Ivy Example")
    press(phone, "Sign")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Thank you, you have signed")
    page.goto(f"{HOME}{tablet.tag}/")
    expect(page.get_by_text("Ivy Example signed on their own phone")).to_be_visible()
    press(page, "Lend it")
    assert Loan.objects.get().signed_how == "phone"


def test_what_was_typed_is_kept_when_the_network_drops(visit, amy, tablet):
    approve(sent("borrow-a-device"), amy)
    page = visit("tablet", user=amy)
    scan_ours(page, tablet.tag)
    page.get_by_label("Their name, to sign").fill("Ivy Example")
    page.context.set_offline(True)
    page.get_by_role("button", name="Lend it", exact=True).click()
    expect(page.get_by_text("There is no network just now")).to_be_visible()
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_label("Their name, to sign")).to_have_value("Ivy Example")
    assert not Loan.objects.exists()


def test_a_scan_of_another_library_is_told_and_heard(visit, amy):
    page = visit("tablet", user=amy)
    scan(page, "LIB-77")
    expect(page.locator(".govuk-error-summary")).to_contain_text("another library")
    check(page)


@pytest.mark.parametrize("size", ["narrow", "tablet", "desktop"])
def test_axe_finds_nothing(visit, amy, ben, tablet, size):
    approve(sent("borrow-a-device"), amy)
    library.lend(library.offer(Request.objects.get()), amy)
    waiting = library.ready(amy, ben)
    library.device(amy, kind="phone", tag="BD-90009")
    page = visit(size, user=amy)
    for path in LISTS:
        assert page.goto(HOME + path).status == 200
        check(page)
    for path in FORMS:
        assert page.goto(HOME + path).status == 200
        check(page)
        with page.expect_navigation():
            page.locator("main form button.govuk-button").last.click()
        check(page)
    for tag in (tablet.tag, waiting.tag, "BD-90009"):
        page.goto(f"{HOME}{tag}/")
        check(page)
        for link in page.locator(".app-others a").all():
            target = link.get_attribute("href")
            other = page.context.new_page()
            other.goto(target)
            check(other)
            other.close()
    assert Device.objects.count() == 3
    follow(page.get_by_role("link", name="Device library").first)
